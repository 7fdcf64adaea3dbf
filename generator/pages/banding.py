"""Comparing: one position in two editions, and one kind of position in several agencies."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses, changes, marking
from generator.content.changes import IndicatorChange, JabatanChange
from generator.content.content import Content, Entry
from generator.content.facts import Change
from generator.content.marking import Run
from generator.model.documents import Jabatan
from generator.pages.parts import Head, Link, Perspective, PrintedList, Site


@dataclass(frozen=True)
class Column:
    """One position in a comparison."""

    link: Link
    origin: str
    tugas: PrintedList
    indikator: list[tuple[Link, str]]
    """Each indicator, and how it is calculated."""


@dataclass(frozen=True)
class SerupaView:
    head: Head
    title: str
    columns: list[Column]


@dataclass(frozen=True)
class Section:
    """One list of a position: what changed of it, and what did not, which is folded."""

    name: str
    anchor: str
    runs: list[Run]


@dataclass(frozen=True)
class EdisiView:
    head: Head
    title: str
    old: Link
    new: Link
    differs: bool
    others: list[Change]
    sections: list[Section]
    changed: list[IndicatorChange]
    kept: list[str]
    """The names of the indicators that are as they were."""


@dataclass(frozen=True)
class BandingView:
    head: Head
    kinds: list[tuple[Link, int]]
    pairs: list[Link]


def pages(site: Site) -> Iterator[tuple[str, BandingView | SerupaView | EdisiView]]:
    """The page that leads to every comparison, and the comparisons."""
    yield _banding(site)
    yield from _serupa(site)
    yield from _edisi(site)


def _banding(site: Site) -> tuple[str, BandingView]:
    """The page that leads to every comparison."""
    see = Perspective(site, addresses.COMPARE)
    kinds = [
        (Link(kind.name, see.to(addresses.kind(slug))), len(kind.jabatan))
        for slug, kind in site.kinds.items()
    ]
    pairs = [
        Link(
            see.w.banding.pasangan.format(
                jabatan=see.title(new),
                instansi=see.instansi_name(new.key),
                lama=old.key[2],
                baru=new.key[2],
            ),
            see.to(addresses.editions(new.key, old.key[2])),
        )
        for old, new in edition_pairs(site.content)
    ]
    head = Head("banding", see.w.label.bandingkan, see.w.banding.deskripsi, see.way())
    return see.here, BandingView(head, kinds, pairs)


def _serupa(site: Site) -> Iterator[tuple[str, SerupaView]]:
    """One kind of position, side by side."""
    for slug, kind in site.kinds.items():
        see = Perspective(site, addresses.kind(slug))
        way = [*see.way(), Link(see.w.label.bandingkan, see.to(addresses.COMPARE))]
        title = kind.compared(see.w)
        description = see.w.serupa.deskripsi.format(nama=kind.name, banyak=len(kind.jabatan))
        head = Head("serupa", title, description, way)
        yield see.here, SerupaView(head, kind.name, [_column(see, each) for each in kind.jabatan])


def _edisi(site: Site) -> Iterator[tuple[str, EdisiView]]:
    """One position in two editions, with what changed marked."""
    for old, new in edition_pairs(site.content):
        see = Perspective(site, addresses.editions(new.key, old.key[2]))
        way = [*see.way(), Link(see.w.label.bandingkan, see.to(addresses.COMPARE))]
        name = see.title(new)
        title = see.w.edisi.judul.format(jabatan=name, lama=old.key[2], baru=new.key[2])
        description = see.w.edisi.deskripsi.format(
            jabatan=name, instansi=see.instansi_name(new.key)
        )
        change = changes.of_jabatan(old.document, new.document)
        yield (
            see.here,
            EdisiView(
                Head("edisi", title, description, way),
                title,
                see.link(old.key[2], old.key),
                see.link(new.key[2], new.key),
                change.differs,
                change.others,
                list(_sections(see, change)),
                [each for each in change.indikator if each.kind != "tetap"],
                [each.new.nama for each in change.indikator if each.new and each.kind == "tetap"],
            ),
        )


def _sections(see: Perspective, change: JabatanChange) -> Iterator[Section]:
    """The lists of a position, those that have anything."""
    for name in ("tujuan", "tugas", "fungsi", "sasaran"):
        if items := getattr(change, name):
            yield Section(getattr(see.w.label, name), f"_{name}", marking.runs(items))


def edition_pairs(content: Content) -> Iterator[tuple[Entry[Jabatan], Entry[Jabatan]]]:
    """Each position with the same position of the newest earlier edition that has it."""
    for pemda in content.pemda():
        for instansi in content.instansi(pemda.key):
            for edition in content.dokumen(instansi.key):
                for new in content.jabatan(edition.key):
                    if old := content.before(new):
                        yield old, new


def _column(see: Perspective, entry: Entry[Jabatan]) -> Column:
    document = entry.document
    return Column(
        see.link(see.title(entry), entry.key),
        see.where(entry.key),
        PrintedList(document.tugas, document.penomoran.tugas),
        [
            (
                Link(each.nama, see.to(addresses.indikator(entry.key, each.id))),
                each.rumus.line() if each.rumus else "",
            )
            for each in document.all_indikator()
        ],
    )
