"""Reads DOCX: a walk over its own XML, because nothing may be lost on the way.

Paragraphs and tables in their order, with automatic numbers, equations, text boxes and footnotes;
what was deleted while changes were tracked is not read, nor headers and footers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path

from generator.importing.blocks import Block, Cell, Fraction, Paragraph, Piece, Place, Source, Table
from generator.importing.readers.archive import Archive, Element
from generator.importing.readers.cells import Laid, grid
from generator.importing.readers.equations import M, equation
from generator.importing.readers.lines import (
    FORMULA_AS_PICTURE,
    PICTURE,
    line_of,
    lines_of,
    trimmed,
)
from generator.importing.readers.numbering import Numbering, Styles, W, value, whole
from generator.importing.readers.refusal import BROKEN, RefusedError

_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M[1:-1].encode(),
}
"""What the strict form of DOCX calls its parts."""
_GONE = frozenset(("del", "moveFrom", "sectPr", "instrText", "delText", "delInstrText", "rPr"))
_NOT_TEXT = frozenset(("pPr", "tblPr", "tcPr", "trPr", "tblGrid", "sdtPr", "rt"))
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_OFF = frozenset(("0", "false", "off"))
_TWIPS = 120
"""So much is about the width of a letter."""


def read(path: Path) -> Source:
    """What a DOCX holds."""
    archive = Archive(path)
    body = _tree(archive, _main(archive)).find(f"{W}body")
    if body is None:
        raise RefusedError(BROKEN)
    walk = _Walk(
        Numbering(_optional(archive, "word/numbering.xml")),
        Styles(_optional(archive, "word/styles.xml")),
        _notes(archive),
        f"{W}lastRenderedPageBreak" if _has_pages(body) else "",
    )
    return Source(tuple(walk.blocks(body)), notes=tuple(walk.remarks()))


def _main(archive: Archive) -> str:
    return next(each for each in archive.names if re.fullmatch(r"word/document\d*\.xml", each))


def _tree(archive: Archive, name: str) -> Element:
    found = _optional(archive, name)
    if found is None:
        raise RefusedError(BROKEN)
    return found


def _optional(archive: Archive, name: str) -> Element | None:
    return archive.tree(name, _TRANSITIONAL)


def _notes(archive: Archive) -> dict[str, Element]:
    """The notes at the feet of pages and at the end, by kind and number."""
    found = {}
    for kind in ("footnote", "endnote"):
        tree = _optional(archive, f"word/{kind}s.xml")
        for each in () if tree is None else tree.iter(W + kind):
            found[kind + value(each, "id")] = each
    return found


def _has_pages(body: Element) -> bool:
    return next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None


@dataclass
class _Walk:
    """Goes through a document once, from its beginning to its end."""

    numbering: Numbering
    styles: Styles
    notes: dict[str, Element]
    break_of_page: str
    """What tells that a page ends; Word notes it when it saves."""
    page: int = 1
    paragraphs: int = 0
    tables: int = 0
    hidden: int = 0
    where: str = ""
    """The cell that the walk is in."""
    later: list[Block] = field(default_factory=list)
    """What stands beside the paragraph that is read: text boxes and notes."""
    carried: list[Piece] = field(default_factory=list)
    """Of a paragraph whose end was deleted: it goes on with the next."""

    def remarks(self) -> Iterator[str]:
        """What a reader of the draft should know."""
        if self.hidden:
            yield f"Teks tersembunyi dalam DOCX tidak dibaca ({self.hidden} bagian)."

    def blocks(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            match _name(element):
                case "p":
                    yield from self._paragraph(element)
                case "tbl":
                    yield from self._table(element)
                case "altChunk":
                    yield Paragraph((("[bagian dari berkas lain]",),), self._place("bagian"))
                case name if name not in _GONE | _NOT_TEXT:
                    yield from self.blocks(element)

    def _place(self, *within: str) -> Place:
        page = f"halaman {self.page}" if self.break_of_page else ""
        return Place(", ".join(filter(None, (page, self.where, *within))))

    def _paragraph(self, element: Element) -> Iterator[Block]:
        self.paragraphs += not self.where
        place = self._place(*([] if self.where else [f"paragraf {self.paragraphs}"]))
        outer, self.later = self.later, []
        pieces = [*self.carried, *self._pieces(element)]
        properties = element.find(f"{W}pPr")
        is_open = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        self.carried = pieces if is_open else []
        if not is_open and (lines := lines_of(pieces)):
            yield self._numbered(Paragraph(lines, place), properties)
        yield from self.later
        self.later = outer

    def _numbered(self, paragraph: Paragraph, properties: Element | None) -> Paragraph:
        found = self.styles.find(properties, f"{W}numPr/{W}numId")
        number = value(found)
        depth = whole(value(self.styles.find(properties, f"{W}numPr/{W}ilvl")))
        level = self.numbering.level(number, depth)
        ind = self.styles.find(properties, f"{W}ind")
        left = value(ind, "left") or value(ind, "start") or (level.indent if level else "")
        mark = self.numbering.mark(number, depth)
        return replace(paragraph, mark=mark, indent=max(whole(left), 0) // _TWIPS)

    def _pieces(self, parent: Element) -> Iterator[Piece]:
        """The text of a paragraph or of a part of it."""
        fields = _Fields()
        for element in parent:
            name = _name(element)
            if name == "r":
                yield from fields.seen(element, self._run(element))
            elif element.tag == f"{M}oMath":
                yield from equation(element)
            elif name == "AlternateContent":
                yield from self._chosen(element)
            elif name not in _GONE | _NOT_TEXT:
                yield from self._pieces(element)
        yield from fields.rest()

    def _run(self, element: Element) -> list[Piece]:
        if _is_hidden(element):
            self.hidden += bool("".join(element.itertext()).strip())
            return []
        return [piece for child in element for piece in self._inside_run(child)]

    def _inside_run(self, element: Element) -> Iterator[Piece]:
        match _name(element):
            case "t":
                yield element.text or ""
            case "br" | "cr":
                self.page += not self.break_of_page and value(element, "type") == "page"
                yield "\n"
            case "lastRenderedPageBreak":
                self.page += 1
            case "sym":
                yield _symbol(value(element, "char"))
            case "object":
                yield from _object(element)
            case "drawing" | "pict":
                yield from self._drawn(element)
            case "footnoteReference" | "endnoteReference":
                self._note(_name(element).removesuffix("Reference"), value(element, "id"))
            case "AlternateContent":
                yield from self._chosen(element)
            case name:
                yield _SIGNS.get(name, "")

    def _chosen(self, element: Element) -> Iterator[Piece]:
        """Of several forms of the same the first."""
        for each in element[:1]:
            for child in each:
                yield from self._inside_run(child)

    def _drawn(self, element: Element) -> Iterator[Piece]:
        """The text in a drawing stands beside the paragraph; a picture may be a formula."""
        boxes = [each for each in element.iter(f"{W}txbxContent") if _is_outermost(each, element)]
        for box in boxes:
            self.later += list(self.blocks(box))
        if not boxes and any(_name(each) in ("blip", "imagedata") for each in element.iter()):
            yield FORMULA_AS_PICTURE if self.where else PICTURE

    def _note(self, kind: str, number: str) -> None:
        found = self.notes.pop(kind + number, None)
        if found is not None:
            blocks = list(self.blocks(found))
            where = [Place(f"{each.place.said}, catatan kaki {number}") for each in blocks]
            self.later += map(lambda each, place: replace(each, place=place), blocks, where)

    def _table(self, element: Element) -> Iterator[Block]:
        """A table; one of a single cell around others is only a frame."""
        rows = list(_rows(element))
        if len(rows) == 1 and len(only := list(_inner(rows[0], "tc"))) == 1 and _holds(only[0]):
            yield from self.blocks(only[0])
            return
        self.tables += not self.where
        outer = self.where
        name = f"{outer}, tabel di dalamnya" if outer else f"tabel {self.tables}"
        self.where = ""
        place = self._place(name)
        laid = [
            list(self._row(row, f"{name}, baris {number}")) for number, row in enumerate(rows, 1)
        ]
        self.where = outer
        if laid:
            yield grid(laid, place)

    def _row(self, row: Element, name: str) -> Iterator[Laid]:
        column = whole(value(row.find(f"{W}trPr/{W}gridBefore")))
        for number, element in enumerate(_inner(row, "tc"), 1):
            properties = element.find(f"{W}tcPr")
            across = max(whole(_setting(properties, "gridSpan"), 1), 1)
            self.where = f"{name}, kolom {number}"
            place = self._place()
            paragraphs = tuple(self._inside_cell(element))
            yield Laid(column, paragraphs, place, across, _is_continued(properties))
            column += across
        self.where = ""

    def _inside_cell(self, element: Element) -> Iterator[Paragraph]:
        for block in self.blocks(element):
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from _rows_as_paragraphs(block)


class _Fields:
    """Fields of Word, whose instruction is no text but their result is; but for `EQ`, an old form
    of equations, which has no result."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._is_result: list[bool] = []

    def seen(self, run: Element, pieces: list[Piece]) -> Iterator[Piece]:
        """What of a run is text."""
        for child in run:
            if _name(child) == "instrText" and self._told and not self._is_result[-1]:
                self._told[-1] += child.text or ""
            elif _name(child) == "fldChar":
                yield from self._edge(value(child, "fldCharType"))
        if not self._told or all(self._is_result):
            yield from pieces

    def rest(self) -> Iterator[Piece]:
        """A field that never ends is text as far as it is told."""
        while self._told:
            yield from self._edge("end")

    def _edge(self, kind: str) -> Iterator[Piece]:
        if kind == "begin":
            self._told.append("")
            self._is_result.append(False)
        elif self._told and kind == "separate":
            self._is_result[-1] = True
        elif self._told and kind == "end":
            self._is_result.pop()
            yield from _of_field(self._told.pop())


