"""Reads PDF that has text: ruled tables, paragraphs around them, what a page cut joined again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from generator.importing.blocks import Block, Cell, Line, Place, Source, Table
from generator.importing.readers.kind import SCAN
from generator.importing.readers.lines import clean, said, trimmed
from generator.importing.readers.refusal import AS_DOCX, BROKEN, LOCKED, TOO_LARGE, RefusedError
from generator.importing.readers.ruled import is_inside, lines_on, loose, table_of, tables_on
from generator.importing.readers.words import Bar, Word, paragraphs, rows_of

MOST_PAGES = 1_000
_UNREADABLE = f"Huruf dalam PDF ini tidak dapat dibaca sebagai teks. {AS_DOCX}"
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:hal(?:aman)?|page)\.?\s*)?\d{1,3}(?:\s*(?:/|dari|of)\s*\d{1,3})?[-–—\s]*",
    re.IGNORECASE,
)
_UNENDED = re.compile(
    r"(?:[,(/&-]|\b(?:yang|dan|atau|serta|di|ke|dari|pada|untuk|dengan|oleh|dalam|tentang"
    r"|terhadap|sesuai|per))$",
    re.IGNORECASE,
)
"""No cell ends with these."""
_NO_LETTER = re.compile(r"\(cid:\d+\)")
_REPEATED_ROWS = 3
"""So many rows of headings a table may repeat on each page."""
_ALIKE = 4.0
"""So far the columns of a table may be moved on the next page."""


def read(path: Path) -> Source:
    """What a PDF holds."""
    try:
        with pdfplumber.open(path) as file:
            pages = [_Page.of(page) for page in _pages(file)]
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # Whatever it stumbles over is a fault of the file.
        raise RefusedError(LOCKED if _is_locked(error) else BROKEN) from error
    return _source(pages)


def _pages(file: Any) -> Iterator[Page]:
    if len(file.pages) > MOST_PAGES:
        raise RefusedError(TOO_LARGE)
    for page in file.pages:
        yield page
        page.close()


def _is_locked(error: Exception) -> bool:
    inner = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    return isinstance(inner, PDFPasswordIncorrect)


@dataclass(frozen=True)
class _Page:
    number: int
    blocks: tuple[Block, ...]
    edges: tuple[float, ...]
    """Where the columns of its last table begin."""
    first_edges: tuple[float, ...]
    letters: int
    unreadable: int
    has_number: bool

    @classmethod
    def of(cls, page: Page) -> "_Page":
        words, is_cut = _without_number(_words(page), page)
        text = "".join(each.text for each in words)
        lines = lines_on(page)
        ruled = tables_on(page, lines)
        blocks = tuple(_blocks(page, words, lines.bars, ruled))
        edges = [tuple(sorted({box[0] for box in each.cells})) for each in ruled]
        unreadable = len(_NO_LETTER.findall(text))
        return cls(
            page.page_number,
            blocks,
            edges[-1] if edges else (),
            edges[0] if edges else (),
            len(text),
            unreadable,
            is_cut,
        )


def _source(pages: list[_Page]) -> Source:
    letters = sum(each.letters for each in pages)
    if not letters:
        raise RefusedError(SCAN)
    # An unreadable letter is told with about eight signs.
    if sum(each.unreadable for each in pages) * 8 > letters / 4:
        raise RefusedError(_UNREADABLE)
    return Source(_over_pages(pages), notes=tuple(_notes(pages)))


def _notes(pages: list[_Page]) -> Iterator[str]:
    if empty := ", ".join(str(each.number) for each in pages if not each.letters):
        yield f"Halaman tanpa teks, gambar atau kosong, tidak dibaca: {empty}."
    if numbers := sum(each.has_number for each in pages):
        yield f"Nomor halaman tidak dimuat ({numbers} halaman)."


def _words(page: Page) -> list[Word]:
    found = page.dedupe_chars().extract_words(x_tolerance_ratio=0.15)
    return [
        Word(text, each["x0"], each["x1"], each["top"], each["bottom"])
        for each in found
        if (text := clean(each["text"]).strip())
    ]


def _without_number(words: list[Word], page: Page) -> tuple[list[Word], bool]:
    """The words without the page's number, which stands alone at its top or bottom."""
    rows = rows_of(words)
    for row in (rows[:1], rows[-1:]):
        is_outside = row and not page.height * 0.1 < row[0].top < page.height * 0.88
        if is_outside and _PAGE_NUMBER.fullmatch(said(row[0].line)):
            return [each for each in words if each not in row[0].words], True
    return words, False


