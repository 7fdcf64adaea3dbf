"""The lines of a source with their places, and what was made of them: values, doubts, leftovers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.importing.blocks import Block, Paragraph, Place, Table
from generator.importing.flat import cell_text, marked, text_of


@dataclass(frozen=True)
class Said:
    """A line of text, and where it stands."""

    text: str
    place: Place
    indent: int = 0


@dataclass(frozen=True)
class Leftover:
    """What stands in the source and in no field of the draft."""

    text: str
    place: Place
    why: str


Item: TypeAlias = Said | Table
Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value]"
Fields: TypeAlias = "dict[str, Value]"

REMARK = "#"
"""A key of a mapping that begins so holds doubts: `#` of the mapping, `#tugas` of its field."""


def doubt(fields: Fields, name: str, sentence: str) -> None:
    """Say what is to be looked at again, above a field or above the whole."""
    remarks = fields.setdefault(REMARK + name, [])
    assert isinstance(remarks, list)
    if sentence not in remarks:
        remarks.append(sentence)


def items(blocks: Iterable[Block]) -> Iterator[Item]:
    """The lines and tables of a source."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from said(block)
        else:
            yield block


def said(paragraph: Paragraph) -> Iterator[Said]:
    for line in marked(paragraph):
        if text := text_of(line):
            yield Said(text, paragraph.place, paragraph.indent)


def left(items: Iterable[Item], why: str) -> Iterator[Leftover]:
    """What no field takes, line by line."""
    for each in items:
        if isinstance(each, Said):
            if not re.search(r"\w", each.text):
                continue
            yield Leftover(each.text, each.place, why)
            continue
        for row in each.rows:
            if text := " | ".join(filter(None, map(cell_text, row))):
                yield Leftover(text, row[0].place, why)
