"""A sheet of a workbook as paragraphs and tables.

Officers write a whole position on a sheet: lines of text above a table, and more of the same below.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from generator.importing.blocks import Block, Cell, Paragraph, Table
from generator.importing.readers.lines import said, trimmed

Row = tuple[Cell, ...]


def blocks_of_sheet(sheet: Table) -> Iterator[Block]:
    """What stands between blank rows: lines of text, and then perhaps a table."""
    for is_blank, rows in groupby(sheet.rows, _is_blank):
        if not is_blank:
            yield from _part(sheet, list(rows))


def _part(sheet: Table, rows: list[Row]) -> Iterator[Block]:
    start = next((place for place, row in enumerate(rows) if not _is_text(row)), len(rows))
    for row in rows[:start]:
        yield from _paragraphs(row)
    if rows[start:]:
        yield replace(sheet, rows=tuple(rows[start:]), place=rows[start][0].place)


def _is_blank(row: Row) -> bool:
    return not any(each.paragraphs or each.is_continued for each in row)


def _is_text(row: Row) -> bool:
    """One cell alone, or a label, a colon and what it is."""
    held = _held(row)
    return len(held) <= 1 or any(_words(each).startswith(":") for each in held[1:])


def _held(row: Row) -> list[Cell]:
    return [each for each in row if each.paragraphs]


def _words(cell: Cell) -> str:
    return said(cell.paragraphs[0].lines[0])


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    """The text of a row: the first lines of its cells are one, what they have more follows it."""
    held = _held(row)
    if len(held) < 2:
        yield from (each for cell in held for each in cell.paragraphs)
        return
    lines = [[line for each in cell.paragraphs for line in each.lines] for cell in held]
    first = trimmed([piece for line, *_ in lines for piece in (" ", *line)])
    others = (line for _, *rest in lines for line in rest)
    yield Paragraph((first, *others), held[0].place)


def hidden_note(names: Iterable[str]) -> Iterator[str]:
    """Which sheets were not read."""
    if found := ", ".join(f'"{each}"' for each in names):
        yield (
            f"Lembar tersembunyi tidak dibaca: {found}. Bila termasuk naskah, tampilkan dulu, "
            "simpan, lalu impor lagi."
        )
