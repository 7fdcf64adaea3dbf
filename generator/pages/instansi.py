"""The page of an instansi: its editions, and the positions of the one in force."""

from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry
from generator.model.documents import Dokumen, Instansi
from generator.pages.parts import EdisiRow, Head, JabatanRow, Link, Perspective, Site
from generator.values import web


@dataclass(frozen=True)
class TimePoint:
    """A point on a line of 600 units."""

    name: str
    x: int
    is_current: bool


@dataclass(frozen=True)
class InstansiView:
    head: Head
    pemda: Link
    instansi: Instansi
    website: str | None
    """Where its own site is."""
    editions: list[EdisiRow]
    timeline: list[TimePoint]
    """Where each edition stands on a line of time; empty where there is only one."""
    current: str | None
    """The edition in force, or the newest."""
    jabatan: list[JabatanRow]
    """The positions of that edition, inherited ones too."""


def instansi(site: Site, entry: Entry[Instansi]) -> InstansiView:
    """What the page of an instansi shows."""
    see = Perspective(site, addresses.page(entry.key))
    name = entry.document.nama
    current = site.content.edition_in_force(entry.key)
    head = Head(
        "instansi",
        f"{name}, {see.pemda_name(entry.key)}",
        see.w.instansi.deskripsi.format(instansi=name, pemda=see.pemda_name(entry.key)),
        see.way(entry.key),
        see.filters(entry.key),
    )
    return InstansiView(
        head=head,
        pemda=see.origin(entry.key)[1],
        instansi=entry.document,
        website=web.with_scheme(entry.document.laman) if entry.document.laman else None,
        editions=[
            see.edisi_row(each, see.w.label.edisi.format(edisi=each.slug))
            for each in site.content.dokumen(entry.key)
        ],
        timeline=_time_line(site.content.dokumen(entry.key)[::-1], current),
        current=current.slug if current else None,
        jabatan=_rows(see, current) if current else [],
    )


def _rows(see: Perspective, current: Entry[Dokumen]) -> list[JabatanRow]:
    whole = see.content.whole(current.key).values()
    in_order = sorted(whole, key=lambda each: each.document.is_position)
    return [see.jabatan_row(each, current.key) for each in in_order]


def _time_line(editions: list[Entry[Dokumen]], current: Entry[Dokumen] | None) -> list[TimePoint]:
    """The editions, from the oldest, at equal distances."""
    gaps = len(editions) - 1
    return [
        TimePoint(each.slug, 40 + 520 * place // gaps, each is current)
        for place, each in enumerate(editions)
        if gaps
    ]
