"""Every address that was published, and where it leads today: what `content/alamat.yml` says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

NAME = "alamat.yml"
KEPT = "tetap"
WITHDRAWN = "dicabut: "
"""What stands before the reason for which an address leads nowhere any more."""
HEAD = (
    "# Alamat yang pernah terbit, menurut abjad. `iki ledger` menambah yang baru; tidak ada yang",
    '# dihapus. Yang pindah: ganti "tetap" dengan alamat barunya. Yang ditarik dari situs: ganti',
    '# dengan "dicabut: alasan", bersama tanda kutipnya.',
)
"""What an officer who opens the file needs to know."""


def page_of(address: str) -> str:
    """The page that an address is, or is a part of."""
    return address.partition("#")[0]


@dataclass(frozen=True)
class Ledger:
    """The addresses in the order of the file; `tetap`, a successor, or `dicabut: ` and why."""

    path: str = ""
    """Of its file, as problems name it."""
    entries: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each address."""
    head: tuple[str, ...] = HEAD
    """The comments above them."""
    unread: frozenset[str] = frozenset()
    """Addresses of lines that say nothing: where they lead, nobody knows."""

    @cached_property
    def moved(self) -> dict[str, str]:
        """Each address that has a successor."""
        return {old: new for old, new in self._changed.items() if not new.startswith(WITHDRAWN)}

    @cached_property
    def withdrawn(self) -> dict[str, str]:
        """Each address that leads nowhere any more, with the reason."""
        return {
            old: new.removeprefix(WITHDRAWN)
            for old, new in self._changed.items()
            if new.startswith(WITHDRAWN)
        }

    @cached_property
    def _changed(self) -> dict[str, str]:
        return {old: new for old, new in self.entries.items() if new != KEPT}

    @cached_property
    def old_anchors(self) -> dict[str, list[str]]:
        """The anchors that are no longer what they were, by the page that they were a part of."""
        found: dict[str, list[str]] = {}
        for address in self._changed:
            if "#" in address:
                found.setdefault(page_of(address), []).append(address)
        return found

    def end(self, address: str) -> str:
        """Where an address leads, from successor to successor."""
        seen = {address}
        while (successor := self.moved.get(address)) and successor not in seen:
            seen.add(successor)
            address = successor
        return address

    def page(self, address: str) -> str:
        """The page that an address stands on today, also where it was withdrawn from it."""
        return self.end(page_of(self.end(address)))

    def shortened(self) -> "Ledger":
        """With every address leading to the end of its way, if it has one."""
        ends = {old: self.end(old) for old in self.moved}
        return self.with_moves({old: end for old, end in ends.items() if end not in self.moved})

    def with_moves(self, moves: Mapping[str, str]) -> "Ledger":
        """With other successors for some addresses."""
        return replace(self, entries={**self.entries, **moves})

    def with_new(self, addresses: Iterable[str]) -> "Ledger":
        """With addresses that are published for the first time."""
        return replace(self, entries={**dict.fromkeys(addresses, KEPT), **self.entries})

    def text(self) -> str:
        """The file, in its order."""
        lines = (line_of(*entry) for entry in sorted(self.entries.items()))
        return "".join(f"{line}\n" for line in (*self.head, *lines))


def line_of(address: str, value: str) -> str:
    """The line of an address, as it is typed."""
    return f'{address}: "{value}"' if value.startswith(WITHDRAWN) else f"{address}: {value}"
