"""Reads XLSX: what each cell shows, sheet after sheet."""

import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.importing.blocks import Block, Cell, Paragraph, Place, Source, Table
from generator.importing.readers.archive import Archive
from generator.importing.readers.cells import MOST_CELLS
from generator.importing.readers.lines import lines_of
from generator.importing.readers.refusal import BROKEN, TOO_LARGE, RefusedError
from generator.importing.readers.sheets import blocks_of_sheet, hidden_note
from generator.importing.readers.shown import shown

Sheet: TypeAlias = Any
"""A worksheet of openpyxl."""
_Cells: TypeAlias = dict[tuple[int, int], str]


def read(path: Path) -> Source:
    """What an XLSX holds."""
    has_formulas = _has_formulas(Archive(path))
    book = _book(path, values=True)
    formulas = _book(path, values=False) if has_formulas else book
    blocks: list[Block] = []
    hidden: list[str] = []
    notes: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            hidden.append(sheet.title)
            continue
        found = _Found(sheet, formulas[sheet.title])
        notes += found.notes()
        blocks += (each for table in found.tables() for each in blocks_of_sheet(table))
    return Source(tuple(blocks), notes=(*hidden_note(hidden), *notes))


def _book(path: Path, *, values: bool) -> Any:
    """The workbook, with the values of its formulas or with the formulas."""
    with warnings.catch_warnings():
        # What it warns of, styles and extensions, we do not read.
        warnings.simplefilter("ignore")
        try:
            return load_workbook(path, data_only=values)
        except MemoryError:
            raise
        except Exception as error:  # Whatever it stumbles over is a fault of the file.
            raise RefusedError(BROKEN) from error


def _has_formulas(archive: Archive) -> bool:
    """Whether any cell is worked out; looks at all parts."""
    parts = list(archive.looked_through())
    return any(b"<f" in data for name, data in parts if name.startswith("xl/worksheets/"))


@dataclass(frozen=True)
class _Found:
    """What a sheet shows, and what it hides."""

    sheet: Sheet
    formulas: Sheet

    def notes(self) -> Iterator[str]:
        rows = sum(each.hidden for each in self.sheet.row_dimensions.values())
        columns = sum(each.hidden for each in self.sheet.column_dimensions.values())
        for count, name in ((rows, "baris"), (columns, "kolom")):
            if count:
                yield (
                    f'Lembar "{self.sheet.title}": {count} {name} tersembunyi tidak dibaca. Bila '
                    "termasuk naskah, tampilkan dulu (Unhide), simpan, lalu impor lagi."
                )
        if self.sheet._images:
            yield (
                f'Lembar "{self.sheet.title}": {len(self.sheet._images)} gambar tidak dibaca. '
                "Bila berisi rumus, tulis rumusnya di berkas hasil impor."
            )

    def tables(self) -> Iterator[Table]:
        """The grid of what is shown, with one blank row where there are any."""
        cells = self._texts()
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        if len(rows) * len(columns) > MOST_CELLS:
            raise RefusedError(TOO_LARGE)
        if not rows:
            return
        inner = self._merged(rows, columns)
        yield Table(
            tuple(self._rows(cells, rows, columns, inner)), self._place(rows[0], columns[0])
        )

    def _texts(self) -> _Cells:
        hidden = self._hidden_columns()
        # Only what is there: a sheet may have one cell in its first row and one in its last.
        cells = self.sheet._cells.items()
        return {
            place: text
            for place, cell in cells
            if place[1] not in hidden
            and not self._is_hidden(place[0])
            and (text := self._text(cell)).strip()
        }

    def _is_hidden(self, row: int) -> bool:
        dimensions = self.sheet.row_dimensions
        return row in dimensions and bool(dimensions[row].hidden)

    def _hidden_columns(self) -> frozenset[int]:
        ranges = [each for each in self.sheet.column_dimensions.values() if each.hidden]
        return frozenset(c for each in ranges for c in range(each.min or 0, (each.max or 0) + 1))

    def _text(self, cell: Any) -> str:
        value = cell.value
        if value is None and (told := self.formulas.cell(cell.row, cell.column).value):
            return f"[rumus Excel tanpa hasil: {getattr(told, 'text', told)}]"
        return shown(value, str(cell.number_format)) if not hasattr(value, "ref") else ""

    def _merged(self, rows: list[int], columns: list[int]) -> set[tuple[int, int]]:
        """The cells that belong to one above or before them."""
        found: set[tuple[int, int]] = set()
        for area in self.sheet.merged_cells.ranges:
            down = rows[bisect_left(rows, area.min_row) : bisect_right(rows, area.max_row)]
            across = columns[
                bisect_left(columns, area.min_col) : bisect_right(columns, area.max_col)
            ]
            found |= {(row, column) for row in down for column in across}
            found.discard((area.min_row, area.min_col))
        return found

    def _rows(
        self, cells: _Cells, rows: list[int], columns: list[int], inner: set[tuple[int, int]]
    ) -> Iterator[tuple[Cell, ...]]:
        last = rows[0]
        for row in rows:
            if not all(map(self._is_hidden, range(last + 1, row))):
                yield tuple(Cell((), self._place(row - 1, column)) for column in columns)
            last = row
            yield tuple(
                self._cell(row, column, cells.get((row, column), ""), (row, column) in inner)
                for column in columns
            )

    def _cell(self, row: int, column: int, text: str, is_continued: bool) -> Cell:
        place = self._place(row, column)
        lines = lines_of([text])
        return Cell((Paragraph(lines, place),) if lines else (), place, is_continued)

    def _place(self, row: int, column: int) -> Place:
        return Place(f"{self.sheet.title}!{get_column_letter(column)}{row}")
