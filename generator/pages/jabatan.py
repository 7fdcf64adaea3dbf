"""The page of a position: the product."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.content import addresses
from generator.content.content import Entry
from generator.content.wording import as_many
from generator.model.documents import Dokumen, EntriIstilah, Jabatan
from generator.pages.alamat import OldAnchor, old_anchors
from generator.pages.bagikan import Share, share
from generator.pages.kartu import SasaranView, goals
from generator.pages.kutipan import Citation, of_jabatan
from generator.pages.parts import Fact, Head, Link, Perspective, PrintedList, Site
from generator.pages.peristiwa import Corrected, corrected
from generator.pages.tabel import Table, tables
from generator.pages.usulan import Actions, actions

DESCRIPTION = 200
"""Characters of a description; search engines show no more."""


@dataclass(frozen=True)
class Relations:
    """Other pages that a position has to do with."""

    atasan: Link | None
    other_editions: list[tuple[Link, Link | None]]
    """The same position in other editions, and where the two are compared."""
    same_kind: Link | None
    """The same kind of position in other agencies."""
    events: list[tuple[str, Link]]
    """What later editions did to this position."""
    rest: Link | None
    """Where the rest stands, if only a part is amended here."""
    before: Link | None
    after: Link | None


@dataclass(frozen=True)
class JabatanView:
    head: Head
    jabatan: Jabatan
    title: str
    printed_name: str | None
    """The printed name, where it reads differently."""
    year: str
    origin: list[Link]
    """The instansi and the pemda it belongs to."""
    badges: list[str]
    pejabat: str | None
    facts: list[Fact]
    tujuan: list[str]
    """Those without indicators of their own."""
    tugas: PrintedList
    fungsi: PrintedList
    sasaran: list[SasaranView]
    tables: list[Table]
    citation: Citation
    share: Share | None
    actions: Actions
    relations: Relations
    abbreviations: list[EntriIstilah]
    """The abbreviations that stand on the page."""
    old_anchors: list[OldAnchor]
    """Indicators that left the page."""
    corrected: Corrected | None


def jabatan(site: Site, entry: Entry[Jabatan]) -> JabatanView:
    """What the page of a position shows."""
    see = Perspective(site, addresses.page(entry.key))
    document, dokumen = entry.document, site.content.dokumen_of(entry)
    title, citation = see.title(entry), of_jabatan(see, entry)
    head = _head(see, entry, title)
    return JabatanView(
        head=head,
        jabatan=document,
        title=title,
        printed_name=_printed_name(see, document),
        year=entry.key[2][:4],
        origin=see.origin(entry.key),
        badges=see.badges(document.jenis, dokumen),
        pejabat=document.pejabat.nama if document.pejabat else None,
        facts=[
            Fact(
                see.w.fakta.dokumen,
                see.readable(dokumen.document.judul),
                see.link("", dokumen.key).href,
            ),
            *see.facts(dokumen),
            *_sheet(see, dokumen, document.halaman),
        ],
        tujuan=[each.uraian for each in document.tujuan if not each.indikator],
        tugas=PrintedList(document.tugas, document.penomoran.tugas),
        fungsi=PrintedList(document.fungsi, document.penomoran.fungsi),
        sasaran=list(goals(see, entry)),
        tables=list(tables(document)),
        citation=citation,
        share=share(head.title, citation),
        actions=actions(see, entry),
        relations=_relations(see, entry),
        abbreviations=site.terms_of(entry),
        old_anchors=old_anchors(see),
        corrected=corrected(see),
    )


def _sheet(see: Perspective, dokumen: Entry[Dokumen], number: int | None) -> Iterator[Fact]:
    if number:
        yield Fact(see.w.fakta.halaman, str(number), see.sheet(dokumen, number))


def _relations(see: Perspective, entry: Entry[Jabatan]) -> Relations:
    def link(other: Entry[Jabatan] | None) -> Link | None:
        return see.link(see.title(other), other.key) if other else None

    before, after = see.content.neighbours(entry)
    return Relations(
        atasan=_superior(see, entry),
        other_editions=list(_other_editions(see, entry)),
        same_kind=_same_kind(see, entry),
        events=list(_events(see, entry)),
        rest=_rest(see, entry),
        before=link(before),
        after=link(after),
    )


def _printed_name(see: Perspective, document: Jabatan) -> str | None:
    is_same = document.is_position and see.readable(document.nama) == document.nama
    return None if is_same else document.nama


def _superior(see: Perspective, entry: Entry[Jabatan]) -> Link | None:
    """By its printed name, also where its page is that of the agency's own indicators."""
    above = see.content.superior(entry)
    if above is None:
        return None
    name = see.title(above) if above.document.is_position else see.readable(above.document.nama)
    return see.link(name, above.key)


