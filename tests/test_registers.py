"""Rows for the registers of public information and of legal documents, hashes of decrees, and what
the files of decrees lack."""

import csv
import io
import json
import re
from dataclasses import replace
from hashlib import sha256

import openpyxl
import pytest
from conftest import HOST, dokumen, jabatan, put
from pydantic import ValidationError

from generator.build import publishing
from generator.content import addresses
from generator.content.content import Content
from generator.content.lacking import lacks
from generator.exports import digests, dip, jdihn
from generator.files import File
from generator.pages import ppid, registry
from generator.pages.ppid import PpidInstansiView, PpidView
from generator.settings import Settings
from generator.source.reading import parse

RSUD = ("kab-contoh", "rsud-contoh", "2024")
FILE = "berkas_sumber:\n  url: https://rsud.contohkab.go.id/iki.pdf\n  halaman: 24\n"


def _content(settings: Settings, more: str = "") -> Content:
    """The example; with more lines in the decree that has the most."""
    file = settings.content.joinpath(*RSUD, "dokumen.yml")
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    checked = publishing.check(settings)
    assert checked.mistakes == 0, checked.problems
    return checked.content


def _made(files: list[File]) -> dict[str, bytes]:
    return {each.address: each.data for each in files}


def _rows(content: Content, url: str = HOST) -> list[list[str]]:
    data = _made(list(dip.files(content, url)))["data/dip.csv"]
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_register_of_public_information(settings: Settings) -> None:
    """All columns, a row for each decree, what is blank is said."""
    head, *rows = _rows(_content(settings))
    assert head == list(dip.COLUMNS)
    assert [row[-1] for row in rows] == [
        f"{HOST}{addresses.page(each.key)}" for each in _content(settings).all_dokumen()
    ]
    assert rows[3] == [
        "4",
        "Indikator kinerja RSUD Contoh",
        "Direktur RSUD Contoh",
        "Bagian Tata Usaha",
        "Contoh, Februari 2024",
        "Cetak dan daring",
        "5 tahun",
        "berkala",
        "Kabupaten Contoh",
        "RSUD Contoh",
        "KEPUTUSAN DIREKTUR RSUD CONTOH",
        "800/12/RSUD/2024",
        "2024–2026",
        f"{HOST}kab-contoh/rsud-contoh/2024/",
    ]
    assert rows[0][1:8] == ["belum diisi"] * 7


def test_the_sheet_says_the_same(settings: Settings) -> None:
    """Texts are texts, whatever they look like; the bytes are the same every time."""
    content = _content(settings)
    entry = content.entries[RSUD]
    odd = entry.document.model_copy(update={"nomor": '=HYPERLINK("x")', "judul": "+1 https://a.id"})
    content = replace(content, entries={**content.entries, RSUD: replace(entry, document=odd)})
    files = _made(list(dip.files(content, HOST)))
    assert files == _made(list(dip.files(content, HOST)))
    sheet = openpyxl.load_workbook(io.BytesIO(files["data/dip.xlsx"])).active
    found = [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet.rows]
    assert found == _rows(content)
    assert sheet.freeze_panes == "A2"
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row[1:]} == {"s"}
    assert not any(cell.hyperlink for row in sheet.rows for cell in row)


def test_a_draft_is_in_no_register(bare: Settings) -> None:
    """Not even where drafts have pages."""
    put(bare, {"2024/dokumen.yml": dokumen(2024, "status: draf"), "2024/a.yml": jabatan("A", 1)})
    content = publishing.check(bare).content
    assert _rows(content)[1:] == []
    assert json.loads(_made(list(jdihn.files(content, HOST)))["data/jdihn.json"]) == []
    assert _made(list(digests.files(content))) == {"periksa/sidik.json": b"{}\n"}