_EQUATION_FIELD = re.compile(r"\s*EQ\b(.*)", re.DOTALL | re.IGNORECASE)
_FRACTION_FIELD = re.compile(r"\s*\\f\s*\(([^;,()\\]*)[;,]([^()\\]*)\)\s*", re.IGNORECASE)


def _of_field(told: str) -> Iterator[Piece]:
    if not (found := _EQUATION_FIELD.fullmatch(told)):
        return
    if fraction := _FRACTION_FIELD.fullmatch(found[1]):
        yield Fraction(line_of([fraction[1]]), line_of([fraction[2]]))
    else:
        yield f"[rumus: {' '.join(found[1].split())}]"


def _name(element: Element) -> str:
    """The name of an element; of a comment, none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "rPr"


def _is_hidden(run: Element) -> bool:
    found = run.find(f"{W}rPr/{W}vanish")
    return found is not None and value(found) not in _OFF


def _is_outermost(box: Element, drawing: Element) -> bool:
    """Not in another box, and not the same once more in an older form."""
    above = takewhile(lambda each: each is not drawing, box.iterancestors())
    return not any(_name(each) in ("txbxContent", "Fallback") for each in above)


def _object(element: Element) -> Iterator[Piece]:
    """What another program made: mostly an equation of an older Word."""
    kinds = [each.get("ProgID", "") for each in element.iter() if _name(each) == "OLEObject"]
    is_other = kinds and not any(each.startswith(("Equation", "MathType")) for each in kinds)
    yield f"[objek tersisip: {kinds[0]}]" if is_other else FORMULA_AS_PICTURE


def _symbol(code: str) -> str:
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else ""


def _setting(properties: Element | None, name: str) -> str:
    return "" if properties is None else value(properties.find(W + name))


def _is_continued(properties: Element | None) -> bool:
    if properties is None:
        return False
    found = [properties.find(W + name) for name in ("vMerge", "hMerge")]
    return any(each is not None and value(each) != "restart" for each in found)


def _rows(table: Element) -> Iterator[Element]:
    for row in _inner(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def _inner(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also in what is wrapped around them."""
    for element in parent:
        if _name(element) == name:
            yield element
        elif _name(element) not in _GONE | _NOT_TEXT:
            yield from _inner(element, name)


def _holds(cell: Element) -> bool:
    return cell.find(f"{W}tbl") is not None


def _rows_as_paragraphs(table: Table) -> Iterator[Paragraph]:
    """The rows of a table in a cell, each a line with tabs."""
    for row in table.rows:
        lines = [_cell_as_line(cell) for cell in row if cell.paragraphs]
        if pieces := [each for line in lines for each in ("\t", *line)][1:]:
            yield Paragraph((trimmed(pieces),), row[0].place)


def _cell_as_line(cell: Cell) -> tuple[Piece, ...]:
    lines = [line for paragraph in cell.paragraphs for line in paragraph.lines]
    return trimmed([each for line in lines for each in (" ", *line)])
