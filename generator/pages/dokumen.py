"""The page of an edition: the decree and its positions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.content import addresses
from generator.content.content import Entry, Key
from generator.content.wording import KELOMPOK, edition_name
from generator.model.documents import Dokumen, EntriIstilah, Jabatan
from generator.pages import antaredisi
from generator.pages.bagikan import Share, share
from generator.pages.catatan_publik import records
from generator.pages.kutipan import Citation, of_dokumen
from generator.pages.parts import (
    Fact,
    Head,
    JabatanRow,
    Link,
    Perspective,
    Site,
    count_indikator,
    count_jabatan,
)
from generator.pages.peristiwa import Corrected, corrected
from generator.pages.usulan import Actions, actions


@dataclass(frozen=True)
class Branch:
    """A position, and those under it."""

    row: JabatanRow
    below: list["Branch"]


@dataclass(frozen=True)
class Structure:
    """The positions of a decree as one picture."""

    jabatan: int
    indikator: int
    groups: list[tuple[str, str, int]]
    """The groups that its positions are of: key, name, and how many."""
    branches: list[Branch]
    """Those who lead others, with all under them, and the head of the agency."""
    alone: list[JabatanRow]
    """Those whose superior the decree does not name, and who lead nobody."""
    own: list[JabatanRow]
    """The indicators of the agency itself."""


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
    comparison: Link | None
    """Where it is compared with its predecessor."""
    whole: Link | None
    """The decree of another agency that this is a part of."""
    parts: list[Link]
    """The parts of this decree for other agencies."""
    signatory: str | None
    structure: Structure
    amendment: Amendment | None
    is_alone: bool
    """Whether it amends a decree that the site lacks."""
    lacks_attachment: bool
    """Whether it says nothing of any position."""
    chart: Chart | None
    records: list[Fact]
    """The file it was copied from, and what registers of decrees and of public information say."""
    paper: Link | None
    """The copy to print and keep, where the site makes it."""
    citation: Citation
    share: Share | None
    actions: Actions
    corrected: Corrected | None
    abbreviations: list[EntriIstilah]
    """The abbreviations that stand in it."""
    laws: Link
    """Where other decrees stand that are based on the same laws."""


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
        comparison=antaredisi.whole(see, entry),
        whole=_edition(see, entry, document.bagian_dari),
        parts=list(_parts(see, entry)),
        signatory=_signatory(document),
        structure=_structure(see, entry),
        amendment=_amendment(see, entry),
        is_alone=_is_alone(document),
        lacks_attachment=not site.content.jabatan(entry.key),
        chart=_chart(see, entry),
        paper=Link(see.w.salinan.tautan, addresses.PAPER) if site.has_papers else None,
        records=list(records(see, entry)),
        citation=citation,
        share=share(head.title, citation),
        actions=actions(see, entry),
        corrected=corrected(see),
        abbreviations=site.terms_of(entry),
        laws=Link(see.w.dokumen.dasar_hukum, see.to(addresses.index("dasar-hukum"))),
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
    for each in see.site.parts.get("/".join(entry.key), []):
        yield see.link(see.where(each.key), each.key)


def _form(see: Perspective, document: Dokumen) -> Iterator[Fact]:
    if document.naskah:
        yield Fact(see.w.fakta.naskah, document.naskah)
    if period := document.periode:
        yield Fact(see.w.fakta.periode, f"{period.mulai}–{period.akhir}")


def _structure(see: Perspective, entry: Entry[Dokumen]) -> Structure:
    """Everything that holds with this decree, in its order. Whoever has a superior that it does not
    hold stands at the top too."""
    whole = list(see.content.whole(entry.key).values())
    under = _under(whole)
    top = under.get(None, [])
    leading = [each for each in top if _leads(each, under)]
    alone = [each for each in top if each.document.is_position and each not in leading]
    own = [each for each in top if not each.document.is_position and each not in leading]
    return Structure(
        count_jabatan(whole),
        count_indikator(whole),
        _groups(see, whole),
        [_branch(see, entry.key, each, under) for each in leading],
        [see.jabatan_row(each, entry.key) for each in alone],
        [see.jabatan_row(each, entry.key) for each in own],
    )


_Under = dict[str | None, list[Entry[Jabatan]]]
"""Positions by the slug of their superior."""


def _under(positions: list[Entry[Jabatan]]) -> _Under:
    listed = {each.slug for each in positions}
    under: _Under = {}
    for each in positions:
        above = each.document.atasan
        under.setdefault(above if above in listed else None, []).append(each)
    return under


def _leads(entry: Entry[Jabatan], under: _Under) -> bool:
    """The superior of a head of agency is never in its decree."""
    return entry.slug in under or entry.document.kelompok == "jpt"


def _branch(see: Perspective, dokumen: Key, entry: Entry[Jabatan], under: _Under) -> Branch:
    below = [_branch(see, dokumen, one, under) for one in under.get(entry.slug, [])]
    row = see.jabatan_row(entry, dokumen)
    if not entry.document.is_position:
        # Whoever leads is called by the printed name, also where the page is that of the agency.
        row = replace(row, link=replace(row.link, name=see.readable(entry.document.nama)))
    return Branch(row, below)


def _groups(see: Perspective, whole: list[Entry[Jabatan]]) -> list[tuple[str, str, int]]:
    """From the highest on; at the end those of whom the decree does not tell it."""
    told = (each.document for each in whole if each.document.is_position or each.document.kelompok)
    counts: Counter[str] = Counter(each.kelompok or "" for each in told)
    names = {**KELOMPOK, "": see.w.dokumen.tanpa_kelompok}
    if counts.keys() <= {""}:
        return []
    return [(key, name, counts[key]) for key, name in names.items() if counts[key]]


def _chart(see: Perspective, entry: Entry[Dokumen]) -> Chart | None:
    """How the indicators of a decree are calculated, at a glance."""
    kinds = Counter(
        each.rumus.label
        for one in see.content.jabatan(entry.key)
        for each in one.document.all_indikator()
        if each.rumus
    )
    return Chart(see.w.dokumen.menurut_cara, _bars(kinds)) if len(kinds) > 1 else None


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