def test_the_feed_of_legal_documents(settings: Settings) -> None:
    """Only the decree that lacks nothing, with every field of the network."""
    content = _content(settings, FILE)
    (found,) = json.loads(_made(list(jdihn.files(content, HOST)))["data/jdihn.json"])
    page = f"{HOST}kab-contoh/rsud-contoh/2024/"
    assert found == {
        "idData": "kab-contoh/rsud-contoh/2024",
        "tahun_pengundangan": "2024",
        "tanggal_penetapan": "2024-02-05",
        "tanggal_pengundangan": "2024-02-06",
        "jenis": "Keputusan Direktur",
        "noPeraturan": "800/12/RSUD/2024",
        "judul": "KEPUTUSAN DIREKTUR RSUD CONTOH TENTANG INDIKATOR KINERJA UTAMA DAN INDIKATOR "
        "KINERJA INDIVIDU RSUD CONTOH",
        "noPanggil": None,
        "singkatanJenis": "KEPDIR",
        "tempatTerbit": "Contoh",
        "penerbit": "RSUD Contoh",
        "deskripsiFisik": "24 hlm",
        "sumber": "RSUD Contoh",
        "isbn": None,
        "status": "Berlaku",
        "bahasa": "Indonesia",
        "bidangHukum": "Hukum Administrasi Negara",
        "teuBadan": "Kabupaten Contoh. RSUD Contoh",
        "nomorIndukBuku": None,
        "abstrak": "Menetapkan indikator kinerja rumah sakit.",
        "last_updated": "2024-06-30T00:00:00+07:00",
        "urlAbstrak": f"{page}#_catatan-publik",
        "urlDetailPeraturan": page,
        "fileDownload": "iki.pdf",
        "urlDownload": "https://rsud.contohkab.go.id/iki.pdf",
        "subjek": "Indikator kinerja",
        "operasi": "4",
        "display": "1",
    }
    jdihn.Peraturan(**found)


@pytest.mark.parametrize("name", [
    name for name, field in jdihn.Peraturan.model_fields.items() if field.annotation is str
])  # fmt: skip
def test_what_the_network_requires(name: str, settings: Settings) -> None:
    """It is a text in every record, and null in none."""
    content = _content(settings, FILE)
    (found,) = json.loads(_made(list(jdihn.files(content, HOST)))["data/jdihn.json"])
    assert found[name]
    with pytest.raises(ValidationError):
        jdihn.Peraturan(**{**found, name: None})


def test_a_feed_must_lead_back(settings: Settings) -> None:
    """Without an address of the site there is no record."""
    content = _content(settings, FILE)
    assert _made(list(jdihn.files(content, "")))["data/jdihn.json"] == b"[]\n"


def test_a_decree_without_a_file_gives_its_reason(settings: Settings) -> None:
    """The network then has the sign that it uses itself."""
    content = _content(settings, "berkas_sumber:\n  alasan_tidak_ada: Hanya ada di kertas.\n")
    (found,) = json.loads(_made(list(jdihn.files(content, HOST)))["data/jdihn.json"])
    assert (found["fileDownload"], found["urlDownload"]) == ("-", "-")


def test_each_line_to_type_fills_what_it_says(settings: Settings) -> None:
    """Typed where it is told, all of them make a file that lacks nothing."""
    content = _content(settings)
    for entry in content.all_dokumen():
        path = settings.root / entry.source.path
        lines = path.read_text("utf-8").splitlines()
        lines = [each for each in lines if each != "nomor_lengkap: false"]
        # From below, so that the numbers of lines hold.
        found = sorted(lacks(entry), key=lambda each: -(each.replaces or each.below))
        begun: set[str] = set()
        for each in found:
            part = str(each.field[0])
            line = each.line.replace("e3b0c442…", "a" * 64)
            if each.replaces:
                lines[each.replaces - 1] = line
            elif each.below:
                lines.insert(each.below, line)
            elif len(each.field) > 1:
                place = lines.index(f"{part}:") + 1 if part in begun else len(lines)
                lines[place:place] = [line] if part in begun else [f"{part}:", line]
                begun.add(part)
            else:
                lines.append(line)
        text = "\n".join(lines) + "\n"
        assert parse(text, "dokumen.yml")[1] == []
        path.write_text(text, "utf-8")
    checked = publishing.check(settings)
    assert not [each for each in checked.problems if each.is_mistake]
    assert [list(lacks(each)) for each in checked.content.all_dokumen()] == [[]] * 5


def _views(content: Content, settings: Settings) -> dict[str, PpidView | PpidInstansiView]:
    return dict(ppid.pages(registry.site_of(content, settings)))


