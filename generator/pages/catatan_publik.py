"""What registers say of a decree: its file, its place in the list of public information, and in the
national network of legal documents."""

from collections.abc import Iterator
from datetime import date

from generator.content import addresses
from generator.content.content import Entry
from generator.content.wording import long_date
from generator.model.documents import BerkasSumber, Dokumen
from generator.pages.parts import Fact, Perspective
from generator.theme.words import Words
from generator.values import web
from generator.values.fields import Model


def records(see: Perspective, entry: Entry[Dokumen]) -> Iterator[Fact]:
    """Every field that is filled, under the word of the same name; of the decree itself also why
    it is not there."""
    w, document = see.w, entry.document
    if document.mutu_sumber:
        yield Fact(w.catatan_publik.mutu_sumber, getattr(w.mutu, document.mutu_sumber))
    yield from _original(see, entry, document.berkas_sumber)
    if file := document.berkas_sumber:
        if file.halaman:
            yield Fact(w.catatan_publik.halaman, str(file.halaman))
        if file.sha256:
            yield Fact(w.catatan_publik.sidik, file.sha256, see.to(addresses.VERIFY))
    for each in (document.dip, document.jdih):
        if each:
            yield from _filled(w, each)


def _original(see: Perspective, entry: Entry[Dokumen], file: BerkasSumber | None) -> Iterator[Fact]:
    """Where the decree itself can be had: here, at the agency, or not at all."""
    if file and file.tanpa_nip:
        yield Fact(see.w.catatan_publik.salinan, addresses.ORIGINAL, see.original(entry.key))
    if file and file.url:
        yield Fact(see.w.catatan_publik.berkas, file.url, web.with_scheme(file.url))
    elif not (file and file.tanpa_nip):
        yield Fact(
            see.w.catatan_publik.berkas,
            (file and file.alasan_tidak_ada) or see.w.catatan_publik.tanpa_berkas,
        )


def _filled(w: Words, register: Model) -> Iterator[Fact]:
    for name in type(register).model_fields:
        value = getattr(register, name)
        if value is not None:
            shown = long_date(value) if isinstance(value, date) else str(value)
            yield Fact(getattr(w.catatan_publik, name), shown)
