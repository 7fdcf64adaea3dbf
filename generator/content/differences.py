"""What differs between two contents: addresses, whole folders, documents, the glossary."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from generator.content import addresses, changes, facts, marking, matching
from generator.content.changes import JabatanChange
from generator.content.content import Content, Entry, Key
from generator.content.facts import Change
from generator.content.ledger import KEPT, WITHDRAWN
from generator.content.marking import Diff
from generator.model.documents import Dokumen, Jabatan
from generator.values.fields import Model


@dataclass(frozen=True)
class Move:
    """An address that does not lead any more where it led, or of which the ledger says something
    else."""

    kind: str
    """`pindah`; `mati`; `tertukar`, where another thing has the address now. Of the ledger: `catat`
    for a successor, `tarik`, `terbit` for a new address, `lepas` for one that it says no more."""
    old: str
    new: str
    """Where the same thing stands now; of an address that would die, what stands above it; of one
    that was withdrawn, why."""


@dataclass(frozen=True)
class DocumentChange:
    """A document that is another than before, or in another place."""

    old: Entry[Model] | None
    new: Entry[Model] | None
    is_moved: bool
    """Whether its own name changed, or the folder it lies in is another one."""
    jabatan: JabatanChange | None
    """What changed of a position that was there before too."""
    others: list[Change]
    """What changed of another document that was there before too."""

    @property
    def entry(self) -> Entry[Model]:
        """The document now; if it is gone, as it was."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def kind(self) -> str:
        """`tambah`, `hapus`, `ganti` (its own name), `pindah` (its folder) or `ubah`."""
        if self.old is None or self.new is None:
            return "tambah" if self.new else "hapus"
        if not self.is_moved:
            return "ubah"
        return "ganti" if self.old.key[:-1] == self.new.key[:-1] else "pindah"

    @property
    def is_changed(self) -> bool:
        """Whether what it says is another thing than before, wherever it stands."""
        return bool(self.others) or (self.jabatan is not None and self.jabatan.differs)


@dataclass(frozen=True)
class FolderChange:
    """A pemda, an instansi or an edition that came or went with all that lies in it."""

    is_added: bool
    entry: Entry[Model]
    below: list[Entry[Model]]
    compared: list[DocumentChange]
    """Of an edition that came: each of its positions beside the same in the edition before it, if
    one has it, whether it changed or not."""
    removed: list[str]
    """The positions that it says it removes."""

    @property
    def jabatan(self) -> list[Entry[Jabatan]]:
        """The positions, and the indicators of the agency itself, that came or went with it."""
        return [cast(Entry[Jabatan], each) for each in self.below if len(each.key) == 4]


@dataclass(frozen=True)
class Differences:
    """All that differs."""

    addresses: list[Move]
    folders: list[FolderChange]
    documents: list[DocumentChange]
    istilah: list[Diff]
    """The entries of the glossary that differ."""

    def __bool__(self) -> bool:
        return bool(self.addresses or self.folders or self.documents or self.istilah)


def between(old: Content, new: Content) -> Differences:
    """What differs from one content to another; nothing of what one of them cannot read."""
    one, other = _without(old, new.broken), _without(new, old.broken)
    matches = matching.matches(one, other)
    changed = list(_documents(one, other, matches))
    folders = list(_folders(one, other, matches))
    told = {each.key for change in folders for each in (change.entry, *change.below)}
    documents = [each for each in changed if each.kind in _KEPT or each.entry.key not in told]
    return Differences(
        [
            *_moves(one, other, matches, changed),
            *_recorded(old.ledger.entries, new.ledger.entries),
        ],
        folders,
        sorted(documents, key=lambda each: (each.entry.key, each.kind)),
        _glossary(old, new),
    )


_KEPT = ("ubah", "ganti", "pindah")


def _without(content: Content, broken: Collection[Key]) -> Content:
    return replace(
        content, entries={key: each for key, each in content.entries.items() if key not in broken}
    )


def _folders(old: Content, new: Content, matches: dict[Key, Key]) -> Iterator[FolderChange]:
    """What came and what went whole, each at its highest folder."""
    kept = set(matches.values())
    for content, is_added, there in ((old, False, set(matches)), (new, True, kept)):
        for key, entry in sorted(content.entries.items()):
            if len(key) < 4 and key not in there and (len(key) == 1 or key[:-1] in there):
                yield _folder(content, entry, is_added, there)


def _folder(
    content: Content, entry: Entry[Model], is_added: bool, elsewhere: Collection[Key]
) -> FolderChange:
    below = [
        each
        for key, each in sorted(content.entries.items())
        if key[: len(entry.key)] == entry.key and key != entry.key and key not in elsewhere
    ]
    is_edition = is_added and isinstance(entry.document, Dokumen)
    compared = list(_beside_the_one_before(content, entry.key)) if is_edition else []
    change = entry.document.perubahan if isinstance(entry.document, Dokumen) else None
    removed = change.menghapus if change and is_added else []
    return FolderChange(is_added, entry, below, compared, removed)


def _beside_the_one_before(content: Content, dokumen: Key) -> Iterator[DocumentChange]:
    for new in content.jabatan(dokumen):
        old = content.before(new)
        change = changes.of_jabatan(old.document, new.document) if old else None
        yield DocumentChange(old, new, False, change, [])


