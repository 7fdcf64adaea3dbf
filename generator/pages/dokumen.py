"""The page of an edition: the decree and its positions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry, Key
from generator.content.wording import KELOMPOK, edition_name
from generator.model.documents import Dokumen, Jabatan
from generator.pages.bagikan import Share, share
from generator.pages.catatan_publik import records
from generator.pages.kutipan import Citation, of_dokumen
from generator.pages.parts import Fact, Head, JabatanRow, Link, Perspective, Site
from generator.pages.peristiwa import Corrected, corrected
from generator.pages.usulan import Actions, actions


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
class Amendment:
    """What an amendment does to the positions of the edition that it inherits from."""

    base: Link
    changed: list[JabatanRow]
    added: list[JabatanRow]
    removed: list[Link]


@dataclass(frozen=True)
class DokumenView:
    head: Head
    dokumen: Dokumen
    title: str
    about: str | None
    """Only where it says more than the title."""
    origin: list[Link]
    """The instansi, and the edition, which is this page."""
    pemda: str
    badges: list[str]
    facts: list[Fact]
    events: list[tuple[str, Link]]
    """What a later edition did to it, or that there is one."""
    changes: list[tuple[str, Link]]
    """What it changes: how, and the other edition."""
    changes_elsewhere: list[tuple[str, str]]
    """What it changes that the site lacks: how, and the name of the decree."""
    whole: Link | None
    """The decree of another agency that this is a part of."""
    parts: list[Link]
    """The parts of this decree for other agencies."""
    signatory: str | None
    jabatan: list[JabatanRow]
    amendment: Amendment | None
    is_alone: bool
    """Whether it amends a decree that the site lacks."""
    tree: list[Branch]
    """The positions under one another; empty where the decree does not say who is under whom."""
    charts: list[Chart]
    records: list[Fact]
    """The file it was copied from, and what registers of decrees and of public information say."""
    paper: Link | None
    """The copy to print and keep, where the site makes it."""
    citation: Citation
    share: Share | None
    actions: Actions
    corrected: Corrected | None


def dokumen(site: Site, entry: Entry[Dokumen]) -> DokumenView:
    """What the page of an edition shows."""
    see = Perspective(site, addresses.page(entry.key))
    document = entry.document
    title, about = see.readable(document.judul), see.readable(document.tentang)
    agency = see.instansi_name(entry.key)
    head = Head(
        "dokumen",
        f"{title}, {agency} {edition_name(entry.slug)}",
        see.w.dokumen.deskripsi.format(
            banyak=len(site.content.positions(entry.key)),
            instansi=agency,
            pemda=see.pemda_name(entry.key),
            edisi=edition_name(entry.slug),
        ),
        see.way(entry.key),
        see.filters(entry.key),
        is_lasting=see.is_lasting(entry.key),
    )
    citation = of_dokumen(see, entry)
    return DokumenView(
        head=head,
        dokumen=document,
        title=title,
        about=None if about.casefold() in title.casefold() else about,
        pemda=see.pemda_name(entry.key),
        origin=[
            each if each.href != "./" else Link(each.name, "") for each in see.origin(entry.key)
        ],
        badges=see.badges(document.jenis, entry),
        facts=[*_form(see, document), *see.facts(entry)],
        events=_events(see, entry),
        changes=_changes(see, entry),
        changes_elsewhere=list(_changes_elsewhere(document)),
        whole=_edition(see, entry, document.bagian_dari),
        parts=list(_parts(see, entry)),
        signatory=_signatory(document),
        jabatan=see.jabatan_rows(entry.key),
        amendment=_amendment(see, entry),
        is_alone=_is_alone(document),
        tree=_tree(see, entry),
        charts=_charts(see, entry),
        paper=Link(see.w.salinan.tautan, addresses.PAPER) if site.has_papers else None,
        records=list(records(see, entry)),
        citation=citation,
        share=share(head.title, citation),
        actions=actions(see, entry),
        corrected=corrected(see),
    )


def _amendment(see: Perspective, entry: Entry[Dokumen]) -> Amendment | None:
    base = see.content.editions(entry.key[:2]).inherited(entry.slug)
    change, own = entry.document.perubahan, see.content.jabatan(entry.key)
    if base is None or change is None or not (own or change.menghapus):
        return None
    key = (*entry.key[:2], base)
    before = see.content.whole(key)
    return Amendment(
        see.link(see.w.label.edisi_dalam_kalimat.format(edisi=edition_name(base)), key),
        [see.jabatan_row(each, entry.key) for each in own if each.slug in before],
        [see.jabatan_row(each, entry.key) for each in own if each.slug not in before],
        [see.link(see.title(before[slug]), before[slug].key) for slug in change.menghapus],
    )


def _is_alone(document: Dokumen) -> bool:
    change = document.perubahan
    return change is not None and change.atas_naskah is not None and not change.mencabut


def _changes_elsewhere(document: Dokumen) -> Iterator[tuple[str, str]]:
    change = document.perubahan
    if change and change.atas_naskah:
        yield "mencabut" if change.mencabut else change.jenis, change.atas_naskah


def _edition(see: Perspective, entry: Entry[Dokumen], reference: str | None) -> Link | None:
    key = tuple((reference or "").split("/"))
    if key == entry.key or key not in see.content.entries:
        return None
    return see.link(see.where(key), key)


def _parts(see: Perspective, entry: Entry[Dokumen]) -> Iterator[Link]:
    here = "/".join(entry.key)
    for each in see.content.all_dokumen():
        if each.document.bagian_dari == here:
            yield see.link(see.where(each.key), each.key)


def _form(see: Perspective, document: Dokumen) -> Iterator[Fact]:
    if document.naskah:
        yield Fact(see.w.fakta.naskah, document.naskah)
    if period := document.periode:
        yield Fact(see.w.fakta.periode, f"{period.mulai}–{period.akhir}")


def _tree(see: Perspective, entry: Entry[Dokumen]) -> list[Branch]:
    """Positions without a superior in this edition stand at the top, in the decree's order."""
    positions = [
        each for each in see.content.whole(entry.key).values() if each.document.is_position
    ]
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
    change = entry.document.perubahan
    key = (*entry.key[:2], (change and change.atas) or "")
    if change is None or key == entry.key or key not in see.content.entries:
        return []
    return [("mencabut" if change.mencabut else change.jenis, _edisi(see, key))]


def _events(see: Perspective, entry: Entry[Dokumen]) -> list[tuple[str, Link]]:
    """What later editions did to it; where none names it, that there is a newer one."""
    found: list[tuple[str, Link]] = []
    editions = see.content.editions(entry.key[:2])
    for other in see.content.dokumen(entry.key[:2]):
        theirs, link = other.document.perubahan, _edisi(see, other.key)
        if editions.revokes(other.slug, entry.slug):
            found.append(("dicabut_oleh", link))
        elif (
            theirs
            and editions.amended(other.slug) == entry.slug
            and not editions.is_draft(other.slug)
        ):
            found.append((f"{theirs.jenis}_oleh", link))
    newer = see.newer(entry)
    return found or ([("lebih_baru", newer)] if newer else [])


def _edisi(see: Perspective, key: Key) -> Link:
    return see.link(see.w.label.edisi_dalam_kalimat.format(edisi=edition_name(key[2])), key)


def _signatory(document: Dokumen) -> str | None:
    signed = document.penandatangan
    if signed is None:
        return None
    status = "" if signed.status == "definitif" else f"{signed.status} "
    return ", ".join(filter(None, (f"{status}{signed.jabatan}", signed.nama, signed.pangkat)))
