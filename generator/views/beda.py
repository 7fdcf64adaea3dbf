"""What changed between two texts or two lists, word for word."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model import Butir
from generator.views.tabel import as_line


@dataclass(frozen=True)
class Potong:
    """A run of words: kept, added or removed."""

    sifat: str
    """`tetap`, `tambah` or `hapus`."""
    teks: str


Beda = list[Potong]
"""A text with its changes, in reading order."""


def of_texts(old: str, new: str) -> Beda:
    """The words of both, each once where they are the same."""
    before, after = old.split(), new.split()
    pieces: Beda = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Potong("tetap", " ".join(before[a:b])))
            continue
        if a < b:
            pieces.append(Potong("hapus", " ".join(before[a:b])))
        if c < d:
            pieces.append(Potong("tambah", " ".join(after[c:d])))
    return pieces


def of_lists(old: list[Butir], new: list[Butir]) -> list[Beda]:
    """The items of both lists; an item that was reworded is one item with its changes."""
    before, after = list(map(as_line, old)), list(map(as_line, new))
    items: list[Beda] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            items += [[Potong("tetap", each)] for each in before[a:b]]
            continue
        reworded = min(b - a, d - c)
        items += [of_texts(before[a + n], after[c + n]) for n in range(reworded)]
        items += [[Potong("hapus", each)] for each in before[a + reworded : b]]
        items += [[Potong("tambah", each)] for each in after[c + reworded : d]]
    return items
