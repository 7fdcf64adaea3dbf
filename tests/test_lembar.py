"""The form for Excel: what is typed is what is imported, and a mistake is told by its cell."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from conftest import ROOT, SOURCES

from generator.commands import cli
from generator.importing.lembar import filled, making
from generator.importing.lembar.form import DECREE, EXAMPLE, SHEETS, is_form
from generator.importing.readers.refusal import BROKEN, RefusedError

Book = Any


@pytest.fixture
def fill(tmp_path: Path) -> Callable[..., Path]:
    """A form in which rows are typed."""

    def of(
        change: Callable[[Book], None] = lambda _: None, **rows: list[dict[str, object]]
    ) -> Path:
        book = openpyxl.load_workbook(BytesIO(making.made()))
        for number, value in ((1, "IKI"), (2, "KEPUTUSAN"), (4, "IKI"), (5, 2025)):
            book["Dokumen"].cell(number, 2, value)
        for name, lines in rows.items():
            sheet = book[name]
            headings = {cell.value: cell.column for cell in sheet[1]}
            for line, typed in enumerate(lines, 3):
                for heading, value in typed.items():
                    sheet.cell(line, headings[heading], value)
        change(book)
        book.save(tmp_path / "isi.xlsx")
        return tmp_path / "isi.xlsx"

    return of


POSITION = {"Nama": "SEKRETARIS", "Kelompok": "administrator"}
WORK: dict[str, object] = {
    "Jabatan": "SEKRETARIS",
    "Sasaran": "Surat terurus",
    "Indikator": "Surat",
}


def test_the_form_is_the_same_whenever_it_is_made() -> None:
    assert making.made() == making.made()


def test_the_form_has_choices_an_example_and_help() -> None:
    book = openpyxl.load_workbook(BytesIO(making.made()))
    assert book.sheetnames == ["Petunjuk", "Dokumen", "Jabatan", "Tugas", "Fungsi", "Indikator"]
    told = [each.formula1 for each in book["Indikator"].data_validations.dataValidation]
    assert '"jumlah,persentase,rasio,nilai,uraian"' in told
    assert '"maksimum,minimum,stabil"' in told
    assert "=Jabatan!$A$2:$A$1000" in told
    explained = {(row[0], row[1]) for row in book["Petunjuk"].iter_rows(values_only=True)}
    assert {(name, each.heading) for name, c in SHEETS.items() for each in c} <= explained
    assert {("Dokumen", each.heading) for each in DECREE} <= explained
    assert book["Indikator"]["A2"].value == EXAMPLE


def test_what_was_typed_is_what_is_imported(fill: Callable[..., Path]) -> None:
    """Nothing more: the example is none, and a blank cell is that above only where it says so."""
    path = fill(
        Jabatan=[POSITION, {"Nama": "STAF", "Pembeda": "arsip", "Unit kerja": "Umum"}],
        Tugas=[
            {"Jabatan": "SEKRETARIS", "Tugas": "Mengurus  surat"},
            {"Tugas": "Bagian: umum"},
            {"Jabatan": "STAF (arsip)", "Tugas": "Menyimpan"},
        ],
        Fungsi=[{"Jabatan": "SEKRETARIS", "Fungsi": "Pengelolaan"}],
        Indikator=[
            {
                **WORK,
                "Jenis rumus": "persentase",
                "Pembilang": "A",
                "Penyebut": "B",
                "Faktor": "100%",
                "Sumber data": "Agenda\nLaporan",
                "Polarisasi": "maksimum",
                "Target 2025": 0.9,
            },
            {"Indikator": "Surat", "Rumus": "Jumlah surat", "Bobot": "12,5"},
            {"Sasaran": "Lain", "Indikator": "Naskah", "Jenis rumus": "nilai", "Rumus": "Nilai X"},
            {
                "Jabatan": "STAF (arsip)",
                "Indikator": "Arsip",
                "Jenis rumus": "jumlah",
                "Rumus": "J",
            },
        ],
    )
    found = filled.typed_in(path)
    assert found.mistakes == ()
    assert found.files == {
        "dokumen.yml": {
            "jenis": "IKI",
            "judul": "KEPUTUSAN",
            "tentang": "IKI",
            "tahun": "2025",
            "status": "draf",
        },
        "sekretaris.yml": {
            "urutan": "1",
            "nama": "SEKRETARIS",
            "kelompok": "administrator",
            "tugas": ["Mengurus surat", "Bagian: umum"],
            "fungsi": ["Pengelolaan"],
            "sasaran": [
                {
                    "uraian": "Surat terurus",
                    "indikator": [
                        {
                            "id": "surat",
                            "rumus": {
                                "jenis": "persentase",
                                "pembilang": "A",
                                "penyebut": "B",
                                "faktor": "100%",
                            },
                            "nama": "Surat",
                            "sumber_data": ["Agenda", "Laporan"],
                            "polarisasi": "maksimum",
                            "target": {"2025": "0,9"},
                        },
                        {
                            "id": "surat-2",
                            "rumus": "Jumlah surat",
                            "nama": "Surat",
                            "bobot": "12,5",
                        },
                    ],
                },
                {
                    "uraian": "Lain",
                    "indikator": [
                        {
                            "id": "naskah",
                            "rumus": {"jenis": "nilai", "nilai": "Nilai X"},
                            "nama": "Naskah",
                        }
                    ],
                },
            ],
        },
        "staf-arsip.yml": {
            "urutan": "2",
            "nama": "STAF",
            "pembeda": "arsip",
            "unit_kerja": "Umum",
            "tugas": ["Menyimpan"],
            "sasaran": [
                {
                    "indikator": [
                        {
                            "id": "arsip",
                            "rumus": {"jenis": "jumlah", "hitung": "J"},
                            "nama": "Arsip",
                        }
                    ]
                }
            ],
        },
    }


def _rows(position: dict[str, Any], name: str) -> Iterator[dict[str, object]]:
    """The rows of a position's indicators, as an officer types them."""
    for goal in position["sasaran"]:
        for each in goal["indikator"]:
            rumus = each.get("rumus")
            is_share = isinstance(rumus, dict) and rumus["jenis"] == "persentase"
            parts = rumus if is_share else {}
            yield {
                "Jabatan": name,
                "Sasaran": goal["uraian"],
                "Indikator": each["nama"],
                "Rumus": rumus if isinstance(rumus, str) else None,
                "Jenis rumus": parts.get("jenis"),
                "Pembilang": parts.get("pembilang"),
                "Penyebut": parts.get("penyebut"),
                "Sumber data": "\n".join(map(str, each.get("sumber_data", []))) or None,
            }


