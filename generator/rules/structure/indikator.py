"""Rules about indicators."""

from collections.abc import Iterator

from generator.content.content import Content, Entry
from generator.model.documents import Jabatan
from generator.rules.registry import rule
from generator.source.problem import Problem
from generator.source.source import Location

MOST = 1_000
"""Indicators of one position; a page of so many is still a page."""


@rule(Jabatan)
def ids_are_unique(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Tiap indikator satu jabatan, dan tiap rinciannya, punya id sendiri."""
    seen: dict[str, int] = {}
    for place, id in _ids(entry.document):
        if id in seen:
            message = f'id "{id}" sudah dipakai di baris {seen[id]}. Tulis id lain.'
            yield entry.source.problem(place, message, "ganda")
        seen.setdefault(id, entry.source.values[place][0])


@rule(Jabatan)
def indicators_are_not_too_many(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Satu jabatan punya paling banyak seribu indikator, rinciannya dihitung."""
    for place, _ in list(_ids(entry.document))[MOST : MOST + 1]:
        message = (
            f"ini indikator ke-{MOST + 1} di berkas ini: paling banyak {MOST}. "
            "Bagi menurut jabatannya."
        )
        yield entry.source.problem(place[:-1], message, "banyak")


@rule(Jabatan)
def a_merged_cell_has_one_above(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Sel sumber data yang menyatu punya sel di atasnya."""
    place, first = next(entry.document.places())
    if first.sumber_data_gabung:
        message = (
            "tidak ada sel di atas indikator pertama. Tulis sumber datanya, atau hapus baris ini."
        )
        yield entry.source.key_problem((*place, "sumber_data_gabung"), message, "gabung")


def _ids(document: Jabatan) -> Iterator[tuple[Location, str]]:
    for place, indikator in document.places():
        yield (*place, "id"), indikator.id
        for number, each in enumerate(indikator.rincian):
            yield (*place, "rincian", number, "id"), each.id
