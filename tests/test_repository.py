"""Where a reader proposes a correction or reports a mistake, at the service that holds the
repository or by mail."""

import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from generator.content import loading
from generator.pages.rendering import render
from generator.settings import Settings, load

pytestmark = pytest.mark.long

FILE = "content/kab-contoh/dinas-contoh/2024/sekretaris.yml"
PAGE = "kab-contoh/dinas-contoh/2024/sekretaris/index.md"
OWN = "https://kode.kotaanda.go.id/kominfo/iki"


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        ("sumber: https://github.com/x/y", f"https://github.com/x/y/edit/main/{FILE}"),
        ("sumber: https://github.com/x/y.git", f"https://github.com/x/y/edit/main/{FILE}"),
        ("sumber: https://gitlab.com/a/b/c/", f"https://gitlab.com/a/b/c/-/edit/main/{FILE}"),
        ("sumber: https://codeberg.org/x/y", f"https://codeberg.org/x/y/_edit/main/{FILE}"),
        (
            "sumber: https://gitea.kotaanda.go.id:3000/x/y\n    cabang: rilis/2024",
            f"https://gitea.kotaanda.go.id:3000/x/y/_edit/rilis/2024/{FILE}",
        ),
        (f"sumber: {OWN}\n    layanan: gitlab", f"{OWN}/-/edit/main/{FILE}"),
        (f"sumber: {OWN}\n    layanan: gitea\n    cabang: 'a#b'", f"{OWN}/_edit/a%23b/{FILE}"),
        ("layanan: github", None),
    ],
)
def test_the_link_of_a_position(lines: str, address: str | None, settings: Settings) -> None:
    """It leads to the file of the position on the branch that is published."""
    page = _pages(lines, settings)[PAGE]
    assert ("Usulkan perbaikan" in page) == bool(address)
    assert address is None or f'href="{address}"' in page


FORM = "kab-contoh/dinas-contoh/2024/sekretaris/"
TITLE = "Kesalahan%20di%20kab-contoh/dinas-contoh/2024/sekretaris/"
LETTER = (
    f"mailto:ppid@contoh.go.id?subject={TITLE}&amp;body=halaman:%20{FORM}%0D%0A"
    "{indikator}%0D%0AYang%20tertulis%20di%20situs:%0D%0A%0D%0A"
    "Yang%20seharusnya%2C%20dan%20menurut%20naskah%20mana:%0D%0A"
)


def _pages(lines: str, settings: Settings) -> dict[str, str]:
    """The pages of the example with these lines in its configuration."""
    text = settings.config.read_text("utf-8")
    settings.config.write_text(
        text.replace("    semboyan:", f"    {lines}\n    semboyan:"), "utf-8"
    )
    loaded, problems = load(settings.config)
    assert loaded, problems
    found = loading.load(settings.content, "content").content
    return {each.address: each.text for each in render(found, loaded)}


@pytest.mark.parametrize(
    ("lines", "address", "of_one"),
    [
        (
            "laporan: https://github.com/x/y",
            f"https://github.com/x/y/issues/new?template=laporan-isi.yml&amp;title={TITLE}"
            f"&amp;halaman={FORM}",
            "&amp;indikator=surat-tepat-waktu",
        ),
        (
            f"laporan: {OWN}.git\n    layanan: gitea",
            f"{OWN}/issues/new?template=.github/ISSUE_TEMPLATE/laporan-isi.yml&amp;title={TITLE}"
            f"&amp;field:halaman={FORM}",
            "&amp;field:indikator=surat-tepat-waktu",
        ),
        (
            "laporan: https://gitlab.com/a/b/c/",
            f"https://gitlab.com/a/b/c/-/issues/new?issue%5Btitle%5D={TITLE}"
            f"&amp;issue%5Bdescription%5D=halaman:%20{FORM}",
            "%0Aindikator:%20surat-tepat-waktu",
        ),
    ],
)
def test_a_report_is_half_filled(lines: str, address: str, of_one: str, settings: Settings) -> None:
    """With the page and, at an indicator, with that too."""
    page = _pages(lines, settings)[PAGE]
    assert f'<a class="tombol" href="{address}" rel="nofollow">Laporkan kekeliruan</a>' in page
    words = 'Laporkan<span class="tak-terlihat"> kekeliruan pada indikator'
    assert f'<a href="{address}{of_one}" rel="nofollow">{words}' in page
    assert "mailto:" not in page


def test_a_letter_for_those_without_an_account(settings: Settings) -> None:
    """Beside the form; without one it is the way to report, at an indicator too."""
    whole = LETTER.format(indikator="")
    one = LETTER.format(indikator="indikator:%20surat-tepat-waktu%0D%0A")
    page = _pages("kontak: ppid@contoh.go.id", settings)[PAGE]
    words = "Laporkan kekeliruan: ppid@contoh.go.id"
    assert f'<a class="tombol" href="{whole}">{words}</a>' in page
    assert f'<a href="{one}" rel="nofollow">Laporkan<span' in page


def test_a_form_and_a_letter(settings: Settings) -> None:
    page = _pages("kontak: ppid@contoh.go.id\n    laporan: https://github.com/x/y", settings)[PAGE]
    assert ">Tanpa akun, tulis ke ppid@contoh.go.id</a>" in page
    assert page.count("mailto:") == 1


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("kab-contoh/index.md", "kab-contoh/pemda.yml"),
        ("kab-contoh/dinas-contoh/index.md", "kab-contoh/dinas-contoh/instansi.yml"),
        ("kab-contoh/dinas-contoh/2024/index.md", "kab-contoh/dinas-contoh/2024/dokumen.yml"),
    ],
)
def test_every_document_has_them(page: str, file: str, settings: Settings) -> None:
    """Also those above a position; without a repository none of it."""
    found = loading.load(settings.content, "content").content
    before = next(each.text for each in render(found, settings) if each.address == page)
    assert not re.search("Usulkan perbaikan|Laporkan kekeliruan", before)
    config = settings.config.read_text("utf-8")
    settings.config.write_text(config.replace("iki-terbuka.example", "iki.go.id"), "utf-8")
    lines = "sumber: https://github.com/x/y\n    laporan: https://github.com/x/y"
    text = _pages(lines, settings)[page]
    assert f'href="https://github.com/x/y/edit/main/content/{file}"' in text
    assert f"halaman=https://iki.go.id/{page.removesuffix('index.md')}" in text


def test_without_an_address_of_the_site_its_own_part_is_told(settings: Settings) -> None:
    text = settings.config.read_text("utf-8")
    settings.config.write_text(re.sub(r"^site_url: .*\n", "", text, flags=re.M), "utf-8")
    page = _pages("laporan: https://github.com/x/y", settings)[PAGE]
    assert "&amp;halaman=kab-contoh/dinas-contoh/2024/sekretaris/&amp;indikator=" in page


FORMS = [each / ".github" / "ISSUE_TEMPLATE" for each in (ROOT, ROOT / "generator/starter/files")]


@pytest.mark.parametrize("folder", FORMS, ids=["ours", "theirs"])
def test_the_form_has_the_fields_that_are_filled(folder: Path) -> None:
    """By their ids; the page must be told."""
    form = yaml.safe_load((folder / "laporan-isi.yml").read_text("utf-8"))
    fields = {each["id"]: each for each in form["body"] if each["type"] != "markdown"}
    assert list(fields)[:2] == ["halaman", "indikator"]
    assert fields["halaman"]["validations"] == {"required": True}
    assert "validations" not in fields["indikator"]
