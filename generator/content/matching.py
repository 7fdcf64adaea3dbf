"""Which document of one content is which of another: where it lies first, then by likeness.

A folder that has another name takes all that lies below it along; a file that moves to another
agency is found there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content import pairing
from generator.content.content import Content, Entry, Key
from generator.model.documents import Dokumen, Instansi, Jabatan, Pemda, as_line
from generator.values.fields import Model

LIKE = 75
"""From here on, of a hundred, documents in other places are one."""
Documents = dict[Key, Entry[Model]]
"""Documents of one level, by where they lie."""


def matches(old: Content, new: Content) -> dict[Key, Key]:
    """Where each document lies now that is still there, by where it lay."""
    found: dict[Key, Key] = {}
    for depth in (1, 2, 3, 4):
        found |= _of_level(depth, old, new, found)
    return found


def _of_level(depth: int, old: Content, new: Content, above: dict[Key, Key]) -> dict[Key, Key]:
    """Those of one level, when it is known where the folders lie that they lay in."""
    before, after = _at(old, depth), _at(new, depth)
    places = {moved(key, above): key for key in before}
    kept = set(above.values())

    def may(was: Key, now: Key) -> bool:
        one, other = before[places[was]], after[now]
        if isinstance(one.document, Dokumen) and isinstance(other.document, Dokumen):
            return _decree(one.document) == _decree(other.document)
        # One edition instead of another is no move of its positions.
        return depth != 4 or places[was][:3] in above or now[:3] in kept

    known = {place: _known(before[key], old) for place, key in places.items()}
    there = {key: _known(entry, new) for key, entry in after.items()}
    found = pairing.pairs(known, there, _known_by, LIKE, may, is_sure=depth < 4)
    return {places[was]: now for was, now in found.items()}


Positions = Mapping[str, Entry[Jabatan]]
"""The positions of an edition by their slugs."""


def positions(old: Positions, new: Positions) -> dict[str, str]:
    """Which position of an edition is which of another: by its slug, then by likeness."""
    before, after = ({slug: each.document for slug, each in one.items()} for one in (old, new))
    return pairing.pairs(before, after, _described, LIKE, is_sure=True)


def _described(document: Jabatan) -> tuple[str]:
    return ("\n".join(_lines(document, ())),)


def moved(key: Key, above: dict[Key, Key]) -> Key:
    """Where something would lie now if only the folder it lay in had moved."""
    return (*above.get(key[:-1], key[:-1]), key[-1])


def _at(content: Content, depth: int) -> Documents:
    return {key: entry for key, entry in sorted(content.entries.items()) if len(key) == depth}


def _decree(document: Dokumen) -> tuple[Any, ...]:
    """What tells one decree from another, whatever else is corrected."""
    return document.nomor, document.tahun, document.periode, document.tanggal_ditetapkan


@dataclass(frozen=True)
class _Known:
    """A document, and what lies in it."""

    document: Model
    slugs: tuple[str, ...]


def _known(entry: Entry[Model], content: Content) -> _Known:
    return _Known(entry.document, tuple(each.slug for each in content.below(entry.key)))


def _known_by(known: _Known) -> tuple[str]:
    return ("\n".join(_lines(known.document, known.slugs)),)


def _lines(document: Model, slugs: tuple[str, ...]) -> Iterator[str]:
    """Its name, then the slugs in a folder, the words of a position."""
    if isinstance(document, Dokumen):
        yield document.judul
    if isinstance(document, Pemda | Instansi | Jabatan):
        yield document.nama
    yield from slugs
    if isinstance(document, Jabatan):
        yield from (each.nama for each in document.all_indikator())
        yield from map(as_line, [*document.tugas, *document.fungsi])