def _blocks(
    page: Page, words: list[Word], bars: tuple[Bar, ...], ruled: list[Any]
) -> Iterator[Block]:
    """Tables and what stands above, between and below them."""
    where = f"halaman {page.page_number}"
    rest = [w for w in words if not any(is_inside(w, each.bbox) for each in ruled)]
    edges = (min((w.x0 for w in rest), default=0.0), max((w.x1 for w in rest), default=0.0))
    done: list[Word] = []
    for number, each in enumerate(ruled, 1):
        above = [w for w in rest if w.middle < each.bbox[1] and w not in done]
        done += above
        yield from paragraphs(above, bars, edges, Place(where))
        yield table_of(each, words, bars, Place(f"{where}, tabel {number}"))
        yield from paragraphs(loose(each, words), bars, edges, Place(where))
    yield from paragraphs([w for w in rest if w not in done], bars, edges, Place(where))


def _over_pages(pages: list[_Page]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    above: tuple[float, ...] = ()
    for page in pages:
        first, rest = page.blocks[:1], page.blocks[1:]
        last = blocks[-1] if blocks else None
        if (
            first
            and isinstance(first[0], Table)
            and isinstance(last, Table)
            and _are_alike(above, page.first_edges)
        ):
            blocks[-1] = _joined(last, first[0])
            blocks += rest
        else:
            blocks += page.blocks
        above = page.edges or above
    return tuple(blocks)


def _are_alike(above: tuple[float, ...], below: tuple[float, ...]) -> bool:
    return len(above) == len(below) and all(
        abs(one - other) < _ALIKE for one, other in zip(above, below, strict=True)
    )


def _joined(above: Table, below: Table) -> Table:
    """A table with its part on the next page, whose headings are repeated perhaps."""
    rows = list(below.rows)
    repeated = 0
    for one, other in zip(above.rows[:_REPEATED_ROWS], rows, strict=False):
        if _texts(one) != _texts(other):
            break
        repeated += 1
    first, *rest = rows[repeated:] or [()]
    if first and _is_cut(above.rows[-1], first):
        last = tuple(_cell(one, other) for one, other in zip(above.rows[-1], first, strict=True))
        return replace(above, rows=(*above.rows[:-1], last, *rest))
    return replace(above, rows=(*above.rows, *rows[repeated:]))


def _texts(row: tuple[Cell, ...]) -> list[str]:
    return [" ".join(_text(cell).split()).casefold() for cell in row]


def _text(cell: Cell) -> str:
    return " ".join(said(line) for each in cell.paragraphs for line in each.lines)


def _is_cut(above: tuple[Cell, ...], row: tuple[Cell, ...]) -> bool:
    """Whether a row goes on with the one above: most texts in it stand below nothing, or begin in
    the middle of a sentence."""
    pairs = [(_text(a), text) for a, each in zip(above, row, strict=True) if (text := _text(each))]
    sure = sum(not one or _runs_on(one, text) for one, text in pairs)
    return bool(pairs) and 2 * sure > len(pairs)


def _runs_on(above: str, text: str) -> bool:
    is_in_sentence = text[0].islower() and above[-1] not in ".;:" and not above[0].islower()
    return is_in_sentence or bool(_UNENDED.search(above))


def _cell(above: Cell, below: Cell) -> Cell:
    """Two halves of a cell; the text that the page cut is one paragraph."""
    if not above.paragraphs or not below.paragraphs:
        return replace(above, paragraphs=above.paragraphs + below.paragraphs)
    *before, last = above.paragraphs
    first, *after = below.paragraphs
    middle = replace(last, lines=(*last.lines[:-1], _line(last.lines[-1], first.lines[0])))
    middle = replace(middle, lines=middle.lines + first.lines[1:])
    return replace(above, paragraphs=(*before, middle, *after))


def _line(above: Line, below: Line) -> Line:
    return trimmed((*above, " ", *below))
