"""Rules about the printed table."""

from collections.abc import Iterator

from generator.content.content import Content, Entry
from generator.model.columns import Column, Kolom, normal
from generator.model.documents import Group, Indikator, Jabatan
from generator.model.tables import Printed, given, lainnya, printed
from generator.rules.registry import rule
from generator.source.problem import Problem, Severity
from generator.source.source import Location
from generator.values.effort import meant


@rule(Jabatan)
def no_column_is_empty(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Tiap kolom tabel berisi, di bagiannya atau di lainnya; yang kosong disebut di catatan."""
    note = normal(entry.document.catatan or "")
    misspelt = {likely for *_, likely in _without_column(entry.document)}
    for table in printed(entry.document):
        for column in table.empty():
            if column.name in misspelt:
                continue
            if column.kolom not in _MAY_BE_EMPTY and f"kolom {normal(column.name)}" not in note:
                place = (*table.way, table.columns.index(column))
                message = f'kolom "{column.name}" tampil kosong: {_lacking(column)}'
                yield entry.source.problem(place, message, "kolom", Severity.INGAT)


_MAY_BE_EMPTY = frozenset({Kolom.RUMUS, Kolom.KETERANGAN})
"""A formula is asked for by each indicator; notes are often printed for nobody."""
_FIELDS = {Kolom.SASARAN: "uraian", Kolom.TUJUAN: "tujuan"}
"""Where the column has another name than the field."""


def _lacking(column: Column) -> str:
    if column.kolom is None:
        return (
            'tidak ada bagian untuknya. Tulis isinya di "lainnya" pada tiap indikator, dengan '
            "nama yang sama."
        )
    field = _FIELDS.get(column.kolom, column.kolom)
    return (
        f'"{field}"{f" {column.period}" if column.period else ""} belum ditulis. Judul yang hanya '
        'payung digabung dengan judul di bawahnya ("TARGET TW I"); bila kosong dalam naskah, tulis '
        f'di "catatan": Kolom {column.name} dalam naskah kosong.'
    )


_MOST_NAMED = 6
"""Of more headings than these none is named."""


def _named(headings: list[str]) -> str:
    return f": {', '.join(headings)}" if 0 < len(headings) <= _MOST_NAMED else ""


@rule(Jabatan)
def other_cells_have_a_column(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Tiap nama di lainnya adalah satu judul kolom tabel."""
    for where, table, likely in _without_column(entry.document):
        free = [each.name for each in table.columns if each.kolom is None]
        remedy = (
            f'Maksudnya "{likely}"?'
            if likely
            else f"Samakan dengan salah satu judul_kolom{_named(free)}."
        )
        message = f'tidak ada judul kolom "{where[-1]}". {remedy}'
        yield entry.source.key_problem(where, message, "kolom", Severity.INGAT)


def _without_column(document: Jabatan) -> Iterator[tuple[Location, Printed, str | None]]:
    """The place of each heading that no column of its table has, and the one that was probably
    meant."""
    for place, owner, table in _owners(document):
        names = {normal(each.name): each.name for each in table.columns}
        for heading in lainnya(owner) if names else ():
            if normal(heading) not in names:
                yield (*place, "lainnya", heading), table, meant(heading, names.values())


@rule(Jabatan)
def formulas_stand_in_their_column(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Bila tabel punya kolom rumus, tiap indikatornya punya rumus."""
    for place, owner, table in _owners(entry.document):
        column = next((each for each in table.columns if each.kolom is Kolom.RUMUS), None)
        if column and isinstance(owner, Indikator) and not _is_filled(column, owner):
            message = (
                f'kolom "{column.heading}" ada pada tabel, tetapi indikator ini tidak punya '
                'rumus. Tulis rumusnya (atau "jenis: hilang" bila selnya kosong atau tidak '
                "terbaca); bila naskah tidak punya kolom itu, hapus dari judul_kolom."
            )
            yield entry.source.problem((*place, "nama"), message, "rumus", Severity.INGAT)


def _is_filled(column: Column, indikator: Indikator) -> bool:
    formulas = (indikator.rumus, *(each.rumus for each in indikator.rincian))
    return any(formulas) or bool(given(indikator, column))


def _owners(document: Jabatan) -> Iterator[tuple[Location, Group | Indikator, Printed]]:
    """Every goal and every indicator, with its place and the table it stands in."""
    tables = {
        id(owner): table
        for table in printed(document)
        for owner in (*table.groups, *table.all_indikator())
    }
    for number, tujuan in enumerate(document.tujuan):
        yield ("tujuan", number), tujuan, tables[id(tujuan)]
    for number, sasaran in enumerate(document.sasaran):
        yield ("sasaran", number), sasaran, tables[id(sasaran)]
    for place, indikator in document.places():
        yield place, indikator, tables[id(indikator)]
