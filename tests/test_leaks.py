"""The last look at a built site: no number of a person gets into it unseen."""

import json
from pathlib import Path

import pytest
from conftest import own

from generator.build import publishing
from generator.commands import cli
from generator.exports import workbook
from generator.exports.columns import Column
from generator.exports.tables import Table
from generator.settings import Settings
from generator.site import leaks

NIP = "19850315 201001 1 002"


def _found_page(content: str) -> str:
    return json.dumps({"url": "/x/", "isi": content})


LEAKS = {
    "a feed": ("x.xml", f"<feed>\n<content>{NIP}</content></feed>", "baris 2", "NIP"),
    "a text": ("x.html", f"<p>a</p>\n<p>{NIP}</p>", "baris 2", "NIP"),
    "one with entities": (
        "x.html",
        "<p>19850315&nbsp;201001&#32;1&ndash;002</p>",
        "baris 1",
        "NIP",
    ),
    "an attribute": ("x.html", '<p data-x="NIK 3507010101800001">a</p>', "baris 1", "NIK"),
    "an attribute of an empty element": ("x.html", f'<br title="{NIP}"/>', "baris 1", "NIP"),
    "an address": (
        "x.html",
        '<a href="data:,NIP%2019850315%20201001%201%20002">',
        "baris 1",
        "NIP",
    ),
    "a script": ("x.html", f'<script type="x">{{"a": "{NIP}"}}</script>', "baris 1", "NIP"),
    "a comment": ("x.html", f"\n<!-- {NIP} -->", "baris 2", "NIP"),
    "a title": ("x.html", f"<title>{NIP}</title>", "baris 1", "NIP"),
    "JSON": ("a/x.json", json.dumps({"a": [{"b": NIP}]}), "isi > a > b", "NIP"),
    "a key of JSON": ("a/x.json", json.dumps({"a": {NIP: 1}}), "isi > a", "NIP"),
    "below such a key": (
        "a/x.json",
        json.dumps({NIP: {"x": "3507010101800001"}}),
        "isi > •••••••• •••••• • ••• > x",
        "NIK",
    ),
    "a number of JSON": ("a/x.json", '{"a": 198503152010011002}', "isi > a", "NIP"),
    "escaped JSON": ("a/x.json", '"\\u0031985 0315 2010 01 1 002"', "isi", "NIP"),
    "a line of JSON": ("a/x.ndjson", f'{{}}\n{{"a": "{NIP}"}}\n', "baris 2 > a", "NIP"),
    "a catalogue": ("a/x.jsonld", json.dumps({"a": NIP}), "isi > a", "NIP"),
    "a cell of CSV": ("a/x.csv", f'"a","b"\r\n"c","NIP\n""{NIP}"""\r\n', "isi", "NIP"),
    "a cell of a sheet": (
        "a/x.xlsx",
        workbook.written([(Table("a", [Column("b", "", str)], tuple), [[NIP]])]),
        "isi",
        "NIP",
    ),
    "a page of the search": ("cari/indeks/h1.json", _found_page(f"a {NIP}"), "isi > isi", "NIP"),
}


def _write(folder: Path, path: str, data: str | bytes) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.mark.parametrize(("path", "data", "where", "kind"), LEAKS.values(), ids=LEAKS)
def test_a_leak(tmp_path: Path, path: str, data: str | bytes, where: str, kind: str) -> None:
    """The file, where in it and what it is; never the number."""
    _write(tmp_path, path, data)
    found = list(leaks.found(tmp_path))
    assert f"{path}: {where}: memuat nomor pribadi ({kind})" in found
    assert not any(part in line for line in found for part in ("1985", "3507"))


def test_a_leak_on_paper(tmp_path: Path) -> None:
    """What a PDF says is told by who prints it; there too ends of innocent texts may meet."""
    said = [("a/salinan.pdf", "Nomor 3"), ("a/salinan.pdf", f"NIP {NIP}")]
    assert list(leaks.found(tmp_path, said)) == ["a/salinan.pdf: isi: memuat nomor pribadi (NIP)"]
    _write(tmp_path, "x.html", "<li>3507 0101</li><li>0180 0001</li>")
    assert list(leaks.found(tmp_path, [("a/salinan.pdf", "3507 0101; 0180 0001")])) == []


