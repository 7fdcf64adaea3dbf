"""Cells that reach over columns and rows, laid out as a grid in which each row has all columns."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.importing.blocks import Cell, Paragraph, Place, Table
from generator.importing.readers.refusal import TOO_LARGE, RefusedError

MOST_CELLS = 200_000
"""So many all tables of a decree may have together, as they are laid out."""
_MOST_COLUMNS = 256


@dataclass(frozen=True)
class Laid:
    """A cell of a row, at its column."""

    column: int
    paragraphs: tuple[Paragraph, ...]
    place: Place
    across: int = 1
    """How many columns it has."""
    is_below: bool = False
    """It is a part of the cell above."""


def grid(rows: Iterable[Iterable[Laid]], place: Place) -> Table:
    """The table of such rows; a row of which nothing stands in the grid remains."""
    laid = [list(row) for row in rows]
    width = max((each.column + each.across for row in laid for each in row), default=0)
    if width > _MOST_COLUMNS or width * len(laid) > MOST_CELLS:
        raise RefusedError(TOO_LARGE)
    return Table(tuple(_row(row, width, place) for row in laid), place)


def _row(row: list[Laid], width: int, place: Place) -> tuple[Cell, ...]:
    empty = Cell((), row[0].place if row else place)
    cells = [empty] * width
    for each in row:
        cells[each.column] = Cell(each.paragraphs, each.place, each.is_below)
        for column in range(each.column + 1, each.column + each.across):
            cells[column] = Cell((), each.place, is_continued=True)
    return tuple(cells)


def without_blank_columns(table: Table) -> Table:
    """A table without the columns in which nothing stands, as narrow ones of a sheet."""
    held = [any(each.paragraphs for each in column) for column in zip(*table.rows, strict=True)]
    rows = (tuple(c for c, is_held in zip(row, held, strict=True) if is_held) for row in table.rows)
    return replace(table, rows=tuple(rows))
