"""What changed since it was published: the newest, then by year; and the same as a feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from generator.content import addresses, marking
from generator.content.ledger import page_of
from generator.content.promises import key_of
from generator.content.wording import long_date
from generator.pages.alamat import named
from generator.pages.parts import Head, Letter, Link, Perspective, Site
from generator.pages.peristiwa import MOST, Correction, Happening, corrections, happenings

NEWEST = 50
PAGE = 100
"""So many stand on one page of a year."""
_SUMMARY = 10
"""Corrections of one page that a feed tells."""


@dataclass(frozen=True)
class Item:
    """What happened to a page."""

    kind: str
    link: Link
    where: str
    corrections: list[Correction]
    more: int
    """How many corrections are not told here."""


@dataclass(frozen=True)
class RiwayatView:
    head: Head
    title: str
    years: list[tuple[str, list[Letter]]]
    days: list[tuple[str, str, list[Item]]]
    """Each day in words and as a date, with what happened then."""
    newer: Link | None
    older: Link | None
    feed: Link | None


@dataclass(frozen=True)
class FeedEntry:
    id: str
    title: str
    href: str
    updated: str
    lines: list[str]


@dataclass(frozen=True)
class FeedView:
    name: str
    author: str
    home: str
    here: str
    page: str
    updated: str
    entries: list[FeedEntry]


def pages(site: Site) -> Iterator[tuple[str, RiwayatView]]:
    """The newest, and every page of every year."""
    found = happenings(site.content)
    years = {year: list(group) for year, group in groupby(found, lambda each: f"{each.day.year}")}
    counts = {year: len(of_year) for year, of_year in years.items()}
    above = Perspective(site, addresses.CHANGES)
    head = Head("riwayat", above.w.riwayat.judul, above.w.riwayat.deskripsi, above.way())
    yield above.here, _view(above, head, found[:NEWEST], counts, None)
    for year, of_year in years.items():
        yield from _year(site, year, of_year, counts)


def _year(
    site: Site, year: str, found: list[Happening], counts: dict[str, int]
) -> Iterator[tuple[str, RiwayatView]]:
    last = (len(found) - 1) // PAGE + 1
    for number in range(1, last + 1):
        see = Perspective(site, addresses.changes(year, number))
        title = see.w.riwayat.tahun.format(tahun=year)
        if number > 1:
            title = see.w.riwayat.lanjutan.format(judul=title, nomor=number)
        way = [*see.way(), Link(see.w.riwayat.judul, see.to(addresses.CHANGES))]
        head = Head("riwayat", title, see.w.riwayat.deskripsi, way)
        newer = _beside(see, year, number - 1) if number > 1 else None
        older = _beside(see, year, number + 1) if number < last else None
        part = found[(number - 1) * PAGE : number * PAGE]
        yield see.here, _view(see, head, part, counts, year, newer, older)


def _beside(see: Perspective, year: str, number: int) -> Link:
    return Link(see.w.riwayat.bagian.format(nomor=number), see.to(addresses.changes(year, number)))


def _view(
    see: Perspective,
    head: Head,
    found: list[Happening],
    counts: dict[str, int],
    year: str | None,
    newer: Link | None = None,
    older: Link | None = None,
) -> RiwayatView:
    years = [
        Letter(Link(each, see.to(addresses.changes(each))), count, each == year)
        for each, count in counts.items()
    ]
    days = [
        (long_date(day), day.isoformat(), [_item(see, each) for each in group])
        for day, group in groupby(found, lambda each: each.day)
    ]
    feed = Link(see.w.riwayat.umpan, see.file(addresses.FEED)) if see.site.has_feed else None
    return RiwayatView(head, head.title, [("", years)] if years else [], days, newer, older, feed)


def _item(see: Perspective, happening: Happening) -> Item:
    return Item(
        happening.kind,
        named(see, happening.page),
        _where(see, happening.page),
        list(corrections(see, happening.events[:MOST])),
        max(len(happening.events) - MOST, 0),
    )


def _where(see: Perspective, page: str) -> str:
    """Agency, pemda and edition, as far as the page lies in them."""
    key = key_of(page)
    if key[:3] not in see.content.entries or len(key) < 3:
        return str(see.pemda_name(key)) if len(key) == 2 and key in see.content.entries else ""
    return see.where(key)


def feed(site: Site, name: str) -> FeedView:
    """The newest for programs that look for news; its addresses are whole ones."""
    see = Perspective(site, addresses.HOME)
    newest = happenings(site.content)[:NEWEST]
    entries = [_entry(see, each) for each in newest]
    updated = entries[0].updated if entries else _moment("1970-01-01")
    host = site.url
    return FeedView(
        see.w.riwayat.judul_umpan.format(situs=name),
        name,
        host,
        f"{host}{addresses.FEED}",
        f"{host}{addresses.CHANGES}",
        updated,
        entries,
    )


def _entry(see: Perspective, happening: Happening) -> FeedEntry:
    day = happening.day.isoformat()
    item = _item(see, happening)
    host = urlsplit(see.site.url).hostname
    kind = getattr(see.w.riwayat.jenis, happening.kind)
    # What was told once is known by its id, wherever the page is now.
    page = page_of(happening.events[0].alamat) if happening.events else happening.page
    name = ", ".join(filter(None, (item.link.name, item.where)))
    return FeedEntry(
        f"tag:{host},{day}:{page}{happening.kind}",
        see.w.riwayat.butir_umpan.format(jenis=kind, nama=name),
        f"{see.site.url}{happening.page}",
        _moment(day),
        [_line(see, each) for each in item.corrections[:_SUMMARY]],
    )


def _moment(day: str) -> str:
    return f"{day}T00:00:00+07:00"


def _line(see: Perspective, correction: Correction) -> str:
    """A correction without marks: `Tugas: Semula: … Menjadi: …`."""
    w = see.w
    before, after = marking.sides(correction.words)
    told = (
        w.riwayat.semula.format(teks=before) if before else "",
        w.riwayat.menjadi.format(teks=after) if after else "",
        w.label.alasan.format(alasan=correction.reason) if correction.reason else "",
    )
    words = " ".join(filter(None, told))
    link = correction.link.name if correction.link else ""
    part = ", ".join(filter(None, (link, correction.part)))
    return w.riwayat.butir_umpan.format(jenis=part, nama=words) if part else words
