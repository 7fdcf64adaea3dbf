"""One indicator in several agencies: one name, and every way to calculate it side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.content import addresses
from generator.content.content import Entry
from generator.content.marking import Diff, marked
from generator.content.wording import bare_formula
from generator.model.documents import Indikator, Jabatan
from generator.pages.parts import Head, Link, Perspective, SameName, Site, Turning, turning

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


def pages(site: Site) -> Iterator[tuple[str, SenamaView]]:
    """Every name that several agencies have."""
    for same in site.same_names.values():
        ways = _ways(same)
        flat = [(way, place) for way, places in enumerate(ways) for place in places]
        sheets = [flat[start : start + PAGE] for start in range(0, len(flat), PAGE)]
        for number, sheet in enumerate(sheets, 1):
            see = Perspective(site, addresses.same_indikator(same.slug, number))
            yield see.here, _view(see, same, ways, sheet, (number, len(sheets)))


def _ways(same: SameName) -> list[list[_Place]]:
    """The places by formula; what most agencies do first."""
    found: dict[str, list[_Place]] = {}
    for entry, indikator in same.places:
        found.setdefault(bare_formula(_line(indikator)), []).append((entry, indikator))
    return sorted(found.values(), key=lambda places: (-len(places), _line(places[0][1])))


def _line(indikator: Indikator) -> str:
    return indikator.rumus.line() if indikator.rumus else ""


def _view(
    see: Perspective,
    same: SameName,
    ways: list[list[_Place]],
    sheet: list[tuple[int, _Place]],
    page: tuple[int, int],
) -> SenamaView:
    turn = turning(see, *page, partial(addresses.same_indikator, same.slug))
    way = [*see.way(), Link(see.w.label.bandingkan, see.to(addresses.COMPARE))]
    description = see.w.senama.deskripsi.format(nama=same.name, banyak=same.agencies)
    first = _line(ways[0][0][1])
    return SenamaView(
        Head("senama", turn.titled(same.name), description, way),
        same.name,
        same.agencies,
        len(ways),
        [
            _formula(see, first, [place for which, place in sheet if which == way])
            for way in sorted({which for which, _ in sheet})
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
