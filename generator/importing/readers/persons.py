"""Names and numbers of persons are left out before anything else looks at a decree.

A signatory keeps the name: the decree is known by it. What is left out is counted, never repeated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.importing.blocks import Block, Cell, Line, Paragraph, Piece, Source, Table
from generator.importing.readers.lines import said, trimmed
from generator.values import personal

_LEAD = r"[\W_]*(?:(?:\d{1,2}|[A-Za-z])[.)][\W_]*)?"
"""A mark of a list, or of a text set bold."""
_NUMBER_OF = r"(?:N\W{0,2}I\W{0,2}P(?:\W{0,2}PPK)?|NI ?PPPK|N\W{0,2}R\W{0,2}P|NIK)"
_NUMBER_LABEL = re.compile(rf"{_LEAD}{_NUMBER_OF}[\W_]*", re.IGNORECASE)
_NUMBER_LINE = re.compile(
    rf"{_LEAD}{_NUMBER_OF}\b(?:[\W\d_]+|\W*\[[^\]]*\]\W*|\D*(?:\d\D{{0,3}}){{8,}}.*)", re.IGNORECASE
)
_NAME_LABEL = re.compile(
    rf"{_LEAD}NAMA(?: (?:PEJABAT|PEGAWAI|LENGKAP|PEMANGKU(?: JABATAN)?))?(?: ?/ ?NIP)?[\W_]*",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(_NAME_LABEL.pattern.removesuffix("[\\W_]*") + r"[*_\s]*:(.*)", re.I | re.S)
_OF_INDICATOR = re.compile(
    r"\W*(?:PERSENTASE|PROSENTASE|JUMLAH|INDEKS|INDEX|NILAI|TINGKAT|RASIO|RATA|CAKUPAN|ANGKA"
    r"|KETEPATAN|WAKTU|LAJU|SKOR|OPINI|PREDIKAT)\b",
    re.IGNORECASE,
)
"""What a sheet of an indicator has behind `Nama :`."""
_HEADINGS = 3
"""In so many rows a table may say what its columns are."""


def without_persons(source: Source) -> Source:
    """A source without names and numbers of persons, but for those that sign."""
    keeper = _Keeper()
    blocks = tuple(keeper.blocks(source.blocks))
    return replace(source, blocks=blocks, dropped=source.dropped + keeper.dropped)


@dataclass
class _Keeper:
    """Keeps what is no person's, and counts the rest."""

    dropped: int = 0
    _is_below_name: bool = field(default=False)
    """A line `NAMA` stands alone: its name is the next."""

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        for place, block in enumerate(blocks):
            if isinstance(block, Table):
                yield from self._table(block)
            else:
                yield from self._paragraph(block, blocks[place + 1 : place + 2])

    def _table(self, table: Table) -> Iterator[Table]:
        start, columns = _columns_of_persons(table)
        is_form = any(_NUMBER_LABEL.fullmatch(_text(row[0])) for row in table.rows)
        rows = [
            tuple(self._cell(cell, row >= start and column in columns) for column, cell in each)
            for row, each in enumerate(map(enumerate, table.rows))
            if not self._is_of_person(table.rows[row], is_form)
        ]
        if rows:
            yield replace(table, rows=tuple(rows))

    def _is_of_person(self, row: tuple[Cell, ...], is_form: bool) -> bool:
        """A row with `NAMA` or `NIP` and what it is, with a colon or in a form about a person."""
        texts = [text for cell in row if (text := _text(cell))]
        if not 2 <= len(texts) <= 3 or (len(texts) == 3 and texts[1].strip() != ":"):
            return False
        label, last = texts[0], texts[-1]
        is_number = _NUMBER_LABEL.fullmatch(label) and not re.search(r"[^\W\d_]{3}", last[:3])
        is_name = (
            _NAME_LABEL.fullmatch(label) and _is_name(last) and (is_form or ":" in "".join(texts))
        )
        self.dropped += bool(is_number or is_name)
        return bool(is_number or is_name)

    def _cell(self, cell: Cell, is_of_person: bool) -> Cell:
        if is_of_person:
            self.dropped += bool(cell.paragraphs)
            return replace(cell, paragraphs=())
        kept = (each for paragraph in cell.paragraphs for each in self._paragraph(paragraph))
        return replace(cell, paragraphs=tuple(kept))

    def _paragraph(
        self, paragraph: Paragraph, following: tuple[Block, ...] = ()
    ) -> Iterator[Paragraph]:
        was_below, self._is_below_name = self._is_below_name, False
        if was_below or self._is_label_alone(paragraph, following):
            self._is_below_name = not was_below
            self.dropped += was_below
            return
        lines = tuple(kept for line in paragraph.lines if (kept := self._line(line)))
        if lines:
            yield replace(paragraph, lines=lines)

    def _is_label_alone(self, paragraph: Paragraph, following: tuple[Block, ...]) -> bool:
        """`NAMA` above `: BUDI`."""
        below = next((each for each in following if isinstance(each, Paragraph)), None)
        return (
            below is not None
            and len(paragraph.lines) == 1
            and bool(_NAME_LABEL.fullmatch(said(paragraph.lines[0])))
            and said(below.lines[0]).startswith(":")
            and _is_name(said(below.lines[0]))
        )

    def _line(self, line: Line) -> Line:
        text = said(line)
        found = _NAME_LINE.fullmatch(text)
        if _NUMBER_LINE.fullmatch(text) or (found and _is_name(found[1])):
            self.dropped += 1
            return ()
        if not personal.may_hold(text) or not personal.personal_number(text):
            return line
        self.dropped += 1
        kept = trimmed(_without_number(each) for each in line)
        # What still holds one has it in a place that we do not know.
        return () if personal.personal_number(said(kept)) else kept


def _is_name(text: str) -> bool:
    return not _OF_INDICATOR.match(text)


def _without_number(piece: Piece) -> Piece:
    """A text without the numbers of persons in it and what announces them."""
    if not isinstance(piece, str):
        return piece
    while found := personal.number(piece):
        digits = r"[\W_]*".join(found.groups)
        shorter = re.sub(rf"(?:\b{_NUMBER_OF}[\W_]*)?{digits}", "", personal.plain(piece), count=1)
        if shorter == piece:
            break
        piece = re.sub(r"  +", " ", shorter)
    return piece


def _columns_of_persons(table: Table) -> tuple[int, frozenset[int]]:
    """Where a list of persons begins, and in which columns it has their names and numbers."""
    for place, row in enumerate(table.rows[:_HEADINGS]):
        headings = [_text(cell) for cell in row]
        if any(_is_of_numbers(each) for each in headings) and len(list(filter(None, headings))) > 2:
            named = (_is_of_numbers(each) or _NAME_LABEL.fullmatch(each) for each in headings)
            columns = frozenset(column for column, is_named in enumerate(named) if is_named)
            return place + 1, columns
    return 0, frozenset()


def _is_of_numbers(heading: str) -> bool:
    return bool(_NUMBER_LABEL.fullmatch(heading) or re.fullmatch(r"(?i)NAMA ?/ ?NIP", heading))


def _text(cell: Cell) -> str:
    return " ".join(said(line) for each in cell.paragraphs for line in each.lines).strip()
