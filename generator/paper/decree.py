"""The copy of a decree, in the order of a decree and its annex."""

import io
from collections.abc import Iterator
from datetime import date
from itertools import chain, groupby, islice

import segno

from generator.content import addresses
from generator.content.content import Entry
from generator.content.wording import long_date
from generator.model.documents import Diktum, Dokumen, Jabatan
from generator.model.tables import printed
from generator.pages.dokumen import dokumen
from generator.pages.kartu import goals
from generator.pages.parts import Perspective, Site
from generator.pages.tabel import tables
from generator.paper import formulas, rest, sheets
from generator.paper.blocks import (
    Block,
    Copy,
    Facts,
    Heading,
    List,
    Paragraph,
    Sheets,
    Signature,
    Table,
    printed_list,
)
from generator.paper.tables import table


def copy(site: Site, entry: Entry[Dokumen]) -> Copy:
    """All that the copy of a decree says."""
    see = Perspective(site, addresses.page(entry.key))
    document, w = entry.document, see.w
    agency, pemda = see.instansi_name(entry.key), see.pemda_name(entry.key)
    address = f"{site.url}{see.here}" if site.url else ""
    day = _day(entry)
    return Copy(
        title=f"{see.readable(document.judul)}, {agency} {entry.slug}",
        author=f"{agency}, {pemda}",
        date=(day.year, day.month, day.day),
        banner=(w.salinan.tidak_resmi, w.salinan.penjelasan),
        above=list(_above(see, entry)),
        heading=document.judul,
        below=list(_below(see, document)),
        running=f"{agency}, {pemda}, {entry.slug}",
        address=address,
        code=_code(address) if address else "",
        words=vars(w.salinan),
        first=list(_first(see, entry)),
        body=list(_body(see, entry)),
        has_contents=len(see.content.jabatan(entry.key)) > FEW,
        annex=list(_annex(see, entry)),
    )


FEW = 3
"""Positions that are found without a list of them."""


def _day(entry: Entry[Dokumen]) -> date:
    """Of the decree; of the look at it; or the first of its year."""
    document = entry.document
    return document.tanggal_ditetapkan or document.diperiksa or date(int(entry.slug[:4]), 1, 1)


def _code(address: str) -> str:
    made = io.BytesIO()
    segno.make_qr(address, error="m").save(made, kind="svg", border=0, xmldecl=False)
    return made.getvalue().decode()


def _above(see: Perspective, entry: Entry[Dokumen]) -> Iterator[str]:
    yield see.pemda_name(entry.key).upper()
    if see.instansi_name(entry.key).casefold() not in entry.document.judul.casefold():
        yield see.instansi_name(entry.key).upper()


def _below(see: Perspective, document: Dokumen) -> Iterator[str]:
    if document.nomor:
        yield see.w.salinan.nomor.format(nomor=document.nomor)
    if document.tentang.casefold() not in document.judul.casefold():
        yield see.w.salinan.tentang
        yield document.tentang


def _first(see: Perspective, entry: Entry[Dokumen]) -> Iterator[Block]:
    view = dokumen(see.site, entry)
    rows = [(each.label, each.value) for each in (*view.facts, *view.records)]
    yield Facts([(label, [Paragraph(value)]) for label, value in rows])
    told = [(way, link.name) for way, link in view.changes]
    for way, name in (*told, *view.changes_elsewhere):
        yield Paragraph(getattr(see.w.dokumen.perubahan, way).format(tautan=name))
    if view.whole:
        yield Paragraph(see.w.dokumen.bagian_dari.format(tautan=view.whole.name))
    for part in view.parts:
        yield Paragraph(see.w.dokumen.memuat_juga.format(tautan=part.name))
    yield from map(Paragraph, _shares(see, entry.document))
    if entry.document.catatan:
        yield Paragraph(entry.document.catatan, see.w.catatan.awal, is_quiet=True)


def _shares(see: Perspective, document: Dokumen) -> Iterator[str]:
    """How the decree works out the shares of targets that were reached."""
    how, w = document.rumus_capaian, see.w
    if how:
        for way in filter(None, (how.maksimum, how.minimum)):
            yield w.capaian.cara.format(cara=way)
        if how.batas:
            yield w.capaian.batas.format(batas=how.batas)


def _body(see: Perspective, entry: Entry[Dokumen]) -> Iterator[Block]:
    document, w = entry.document, see.w
    yield from _aims(see, document)
    if document.menimbang:
        yield Heading(2, w.dokumen.menimbang)
        yield printed_list(document.menimbang, "huruf")
    if document.mengingat:
        yield Heading(2, w.dokumen.mengingat)
        yield printed_list(document.mengingat, "angka")
    if document.diktum:
        yield Heading(2, w.dokumen.memutuskan)
        yield Facts([(each.nama, list(_point(each))) for each in document.diktum])
    if document.penandatangan:
        yield Signature(list(_signature(see, document)))


