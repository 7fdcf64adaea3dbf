"""Reads XLS, the workbooks of the older Excel."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError
from python_calamine import SheetVisibleEnum as Visible

from generator.importing.blocks import Block, Cell, Paragraph, Place, Source, Table
from generator.importing.readers.cells import MOST_CELLS
from generator.importing.readers.lines import lines_of
from generator.importing.readers.refusal import BROKEN, LOCKED, TOO_LARGE, RefusedError
from generator.importing.readers.sheets import blocks_of_sheet, hidden_note
from generator.importing.readers.shown import Value, general, shown

_LETTERS = 26
_FORMS_LOST = (
    "Bentuk angka dalam XLS (persen, banyaknya desimal) tidak terbaca: 90% terbaca 0,9. Simpan "
    "sebagai XLSX, lalu impor berkas itu, bila naskahnya memuat angka seperti itu."
)


def read(path: Path) -> Source:
    """What an XLS holds."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        hidden = [each.name for each in book.sheets_metadata if each.visible != Visible.Visible]
        sheets = [book.get_sheet_by_name(each) for each in book.sheet_names if each not in hidden]
    except PasswordError as error:
        raise RefusedError(LOCKED) from error
    except (CalamineError, OSError, ValueError) as error:
        raise RefusedError(BROKEN) from error
    return _source(sheets, hidden)


def _source(sheets: list[CalamineSheet], hidden: list[str]) -> Source:
    blocks: list[Block] = []
    notes = list(hidden_note(hidden))
    for sheet in sheets:
        if sheet.height * sheet.width > MOST_CELLS:
            raise RefusedError(TOO_LARGE)
        values = sheet.to_python(skip_empty_area=False)
        if any(isinstance(each, float) and each % 1 for row in values for each in row):
            notes = [_FORMS_LOST, *(each for each in notes if each != _FORMS_LOST)]
        if rows := tuple(_rows(sheet, values)):
            blocks += blocks_of_sheet(Table(rows, _place(sheet, 0, 0)))
    return Source(tuple(blocks), notes=tuple(notes))


def _rows(sheet: CalamineSheet, values: Sequence[Sequence[Value]]) -> Iterator[tuple[Cell, ...]]:
    inner = _merged(sheet)
    used = [c for c in range(sheet.width) if any(_text(row[c]) for row in values)]
    for number, row in enumerate(values):
        yield tuple(
            _cell(_text(row[column]), _place(sheet, number, column), (number, column) in inner)
            for column in used
        )


def _merged(sheet: CalamineSheet) -> set[tuple[int, int]]:
    """The cells that belong to one above or before them."""
    found: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        rows = range(top, min(bottom, sheet.height) + 1)
        columns = range(left, min(right, sheet.width) + 1)
        found |= {(row, column) for row in rows for column in columns} - {(top, left)}
    return found


def _text(value: Value) -> str:
    if isinstance(value, float):
        return general(Decimal(repr(value)))
    return shown(value, "General").strip()


def _cell(text: str, place: Place, is_continued: bool) -> Cell:
    lines = lines_of([text])
    return Cell((Paragraph(lines, place),) if lines else (), place, is_continued)


def _place(sheet: CalamineSheet, row: int, column: int) -> Place:
    return Place(f"{sheet.name}!{_column(column)}{row + 1}")


def _column(number: int) -> str:
    """A, B, … Z, AA."""
    rest, last = divmod(number, _LETTERS)
    return (_column(rest - 1) if rest else "") + chr(ord("A") + last)
