"""Who holds a position is not carried over: names and numbers of persons are left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.importing.blocks import Block, Cell, Line, Paragraph, Source, Table
from generator.importing.flat import text_of
from generator.values.personal import personal_number

_OF_A_PERSON = re.compile(
    r"\W*(?:\d+\s*[.)]\s*)?(?:(?:NAMA(?: PEJABAT| PEGAWAI| LENGKAP)?|N\.?I\.?P|N\.?I\.?K|NRP)\.?"
    r"\s*[:=]|N\.?I\.?P\b|NRP\b)",
    re.IGNORECASE,
)


def without_persons(source: Source) -> Source:
    """A source without what names a person, and how many lines that were."""
    counted: list[str] = []
    kept = tuple(each for block in source.blocks for each in _kept(block, counted))
    return replace(source, blocks=kept, dropped=source.dropped + len(counted))


def _kept(block: Block, counted: list[str]) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        if lines := _without(block.lines, counted):
            yield replace(block, lines=lines)
        return
    rows = tuple(row for row in (_row(each, counted) for each in block.rows) if row)
    if rows:
        yield Table(rows, block.place)


def _row(row: tuple[Cell, ...], counted: list[str]) -> tuple[Cell, ...]:
    """A row of a form that names a person goes as a whole; else what in a cell does."""
    if _names_a_person(" ".join(map(_text, row))):
        counted.append("row")
        return ()
    return tuple(
        replace(cell, paragraphs=tuple(_paragraphs(cell.paragraphs, counted))) for cell in row
    )


def _text(cell: Cell) -> str:
    return " ".join(text_of(line) for each in cell.paragraphs for line in each.lines)


def _paragraphs(paragraphs: Iterable[Paragraph], counted: list[str]) -> Iterator[Paragraph]:
    for each in paragraphs:
        if lines := _without(each.lines, counted):
            yield replace(each, lines=lines)


def _without(lines: Iterable[Line], counted: list[str]) -> tuple[Line, ...]:
    kept = []
    for line in lines:
        if _names_a_person(text_of(line)):
            counted.append("line")
        else:
            kept.append(line)
    return tuple(kept)


def _names_a_person(text: str) -> bool:
    return bool(_OF_A_PERSON.match(text)) or personal_number(text) is not None