def test_the_page_for_ppid(settings: Settings) -> None:
    """Every decree, by pemda, with its status and how much its file lacks."""
    content = _content(settings)
    front = _views(content, settings)["ppid/"]
    assert isinstance(front, PpidView)
    (group,) = front.groups
    assert (group.count, len(group.rows)) == (5, 5)
    assert {row.state for row in group.rows} == {
        "Berlaku per 30 Juni 2024",
        "Berlaku menurut naskah, belum dipastikan",
        "Belum dipastikan masih berlaku",
        "Dicabut",
    }
    agency = _views(content, settings)["ppid/kab-contoh/rsud-contoh/"]
    assert isinstance(agency, PpidInstansiView)
    assert [len(each.typed) for each in agency.completions] == [15, 3]
    assert [each.line for each in agency.completions[1].typed] == [
        "berkas_sumber:\n  url: https://dinas.kotaanda.go.id/iki-2024.pdf",
        "  sha256: e3b0c442…",
        "  halaman: 24",
    ]


def test_a_large_site_leads_to_its_parts(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The front page then has the pemda only."""
    monkeypatch.setattr(ppid, "MOST_ROWS", 4)
    views = _views(_content(settings), settings)
    front, pemda = views["ppid/"], views["ppid/kab-contoh/"]
    assert isinstance(front, PpidView)
    assert isinstance(pemda, PpidView)
    assert [(each.count, each.rows) for each in front.groups] == [(5, [])]
    assert [len(each.rows) for each in pemda.groups] == [2, 1, 2]


def test_which_decree_a_file_is(settings: Settings) -> None:
    """By its hash: name, address, status, and what is newer."""
    file = settings.content / "kab-contoh/dinas-contoh/2023/dokumen.yml"
    text = f"berkas_sumber:\n  sha256: {'AB' * 32}\n"
    file.write_text(file.read_text("utf-8") + text, "utf-8")
    found = json.loads(_made(list(digests.files(_content(settings))))["periksa/sidik.json"])
    assert found["ab" * 32] == [
        {
            "nama": "KEPUTUSAN KEPALA DINAS CONTOH (Dinas Contoh, Kabupaten Contoh, 2023)",
            "alamat": "../kab-contoh/dinas-contoh/2023/",
            "status": "dicabut",
            "baru": "KEPUTUSAN KEPALA DINAS CONTOH (Dinas Contoh, Kabupaten Contoh, 2024)",
            "alamat_baru": "../kab-contoh/dinas-contoh/2024/",
        }
    ]


@pytest.mark.long
def test_a_long_list_is_split(bare: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the first digits; every hash lies in the part of its own, and no part is empty."""
    monkeypatch.setattr(digests, "MOST", 2)
    hashes = [sha256(bytes([number])).hexdigest() for number in range(40)]
    for number, digest in enumerate(hashes):
        decree = dokumen(2000 + number, f"berkas_sumber:\n  sha256: {digest}")
        put(bare, {f"{2000 + number}/dokumen.yml": decree})
    content = publishing.check(bare).content
    assert digests.split(digests.count(content)) == 2
    files = _made(list(digests.files(content)))
    assert {digest for data in files.values() for digest in json.loads(data)} == set(hashes)
    for address, data in files.items():
        start = re.fullmatch(r"periksa/sidik-([0-9a-f]{2})\.json", address)
        assert start
        assert all(digest.startswith(start[1]) for digest in json.loads(data))


@pytest.mark.parametrize(("known", "digits"), [(0, 0), (400, 0), (401, 1), (6400, 1), (6401, 2)])
def test_by_how_many_digits(known: int, digits: int) -> None:
    assert digests.split(known) == digits


def test_what_is_newer(bare: Settings) -> None:
    """The newest of the same kind; a plan is another thing, and an amendment leaves a position."""
    put(
        bare,
        {
            "2022/dokumen.yml": dokumen(2022),
            "2022/a.yml": jabatan("A", 1),
            "2023/dokumen.yml": dokumen(2023),
            "2023/a.yml": jabatan("A", 1),
            "2023-p1/dokumen.yml": dokumen(
                2023,
                "perubahan:\n  jenis: perubahan\n  atas: 2023",
                "tanggal_ditetapkan: 2023-05-01",
            ),
            "2023-p1/b.yml": jabatan("B", 2),
            "2024/dokumen.yml": dokumen(2024, "jenis: Renstra"),
            "2024/a.yml": jabatan("A", 1),
        },
    )
    content = publishing.check(bare).content
    found = {each.slug: content.newer(each) for each in content.all_dokumen()}
    assert {slug: each and each.slug for slug, each in found.items()} == {
        "2022": "2023-p1",
        "2023": "2023-p1",
        "2023-p1": None,
        "2024": None,
    }
