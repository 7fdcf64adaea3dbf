"""Texts and equations as they are read, made into lines.

A reader gathers pieces in their order; a line ends where a piece of text has a line break.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from generator.importing.blocks import Fraction, Line, Paragraph, Piece, Place, Root, Sum

FORMULA_AS_PICTURE = "[rumus berupa gambar]"
"""Stands where a formula was that no reader can read."""
PICTURE = "[gambar]"
UNREADABLE = "[tanda tidak terbaca]"

# The private letters that the font Symbol has in files of Word.
_SYMBOLS = dict(
    zip(
        map(chr, (0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF0B4, 0xF0B8, 0xF0A3, 0xF0B3, 0xF0B1)),
        "•••✓×÷≤≥±",
        strict=True,
    )
) | {"\uf0e5": "∑", "\uf053": "Σ", "\uf0b0": "°", "\uf0d6": "√", "\uf0ae": "→", "\uf0b9": "≠"}
_NOTHING = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
_BLANKS = dict.fromkeys([0xA0, 0x2007, 0x202F, *range(0x2000, 0x2007), *range(0x2008, 0x200B)], " ")
_BREAKS = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")


def clean(text: str) -> str:
    """A text without the signs that nobody sees; what cannot be read is said."""
    text = text.translate(_NOTHING | _BLANKS | _BREAKS).replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(_SYMBOLS.get(each) or _readable(each) for each in text)


def _readable(sign: str) -> str:
    if sign in "\t\n":
        return sign
    match unicodedata.category(sign):
        case "Cc" | "Cf":
            return ""
        case "Co" | "Cs" | "Cn":
            return UNREADABLE
    if 0x1D400 <= ord(sign) <= 0x1D7FF:
        return unicodedata.normalize("NFKC", sign)
    return "-" if sign == "\u2011" else sign


def lines_of(pieces: Iterable[Piece]) -> tuple[Line, ...]:
    """The lines of pieces, without blank ones."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if not isinstance(piece, str):
            lines[-1].append(piece)
            continue
        first, *others = clean(piece).split("\n")
        lines[-1].append(first)
        lines += [[each] for each in others]
    return tuple(found for line in lines if (found := trimmed(line)))


def line_of(pieces: Iterable[Piece]) -> Line:
    """Pieces as one line, whatever breaks it has."""
    found = lines_of(pieces)
    return trimmed([each for line in found for each in (" ", *line)])


def trimmed(pieces: Iterable[Piece]) -> Line:
    """A line whose texts beside each other are one, without blanks at its ends."""
    line: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and line and isinstance(line[-1], str):
            line[-1] += piece
        else:
            line.append(piece)
    if line and isinstance(line[0], str):
        line[0] = line[0].lstrip()
    if line and isinstance(line[-1], str):
        line[-1] = line[-1].rstrip()
    return tuple(each for each in line if each != "")


def paragraph(pieces: Iterable[Piece], place: Place) -> Iterator[Paragraph]:
    """The paragraph of pieces, if anything stands in it."""
    if lines := lines_of(pieces):
        yield Paragraph(lines, place)


def said(line: Line) -> str:
    """The words of a line, with those of its equations."""
    return " ".join(_words(each) for each in line)


def _words(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case Fraction(upper, lower):
            return f"{said(upper)} / {said(lower)}"
        case Sum(lower, upper, body):
            return f"∑ {said(lower)} {said(upper)} {said(body)}"
        case Root(body):
            return f"√ {said(body)}"
