"""The rows of a table, each whole: what a page cut is joined, what slipped is put back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.importing.blocks import Cell, Fraction, Table
from generator.importing.flat import cell_text, lines_of
from generator.importing.grids import Grid, Row, grid, has_heading, joined
from generator.importing.lines import Leftover
from generator.model.columns import Column, Kolom, normal


@dataclass
class Filled:
    """One row with its doubts."""

    cells: Row
    doubts: list[str] = field(default_factory=list)


@dataclass
class Printed:
    """A table as it was printed, over however many pages."""

    columns: list[Column]
    heading: list[Row]
    rows: list[Filled] = field(default_factory=list)
    knows_merging: bool = False
    """Whether its file tells merged cells from empty ones."""

    def text(self, row: Row, kolom: Kolom) -> str:
        """What a row says in the column of a field."""
        return " ".join(cell_text(each) for each in self.cells(row, kolom)).strip()

    def cells(self, row: Row, kolom: Kolom) -> list[Cell]:
        pairs = zip(self.columns, row, strict=True)
        return [cell for column, cell in pairs if column.kolom is kolom and not cell.is_continued]

    def place(self, kolom: Kolom) -> int | None:
        return next((n for n, each in enumerate(self.columns) if each.kolom is kolom), None)


def printed(tables: Sequence[Table], leftovers: list[Leftover]) -> list[Printed]:
    """The tables of a position; one with the headings of the last, or none, goes on with it."""
    found: list[Printed] = []
    seen: list[tuple[str, ...]] = []
    last: Table | None = None
    for table in tables:
        if (this := _signature(table)) in seen:
            leftovers += said(table.rows, "tabel yang sama, kata demi kata, dengan yang di atasnya")
            continue
        seen.append(this)
        if has_heading(table):
            last = table
        elif last:
            table = Table((*_heading(last), *table.rows), table.place)  # noqa: PLW2901
        drawn = grid(table)
        assert drawn is not None
        _add(found, drawn, is_new=last is table, leftovers=leftovers)
    return found


def _heading(table: Table) -> list[Row]:
    drawn = grid(table)
    assert drawn is not None
    return drawn.heading


def _signature(table: Table) -> tuple[str, ...]:
    return tuple(normal(" | ".join(map(cell_text, row))) for row in table.rows)


def said(rows: Sequence[Row], why: str) -> Iterator[Leftover]:
    """Rows that no field takes."""
    for row in rows:
        if text := " | ".join(filter(None, map(cell_text, row))):
            yield Leftover(text, row[0].place, why)


def _add(found: list[Printed], drawn: Grid, is_new: bool, leftovers: list[Leftover]) -> None:
    leftovers += said(drawn.around, "di sekitar judul kolom")
    headings = [normal(each.heading) for each in drawn.columns]
    goes_on = bool(found) and headings == [normal(each.heading) for each in found[-1].columns]
    if not goes_on:
        found.append(Printed(drawn.columns, drawn.heading))
    elif is_new:
        leftovers += said(drawn.heading, "judul kolom, tercetak lagi")
    table = found[-1]
    table.knows_merging |= any(cell.is_continued for row in drawn.rows for cell in row)
    for number, row in enumerate(drawn.rows):
        _add_row(table, row, is_after_page=goes_on and not number, leftovers=leftovers)


def _add_row(table: Printed, row: Row, is_after_page: bool, leftovers: list[Leftover]) -> None:
    if not any(re.search(r"\w", cell_text(cell)) for cell in row):
        leftovers += said([row], "garis, tanpa kata")
        return
    texts = [normal(cell_text(cell)) for cell in row]
    if texts == [normal(each.heading) for each in table.columns]:
        leftovers += said([row], "judul kolom, tercetak lagi")
        return
    filled = _put_back(table, Filled(row))
    if table.rows and _goes_on(table, filled.cells, is_after_page):
        before = _begun(table, filled.cells)
        before.cells = joined(before.cells, filled.cells)
        if not is_after_page:
            before.doubts.append("baris di bawahnya dibaca sebagai sambungan baris ini")
    else:
        table.rows.append(filled)


def _begun(table: Printed, row: Row) -> Filled:
    """What a row goes on with: a definition below a name is no part of the goal."""
    if not table.text(row, Kolom.SASARAN):
        return table.rows[-1]
    rows = (
        each
        for each in reversed(table.rows)
        if not is_definition(table.text(each.cells, Kolom.INDIKATOR))
    )
    return next(rows, table.rows[-1])


def _goes_on(table: Printed, row: Row, is_after_page: bool) -> bool:
    """Whether a row is what a page cut off from the one before."""
    if table.text(row, Kolom.NOMOR):
        return False
    texts = [cell_text(cell) for cell in row if not cell.is_continued]
    told = [text for text in texts if text]
    if not told or is_definition(table.text(row, Kolom.INDIKATOR)):
        return False
    begins_low = all(_is_low(text) for text in told)
    name, goal = table.text(row, Kolom.INDIKATOR), table.text(row, Kolom.SASARAN)
    if name:
        goes_on = _is_low(name) and not goal and _fills(table.rows[-1].cells, row)
        return begins_low or goes_on or (is_after_page and not goal and len(told) == 1)
    return begins_low or is_after_page or _has_only_sources(table, row)


def _fills(upper: Row, lower: Row) -> bool:
    """Whether a row has but one cell that the one above has too."""
    both = zip(upper, lower, strict=True)
    return sum(bool(cell_text(a)) and bool(cell_text(b)) for a, b in both) == 1


def _has_only_sources(table: Printed, row: Row) -> bool:
    told = {c.kolom for c, cell in zip(table.columns, row, strict=True) if cell_text(cell)}
    return told == {Kolom.SUMBER_DATA}


def _is_low(text: str) -> bool:
    """Whether a text begins in the middle of a sentence, or with the bar of a fraction."""
    return text[:1].islower() or bool(re.match(r"[-–—_]{4,}|[,;)]|[×x] ?100", text))


_OF_INDICATORS = re.compile(
    r"(?:PERSENTASE|PRESENTASE|PROSENTASE|JUMLAH|NILAI|INDEKS|TINGKAT|RATA-RATA|RASIO|TERLAKSANANYA)\b",
    re.IGNORECASE,
)
_OF_FORMULAS = re.compile(r"[-–—_]{5,}|[×xX] ?100\b")


def _put_back(table: Printed, row: Filled) -> Filled:
    """A row that slipped one cell to the left: its name stands below the goals, its formula below
    the names, and below the formulas nothing."""
    goal, name, formula = (
        table.place(each) for each in (Kolom.SASARAN, Kolom.INDIKATOR, Kolom.RUMUS)
    )
    if goal is None or name is None or formula is None or not goal + 2 == name + 1 == formula:
        return row
    cells = list(row.cells)
    if cell_text(cells[formula]) or not _is_formula(cells[name]):
        return row
    if not _OF_INDICATORS.match(cell_text(cells[goal])):
        return row
    cells[goal], cells[name], cells[formula] = cells[formula], cells[goal], cells[name]
    return Filled(tuple(cells), ["baris ini dalam naskah bergeser satu sel; di sini dikembalikan"])


def _is_formula(cell: Cell) -> bool:
    pieces = [piece for line in lines_of(cell) for piece in line]
    return any(isinstance(each, Fraction) for each in pieces) or bool(
        _OF_FORMULAS.search(cell_text(cell))
    )


_DEFINITION = re.compile(r"(?:DEFINISI OPERASIONAL|D\.?O\.?)\s*:\s*", re.IGNORECASE)


def is_definition(text: str) -> bool:
    """Whether what stands below the names is what a name means."""
    return bool(_DEFINITION.match(text))


def without_label(text: str) -> str:
    return _DEFINITION.sub("", text, count=1)
