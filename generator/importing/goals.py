"""The goals of a position with their indicators, out of the rows of its tables."""

import re
from collections.abc import Sequence

from generator.importing.blocks import Cell, Table
from generator.importing.cells import definition, fill
from generator.importing.flat import cell_text
from generator.importing.lines import Fields, Leftover, Value, doubt
from generator.importing.marks import mark
from generator.importing.rows import Filled, Printed, is_definition, printed, said
from generator.model.columns import Column, Kolom

NAMELESS = "(nama indikator tidak terbaca)"
"""What stands where a row has a formula and no indicator."""
_OF_GOALS = (Kolom.PROGRAM, Kolom.KEGIATAN)


def goals(tables: Sequence[Table], year: str, leftovers: list[Leftover]) -> Fields:
    """`judul_kolom` and `sasaran` of a position."""
    found: Fields = {}
    all_goals: list[Fields] = []
    for table in printed(tables, leftovers):
        headings: list[Value] = [each.heading for each in table.columns]
        these = _Goals(table, year).all(leftovers)
        if not found:
            found["judul_kolom"] = headings
        elif these:
            these[0]["judul_kolom"] = headings
        else:
            leftovers += said(table.heading, "judul kolom tanpa baris di bawahnya")
        all_goals += these
    return {**found, "sasaran": list(all_goals)} if found else {}


class _Goals:
    """One walk over the rows of a table."""

    def __init__(self, table: Printed, year: str):
        self._table = table
        self._year = year
        self._goals: list[Fields] = []
        self._rows: list[Fields] = []
        """The indicators of the last goal."""
        self._section = ""

    def all(self, leftovers: list[Leftover]) -> list[Fields]:
        for row in self._table.rows:
            self._row(row)
        if self._section:
            place = self._table.rows[-1].cells[0].place
            leftovers.append(Leftover(self._section, place, "judul bagian tanpa baris di bawahnya"))
        for goal in self._goals:
            if not goal["indikator"]:
                goal["indikator"] = [self._nameless()]
        return self._goals

    def _nameless(self) -> Fields:
        fields: Fields = {"nama": NAMELESS}
        doubt(fields, "nama", "tidak ada nama indikator di baris ini; lihat naskah")
        return fields

    def _row(self, row: Filled) -> None:
        table = self._table
        name = table.text(row.cells, Kolom.INDIKATOR)
        goal = self._goal_of(row)
        if is_definition(name) and self._rows and not goal:
            cell = table.cells(row.cells, Kolom.INDIKATOR)[0]
            before = self._rows[-1].setdefault("definisi_operasional", [])
            assert isinstance(before, list)
            before += definition(cell)
            self._others(self._rows[-1], row, (Kolom.INDIKATOR,))
            return
        if section := self._section_of(row):
            self._section = section
            return
        if goal or not self._goals:
            self._begin(table.text(row.cells, Kolom.SASARAN), row)
        has_more = any(self._says(column, cell) for column, cell in self._pairs(row))
        if name or has_more:
            self._rows.append(self._indicator(name, row))
            self._goals[-1]["indikator"] = list(self._rows)

    def _pairs(self, row: Filled) -> list[tuple[Column, Cell]]:
        return list(zip(self._table.columns, row.cells, strict=True))

    def _says(self, column: Column, cell: Cell) -> bool:
        """Whether a cell says anything of an indicator."""
        text = cell_text(cell)
        is_number = column.kolom is Kolom.NOMOR and not re.search(r"[^\W\d]{2}", text)
        is_of_goal = is_number or column.kolom in (Kolom.SASARAN, *_OF_GOALS)
        return bool(text) and not cell.is_continued and not is_of_goal

    def _goal_of(self, row: Filled) -> str:
        """What begins another goal: its text, or another programme below it."""
        return "".join(self._table.text(row.cells, each) for each in (Kolom.SASARAN, *_OF_GOALS))

    def _section_of(self, row: Filled) -> str:
        """The title of a part of the table: one cell over the whole width."""
        first, *others = [cell_text(cell) for cell in row.cells]
        is_first = self._table.columns[0].kolom is Kolom.NOMOR and not any(others)
        if is_first and re.search(r"[^\W\d]{3}", first):
            return first
        is_merged = not any(others) and all(cell.is_continued for cell in row.cells[1:])
        is_repeated = all(each == first for each in others)
        return first if len(others) > 1 and (is_merged or is_repeated) else ""

    def _begin(self, goal: str, row: Filled) -> None:
        fields: Fields = {}
        if goal:
            marked = mark(goal)
            is_numbered = marked and marked.kind == "angka" and marked.value == self._due()
            fields["uraian"] = marked.rest if marked and is_numbered else goal
        if self._section:
            fields["bagian"], self._section = self._section, ""
        for column, cell in self._pairs(row):
            if column.kolom in _OF_GOALS and cell_text(cell) and not cell.is_continued:
                fields[column.kolom.value] = cell_text(cell)
        self._rows = []
        self._goals.append({**fields, "indikator": []})

    def _due(self) -> str:
        return str(len(self._goals) + 1)

    def _indicator(self, name: str, row: Filled) -> Fields:
        fields: Fields = {"nama": name} if name else self._nameless()
        self._others(fields, row, (Kolom.INDIKATOR,))
        is_first = all(not goal["indikator"] for goal in self._goals)
        if not fields.get("sumber_data") and not is_first and self._is_merged(row):
            fields["sumber_data_gabung"] = True
            if not self._table.knows_merging:
                sentence = "sel sumber data kosong; dibaca menyatu dengan sel di atasnya"
                doubt(fields, "sumber_data_gabung", sentence)
        for sentence in row.doubts:
            doubt(fields, "", sentence)
        return fields

    def _is_merged(self, row: Filled) -> bool:
        """Whether the cell of the sources is one with that above it."""
        pairs = self._pairs(row)
        mine = [cell for column, cell in pairs if column.kolom is Kolom.SUMBER_DATA]
        return bool(mine) and (mine[0].is_continued or not self._table.knows_merging)

    def _others(self, fields: Fields, row: Filled, but: tuple[Kolom, ...]) -> None:
        for column, cell in self._pairs(row):
            is_done = column.kolom in (*but, Kolom.SASARAN, *_OF_GOALS) or cell.is_continued
            if column.kolom is Kolom.NOMOR:
                self._number(fields, column, cell)
            elif not is_done:
                fill(fields, column, cell, self._year)

    def _number(self, fields: Fields, column: Column, cell: Cell) -> None:
        """A number that a reader would not see anyway."""
        printed_number = cell_text(cell)
        bare = re.sub(r"[.)(\s]", "", printed_number)
        has_goals = self._table.place(Kolom.SASARAN) is not None
        due = len(self._goals) if has_goals else len(self._rows) + 1
        if bare and bare != str(due):
            other = fields.setdefault("lainnya", {})
            assert isinstance(other, dict)
            other[column.name] = printed_number
