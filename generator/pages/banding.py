"""Comparing: one position in two editions, and one kind of position in several agencies."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.content import addresses, changes
from generator.content.changes import JabatanChange
from generator.content.content import Content, Entry
from generator.model.documents import Jabatan
from generator.pages.parts import DaftarButir, Kepala, Perspective, Situs, Tautan


@dataclass(frozen=True)
class Kolom:
    """One position in a comparison."""

    tautan: Tautan
    asal: str
    tugas: DaftarButir
    indikator: list[tuple[Tautan, str]]
    """Each indicator, and how it is calculated."""


@dataclass(frozen=True)
class SerupaView:
    kepala: Kepala
    judul: str
    kolom: list[Kolom]


@dataclass(frozen=True)
class EdisiView:
    kepala: Kepala
    judul: str
    lama: Tautan
    baru: Tautan
    beda: JabatanChange


@dataclass(frozen=True)
class BandingView:
    kepala: Kepala
    serupa: list[tuple[Tautan, int]]
    edisi: list[Tautan]


def pages(situs: Situs) -> Iterator[tuple[str, BandingView | SerupaView | EdisiView]]:
    """The page that leads to every comparison, and the comparisons."""
    yield _banding(situs)
    yield from _serupa(situs)
    yield from _edisi(situs)


def _banding(situs: Situs) -> tuple[str, BandingView]:
    """The page that leads to every comparison."""
    see = Perspective(situs, addresses.COMPARE)
    kinds = [
        (Tautan(kind.nama, see.to(addresses.kind(slug))), len(kind.jabatan))
        for slug, kind in situs.kinds.items()
    ]
    pairs = [
        Tautan(
            see.w.banding.pasangan.format(
                jabatan=see.title(new),
                instansi=see.instansi_name(new.key),
                lama=old.key[2],
                baru=new.key[2],
            ),
            see.to(addresses.editions(new.key, old.key[2])),
        )
        for old, new in edition_pairs(situs.content)
    ]
    head = Kepala("banding", see.w.label.bandingkan, see.w.banding.deskripsi, see.way())
    return see.here, BandingView(head, kinds, pairs)


def _serupa(situs: Situs) -> Iterator[tuple[str, SerupaView]]:
    """One kind of position, side by side."""
    for slug, kind in situs.kinds.items():
        see = Perspective(situs, addresses.kind(slug))
        way = [*see.way(), Tautan(see.w.label.bandingkan, see.to(addresses.COMPARE))]
        title = see.w.serupa.judul.format(nama=kind.nama)
        description = see.w.serupa.deskripsi.format(nama=kind.nama, banyak=len(kind.jabatan))
        head = Kepala("serupa", title, description, way)
        yield see.here, SerupaView(head, kind.nama, [_column(see, each) for each in kind.jabatan])


def _edisi(situs: Situs) -> Iterator[tuple[str, EdisiView]]:
    """One position in two editions, with what changed marked."""
    for old, new in edition_pairs(situs.content):
        see = Perspective(situs, addresses.editions(new.key, old.key[2]))
        way = [*see.way(), Tautan(see.w.label.bandingkan, see.to(addresses.COMPARE))]
        name = see.title(new)
        title = see.w.edisi.judul.format(jabatan=name, lama=old.key[2], baru=new.key[2])
        description = see.w.edisi.deskripsi.format(
            jabatan=name, instansi=see.instansi_name(new.key)
        )
        yield (
            see.here,
            EdisiView(
                Kepala("edisi", title, description, way),
                title,
                see.link(old.key[2], old.key),
                see.link(new.key[2], new.key),
                changes.of_jabatan(old.document, new.document),
            ),
        )


def edition_pairs(content: Content) -> Iterator[tuple[Entry[Jabatan], Entry[Jabatan]]]:
    """Each position with the same position of the edition before."""
    for pemda in content.pemda():
        for instansi in content.instansi(pemda.key):
            editions = content.dokumen(instansi.key)
            for new_edition, old_edition in pairwise(editions):
                before = {each.slug: each for each in content.jabatan(old_edition.key)}
                for new in content.jabatan(new_edition.key):
                    if new.slug in before:
                        yield before[new.slug], new


def _column(see: Perspective, entry: Entry[Jabatan]) -> Kolom:
    document = entry.document
    return Kolom(
        see.link(see.title(entry), entry.key),
        see.where(entry.key),
        DaftarButir(document.tugas, document.penomoran.tugas),
        [
            (
                Tautan(each.nama, see.to(addresses.indikator(entry.key, each.id))),
                each.rumus.line() if each.rumus else "",
            )
            for each in document.all_indikator()
        ],
    )
