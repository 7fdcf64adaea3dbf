"""The last look at a built site: what is missing, what nobody made, what is not said."""

from pathlib import Path

import pytest

from generator import site
from generator.build import publishing
from generator.settings import Settings
from generator.site import proof, seen

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
SAID = '<meta name="description" content="Isi"><title>Halaman</title>'
PAGE = f'<!doctype html><html class="x" lang="id"><head>{POLICY}{SAID}</head><body>%s</body></html>'
REFRESH = '<meta http-equiv="refresh" content="0; url=%s"></head>'
GOOD = {
    "index.html": PAGE % '<a href="a/b/">x</a> <a href="//x.go.id/">y</a>',
    "404.html": PAGE % '<a href="/iki/a/b/">x</a>',
    "a/b/index.html": PAGE % '<p id="c"><a href="../../">x</a>',
    "lama/index.html": (PAGE % "").replace("</head>", REFRESH % "../a/b/"),
    "assets/situs.css": "a{b:url(x.svg)}b{c:url('data:image/svg+xml,x')}c{d:url(#e)}",
    "assets/x.svg": "",
    "assets/satu.js": 'import{a}from"./dua.js";const b=()=>import(`./dua.js?${1}`);',
    "assets/dua.js": "",
}


def _site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def _faults(folder: Path, kept: tuple[str, ...] = ()) -> list[str]:
    return [*proof.faults(folder, seen.all_of(folder), "/iki/", GOOD, kept)]


def test_a_good_site(tmp_path: Path) -> None:
    """Nothing is said of it."""
    assert _faults(_site(tmp_path, GOOD), ("a/b/", "a/b/#c", "lama/", "")) == []


@pytest.mark.parametrize(
    ("address", "old", "new", "fault"),
    [
        ("index.html", ' lang="id"', "", "tanpa bahasa"),
        ("index.html", "<title>Halaman", "<title> ", "tanpa judul"),
        ("index.html", 'content="Isi"', 'content=""', "tanpa keterangan"),
        ("index.html", POLICY, "", "tanpa kebijakan keamanan (Content-Security-Policy)"),
        ("index.html", 'href="a/b/"', 'href="../a/"', "../a/: keluar dari situs ini"),
        ("a/b/index.html", "../../", "../../../x", "../../../x: keluar dari situs ini"),
        ("a/b/index.html", "../../", "/iki/", "/iki/: keluar dari situs ini"),
        ("404.html", "/iki/a/b/", "/a/b/", "/a/b/: keluar dari situs ini"),
        ("lama/index.html", "=../a/b/", "=x", "alihan ke alamat yang tidak ada (0; url=x)"),
        ("lama/index.html", "0; url=", "0;", "alihan ke alamat yang tidak ada (0;../a/b/)"),
        ("assets/situs.css", "x.svg", "y.svg", "y.svg: berkas tidak ada"),
        ("assets/satu.js", '"./dua.js"', '"./tiga.js"', "./tiga.js: berkas tidak ada"),
        ("assets/satu.js", "`./dua.js?", "`./tiga.js?", "./tiga.js: berkas tidak ada"),
    ],
)  # fmt: skip
def test_a_fault(tmp_path: Path, address: str, old: str, new: str, fault: str) -> None:
    """Each with the file that it is in."""
    assert GOOD[address].count(old) == 1
    files = {**GOOD, address: GOOD[address].replace(old, new)}
    assert _faults(_site(tmp_path, files)) == [f"{address}: {fault}"]


def test_what_is_missing(tmp_path: Path) -> None:
    """A file that was written, a page that was promised, an anchor of it."""
    files = {name: text for name, text in GOOD.items() if name != "assets/dua.js"}
    assert _faults(_site(tmp_path, files), ("a/b/#d", "a/c/")) == [
        "assets/dua.js: tidak ikut terbit",
        "a/b/#d: alamat ini tidak ada",
        "a/c/: alamat ini tidak ada",
        "assets/satu.js: ./dua.js: berkas tidak ada",
        "assets/satu.js: ./dua.js: berkas tidak ada",
    ]


def test_what_nobody_made(tmp_path: Path) -> None:
    """A file is known by its name or by that of a folder."""
    known = {"index.html", "404.html", "assets", "a/b/index.html"}
    assert [*proof.strangers(_site(tmp_path, {**GOOD, "a/.x": ""}), known)] == [
        "a/.x: berkas ini tidak dikenal",
        "lama/index.html: berkas ini tidak dikenal",
    ]


@pytest.mark.site
def test_a_fault_stops_the_publication(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stood there stays, and the list is returned: of what the engine left out, and of what it
    made beside that."""

    _site(settings.site, {"index.html": "lama"})
    plain = site.assemble

    def spoiled(settings: Settings, folder: Path) -> None:
        plain(settings, folder)
        (folder / "data/iki.json").unlink()
        (folder / "kab-contoh/dinas-contoh/2024/sekretaris/index.html").rename(folder / "x.html")

    monkeypatch.setattr(site, "assemble", spoiled)
    faults = publishing.publish(publishing.check(settings), settings, lambda words: None)
    assert {
        "data/iki.json: tidak ikut terbit",
        "kab-contoh/dinas-contoh/2024/sekretaris/index.html: tidak ikut terbit",
        "kab-contoh/dinas-contoh/2024/sekretaris/: alamat ini tidak ada",
        "x.html: berkas ini tidak dikenal",
    } <= {*faults}
    assert any(each.startswith("kab-contoh/dinas-contoh/2024/sekretaris/#") for each in faults)
    assert (settings.site / "index.html").read_text("utf-8") == "lama"
