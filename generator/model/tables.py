"""The printed tables of a position: their headings, and what stands below them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model.columns import Column, Kolom, columns, normal
from generator.model.documents import (
    Group,
    Indikator,
    Jabatan,
    RincianIndikator,
    Sasaran,
    Tujuan,
)


@dataclass(frozen=True)
class Printed:
    """A printed table."""

    way: tuple[str | int, ...]
    """To its headings in the file."""
    headings: list[str]
    groups: list[Group]

    @cached_property
    def columns(self) -> list[Column]:
        """What stands in its columns."""
        return columns(self.headings)

    @cached_property
    def kinds(self) -> set[Kolom]:
        """The fields that have a column."""
        return {each.kolom for each in self.columns if each.kolom}

    def all_indikator(self) -> list[Indikator]:
        """Every indicator, in order."""
        return [each for group in self.groups for each in group.indikator]

    @cached_property
    def numbers_goals(self) -> bool:
        """Whether a number is of a goal: of an indicator, where nothing of a goal is printed."""
        of_goals = self.kinds & {Kolom.SASARAN, Kolom.PROGRAM, Kolom.KEGIATAN}
        return bool(of_goals) or any(map(lainnya, self.groups))

    @cached_property
    def _periods(self) -> dict[Kolom | None, set[str]]:
        found: dict[Kolom | None, set[str]] = defaultdict(set)
        for each in self.columns:
            found[each.kolom].add(each.period)
        return found

    def of_period(self, column: Column, values: Mapping[str, str]) -> Mapping[str, str]:
        """The values of a column's period; of none, those that have no column of their own."""
        if not values:
            return {}
        if column.period:
            return {when: what for when, what in values.items() if _is_in(when, column.period)}
        own = self._periods[column.kolom] - {""}
        return {
            when: what
            for when, what in values.items()
            if not any(_is_in(when, each) for each in own)
        }

    def empty(self) -> list[Column]:
        """The columns in which nothing stands."""
        told = set(map(normal, self.lainnya()))
        lines = [line for each in self.all_indikator() for line in each.lines()]
        owners = (*self.groups, *lines)
        others = [each for each in self.columns if normal(each.name) not in told]
        return [each for each in others if not any(self._holds(each, owner) for owner in owners)]

    def _holds(self, column: Column, owner: Group | Indikator | RincianIndikator) -> bool:
        if column.also and self._holds(replace(column, kolom=column.also, also=None), owner):
            return True
        match column.kolom:
            case Kolom.NOMOR | Kolom.INDIKATOR | Kolom.INDIKATOR_TUJUAN:
                return True
            case Kolom.TUJUAN:
                return isinstance(owner, Tujuan)
            case Kolom.SASARAN:
                return isinstance(owner, Sasaran) and bool(owner.uraian or owner.kegiatan)
            case Kolom.TARGET | Kolom.REALISASI | Kolom.CAPAIAN as kolom:
                return bool(self.of_period(column, getattr(owner, kolom, {})))
            case kolom:
                return bool(kolom and getattr(owner, kolom, None))

    def lainnya(self) -> Iterator[str]:
        """The headings whose cells are given as they are."""
        for group in self.groups:
            yield from lainnya(group)
            for each in group.indikator:
                yield from each.lainnya


def printed(document: Jabatan) -> list[Printed]:
    """The tables: a new one begins where a sasaran has headings of its own. The aims of the
    position stand in the first."""
    tables: list[Printed] = []
    for number, sasaran in enumerate(document.sasaran):
        if sasaran.judul_kolom:
            tables.append(Printed(("sasaran", number, "judul_kolom"), sasaran.judul_kolom, []))
        elif not tables:
            tables.append(Printed(("judul_kolom",), document.judul_kolom, []))
        tables[-1].groups.append(sasaran)
    tables[0].groups[:0] = document.tujuan
    return tables


def _is_in(when: str, period: str) -> bool:
    """`2024-tw1` is of the column `2024-tw1`, and of `tw1`."""
    return when == period or when.endswith(f"-{period}")


def given(owner: Group | Indikator, column: Column) -> str:
    """What `lainnya` says of a column; empty where it says nothing."""
    name = normal(column.name)
    found = (text for heading, text in lainnya(owner).items() if normal(heading) == name)
    return next(found, "")


def lainnya(owner: Group | Indikator) -> Mapping[str, str]:
    """The cells of an owner that are given as they are, by heading."""
    return owner.lainnya