@pytest.mark.long
@pytest.mark.parametrize("edition", sorted(SOURCES))
def test_a_whole_edition_typed_in_the_form_comes_out_as_it_went_in(
    fill: Callable[..., Path], edition: str
) -> None:
    paths = sorted((ROOT / "content").glob("*/*/*/*.yml"))
    folder = {path: "-".join(path.parent.relative_to(ROOT / "content").parts) for path in paths}
    files = [path for path in paths if folder[path] == edition and path.stem != "dokumen"]
    found = [yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) for path in files]
    rows = [
        row for name, each in zip(_names(found), found, strict=True) for row in _rows(each, name)
    ]
    duties = [
        {"Jabatan": row, "Tugas": str(duty)}
        for row, each in zip(_names(found), found, strict=True)
        for duty in each.get("tugas", [])
    ]
    names = [{"Nama": each["nama"], "Pembeda": each.get("pembeda")} for each in found]
    imported = filled.typed_in(fill(Jabatan=names, Tugas=duties, Indikator=rows))
    assert imported.mistakes == ()
    _, *positions = imported.files.values()
    again = zip(_names(found), positions, strict=True)
    assert [row for name, each in again for row in _rows(each, name)] == rows
    assert [duty for each in positions for duty in each.get("tugas", [])] == [
        each["Tugas"] for each in duties
    ]


def _names(found: list[dict[str, Any]]) -> list[str]:
    return [f"{e['nama']} ({e['pembeda']})" if "pembeda" in e else e["nama"] for e in found]


