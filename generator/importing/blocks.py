"""What a decree's file holds, whatever kind of file it is: paragraphs and tables in their order."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Place:
    """Where something stands in the source, in the words of its reader."""

    said: str
    """`baris 12`, `halaman 3, tabel 2, baris 4`, `Indikator!C14`."""


@dataclass(frozen=True)
class Fraction:
    """An upper and a lower part: of an equation, or drawn with a line."""

    upper: "Line"
    lower: "Line"


@dataclass(frozen=True)
class Sum:
    """A sign of summation with what stands below, above and behind it."""

    lower: "Line"
    upper: "Line"
    body: "Line"


@dataclass(frozen=True)
class Root:
    body: "Line"


Piece: TypeAlias = str | Fraction | Sum | Root
Line: TypeAlias = tuple[Piece, ...]
"""A line of text, with whatever of it is more than text."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its lines, how far it is moved in, and the number that its file gives it."""

    lines: tuple[Line, ...]
    place: Place
    indent: int = 0
    mark: str = ""
    """`a.`, `1.`, `-`: only where the file itself numbers, and the text does not say it."""


@dataclass(frozen=True)
class Cell:
    """A cell as printed, with the paragraphs in it."""

    paragraphs: tuple[Paragraph, ...]
    place: Place
    is_continued: bool = False
    """It belongs to the cell above or before it: merged, or cut by a page."""


@dataclass(frozen=True)
class Table:
    """A grid: each row has a cell for each column."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True)
class Source:
    """What was read of a file, or why it was not."""

    blocks: tuple[Block, ...] = ()
    refused: str = ""
    """One sentence with what to do: `Simpan sebagai DOCX.`"""
    dropped: int = 0
    """How many lines with names or numbers of persons were left out."""
    notes: tuple[str, ...] = ()
    """What was not read, and what to do if it belongs to the decree: hidden sheets, pictures."""
