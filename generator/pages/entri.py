"""What the indexes list: each thing once, whatever its case, spaces and punctuation, with all its
places."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.content import addresses, citations, provinces
from generator.content.content import Entry
from generator.content.topics import subject
from generator.content.wording import bare, bare_formula
from generator.formula import LABELS
from generator.model.documents import Butir, Indikator, Jabatan, as_line
from generator.pages import antaredisi
from generator.pages.parts import Link, Perspective


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
    href: str = ""
    """Where the thing itself is read, if that is a page or a place of one."""
    note: str = ""
    anchor: str = ""

    @property
    def lines(self) -> int:
        """How much room it takes."""
        return 1 + sum(len(places) for _, places in self.parts)


@dataclass(frozen=True, order=True)
class Part:
    """A part of an index: its group, in the order of the groups, and its letter."""

    rank: int
    group: str
    letter: str


SMALL = 150
"""An index of so many lines is one page."""

Entries = Iterator[tuple[Part, Item]]
Collect = Callable[[Perspective], Entries]


def letter(name: str) -> str:
    """The letter that a name stands under."""
    first = name[:1]
    return first.upper() if first.isascii() and first.isalpha() else "lainnya"


def _under(name: str) -> Part:
    return Part(0, "", letter(name))


@dataclass(frozen=True)
class _Place:
    """An indicator and where it stands."""

    entry: Entry[Jabatan]
    indikator: Indikator
    sumber_data: list[Butir]


def positions(see: Perspective) -> Entries:
    """Positions by their titles."""
    found: dict[str, list[tuple[str, Occurrence]]] = {}
    for each in see.content.all_jabatan():
        if each.document.is_position:
            title = see.title(each)
            place = Occurrence(see.link(see.where(each.key), each.key), "")
            found.setdefault(bare(title), []).append((title, place))
    for name, places in _named(found):
        yield _under(name), Item(name, [("", places)])


def _named(
    found: dict[str, list[tuple[str, Occurrence]]],
) -> Iterator[tuple[str, list[Occurrence]]]:
    """Each thing by the name that most of its places have, in the order of the names."""
    named = [
        (_most(name for name, _ in places), [place for _, place in places])
        for places in found.values()
    ]
    yield from sorted(named, key=lambda each: _by_name(each[0]))


def _most(names: Iterable[str]) -> str:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name.isupper(), name))


def indicators(see: Perspective) -> Entries:
    """Indicators by what they are about, each with all the ways to calculate it."""
    found: dict[str, list[_Place]] = {}
    for each in _places(see):
        found.setdefault(bare(each.indikator.nama), []).append(each)
    named = [(_most(each.indikator.nama for each in same), same) for same in found.values()]
    for name, same in sorted(named, key=lambda each: _by_subject(each[0])):
        href = see.site.same_address(name)
        there = see.to(href) if href else _to(see, same[0])
        yield _under(subject(name)), Item(name, _formulas(see, same), there)


def _formulas(see: Perspective, same: list[_Place]) -> list[tuple[str, list[Occurrence]]]:
    """The places by formula; a single formula is not told."""
    formulas: dict[str, list[_Place]] = {}
    for each in same:
        formulas.setdefault(bare_formula(_line(see, each.indikator)), []).append(each)
    parts = [
        (_line(see, places[0].indikator), [_indicator(see, each) for each in places])
        for places in formulas.values()
    ]
    return parts if len(parts) > 1 else [("", places) for _, places in parts]


def sources(see: Perspective) -> Entries:
    """Sources of data, with the indicators that are counted from them."""
    found: dict[str, list[tuple[str, Occurrence]]] = {}
    for each in _places(see):
        where = f"{see.title(each.entry)}, {see.where(each.entry.key)}"
        place = Occurrence(Link(each.indikator.nama, _to(see, each)), where)
        for source in map(as_line, each.sumber_data):
            found.setdefault(bare(source), []).append((source.strip(" .;,"), place))
    for name, places in _named(found):
        yield _under(name), Item(name, [("", places)])


def formulas(see: Perspective) -> Entries:
    """Indicators by how they are calculated."""
    labels = list(LABELS.values())
    for each in sorted(_places(see), key=lambda each: _by_subject(each.indikator.nama)):
        name, rumus = each.indikator.nama, each.indikator.rumus
        if rumus is None:
            continue
        part = Part(labels.index(rumus.label), rumus.label, letter(subject(name)))
        yield part, Item(name, [(rumus.line(), [_indicator(see, each)])], _to(see, each))


def kinds(see: Perspective) -> Entries:
    """Kinds of position that stand in several agencies."""
    named = sorted((kind.name, slug) for slug, kind in see.site.kinds.items())
    for name, slug in sorted(named, key=lambda each: _by_name(each[0])):
        count = see.site.kinds[slug].agencies
        note = see.w.ukuran.dari_instansi.format(banyak=count)
        yield _under(name), Item(name, [], see.to(addresses.kind(slug)), note)


def editions(see: Perspective) -> Entries:
    """Agencies with the decrees that can be held against their predecessors."""
    predecessor = partial(antaredisi.predecessor, see.content)
    pairs = [(old, each) for each in see.content.all_dokumen() if (old := predecessor(each))]
    for agency, group in groupby(pairs, key=lambda pair: pair[1].key[:2]):
        name = f"{see.instansi_name(agency)}, {see.pemda_name(agency)}"
        places = [
            Occurrence(
                Link(
                    see.between(see.w.banding.edisi, old.key, new.key),
                    see.to(addresses.decrees(new.key, old.slug)),
                ),
                "",
            )
            for old, new in group
        ]
        yield _under(name), Item(name, [("", places)], see.link("", agency).href)


def governments(see: Perspective) -> Entries:
    """Every pemda, by province."""
    for each in see.content.pemda():
        province = provinces.province(each.document.kode_wilayah)
        count = len(see.content.instansi(each.key))
        note = see.w.ukuran.dari_instansi.format(banyak=count)
        part = Part(0, "", province or see.w.beranda.provinsi_lain)
        yield part, Item(each.document.nama, [], see.link("", each.key).href, note)


def laws(see: Perspective) -> Entries:
    """The laws that decrees are based on, from the highest on."""
    found: dict[tuple[str, ...], list[tuple[citations.Law, Occurrence]]] = {}
    for each in see.content.all_dokumen():
        place = Occurrence(see.link(see.where(each.key), each.key), "")
        cited = {
            law.key: law
            for text in reversed(each.document.mengingat)
            for law in citations.cited(as_line(text))
        }
        for key, law in cited.items():
            found.setdefault(key, []).append((law, place))
    groups = [*citations.FORMS, see.w.beranda.provinsi_lain]
    named = [(_law(same), [place for _, place in same]) for same in found.values()]
    for law, places in sorted(named, key=lambda each: (each[0].rank, *_by_name(each[0].name))):
        group = groups[law.rank]
        about = f"tentang {law.about}" if law.form and law.about else ""
        part = Part(law.rank, group, citations.year(law) or "lainnya")
        yield part, Item(law.name, [("", places)], note=about)


def _law(same: list[tuple[citations.Law, Occurrence]]) -> citations.Law:
    """As most write it, with what it is about if anybody says so."""
    name = _most(law.name for law, _ in same)
    law = next(law for law, _ in same if law.name == name)
    abouts = [law.about for law, _ in same if law.about]
    return replace(law, about=_most(abouts) if abouts else "")


def _places(see: Perspective) -> Iterator[_Place]:
    for entry in see.content.all_jabatan():
        found = entry.document.sources()
        for each in entry.document.all_indikator():
            yield _Place(entry, each, found[each.id])


def _line(see: Perspective, indikator: Indikator) -> str:
    return indikator.rumus.line() if indikator.rumus else str(see.w.indikator.tidak_disebut)


def _to(see: Perspective, place: _Place) -> str:
    return see.to(addresses.indikator(place.entry.key, place.indikator.id))


def _indicator(see: Perspective, place: _Place) -> Occurrence:
    return Occurrence(Link(see.title(place.entry), _to(see, place)), see.where(place.entry.key))


def _by_subject(name: str) -> tuple[str, str, str]:
    """Most indicators begin with the same few words, so an index goes by the word behind them;
    then by the whole name, so that one name stays together."""
    return subject(name).casefold(), *_by_name(name)


def _by_name(name: str) -> tuple[str, str]:
    return name.casefold(), name


def anchored(items: list[Item]) -> list[Item]:
    """Each with an anchor of its own."""
    taken: set[str] = set()
    found = []
    for each in items:
        anchor = addresses.free(addresses.derived(each.name), taken)
        taken.add(anchor)
        found.append(replace(each, anchor=anchor))
    return found
