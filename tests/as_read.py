"""What was read, as plain texts to compare."""

from collections.abc import Sequence

from generator.importing.blocks import Block, Paragraph, Source, Table
from generator.importing.readers.lines import said


def texts(blocks: Sequence[Block]) -> list[str]:
    """Paragraphs with their marks; of tables, nothing."""
    return [
        " / ".join([f"{each.mark} {said(line)}".strip() for line in each.lines])
        for each in blocks
        if isinstance(each, Paragraph)
    ]


def cells(source: Source, number: int = 0) -> list[list[str]]:
    """The texts of a table; of a cell that goes on with another, an arrow."""
    tables = [each for each in source.blocks if isinstance(each, Table)]
    return [
        ["←" if each.is_continued else " / ".join(texts(each.paragraphs)) for each in line]
        for line in tables[number].rows
    ]


def one_line(source: Source) -> tuple[object, ...]:
    """The line of a file with one."""
    (block,) = source.blocks
    assert isinstance(block, Paragraph)
    (line,) = block.lines
    return line
