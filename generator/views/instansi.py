"""The page of an instansi: its editions, and the positions of the one in force."""

from dataclasses import dataclass

from generator import addresses
from generator.content import Content, Entry
from generator.model import Instansi
from generator.settings import Settings
from generator.views.parts import BarisEdisi, BarisJabatan, Kepala, Perspective, Tautan


@dataclass(frozen=True)
class InstansiView:
    kepala: Kepala
    pemda: Tautan
    instansi: Instansi
    edisi: list[BarisEdisi]
    kini: str | None
    """The edition in force, or the newest."""
    jabatan: list[BarisJabatan]
    """The positions of that edition."""


def instansi(content: Content, settings: Settings, entry: Entry[Instansi]) -> InstansiView:
    """What the page of an instansi shows."""
    see = Perspective(content, settings, addresses.page(entry.key))
    name = entry.document.nama
    current = content.edition_in_force(entry.key)
    head = Kepala(
        "instansi",
        f"{name}, {see.pemda_name(entry.key)}",
        f"Indikator kinerja individu {name}, {see.pemda_name(entry.key)}.",
        see.way(entry.key),
        see.filters(entry.key),
    )
    return InstansiView(
        kepala=head,
        pemda=see.origin(entry.key)[1],
        instansi=entry.document,
        edisi=[see.edisi_row(each, f"Edisi {each.slug}") for each in content.dokumen(entry.key)],
        kini=current.slug if current else None,
        jabatan=see.jabatan_rows(current.key) if current else [],
    )
