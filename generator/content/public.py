"""What of the content may leave the building."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from generator.content.content import Content, Entry
from generator.model.documents import Dokumen, Jabatan
from generator.settings import Iki
from generator.source.source import Location, Source
from generator.values.fields import Model

T = TypeVar("T")


def public(content: Content, iki: Iki, with_drafts: bool = False) -> Content:
    """The content as it is published: whatever is made of content is made of this. Drafts are for
    those who write them."""
    content = content if with_drafts else without_drafts(content)
    if iki.tampilkan_nama_pejabat:
        return content
    entries = {key: _without_holder(entry) for key, entry in content.entries.items()}
    return replace(content, entries=entries)


def without_drafts(content: Content) -> Content:
    """The content without what is not settled yet."""
    drafts = {each.key for each in content.all_dokumen() if _is_draft(each)}
    entries = {k: e for k, e in content.entries.items() if k[:3] not in drafts}
    return replace(content, entries=entries)


def _is_draft(entry: Entry[Dokumen]) -> bool:
    return entry.document.status == "draf"


def _without_holder(entry: Entry[Model]) -> Entry[Model]:
    """A position without the name of who holds it, in its file too."""
    if not isinstance(entry.document, Jabatan) or entry.document.pejabat is None:
        return entry
    document = entry.document.model_copy(update={"pejabat": None})
    return replace(entry, document=document, source=_without(entry.source, "pejabat"))


def _without(source: Source, field: str) -> Source:
    def rest(places: Mapping[Location, T]) -> dict[Location, T]:
        return {way: place for way, place in places.items() if way[:1] != (field,)}

    value = {name: inner for name, inner in source.value.items() if name != field}
    return replace(
        source, value=value, keys=rest(source.keys), values=rest(source.values), comments=()
    )
