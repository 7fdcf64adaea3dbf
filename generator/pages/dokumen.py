"""The page of an edition: the decree and its positions."""

from collections import Counter
from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry
from generator.content.wording import KELOMPOK
from generator.model.documents import Dokumen, Jabatan
from generator.pages.parts import Fact, Head, JabatanRow, Link, Perspective, Site


@dataclass(frozen=True)
class Branch:
    """A position, and those under it."""

    link: Link
    below: list["Branch"]


@dataclass(frozen=True)
class Bar:
    """A bar: its name, its number, and how long it is in hundredths."""

    name: str
    count: int
    length: int


@dataclass(frozen=True)
class Chart:
    """A bar chart."""

    title: str
    bars: list[Bar]


@dataclass(frozen=True)
class DokumenView:
    head: Head
    dokumen: Dokumen
    title: str
    about: str | None
    """Only where it says more than the title."""
    year: str
    origin: list[Link]
    badges: list[str]
    facts: list[Fact]
    changes: list[tuple[str, Link]]
    """What it changes and what changed it: how, and the other edition."""
    signatory: str | None
    jabatan: list[JabatanRow]
    tree: list[Branch]
    """The positions under one another; empty where the decree does not say who is under whom."""
    charts: list[Chart]


def dokumen(site: Site, entry: Entry[Dokumen]) -> DokumenView:
    """What the page of an edition shows."""
    see = Perspective(site, addresses.page(entry.key))
    document = entry.document
    title, about = see.readable(document.judul), see.readable(document.tentang)
    agency = see.instansi_name(entry.key)
    head = Head(
        "dokumen",
        f"{title}, {agency} {entry.slug}",
        see.w.dokumen.deskripsi.format(
            banyak=len(site.content.positions(entry.key)),
            instansi=agency,
            pemda=see.pemda_name(entry.key),
            edisi=entry.slug,
        ),
        see.way(entry.key),
        see.filters(entry.key),
    )
    return DokumenView(
        head=head,
        dokumen=document,
        title=title,
        about=None if about.casefold() in title.casefold() else about,
        year=entry.key[2][:4],
        origin=see.origin(entry.key),
        badges=see.badges(document.jenis, entry),
        facts=see.facts(entry),
        changes=_changes(see, entry),
        signatory=_signatory(document),
        jabatan=see.jabatan_rows(entry.key),
        tree=_tree(see, entry),
        charts=_charts(see, entry),
    )


def _tree(see: Perspective, entry: Entry[Dokumen]) -> list[Branch]:
    """Positions without a superior in this edition stand at the top, in the decree's order."""
    positions = see.content.positions(entry.key)
    listed = {each.slug for each in positions}
    under: dict[str | None, list[Entry[Jabatan]]] = {}
    for each in positions:
        above = each.document.atasan
        under.setdefault(above if above in listed else None, []).append(each)
    if under.keys() <= {None}:
        return []

    def branch(each: Entry[Jabatan]) -> Branch:
        below = [branch(one) for one in under.get(each.slug, [])]
        return Branch(see.link(see.title(each), each.key), below)

    return [branch(each) for each in under[None]]


def _charts(see: Perspective, entry: Entry[Dokumen]) -> list[Chart]:
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
    return [Chart(title, _bars(counts)) for title, counts in charts if len(counts) > 1]


def _bars(counts: Counter[str]) -> list[Bar]:
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [Bar(name, count, round(100 * count / ranked[0][1])) for name, count in ranked]


def _changes(see: Perspective, entry: Entry[Dokumen]) -> list[tuple[str, Link]]:
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
