"""Makes the form."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from generator.importing.lembar.form import (
    DECREE,
    HELP,
    POSITION,
    SHEET_OF_DECREE,
    SHEETS,
    Column,
)

Sheet: TypeAlias = Any
_ROWS = 1000
"""So many rows have lists to choose from."""
_HEADING = PatternFill("solid", fgColor="DDE6F0")
_GREY = Font(italic=True, color="666666")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_INTRODUCTION = (
    "Isi lembar Dokumen, Jabatan, Tugas, Fungsi, dan Indikator, lalu ketik:",
    "iki import BERKAS.xlsx --ke content/PEMDA/INSTANSI/EDISI",
    "Salin apa adanya dari naskah. Baris contoh boleh dihapus; ia tidak diimpor.",
    "Jangan tulis NIP, NIK, dan nomor pribadi lain.",
    "Kolom yang tidak ada dalam naskah dibiarkan kosong atau dihapus.",
)
_SAME_TIME = (1980, 1, 1, 0, 0, 0)
_CLOCK = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def made() -> bytes:
    """The form as a workbook; the same bytes whenever it is made."""
    book = Workbook()
    _help(book.active)
    _decree(book.create_sheet(SHEET_OF_DECREE))
    for name, columns in SHEETS.items():
        _list(book.create_sheet(name), columns)
    file = BytesIO()
    book.save(file)
    return _without_clock(file.getvalue())


def _without_clock(data: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name))
            new.writestr(ZipInfo(name, _SAME_TIME), part, ZIP_DEFLATED)
    return file.getvalue()


def _help(sheet: Sheet) -> None:
    sheet.title = HELP
    for line in _INTRODUCTION:
        sheet.append([line])
    sheet.append([])
    sheet.append(["Lembar", "Kolom", "Isinya", "Contoh", "Pilihan"])
    _as_heading(sheet, sheet.max_row)
    for explained in _explained():
        sheet.append(explained)
    for letter, width in zip("ABCDE", (12, 24, 70, 42, 42), strict=True):
        sheet.column_dimensions[letter].width = width


def _explained() -> Iterator[list[str]]:
    for name, columns in {SHEET_OF_DECREE: DECREE, **SHEETS}.items():
        for each in columns:
            yield [name, each.heading, each.help, each.example, ", ".join(each.choices)]


def _decree(sheet: Sheet) -> None:
    """A label, and beside it what is filled in."""
    for row, each in enumerate(DECREE, 1):
        sheet.cell(row, 1, each.heading).font = Font(bold=True)
        sheet.cell(row, 2).number_format = "@"
        _choose_from(sheet, f"B{row}", each)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 80


def _list(sheet: Sheet, columns: tuple[Column, ...]) -> None:
    """Headings, an example, and rows to be filled in."""
    sheet.append([each.heading for each in columns])
    sheet.append([each.example for each in columns])
    _as_heading(sheet, 1)
    sheet.freeze_panes = "A2"
    for number, each in enumerate(columns, 1):
        letter = get_column_letter(number)
        sheet[f"{letter}2"].font, sheet[f"{letter}2"].alignment = _GREY, _WRAPPED
        # As text: Excel would make a date of `3/4`, and 0.9 of `90%`.
        sheet.column_dimensions[letter].number_format = "@"
        sheet.column_dimensions[letter].width = 40 if len(each.example) > 20 else 18
        _choose_from(sheet, f"{letter}2:{letter}{_ROWS}", each)


def _as_heading(sheet: Sheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font, cell.fill = Font(bold=True), _HEADING


def _choose_from(sheet: Sheet, cells: str, column: Column) -> None:
    if column.choices:
        told = f'"{",".join(column.choices)}"'
    elif column.heading == POSITION:
        told = f"={POSITION}!$A$2:$A${_ROWS}"
    else:
        return
    # A word that is not offered is told when the form is read, with what was meant.
    choice = DataValidation(type="list", formula1=told, allow_blank=True, showErrorMessage=False)
    choice.add(cells)
    sheet.add_data_validation(choice)
