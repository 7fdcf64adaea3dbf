"""The page of an instansi: its editions, and the positions of the one in force."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry
from generator.content.wording import edition_name
from generator.model.documents import Dokumen, Instansi, Jabatan
from generator.pages import antaredisi
from generator.pages.parts import EdisiRow, Head, JabatanRow, Link, Perspective, Site
from generator.pages.usulan import Actions, actions
from generator.values import web


@dataclass(frozen=True)
class TimePoint:
    """A point on a line of 600 units."""

    name: str
    x: int
    is_current: bool


@dataclass(frozen=True)
class PositionList:
    """What holds of one edition, inherited positions too."""

    edition: str
    has_positions: bool
    """Or only the indicators of the agency itself."""
    jabatan: list[JabatanRow]


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
    comparisons: list[Link]
    """Where each edition is held against its predecessor."""
    in_force: list[PositionList]
    """One for each kind of decree."""
    actions: Actions


def instansi(site: Site, entry: Entry[Instansi]) -> InstansiView:
    """What the page of an instansi shows."""
    see = Perspective(site, addresses.page(entry.key))
    name = entry.document.nama
    in_force = [_position_list(see, *each) for each in site.content.lists_in_force(entry.key)]
    head = Head(
        "instansi",
        f"{name}, {see.pemda_name(entry.key)}",
        see.w.instansi.deskripsi.format(instansi=name, pemda=see.pemda_name(entry.key)),
        see.way(entry.key),
        see.filters(entry.key),
    )
    return InstansiView(
        head=head,
        pemda=see.link(see.pemda_name(entry.key), entry.key[:1]),
        instansi=entry.document,
        website=web.with_scheme(entry.document.laman) if entry.document.laman else None,
        editions=[
            see.edisi_row(each, see.w.label.edisi.format(edisi=edition_name(each.slug)))
            for each in site.content.dokumen(entry.key)
        ],
        timeline=_time_line(
            [edition_name(each.slug) for each in site.content.dokumen(entry.key)[::-1]],
            {each.edition for each in in_force},
        ),
        comparisons=list(_comparisons(see, entry)),
        in_force=in_force,
        actions=actions(see, entry),
    )


def _comparisons(see: Perspective, entry: Entry[Instansi]) -> Iterator[Link]:
    for each in see.content.dokumen(entry.key):
        if old := antaredisi.predecessor(see.content, each):
            name = see.between(see.w.banding.edisi, old.key, each.key)
            yield Link(name, see.to(addresses.decrees(each.key, old.slug)))


def _position_list(
    see: Perspective, edition: Entry[Dokumen], positions: list[Entry[Jabatan]]
) -> PositionList:
    in_order = sorted(positions, key=lambda each: each.document.is_position)
    return PositionList(
        edition_name(edition.slug),
        any(each.document.is_position for each in positions),
        [see.jabatan_row(each, edition.key) for each in in_order],
    )


def _time_line(editions: list[str], in_force: set[str]) -> list[TimePoint]:
    """The editions, from the oldest, at equal distances."""
    gaps = len(editions) - 1
    return [
        TimePoint(each, 40 + 520 * place // gaps, each in in_force)
        for place, each in enumerate(editions)
        if gaps
    ]
