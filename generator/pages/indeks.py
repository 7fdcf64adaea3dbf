"""The indexes: positions, indicators, data sources, kinds of formula, laws, and what is compared.
They are how one finds without a search and without a script, so each is paged by letter, and within
a letter by how much fits on a page, and stays small at any size."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby

from markupsafe import Markup

from generator.content import addresses
from generator.content.content import Entry
from generator.formula import MEANINGS
from generator.model.documents import Indikator, Jabatan
from generator.pages import entri
from generator.pages.entri import Collect, Item, Part
from generator.pages.parts import Head, Letter, Link, Perspective, Site, Turning, turning

PAGE = 200
"""So many lines stand on a page."""


@dataclass(frozen=True)
class Example:
    """An indicator that shows what a kind of formula is."""

    link: Link
    drawing: Markup


@dataclass(frozen=True)
class Section:
    """What stands below a heading; without one, where there is only one."""

    name: str
    anchor: str
    items: list[Item]
    letters: list[Letter] = field(default_factory=list)
    """The pages of its letters, where it is too large for this one."""
    meaning: str = ""
    example: Example | None = None


@dataclass(frozen=True)
class IndeksView:
    head: Head
    title: str
    intro: str
    letters: list[tuple[str, list[Letter]]]
    """The other pages or places of the index, in groups."""
    sections: list[Section]
    turning: Turning


@dataclass(frozen=True)
class Index:
    """One index: its slug, its words, how it is collected, and what explains a group."""

    slug: str
    title: str
    intro: str
    collect: Collect
    explain: Callable[[Perspective, Section], Section] = lambda see, section: section


def pages(site: Site) -> Iterator[tuple[str, IndeksView]]:
    """Every page of every index, with its address."""
    for each in _indexes(site):
        yield from _pages(each, site)


Parts = dict[Part, list[Item]]


def _pages(which: Index, site: Site) -> Iterator[tuple[str, IndeksView]]:
    above = Perspective(site, addresses.index(which.slug))
    # Every first page of a part lies at the same depth, so one collection of links serves them.
    parts = _collected(which, Perspective(site, addresses.index(which.slug, "x")))
    if sum(each.lines for items in parts.values() for each in items) <= entri.SMALL:
        yield above.here, _whole(which, above, _collected(which, above))
        return
    yield above.here, _first(which, above, parts)
    for part, items in parts.items():
        yield from _part(which, site, parts, part, list(_sheets(entri.anchored(items))))


def _collected(which: Index, see: Perspective) -> Parts:
    parts: Parts = {}
    for part, item in which.collect(see):
        parts.setdefault(part, []).append(item)
    return dict(sorted(parts.items()))


def _sheets(items: list[Item]) -> Iterator[list[Item]]:
    """So many things as fit on each page; one with too many places goes on where it ended."""
    sheet: list[Item] = []
    room = PAGE
    for piece in (piece for item in items for piece in _pieces(item)):
        if sheet and piece.lines > room:
            yield sheet
            sheet, room = [], PAGE
        sheet.append(piece)
        room -= piece.lines
    if sheet:
        yield sheet


def _pieces(item: Item) -> Iterator[Item]:
    if item.lines <= PAGE:
        yield item
        return
    flat = [(rumus, place) for rumus, places in item.parts for place in places]
    for start in range(0, len(flat), PAGE - 1):
        part = groupby(flat[start : start + PAGE - 1], key=lambda each: each[0])
        yield replace(item, parts=[(rumus, [each for _, each in same]) for rumus, same in part])


def _whole(which: Index, see: Perspective, parts: Parts) -> IndeksView:
    """A small index on one page, by its groups, or by letter where it has none."""
    sections = []
    for name, group in groupby(parts.items(), key=lambda each: each[0].group or each[0].letter):
        items = [item for _, of_letter in group for item in of_letter]
        section = Section(name, f"_{addresses.derived(name)}", entri.anchored(items))
        sections.append(which.explain(see, section))
    letters = [
        Letter(Link(each.name, f"#{each.anchor}"), len(each.items), False) for each in sections
    ]
    return _view(which, see, sections, [("", letters)])


def _first(which: Index, see: Perspective, parts: Parts) -> IndeksView:
    """The way to the pages of a large index."""
    sections = [
        which.explain(see, Section(name, f"_{addresses.derived(name)}", [], letters))
        for name, letters in _letters(which, see, parts, None)
    ]
    return _view(which, see, sections, [])


def _view(
    which: Index, see: Perspective, sections: list[Section], letters: list[tuple[str, list[Letter]]]
) -> IndeksView:
    head = Head("indeks", which.title, which.intro, see.way())
    return IndeksView(head, which.title, which.intro, letters, sections, Turning(""))


def _part(
    which: Index, site: Site, parts: Parts, part: Part, sheets: list[list[Item]]
) -> Iterator[tuple[str, IndeksView]]:
    for number, sheet in enumerate(sheets, 1):
        see = Perspective(site, _address(which, part, number))
        above = Link(which.title, see.to(addresses.index(which.slug)))
        title = f"{which.title}: {_name(part)}"
        turn = turning(see, number, len(sheets), partial(_address, which, part))
        head = Head("indeks", turn.titled(title), which.intro, [*see.way(), above])
        items = [_lower(each) for each in sheet] if number > 1 else sheet
        letters = list(_letters(which, see, parts, part))
        view = IndeksView(head, title, which.intro, letters, [Section("", "", items)], turn)
        yield see.here, view


def _lower(item: Item) -> Item:
    """The same seen from a page that lies one level lower."""
    parts = [
        (rumus, [replace(each, link=_link_lower(each.link)) for each in places])
        for rumus, places in item.parts
    ]
    return replace(item, href=f"../{item.href}" if item.href else "", parts=parts)


def _link_lower(link: Link) -> Link:
    return replace(link, href=f"../{link.href}")


def _letters(
    which: Index, see: Perspective, parts: Parts, current: Part | None
) -> Iterator[tuple[str, list[Letter]]]:
    for name, group in groupby(parts, key=lambda part: part.group):
        if current is None or name == current.group:
            letters = [
                Letter(
                    Link(part.letter, see.to(_address(which, part))),
                    len(parts[part]),
                    part == current,
                )
                for part in group
            ]
            yield name, letters


def _name(part: Part) -> str:
    return f"{part.group} {part.letter}".strip()


def _slug(part: Part) -> str:
    return addresses.derived(_name(part))


def _address(which: Index, part: Part, number: int = 1) -> str:
    return addresses.index(which.slug, _slug(part), number)


def _explained(site: Site) -> Callable[[Perspective, Section], Section]:
    """What a kind of formula means, with its shortest formula that is an example of it."""
    shortest: dict[str, tuple[int, Entry[Jabatan], Indikator]] = {}
    for entry in site.content.all_jabatan():
        for each in entry.document.all_indikator():
            if each.rumus:
                found = (len(each.rumus.line()), entry, each)
                label = each.rumus.label
                if label not in shortest or found[0] < shortest[label][0]:
                    shortest[label] = found

    def explain(see: Perspective, section: Section) -> Section:
        _, entry, indikator = shortest[section.name]
        assert indikator.rumus is not None
        link = Link(indikator.nama, see.to(addresses.indikator(entry.key, indikator.id)))
        example = Example(link, indikator.rumus.drawing())
        return replace(section, meaning=MEANINGS[section.name], example=example)

    return explain


def _indexes(site: Site) -> tuple[Index, ...]:
    w = site.words
    return (
        Index("jabatan", w.indeks.jabatan, w.indeks.jabatan_pengantar, entri.positions),
        Index("indikator", w.indeks.indikator, w.indeks.indikator_pengantar, entri.indicators),
        Index("sumber-data", w.indeks.sumber_data, w.indeks.sumber_data_pengantar, entri.sources),
        Index(
            "rumus", w.label.jenis_rumus, w.indeks.rumus_pengantar, entri.formulas, _explained(site)
        ),
        Index("dasar-hukum", w.indeks.dasar_hukum, w.indeks.dasar_hukum_pengantar, entri.laws),
        Index("pemda", w.indeks.pemda, w.indeks.pemda_pengantar, entri.governments),
        Index("sejenis", w.banding.sejenis, w.indeks.sejenis_pengantar, entri.kinds),
        Index("antaredisi", w.banding.antaredisi, w.indeks.antaredisi_pengantar, entri.editions),
    )
