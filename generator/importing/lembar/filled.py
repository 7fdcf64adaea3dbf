"""Reads a form that was filled in: just what was typed, and every mistake with its cell."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.importing.lembar.form import (
    DECREE,
    EXAMPLE,
    FORMULA,
    KIND,
    NAMES,
    PARTS,
    POSITION,
    SHEET_OF_DECREE,
    SHEETS,
    TEXT_OF,
    Column,
)
from generator.importing.lembar.typed import Filled
from generator.importing.readers.apart import apart
from generator.importing.readers.archive import Archive
from generator.importing.readers.lines import clean
from generator.importing.readers.refusal import BROKEN, RefusedError
from generator.importing.readers.shown import shown
from generator.model.columns import Kolom, columns
from generator.model.documents import Dokumen, Jabatan
from generator.model.validation import validate
from generator.source.source import Location, Place, Source, Value
from generator.values.effort import meant
from generator.values.fields import Model
from generator.values.slugs import slugged

Sheet: TypeAlias = Any
_SHEET = 10_000_000
"""The lines of a sheet are told apart from those of others by so many."""
_MOST_ROWS = 20_000
_OURS = ("id", "urutan", "status")
"""Fields that nobody types."""
_LISTED = frozenset(("sumber_data",))
_LONGEST_ID = 40
_PERIODS = {Kolom.TARGET: "target", Kolom.REALISASI: "realisasi", Kolom.CAPAIAN: "capaian"}


@dataclass(frozen=True)
class Typed:
    text: str
    place: Place


Row: TypeAlias = dict[str, Typed]
"""What was typed in a row, by the headings of its columns."""


def read(path: Path) -> Filled:
    """The files of the edition that was typed; a broken file raises `RefusedError`."""
    return apart(typed_in, path)


def typed_in(path: Path) -> Filled:
    """The same in this process."""
    book = opened(path)
    reading = _Reading()
    reading.decree(book[SHEET_OF_DECREE])
    reading.positions(_rows(book, POSITION))
    for name in ("Tugas", "Fungsi", "Indikator"):
        reading.rows(_rows(book, name), name)
    return reading.filled()


def opened(path: Path, is_read_through: bool = False) -> Any:
    """A workbook that was looked through; a broken one raises `RefusedError`. One that is only read
    through, row by row, takes little memory."""
    for _ in Archive(path).looked_through():
        pass
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(path, read_only=is_read_through, data_only=True)
        except MemoryError:
            raise
        except Exception as error:  # Whatever it stumbles over is a fault of the file.
            raise RefusedError(BROKEN) from error


def _rows(book: Any, name: str) -> Iterator[Row]:
    """The rows in which something was typed, below the headings."""
    sheet = book[name]
    headings = {cell.column: text for cell in sheet[1] if (text := _text(cell))}
    merged = _merged(sheet)
    for cells in sheet.iter_rows(min_row=2, max_row=min(sheet.max_row, _MOST_ROWS)):
        known = [cell for cell in cells if cell.column in headings]
        if any(map(_text, known)):
            whole = [merged.get((cell.row, cell.column), cell) for cell in known]
            yield {
                headings[cell.column]: Typed(text, _place(name, cell))
                for cell in whole
                if (text := _text(cell))
            }


def _merged(sheet: Sheet) -> dict[tuple[int, int], Any]:
    """What merged cells stand for: what is typed in the first is said of every row."""
    return {
        (line, area.min_col): sheet.cell(area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        if area.min_row > 1
        for line in range(area.min_row + 1, min(area.max_row, _MOST_ROWS) + 1)
    }


def _text(cell: Any) -> str:
    if isinstance(cell.value, date) and cell.number_format == "@":
        return cell.value.strftime("%d/%m/%Y")
    return clean(shown(cell.value, str(cell.number_format))).strip()


def _place(name: str, cell: Any) -> Place:
    return (NAMES.index(name) * _SHEET + cell.row, cell.column)


def _said(place: Place) -> str:
    sheet, row = divmod(place[0], _SHEET)
    return f"{NAMES[sheet]}!{get_column_letter(place[1])}{row}"


@dataclass
class _File:
    """A file that grows as rows are read, with the cell of each of its values."""

    place: Place
    value: dict[str, Value] = field(default_factory=dict)
    places: dict[Location, Place] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    typed: dict[str, list[str]] = field(default_factory=dict)
    """What stands in its cells."""

    def put(self, way: Location, text: str, place: Place) -> None:
        """A value; what holds it is made where it is not there."""
        inner: Any = self.value
        for depth, (step, following) in enumerate(pairwise(way), 1):
            fresh: Value = [] if isinstance(following, int) else {}
            if isinstance(step, int) and step == len(inner):
                inner.append(fresh)
            elif isinstance(step, str):
                inner.setdefault(step, fresh)
            inner = inner[step]
            self.places.setdefault(way[:depth], place)
        if isinstance(way[-1], int):
            inner.append(text)
        else:
            inner[way[-1]] = text
        self.places[way] = place
        if way[-1] not in _OURS:
            self.typed.setdefault(_said(place), []).append(text)

    def many(self, name: Location) -> int:
        """How many items a list has so far."""
        inner: Any = self.value
        for step in name:
            known = inner if isinstance(inner, dict) else range(len(inner))
            inner = inner[step] if step in known else []
        return len(inner)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Its cells, with all that was typed in each."""
        for cell, texts in self.typed.items():
            yield cell, " ".join(dict.fromkeys(texts))

    def problems(self, name: str, model: type[Model]) -> Iterator[str]:
        source = Source(name, self.value, self.places, self.places)
        _, problems = validate(source, model)
        for each in problems:
            place = (each.line, each.column)
            yield f"{_said(self.place if place == (1, 1) else place)}: {each.message}"


