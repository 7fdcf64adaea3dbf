"""The front page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise

from markupsafe import Markup

from generator.content import addresses, provinces
from generator.content.content import Content, Entry
from generator.model.documents import Dokumen, Pemda
from generator.pages.entri import SMALL
from generator.pages.parts import (
    EdisiRow,
    Head,
    InstansiRow,
    Link,
    Perspective,
    Site,
    count_indikator,
    count_jabatan,
)

NEWEST = 6
KINDS = 5
"""So many kinds of formula are told apart; the others are few."""
SHORT = 110
"""A formula of so many characters still shows well as an example."""


@dataclass(frozen=True)
class Example:
    """An indicator that shows what the site does."""

    link: Link
    place: str
    drawing: Markup
    reading: str


@dataclass(frozen=True)
class Province:
    """The pemda of a province, each with how many agencies it has."""

    name: str
    """Empty where all are of one province."""
    pemda: list[tuple[Link, int]]


@dataclass(frozen=True)
class Share:
    """A part of a bar of 1,000 units."""

    link: Link
    count: int
    start: int
    width: int


@dataclass(frozen=True)
class BerandaView:
    head: Head
    counts: list[tuple[str, int]]
    instansi: list[InstansiRow]
    """The agencies, where all are of one pemda."""
    provinces: list[Province]
    """The pemda by province, where a page can hold them."""
    elsewhere: list[tuple[Link, int]]
    """Else the provinces, each with how many pemda it has."""
    shares: list[Share]
    """All indicators by how they are calculated."""
    newest: list[EdisiRow]
    example: Example | None


def pages(site: Site) -> Iterator[tuple[str, BerandaView]]:
    """The front page."""
    see = Perspective(site, addresses.HOME)
    newest = sorted(site.content.all_dokumen(), key=partial(_newest_first, site.content))[:NEWEST]
    pemda = site.content.pemda()
    provinces = _provinces(see, pemda)
    yield (
        see.here,
        BerandaView(
            head=Head("beranda", see.w.label.beranda, see.w.beranda.deskripsi),
            counts=_counts(see),
            instansi=_agencies(see, pemda[0]) if len(pemda) == 1 else [],
            provinces=provinces if 1 < len(pemda) <= SMALL else [],
            elsewhere=[_elsewhere(see, each) for each in provinces] if len(pemda) > SMALL else [],
            shares=_shares(see),
            newest=[see.edisi_row(each, see.where(each.key)) for each in newest],
            example=_example(see),
        ),
    )


def _agencies(see: Perspective, pemda: Entry[Pemda]) -> list[InstansiRow]:
    return [see.instansi_row(each) for each in see.content.instansi(pemda.key)]


def _provinces(see: Perspective, pemda: list[Entry[Pemda]]) -> list[Province]:
    found: dict[str, list[tuple[Link, int]]] = {}
    for each in pemda:
        count = len(see.content.instansi(each.key))
        name = provinces.province(each.document.kode_wilayah)
        found.setdefault(name, []).append((see.link(each.document.nama, each.key), count))
    if len(found) < 2:
        return [Province("", each) for each in found.values()]
    others = see.w.beranda.provinsi_lain
    in_order = sorted(found, key=lambda name: (not name, name))
    return [Province(name or others, found[name]) for name in in_order]


def _elsewhere(see: Perspective, province: Province) -> tuple[Link, int]:
    name = province.name or see.w.beranda.provinsi_lain
    address = addresses.index("pemda", addresses.derived(name))
    return Link(name, see.to(address)), len(province.pemda)


def _shares(see: Perspective) -> list[Share]:
    """The kinds of formula, the most first, those that few have together."""
    positions = see.content.all_jabatan()
    counts = Counter(
        each.rumus.label for one in positions for each in one.document.all_indikator() if each.rumus
    )
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    few = sum(count for _, count in ranked[KINDS:])
    index = addresses.index("rumus")
    told = [
        (Link(name, see.to(f"{index}#_{addresses.derived(name)}")), count)
        for name, count in ranked[:KINDS]
    ] + ([(Link(see.w.beranda.jenis_lain, see.to(index)), few)] if few else [])
    ends = list(accumulate((count for _, count in told), initial=0))
    scaled = [1000 * end // max(ends[-1], 1) for end in ends]
    return [
        Share(link, count, start, end - start)
        for (link, count), (start, end) in zip(told, pairwise(scaled), strict=True)
    ]


def _counts(see: Perspective) -> list[tuple[str, int]]:
    positions = list(see.content.all_jabatan())
    return [
        (see.w.ukuran.instansi, len({each.key[:2] for each in positions})),
        (see.w.ukuran.dokumen, len({each.key[:3] for each in positions})),
        (see.w.ukuran.jabatan, count_jabatan(positions)),
        (see.w.ukuran.indikator, count_indikator(positions)),
    ]


def _newest_first(content: Content, entry: Entry[Dokumen]) -> tuple[int, tuple[str, ...]]:
    return (-content.day(entry).toordinal(), entry.key)


def _example(see: Perspective) -> Example | None:
    """The first formula that is plain and short."""
    for entry in see.content.all_jabatan():
        if not entry.document.is_position:
            continue
        for each in entry.document.all_indikator():
            rumus = each.rumus
            if rumus and rumus.makes_a_good_example and len(rumus.line()) < SHORT:
                address = see.to(addresses.indikator(entry.key, each.id))
                where = f"{see.title(entry)}, {see.instansi_name(entry.key)}"
                return Example(Link(each.nama, address), where, rumus.drawing(), rumus.sentence())
    return None
