"""The table of a decree, laid out in its printed headings and order."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Self

from generator.formula.kinds.kind import Kind
from generator.model.columns import Column, Kolom
from generator.model.documents import (
    Group,
    Indikator,
    Jabatan,
    RincianIndikator,
    Sasaran,
    Tujuan,
    as_line,
)
from generator.model.tables import Printed, given, printed


class FormulaLine(str):
    """A formula in one line, as a cell has it, and what it can be drawn from."""

    rumus: Kind

    def __new__(cls, rumus: Kind) -> Self:
        made = super().__new__(cls, rumus.asli or rumus.line())
        made.rumus = rumus
        return made


@dataclass(frozen=True)
class Cell:
    """A cell, and how many rows and columns it spans."""

    texts: list[str]
    span: int
    width: int = 1


@dataclass(frozen=True)
class Table:
    """A table."""

    headings: list[str]
    rows: list[list[Cell]]


@dataclass(frozen=True)
class Row:
    """A printed row: an indicator, or a line of one, with what it stands under."""

    part: int
    """How many rows with a heading of their own stand above it."""
    number: int
    """Of what is numbered, from 1; 0 where that is an aim of the position."""
    numbered: Group | Indikator
    group: Group
    indikator: Indikator
    line: RincianIndikator | None
    source: Indikator
    """The indicator in whose cell its data sources stand."""

    @property
    def heading(self) -> str:
        """The heading of the part of the table that begins with its goal."""
        return (isinstance(self.group, Sasaran) and self.group.bagian) or ""

    def given(self, column: Column) -> str:
        """What is given for a column as it is, by the indicator or by its goal."""
        return given(self.indikator, column) or given(self.group, column)


def tables(document: Jabatan) -> Iterator[Table]:
    """The printed tables whose headings are known, laid out."""
    for each in printed(document):
        if each.headings:
            yield Table(each.headings, list(_laid_out(each)))


def _rows(table: Printed) -> Iterator[Row]:
    """Every indicator, each followed by its lines."""
    part = number = 0
    source: Indikator | None = None
    for group in table.groups:
        part += bool(isinstance(group, Sasaran) and group.bagian)
        number += table.numbers_goals and isinstance(group, Sasaran)
        for each in group.indikator:
            number += not table.numbers_goals
            numbered = group if table.numbers_goals else each
            source = source if source and each.sumber_data_gabung else each
            for line in (None, *each.rincian):
                place = 0 if isinstance(numbered, Tujuan) else number
                yield Row(part, place, numbered, group, each, line, source)


def _laid_out(table: Printed) -> Iterator[list[Cell]]:
    rows = list(_rows(table))
    by_column = [_cells(each, table, rows) for each in table.columns]
    part = 0
    for number, row in enumerate(rows):
        if row.part > part:
            part = row.part
            yield [Cell([row.heading], 1, len(table.headings))]
        yield [cell for cells in by_column if (cell := cells[number])]


def _cells(column: Column, table: Printed, rows: list[Row]) -> list[Cell | None]:
    """The cells of a column, each in its first row; nothing stands where one goes on."""
    cells: list[Cell | None] = []
    for _, span in groupby(rows, key=lambda row: (row.part, _owner(column, row))):
        first, *others = span
        cells += [Cell(_text(column, table, first), 1 + len(others)), *(None for _ in others)]
    return cells


def _owner(column: Column, row: Row) -> int:
    """What a cell belongs to; it spans all rows that have the same."""
    if given(row.indikator, column):
        return id(row.indikator)
    if column.kolom in _OF_GROUPS or given(row.group, column):
        return id(row.group)
    if column.kolom is Kolom.NOMOR:
        return id(row.numbered)
    if column.kolom is Kolom.KETERANGAN and _note_of_goal(row.group):
        return id(row.group)
    if column.kolom is Kolom.TUJUAN:
        return id(row.group) if isinstance(row.group, Tujuan) else 0
    if column.kolom is Kolom.SUMBER_DATA and not column.also:
        return id(row.source)
    of_lines = {column.kolom, column.also} & _OF_LINES
    return id(row.line if row.line and of_lines else row.indikator)


def _note_of_goal(group: Group) -> str | None:
    """What stands once beside a goal, where none of its indicators has a note of its own."""
    has_others = any(each.keterangan for each in group.indikator)
    return group.keterangan if isinstance(group, Sasaran) and not has_others else None


def _text(column: Column, table: Printed, row: Row) -> list[str]:
    if told := row.given(column):
        return [told]
    fields = filter(None, (column.kolom, column.also))
    return [text for each in fields for text in _of_field(each, column, table, row) if text]


def _of_field(kolom: Kolom, column: Column, table: Printed, row: Row) -> Iterator[str]:
    return _CELLS[kolom](row, replace(column, kolom=kolom), table)


def _aim(row: Row, column: Column, table: Printed) -> Iterator[str]:
    """An aim beside its own indicators; those that have none, once beside all goals."""
    if isinstance(row.group, Tujuan):
        yield row.group.uraian
    elif row.group is next(each for each in table.groups if isinstance(each, Sasaran)):
        for group in table.groups:
            if isinstance(group, Tujuan) and not group.indikator:
                yield group.uraian


def _goal(row: Row, column: Column, table: Printed) -> Iterator[str]:
    """An aim only where no column of its own holds it; an activity where nothing else is told."""
    if isinstance(row.group, Sasaran):
        yield row.group.uraian or row.group.kegiatan or ""
    elif Kolom.TUJUAN not in table.kinds:
        yield row.group.uraian


def _name(row: Row, column: Column, table: Printed) -> Iterator[str]:
    both = {Kolom.INDIKATOR, Kolom.INDIKATOR_TUJUAN} <= table.kinds
    is_of_aims = column.kolom is Kolom.INDIKATOR_TUJUAN
    if not both or isinstance(row.group, Tujuan) is is_of_aims:
        yield (row.line or row.indikator).nama


def _formula(row: Row, column: Column, table: Printed) -> Iterator[str]:
    rumus = (row.line or row.indikator).rumus
    if rumus:
        yield FormulaLine(rumus)
        yield rumus.keterangan or ""


def _of_periods(row: Row, column: Column, table: Printed) -> Iterator[str]:
    """The values of a column's period; of none, those that have no column of their own."""
    assert column.kolom
    values: Mapping[str, str] = getattr(row.line or row.indikator, column.kolom, {})
    here = table.of_period(column, values)
    yield from here.values() if len(here) == 1 else map(": ".join, here.items())


