"""The table of a decree, in its printed headings and order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.model.columns import Kolom, column
from generator.model.documents import Indikator, Jabatan, Sasaran, as_line
from generator.values import numbers


@dataclass(frozen=True)
class Cell:
    """A cell, and how many rows it spans."""

    texts: list[str]
    span: int


@dataclass(frozen=True)
class Table:
    """A table."""

    headings: list[str]
    rows: list[list[Cell]]


def tables(document: Jabatan) -> Iterator[Table]:
    """The printed tables: a new one begins where a sasaran has headings of its own."""
    groups: list[tuple[list[str], list[Sasaran]]] = []
    for sasaran in document.sasaran:
        if sasaran.judul_kolom or not groups:
            groups.append((sasaran.judul_kolom or document.judul_kolom, []))
        groups[-1][1].append(sasaran)
    for headings, goals in groups:
        if headings:
            yield Table(headings, list(_rows([column(each) for each in headings], goals)))


def _rows(columns: list[Kolom | None], goals: list[Sasaran]) -> Iterator[list[Cell]]:
    rows = [
        (number, sasaran, place, each)
        for number, sasaran in enumerate(goals, 1)
        for place, each in enumerate(sasaran.indikator)
    ]
    for line, (number, sasaran, place, indikator) in enumerate(rows):
        row = []
        for kolom in columns:
            if kolom in (Kolom.NOMOR, Kolom.SASARAN):
                text = f"{number}" if kolom is Kolom.NOMOR else sasaran.uraian
                if not place:
                    row.append(Cell([text], len(sasaran.indikator)))
            elif kolom is not Kolom.SUMBER_DATA:
                row.append(Cell(_CELLS[kolom](indikator) if kolom else [], 1))
            elif not line or not indikator.sumber_data_gabung:
                merged = takewhile(lambda each: each[3].sumber_data_gabung, rows[line + 1 :])
                row.append(Cell(list(map(as_line, indikator.sumber_data)), 1 + len(list(merged))))
        yield row


_CELLS: dict[Kolom, Callable[[Indikator], list[str]]] = {
    Kolom.INDIKATOR: lambda each: [each.nama],
    Kolom.RUMUS: lambda each: [each.rumus.asli or each.rumus.line()],
    Kolom.PENANGGUNG_JAWAB: lambda each: [each.penanggung_jawab or ""],
    Kolom.SATUAN: lambda each: [each.satuan or ""],
    Kolom.TARGET: lambda each: [f"{when}: {what}" for when, what in each.target.items()],
    Kolom.BOBOT: lambda each: [] if each.bobot is None else [numbers.show(each.bobot)],
}
