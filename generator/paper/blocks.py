"""What a paper is made of, as plain values. The template draws each kind of block, and reads no
text as anything but text."""

from dataclasses import dataclass
from typing import Literal

from generator.formula.forms.strokes import Strokes
from generator.model.documents import Butir


@dataclass(frozen=True)
class Heading:
    """A heading, which is a bookmark too."""

    level: int
    text: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Paragraph:
    """A text, behind a label in small letters or alone."""

    text: str
    label: str = ""
    is_quiet: bool = False
    """Whether it is said beside what the decree says."""
    is_sticky: bool = False
    """Whether it stays on the sheet of what follows."""
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class List:
    """A list as printed, with its marks."""

    marks: str
    items: list[list["Block"]]
    kind: Literal["list"] = "list"


@dataclass(frozen=True)
class Formula:
    """A drawn formula, and the sentence that who does not see it hears."""

    strokes: "Strokes"
    sentence: str
    line: str
    """The same in one line, where the place is too narrow to draw it."""
    kind: Literal["formula"] = "formula"


@dataclass(frozen=True)
class Facts:
    """Labelled values, one below another."""

    rows: list[tuple[str, list["Block"]]]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True)
class Cell:
    """A cell, and how many rows and columns it spans."""

    blocks: list["Block"]
    rows: int
    columns: int
    is_whole: bool
    """Whether it stays on one sheet."""


@dataclass(frozen=True)
class Table:
    """A table, how its width is shared, and how it lies on the sheet."""

    headings: list[str]
    shares: list[int]
    rows: list[list[Cell]]
    is_wide: bool
    """Whether its sheet lies across."""
    size: float
    """Of its letters, in points."""
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Signature:
    """Where, when and by whom a decree was signed."""

    lines: list[str]
    kind: Literal["signature"] = "signature"


Block = Heading | Paragraph | List | Formula | Facts | Table | Signature


@dataclass(frozen=True)
class Sheets:
    """Blocks that stand on sheets that lie the same way."""

    is_wide: bool
    blocks: list[Block]


@dataclass(frozen=True)
class Copy:
    """One paper."""

    title: str
    author: str
    date: tuple[int, int, int]
    banner: tuple[str, str]
    """What every sheet says of itself, and the sentence that explains it on the first."""
    above: list[str]
    heading: str
    below: list[str]
    """The title as it stands on the first sheet: whose, what, and about what."""
    running: str
    """What every sheet is of."""
    address: str
    """Where the decree stands on the site; empty where nobody knows."""
    code: str
    """The same as a QR code, an SVG."""
    words: dict[str, str]
    first: list[Block]
    """What stands on the first sheet below the title."""
    body: list[Block]
    has_contents: bool
    """Whether there are so many positions that a list of them helps."""
    annex: list[Sheets]


def printed_list(items: list[Butir], marks: str) -> List:
    """A list of the decree, with the lists below its items."""
    return List(marks, [_item(each) for each in items])


def _item(item: Butir) -> list[Block]:
    if isinstance(item, str):
        return [Paragraph(item)]
    head: list[Block] = [Paragraph(item.teks)] if item.teks else []
    return [*head, printed_list(item.butir, item.penomoran)]
