"""Rules about the ledger of addresses: what was published stays, or says where it went."""

from bisect import bisect
from collections.abc import Callable, Iterator
from functools import cached_property

from generator.content.content import Key
from generator.content.ledger import KEPT, Ledger, line_of, page_of
from generator.content.ledger_lines import has_long_name
from generator.content.loading import FOLDER_FILES
from generator.content.promises import Promises, is_undated, key_of
from generator.rules.structure.circles import around, circles
from generator.source.problem import Problem, Severity
from generator.values.effort import Effort

CODE = "alamat"
"""The code of whatever is told here."""
PLACEHOLDER = "ALAMAT-BARU/"


class Books:
    """The ledger, and what it is held against."""

    def __init__(self, ledger: Ledger, promises: Promises):
        self.ledger = ledger
        self.promises = promises
        self.folder = ledger.path.partition("/")[0]
        self._guessed: dict[str, str] = {}
        self._effort = Effort()

    def problem(self, address: str, message: str, is_of_value: bool = False) -> Problem:
        """At the line of an address, or at what that says of it."""
        line = self.ledger.lines.get(address, 0)
        column = len(f"{address}: ") + 1 if is_of_value else min(line, 1)
        return Problem(self.ledger.path, line, column, Severity.GALAT, CODE, message)

    def is_there(self, address: str) -> bool:
        is_alive = address in self.promises.alive or address in self.ledger.unread
        return is_alive or self.promises.is_unknown(address)

    @cached_property
    def vanished(self) -> list[str]:
        """What was published, and is neither there nor leads anywhere."""
        kept = self.ledger.entries.keys() - self.ledger.moved.keys() - self.ledger.withdrawn.keys()
        gone = [each for each in kept - self.promises.alive if not self.is_unpromised(each)]
        return [each for each in sorted(gone) if not self.promises.is_unknown(each)]

    @cached_property
    def _vanished(self) -> set[str]:
        return set(self.vanished)

    @cached_property
    def names_of_the_site(self) -> set[str]:
        """What no pemda can be called."""
        return {key_of(page)[0] for page in self.promises.pages}

    def is_unpromised(self, address: str) -> bool:
        return self.changes(address) or has_long_name(address)

    def changes(self, address: str) -> bool:
        """Whether it lies where nothing is promised: among indexes, comparisons and files."""
        return address.startswith(self._changing)

    @cached_property
    def _changing(self) -> tuple[str, ...]:
        return tuple(f"{name}/" for name in self.promises.changing)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.ledger.entries)

    def is_whole(self, address: str) -> bool:
        """Whether an address vanished with others below it, and what it is a part of is there."""
        place = bisect(self._sorted, address)
        has_more = place < len(self._sorted) and self._sorted[place].startswith(address)
        return has_more and _above(address) not in self._vanished

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        """What is published, by what it is a part of."""
        found: dict[str, list[str]] = {}
        for address in sorted(self.promises.alive):
            found.setdefault(_above(address), []).append(address)
        return found

    def meant(self, address: str) -> str | None:
        """What is published beside an address and is called much the same."""
        return self._nearest(address, self._parts.get(_above(address), []))

    def _nearest(self, address: str, others: list[str]) -> str | None:
        names = {_name(each): each for each in others}
        meant = self._effort.meant(_name(address), names)
        return names[meant] if meant else None

    def likely(self, address: str) -> str:
        """Where a vanished address probably went: the same name elsewhere, a new one of its place,
        or else what it was a part of."""
        if address not in self._guessed:
            self._guessed[address] = self._guess(address)
        return self._guessed[address]

    def _guess(self, address: str) -> str:
        above = _above(address)
        if above in self.promises.alive or not above:
            place = above
        else:
            place = self.ledger.end(above)
            place = place if place != above else self.likely(above)
        same = place + address.removeprefix(above)
        if place != above and same in self.promises.alive:
            return same
        return self._new_one(address, place) or place or PLACEHOLDER

    def _new_one(self, address: str, place: str) -> str | None:
        """What the ledger does not know yet, or takes for something that left."""
        entries = self.ledger.entries
        there = (each for each in self._parts.get(place, ()) if entries.get(each) != KEPT)
        fresh = [each for each in there if _is_alike(each, address)]
        return fresh[0] if len(fresh) == 1 else self._nearest(address, fresh)


def _above(address: str) -> str:
    """What an address is a part of; nothing above a pemda."""
    page, mark, _ = address.partition("#")
    return page if mark else page[: page.rstrip("/").rfind("/") + 1]


def _name(address: str) -> str:
    return address.rstrip("/").replace("#", "/").rpartition("/")[2]


def _is_alike(one: str, other: str) -> bool:
    """Whether both are an edition, or both are a position without one."""
    return _name(one)[0].isdigit() == _name(other)[0].isdigit() or "#" in one


def check(ledger: Ledger, promises: Promises) -> Iterator[Problem]:
    """Everything that is wrong with a ledger whose lines could be read."""
    books = Books(ledger, promises)
    for rule in _RULES:
        yield from rule(books)


