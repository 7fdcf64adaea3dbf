"""A source cut into the decree itself and a sheet for each position."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.importing.blocks import Place, Source, Table
from generator.importing.by_position import by_position
from generator.importing.grids import has_heading
from generator.importing.labels import (
    as_lines,
    decree_label,
    is_heading,
    is_of_page,
    is_title,
    label,
)
from generator.importing.lines import Item, Leftover, Said, items, left
from generator.importing.signing import ends_notes

BEFORE_A_NAME = 4
"""So many lines may stand between the title of a sheet and the name of its position."""
_LONGEST_NAME = 15
"""Words of a name without a label."""
BREAK = Said("", Place(""))
"""Stands in a field between what two labels say of it."""
_BEGINS = ("nama", "instansi")


@dataclass
class Sheet:
    """What one position has in a decree."""

    lines: list[Leftover]
    """All of it, line by line."""
    title: list[Said] = field(default_factory=list)
    name: list[Said] = field(default_factory=list)
    is_agency: bool = False
    """It holds the indicators of the agency itself."""
    has_label: bool = False
    fields: dict[str, list[Said]] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)
    raw: list[Said] = field(default_factory=list)
    """The lines of a table whose columns are gone."""
    after: list[Said] = field(default_factory=list)
    """What stands below the table."""
    leftovers: list[Leftover] = field(default_factory=list)


@dataclass(frozen=True)
class Cut:
    """The parts of a source."""

    decree: list[Said]
    sheets: list[Sheet]


def cut(source: Source) -> Cut:
    """Where one sheet ends and the next begins: a label names a position, a title a new page."""
    stream = list(by_position(list(_stream(items(source.blocks)))))
    starts = list(_starts(stream))
    ends = [*starts[1:], len(stream)][: len(starts)]
    decree: list[Item] = stream[: starts[0]] if starts else stream
    sheets: list[Sheet] = []
    for start, end in zip(starts, ends, strict=True):
        part = stream[start:end]
        if _is_sheet(part):
            sheets.append(_sheet(part))
        elif sheets:
            sheets[-1].lines += left(part, "")
            sheets[-1].leftovers += left(part, "tidak ada jabatan di bagian ini")
        else:
            decree += part
    return Cut([line for item in decree for line in _lines(item)], sheets)


def _lines(item: Item) -> Iterator[Said]:
    return as_lines(item) if isinstance(item, Table) else iter((item,))


def _stream(found: Iterable[Item]) -> Iterator[Item]:
    """A form that is drawn as a table is read as lines."""
    for each in found:
        if isinstance(each, Table) and _is_form(each):
            yield from as_lines(each)
        else:
            yield each


def _is_form(table: Table) -> bool:
    if has_heading(table):
        return False
    return any(label(each.text) or decree_label(each.text) for each in as_lines(table))


def _starts(stream: Sequence[Item]) -> Iterator[int]:
    """Where sheets begin."""
    opened, is_named, has_table, has_duties = -1, True, False, False
    for at, each in enumerate(stream):
        if isinstance(each, Table):
            has_table = True
            continue
        found = label(each.text)
        if found and found.name == "tugas":
            if has_duties and has_table and (name := _name_above(stream, at)):
                yield name
                opened, is_named, has_table = name, True, False
            has_duties = not has_table
        if found and found.name in _BEGINS:
            if is_named or (at - opened > BEFORE_A_NAME and not has_table):
                yield at
                opened, has_table, has_duties = at, False, False
            is_named = True
        elif is_title(each.text) and not _goes_on(stream, opened, at, is_named):
            yield at
            opened, is_named, has_table, has_duties = at, False, False, False
        elif not is_named and not has_table and decree_label(each.text):
            opened, is_named = at, True


def _name_above(stream: Sequence[Item], at: int) -> int | None:
    """Where the name of a position stands without a label, between a table and its duties."""
    above = stream[at - 1]
    if isinstance(above, Table) or label(above.text) or decree_label(above.text):
        return None
    is_name = len(above.text.split()) <= _LONGEST_NAME and not re.search(r"[.;:,]$", above.text)
    return at - 1 if is_name else None


def _goes_on(stream: Sequence[Item], opened: int, at: int, is_named: bool) -> bool:
    """Whether a title is only the next line of one."""
    between = stream[opened + 1 : at] if opened >= 0 else []
    return (
        opened >= 0
        and not is_named
        and len(between) < BEFORE_A_NAME
        and not any(isinstance(each, Table) or label(each.text) for each in between)
    )


def _is_sheet(part: Sequence[Item]) -> bool:
    names = [found.name for each in part if isinstance(each, Said) and (found := label(each.text))]
    return (
        any(name in _BEGINS for name in names)
        or any(isinstance(each, Table) and has_heading(each) for each in part)
        or ("unit_kerja" in names and any(isinstance(e, Said) and is_heading(e.text) for e in part))
    )


def _sheet(part: Sequence[Item]) -> Sheet:
    sheet = Sheet(list(left(part, "")))
    first = part[0]
    reading = _Filling(sheet, has_title=isinstance(first, Said) and not label(first.text))
    for each in part:
        if isinstance(each, Table):
            reading.table(each)
        else:
            reading.line(each)
    reading.end()
    return sheet


_TITLE_GOES_ON = re.compile(
    r"(?:TAHUN|PERIODE|DI LINGKUNGAN|PADA|NOMOR|LAMPIRAN|PEMERINTAH|KABUPATEN|KOTA|PROVINSI)\b",
    re.IGNORECASE,
)
"""How lines of a title begin that name no position."""


class _Filling:
    """Fills a sheet, item by item."""

    def __init__(self, sheet: Sheet, has_title: bool):
        self._sheet = sheet
        self._now: list[Said] = sheet.title if has_title else sheet.after
        self._had_table = False
        self._is_raw = False
        self._is_closed = False
        """What belonged to it has ended: a second sheet without a name stands below."""
        self._last: Item | None = None

    def table(self, table: Table) -> None:
        follows = isinstance(self._last, Table)
        if has_heading(table) or (follows and self._fits(table)):
            if self._is_closed:
                self._sheet.leftovers += left([table], "di bawah bagian yang sudah selesai")
            else:
                self._sheet.tables.append(table)
                self._had_table = True
        else:
            self._sheet.leftovers += left([table], "tabel tanpa judul kolom yang dikenal")
        self._sheet.leftovers += left(self._sheet.raw, "di atas tabel")
        self._sheet.raw.clear()
        self._is_raw = False
        self._now = self._sheet.after
        self._last = table

    def _fits(self, table: Table) -> bool:
        """Whether a table without headings goes on with the one before: it has as many columns."""
        before = self._sheet.tables
        return bool(before) and len(before[-1].rows[0]) == len(table.rows[0])

    def line(self, line: Said) -> None:
        if is_of_page(line.text) and not self._is_raw:
            self._sheet.leftovers += left([line], "nomor atau kaki halaman")
            return
        self._last = line
        line = Said(re.sub(r"^[:：]\s*", "", line.text), line.place, line.indent)
        if self._is_raw:
            self._sheet.raw.append(line)
        elif found := label(line.text):
            self._label(found.name, found.rest, line)
        elif self._now is not self._sheet.title and not self._had_table and is_heading(line.text):
            self._is_raw = True
            self._sheet.raw.append(line)
        else:
            if self._had_table and ends_notes(line.text):
                self._now = self._sheet.after
            self._now.append(line)

    def _label(self, name: str, rest: str, line: Said) -> None:
        sheet = self._sheet
        value = Said(rest, line.place, line.indent)
        if name in _BEGINS and not sheet.has_label:
            sheet.has_label, sheet.is_agency = True, name == "instansi"
            self._now = sheet.name
        elif not name or name in _BEGINS or (self._had_table and name in sheet.fields):
            self._now = sheet.after
            self._is_closed = self._is_closed or bool(name)
            sheet.after.append(line)
            return
        else:
            self._now = sheet.fields.setdefault(name, [])
            if self._now:
                self._now.append(BREAK)
        if rest:
            self._now.append(value)

    def end(self) -> None:
        """A sheet without a label has the name that stands last above its fields."""
        sheet = self._sheet
        if not sheet.has_label:
            others = [each for each in sheet.title if not _TITLE_GOES_ON.match(each.text)]
            sheet.name = [each for each in others if not is_title(each.text)][-1:]
            sheet.is_agency = any("UTAMA" in each.text.upper() for each in sheet.title)
            sheet.title = [each for each in sheet.title if each not in sheet.name]
