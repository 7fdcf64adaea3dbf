"""Nothing that is accepted vanishes: the example uses every field, and each shows somewhere."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from conftest import edits, inside, with_value
from jinja2 import UndefinedError

from generator.build import publishing
from generator.content.content import Content, Entry
from generator.content.public import public
from generator.files import File
from generator.formula.kinds.kind import Kind
from generator.model.columns import Kolom
from generator.model.documents import Document, Indikator, Peristiwa, Sasaran
from generator.pages import registry, rendering
from generator.settings import Settings
from generator.theme.templates import environment
from generator.values.fields import Model

HIDDEN = {
    "Jabatan.pejabat": "hidden unless the agency decides otherwise",
    "Pejabat.nama": "hidden unless the agency decides otherwise",
    "Pejabat.status": "hidden unless the agency decides otherwise",
    "Ungkapan.ungkapan": "another expression needs another tree",
    "BerkasSumber.tanpa_nip": "the file itself must lie beside it",
    "Riwayat.komit": "with what a publication is compared",
    "Format.versi_format": "how the files are written, not what they say",
}
"""Fields that need not show, and why."""
OF_HISTORY = {
    "Riwayat.riwayat",
    *(f"Peristiwa.{name}" for name in Peristiwa.model_fields),
}
"""Fields of what was changed after it was published."""
NO_COLUMN = {
    "id": "an address",
    "nama": "the column of the indicators",
    "uraian": "the column of the goals",
    "rincian": "rows",
    "bagian": "a row across the table",
    "judul_kolom": "the headings",
    "lainnya": "cells under their own headings",
    "sumber_data_gabung": "how far a cell reaches",
    "atas": "ours",
    "halaman": "ours",
    "catatan": "ours",
}
"""Fields of goals and indicators that stand in the printed table otherwise, or not in it."""


def _models(annotation: Any, found: set[type[Model]]) -> set[type[Model]]:
    """Every model that something may hold, down to the last."""
    if isinstance(annotation, type) and issubclass(annotation, Model) and annotation not in found:
        found.add(annotation)
        for field in annotation.model_fields.values():
            _models(field.annotation, found)
    for each in get_args(annotation):
        _models(each, found)
    return found


def _name(model: type[Model], field: str) -> str:
    """What all formulas share has one name."""
    owner = Kind if issubclass(model, Kind) and field in Kind.model_fields else model
    return f"{owner.__name__}.{field}"


FIELDS = {_name(model, field) for model in _models(Document, set()) for field in model.model_fields}


def _fields(document: Model, way: tuple[Any, ...]) -> Iterator[str]:
    """The fields on the way down to a value."""
    here: Any = document
    for step in way:
        if isinstance(here, Model):
            yield _name(type(here), step)
        here = getattr(here, step) if isinstance(here, Model) else here[step]


def _is_set(document: Model, way: tuple[Any, ...]) -> bool:
    """Whether a value is written in the file."""
    here: Any = document
    for step in way:
        if isinstance(here, Model) and step not in here.model_fields_set:
            return False
        here = getattr(here, step) if isinstance(here, Model) else here[step]
    return True


def _removals(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Each way to a field that need not be there, with the whole without it."""
    if isinstance(value, Model):
        for name in value.model_fields_set:
            field = type(value).model_fields[name]
            if not field.is_required():
                yield (*way, name), with_value(value, name, field.default)
    for step, inner in inside(value):
        for below, edited in _removals(inner, (*way, step)):
            yield below, with_value(value, step, edited)


