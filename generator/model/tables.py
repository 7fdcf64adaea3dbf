"""The printed tables of a position: their headings, and what stands below them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.columns import Column, Kolom, columns, normal
from generator.model.documents import Group, Indikator, Jabatan, Tujuan


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


def given(owner: Group | Indikator, column: Column) -> str:
    """What `lainnya` says of a column; empty where it says nothing."""
    name = normal(column.name)
    found = (text for heading, text in lainnya(owner).items() if normal(heading) == name)
    return next(found, "")


def lainnya(owner: Group | Indikator) -> Mapping[str, str]:
    """The cells of an owner that are given as they are, by heading."""
    return {} if isinstance(owner, Tujuan) else owner.lainnya