def _head(see: Perspective, entry: Entry[Jabatan], title: str) -> Head:
    agency = see.instansi_name(entry.key)
    indicators = entry.document.all_indikator()
    told = see.w.jabatan.deskripsi if entry.document.is_position else see.w.jabatan.deskripsi_iku
    start = told.format(
        jabatan=_title_and_agency(title, agency),
        pemda=see.pemda_name(entry.key),
        edisi=entry.key[2],
    )
    description = as_many([start, *(each.nama for each in indicators)], DESCRIPTION)
    filters = see.filters(entry.key)
    filters["rumus"] = sorted({each.rumus.jenis for each in indicators if each.rumus})
    if entry.document.kelompok:
        filters["kelompok"] = [entry.document.kelompok]
    return Head(
        "jabatan",
        f"{_title_and_agency(title, agency)} {entry.key[2]}",
        description,
        see.way(entry.key),
        filters,
        bool(old_anchors(see)),
        see.is_lasting(entry.key),
    )


def _other_editions(see: Perspective, entry: Entry[Jabatan]) -> Iterator[tuple[Link, Link | None]]:
    """Each is linked; that with which the position is compared, to the comparison too."""
    for edition in see.content.dokumen(entry.key[:2]):
        other = see.content.entries.get((*edition.key, entry.slug))
        if other is None or other is entry:
            continue
        other = cast(Entry[Jabatan], other)
        yield (
            see.link(see.w.label.edisi.format(edisi=edition.slug), other.key),
            _comparison(see, entry, other) or _comparison(see, other, entry),
        )


def _comparison(see: Perspective, new: Entry[Jabatan], old: Entry[Jabatan]) -> Link | None:
    if see.content.before(new) is not old:
        return None
    return Link(see.w.lainnya.bandingkan, see.to(addresses.editions(new.key, old.key[2])))


def _same_kind(see: Perspective, entry: Entry[Jabatan]) -> Link | None:
    slug = see.site.kind_of(entry)
    if slug not in see.site.kinds:
        return None
    here = (*entry.key[:2], entry.slug)
    address = see.site.kind_addresses.get(here, addresses.kind(slug))
    return Link(see.site.kinds[slug].name, see.to(address))


def _events(see: Perspective, entry: Entry[Jabatan]) -> Iterator[tuple[str, Link]]:
    """What later editions did to this position, and where that is read; where none names it, that
    there is a newer one."""
    instansi, slug = entry.key[:2], entry.key[2]
    editions = see.content.editions(instansi)
    having = {
        each: (*instansi, each, entry.slug) in see.content.entries for each in editions.documents
    }
    seen = set()
    for event in editions.events(slug, entry.slug, having):
        if event.kind not in seen:
            seen.add(event.kind)
            there = (*instansi, event.edition, *([entry.slug] if having[event.edition] else []))
            name = see.w.label.edisi_dalam_kalimat.format(edisi=event.edition)
            yield event.kind, see.link(name, there)
    newer = None if seen else see.newer(see.content.dokumen_of(entry), entry.slug)
    if newer:
        yield "lebih_baru", newer


def _rest(see: Perspective, entry: Entry[Jabatan]) -> Link | None:
    """Where the rest of a position stands of which only a part is amended."""
    if not entry.document.sebagian:
        return None
    for key in see.content.chain(entry.key[:3])[1:]:
        if (*key, entry.slug) in see.content.entries:
            name = see.w.label.edisi_dalam_kalimat.format(edisi=key[2])
            return see.link(name, (*key, entry.slug))
    return None


def _title_and_agency(title: str, agency: str) -> str:
    """The name of an agency once, where the position is called by it."""
    return title if agency.casefold() in title.casefold() else f"{title}, {agency}"
