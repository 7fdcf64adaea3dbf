"""The page of an edition: the decree and its positions."""

from dataclasses import dataclass

from generator import addresses
from generator.content import Content, Entry
from generator.model import Dokumen
from generator.settings import Settings
from generator.views.parts import STATUS, BarisJabatan, Fakta, Kepala, Perspective, Tautan
from generator.wording import shortened


@dataclass(frozen=True)
class DokumenView:
    kepala: Kepala
    dokumen: Dokumen
    judul: str
    tentang: str
    tahun: str
    asal: list[Tautan]
    lencana: list[str]
    fakta: list[Fakta]
    perubahan: list[tuple[str, Tautan]]
    """What it changes and what changed it: a verb, and the other edition."""
    penandatangan: str | None
    jabatan: list[BarisJabatan]


def dokumen(content: Content, settings: Settings, entry: Entry[Dokumen]) -> DokumenView:
    """What the page of an edition shows."""
    see = Perspective(content, settings, addresses.page(entry.key))
    document = entry.document
    title, about = see.readable(document.judul), see.readable(document.tentang)
    agency = see.instansi_name(entry.key)
    head = Kepala(
        "dokumen",
        f"{title}, {agency} {entry.slug}",
        shortened(f"{title}: {about}. {agency}, {see.pemda_name(entry.key)}.", 200),
        see.way(entry.key),
        see.filters(entry.key),
    )
    return DokumenView(
        kepala=head,
        dokumen=document,
        judul=title,
        tentang=about,
        tahun=entry.key[2][:4],
        asal=see.origin(entry.key),
        lencana=[document.jenis, f"Edisi {entry.slug} · {STATUS[document.status]}"],
        fakta=see.facts(entry),
        perubahan=_changes(see, entry),
        penandatangan=_signatory(document),
        jabatan=see.jabatan_rows(entry.key),
    )


def _changes(see: Perspective, entry: Entry[Dokumen]) -> list[tuple[str, Tautan]]:
    found = []
    for other in see.content.dokumen(entry.key[:2]):
        mine, theirs = entry.document.perubahan, other.document.perubahan
        link = see.link(f"edisi {other.slug}", other.key)
        if mine and mine.atas == other.slug:
            found.append(("Mencabut" if mine.mencabut else "Mengubah", link))
        if theirs and theirs.atas == entry.slug:
            found.append(("Dicabut oleh" if theirs.mencabut else "Diubah oleh", link))
    return found


def _signatory(document: Dokumen) -> str | None:
    signed = document.penandatangan
    if signed is None:
        return None
    status = "" if signed.status == "definitif" else f"{signed.status} "
    return ", ".join(filter(None, (f"{status}{signed.jabatan}", signed.nama, signed.pangkat)))