class _Reading:
    def __init__(self) -> None:
        self._decree = _File((1, 2))
        self._positions: dict[str, _File] = {}
        self._names: dict[str, str] = {}
        self._mistakes: list[str] = []

    def filled(self) -> Filled:
        files = {"dokumen.yml": self._decree}
        mistakes = [*self._decree.problems("dokumen.yml", Dokumen), *self._mistakes]
        for key, file in self._positions.items():
            name = f"{self._names[key]}.yml"
            files[name] = file
            mistakes += file.problems(name, Jabatan)
        if not self._positions:
            mistakes.append(f"{POSITION}!A2: belum ada jabatan. Tulis nama jabatan yang pertama.")
        values = {name: each.value for name, each in files.items()}
        typed = {name: list(each.lines()) for name, each in files.items()}
        return Filled(values, tuple(mistakes), typed)

    def decree(self, sheet: Sheet) -> None:
        """Each line is found by its label, wherever it stands."""
        labels = {each.heading: each for each in DECREE}
        for label, value in sheet.iter_rows(max_row=100, max_col=2):
            column = labels.get(_text(label))
            if column and (text := _text(value)):
                is_day = column.way == ("tanggal_ditetapkan",) and isinstance(value.value, date)
                typed = value.value.strftime("%Y-%m-%d") if is_day else text
                self._decree.put(column.way, _flat(typed), _place(SHEET_OF_DECREE, value))
        self._decree.put(("status",), "draf", self._decree.place)

    def positions(self, rows: Iterator[Row]) -> None:
        for row in rows:
            name = row.get("Nama")
            if name is None:
                place = next(iter(row.values())).place
                self._mistakes.append(f"{_said((place[0], 1))}: nama jabatan belum ditulis.")
            elif name.text != EXAMPLE:
                self._position(name, row)

    def _position(self, name: Typed, row: Row) -> None:
        apart = row.get("Pembeda")
        key = _flat(f"{name.text} ({apart.text})" if apart else name.text)
        if key in self._positions:
            there = _said(self._positions[key].place)
            self._mistakes.append(
                f'{_said(name.place)}: jabatan "{key}" sudah ada di {there}. Tulis di kolom '
                "Pembeda apa yang membedakannya."
            )
            return
        file = self._positions[key] = _File(name.place)
        self._names[key] = _free(slugged(key) or "jabatan", set(self._names.values()))
        file.put(("urutan",), str(len(self._positions)), name.place)
        for column in SHEETS[POSITION]:
            if typed := row.get(column.heading):
                file.put(column.way, _flat(typed.text), typed.place)

    def rows(self, rows: Iterator[Row], name: str) -> None:
        """The rows of a sheet, each of the position that it names or the one above."""
        of: Typed | None = None
        goal: Typed | None = None
        for row in rows:
            if POSITION in row and (of is None or row[POSITION].text != of.text):
                of, goal = row[POSITION], None
            file = self._of(of, row)
            if file is None:
                continue
            if name == "Indikator":
                goal = row.get("Sasaran", goal)
                _indicator(file, row, goal)
            elif name in row:
                way = SHEETS[name][1].way
                file.put((*way, file.many(way)), _flat(row[name].text), row[name].place)

    def _of(self, of: Typed | None, row: Row) -> _File | None:
        if of and of.text == EXAMPLE:
            return None
        file = self._positions.get(_flat(of.text)) if of else None
        if file is None:
            place = of.place if of else (next(iter(row.values())).place[0], 1)
            self._mistakes.append(f"{_said(place)}: {_unknown(of, self._positions)}")
        return file