def _documents(old: Content, new: Content, matches: dict[Key, Key]) -> Iterator[DocumentChange]:
    kept = set(matches.values())
    for key, entry in old.entries.items():
        if key not in matches:
            yield DocumentChange(entry, None, False, None, [])
            continue
        now = new.entries[matches[key]]
        is_moved = matching.moved(key, matches) != now.key
        if is_moved or entry.document != now.document:
            yield _compared(entry, now, is_moved)
    for key, entry in new.entries.items():
        if key not in kept:
            yield DocumentChange(None, entry, False, None, [])


def _compared(old: Entry[Model], new: Entry[Model], is_moved: bool) -> DocumentChange:
    if isinstance(old.document, Jabatan) and isinstance(new.document, Jabatan):
        change = changes.of_jabatan(old.document, new.document)
        return DocumentChange(old, new, is_moved, change, [])
    others = changes.of_fields(old.document, new.document)
    return DocumentChange(old, new, is_moved, None, others)


def _glossary(old: Content, new: Content) -> list[Diff]:
    """Each entry that differs, by its term."""
    if old.istilah is None or new.istilah is None:
        return []
    before, after = _terms(old), _terms(new)
    both = (marking.of_texts(before.get(each, ""), after.get(each, "")) for each in before | after)
    return [each for each in both if not marking.is_kept(each)]


def _terms(content: Content) -> dict[str, str]:
    return {each.istilah: facts.line(each) for each in content.terms}


def _moves(
    old: Content, new: Content, matches: dict[Key, Key], changed: list[DocumentChange]
) -> Iterator[Move]:
    """The published addresses that do not lead any more where they led."""
    before, after = _published(old), _published(new)
    led = _successors(old, matches, changed)
    unread = tuple(addresses.page(key) for key in new.broken)
    for address in sorted(before - new.ledger.moved.keys() - new.ledger.withdrawn.keys()):
        now = led.get(address)
        if address in after:
            if now and now != address and now in after:
                yield Move("tertukar", address, now)
        elif not (unread and address.startswith(unread)):
            yield _move(address, now, after, led)


def _move(address: str, now: str | None, after: Collection[str], led: dict[str, str]) -> Move:
    if now in after:
        return Move("pindah", address, str(now))
    above = _above(address)
    while above and led.get(above, above) not in after:
        above = _above(above)
    return Move("mati", address, led.get(above, above))


def _recorded(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Move]:
    """What one ledger says and the other does not."""
    for address in sorted(old.keys() | new.keys()):
        value = new.get(address)
        if value is None:
            yield Move("lepas", address, "")
        elif value != old.get(address, KEPT):
            kind = "tarik" if value.startswith(WITHDRAWN) else "catat"
            yield Move(kind, address, value.removeprefix(WITHDRAWN))
        elif address not in old:
            yield Move("terbit", address, "")


def _above(address: str) -> str:
    """The page that an anchor stands on, or the page above a page; empty for the home page."""
    page, sign, _ = address.partition("#")
    if sign:
        return page
    parent = page.rstrip("/").rpartition("/")[0]
    return f"{parent}/" if parent else ""


def _published(content: Content) -> set[str]:
    """Every address of a document that is published: its page, the anchors on it, and the address
    without an edition."""
    found: set[str] = set()
    for key, entry in content.entries.items():
        if not _is_draft(content, key):
            found |= {addresses.page(key), *_anchors(entry)}
    return found | {addresses.in_force(each.key) for each in content.all_in_force()}


def _is_draft(content: Content, key: Key) -> bool:
    decree = content.entries.get(key[:3])
    return decree is not None and getattr(decree.document, "status", "") == "draf"


def _anchors(entry: Entry[Model]) -> Iterator[str]:
    return (addresses.indikator(entry.key, each) for each in _ids(entry.document))


def _ids(document: Model) -> list[str]:
    """The ids of the indicators of a position, and of their lines."""
    indicators = document.all_indikator() if isinstance(document, Jabatan) else []
    return [one.id for each in indicators for one in each.lines()]


def _successors(
    old: Content, matches: dict[Key, Key], changed: list[DocumentChange]
) -> dict[str, str]:
    """Where each address leads now, if what it led to is still there."""
    positions = {each.old.key: each.jabatan for each in changed if each.old and each.jabatan}
    found: dict[str, str] = {}
    for was, now in matches.items():
        found[addresses.page(was)] = addresses.page(now)
        for before, after in _same_indicators(old.entries[was], positions.get(was)):
            found[addresses.indikator(was, before)] = addresses.indikator(now, after)
    for entry in old.all_in_force():
        if entry.key in matches:
            found[addresses.in_force(entry.key)] = addresses.in_force(matches[entry.key])
    return found


def _same_indicators(
    entry: Entry[Model], change: JabatanChange | None
) -> Iterator[tuple[str, str]]:
    """The ids before and now of each indicator and each of its lines that is still there."""
    if change is None:
        yield from ((each, each) for each in _ids(entry.document))
        return
    for each in change.indikator:
        if each.old and each.new:
            yield each.old.id, each.new.id
            yield from changes.same_lines(each.old, each.new).items()