def _what_was_published_stays(books: Books) -> Iterator[Problem]:
    """Alamat yang pernah terbit tetap ada, atau menyebut penggantinya."""
    for address in books.vanished:
        likely = books.likely(address)
        is_draft = address in books.promises.drafts
        what = "edisinya kini draf" if is_draft else "tidak ada lagi"
        forward = f"ganti baris ini menjadi `{line_of(address, likely)}`"
        remedy = ", atau ".join((*_ways_back(books, address), forward))
        message = f"alamat ini sudah terbit, tetapi {what}. {remedy[0].upper()}{remedy[1:]}."
        if books.is_whole(address) and not address.startswith(likely):
            command = f"`iki ledger --pindah {address} {likely}`"
            message += f" Semua yang di bawahnya sekaligus: {command}."
        yield books.problem(address, message)


def _ways_back(books: Books, address: str) -> Iterator[str]:
    """How an address can be there again; nobody brings back a page of the site itself."""
    key, anchor = key_of(address), address.partition("#")[2]
    if address in books.promises.drafts:
        yield f'betulkan "status" di {_file(books, key[:3])}'
    elif is_undated(key):
        folder = "/".join((books.folder, *key[:2]))
        yield f'kembalikan "{key[2]}.yml" di salah satu edisi {folder}/'
    elif anchor and page_of(address) in books.promises.alive:
        yield f'kembalikan "id: {anchor}" di {_file(books, key)}'
    elif key[0] not in books.names_of_the_site:
        yield f"kembalikan {_file(books, key)}"


def _file(books: Books, key: Key) -> str:
    folder = "/".join((books.folder, *key))
    return f"{folder}.yml" if len(key) == 4 else f"{folder}/{FOLDER_FILES[len(key) - 1]}"


def _a_successor_is_there(books: Books) -> Iterator[Problem]:
    """Alamat pengganti ada, atau menyebut penggantinya sendiri."""
    for address, successor in books.ledger.moved.items():
        if books.is_there(successor) or successor in books.ledger.entries:
            continue
        if successor in books.promises.drafts:
            message = (
                f'alamat pengganti "{successor}" masih draf. Tulis alamat yang sudah terbit, atau '
                "tetapkan edisinya."
            )
        else:
            message = f'alamat pengganti "{successor}" tidak ada. Tulis alamat yang ada di situs.'
            if meant := books.meant(successor):
                message = f"{message} Maksudnya `{line_of(address, meant)}`?"
        yield books.problem(address, message, is_of_value=True)


def _no_circles(books: Books) -> Iterator[Problem]:
    """Alamat yang pindah tidak kembali ke dirinya sendiri."""
    for address, successor in books.ledger.moved.items():
        if address == successor:
            line = line_of(address, KEPT)
            message = f"alamat ini menunjuk dirinya sendiri. Bila tidak pindah, tulis `{line}`."
            yield books.problem(address, message, is_of_value=True)
    moved = books.ledger.moved
    for circle in circles({old: new for old, new in moved.items() if new in moved}):
        message = f"alamat-alamat ini saling menunjuk: {around(circle)}. Betulkan salah satunya."
        yield books.problem(circle[0], message)


def _what_left_is_not_there(books: Books) -> Iterator[Problem]:
    """Alamat yang pindah atau ditarik tidak dipakai oleh halaman lain."""
    taken = books.promises.alive | books.promises.drafts | books.promises.owners
    moved = books.ledger.moved.keys() & taken
    for address in moved | (books.ledger.withdrawn.keys() & taken):
        said = "pindah" if address in moved else "dicabut"
        if address not in books.promises.owners:
            message = (
                f"alamat ini dipakai lagi, padahal di sini dikatakan {said}. Ganti nama yang "
                f"memakainya, atau ganti baris ini menjadi `{line_of(address, KEPT)}`."
            )
        else:
            message = (
                f"alamat ini dipakai halaman di situs_tambahan/, padahal di sini dikatakan {said}. "
                "Ganti nama berkas halaman itu."
            )
        yield books.problem(address, message)


def _the_page_of_an_anchor_is_known(books: Books) -> Iterator[Problem]:
    """Halaman dari indikator yang pindah atau ditarik ada, atau tercatat juga."""
    for page, anchors in books.ledger.old_anchors.items():
        if not books.is_there(page) and page not in books.ledger.entries:
            likely = books.ledger.end(anchors[0])
            line = line_of(page, page_of(likely) if likely != anchors[0] else PLACEHOLDER)
            message = f"halaman alamat ini tidak ada dan belum tercatat. Tambahkan baris `{line}`."
            yield books.problem(anchors[0], message)


def _only_what_is_promised(books: Books) -> Iterator[Problem]:
    """Indeks, perbandingan, dan berkas situs tidak dijanjikan."""
    for address in books.ledger.entries.keys() - books.promises.alive:
        if books.changes(address):
            message = (
                "alamat indeks, perbandingan, dan berkas situs tidak dijanjikan. Hapus baris ini."
            )
            yield books.problem(address, message)
        elif has_long_name(address):
            message = "nama dalam alamat ini terlalu panjang: paling banyak 64 huruf. Perbaiki."
            yield books.problem(address, message)


_RULES: tuple[Callable[[Books], Iterator[Problem]], ...] = (
    _what_was_published_stays,
    _a_successor_is_there,
    _no_circles,
    _what_left_is_not_there,
    _the_page_of_an_anchor_is_known,
    _only_what_is_promised,
)
