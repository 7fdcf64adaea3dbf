"""Text and Markdown: tables by tabs or pipes, HTML in cells, LaTeX between dollar signs."""

import html
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from pathlib import Path

from generator.importing.blocks import Block, Cell, Line, Paragraph, Piece, Place, Source, Table
from generator.importing.readers import latex
from generator.importing.readers.refusal import TOO_LARGE
from generator.values.characters import without_invisible
from generator.values.fields import MAX_TEXT

LARGEST = 5_000_000
_TOO_LARGE = (
    "Berkas teks ini lebih dari 5 MB, terlalu besar untuk satu naskah. Bagi menjadi beberapa "
    "berkas."
)
MOST_COLUMNS = 1_000
_LONGEST = 12
"""Over so many lines a cell may run."""


@dataclass(frozen=True)
class _Row:
    """A line of the file."""

    text: str
    place: Place
    cells: tuple[str, ...]
    """More than one where tabs or pipes part them."""


def read(path: Path) -> Source:
    """What stands in a text file."""
    if path.stat().st_size > LARGEST:
        return Source(refused=_TOO_LARGE)
    text = _decoded(path.read_bytes())
    if text is None:
        return Source(refused="Berkas ini bukan teks. Simpan naskahnya sebagai DOCX.")
    if any(max(map(line.count, "\t|")) > MOST_COLUMNS for line in text.splitlines()):
        return Source(refused=TOO_LARGE)
    return Source(tuple(blocks(text)))


