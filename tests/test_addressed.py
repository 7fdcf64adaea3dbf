"""Every address that a page or a data file carries leads to a page and an anchor that are there."""

import html
import io
import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from conftest import HOST

from generator.site import addressed, links, seen

URL = "https://iki.contoh.go.id/situs/"
PAGE = "a/b/2024/"
FILES = {
    "a twin": (f"{PAGE}index.json", '{"alamat":"%s","isi":[{"alamat":"a/b/2024/"}]}'),
    "everything": ("data/iki.json", '{"versi":"1.0",\n"jabatan":[\n{"alamat":"%s"}\n]}'),
    "lines": ("data/iki.ndjson", '{"alamat":"a/"}\n{"alamat":"%s"}\n'),
    "a table": (
        "data/indikator.csv",
        '\ufeff"alamat","teks"\r\n"a/","dua\n""baris"", lalu"\r\n"%s","x"\r\n',
    ),
    "the register": ("data/dip.csv", f'\ufeff"No","Tautan"\r\n"1","{URL}a/"\r\n"2","{URL}%s"\r\n'),
    "JDIHN": ("data/jdihn.json", f'[{{"urlDetailPeraturan": "{URL}%s"}}]'),
    "a catalogue": ("data/katalog.jsonld", f'{{"@id": "{URL}%s", "x": {{"@id": "mailto:a@b"}}}}'),
    "a package": ("data/datapackage.json", '{"path": "../%s"}'),
    "hashes": ("periksa/sidik-a.json", '{"ab":[{"alamat":"../a/","alamat_baru":"../%s"}]}'),
    "the search": ("cari/indeks/h0.json", '{"url":"%s","judul":"A"}'),
    "a feed": ("perubahan.xml", f'<link rel="self" href="{URL}%s"/>'),
    "a map": ("sitemap.xml", f"<url><loc>{URL}%s</loc></url>"),
    "linked data": (
        "index.html",
        f'<script type="application/ld+json">{{"item":"{URL}%s"}}</script>',
    ),
    "a canonical link": ("index.html", f'<link rel="canonical" href="{URL}%s">'),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for address in ("index.html", "a/index.html", f"{PAGE}index.html", f"{PAGE}index.json"):
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_text("<p id='ada'></p>", "utf-8")
    return tmp_path


def _put(folder: Path, address: str, text: str) -> list[str]:
    (folder / address).parent.mkdir(parents=True, exist_ok=True)
    (folder / address).write_text(text, "utf-8", newline="")
    return [each.partition(": ")[2] for each in links.broken(folder, seen.all_of(folder), URL)]


@pytest.mark.parametrize("name", FILES)
def test_an_address_in_a_file(folder: Path, name: str) -> None:
    """To a page, an anchor, or nothing that is there."""
    address, text = FILES[name]
    assert _put(folder, address, text % PAGE) == []
    assert _put(folder, address, text % f"{PAGE}#ada") == []
    (found,) = _put(folder, address, text % f"{PAGE}#tidak")
    assert found.endswith(f"{PAGE}#tidak: jangkar tidak ada")
    (found,) = _put(folder, address, text % "a/c/")
    assert found.endswith("a/c/: halaman tidak ada")


@pytest.mark.parametrize("text", [f"{URL}tidak/", '"alamat":"tidak/"', f'href="{URL}tidak/"'])
@pytest.mark.parametrize("address", ["data/iki.json", "data/iki.ndjson", f"{PAGE}index.json"])
def test_what_the_content_says_is_no_address(folder: Path, address: str, text: str) -> None:
    assert _put(folder, address, json.dumps({"alamat": "a/", "catatan": text})) == []
    assert _put(folder, "data/x.csv", f'"alamat","x"\n"a/","{text}"\n'.replace('""', '"')) == []
    assert _put(folder, "a/index.html", f"<p>{html.escape(text)}</p>") == []


def test_another_site_is_none_of_ours(folder: Path) -> None:
    """Nor is a whole address where nobody knows that of the site."""
    text = '<link rel="canonical" href="https://lain.go.id/tidak/">'
    assert _put(folder, "a/index.html", text) == []
    (folder / "a/index.html").write_text(f'<link rel="canonical" href="{URL}tidak/">', "utf-8")
    assert list(links.broken(folder, seen.all_of(folder))) == []


def test_what_was_left_out_is_no_fault(folder: Path) -> None:
    text = '<a href="indikator.xlsx">a</a><a href="b/">b</a>'
    (folder / "a/index.html").write_text(text, "utf-8")
    assert list(links.broken(folder, seen.all_of(folder), unmade=(".xlsx",))) == [
        "a/index.html: b/: halaman tidak ada"
    ]


def _cells(path: Path) -> set[str]:
    """The addresses in a workbook."""
    found = set()
    for sheet in openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True):
        headings, *rows = list(sheet.iter_rows(values_only=True))
        places = [at for at, name in enumerate(headings) if name in addressed.COLUMNS]
        found |= {row[at] for row in rows for at in places}
    return found


_ENCODED = re.compile(r'"((?:data|mailto|https://wa\.me)[:/][^"]*)"')


def _sent(page: Path) -> set[str]:
    """The whole addresses of the site in what a page hands to other programs."""
    encoded = map(html.unescape, _ENCODED.findall(page.read_text("utf-8")))
    pattern = re.compile(rf"{re.escape(HOST)}[\w./#-]*")
    return {each for text in encoded for each in pattern.findall(unquote(text))}


@pytest.mark.site
def test_what_a_browser_or_a_sheet_opens(addressed_site: Path, tmp_path: Path) -> None:
    """The addresses in workbooks, in records of citations, and in what is sent to others."""
    cells = {each for path in addressed_site.rglob("*.xlsx") for each in _cells(path)}
    sent = {each for path in addressed_site.rglob("*.html") for each in _sent(path)}
    assert f"{HOST}kab-contoh/dinas-contoh/2024/sekretaris/" in sent
    assert "kab-contoh/dinas-contoh/2024/sekretaris/#surat-tepat-waktu" in cells
    site = shutil.copytree(addressed_site, tmp_path / "situs")
    leading = (each.removeprefix(HOST) for each in sorted(cells | sent))
    text = "".join(f'<a href="/{html.escape(each)}"></a>' for each in leading)
    (site / "semua.html").write_text(text, "utf-8")
    assert list(links.broken(site, seen.all_of(site), HOST)) == []
