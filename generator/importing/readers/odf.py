"""Reads ODT and ODS, whose tables are alike.

A cell holds what is shown in it, in the form of its number: the words are those of the print.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.importing.blocks import Block, Paragraph, Piece, Place, Source, Table
from generator.importing.readers.archive import Archive, Element
from generator.importing.readers.cells import Laid, grid, without_blank_columns
from generator.importing.readers.lines import (
    FORMULA_AS_PICTURE,
    PICTURE,
    line_of,
    lines_of,
    trimmed,
)
from generator.importing.readers.mathml import mathml
from generator.importing.readers.numbering import written
from generator.importing.readers.refusal import BROKEN, LOCKED, TOO_LARGE, RefusedError
from generator.importing.readers.sheets import blocks_of_sheet, hidden_note

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, DRAW, STYLE = (
    f"{_BASE}{name}:1.0}}" for name in ("office", "text", "table", "drawing", "style")
)
_HREF = "{http://www.w3.org/1999/xlink}href"
_NOT_TEXT = frozenset(
    ("tracked-changes", "sequence-decls", "annotation", "annotation-end", "forms", "shapes")
)
_MOST_REPEATED = 10_000
"""A cell with text that a file repeats more often is no cell of a decree."""
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read(path: Path) -> Source:
    """What an ODT or ODS holds."""
    archive = Archive(path)
    _refuse_locked(archive)
    tree = archive.tree("content.xml")
    body = None if tree is None else tree.find(f"{OFFICE}body")
    if tree is None or body is None:
        raise RefusedError(BROKEN)
    walk = _Walk(archive, _Styles([tree, archive.tree("styles.xml")]))
    if (sheets := body.find(f"{OFFICE}spreadsheet")) is not None:
        return _sheets(walk, sheets)
    return Source(tuple(walk.blocks(body)))


def _refuse_locked(archive: Archive) -> None:
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise RefusedError(LOCKED)


def _sheets(walk: "_Walk", body: Element) -> Source:
    blocks: list[Block] = []
    hidden = []
    for sheet in body.iter(f"{TABLE}table"):
        name = sheet.get(f"{TABLE}name", "")
        if walk.styles.is_hidden(sheet):
            hidden.append(name)
            continue
        blocks += blocks_of_sheet(walk.table(sheet, f"lembar {name}"))
    return Source(tuple(blocks), notes=tuple(hidden_note(hidden)))


class _Styles:
    """What the styles say of lists and of what is hidden."""

    def __init__(self, trees: list[Element | None]):
        elements = [each for tree in trees if tree is not None for each in tree.iter()]
        named = [each for each in elements if isinstance(each.tag, str)]
        self._lists = {_own_name(each): each for each in named if each.tag == f"{TEXT}list-style"}
        self._styles = {_own_name(each): each for each in named if each.tag == f"{STYLE}style"}

    def is_hidden(self, sheet: Element) -> bool:
        style = self._styles.get(sheet.get(f"{TABLE}style-name"))
        found = None if style is None else style.find(f"{STYLE}table-properties")
        return found is not None and found.get(f"{TABLE}display") == "false"

    def level(self, name: str, depth: int) -> Element | None:
        """How a level of a list is; the outermost is 1."""
        found = self._lists.get(name)
        levels = () if found is None else found
        return next((each for each in levels if each.get(f"{TEXT}level") == str(depth)), None)

    def form(self, name: str, depth: int) -> str:
        """How the numbers of a level are written, in the word of Word."""
        level = self.level(name, depth)
        found = "" if level is None else level.get(f"{STYLE}num-format", "")
        return _FORMS.get(found, "decimal")


def _own_name(element: Element) -> str:
    return str(element.get(f"{STYLE}name", ""))


@dataclass
class _Walk:
    archive: Archive
    styles: _Styles
    paragraphs: int = 0
    tables: int = 0
    where: str = ""
    """The cell that the walk is in."""
    later: list[Block] = field(default_factory=list)
    """What stands beside the paragraph that is read."""
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    """How far each level of each list has counted."""

    def blocks(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            match _name(element):
                case "p" | "h":
                    yield from self._paragraph(element)
                case "list":
                    yield from self._list(element, "", 1)
                case "table":
                    yield from self._table(element)
                case name if name not in _NOT_TEXT:
                    yield from self.blocks(element)

    def _paragraph(self, element: Element, mark: str = "", depth: int = 0) -> Iterator[Block]:
        self.paragraphs += not self.where
        outer, self.later = self.later, []
        place = Place(self.where or f"paragraf {self.paragraphs}")
        if lines := lines_of(self._pieces(element)):
            yield Paragraph(lines, place, indent=4 * depth, mark=mark)
        yield from self.later
        self.later = outer

    def _list(self, element: Element, name: str, depth: int) -> Iterator[Block]:
        """A list counts on from the one before where it says so, else from its beginning."""
        name = element.get(f"{TEXT}style-name", name)
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(
            f"{TEXT}continue-list"
        )
        if not goes_on:
            self._counts.pop((name, depth), None)
        for item in element:
            yield from self._item(item, name, depth)

    def _item(self, item: Element, name: str, depth: int) -> Iterator[Block]:
        mark = self._mark(item, name, depth) if _name(item) == "list-item" else ""
        for child in item:
            if _name(child) == "list":
                yield from self._list(child, name, depth + 1)
            else:
                yield from self._inside_item(child, mark, depth)
                mark = ""

    def _inside_item(self, element: Element, mark: str, depth: int) -> Iterator[Block]:
        if _name(element) in ("p", "h"):
            yield from self._paragraph(element, mark, depth)
        else:
            yield from self.blocks([element])

    def _mark(self, item: Element, name: str, depth: int) -> str:
        level = self.styles.level(name, depth)
        if level is None or _is_blank(item):
            return ""
        if _name(level) != "list-level-style-number":
            return str(level.get(f"{TEXT}bullet-char", "•"))
        start = item.get(f"{TEXT}start-value") or level.get(f"{TEXT}start-value") or "1"
        key = (name, depth)
        is_first = key not in self._counts or item.get(f"{TEXT}start-value")
        self._counts[key] = _count(start) if is_first else self._counts[key] + 1
        number = self._number(level, name, depth)
        around = (level.get(f"{STYLE}num-prefix", ""), level.get(f"{STYLE}num-suffix", ""))
        return f"{around[0]}{number}{around[1]}".strip()

    def _number(self, level: Element, name: str, depth: int) -> str:
        """The number of an item, behind those of as many levels above as are shown."""
        if not level.get(f"{STYLE}num-format", ""):
            return ""
        first = max(depth + 1 - _count(level.get(f"{TEXT}display-levels", "1")), 1)
        forms = [self.styles.form(name, each) for each in range(first, depth + 1)]
        counts = [self._counts.get((name, each), 1) for each in range(first, depth + 1)]
        return ".".join(map(written, counts, forms))

    def _pieces(self, element: Element) -> Iterator[Piece]:
        yield element.text or ""
        for child in element:
            yield from self._part(child)
            yield child.tail or ""

    def _part(self, element: Element) -> Iterator[Piece]:
        match _name(element):
            case "s":
                yield " " * min(_count(element.get(f"{TEXT}c", "1")), 100)
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case "note":
                self._note(element)
            case "frame":
                yield from self._frame(element)
            case "custom-shape" | "text-box" | "rect":
                self.later += list(self.blocks(element))
            case name if name not in _NOT_TEXT:
                yield from self._pieces(element)

    def _note(self, element: Element) -> None:
        for body in element.iter(f"{TEXT}note-body"):
            self.later += list(self.blocks(body))

    def _frame(self, frame: Element) -> Iterator[Piece]:
        """An equation, a box of text, or a picture."""
        if (box := frame.find(f"{DRAW}text-box")) is not None:
            self.later += list(self.blocks(box))
        elif (held := frame.find(f"{DRAW}object")) is not None:
            yield from self._equation(held)
        elif frame.find(f"{DRAW}object-ole") is not None:
            yield FORMULA_AS_PICTURE
        elif frame.find(f"{DRAW}image") is not None:
            yield FORMULA_AS_PICTURE if self.where else PICTURE

    def _equation(self, held: Element) -> Iterator[Piece]:
        inner = [each for each in held if _name(each) == "math"]
        name = held.get(_HREF, "").removeprefix("./")
        tree = inner[0] if inner else self.archive.tree(f"{name}/content.xml")
        if tree is not None and _name(tree) == "math":
            yield from line_of(mathml(tree))
        else:
            yield FORMULA_AS_PICTURE

    def _table(self, element: Element) -> Iterator[Block]:
        if self.where:
            yield from self._rows_as_paragraphs(element)
            return
        self.tables += 1
        yield self.table(element, f"tabel {self.tables}")

    def _rows_as_paragraphs(self, element: Element) -> Iterator[Paragraph]:
        """A table in a cell: each of its rows a line with tabs."""
        where = self.where
        for row in self.table(element, where).rows:
            lines = [
                line_of(piece for each in cell.paragraphs for line in each.lines for piece in line)
                for cell in row
                if cell.paragraphs
            ]
            if pieces := [each for line in lines for each in ("\t", *line)][1:]:
                yield Paragraph((trimmed(pieces),), Place(where))
        self.where = where

    def table(self, element: Element, name: str) -> Table:
        """A table, without what a sheet has around it."""
        laid: list[list[Laid]] = []
        for row in _inner(element, "table-row"):
            times = _repeated(row, "rows")
            cells = list(self._row(row, f"{name}, baris {len(laid) + 1}"))
            if times > 1 and not any(each.paragraphs for each in cells):
                # Blank rows part what stands above from what stands below: one is enough.
                times = 1
            if times > _MOST_REPEATED:
                raise RefusedError(TOO_LARGE)
            laid += [cells] * times
        self.where = ""
        held = [_held(row) for row in laid]
        return without_blank_columns(grid(held, Place(name)))

    def _row(self, row: Element, name: str) -> Iterator[Laid]:
        column = 0
        for element in _inner(row, "table-cell", "covered-table-cell"):
            times = _repeated(element, "columns")
            self.where = f"{name}, kolom {column + 1}"
            place = Place(self.where)
            paragraphs = tuple(self._inside_cell(element))
            if paragraphs and times > _MOST_REPEATED:
                raise RefusedError(TOO_LARGE)
            is_covered = _name(element) == "covered-table-cell"
            for _ in range(times if paragraphs or is_covered else 0):
                yield Laid(column, paragraphs, place, is_below=is_covered)
                column += 1
            if not paragraphs and not is_covered:
                yield Laid(column, (), place)
                column += times
        self.where = ""

    def _inside_cell(self, element: Element) -> Iterator[Paragraph]:
        for block in self.blocks(element):
            # A table in a cell is paragraphs by then.
            if isinstance(block, Paragraph):
                yield block


def _held(row: list[Laid]) -> list[Laid]:
    """A row without the empty cells at its end, of which a sheet has thousands."""
    last = max(
        (place for place, each in enumerate(row) if each.paragraphs or each.is_below), default=-1
    )
    return row[: last + 1]


def _inner(parent: Element, *names: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also in what is wrapped around them."""
    for element in parent:
        if _name(element) in names:
            yield element
        elif _name(element) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _inner(element, *names)


def _name(element: Element) -> str:
    """The name of an element; of a comment, one that is no text."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "annotation"


def _repeated(element: Element, kind: str) -> int:
    return _count(element.get(f"{TABLE}number-{kind}-repeated", "1"))


def _count(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else 1


def _is_blank(item: Element) -> bool:
    return not "".join(item.itertext()).strip()
