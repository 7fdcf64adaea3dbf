"""The ledger of addresses as it is after a publication, or after something got another name."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import rules
from generator.build import publishing
from generator.build.publishing import Checked
from generator.content import addresses, ledger_lines
from generator.content.ledger import KEPT, Ledger
from generator.content.promises import Promises, is_undated, key_of
from generator.rules.structure import alamat
from generator.settings import Settings
from generator.source.problem import Problem

_OWN_CODES = (ledger_lines.UNTIDY, alamat.CODE)


@dataclass(frozen=True)
class Move:
    """From one address to another, with whatever lies below it."""

    old: str
    new: str


@dataclass(frozen=True)
class Recorded:
    """The new ledger, what is still wrong with it, and what became of how many addresses."""

    ledger: Ledger
    problems: list[Problem]
    moved: int = 0
    added: int = 0


def in_the_way(checked: Checked) -> list[Problem]:
    """The mistakes for which nobody knows what will be published, or what the ledger says."""
    path = checked.content.ledger.path
    return [
        each
        for each in checked.problems
        if each.is_mistake and not (each.path == path and each.code in _OWN_CODES)
    ]


def unrecorded(checked: Checked, settings: Settings) -> int:
    """How many addresses are published for the first time."""
    alive = publishing.promises(checked.content, settings).alive
    return len(alive - checked.content.ledger.entries.keys())


def recorded(checked: Checked, settings: Settings) -> Recorded:
    """The ledger with every new address; as long as something is wrong with it, without."""
    promises = publishing.promises(checked.content, settings)
    ledger, problems = _arranged(checked.content.ledger, promises)
    if problems:
        return Recorded(checked.content.ledger, problems)
    added = promises.alive - ledger.entries.keys()
    return Recorded(ledger.with_new(added), [], added=len(added))


def fault_of(move: Move, checked: Checked, settings: Settings) -> str | None:
    """Why nothing can move so."""
    ledger, promises = checked.content.ledger, publishing.promises(checked.content, settings)
    if move.old in promises.alive:
        return f'"{move.old}" masih ada di situs. Ganti dahulu nama berkas atau foldernya.'
    if move.new not in promises.alive:
        return f'"{move.new}" tidak ada di situs. Periksa alamat barunya.'
    if not any(_is_below(address, move.old) for address in ledger.entries):
        return f'"{move.old}" tidak tercatat di {ledger.path}, jadi tidak perlu dipindahkan.'
    return None


def with_move(move: Move, checked: Checked, settings: Settings) -> Recorded:
    """The ledger in which each address below one leads to the same below another; what is not
    there is told."""
    promises = publishing.promises(checked.content, settings)
    ledger = checked.content.ledger
    moves = dict(_moves(move, ledger, promises))
    back = {new: KEPT for new in moves.values() if new in ledger.entries}
    ledger, problems = _arranged(ledger.with_moves({**moves, **back}), promises)
    return Recorded(ledger, problems, moved=len(moves))


def _arranged(ledger: Ledger, promises: Promises) -> tuple[Ledger, list[Problem]]:
    """In order, and what is wrong with it then, at the lines that it has then."""
    arranged, _ = ledger_lines.parse(ledger.shortened().text(), ledger.path)
    return arranged, sorted(rules.check_ledger(arranged, promises))


def _moves(move: Move, ledger: Ledger, promises: Promises) -> Iterator[tuple[str, str]]:
    undated = _undated(move)
    for address, value in ledger.entries.items():
        if value == KEPT and address not in promises.alive:
            for each in (move, *undated):
                new = each.new + address.removeprefix(each.old)
                if _is_below(address, each.old) and new in promises.alive:
                    yield address, new


def _is_below(address: str, old: str) -> bool:
    return address == old or ("#" not in old and address.startswith(old))


def _undated(move: Move) -> list[Move]:
    """What a position that moves is called without its edition."""
    old, new = key_of(move.old), key_of(move.new)
    if len(old) != 4 or len(new) != 4 or "#" in move.old:
        return []
    found = Move(addresses.in_force(old), addresses.in_force(new))
    assert is_undated(key_of(found.old))
    return [found]
