"""Reads the sheet `Isi` of a workbook from Data terbuka: the same files, or what was changed in it.

A mistake is told by its cell, as in a form that was filled in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from generator.content.loading import fault_of_name
from generator.importing.lembar.filled import opened
from generator.importing.lembar.form import ADDRESS, SHEET_OF_FILES, VALUE, WAY
from generator.importing.lembar.typed import Filled
from generator.importing.readers.apart import apart
from generator.importing.readers.shown import shown
from generator.model.documents import Dokumen, Jabatan
from generator.model.validation import validate
from generator.source.source import Location, Place, Source, Value
from generator.source.ways import EMPTY, parsed
from generator.values.fields import Model

Editions = dict[str, Filled]
"""By their addresses without the last slash: `kab-malang/diskominfo/2018`."""
_DECREE = "dokumen.yml"
_SHEET = 10_000_000
"""The lines of a sheet are told apart from those of others by so many."""
_DEEPEST = 32
"""Steps to a value; those of a file that can be read are fewer."""
_PART = re.compile(rf"{SHEET_OF_FILES}(?: (\d{{1,4}}))?", re.ASCII)
_UNKNOWN = "bukan alamat dokumen atau jabatan, misalnya kab-malang/diskominfo/2018/sekretaris/."
_MISPLACED = (
    "tidak cocok dengan baris di atasnya. Butir daftar diberi nomor berurutan (#1, #2), dan satu "
    "bagian ditulis sekali."
)


@dataclass(frozen=True)
class _Typed:
    """A row of the sheet."""

    address: str
    way: str
    text: str
    place: Place
    columns: tuple[int, int, int]

    def at(self, column: int) -> str:
        return _said((self.place[0], self.columns[column]))


class _MisplacedError(Exception):
    """There is no such place in what was read so far."""


@dataclass
class _File:
    """A file that grows as rows are read."""

    value: dict[str, Value] = field(default_factory=dict)
    places: dict[Location, Place] = field(default_factory=dict)
    typed: list[tuple[str, str]] = field(default_factory=list)
    last: str = ""

    def take(self, row: _Typed) -> None:
        """A value; the next piece of a long one; or that a list is empty."""
        above, _, sign = row.way.rpartition("/")
        is_empty = bool(above) and sign in EMPTY
        way = parsed(above if is_empty else row.way)
        if len(way) > _DEEPEST:
            raise _MisplacedError
        if is_empty:
            self._put(way, EMPTY[sign](), row.place)
        elif row.way == self.last:
            holder = self._holder(way, row.place)
            holder[way[-1]] += row.text
        else:
            self._put(way, row.text, row.place)
        self.last = row.way
        self.typed.append((_said(row.place), row.text))

    def _put(self, way: Location, value: Value, place: Place) -> None:
        holder, step = self._holder(way, place), way[-1]
        if isinstance(step, int):
            if step != len(holder):
                raise _MisplacedError
            holder.append(value)
        elif step in holder:
            raise _MisplacedError
        else:
            holder[step] = value
        self.places[way] = place

    def _holder(self, way: Location, place: Place) -> Any:
        """What the last step leads from; what is not there yet is made."""
        inner: Any = self.value
        for depth, step in enumerate(way[:-1], 1):
            fresh: Value = [] if isinstance(way[depth], int) else {}
            if isinstance(step, int) and isinstance(inner, list) and step == len(inner):
                inner.append(fresh)
            elif isinstance(step, str) and isinstance(inner, dict):
                inner.setdefault(step, fresh)
            elif not (isinstance(inner, list) and isinstance(step, int) and step < len(inner)):
                raise _MisplacedError
            inner = inner[step]
            self.places.setdefault(way[:depth], place)
        if not isinstance(inner, list if isinstance(way[-1], int) else dict):
            raise _MisplacedError
        return inner

    def problems(self, name: str, model: type[Model], first: str) -> Iterator[str]:
        """What is wrong with it, as a check would say it; of the whole file at its first cell."""
        _, problems = validate(Source(name, self.value, self.places, self.places), model)
        for each in problems:
            place = (each.line, each.column)
            yield f"{first if place == (1, 1) else _said(place)}: {each.message}"


def read(path: Path) -> Editions:
    """The editions in a workbook; a broken file raises `RefusedError`."""
    return apart(typed_in, path)


def typed_in(path: Path) -> Editions:
    """The same in this process."""
    found: dict[str, dict[str, _File]] = {}
    mistakes: dict[str, list[str]] = {}
    for row in _rows(opened(path, is_read_through=True)):
        parts = row.address.removesuffix("/").split("/")
        edition = "/".join(parts[:3])
        told = mistakes.setdefault(edition, [])
        if len(parts) not in (3, 4) or any(map(fault_of_name, parts, range(4))):
            told.append(f"{row.at(0)}: {_UNKNOWN}")
            continue
        name = f"{parts[3]}.yml" if parts[3:] else _DECREE
        try:
            found.setdefault(edition, {}).setdefault(name, _File()).take(row)
        except _MisplacedError:
            told.append(f"{row.at(1)}: {_MISPLACED}")
    return {each: _filled(found.get(each, {}), told) for each, told in mistakes.items()}


def _filled(files: dict[str, _File], told: list[str]) -> Filled:
    mistakes = list(told)
    if not mistakes:
        for name, each in files.items():
            model = Dokumen if name == _DECREE else Jabatan
            mistakes += each.problems(name, model, each.typed[0][0])
    return Filled(
        {name: each.value for name, each in files.items()},
        tuple(mistakes),
        {name: each.typed for name, each in files.items()},
    )


def _rows(book: Any) -> Iterator[_Typed]:
    for sheet in book.worksheets:
        if part := _PART.fullmatch(sheet.title):
            yield from _rows_of(sheet, int(part[1] or 1))


def _rows_of(sheet: Any, part: int) -> Iterator[_Typed]:
    rows = sheet.iter_rows()
    headings = {_text(cell): cell.column for cell in next(rows, ()) if cell.value is not None}
    columns = (headings.get(ADDRESS, 0), headings.get(WAY, 0), headings.get(VALUE, 0))
    for number, cells in enumerate(rows if all(columns) else (), 2):
        texts = {cell.column: _text(cell) for cell in cells if cell.value is not None}
        address, way, text = (texts.get(each, "") for each in columns)
        if address and way:
            place = (part * _SHEET + number, columns[2])
            yield _Typed(address.strip(), way.strip(), text, place, columns)


def _text(cell: Any) -> str:
    return shown(cell.value, str(cell.number_format))


def _said(place: Place) -> str:
    part, row = divmod(place[0], _SHEET)
    sheet = SHEET_OF_FILES if part == 1 else f"{SHEET_OF_FILES} {part}"
    return f"{sheet}!{get_column_letter(place[1])}{row}"