def _aims(see: Perspective, document: Dokumen) -> Iterator[Block]:
    w = see.w
    for name, text in (
        (w.dokumen.visi, document.visi),
        (w.dokumen.misi, document.misi),
        (w.label.tujuan, document.tujuan),
    ):
        if text:
            yield Heading(2, name)
            yield Paragraph(text)


def _point(point: Diktum) -> Iterator[Block]:
    yield Paragraph(point.isi)
    if point.butir:
        yield printed_list(point.butir, "huruf")


def _signature(see: Perspective, document: Dokumen) -> Iterator[str]:
    w, signed = see.w, document.penandatangan
    assert signed is not None
    if document.tempat_ditetapkan:
        yield w.salinan.ditetapkan_di.format(tempat=document.tempat_ditetapkan)
    if document.tanggal_ditetapkan:
        yield w.salinan.pada_tanggal.format(tanggal=long_date(document.tanggal_ditetapkan))
    status = "" if signed.status == "definitif" else f"{signed.status} "
    yield f"{status}{signed.jabatan}"
    yield from filter(None, (signed.nama, signed.pangkat))


def _annex(see: Perspective, entry: Entry[Dokumen]) -> Iterator[Sheets]:
    """The positions, each with its tables on sheets that lie the same way."""
    first, *others = [list(_position(see, each)) for each in see.content.jabatan(entry.key)] or [[]]
    for is_wide, parts in groupby([[*_lead(see, entry), *first], *others], _is_wide):
        yield Sheets(is_wide, list(chain.from_iterable(parts)))


def _is_wide(blocks: list[Block]) -> bool:
    return any(isinstance(each, Table) and each.is_wide for each in blocks)


def _lead(see: Perspective, entry: Entry[Dokumen]) -> Iterator[Block]:
    view = dokumen(see.site, entry)
    if view.amendment:
        yield Paragraph(see.w.dokumen.mewarisi.format(tautan=view.amendment.base.name))
        if view.amendment.removed:
            yield Paragraph(see.w.dokumen.dihapus)
            yield List("strip", [[Paragraph(each.name)] for each in view.amendment.removed])
    elif view.is_alone:
        yield Paragraph(see.w.dokumen.tanpa_naskah_semula)
    elif view.lacks_attachment:
        yield Paragraph(see.w.dokumen.tanpa_lampiran)


def _position(see: Perspective, entry: Entry[Jabatan]) -> Iterator[Block]:
    document, w = entry.document, see.w
    yield Heading(2, document.nama if document.is_position else see.title(entry))
    yield from _identity(see, entry)
    for title, items, marks in (
        (w.label.tugas, document.tugas, document.penomoran.tugas),
        (w.label.fungsi, document.fungsi, document.penomoran.fungsi),
    ):
        if items:
            yield Heading(3, title)
            yield printed_list(items, marks)
    yield Heading(3, w.label.indikator)
    yield from _indicators(see, entry)
    yield from _notes(see, document)


def _identity(see: Perspective, entry: Entry[Jabatan]) -> Iterator[Block]:
    for each in _told(see, entry):
        yield Paragraph(each, is_sticky=True)
    for aim in entry.document.tujuan:
        if not aim.indikator:
            yield Paragraph(aim.uraian, f"{see.w.label.tujuan}:")


def _told(see: Perspective, entry: Entry[Jabatan]) -> Iterator[str]:
    """Which position it is, of what unit, under whom, and held by whom where that is shown."""
    document, w = entry.document, see.w
    if not document.is_position:
        yield document.nama
    if document.pembeda:
        yield document.pembeda
    if superior := see.content.superior(entry):
        yield w.jabatan.atasan.format(tautan=see.title(superior))
    if document.unit_kerja:
        yield w.jabatan.unit_kerja.format(nama=document.unit_kerja)
    if document.pejabat:
        yield w.jabatan.pejabat.format(nama=document.pejabat.nama)


def _indicators(see: Perspective, entry: Entry[Jabatan]) -> Iterator[Block]:
    """Each printed table, and what it has no column for; without a table all of it as sheets."""
    laid_out, views = tables(entry.document), goals(see, rest.unprinted(entry))
    for each in printed(entry.document):
        own = list(islice(views, sum(bool(group.indikator) for group in each.groups)))
        if each.headings:
            yield table(see.w, next(laid_out))
            for goal in own:
                left = rest.without_formulas(goal, each)
                yield from sheets.rest(see.w, left, rest.names_are_printed(each))
        else:
            for goal in own:
                yield from sheets.sheets(see.w, goal)


def _notes(see: Perspective, document: Jabatan) -> Iterator[Block]:
    w = see.w
    if document.keterangan:
        yield Paragraph(document.keterangan, w.keterangan.awal)
    if document.catatan:
        yield Paragraph(document.catatan, w.catatan.awal, is_quiet=True)
    for each in document.all_indikator():
        if each.catatan:
            yield Paragraph(f"{each.nama}: {each.catatan}", w.catatan.awal, is_quiet=True)
        for line in each.lines():
            if line.rumus:
                yield from formulas.notes(w, line.nama, line.rumus)
