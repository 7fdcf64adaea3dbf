"""The built site: addresses, links, weight, sameness."""

import gzip
import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from conftest import own

from generator.build import preview, publishing
from generator.content import addresses, loading
from generator.pages.registry import own_names
from generator.settings import Settings

pytestmark = pytest.mark.site

ROOT = Path(__file__).parent.parent


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_every_document_has_its_address(site: Path, real_settings: Settings) -> None:
    """Each pemda, instansi, edition and position is a page at the address of design section 5."""
    found = loading.load(real_settings.content, "content").content
    pages = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    expected = {f"{addresses.page(key)}index.html" for key in found.entries}
    undated = {f"{addresses.in_force(key)}index.html" for key in found.entries if len(key) == 4}
    names = own_names(real_settings)
    own = {"index.html"} | {page for page in pages if page.split("/")[0] in names}
    assert pages == expected | undated | own
    assert (site / "404.html").is_file()


def test_the_address_without_an_edition(settings: Settings, ledger: Path) -> None:
    """It leads to the edition in force, without a script, and is no result of a search; nor is what
    moved or was withdrawn."""
    checked = publishing.check(settings)
    assert checked.content.ledger.withdrawn
    assert publishing.publish(checked, settings, lambda words: None) == []
    page = (settings.site / "kab-contoh/dinas-contoh/sekretaris/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../2024/sekretaris/">' in page
    assert '<link rel="canonical" href="../2024/sekretaris/">' in page
    assert '<a href="../2024/sekretaris/">' in page
    index = json.loads((settings.site / "cari/indeks/kata.json").read_text("utf-8"))
    assert index["halaman"] == len(checked.content.entries)


def test_every_indicator_has_its_anchor(site: Path, real_settings: Settings) -> None:
    """The permanent address of an indicator leads to it."""
    for entry in loading.load(real_settings.content, "content").content.all_jabatan():
        page = (site / addresses.page(entry.key) / "index.html").read_text("utf-8")
        for sasaran in entry.document.sasaran:
            for indikator in sasaran.indikator:
                assert f'id="{indikator.id}"' in page


def test_no_officer_is_named(site: Path, real_settings: Settings) -> None:
    """Not on a page, and not in any file beside the pages either, unless it is asked for."""
    found = loading.load(real_settings.content, "content").content
    named = [each.document.pejabat.nama for each in found.all_jabatan() if each.document.pejabat]
    assert named
    published = [path.read_text("utf-8", "replace") for path in site.rglob("*") if path.is_file()]
    for name in named:
        assert not any(name in text for text in published), name
    vocabulary = json.loads((site / "cari/indeks/kata.json").read_text("utf-8"))["kata"]
    guessed = {
        word
        for root, counts in vocabulary.items()
        for word in ([root] if isinstance(counts, int) else counts)
    }
    public = {
        word
        for entry in found.entries.values()
        for location, text in entry.source.scalars()
        if "pejabat" not in location
        for word in re.findall(r"[^\W\d_]+", text.lower())
    }
    of_names = {word for name in named for word in re.findall(r"[^\W\d_]+", name.lower())}
    assert of_names - public
    assert not (of_names - public) & guessed


def test_every_word_of_the_content_is_on_its_page(site: Path, real_settings: Settings) -> None:
    """What was transcribed is what is published: each text of a file stands on its page."""
    found = loading.load(real_settings.content, "content").content
    ours = {"id", "jenis", "penomoran", "pembeda", "atasan", "kelompok", "pejabat", "contoh"}
    ours |= {"urutan", "faktor", "bobot", "gabung", "sumber_data_gabung", "variabel", "ungkapan"}
    missing = []
    for entry in found.all_jabatan():
        page = _words((site / addresses.page(entry.key) / "index.html").read_text("utf-8"))
        for location, text in entry.source.scalars():
            if not ours.intersection(location) and " ".join(text.split()) not in page:
                missing.append((entry.source.path, location, text))
    assert missing == []


def _gap(found: re.Match[str]) -> str:
    """What explains a word within a text parts nothing."""
    return "" if "abbr" in found[0][:6] else " "


def _words(page: str) -> str:
    """The text of a page, its tags gone, each blank one blank."""
    body = re.sub(r"<(script|style)\b.*?</\1>|</?abbr[^>]*>", _gap, page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_mkdocs_alone_builds_the_markdown(settings: Settings) -> None:
    """What is written is plain Markdown for a plain, strict MkDocs: no plugin, no hook."""
    publishing.write_pages(publishing.check(settings), settings)
    target = settings.root / "sendiri"
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-f",
            "site_config.yml",
            "--strict",
            "-d",
            target,
        ],
        cwd=settings.root,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert (target / "kab-contoh/dinas-contoh/2024/sekretaris/index.html").is_file()


def test_two_builds_are_equal(settings: Settings, capfd: pytest.CaptureFixture[str]) -> None:
    """Same input, same bytes, whatever the path, the time zone, the locale, the seed of hashes, the
    umask and the order of files: what `make verify` does with the whole content."""
    command = [sys.executable, str(ROOT / "scripts/verify.py"), str(settings.root)]
    assert subprocess.run(command, check=False).returncode == 0
    assert re.fullmatch(r"sama: \d{3} berkas\n", capfd.readouterr().out)


def test_a_broken_link_stops_the_publication(settings: Settings) -> None:
    """The last good site stays, and the link is named."""
    checked = publishing.check(settings)
    assert publishing.publish(checked, settings, lambda words: None) == []
    good = (settings.site / "index.html").read_bytes()
    template = own(settings.theme / "pages") / "pemda.md.jinja"
    template.write_text(
        template.read_text("utf-8")
        + '\n<p><a href="../tidak-ada/">x</a> <a href="#tidak">y</a></p>\n',
        "utf-8",
    )
    assert publishing.publish(checked, settings, lambda words: None) == [
        "kab-contoh/index.html: ../tidak-ada/: halaman tidak ada",
        "kab-contoh/index.html: #tidak: jangkar tidak ada",
    ]
    assert (settings.site / "index.html").read_bytes() == good


def test_the_preview_leaves_the_site_alone(settings: Settings) -> None:
    """What an officer tries out is not what is published; its pages have the policy of those."""
    preview.preview(settings.config, frozenset(), preview.Listener(print, print))
    assert not settings.site.exists()
    page = (settings.preview / "index.html").read_text("utf-8")
    assert "Content-Security-Policy" in page
    assert "kab-contoh" in page


def test_no_machine_and_no_stranger_in_the_output(site: Path) -> None:
    """No page loads anything from elsewhere, and none tells where it was built."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        assert str(ROOT) not in text
        if 'http-equiv="refresh"' in text:
            continue
        loads = re.findall(r'(?:\ssrc=|<link rel="(?:stylesheet|icon)" href=)"([^"]*)"', text)
        assert loads
        for address in loads:
            assert urlsplit(address)[:2] == ("", ""), f"{path}: {address}"


def _loaded(site: Path, page: Path) -> list[Path]:
    """A page and whatever it asks for by itself, its scripts too, each once."""
    text = page.read_text("utf-8")
    named = re.findall(r'(?:\ssrc=|<link rel="(?:stylesheet|icon)" href=)"([^"]*)"', text)
    asked = {(page.parent / each).resolve() for each in named}
    for script in [each for each in asked if each.suffix == ".js"]:
        imported = re.findall(r'\bimport\b[^"(;]*"([^"]+)"', script.read_text("utf-8"))
        asked |= {(script.parent / each).resolve() for each in imported}
    return [page, *sorted(asked)]


@pytest.mark.parametrize("built", ["site", "addressed_site"])
def test_the_weight_of_a_first_visit(built: str, request: pytest.FixtureRequest) -> None:
    """A position's page: HTML at most 8 KB compressed, all of the first load at most 22 KB in six
    requests; the home page at most 8 KB of its own. So too where pages tell their whole address."""
    site: Path = request.getfixturevalue(built)
    for page in site.glob("*/*/*/*/index.html"):
        text = page.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        loaded = _loaded(site, page)
        # One that answers for anchors that left it has a script for that.
        assert len(loaded) <= 6 + ("alamat-lama.js" in text)
        assert _compressed(page) <= 8 * 1024
        assert sum(map(_compressed, loaded)) <= 22 * 1024, page
    assert _compressed(site / "index.html") <= 8 * 1024
    assert "@import" not in (site / "assets" / "situs.css").read_text("utf-8")


def test_sitemap(site: Path) -> None:
    """Every page once, and no day of the build."""
    tree = ElementTree.parse(site / "sitemap.xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [each.text for each in tree.iter(f"{space}loc")]
    pages = [each for each in site.rglob("index.html") if "refresh" not in each.read_text("utf-8")]
    assert len(found) == len(set(found)) == len(pages)
    assert not list(tree.iter(f"{space}lastmod"))
