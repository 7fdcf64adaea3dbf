"""Workbooks are read as they show."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from as_read import cells, texts
from made_files import (
    xls,
)

from generator.importing.blocks import Table
from generator.importing.readers import read
from generator.importing.readers.shown import shown

pytestmark = pytest.mark.usefixtures("in_this_process")


def test_a_workbook_is_read_as_it_shows(tmp_path: Path) -> None:
    """Text above a table, merged cells, number formats, several sheets; what is hidden is said."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.title = "Camat"
    for line in (
        ["INDIKATOR KINERJA INDIVIDU"],
        ["Jabatan", ":", "Camat"],
        ["Tugas:\na. satu\nb. dua"],
        [],
        ["NO", "KINERJA", "INDIKATOR", "TARGET"],
        [1, "Surat", "Jumlah surat", 0.905],
        [None, None, "Jumlah\nnaskah", 1000],
        [3, "tersembunyi"],
        [4, "Tanggal", None, date(2024, 12, 31)],
    ):
        sheet.append(line)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("B6:B7")
    sheet["D6"].number_format, sheet["D7"].number_format = "0.0%", "#,##0"
    sheet["D9"].number_format = "d mmmm yyyy"
    sheet.row_dimensions[8].hidden = True
    other = book.create_sheet("Rahasia")
    other.sheet_state, other["A1"] = "hidden", "x"
    book.create_sheet("Kosong")
    last = book.create_sheet("Sekretaris")
    last["B2"], last["XFD1048576"] = "Jabatan : Sekretaris", "jauh"
    last.column_dimensions["C"].hidden, last["C3"] = True, "kolom tersembunyi"
    book.save(tmp_path / "a.xlsx")
    source = read(tmp_path / "a.xlsx")
    assert texts(source.blocks) == [
        "INDIKATOR KINERJA INDIVIDU",
        "Jabatan : Camat",
        "Tugas: / a. satu / b. dua",
        "Jabatan : Sekretaris",
        "jauh",
    ]
    assert cells(source) == [
        ["NO", "KINERJA", "INDIKATOR", "TARGET"],
        ["1", "Surat", "Jumlah surat", "90,5%"],
        ["", "←", "Jumlah / naskah", "1.000"],
        ["4", "Tanggal", "", "31 Desember 2024"],
    ]
    (block,) = [each for each in source.blocks if isinstance(each, Table)]
    assert block.rows[1][3].place.said == "Camat!D6"
    assert source.notes == (
        'Lembar tersembunyi tidak dibaca: "Rahasia". Bila termasuk naskah, tampilkan dulu, simpan, '
        "lalu impor lagi.",
        'Lembar "Camat": 1 baris tersembunyi tidak dibaca. Bila termasuk naskah, tampilkan dulu '
        "(Unhide), simpan, lalu impor lagi.",
        'Lembar "Sekretaris": 1 kolom tersembunyi tidak dibaca. Bila termasuk naskah, tampilkan '
        "dulu (Unhide), simpan, lalu impor lagi.",
    )


def test_a_formula_of_excel_without_its_result_is_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["KINERJA", "=1+1"])
    book.save(tmp_path / "a.xlsx")
    assert cells(read(tmp_path / "a.xlsx")) == [["KINERJA", "[rumus Excel tanpa hasil: =1+1]"]]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (None, "General", ""),
        ("a", "0", "a"),
        (True, "General", "TRUE"),
        (False, "General", "FALSE"),
        (2024, "General", "2024"),
        (2.5, "General", "2,5"),
        (0.1 + 0.2, "General", "0,3"),
        (1e20, "General", "100000000000000000000"),
        (0.9, "0%", "90%"),
        (0.905, "0.00%", "90,50%"),
        (1234567.5, "#,##0.00", "1.234.567,50"),
        (2.5, "0.##", "2,5"),
        (2, "0.##", "2"),
        (7, "000", "007"),
        (5, '0" dokumen"', "5 dokumen"),
        (5, "0\\ \\h", "5 h"),
        (1000, '"Rp"#,##0', "Rp1.000"),
        (1000, "[$Rp-421]#,##0", "Rp1.000"),
        (-5, "#,##0;[Red](#,##0)", "(5)"),
        (-5, "0", "-5"),
        (0, '0;-0;"nihil"', "nihil"),
        (1500000, "0.0,,", "1,5"),
        (1.5, "# ?/?", "1,5"),
        (1234, "0.00E+00", "1234"),
        (3, "@", "3"),
        (date(2024, 3, 5), "dd/mm/yyyy", "05/03/2024"),
        (datetime(2024, 3, 5, 8, 7), "mm-dd-yy", "05/03/2024"),
        (datetime(2024, 3, 5, 8, 7, 6), "d mmm yy hh:mm:ss", "5 Mar 24 08:07:06"),
        (date(2024, 3, 5), "[$-421]dddd, dd mmmm yyyy", "Selasa, 05 Maret 2024"),
        (date(2024, 3, 5), 'ddd d/m "tahun" yyyy', "Sel 5/3 tahun 2024"),
        (date(2024, 3, 5), "d\\.m AM/PM", "5.3"),
        (time(8, 30), "hh:mm", "08:30"),
        (timedelta(hours=12), "[h]:mm", "0,5"),
    ],
)
def test_a_cell_shows_its_value_as_excel_does(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text  # type: ignore[arg-type]


def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    """Its number formats are not, which is said where it matters."""
    made = xls(
        tmp_path / "a.xls",
        [["Jabatan : Camat"], [""], ["KINERJA", "", "TARGET"], ["Surat", "", 0.5], ["", "", 12.0]],
        [(3, 4, 0, 0)],
    )
    source = read(made)
    assert texts(source.blocks) == ["Jabatan : Camat"]
    assert cells(source) == [["KINERJA", "TARGET"], ["Surat", "0,5"], ["←", "12"]]
    (note,) = source.notes
    assert note.startswith("Bentuk angka dalam XLS (persen, banyaknya desimal) tidak terbaca")