def _decoded(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def blocks(text: str) -> Iterator[Block]:
    """Paragraphs and tables in their order: a line is a paragraph, rows that touch a table."""
    for is_table, group in groupby(_whole_rows(list(_rows(text))), key=_is_row):
        rows = list(group)
        above = list(takewhile(_is_indented, rows)) if is_table else rows
        yield from (_paragraph(row) for row in above if row.text.strip())
        if _is_table(rows[len(above) :]):
            yield _table([row for row in rows[len(above) :] if not _is_rule(row)])
        else:
            yield from (_paragraph(row) for row in rows[len(above) :])


def _whole_rows(rows: list[_Row]) -> Iterator[_Row]:
    """Rows with the lines that a cell of theirs goes on with: all together have as many cells as
    the row before."""
    width, at = 0, 0
    while at < len(rows):
        end = _end_of_row(rows, at, width)
        lines = rows[at:end]
        text = "\n".join(row.text for row in lines)
        cells = lines[0].cells if len(lines) == 1 else tuple(text.split("\t"))
        whole = replace(lines[0], text=text, cells=cells)
        width = len(whole.cells) if _is_row(whole) else 0
        yield whole
        at = end


def _end_of_row(rows: list[_Row], at: int, width: int) -> int:
    """Behind the last line of a row; the next line where it is whole."""
    cells = len(rows[at].cells)
    if not (_is_row(rows[at]) and 1 < cells < width) or "|" in rows[at].text:
        return at + 1
    for end in range(at + 1, min(at + _LONGEST, len(rows))):
        if not rows[end].text.strip():
            break
        cells += len(rows[end].cells) - 1
        if cells >= width:
            return end + 1 if cells == width and not _is_indented(rows[end]) else at + 1
    return at + 1


def _rows(text: str) -> Iterator[_Row]:
    pages = text.split("\f")
    number = 0
    for page, content in enumerate(pages, 1):
        for line in re.split(r"\r\n|\r|\n", content):
            number += 1
            said = f"halaman {page}, baris {number}" if len(pages) > 1 else f"baris {number}"
            clean = without_invisible(_without_emphasis(line))
            yield _Row(clean, Place(said), _cells(clean))


def _without_emphasis(line: str) -> str:
    """Markdown's own signs are no words of the decree."""
    if len(line) > MAX_TEXT:
        return line
    line = re.sub(r"^\s*#{1,6}\s+", "", line).replace("**", "")
    line = re.sub(r"(?<![\w_])__(\w.*?)__(?![\w_])", r"\1", line)
    return re.sub(r"(?<![\w*])\*(\w[^*$]*?)\*(?![\w*])", r"\1", line)


def _cells(line: str) -> tuple[str, ...]:
    if line.lstrip().startswith("|"):
        inner = re.sub(r"^\s*\||\|\s*$", "", line)
        return tuple(each.replace(r"\|", "|") for each in re.split(r"(?<!\\)\|", inner))
    return tuple(line.split("\t"))


def _is_row(row: _Row) -> bool:
    """Whether a line may be a row of a table: `Jabatan⇥: Camat` is none."""
    is_label = any(each.lstrip().startswith(":") for each in row.cells[1:]) and "|" not in row.text
    return len(row.cells) > 1 and not is_label and bool(row.text.strip("\t |"))


def _is_indented(row: _Row) -> bool:
    """Whether tabs only move a line in."""
    return row.cells[0] == "" and bool(row.cells[-1]) and not any(row.cells[:-1])


def _is_table(rows: list[_Row]) -> bool:
    widest = max((len(row.cells) for row in rows), default=0)
    return widest > 2 or (widest == 2 and len(rows) > 1)


def _is_rule(row: _Row) -> bool:
    """The line that Markdown draws below a heading."""
    return all(re.fullmatch(r"\s*:?-+:?\s*", each) for each in row.cells)


def _paragraph(row: _Row) -> Paragraph:
    text = row.text.expandtabs(4)
    lines = tuple(map(_line, _BREAK.split(text)))
    return Paragraph(lines, row.place, indent=len(text) - len(text.lstrip()))


def _table(rows: list[_Row]) -> Table:
    width = max((len(row.cells) for row in rows), default=0)
    return Table(
        tuple(
            tuple(_cell(each, row.place) for each in (*row.cells, *[""] * (width - len(row.cells))))
            for row in rows
        ),
        rows[0].place if rows else Place(""),
    )


_TAG = re.compile(
    r"</?(?:p|ul|ol|li|br|div|span|b|i|strong|em|sup|sub|u|table|tr|td)\b[^>]*>", re.I
)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_BREAKING = re.compile(r"</?(?:p|ul|ol|li|br|div|tr|td)\b", re.I)
_BULLET = re.compile(r"(?<!\S)(?:[-•–]|\d{1,2}[.)])(?!\S)")


def _cell(text: str, place: Place) -> Cell:
    return Cell(tuple(Paragraph((_line(each),), place) for each in _parts(text)), place)


def _parts(cell: str) -> Iterator[str]:
    """The paragraphs of a cell: what tags part, and the items of a list that runs on in a line."""
    is_list = bool(re.search(r"<(?:ul|ol|li)\b", cell, re.IGNORECASE))
    for part in _without_tags(cell).split("\n"):
        yield from _items(html.unescape(part).strip(), is_list)


def _without_tags(cell: str) -> str:
    """A cell with a line for each paragraph, and a mark before each item."""
    counts: list[int] = []
    """How many items each list that is open has; below zero where it has no numbers."""

    def plain(tag: re.Match[str]) -> str:
        name = re.sub(r"\W.*", "", tag[0].strip("<>").lower())
        if name in ("ul", "ol"):
            counts.append(0 if name == "ol" else -1)
        elif tag[0].lower().startswith(("</ul", "</ol")) and counts:
            counts.pop()
        elif name == "li":
            return "\n" + _mark_of(counts)
        return "\n" if _BREAKING.match(tag[0]) else ""

    text = _TAG.sub(plain, cell)
    return re.sub(r"\n(?:•|\d+\.) (?=\s*(?:[-•–]|\w{1,2}[.)])\s)", "\n", text)


def _mark_of(counts: list[int]) -> str:
    if not counts or counts[-1] < 0:
        return "• "
    counts[-1] += 1
    return f"{counts[-1]}. "


def _items(text: str, is_list: bool) -> Iterator[str]:
    """The items of a list, each with its mark; only a list that begins with one is taken apart."""
    signs = [found.start() for found in re.finditer(r"\$", text)]
    all_marks = _BULLET.finditer(text)
    # Between two dollar signs a dash is a minus.
    marks = [found for found in all_marks if bisect(signs, found.start()) % 2 == 0]
    begins = bool(marks) and marks[0].start() == 0
    if not (begins and (is_list or _counts(found[0] for found in marks))):
        yield from filter(None, [text])
        return
    ends = [*(found.start() for found in marks[1:]), len(text)]
    for found, end in zip(marks, ends, strict=True):
        yield text[found.start() : end].strip()


def _counts(marks: Iterator[str]) -> bool:
    """Whether marks are 1. 2. 3."""
    found = list(marks)
    return len(found) > 1 and [each[:-1] for each in found] == [
        str(number) for number in range(1, len(found) + 1)
    ]


_LATEX = re.compile(r"\$\$?([^$]+)\$\$?")
_BARE_LATEX = re.compile(r"\\[dt]?frac\s*\{")


def _line(text: str) -> Line:
    """A line with its formulas; one that cannot be read stays as it is written."""
    if "\\" not in text and "$" not in text:
        return (text.strip(),)
    if "$" not in text and _BARE_LATEX.search(text):
        return latex.pieces(text) or (text.strip(),)
    found: list[Piece] = []
    end = 0
    for each in _LATEX.finditer(text):
        drawn = latex.pieces(each[1])
        found += [text[end : each.start()], *(drawn if drawn is not None else (each[0],))]
        end = each.end()
    return latex.joined([*found, text[end:]])
