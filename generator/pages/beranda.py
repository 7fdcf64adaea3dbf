"""The front page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.content import addresses, provinces
from generator.content.content import Content, Entry
from generator.model.documents import Dokumen
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
    """The pemda of a province, with their agencies."""

    name: str
    """Empty where all are of one province."""
    pemda: list[tuple[Link, list[InstansiRow]]]


@dataclass(frozen=True)
class BerandaView:
    head: Head
    counts: list[tuple[str, int]]
    provinces: list[Province]
    newest: list[EdisiRow]
    example: Example | None


def pages(site: Site) -> Iterator[tuple[str, BerandaView]]:
    """The front page."""
    see = Perspective(site, addresses.HOME)
    newest = sorted(site.content.all_dokumen(), key=partial(_newest_first, site.content))[:NEWEST]
    yield (
        see.here,
        BerandaView(
            head=Head("beranda", see.w.label.beranda, see.w.beranda.deskripsi),
            counts=_counts(see),
            provinces=_provinces(see),
            newest=[see.edisi_row(each, see.where(each.key)) for each in newest],
            example=_example(see),
        ),
    )


def _provinces(see: Perspective) -> list[Province]:
    found: dict[str, list[tuple[Link, list[InstansiRow]]]] = {}
    for each in see.content.pemda():
        agencies = [see.instansi_row(one) for one in see.content.instansi(each.key)]
        name = provinces.province(each.document.kode_wilayah)
        found.setdefault(name, []).append((see.link(each.document.nama, each.key), agencies))
    if len(found) < 2:
        return [Province("", pemda) for pemda in found.values()]
    others = see.w.beranda.provinsi_lain
    in_order = sorted(found, key=lambda name: (not name, name))
    return [Province(name or others, found[name]) for name in in_order]


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
