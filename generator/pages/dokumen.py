"""The page of an edition: the decree and its positions."""

from collections import Counter
from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry
from generator.content.wording import KELOMPOK
from generator.model.documents import Dokumen, Jabatan
from generator.pages.parts import BarisJabatan, Fakta, Kepala, Perspective, Situs, Tautan


@dataclass(frozen=True)
class Cabang:
    """A position, and those under it."""

    tautan: Tautan
    bawahan: list["Cabang"]


@dataclass(frozen=True)
class Batang:
    """A bar: its name, its number, and how long it is in hundredths."""

    nama: str
    banyak: int
    panjang: int


@dataclass(frozen=True)
class Bagan:
    """A bar chart."""

    judul: str
    batang: list[Batang]


@dataclass(frozen=True)
class DokumenView:
    kepala: Kepala
    dokumen: Dokumen
    judul: str
    tentang: str | None
    """Only where it says more than the title."""
    tahun: str
    asal: list[Tautan]
    lencana: list[str]
    fakta: list[Fakta]
    perubahan: list[tuple[str, Tautan]]
    """What it changes and what changed it: how, and the other edition."""
    penandatangan: str | None
    jabatan: list[BarisJabatan]
    pohon: list[Cabang]
    """The positions under one another; empty where the decree does not say who is under whom."""
    bagan: list[Bagan]


def dokumen(situs: Situs, entry: Entry[Dokumen]) -> DokumenView:
    """What the page of an edition shows."""
    see = Perspective(situs, addresses.page(entry.key))
    document = entry.document
    title, about = see.readable(document.judul), see.readable(document.tentang)
    agency = see.instansi_name(entry.key)
    head = Kepala(
        "dokumen",
        f"{title}, {agency} {entry.slug}",
        see.w.dokumen.deskripsi.format(
            banyak=len(situs.content.positions(entry.key)),
            instansi=agency,
            pemda=see.pemda_name(entry.key),
            edisi=entry.slug,
        ),
        see.way(entry.key),
        see.filters(entry.key),
    )
    return DokumenView(
        kepala=head,
        dokumen=document,
        judul=title,
        tentang=None if about.casefold() in title.casefold() else about,
        tahun=entry.key[2][:4],
        asal=see.origin(entry.key),
        lencana=see.badges(document.jenis, entry),
        fakta=see.facts(entry),
        perubahan=_changes(see, entry),
        penandatangan=_signatory(document),
        jabatan=see.jabatan_rows(entry.key),
        pohon=_tree(see, entry),
        bagan=_charts(see, entry),
    )


def _tree(see: Perspective, entry: Entry[Dokumen]) -> list[Cabang]:
    """Positions without a superior in this edition stand at the top, in the decree's order."""
    positions = see.content.positions(entry.key)
    listed = {each.slug for each in positions}
    under: dict[str | None, list[Entry[Jabatan]]] = {}
    for each in positions:
        above = each.document.atasan
        under.setdefault(above if above in listed else None, []).append(each)
    if under.keys() <= {None}:
        return []

    def branch(each: Entry[Jabatan]) -> Cabang:
        below = [branch(one) for one in under.get(each.slug, [])]
        return Cabang(see.link(see.title(each), each.key), below)

    return [branch(each) for each in under[None]]


def _charts(see: Perspective, entry: Entry[Dokumen]) -> list[Bagan]:
    """What the indicators and the positions of a decree are, at a glance."""
    positions = see.content.jabatan(entry.key)
    kinds = Counter(
        each.rumus.label for one in positions for each in one.document.all_indikator() if each.rumus
    )
    groups = Counter(KELOMPOK[one.document.kelompok] for one in positions if one.document.kelompok)
    charts = [
        (see.w.dokumen.menurut_cara, kinds),
        (see.w.dokumen.menurut_kelompok, groups),
    ]
    return [Bagan(title, _bars(counts)) for title, counts in charts if len(counts) > 1]


def _bars(counts: Counter[str]) -> list[Batang]:
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [Batang(name, count, round(100 * count / ranked[0][1])) for name, count in ranked]


def _changes(see: Perspective, entry: Entry[Dokumen]) -> list[tuple[str, Tautan]]:
    found = []
    for other in see.content.dokumen(entry.key[:2]):
        mine, theirs = entry.document.perubahan, other.document.perubahan
        link = see.link(see.w.label.edisi_dalam_kalimat.format(edisi=other.slug), other.key)
        if mine and mine.atas == other.slug:
            found.append(("mencabut" if mine.mencabut else "mengubah", link))
        if theirs and theirs.atas == entry.slug:
            found.append(("dicabut_oleh" if theirs.mencabut else "diubah_oleh", link))
    return found


def _signatory(document: Dokumen) -> str | None:
    signed = document.penandatangan
    if signed is None:
        return None
    status = "" if signed.status == "definitif" else f"{signed.status} "
    return ", ".join(filter(None, (f"{status}{signed.jabatan}", signed.nama, signed.pangkat)))
