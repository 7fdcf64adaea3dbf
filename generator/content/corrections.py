"""What readers are told of a change of what was published already: an edition that came, words that
were corrected, what was withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.content import addresses, marking
from generator.content.changes import IndicatorChange, JabatanChange
from generator.content.content import Content, Entry
from generator.content.differences import Differences, DocumentChange, FolderChange
from generator.content.facts import Change, label
from generator.content.ledger import Ledger
from generator.content.marking import Diff
from generator.content.wording import readable
from generator.model.documents import Dokumen, Indikator, Instansi, Jabatan, Pemda, Peristiwa
from generator.values.fields import MAX_LIST, MAX_TEXT, Model
from generator.values.personal import masked

_HOLDER = "pejabat"
"""Who holds a position is never told."""


def of_differences(found: Differences, old: Content, new: Content, day: date) -> list[Peristiwa]:
    """What is told of a publication on a day; both contents are without drafts. What has another
    address only is told by the ledger, and what is new by its own page."""
    teller = _Teller(old, new.ledger, day)
    events = [*teller.folders(found.folders), *teller.documents(found.documents)]
    return sorted(events, key=lambda each: each.alamat)


@dataclass(frozen=True)
class _Teller:
    old: Content
    ledger: Ledger
    day: date

    def folders(self, found: list[FolderChange]) -> Iterator[Peristiwa]:
        """Each edition that came, and what went, at its highest folder."""
        for change in found:
            if not change.is_added:
                yield self._withdrawn(change.entry)
                continue
            for entry in (change.entry, *change.below):
                if isinstance(entry.document, Dokumen):
                    yield self._event(addresses.page(entry.key), "terbit")

    def documents(self, found: list[DocumentChange]) -> Iterator[Peristiwa]:
        """What differs of each document that was there before too."""
        for change in found:
            if change.new is None and change.old:
                yield self._withdrawn(change.old)
            elif change.new and change.jabatan:
                yield from self._position(change.new, change.jabatan)
            elif change.new:
                yield from self._changes(addresses.page(change.new.key), change.others)

    def _position(self, entry: Entry[Model], change: JabatanChange) -> Iterator[Peristiwa]:
        page = addresses.page(entry.key)
        yield from self._changes(page, change.others)
        for name in ("tujuan", "tugas", "fungsi", "sasaran"):
            yield from self._items(page, label((name,)), getattr(change, name))
        for each in change.indikator:
            one = each.new or each.old
            assert one is not None
            yield from self._indicator(f"{page}#{one.id}", each)

    def _indicator(self, address: str, change: IndicatorChange) -> Iterator[Peristiwa]:
        if change.new is None and change.old:
            yield self._gone(address, "Indikator", _as_one_text(change.old))
        elif change.old is None and change.new:
            added = [marking.Piece("tambah", _as_one_text(change.new))]
            yield from self._items(address, "Indikator", [added])
        else:
            yield from self._items(address, "Nama", [change.nama])
            if change.says_formula:
                yield from self._items(address, "Rumus", [change.rumus])
            yield from self._items(address, "Sumber data", [change.sumber_data])
            yield from self._changes(address, change.others)

    def _changes(self, address: str, changes: list[Change]) -> Iterator[Peristiwa]:
        for each in changes:
            if each.way[0] != _HOLDER:
                yield from self._items(address, each.label, each.items)

    def _items(self, address: str, part: str, items: list[Diff]) -> Iterator[Peristiwa]:
        for diff in items:
            if not marking.is_kept(diff):
                semula, menjadi = marking.sides(diff)
                yield self._event(address, "koreksi", part, semula, menjadi)

    def _withdrawn(self, entry: Entry[Model]) -> Peristiwa:
        return self._gone(addresses.page(entry.key), None, self._name(entry))

    def _gone(self, address: str, part: str | None, words: str) -> Peristiwa:
        """What was withdrawn for a reason may not be said again: perhaps for just that reason."""
        reason = self.ledger.withdrawn.get(self.ledger.end(address))
        return self._event(address, "ditarik", part, None if reason else words, None, reason)

    def _name(self, entry: Entry[Model]) -> str:
        match entry.document:
            case Pemda() | Instansi() as document:
                return document.nama
            case Dokumen() as document:
                return readable(document.judul, self.old.abbreviations)
            case document:
                assert isinstance(document, Jabatan)
                return readable(document.nama, self.old.abbreviations)

    def _event(
        self,
        address: str,
        kind: str,
        part: str | None = None,
        semula: str | None = None,
        menjadi: str | None = None,
        alasan: str | None = None,
    ) -> Peristiwa:
        before, after = _cut(semula or "", menjadi or "")
        return Peristiwa.model_validate(
            {
                "tanggal": self.day,
                "alamat": address,
                "jenis": kind,
                "bagian": masked(part[:MAX_TEXT]) if part else None,
                "semula": masked(before) or None,
                "menjadi": masked(after) or None,
                "alasan": alasan and alasan[:MAX_TEXT],
            }
        )


def _as_one_text(indikator: Indikator) -> str:
    return f"{indikator.nama}: {indikator.rumus.line()}" if indikator.rumus else indikator.nama


_MORE = "…"


def _cut(before: str, after: str) -> tuple[str, str]:
    """Of texts that are longer than they may be, what follows the words that both begin with."""
    if max(len(before), len(after)) <= MAX_LIST:
        return before, after
    start = marking.shared_start(before, after) if before and after else 0
    return _short(before, start), _short(after, start)


def _short(text: str, start: int) -> str:
    head = f"{_MORE} {text[start:]}" if start else text
    return head if len(head) <= MAX_LIST else f"{head[: MAX_LIST - 2]} {_MORE}"
