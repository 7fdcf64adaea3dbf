"""One indicator in several agencies: one name, and every way to calculate it side by side."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from generator.content import addresses
from generator.content.content import Entry
from generator.content.marking import Diff, marked
from generator.content.wording import bare_formula
from generator.model.documents import Indikator, Jabatan
from generator.pages.parts import Head, Later, Link, Perspective, SameName, Site, Turning, turning

PAGE = 60
"""So many places stand on a page."""


@dataclass(frozen=True)
class Formula:
    """A way to calculate, with the positions that are measured so."""

    drawing: Markup | None
    line: Diff
    """The formula on one line, with the words marked that the first formula does not have; empty
    where it has none of its own."""
    places: list[tuple[Link, str]]


@dataclass(frozen=True)
class SenamaView:
    head: Head
    title: str
    agencies: int
    ways: int
    formulas: list[Formula]
    turning: Turning


_Place = tuple[Entry[Jabatan], Indikator]


def pages(site: Site) -> Iterator[tuple[str, Later]]:
    """Every name that several agencies have."""
    for same in site.same_names.values():
        sheets = math.ceil(len(same.places) / PAGE)
        for number in range(1, sheets + 1):
            see = Perspective(site, addresses.same_indikator(same.slug, number))
            turn = turning(see, number, sheets, partial(addresses.same_indikator, same.slug))
            way = [*see.way(), Link(see.w.label.bandingkan, see.to(addresses.COMPARE))]
            description = see.w.senama.deskripsi.format(nama=same.name, banyak=same.agencies)
            head = Head("senama", turn.titled(same.name), description, way)
            yield see.here, Later(head, partial(_view, see, same, number, turn))


def _ways(same: SameName) -> list[list[_Place]]:
    """The places by formula; what most agencies do first."""
    found: dict[str, list[_Place]] = {}
    for entry, indikator in same.places:
        found.setdefault(bare_formula(_line(indikator)), []).append((entry, indikator))
    return sorted(found.values(), key=lambda places: (-len(places), _line(places[0][1])))


def _line(indikator: Indikator) -> str:
    return indikator.rumus.line() if indikator.rumus else ""


def _view(see: Perspective, same: SameName, number: int, turn: Turning, head: Head) -> SenamaView:
    ways = _ways(same)
    flat = [(way, place) for way, places in enumerate(ways) for place in places]
    sheet = flat[PAGE * (number - 1) : PAGE * number]
    first = _line(ways[0][0][1])
    return SenamaView(
        head,
        same.name,
        same.agencies,
        len(ways),
        [
            _formula(see, first, [place for _, place in places])
            for _, places in groupby(sheet, key=lambda each: each[0])
        ],
        turn,
    )


def _formula(see: Perspective, first: str, places: list[_Place]) -> Formula:
    indikator = places[0][1]
    rumus = indikator.rumus
    line = marked(first, _line(indikator))
    return Formula(
        rumus.drawing() if rumus else None,
        line if any(each.kind == "tambah" for each in line) else [],
        [
            (
                Link(see.title(entry), see.to(addresses.indikator(entry.key, each.id))),
                see.where(entry.key),
            )
            for entry, each in places
        ],
    )