def test_columns_may_be_renamed_added_and_left_out(fill: Callable[..., Path]) -> None:
    """A period is one by its heading; what no field knows stands under its heading."""

    def change(book: Book) -> None:
        sheet = book["Indikator"]
        sheet.cell(1, 20, "Target 2026 TW I")
        sheet.cell(1, 21, "Perspektif")
        for column, value in ((20, 5), (21, "Internal")):
            sheet.cell(3, column, value)
        book["Dokumen"].cell(7, 2, date(2024, 12, 31))

    found = filled.typed_in(fill(change, Jabatan=[POSITION], Indikator=[WORK]))
    assert found.mistakes == ()
    (goal,) = found.files["sekretaris.yml"]["sasaran"]
    (indicator,) = goal["indikator"]  # type: ignore[index, call-overload]
    assert indicator["target"] == {"2026-tw1": "5"}  # type: ignore[index, call-overload]
    assert indicator["lainnya"] == {"Perspektif": "Internal"}  # type: ignore[index, call-overload]
    assert found.files["dokumen.yml"]["tanggal_ditetapkan"] == "2024-12-31"


def _as_excel_does(book: Book) -> None:
    """Sheets put in another order, rows left out, a column moved and one added, cells merged, a
    share as a number."""
    book.move_sheet("Indikator", -4)
    book["Dokumen"]["B5"] = 2025
    book["Dokumen"]["B7"] = date(2025, 1, 9)
    sheet = book["Indikator"]
    sheet.insert_rows(3, 2)
    sheet.insert_cols(2)
    sheet["B1"], sheet["B5"] = "Perspektif", "Internal"
    (faktor,) = (each.column for each in sheet[1] if each.value == "Faktor")
    sheet.cell(5, faktor, 1).number_format = "0%"
    (sumber,) = (each.column for each in sheet[1] if each.value == "Sumber data")
    for column in (1, sumber):
        sheet.merge_cells(None, 5, column, 6, column)
    sheet.cell(900, 1).number_format = "@"
    book["Jabatan"].insert_rows(3, 3)


@pytest.mark.long
def test_what_excel_does_to_a_form_changes_nothing(fill: Callable[..., Path]) -> None:
    path = fill(
        _as_excel_does,
        Jabatan=[POSITION],
        Indikator=[
            {
                **WORK,
                "Jenis rumus": "persentase",
                "Pembilang": "A",
                "Penyebut": "B",
                "Sumber data": "Agenda",
                "Bobot": 12.5,
                "Target 2025": 1000,
            },
            {"Indikator": "Naskah", "Rumus": "Jumlah naskah", "Target 2025": "-"},
        ],
    )
    found = filled.typed_in(path)
    assert found.mistakes == ()
    assert found.files["dokumen.yml"]["tahun"] == "2025"
    assert found.files["dokumen.yml"]["tanggal_ditetapkan"] == "2025-01-09"
    assert found.files["sekretaris.yml"]["sasaran"] == [
        {
            "uraian": "Surat terurus",
            "indikator": [
                {
                    "id": "surat",
                    "rumus": {
                        "jenis": "persentase",
                        "pembilang": "A",
                        "penyebut": "B",
                        "faktor": "100%",
                    },
                    "lainnya": {"Perspektif": "Internal"},
                    "nama": "Surat",
                    "sumber_data": ["Agenda"],
                    "bobot": "12,5",
                    "target": {"2025": "1000"},
                },
                {
                    "id": "naskah",
                    "rumus": "Jumlah naskah",
                    "nama": "Naskah",
                    "sumber_data": ["Agenda"],
                    "target": {"2025": "-"},
                },
            ],
        }
    ]


def test_an_empty_form_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(making.made())
    assert filled.typed_in(tmp_path / "a.xlsx").mistakes == (
        'Dokumen!B1: bagian wajib "jenis" belum diisi.',
        'Dokumen!B1: bagian wajib "judul" belum diisi.',
        'Dokumen!B1: bagian wajib "tentang" belum diisi.',
        "Jabatan!A2: belum ada jabatan. Tulis nama jabatan yang pertama.",
    )


