"""The table of a decree, in its printed headings and order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator import numbers
from generator.columns import Kolom, column
from generator.model import Butir, Indikator, Jabatan, Sasaran

MERGED = "(selnya menyatu dengan yang di atas)"


@dataclass(frozen=True)
class Sel:
    """A cell, and how many rows it spans."""

    isi: list[str]
    baris: int


@dataclass(frozen=True)
class Tabel:
    """A table."""

    judul: list[str]
    baris: list[list[Sel]]


def tables(document: Jabatan) -> Iterator[Tabel]:
    """The printed tables: a new one begins where a sasaran has headings of its own."""
    groups: list[tuple[list[str], list[Sasaran]]] = []
    for sasaran in document.sasaran:
        if sasaran.judul_kolom or not groups:
            groups.append((sasaran.judul_kolom or document.judul_kolom, []))
        groups[-1][1].append(sasaran)
    for headings, goals in groups:
        if headings:
            yield Tabel(headings, list(_rows([column(each) for each in headings], goals)))


_SPANNING = (Kolom.NOMOR, Kolom.SASARAN)
"""The columns that have one cell a goal."""


def _rows(columns: list[Kolom | None], goals: list[Sasaran]) -> Iterator[list[Sel]]:
    for number, sasaran in enumerate(goals, 1):
        for place, indikator in enumerate(sasaran.indikator):
            row = []
            for each in columns:
                if each is Kolom.NOMOR and not place:
                    row.append(Sel([f"{number}"], len(sasaran.indikator)))
                elif each is Kolom.SASARAN and not place:
                    row.append(Sel([sasaran.uraian], len(sasaran.indikator)))
                elif each not in _SPANNING:
                    row.append(Sel(_CELLS[each](indikator) if each else [], 1))
            yield row


def _data_source(indikator: Indikator) -> list[str]:
    if indikator.sumber_data_gabung:
        return [MERGED]
    return [as_line(each) for each in indikator.sumber_data]


def as_line(butir: Butir) -> str:
    """A list item, with what lies below it, as one line of text."""
    if isinstance(butir, str):
        return butir
    return " ".join(filter(None, (butir.teks, "; ".join(map(as_line, butir.butir)))))


_CELLS: dict[Kolom, Callable[[Indikator], list[str]]] = {
    Kolom.INDIKATOR: lambda each: [each.nama],
    Kolom.RUMUS: lambda each: [each.rumus.asli or each.rumus.line()],
    Kolom.SUMBER_DATA: _data_source,
    Kolom.PENANGGUNG_JAWAB: lambda each: [each.penanggung_jawab or ""],
    Kolom.SATUAN: lambda each: [each.satuan or ""],
    Kolom.TARGET: lambda each: [f"{when}: {what}" for when, what in each.target.items()],
    Kolom.BOBOT: lambda each: [] if each.bobot is None else [numbers.show(each.bobot)],
}
