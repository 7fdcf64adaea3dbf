"""All documents with their sources, linked by where they lie."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar, cast

from generator.content.force import Editions, Subject, settled, subject
from generator.content.history import History
from generator.content.ledger import Ledger
from generator.model.documents import (
    Dokumen,
    EntriIstilah,
    Instansi,
    Istilah,
    Jabatan,
    Pemda,
    Perubahan,
)
from generator.source.source import Source
from generator.values.fields import Model

Key = tuple[str, ...]
"""Where a document lies, and its address: pemda, instansi, edisi, jabatan."""

D = TypeVar("D", bound=Model)
D_co = TypeVar("D_co", bound=Model, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[D_co]):
    """One document and the file it was read from."""

    key: Key
    source: Source
    document: D_co

    @property
    def slug(self) -> str:
        return self.key[-1]


@dataclass(frozen=True)
class Content:
    """Every document that could be read, by where it lies."""

    entries: dict[Key, Entry[Model]] = field(default_factory=dict)
    istilah: Entry[Istilah] | None = None
    broken: set[Key] = field(default_factory=set)
    """Documents that are there but cannot be read: to refer to one is no mistake."""
    ledger: Ledger = field(default_factory=Ledger)
    originals: dict[Key, Path] = field(default_factory=dict)
    """The decree itself, as a file beside its `dokumen.yml`."""
    history: History = field(default_factory=History)

    def exists(self, key: Key) -> bool:
        """Whether there is a file for it, good or broken."""
        return key in self.entries or key in self.broken

    def position_exists(self, dokumen: Key, slug: str) -> bool:
        """Whether an edition has a position, good or broken, of its own or inherited."""
        if self.exists((*dokumen, slug)):
            return True
        removed = self._change(dokumen).menghapus if dokumen in self.entries else []
        return slug not in removed and self.inherits_position(dokumen, slug)

    def inherits_position(self, dokumen: Key, slug: str) -> bool:
        """Whether a position, good or broken, stands in what an edition amends; of an edition that
        cannot be read, or is not there, nobody knows."""
        if dokumen not in self.entries:
            return dokumen in self.broken
        chain = self.chain(dokumen)
        bases = [(*dokumen[:2], each) for key in chain if (each := self._change(key).atas)]
        if any(each not in self.entries for each in bases):
            return True
        for key in chain[1:]:
            if self.exists((*key, slug)) or slug in self._change(key).menghapus:
                return self.exists((*key, slug))
        return False

    def _change(self, dokumen: Key) -> Perubahan:
        document = cast(Dokumen, self.entries[dokumen].document)
        return document.perubahan or _NO_CHANGE

    def documents(self) -> list[Entry[Model]]:
        """Every document, in the order of the addresses; the glossary at the end."""
        entries = [entry for _, entry in sorted(self.entries.items())]
        return [*entries, *([self.istilah] if self.istilah else [])]

    @property
    def terms(self) -> list[EntriIstilah]:
        """The entries of the glossary."""
        return self.istilah.document.istilah if self.istilah else []

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The words that stay in capitals."""
        words = (word for each in self.terms for word in each.istilah.split())
        return frozenset(word for word in words if word.isupper())

    @cached_property
    def _children(self) -> dict[Key, list[Entry[Model]]]:
        children: dict[Key, list[Entry[Model]]] = {}
        for key, entry in sorted(self.entries.items()):
            children.setdefault(key[:-1], []).append(entry)
        return children

    def below(self, key: Key) -> list[Entry[Model]]:
        """What lies directly in a folder, in the order of the addresses."""
        return self._children.get(key, [])

    def pemda(self) -> list[Entry[Pemda]]:
        """Every pemda, by name."""
        found = cast(list[Entry[Pemda]], self._children.get((), []))
        return sorted(found, key=lambda entry: entry.document.nama)

    def instansi(self, pemda: Key) -> list[Entry[Instansi]]:
        """The instansi of a pemda, by name."""
        found = cast(list[Entry[Instansi]], self._children.get(pemda, []))
        return sorted(found, key=lambda entry: entry.document.nama)

    def dokumen(self, instansi: Key) -> list[Entry[Dokumen]]:
        """The editions of an instansi, the newest first."""
        found = cast(list[Entry[Dokumen]], self._children.get(instansi, []))
        return sorted(found, key=self._age, reverse=True)

    def day(self, dokumen: Entry[Dokumen]) -> date:
        """The day of a decree. One without a date follows the one before it in its year, by the
        names of their folders; the first begins the year."""
        return self._days[dokumen.key]

    def _age(self, dokumen: Entry[Dokumen]) -> tuple[date, list[str | int]]:
        return self.day(dokumen), _natural(dokumen.slug)

    @cached_property
    def _days(self) -> dict[Key, date]:
        days: dict[Key, date] = {}
        last: dict[Key, date] = {}
        for entry in sorted(self.all_dokumen(), key=lambda each: _natural(each.slug)):
            year = (*entry.key[:2], entry.slug[:4])
            begun = last.get(year, date(int(entry.slug[:4]), 1, 1))
            days[entry.key] = last[year] = entry.document.tanggal_ditetapkan or begun
        return days

    def jabatan(self, dokumen: Key) -> list[Entry[Jabatan]]:
        """The positions of an edition, in the order of the decree; first the indicators of the
        agency itself."""
        found = cast(list[Entry[Jabatan]], self._children.get(dokumen, []))
        return sorted(
            found, key=lambda each: (each.document.is_position, each.document.urutan, each.slug)
        )

    def positions(self, dokumen: Key) -> list[Entry[Jabatan]]:
        """The same without the indicators of the agency itself, which are no position."""
        return [each for each in self.jabatan(dokumen) if each.document.is_position]

    def status(self, dokumen: Entry[Dokumen]) -> str:
        """The status of an edition; that it was revoked, its own file need not know."""
        said = dokumen.document.status
        is_revoked = self.editions(dokumen.key[:2]).is_revoked(dokumen.slug)
        return "dicabut" if is_revoked and said != "draf" else said

    def newer(self, dokumen: Entry[Dokumen]) -> Entry[Dokumen] | None:
        """The newest later edition that says the same kind of thing and was not revoked."""
        about = settled(dokumen.document)
        for each in self._not_revoked(dokumen.key[:2]):
            if settled(each.document) & about:
                return each if self._age(each) > self._age(dokumen) else None
        return None

    def predecessor(self, dokumen: Entry[Dokumen]) -> Entry[Dokumen] | None:
        """The edition that one amends; else the newest earlier one that says the same kind of
        thing, never a draft."""
        editions = self.editions(dokumen.key[:2])
        if base := editions.inherited(dokumen.slug):
            return cast(Entry[Dokumen], self.entries[(*dokumen.key[:2], base)])
        about = settled(dokumen.document)
        all_editions = self.dokumen(dokumen.key[:2])
        for each in all_editions[all_editions.index(dokumen) + 1 :]:
            if settled(each.document) & about and not editions.is_draft(each.slug):
                return each
        return None

    def editions(self, instansi: Key) -> Editions:
        """How the editions of an instansi follow one another."""
        if instansi not in self._editions:
            found = {each.slug: each.document for each in self.dokumen(instansi)}
            self._editions[instansi] = Editions(found)
        return self._editions[instansi]

    @cached_property
    def _editions(self) -> dict[Key, Editions]:
        return {}

    def chain(self, dokumen: Key) -> list[Key]:
        """An edition and those that it inherits from, the oldest last."""
        editions = self.editions(dokumen[:2])
        chain = [dokumen]
        while base := editions.inherited(chain[-1][2]):
            chain.append((*dokumen[:2], base))
        return chain

    def whole(self, dokumen: Key) -> dict[str, Entry[Jabatan]]:
        """The positions of an edition with those that it inherits, by their slugs; the order of
        the decree that it amends is kept."""
        if dokumen not in self._wholes:
            found: dict[str, Entry[Jabatan]] = {}
            for key in reversed(self.chain(dokumen)):
                for slug in self._change(key).menghapus:
                    found.pop(slug, None)
                found |= {each.slug: each for each in self.jabatan(key)}
            self._wholes[dokumen] = found
        return self._wholes[dokumen]

    @cached_property
    def _wholes(self) -> dict[Key, dict[str, Entry[Jabatan]]]:
        return {}

    def lists_in_force(
        self, instansi: Key
    ) -> Iterator[tuple[Entry[Dokumen], list[Entry[Jabatan]]]]:
        """What holds for an agency: the positions, and the indicators of the agency itself, from
        the newest decree of each kind that has them. What was revoked is listed only where there
        is nothing else."""
        taken: set[Subject] = set()
        for edition in self._not_revoked(instansi) or self._by_force(instansi):
            decree, whole = edition.document, self.whole(edition.key).values()
            fresh = [each for each in whole if subject(decree, each.document) not in taken]
            if fresh:
                yield edition, fresh
                taken |= settled(decree) | {subject(decree, each.document) for each in fresh}

    def _not_revoked(self, instansi: Key) -> list[Entry[Dokumen]]:
        is_revoked = self.editions(instansi).is_revoked
        return [each for each in self._by_force(instansi) if not is_revoked(each.slug)]

    def in_force(self, instansi: Key) -> list[Entry[Jabatan]]:
        """Every position of an instansi, as its lists have it; one that they lack from the newest
        edition that has it, from one that was revoked only where no other has it, and never from a
        draft."""
        lists = [own for _, own in self.lists_in_force(instansi)]
        others = [self.jabatan(each.key) for each in self._by_force(instansi)]
        newest: dict[str, Entry[Jabatan]] = {}
        for entry in itertools.chain(*lists, *others):
            newest.setdefault(entry.slug, entry)
        return [entry for _, entry in sorted(newest.items())]

    def all_in_force(self) -> Iterator[Entry[Jabatan]]:
        """The positions of every instansi, each from the newest edition that has it."""
        for key in sorted(self.entries):
            if len(key) == 2:
                yield from self.in_force(key)

    def _by_force(self, instansi: Key) -> list[Entry[Dokumen]]:
        """The editions, the newest of the newest decree first, those that were revoked at the end;
        never a draft."""
        editions = [each for each in self.dokumen(instansi) if each.document.status != "draf"]
        rank = self.editions(instansi).rank
        return sorted(editions, key=lambda each: rank(each.slug))

    def dokumen_of(self, jabatan: Entry[Jabatan]) -> Entry[Dokumen]:
        """The edition that a position belongs to."""
        return cast(Entry[Dokumen], self.entries[jabatan.key[:3]])

    def before(self, jabatan: Entry[Jabatan]) -> Entry[Jabatan] | None:
        """The same position in the newest earlier edition that has it, never in a draft."""
        editions = [each.key for each in self.dokumen(jabatan.key[:2])]
        is_draft = self.editions(jabatan.key[:2]).is_draft
        for key in editions[editions.index(jabatan.key[:3]) + 1 :]:
            if not is_draft(key[2]) and (found := self.entries.get((*key, jabatan.slug))):
                return cast(Entry[Jabatan], found)
        return None

    def neighbours(
        self, jabatan: Entry[Jabatan]
    ) -> tuple[Entry[Jabatan] | None, Entry[Jabatan] | None]:
        """The positions before and after this one in the decree; the indicators of the agency
        itself have none."""
        siblings = self.positions(jabatan.key[:3])
        if jabatan not in siblings:
            return None, None
        number = siblings.index(jabatan)
        before = siblings[number - 1] if number else None
        after = siblings[number + 1] if number + 1 < len(siblings) else None
        return before, after

    def sibling(self, entry: Entry[Jabatan], slug: str) -> Entry[Jabatan] | None:
        """Another position of the same edition, or of those that it inherits from."""
        own = self.entries.get((*entry.key[:-1], slug))
        if own or entry.key[:3] not in self.entries:
            return cast(Entry[Jabatan], own) if own else None
        return self.whole(entry.key[:3]).get(slug)

    def superior(self, entry: Entry[Jabatan]) -> Entry[Jabatan] | None:
        """The position that this one is under, if the decree says so."""
        return self.sibling(entry, entry.document.atasan) if entry.document.atasan else None

    def subordinates(self, entry: Entry[Jabatan]) -> list[Entry[Jabatan]]:
        """The positions under this one, as far as the decree says so, in its order."""
        whole = self.whole(entry.key[:3]).values()
        return [each for each in whole if each.document.atasan == entry.slug]

    def all_dokumen(self) -> Iterator[Entry[Dokumen]]:
        """Every edition, in the order of the addresses."""
        for key, entry in sorted(self.entries.items()):
            if len(key) == 3:
                yield cast(Entry[Dokumen], entry)

    def all_jabatan(self) -> Iterator[Entry[Jabatan]]:
        """Every position, in the order of the addresses."""
        for key, entry in sorted(self.entries.items()):
            if len(key) == 4:
                yield cast(Entry[Jabatan], entry)


_NO_CHANGE = Perubahan(jenis="perubahan", atas=None, atas_naskah=None, mencabut=False, menghapus=[])


def _natural(slug: str) -> list[str | int]:
    """`2022-perubahan-10` behind `2022-perubahan-9`."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", slug)]