def _unknown(of: Typed | None, known: dict[str, _File]) -> str:
    if of is None:
        return "nama jabatan belum ditulis."
    near = meant(of.text, known)
    remedy = f'Maksudnya "{near}"?' if near else f"Tulis dulu di lembar {POSITION}."
    return f'jabatan "{of.text}" tidak ada di lembar {POSITION}. {remedy}'


def _indicator(file: _File, row: Row, goal: Typed | None) -> None:
    """An indicator, below its goal: that of the row above where it is the same."""
    number = file.many(("sasaran",))
    last: Any = file.value["sasaran"][-1] if number else {}  # type: ignore[index]
    first = row.get("Indikator") or next(iter(row.values()))
    if number == 0 or (goal and last.get("uraian") != _flat(goal.text)):
        if goal:
            file.put(("sasaran", number, "uraian"), _flat(goal.text), goal.place)
        number += 1
    below: Location = ("sasaran", number - 1, "indikator")
    way = (*below, file.many(below))
    name = _flat(first.text)
    file.put((*way, "id"), _free(_short(name), file.ids), first.place)
    file.places[way] = first.place
    _formula(file, row, way)
    for heading, typed in row.items():
        if heading not in (POSITION, "Sasaran", FORMULA, KIND):
            _cell(file, way, heading, typed)


def _formula(file: _File, row: Row, way: Location) -> None:
    """A formula of a kind; without one, in words."""
    kind, text = row.get(KIND), row.get(FORMULA)
    if kind:
        file.put((*way, "rumus", "jenis"), _flat(kind.text), kind.place)
    if text:
        has_parts = kind or any(heading in row for heading in PARTS)
        inner = (TEXT_OF.get(kind.text if kind else "", FORMULA.lower()),) if has_parts else ()
        file.put((*way, "rumus", *inner), _flat(text.text), text.place)


def _cell(file: _File, way: Location, heading: str, typed: Typed) -> None:
    """A column of the form; one with a period; else one as the decree has it."""
    known = {each.heading: each for each in SHEETS["Indikator"][1:-1]}
    if column := known.get(heading):
        _known(file, way, column, typed)
        return
    (found,) = columns([heading])
    name = _PERIODS.get(found.kolom) if found.kolom else None
    inner = (name, found.period) if name and found.period else ("lainnya", heading)
    file.put((*way, *inner), _flat(typed.text), typed.place)


def _known(file: _File, way: Location, column: Column, typed: Typed) -> None:
    if column.way[0] in _LISTED:
        for number, line in enumerate(filter(str.strip, typed.text.split("\n"))):
            file.put((*way, *column.way, number), _flat(line), typed.place)
        return
    file.put((*way, *column.way), _flat(typed.text), typed.place)


def _flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _short(name: str) -> str:
    words = slugged(name)
    if len(words) > _LONGEST_ID:
        words = words[: _LONGEST_ID + 1].rpartition("-")[0] or words[:_LONGEST_ID]
    return words or "indikator"


def _free(words: str, taken: set[str]) -> str:
    """A name that is not taken, with a number where it was; it is taken then."""
    name, number = words, 1
    while name in taken:
        number += 1
        name = f"{words[:56]}-{number}"
    taken.add(name)
    return name
