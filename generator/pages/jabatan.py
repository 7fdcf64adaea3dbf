"""The page of a position: the product."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.content import addresses
from generator.content.content import Entry
from generator.content.wording import as_many, edition_name
from generator.model.documents import Butir, Dokumen, EntriIstilah, Jabatan
from generator.pages.alamat import OldAnchor, old_anchors
from generator.pages.bagikan import Share, share
from generator.pages.kartu import Note, SasaranView, goals, with_notes_once
from generator.pages.kutipan import Citation, of_jabatan
from generator.pages.lipatan import LINE, FoldedList, folded
from generator.pages.parts import Fact, Head, Link, Perspective, Site, count_indikator
from generator.pages.peristiwa import Corrected, corrected
from generator.pages.tabel import Table, tables
from generator.pages.usulan import Actions, actions

DESCRIPTION = 200
"""Characters of a description; search engines show no more."""


@dataclass(frozen=True)
class Relations:
    """Other pages that a position has to do with."""

    atasan: Link | None
    bawahan: list[Link]
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
    heading: str
    title: str
    """What lists call it: the heading, and of the indicators of an agency whose they are."""
    printed_name: str | None
    """The printed name, where not only its case is another."""
    origin: list[Link]
    """The instansi and the edition it belongs to."""
    pemda: str
    state: str
    """What is known of the force of the edition."""
    is_in_doubt: bool
    """Whether that is to be known first: of a draft, and of what was changed or revoked."""
    place: str
    """The position and where it belongs, for who comes to one of its indicators."""
    pejabat: str | None
    decree: list[Fact]
    """The decree and its number, its date, and where in it this stands."""
    lists: dict[str, FoldedList]
    """The aims that have no indicators, the duties and the functions, by their anchors."""
    chips: list[tuple[Link, int]]
    """The parts of the page, with how much each has."""
    notes: list[Note]
    """Notes of the transcriber that several indicators share."""
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
    heading = title if document.is_position else see.w.jabatan.iku_saja
    printed_name = _printed_name(see, entry, title)
    lists = _lists(document, _taken(document, heading, printed_name))
    notes, sasaran = with_notes_once(list(goals(see, entry)))
    relations, printed = _relations(see, entry), list(tables(document))
    return JabatanView(
        head=head,
        jabatan=document,
        heading=heading,
        title=title,
        printed_name=printed_name,
        pemda=see.pemda_name(entry.key),
        origin=see.origin(entry.key),
        state=see.state(dokumen),
        is_in_doubt=bool(see.badge(dokumen)),
        place=f"{heading} · {see.where(entry.key)}",
        pejabat=document.pejabat.nama if document.pejabat else None,
        decree=list(_decree(see, entry, dokumen)),
        lists=lists,
        chips=list(_chips(see, entry, lists, relations, bool(printed))),
        notes=notes,
        sasaran=sasaran,
        tables=printed,
        citation=citation,
        share=share(head.title, citation),
        actions=actions(see, entry),
        relations=relations,
        abbreviations=site.terms_of(entry),
        old_anchors=old_anchors(see),
        corrected=corrected(see),
    )


SHORT = 40
"""Characters of a name that take two lines of a phone."""


def _taken(document: Jabatan, heading: str, printed_name: str | None) -> int:
    """What the head of the page takes of the room for lists, beyond the usual."""
    notes = [each for each in (document.catatan, document.keterangan) if each]
    return max(0, 2 * (len(heading) - SHORT)) + LINE * len(notes) + len(printed_name or "")


def _lists(document: Jabatan, taken: int) -> dict[str, FoldedList]:
    aims: list[Butir] = [each.uraian for each in document.tujuan if not each.indikator]
    marks = document.penomoran
    return folded(
        {
            "tujuan": (aims, "tanpa"),
            "tugas": (document.tugas, marks.tugas),
            "fungsi": (document.fungsi, marks.fungsi),
        },
        taken,
    )


def _chips(
    see: Perspective,
    entry: Entry[Jabatan],
    lists: dict[str, FoldedList],
    relations: Relations,
    has_tables: bool,
) -> Iterator[tuple[Link, int]]:
    for name, each in lists.items():
        yield Link(getattr(see.w.label, name), f"#_{name}"), each.count
    yield Link(see.w.label.indikator, "#_indikator"), count_indikator([entry])
    if has_tables:
        yield Link(see.w.tabel.singkat, "#_tabel"), 0
    if relations.bawahan:
        yield Link(see.w.jabatan.bawahan, "#_bawahan"), len(relations.bawahan)


def _decree(see: Perspective, entry: Entry[Jabatan], dokumen: Entry[Dokumen]) -> Iterator[Fact]:
    """By the form of the decree: its title often names the agency once more."""
    document = dokumen.document
    facts = see.facts(dokumen)
    number = [each for each in facts if each.label == see.w.fakta.nomor]
    name = document.naskah or see.readable(document.judul)
    named = [name, *(f"{each.label} {each.value}" for each in number)]
    yield Fact("", " ".join(named), see.link("", dokumen.key).href)
    for fact in facts[len(number) : -1]:
        is_plain = fact.label != see.w.fakta.mulai_berlaku
        yield Fact("", fact.value) if is_plain else fact
    if sheet := entry.document.halaman:
        yield Fact(see.w.fakta.halaman, str(sheet), see.sheet(dokumen, sheet))
    if document.berkas_sumber and document.berkas_sumber.tanpa_nip:
        yield Fact("", see.w.fakta.naskah_asli, see.original(dokumen.key))


def _relations(see: Perspective, entry: Entry[Jabatan]) -> Relations:
    def link(other: Entry[Jabatan] | None) -> Link | None:
        return see.link(see.title(other), other.key) if other else None

    before, after = see.content.neighbours(entry)
    return Relations(
        atasan=_superior(see, entry),
        bawahan=[see.link(see.title(each), each.key) for each in see.content.subordinates(entry)],
        other_editions=list(_other_editions(see, entry)),
        same_kind=_same_kind(see, entry),
        events=list(_events(see, entry)),
        rest=_rest(see, entry),
        before=link(before),
        after=link(after),
    )


def _printed_name(see: Perspective, entry: Entry[Jabatan], title: str) -> str | None:
    """None where only its case is another; the printed table has it as it stands."""
    name = entry.document.nama
    is_position = entry.document.is_position
    shown = {see.readable(name) if is_position else title, see.instansi_name(entry.key)}
    return None if name.casefold() in {each.casefold() for each in shown} else name


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
        edisi=edition_name(entry.key[2]),
    )
    description = as_many([start, *(each.nama for each in indicators)], DESCRIPTION)
    filters = see.filters(entry.key)
    filters["rumus"] = sorted({each.rumus.jenis for each in indicators if each.rumus})
    if entry.document.kelompok:
        filters["kelompok"] = [entry.document.kelompok]
    return Head(
        "jabatan",
        f"{_title_and_agency(title, agency)} {edition_name(entry.key[2])}",
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
            see.link(see.w.label.edisi.format(edisi=edition_name(edition.slug)), other.key),
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
    return Link(see.site.kinds[slug].compared(see.w), see.to(address))


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
            name = see.w.label.edisi_dalam_kalimat.format(edisi=edition_name(event.edition))
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
            name = see.w.label.edisi_dalam_kalimat.format(edisi=edition_name(key[2]))
            return see.link(name, (*key, entry.slug))
    return None


def _title_and_agency(title: str, agency: str) -> str:
    """The name of an agency once, where the position is called by it."""
    return title if agency.casefold() in title.casefold() else f"{title}, {agency}"
