"""Whatever was read, as plain text."""

from collections.abc import Iterator

from generator.importing.blocks import Block, Cell, Fraction, Line, Paragraph, Piece, Root, Sum


def text_of(line: Line) -> str:
    """A line as one reads it aloud: `(A) / (B) × 100%`."""
    return " ".join(" ".join(map(_said, line)).split())


def _said(piece: Piece) -> str:
    match piece:
        case Fraction(upper, lower):
            return f"({text_of(upper)}) / ({text_of(lower)})"
        case Sum(lower, upper, body):
            return f"Σ {text_of(lower)} {text_of(upper)} {text_of(body)}"
        case Root(body):
            return f"akar({text_of(body)})"
    return piece


def lines_of(cell: Cell) -> Iterator[Line]:
    """The lines of a cell; the mark of a paragraph is the beginning of its first."""
    for paragraph in cell.paragraphs:
        yield from marked(paragraph)


def marked(paragraph: Paragraph) -> Iterator[Line]:
    """The lines of a paragraph, with the mark that its file gives it."""
    for number, line in enumerate(paragraph.lines):
        yield (f"{paragraph.mark} ", *line) if paragraph.mark and not number else line


def cell_text(cell: Cell) -> str:
    """All of a cell, on one line."""
    return " ".join(filter(None, map(text_of, lines_of(cell))))


def texts_of(block: Block) -> Iterator[str]:
    """Every line of a block."""
    if isinstance(block, Paragraph):
        yield from map(text_of, marked(block))
        return
    for row in block.rows:
        yield " ".join(filter(None, map(cell_text, row)))