def _baseline(row: Row, column: Column, table: Printed) -> Iterator[str]:
    if baseline := row.indikator.baseline:
        is_told = column.period == str(baseline.tahun)
        yield baseline.nilai if is_told else str(baseline)


def _field(row: Row, column: Column, table: Printed) -> Iterator[str]:
    """A text, of a line, an indicator or a goal, whichever has it."""
    assert column.kolom
    owner = row.group if column.kolom in _OF_GROUPS else row.line or row.indikator
    yield getattr(owner, column.kolom, None) or ""


def _note(row: Row, column: Column, table: Printed) -> Iterator[str]:
    yield _note_of_goal(row.group) or row.indikator.keterangan or ""


_CELLS: dict[Kolom, Callable[[Row, Column, Printed], Iterator[str]]] = {
    **dict.fromkeys(Kolom, _field),
    Kolom.NOMOR: lambda row, *_: iter([str(row.number or "")]),
    Kolom.TUJUAN: _aim,
    Kolom.SASARAN: _goal,
    Kolom.INDIKATOR: _name,
    Kolom.INDIKATOR_TUJUAN: _name,
    Kolom.RUMUS: _formula,
    Kolom.SUMBER_DATA: lambda row, *_: map(as_line, row.source.sumber_data),
    Kolom.DEFINISI_OPERASIONAL: lambda row, *_: map(as_line, row.indikator.definisi_operasional),
    Kolom.BASELINE: _baseline,
    Kolom.KETERANGAN: _note,
    Kolom.TARGET: _of_periods,
    Kolom.REALISASI: _of_periods,
    Kolom.CAPAIAN: _of_periods,
    Kolom.KATEGORI: lambda row, *_: (f"{e.batas}: {e.sebutan}" for e in row.indikator.kategori),
}
_OF_GROUPS = frozenset({Kolom.SASARAN, Kolom.PROGRAM, Kolom.KEGIATAN})
"""What stands once for all indicators of a goal."""
_OF_LINES = frozenset(
    {Kolom.INDIKATOR, Kolom.INDIKATOR_TUJUAN, Kolom.SATUAN, Kolom.TARGET, Kolom.RUMUS}
)
"""What each line of an indicator has of its own; all else stands once for the indicator."""
