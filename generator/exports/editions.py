"""The sheet `Isi`: what the files of an edition hold, a value a row, for `iki import`.

The other sheets are for readers: they leave out what has no column, and show a formula as it is
drawn. From this one come the same files again.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.exports.columns import Column
from generator.exports.tables import Table
from generator.formula.kinds.kind import Kind
from generator.importing.lembar.form import ADDRESS, SHEET_OF_FILES, VALUE, WAY
from generator.source.source import Location
from generator.source.ways import EMPTY, spelled
from generator.values import numbers
from generator.values.fields import Model

PIECE = 16_000
"""Characters of a cell, each of which may count twice; a longer text goes on in the next row."""


class Row(NamedTuple):
    """A value, or a piece of a long one."""

    address: str
    way: str
    text: str


def of_content(content: Content) -> Table:
    """Every edition with its positions."""
    return of_entries(
        entry
        for dokumen in content.all_dokumen()
        for entry in (dokumen, *content.jabatan(dokumen.key))
    )


def of_entries(entries: Iterable[Entry[Any]]) -> Table:
    """Decrees and positions."""
    return Table(SHEET_OF_FILES, _COLUMNS, lambda: (row for each in entries for row in rows(each)))


_COLUMNS = [
    Column(ADDRESS, "Alamat halaman.", lambda row: row.address),
    Column(WAY, "Letaknya dalam berkas.", lambda row: row.way),
    Column(VALUE, "Isinya.", lambda row: row.text),
]


def rows(entry: Entry[Any]) -> Iterator[Row]:
    """Each value of a document, in the order of its fields."""
    address = addresses.page(entry.key)
    for way, text in _values(entry.document, ()):
        for start in range(0, len(text) or 1, PIECE):
            yield Row(address, way, text[start : start + PIECE])


def _values(value: Any, way: Location) -> Iterator[tuple[str, str]]:
    match value:
        case Model():
            yield from _values({name: getattr(value, name) for name in _told(value)}, way)
        case list() | dict() if not value:
            (sign,) = (sign for sign, kind in EMPTY.items() if isinstance(value, kind))
            yield f"{spelled(way)}/{sign}", ""
        case dict():
            for key, inner in value.items():
                yield from _values(inner, (*way, key))
        case list():
            for number, inner in enumerate(value):
                yield from _values(inner, (*way, number))
        case _:
            yield spelled(way), _text(value)


def _told(value: Model) -> Iterator[str]:
    """The fields that say something, in the order of a file; what kind a formula is says always
    something."""
    for name in type(value).written():
        field = type(value).model_fields[name]
        default = field.get_default(call_default_factory=True)
        is_kind = isinstance(value, Kind) and name == "jenis"
        if is_kind or field.is_required() or getattr(value, name) != default:
            yield name


def _text(value: str | bool | int | Decimal | date) -> str:
    """As a file has it."""
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return numbers.written(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)
