"""The page of an instansi: its editions, and the positions of the one in force."""

from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry
from generator.model.documents import Dokumen, Instansi
from generator.pages.parts import BarisEdisi, BarisJabatan, Kepala, Perspective, Situs, Tautan
from generator.values import web


@dataclass(frozen=True)
class TitikWaktu:
    """A point on a line of 600 units."""

    nama: str
    x: int
    kini: bool


@dataclass(frozen=True)
class InstansiView:
    kepala: Kepala
    pemda: Tautan
    instansi: Instansi
    laman: str | None
    """Where its own site is."""
    edisi: list[BarisEdisi]
    waktu: list[TitikWaktu]
    """Where each edition stands on a line of time; empty where there is only one."""
    kini: str | None
    """The edition in force, or the newest."""
    jabatan: list[BarisJabatan]
    """The positions of that edition."""


def instansi(situs: Situs, entry: Entry[Instansi]) -> InstansiView:
    """What the page of an instansi shows."""
    see = Perspective(situs, addresses.page(entry.key))
    name = entry.document.nama
    current = situs.content.edition_in_force(entry.key)
    head = Kepala(
        "instansi",
        f"{name}, {see.pemda_name(entry.key)}",
        see.w.instansi.deskripsi.format(instansi=name, pemda=see.pemda_name(entry.key)),
        see.way(entry.key),
        see.filters(entry.key),
    )
    return InstansiView(
        kepala=head,
        pemda=see.origin(entry.key)[1],
        instansi=entry.document,
        laman=web.with_scheme(entry.document.laman) if entry.document.laman else None,
        edisi=[
            see.edisi_row(each, see.w.label.edisi.format(edisi=each.slug))
            for each in situs.content.dokumen(entry.key)
        ],
        waktu=_time_line(situs.content.dokumen(entry.key)[::-1], current),
        kini=current.slug if current else None,
        jabatan=see.jabatan_rows(current.key) if current else [],
    )


def _time_line(editions: list[Entry[Dokumen]], current: Entry[Dokumen] | None) -> list[TitikWaktu]:
    """The editions, from the oldest, at equal distances."""
    gaps = len(editions) - 1
    return [
        TitikWaktu(each.slug, 40 + 520 * place // gaps, each is current)
        for place, each in enumerate(editions)
        if gaps
    ]
