"""The addresses that are promised: of documents, of indicators, and without an edition."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.content import addresses
from generator.content.content import Content, Entry, Key
from generator.content.ledger import page_of
from generator.content.public import without_drafts
from generator.model.documents import Jabatan
from generator.values.fields import Model


@dataclass(frozen=True)
class Promises:
    """What the addresses of the ledger are held against."""

    content: Content
    pages: frozenset[str]
    """The pages of the site itself that are promised."""
    changing: frozenset[str] = frozenset()
    """The names at the top of the site below which nothing is promised: indexes, files."""
    owners: frozenset[str] = frozenset()
    """The owner's own pages."""

    @cached_property
    def alive(self) -> set[str]:
        """Every promised address that is published."""
        return {*_of_documents(without_drafts(self.content)), *self.pages}

    @cached_property
    def drafts(self) -> set[str]:
        """Those that would be, were the drafts settled."""
        return {*_of_documents(self.content)} - self.alive

    def is_unknown(self, address: str) -> bool:
        """Whether nobody knows what there is, because a file cannot be read."""
        key = key_of(address)
        if is_undated(key) and any(each[:2] == key[:2] for each in self.content.broken):
            return True
        if "#" in address and self._has_one_id_twice(key):
            return True
        return any(key[:depth] in self.content.broken for depth in range(1, len(key) + 1))

    def _has_one_id_twice(self, key: Key) -> bool:
        """Whether it is a position in which an id was overwritten by another."""
        entry = self.content.entries.get(key)
        document = entry.document if entry else None
        if not isinstance(document, Jabatan):
            return False
        count = sum(1 + len(each.rincian) for each in document.all_indikator())
        return count != len(document.anchors())


def key_of(address: str) -> Key:
    """Where the document of an address would lie."""
    return tuple(page_of(address).split("/")[:-1])


def is_undated(key: Key) -> bool:
    """Whether it is a position without an edition, which begins with a digit."""
    return len(key) == 3 and key[2][0].isalpha()


def _of_documents(content: Content) -> Iterator[str]:
    for entry in content.entries.values():
        yield from _of_document(entry)
    for jabatan in content.all_in_force():
        yield addresses.in_force(jabatan.key)


def _of_document(entry: Entry[Model]) -> Iterable[str]:
    yield addresses.page(entry.key)
    if isinstance(entry.document, Jabatan):
        for id in entry.document.anchors():
            yield addresses.indikator(entry.key, id)
