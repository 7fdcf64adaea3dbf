"""Rules about the editions of an agency: what was forgotten when one was made from another."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from generator.content.content import Content, Entry
from generator.model.columns import normal
from generator.model.documents import Dokumen, Instansi, Jabatan
from generator.rules.quality.noted import warning
from generator.rules.registry import rule
from generator.source.problem import Problem

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@rule(Instansi)
def a_copy_is_made_its_own(content: Content, entry: Entry[Instansi]) -> Iterator[Problem]:
    """Nomor, tanggal dan judul edisi baru bukan lagi yang lama."""
    editions = sorted(content.dokumen(entry.key), key=lambda each: each.slug)
    for older, newer in combinations(editions, 2):
        for field in ("nomor", "tanggal_ditetapkan"):
            value = getattr(newer.document, field)
            is_same = value and value == getattr(older.document, field)
            if is_same and _years(newer.document) != _years(older.document):
                yield _still(newer, older, field)
    for older, newer in pairwise(editions):
        for field in ("judul", "tentang"):
            if _names_the_year_of(older.document, newer.document, getattr(newer.document, field)):
                yield _still(newer, older, field)


@rule(Dokumen)
def days_are_of_its_time(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Tanggal dalam dokumen tidak jauh dari tahunnya."""
    first, last = _years(entry.document)
    for field in ("tanggal_ditetapkan", "mulai_berlaku"):
        day = getattr(entry.document, field)
        if day and first and not first - _FAR <= day.year <= last + _FAR:
            message = (
                f"tahun {day.year} jauh dari tahun naskah ini, {first}. Maksudnya "
                f'"{first}-{day:%m-%d}"?'
            )
            yield warning(entry, (field,), message)


_FAR = 3
"""So many years before and after its own a decree may be settled."""


def _years(document: Dokumen) -> tuple[int, int]:
    if document.periode:
        return document.periode.mulai, document.periode.akhir
    return document.tahun or 0, document.tahun or 0


def _names_the_year_of(older: Dokumen, newer: Dokumen, text: str) -> bool:
    years = {int(each) for each in _YEAR.findall(text)}
    is_same = text in (older.judul, older.tentang)
    return is_same and bool(years) and older.tahun in years and newer.tahun not in years


def _still(newer: Entry[Dokumen], older: Entry[Dokumen], field: str) -> Problem:
    message = f'"{field}" masih sama dengan edisi "{older.slug}". Tulis menurut naskah edisi ini.'
    return warning(newer, (field,), message)


@rule(Instansi)
def ids_stay(content: Content, entry: Entry[Instansi]) -> Iterator[Problem]:
    """Indikator yang namanya tetap memakai id yang sama pada edisi berikutnya."""
    known: dict[tuple[str, str], tuple[str, str]] = {}
    for edition in sorted(content.dokumen(entry.key), key=content.day):
        for position in content.jabatan(edition.key):
            found = _ids(position)
            for (name, id), place in found.items():
                before = known.get((position.slug, name))
                if before and before[0] != id and (name, before[0]) not in found:
                    message = (
                        f'indikator ini ber-id "{before[0]}" pada edisi "{before[1]}". Tulis id '
                        "yang sama, supaya alamatnya tetap."
                    )
                    yield warning(position, (*place, "id"), message)
            known |= {(position.slug, name): (id, edition.slug) for name, id in found}


def _ids(position: Entry[Jabatan]) -> dict[tuple[str, str], tuple[str | int, ...]]:
    return {(normal(each.nama), each.id): place for place, each in position.document.places()}
