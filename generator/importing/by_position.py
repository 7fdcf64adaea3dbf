"""A table that names its positions in a column of its own, as a sheet for each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.importing.blocks import Cell, Table
from generator.importing.flat import cell_text
from generator.importing.grids import Row, grid
from generator.importing.labels import label
from generator.importing.lines import Item, Said


def by_position(found: Sequence[Item]) -> Iterator[Item]:
    """Such tables as lines that name the positions, each with its rows below it. Where lines name
    positions already, a column says something else: who answers for an indicator."""
    if any(isinstance(each, Said) and _names(each.text) for each in found):
        yield from found
        return
    last = ""
    for each in found:
        column = _column(each) if isinstance(each, Table) else None
        if isinstance(each, Table) and column is not None:
            for name, table in _sheets(each, column, last):
                if name != last:
                    yield Said(f"Jabatan : {name}", table.place)
                yield table
                last = name
        else:
            yield each


def _names(text: str) -> bool:
    found = label(text)
    return found is not None and found.name == "nama"


def _column(table: Table) -> int | None:
    """Which column names positions; its heading is the label of one."""
    drawn = grid(table)
    titles = [cell_text(cell) for cell in drawn.heading[0]] if drawn else []
    return next((at for at, text in enumerate(titles) if _names(text)), None)


def _sheets(table: Table, column: int, last: str) -> Iterator[tuple[str, Table]]:
    """The rows of each position below the headings, without that column."""
    drawn = grid(table)
    assert drawn is not None
    heading = [_without(row, column) for row in drawn.heading]
    start = next(n for n, row in enumerate(table.rows) if row is drawn.heading[0])
    below = table.rows[start + len(heading) :]
    names = list(_filled((cell_text(row[column]) for row in below), last))
    for name, group in groupby(zip(names, below, strict=True), key=lambda pair: pair[0]):
        rows = [_without(row, column) for _, row in group]
        yield name, replace(table, rows=(*heading, *rows), place=rows[0][0].place)


def _filled(names: Iterator[str], last: str) -> Iterator[str]:
    """A blank cell is that above."""
    for name in names:
        last = name or last
        yield last


def _without(row: Row, column: int) -> tuple[Cell, ...]:
    return (*row[:column], *row[column + 1 :])