@pytest.mark.parametrize(
    ("rows", "mistakes"),
    [
        (
            {"Jabatan": [POSITION], "Indikator": [{**WORK, "Polarisasi": "maximum"}]},
            ['Indikator!K3: polarisasi "maximum" tidak dikenal. Maksudnya "maksimum"?'],
        ),
        (
            {"Jabatan": [POSITION], "Indikator": [{**WORK, "Jenis rumus": "persentase"}]},
            [
                'Indikator!D3: bagian wajib "pembilang" belum diisi.',
                'Indikator!D3: bagian wajib "penyebut" belum diisi.',
            ],
        ),
        (
            {"Jabatan": [POSITION], "Indikator": [{**WORK, "Rumus": "x", "Pembilang": "A"}]},
            ["Indikator!E3:"],
        ),
        (
            {"Jabatan": [POSITION, POSITION], "Indikator": [WORK]},
            [
                'Jabatan!A4: jabatan "SEKRETARIS" sudah ada di Jabatan!A3. Tulis di kolom Pembeda '
                "apa yang membedakannya."
            ],
        ),
        (
            {
                "Jabatan": [POSITION],
                "Indikator": [WORK],
                "Tugas": [{"Jabatan": "SEKRETARS", "Tugas": "x"}],
            },
            ['Tugas!A3: jabatan "SEKRETARS" tidak ada di lembar Jabatan. Maksudnya "SEKRETARIS"?'],
        ),
        (
            {
                "Jabatan": [POSITION],
                "Indikator": [WORK],
                "Fungsi": [{"Jabatan": "CAMAT", "Fungsi": "x"}],
            },
            ['Fungsi!A3: jabatan "CAMAT" tidak ada di lembar Jabatan. Tulis dulu'],
        ),
        (
            {"Jabatan": [{"Unit kerja": "Umum"}, POSITION], "Indikator": [WORK]},
            ["Jabatan!A3: nama jabatan belum ditulis."],
        ),
        ({"Jabatan": [POSITION]}, ['Jabatan!A3: bagian wajib "sasaran" belum diisi.']),
        (
            {
                "Jabatan": [POSITION],
                "Indikator": [{**WORK, "Catatan": "NIP 19700101 199001 1 001"}],
            },
            ["Indikator!R3:"],
        ),
        (
            {"Jabatan": [POSITION], "Indikator": [{**WORK, "Rumus": "=1/0"}]},
            [],
        ),
    ],
)
def test_a_mistake_is_told_by_its_cell(
    fill: Callable[..., Path], rows: dict[str, Any], mistakes: list[str]
) -> None:
    found = filled.typed_in(fill(**rows)).mistakes
    assert len(found) == len(mistakes), found
    for said, begins in zip(found, mistakes, strict=True):
        assert said.startswith(begins)


@pytest.mark.long
def test_a_form_is_known_by_its_sheets(tmp_path: Path, fill: Callable[..., Path]) -> None:
    """No other workbook, and no other file, is one."""
    assert is_form(fill())
    book = openpyxl.Workbook()
    book.save(tmp_path / "lain.xlsx")
    (tmp_path / "a.xlsx").write_bytes(making.made()[:500])
    (tmp_path / "a.txt").write_text("Jabatan : Camat")
    (tmp_path / "kosong.xlsx").write_bytes(b"")
    others = ("lain.xlsx", "a.xlsx", "a.txt", "kosong.xlsx")
    assert not any(is_form(tmp_path / each) for each in others)


@pytest.mark.long
def test_a_broken_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(making.made()[:500])
    with pytest.raises(RefusedError, match=BROKEN[:20]):
        filled.read(tmp_path / "a.xlsx")


def test_the_command_makes_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It never writes over a file."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", "lembar", "iki.xlsx"]) == 0
    told = "Selesai: iki.xlsx. Isi dengan Excel atau LibreOffice, lalu impor.\n"
    assert "".join(capsys.readouterr()) == told
    assert (tmp_path / "iki.xlsx").read_bytes() == making.made()
    assert cli.main(["new", "lembar", "iki.xlsx"]) == 2
    assert '"iki.xlsx" sudah ada. Pilih nama berkas yang belum ada.' in capsys.readouterr().err
    assert cli.main(["new", "lembar", "iki.xls"]) == 2
    assert 'harus berakhiran .xlsx, misalnya "iki.xlsx"' in capsys.readouterr().err


def test_without_the_extra_the_command_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "generator.importing.lembar.making")
    monkeypatch.delattr("generator.importing.lembar.making")
    assert cli.main(["new", "lembar", str(tmp_path / "iki.xlsx")]) == 2
    assert '`pip install "iki-terbuka[impor]"`' in capsys.readouterr().err
    assert not (tmp_path / "iki.xlsx").exists()
