"""Rules about indicators."""

from collections.abc import Iterator

from generator.content.content import Content, Entry
from generator.model.documents import Jabatan
from generator.rules.registry import rule
from generator.source.problem import Problem

MOST = 1_000
"""Indicators of one position; a page of so many is still a page."""


@rule(Jabatan)
def ids_are_unique(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Tiap indikator satu jabatan punya id sendiri."""
    seen: dict[str, int] = {}
    for s, sasaran in enumerate(entry.document.sasaran):
        for i, indikator in enumerate(sasaran.indikator):
            place = ("sasaran", s, "indikator", i, "id")
            if indikator.id in seen:
                message = (
                    f'id "{indikator.id}" sudah dipakai di baris {seen[indikator.id]}. '
                    "Tulis id lain."
                )
                yield entry.source.problem(place, message, "ganda")
            seen.setdefault(indikator.id, entry.source.values[place][0])


@rule(Jabatan)
def indicators_are_not_too_many(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Satu jabatan punya paling banyak seribu indikator."""
    number = 0
    for s, sasaran in enumerate(entry.document.sasaran):
        for i, _ in enumerate(sasaran.indikator):
            number += 1
            if number == MOST + 1:
                message = (
                    f"ini indikator ke-{number} di berkas ini: paling banyak {MOST}. "
                    "Bagi menurut jabatannya."
                )
                yield entry.source.problem(("sasaran", s, "indikator", i), message, "banyak")


@rule(Jabatan)
def a_merged_cell_has_one_above(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Sel sumber data yang menyatu punya sel di atasnya."""
    if entry.document.sasaran[0].indikator[0].sumber_data_gabung:
        place = ("sasaran", 0, "indikator", 0, "sumber_data_gabung")
        message = (
            "tidak ada sel di atas indikator pertama. Tulis sumber datanya, atau hapus baris ini."
        )
        yield entry.source.key_problem(place, message, "gabung")
