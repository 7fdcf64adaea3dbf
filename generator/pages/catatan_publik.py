"""What registers say of a decree: its file, its place in the list of public information, and in the
national network of legal documents."""

from collections.abc import Iterator
from datetime import date

from generator.content.wording import long_date
from generator.model.documents import Dokumen
from generator.pages.parts import Fact
from generator.theme.words import Words
from generator.values import web
from generator.values.fields import Model


def records(w: Words, document: Dokumen) -> Iterator[Fact]:
    """Every field that is filled, under the word of the same name."""
    if document.mutu_sumber:
        yield Fact(w.catatan_publik.mutu_sumber, getattr(w.mutu, document.mutu_sumber))
    if file := document.berkas_sumber:
        if file.url:
            yield Fact(w.catatan_publik.berkas, file.url, web.with_scheme(file.url))
        if file.halaman:
            yield Fact(w.catatan_publik.halaman, str(file.halaman))
        if file.sha256:
            yield Fact(w.catatan_publik.sidik, file.sha256)
    for each in (document.dip, document.jdih):
        if each:
            yield from _filled(w, each)


def _filled(w: Words, register: Model) -> Iterator[Fact]:
    for name in type(register).model_fields:
        value = getattr(register, name)
        if value is not None:
            shown = long_date(value) if isinstance(value, date) else str(value)
            yield Fact(getattr(w.catatan_publik, name), shown)