INNOCENT = {
    "items of a list": "<li>3507 0101</li><li>0180 0001</li>",
    "a list in one line": "<li>3507 0101</li><li>0180 0001</li><p>3507 0101; 0180 0001</p>",
    "with words": "<li>Buku 19850315</li><li>201001 1 002 lembar</li>"
    "<p>Buku 19850315; 201001 1 002 lembar</p>",
    "four in a row": "<b>3507</b><b>0101</b><b>0180</b><b>0001</b><i>3507, 0101, 0180, 0001</i>",
    "years": "<p>2018 2019 2020 2021</p>",
    "a picture": '<path d="M19.85 3.15 20 10.01 1 0 2 35.07 1.01 1.8 0 1"/>',
    "a hash": f"<code>{'e3b0c44298fc1c14' * 4}</code>",
}


@pytest.mark.parametrize("page", INNOCENT.values(), ids=INNOCENT)
def test_what_stands_side_by_side_is_no_number(tmp_path: Path, page: str) -> None:
    """Neither on a page that joins two items, nor in the search index, which joins all."""
    _write(tmp_path, "x.html", page)
    words = page.replace("<", " <").replace(">", "> ")
    content = " ".join(word for word in words.split() if not word.startswith("<"))
    _write(tmp_path, "cari/indeks/h1.json", _found_page(content))
    assert list(leaks.found(tmp_path)) == []


def test_a_number_in_pieces_that_stand_nowhere_else(tmp_path: Path) -> None:
    """Small numbers stand everywhere; from them no number of a person is excused."""
    pieces = "".join(f"<b>{each}</b>" for each in ("1", "2", "03", "15", "01", "002", "2010"))
    _write(tmp_path, "x.html", f"{pieces}<p>1985 03 15 2010 01 1 002</p>")
    assert list(leaks.found(tmp_path)) == ["x.html: baris 1: memuat nomor pribadi (NIP)"]


@pytest.mark.site
def test_a_number_stops_the_publication(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """However it got into the pages: the last good site stays, and the file is named."""
    assert publishing.publish(publishing.check(settings), settings, lambda words: None) == []
    good = (settings.site / "index.html").read_bytes()
    template = own(settings.theme / "pages") / "pemda.md.jinja"
    template.write_text(f"{template.read_text('utf-8')}\n<p>NIP {NIP}</p>\n", "utf-8")
    assert cli.main(["build", "--config", str(settings.config)]) == 1
    said = capsys.readouterr().err
    assert "Pemeriksaan akhir menemukan kesalahan, situs tidak diganti:\n" in said
    assert "\nkab-contoh/index.html: " in said
    assert "memuat nomor pribadi (NIP)" in said
    assert "19850315" not in said
    assert (settings.site / "index.html").read_bytes() == good


@pytest.mark.site
def test_items_side_by_side_are_published(settings: Settings) -> None:
    """Two innocent items that pages, comparisons and search put one behind the other."""
    for edition in ("2023", "2024"):
        file = settings.content / "kab-contoh/dinas-contoh" / edition / "sekretaris.yml"
        text = file.read_text("utf-8")
        items = '        sumber_data:\n          - "19850315"\n          - 201001 1 002\n'
        first = "        rumus: Jumlah surat yang diurus\n"
        text = text.replace(first, first + items)
        text = text.replace("          - Buku agenda\n          - Laporan surat\n", items[21:])
        file.write_text(text, "utf-8")
    checked = publishing.check(settings)
    assert checked.problems == []
    assert publishing.publish(checked, settings, lambda words: None) == []
    page = settings.site / "bandingkan/edisi/kab-contoh/dinas-contoh/sekretaris/2023/2024"
    assert "19850315; 201001 1 002" in (page / "index.html").read_text("utf-8")
