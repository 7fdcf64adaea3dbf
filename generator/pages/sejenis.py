"""One kind of position in several agencies: what is measured down, agencies across."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from generator.content import addresses
from generator.content.content import Entry
from generator.content.marking import Diff, marked
from generator.content.wording import bare, bare_formula
from generator.model.documents import Indikator, Jabatan
from generator.pages.parts import (
    Head,
    Later,
    Link,
    Perspective,
    PrintedList,
    Site,
    Turning,
    turning,
)


@dataclass(frozen=True)
class Column:
    """One position in a comparison."""

    agency: str
    link: Link
    origin: str
    tugas: PrintedList
    fungsi: PrintedList


@dataclass(frozen=True)
class Measured:
    """An indicator in a comparison; what the first of its topic does not say is marked."""

    href: str
    nama: Diff
    rumus: Diff
    """How it is calculated; empty where the name says it."""
    same: int
    """In how many agencies it is the same, name and formula."""
    others: str
    """Where the other ways to calculate the same name are; empty where there are none."""


@dataclass(frozen=True)
class Topic:
    """What several agencies measure, with the indicators of each column."""

    title: str
    cells: list[list[Measured]]


@dataclass(frozen=True)
class SejenisView:
    head: Head
    title: str
    columns: list[Column]
    indikator: int
    same: int
    """How many names with their formulas are those of several agencies."""
    topics: list[Topic]
    alone: list[list[Measured]]
    """What only one agency measures, by column."""
    turning: Turning


def pages(site: Site) -> Iterator[tuple[str, Later]]:
    """Every page of every kind."""
    for slug, kind in site.kinds.items():
        for number, entries in enumerate(kind.pages, 1):
            see = Perspective(site, addresses.kind(slug, number))
            turn = turning(see, number, len(kind.pages), partial(addresses.kind, slug))
            title = kind.compared(see.w)
            description = see.w.sejenis.deskripsi.format(nama=kind.name, banyak=kind.agencies)
            way = [*see.way(), Link(see.w.label.bandingkan, see.to(addresses.COMPARE))]
            head = Head("sejenis", turn.titled(title), description, way)
            yield see.here, Later(head, partial(_view, see, title, entries, turn))


def _view(
    see: Perspective, title: str, entries: list[Entry[Jabatan]], turn: Turning, head: Head
) -> SejenisView:
    measured = [_told(see, place, each) for place, each in enumerate(entries)]
    told = [each for column in measured for each in column]
    topics, alone = _topics(see, told, len(entries))
    return SejenisView(
        head,
        title,
        [_column(see, each) for each in entries],
        len(told),
        sum(len(agencies) > 1 for agencies in _having(told).values()),
        topics,
        alone,
        turn,
    )


def _column(see: Perspective, entry: Entry[Jabatan]) -> Column:
    document = entry.document
    return Column(
        see.instansi_name(entry.key),
        see.link(see.title(entry), entry.key),
        f"{see.pemda_name(entry.key)}, {see.edition(entry.key).name}",
        PrintedList(document.tugas, document.penomoran.tugas),
        PrintedList(document.fungsi, document.penomoran.fungsi),
    )


@dataclass(frozen=True)
class _Told:
    """An indicator, where it stands, and what is said of it."""

    column: int
    agency: tuple[str, ...]
    href: str
    nama: str
    rumus: str
    same: str
    """Where the indicators of its name are side by side; empty where no other agency has it."""

    @cached_property
    def name(self) -> str:
        """The name but for case, spaces and punctuation."""
        return bare(self.nama)

    @cached_property
    def all(self) -> tuple[str, str]:
        """What must be the same if it is the same indicator."""
        return self.name, bare_formula(self.rumus)


def _told(see: Perspective, column: int, entry: Entry[Jabatan]) -> list[_Told]:
    return [
        _Told(
            column,
            entry.key[:2],
            see.to(addresses.indikator(entry.key, each.id)),
            each.nama,
            _formula(each),
            _same(see, each.nama),
        )
        for each in entry.document.all_indikator()
    ]


def _same(see: Perspective, name: str) -> str:
    address = see.site.same_address(name)
    return see.to(address) if address else ""


def _formula(indikator: Indikator) -> str:
    line = indikator.rumus.line() if indikator.rumus else ""
    return "" if line == indikator.nama else line


_Same = tuple[str, str]


def _having(told: list[_Told]) -> dict[_Same, set[tuple[str, ...]]]:
    """The agencies that have an indicator, by all that is said of it."""
    found: dict[_Same, set[tuple[str, ...]]] = {}
    for each in told:
        found.setdefault(each.all, set()).add(each.agency)
    return found


def _topics(
    see: Perspective, told: list[_Told], columns: int
) -> tuple[list[Topic], list[list[Measured]]]:
    """What several agencies measure, most of them first, and by column what only one does."""
    topics: list[Topic] = []
    alone: list[_Told] = []
    groups = [[told[place] for place in each] for each in _groups(see, told)]
    for group in sorted(groups, key=lambda each: -len({one.agency for one in each})):
        if len({each.agency for each in group}) > 1:
            title = see.site.subjects.title([each.nama for each in group])
            topics.append(Topic(title, _cells(group, columns)))
        else:
            alone += group
    own: list[list[Measured]] = [[] for _ in range(columns)]
    for each in alone:
        own[each.column].append(_measured(each, each, [each]))
    return topics, own


def _groups(see: Perspective, told: list[_Told]) -> list[list[int]]:
    return see.site.subjects.groups([each.nama for each in told])


def _cells(group: list[_Told], columns: int) -> list[list[Measured]]:
    cells: list[list[Measured]] = [[] for _ in range(columns)]
    for each in group:
        cells[each.column].append(_measured(group[0], each, group))
    return cells


def _measured(first: _Told, each: _Told, group: list[_Told]) -> Measured:
    named = [one for one in group if one.name == each.name]
    same = {one.agency for one in named if one.all == each.all}
    return Measured(
        each.href,
        marked(first.nama, each.nama),
        marked(named[0].rumus, each.rumus),
        len(same),
        each.same if any(one.all != each.all for one in named) else "",
    )
