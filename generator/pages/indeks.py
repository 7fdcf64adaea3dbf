"""The indexes: positions and indicators A–Z, data sources, kinds of formula. They are how one finds
without a search and without a script, so each is paged by letter and stays small at any size."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.content import addresses
from generator.content.content import Entry
from generator.model.documents import Butir, Indikator, Jabatan, as_line
from generator.pages.parts import Head, Letter, Link, Perspective, Site
from generator.theme.words import Words


@dataclass(frozen=True)
class Occurrence:
    """One place where something stands."""

    link: Link
    note: str


@dataclass(frozen=True)
class Item:
    """One thing of an index, with its places; a thing of one name may be calculated in several
    ways, and then has a part for each."""

    name: str
    parts: list[tuple[str, list[Occurrence]]]


@dataclass(frozen=True)
class IndeksView:
    head: Head
    title: str
    intro: str
    letters: list[tuple[str, list[Letter]]]
    """The pages of the index, in groups; an index without groups has one without a name."""
    items: list[Item]


@dataclass(frozen=True)
class _Place:
    """An indicator and where it stands."""

    entry: Entry[Jabatan]
    indikator: Indikator
    sumber_data: list[Butir]


Part = tuple[str, str]
"""A page of an index: its group and its letter."""


@dataclass(frozen=True)
class Index:
    """One index: its slug, its words, and how it is collected."""

    slug: str
    title: str
    intro: str
    collect: Callable[[Perspective], Iterator[tuple[Part, Item]]]


def pages(site: Site) -> Iterator[tuple[str, IndeksView]]:
    """Every page of every index, with its address."""
    for each in _indexes(site.words):
        yield from _pages(each, site)


def _pages(which: Index, site: Site) -> Iterator[tuple[str, IndeksView]]:
    # Every page of one index lies at the same depth, so one collection of links serves them all.
    below = Perspective(site, addresses.index(which.slug, "x"))
    parts: dict[Part, list[Item]] = {}
    for part, item in which.collect(below):
        parts.setdefault(part, []).append(item)
    above = Perspective(site, addresses.index(which.slug))
    yield above.here, _view(which, above, parts, None)
    for part in parts:
        yield addresses.index(which.slug, _slug(part)), _view(which, below, parts, part)


def _view(
    which: Index, see: Perspective, parts: dict[Part, list[Item]], current: Part | None
) -> IndeksView:
    title = which.title if current is None else f"{which.title}: {' '.join(current).strip()}"
    way = see.way()
    if current is not None:
        way.append(Link(which.title, see.to(addresses.index(which.slug))))
    return IndeksView(
        Head("indeks", title, which.intro, way),
        title,
        which.intro,
        list(_letters(which, see, parts, current)),
        parts[current] if current else [],
    )


def _letters(
    which: Index, see: Perspective, parts: dict[Part, list[Item]], current: Part | None
) -> Iterator[tuple[str, list[Letter]]]:
    for group, letters in groupby(sorted(parts), key=lambda part: part[0]):
        if current is None or group == current[0]:
            yield (
                group,
                [
                    Letter(
                        Link(part[1], see.to(addresses.index(which.slug, _slug(part)))),
                        len(parts[part]),
                        part == current,
                    )
                    for part in letters
                ],
            )


def _slug(part: Part) -> str:
    return addresses.derived(" ".join(part))


def _letter(name: str) -> str:
    first = name[:1]
    return first.upper() if first.isascii() and first.isalpha() else "lainnya"


_MEASURES = re.compile(r"(?:jumlah|persentase|presentase|nilai|indeks|rasio|rata-rata)\s+", re.I)


def _by_subject(name: str) -> tuple[str, str, str]:
    """Most indicators begin with the same few words, so an index goes by the word behind them;
    then by the whole name, so that one name stays together."""
    return _subject(name).casefold(), *_by_name(name)


def _subject(name: str) -> str:
    return _MEASURES.sub("", name, count=1)


def _positions(see: Perspective) -> Iterator[tuple[Part, Item]]:
    positions = (each for each in see.content.all_jabatan() if each.document.is_position)
    entries = sorted(positions, key=lambda each: _by_name(see.title(each)))
    for name, group in groupby(entries, key=see.title):
        places = [Occurrence(see.link(see.where(each.key), each.key), "") for each in group]
        yield ("", _letter(name)), Item(name, [("", places)])


def _indicators(see: Perspective) -> Iterator[tuple[Part, Item]]:
    places = sorted(_places(see), key=lambda each: _by_subject(each.indikator.nama))
    for name, group in groupby(places, key=lambda each: each.indikator.nama.casefold()):
        same = list(group)
        formulas: dict[str, list[Occurrence]] = {}
        for each in same:
            formulas.setdefault(_line(see, each.indikator), []).append(_indicator(see, each))
        shown = formulas if len(formulas) > 1 else {"": next(iter(formulas.values()))}
        letter = _letter(_subject(name))
        yield ("", letter), Item(same[0].indikator.nama, list(shown.items()))


def _sources(see: Perspective) -> Iterator[tuple[Part, Item]]:
    found: dict[str, list[Occurrence]] = {}
    for each in _places(see):
        where = f"{see.title(each.entry)}, {see.where(each.entry.key)}"
        link = Link(each.indikator.nama, _to(see, each))
        for source in each.sumber_data:
            found.setdefault(as_line(source), []).append(Occurrence(link, where))
    for name in sorted(found, key=_by_name):
        yield ("", _letter(name)), Item(name, [("", found[name])])


def _kinds(see: Perspective) -> Iterator[tuple[Part, Item]]:
    for each in sorted(_places(see), key=lambda each: _by_subject(each.indikator.nama)):
        name, rumus = each.indikator.nama, each.indikator.rumus
        if rumus is None:
            continue
        part = (rumus.label, _letter(_subject(name)))
        yield part, Item(name, [(rumus.line(), [_indicator(see, each)])])


def _places(see: Perspective) -> Iterator[_Place]:
    for entry in see.content.all_jabatan():
        sources = entry.document.sources()
        for each in entry.document.all_indikator():
            yield _Place(entry, each, sources[each.id])


def _line(see: Perspective, indikator: Indikator) -> str:
    return indikator.rumus.line() if indikator.rumus else str(see.w.indikator.tidak_disebut)


def _to(see: Perspective, place: _Place) -> str:
    return see.to(addresses.indikator(place.entry.key, place.indikator.id))


def _indicator(see: Perspective, place: _Place) -> Occurrence:
    return Occurrence(Link(see.title(place.entry), _to(see, place)), see.where(place.entry.key))


def _by_name(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _indexes(w: Words) -> tuple[Index, ...]:
    return (
        Index("jabatan", w.indeks.jabatan, w.indeks.jabatan_pengantar, _positions),
        Index("indikator", w.indeks.indikator, w.indeks.indikator_pengantar, _indicators),
        Index("sumber-data", w.indeks.sumber_data, w.indeks.sumber_data_pengantar, _sources),
        Index("rumus", w.label.jenis_rumus, w.indeks.rumus_pengantar, _kinds),
    )
