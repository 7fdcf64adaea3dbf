"""Tables of the content: a row a document or an indicator, a column a field of its model."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.exports.columns import Column, Value, cell, columns
from generator.exports.shape import LEVELS, OFFICE
from generator.model.documents import (
    Butir,
    Dokumen,
    EntriIstilah,
    Group,
    Indikator,
    Instansi,
    Jabatan,
    Pemda,
    RincianIndikator,
    Sasaran,
)
from generator.values.fields import Model


@dataclass(frozen=True)
class Table:
    """A table; its rows are made while they are read."""

    name: str
    columns: list[Column]
    owners: Callable[[], Iterable[Any]]
    """What its rows are about."""

    def rows(self) -> Iterator[list[Value]]:
        """Each row, a value a column."""
        return self.rows_of(self.owners())

    def rows_of(self, owners: Iterable[Any]) -> Iterator[list[Value]]:
        """The rows about some of them."""
        takes = [each.take for each in self.columns]
        for owner in owners:
            yield [take(owner) for take in takes]


def tables(content: Content) -> list[Table]:
    """Every table."""
    entries = [entry for _, entry in sorted(content.entries.items())]
    of_depth = [[each for each in entries if len(each.key) == depth] for depth in (1, 2, 3)]
    return [
        _documents(content, "pemda", Pemda, of_depth[0]),
        _documents(content, "instansi", Instansi, of_depth[1]),
        _documents(content, "dokumen", Dokumen, of_depth[2]),
        jabatan(content),
        indikator(content),
        Table("istilah", list(columns(EntriIstilah)), lambda: content.terms),
    ]


def jabatan(content: Content) -> Table:
    """A row for each position."""
    return _documents(content, "jabatan", Jabatan, list(content.all_jabatan()))


def _documents(content: Content, name: str, model: type[Model], entries: list[Entry[Any]]) -> Table:
    depth = ("pemda", "instansi", "dokumen", "jabatan").index(name) + 1
    fields = [each.of("document") for each in columns(model, frozenset({"sasaran"}))]
    if model is Instansi:
        fields = [replace(each, name=OFFICE) if each.name == "alamat" else each for each in fields]
    return Table(name, [*_place(content, depth), *fields], lambda: entries)


_LEVELS = {
    "pemda": "Bagian alamat pemda.",
    "instansi": "Bagian alamat instansi.",
    "edisi": "Bagian alamat edisi naskah.",
    "jabatan": "Bagian alamat jabatan.",
}


def _place(content: Content, depth: int) -> list[Column]:
    """Where a document stands: its address, its parts, and the names of those above it."""
    return [
        Column(
            "alamat",
            "Alamat halaman, dihitung dari alamat situs.",
            lambda entry: addresses.page(entry.key),
        ),
        *(
            Column(level, _LEVELS[level], partial(_part, place))
            for place, level in enumerate(LEVELS[:depth])
        ),
        *(
            Column(f"nama_{level}", f"Nama {level}.", partial(_name_of, content, end))
            for end, level in enumerate(LEVELS[: min(depth - 1, 2)], 1)
        ),
    ]


def _part(place: int, entry: Entry[Model]) -> str:
    return entry.key[place]


def _name_of(content: Content, end: int, entry: Entry[Model]) -> str:
    above = content.entries[entry.key[:end]].document
    assert isinstance(above, Pemda | Instansi)
    return above.nama


class Row(NamedTuple):
    """An indicator or a line of one, with what it stands under."""

    entry: Entry[Jabatan]
    group: Group
    above: Indikator | None
    """The indicator that it is a line of."""
    line: Indikator | RincianIndikator
    sources: list[Butir]


def indikator(content: Content) -> Table:
    """A row for each indicator, and for each line of one, decree by decree in its order."""
    address, *parts = (each.of("entry") for each in _place(content, len(LEVELS)))
    return Table(
        "indikator",
        [
            replace(address, description=_FIXED, take=_address),
            *parts,
            *_ABOVE,
            *(each.of("group", "sasaran_") for each in columns(Sasaran, _BELOW)),
            *map(_of_line, columns(Indikator, _APART)),
        ],
        lambda: (
            row
            for dokumen in content.all_dokumen()
            for entry in content.jabatan(dokumen.key)
            for row in rows_of(entry)
        ),
    )


def rows_of(entry: Entry[Jabatan]) -> Iterator[Row]:
    """The indicators of a position in their order, each followed by its lines."""
    sources = entry.document.sources()
    for group in entry.document.groups():
        for each in group.indikator:
            yield Row(entry, group, None, each, sources[each.id])
            for inner in each.rincian:
                yield Row(entry, group, each, inner, [])


def _address(row: Row) -> str:
    return addresses.indikator(row.entry.key, row.line.id)


def _of_line(column: Column) -> Column:
    if column.name == "sumber_data":
        return replace(column, take=lambda row: cell(row.sources))
    return column.of("line")


_FIXED = "Alamat tetap indikator, dihitung dari alamat situs."
_BELOW = frozenset({"indikator"})
_APART = frozenset({"rincian", "sumber_data_gabung"})
_ABOVE = (
    Column("nama_jabatan", "Nama jabatan.", lambda row: row.entry.document.nama),
    Column(
        "sasaran_jenis",
        "sasaran, atau tujuan bila indikatornya milik tujuan.",
        lambda row: "sasaran" if isinstance(row.group, Sasaran) else "tujuan",
    ),
    Column(
        "rincian_dari",
        "id indikator yang dirinci oleh baris ini, bila ini rincian.",
        lambda row: row.above and row.above.id,
    ),
)