def _choices(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Each way to a choice, with the whole in which another was made."""
    if isinstance(value, Model):
        for name in value.model_fields_set:
            for choice in _others(type(value).model_fields[name].annotation, getattr(value, name)):
                yield (*way, name), with_value(value, name, choice)
    for step, inner in inside(value):
        for below, edited in _choices(inner, (*way, step)):
            yield below, with_value(value, step, edited)


def _others(annotation: Any, chosen: Any) -> list[Any]:
    choices = [each for each in (annotation, *get_args(annotation)) if get_origin(each) is Literal]
    return [other for each in choices for other in get_args(each) if other != chosen]


class _Site:
    """The pages of some content."""

    def __init__(self, settings: Settings):
        self._settings = settings
        self._templates = environment(settings.theme)

    def page(self, content: Content, entry: Entry[Any]) -> str:
        """The page of one document."""
        site = registry.site_of(public(content, self._settings.iki), self._settings)
        view = registry.OF_DOCUMENTS[len(entry.key)](site, site.content.entries[entry.key])
        return self._templates.get_template(f"pages/{view.head.kind}.md.jinja").render(v=view)

    def whole(self, content: Content) -> Iterator[File]:
        """Every file; a sheet, which takes long, says what a CSV file says."""
        made = rendering.render(content, self._settings)
        return (each for each in made if not each.address.endswith(".xlsx"))

    def differs(self, content: Content, whole: list[File]) -> bool:
        """Whether some file is another; the first tells."""
        both = zip_longest(self.whole(content), whole)
        return any(not (made and known and _is_same(made, known)) for made, known in both)


def _is_same(one: File, other: File) -> bool:
    return (one.address, one.data) == (other.address, other.data)


def _shows(
    site: _Site, content: Content, changed: Entry[Any], before: str, whole: list[File]
) -> bool:
    """Whether its own page, or some file, is another."""
    if content.istilah and changed.key == content.istilah.key:
        return site.differs(replace(content, istilah=changed), whole)
    other = replace(content, entries={**content.entries, changed.key: changed})
    return site.page(other, changed) != before or site.differs(other, whole)


def _variants(document: Model) -> Iterator[tuple[tuple[Any, ...], Any]]:
    yield from edits(document)
    yield from _removals(document)
    yield from _choices(document)


@pytest.mark.long
def test_the_example_uses_every_field_and_each_is_shown(settings: Settings) -> None:
    """Whatever single value is edited, some page is another."""
    content = publishing.check(settings).content
    site = _Site(settings)
    whole = list(site.whole(content))
    shown: set[str] = set()
    for entry in content.documents():
        before = "" if entry is content.istilah else site.page(content, entry)
        for way, document in _variants(entry.document):
            names = set(_fields(entry.document, way))
            if not _is_set(entry.document, way) or names <= shown:
                continue
            changed = replace(entry, document=document)
            # An edit may leave a document that no file could hold; it shows nothing.
            with contextlib.suppress(Exception):
                shown |= names if _shows(site, content, changed, before, whole) else set()
    assert sorted(FIELDS - shown - HIDDEN.keys() - OF_HISTORY) == []
    assert sorted(shown & HIDDEN.keys()) == []


@pytest.mark.long
def test_the_example_has_every_field_of_the_history_and_each_is_shown(
    settings: Settings, history: Path
) -> None:
    """Whatever of an event is edited, some page is another."""
    content = publishing.check(settings).content
    site = _Site(settings)
    whole = list(site.whole(content))
    shown: set[str] = set()
    events = content.history.events
    for number, event in enumerate(events):
        for way, edited in _variants(event):
            names = {"Riwayat.riwayat", *_fields(event, way)}
            if way[0] != "alamat" and _is_set(event, way) and not names <= shown:
                others = (*events[:number], edited, *events[number + 1 :])
                past = replace(content.history, events=others)
                with contextlib.suppress(UndefinedError):
                    other = replace(content, history=past)
                    shown |= names if site.differs(other, whole) else set()
    assert OF_HISTORY - shown == {"Peristiwa.alamat"}, "which names the page that it stands on"


def test_every_field_of_a_table_has_a_column() -> None:
    """Whatever decrees print beside an indicator stands in the printed table too."""
    fields = {*Indikator.model_fields, *Sasaran.model_fields}
    assert sorted(fields - set(Kolom) - NO_COLUMN.keys()) == []
    assert sorted(NO_COLUMN.keys() & set(Kolom)) == []
