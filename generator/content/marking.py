"""Which words of a text, and which items of a list, were kept, added, removed or moved."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

MAX_WORDS = 2_000
"""Of longer stretches nobody reads which words changed; they are shown one after the other."""
LIKE = 60
"""From here on, of a hundred, two items are one that was reworded."""
_COMPARED = 300
"""Characters by which the likeness of two items is told."""
_BEGINNING = 12
"""Fewer letters are not enough to take a text for the beginning of another."""
_MAX_PAIRS = 10_000
"""Of longer lists the items are not held against each other, but taken in their order."""


@dataclass(frozen=True)
class Piece:
    """A run of words: kept, added, removed, or an item that stands in another place now."""

    kind: str
    """`tetap`, `tambah`, `hapus` or `pindah`."""
    text: str


Diff = list[Piece]
"""A text with its changes, in reading order."""


@dataclass(frozen=True)
class Run:
    """Items of a list that follow one another and are all kept, or none of them."""

    is_kept: bool
    items: list[Diff]


def is_kept(diff: Diff) -> bool:
    """Whether nothing of a text changed."""
    return all(piece.kind == "tetap" for piece in diff)


def sides(diff: Diff) -> tuple[str, str]:
    """A text before and after; an item that only moved is the same on both sides."""
    before = (piece.text for piece in diff if piece.kind != "tambah")
    after = (piece.text for piece in diff if piece.kind != "hapus")
    return " ".join(before), " ".join(after)


def of_sides(before: str, after: str) -> Diff:
    """The words of both; if they are the same, of an item that moved."""
    return [Piece("pindah", after)] if before == after else of_texts(before, after)


def shared_start(old: str, new: str) -> int:
    """How many letters of whole words both texts begin with."""
    before, after = old.split(" "), new.split(" ")
    count = _shared(before, after)[0]
    return sum(len(word) + 1 for word in before[:count])


_KEPT_WORDS = 24
_EDGE = 10
"""Of more words than the first that were kept, so many at each end are told."""


def shortened(diff: Diff) -> Diff:
    """Of long stretches that were kept only what stands beside a change."""
    last = len(diff) - 1
    return [
        _cut(piece, number == 0, number == last) if piece.kind == "tetap" else piece
        for number, piece in enumerate(diff)
    ]


def _cut(piece: Piece, is_first: bool, is_last: bool) -> Piece:
    words = piece.text.split(" ")
    if len(words) <= _KEPT_WORDS:
        return piece
    head = [] if is_first else words[:_EDGE]
    tail = [] if is_last else words[-_EDGE:]
    return Piece("tetap", " ".join([*head, "…", *tail]))


def runs(items: Sequence[Diff]) -> list[Run]:
    """A list by what changed of it and what did not."""
    return [Run(kept, list(run)) for kept, run in groupby(items, is_kept)]


def of_texts(old: str, new: str) -> Diff:
    """The words of both, each once where they are the same."""
    before, after = old.split(), new.split()
    if before == after and old != new:
        return _replaced([old], [new])
    start, end = _shared(before, after)
    middle = before[start : len(before) - end], after[start : len(after) - end]
    diff = [Piece("tetap", " ".join(before[:start])), *_middle(*middle)]
    diff.append(Piece("tetap", " ".join(before[len(before) - end :])))
    return _joined(diff)


KEPT = 0.4
"""Where less of a text is kept, to mark the rest would mark nearly all of it."""


def marked(first: str, text: str) -> Diff:
    """A text with what another does not have marked as added, if most of it is the same."""
    if not text or first == text:
        return [Piece("tetap", text)] if text else []
    pieces = [each for each in of_texts(first, text) if each.kind != "hapus"]
    kept = sum(len(each.text) for each in pieces if each.kind == "tetap")
    return pieces if kept >= KEPT * len(text) else [Piece("tetap", text)]


def _shared(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many words both begin with, and how many of the others they end with."""
    most, start, end = min(len(before), len(after)), 0, 0
    while start < most and before[start] == after[start]:
        start += 1
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end


def _middle(before: list[str], after: list[str]) -> Diff:
    if len(before) + len(after) > MAX_WORDS:
        return _replaced(before, after)
    diff: Diff = []
    for kept, removed, added in _aligned(before, after):
        diff += [Piece("tetap", " ".join(kept))] if kept else _replaced(removed, added)
    return diff


def _joined(diff: Diff) -> Diff:
    """Pieces of one kind that follow one another are one; none is empty."""
    groups = groupby((each for each in diff if each.text), lambda piece: piece.kind)
    return [Piece(kind, " ".join(each.text for each in group)) for kind, group in groups]


def of_lists(old: Sequence[str], new: Sequence[str]) -> list[Diff]:
    """The items of both lists; an item that was reworded is one item with its changes, and one that
    only moved is told once, where it stands now."""
    steps = list(_aligned(old, new))
    gone = Counter(each for _, removed, _ in steps for each in removed)
    moved = gone & Counter(each for _, _, added in steps for each in added)
    leaving = Counter(moved)
    items: list[Diff] = []
    for kept, removed, added in steps:
        items += [[Piece("tetap", each)] for each in kept]
        left = [each for each in removed if not _taken(each, leaving)]
        items += _matched(left, [(each, _taken(each, moved)) for each in added])
    return items


def _taken(item: str, counts: "Counter[str]") -> bool:
    """Whether there is one of it left, which is taken."""
    if counts[item]:
        counts[item] -= 1
        return True
    return False


def _matched(removed: list[str], added: list[tuple[str, bool]]) -> list[Diff]:
    """Items that stand where others stood: reworded, removed, added, or come from elsewhere."""
    fresh = [each for each, is_moved in added if not is_moved]
    partners = dict(_partners(removed, fresh))
    items: list[Diff] = []
    place = number = 0
    for each, is_moved in added:
        if is_moved:
            items.append([Piece("pindah", each)])
            continue
        if (partner := partners.get(number)) is not None:
            items += [[Piece("hapus", gone)] for gone in removed[place:partner]]
            items.append(of_texts(removed[partner], each))
            place = partner + 1
        else:
            items.append([Piece("tambah", each)])
        number += 1
    return [*items, *([Piece("hapus", gone)] for gone in removed[place:])]


def _partners(removed: list[str], added: list[str]) -> Iterator[tuple[int, int]]:
    """Which of the added is which of the removed, both in their order: those that are most alike
    together."""
    if len(removed) == 1 and len(added) == 1 and _likeness(removed[0], added[0]):
        yield 0, 0
        return
    if len(removed) * len(added) > _MAX_PAIRS:
        yield from zip(range(len(added)), range(len(removed)), strict=False)
        return
    likeness = [[_likeness(old, new) for old in removed] for new in added]
    best = _best(likeness, len(removed))
    number, place = 0, 0
    while number < len(added) and place < len(removed):
        if best[number][place] == best[number + 1][place]:
            number += 1
        elif best[number][place] == best[number][place + 1]:
            place += 1
        else:
            yield number, place
            number, place = number + 1, place + 1


def _best(likeness: list[list[float]], width: int) -> list[list[float]]:
    """The most that can be reached from each pair of places on, to the ends of both lists."""
    best = [[0.0] * (width + 1) for _ in range(len(likeness) + 1)]
    for number in reversed(range(len(likeness))):
        for place in reversed(range(width)):
            here = likeness[number][place]
            together = here + best[number + 1][place + 1] if here else 0.0
            best[number][place] = max(together, best[number + 1][place], best[number][place + 1])
    return best


def _likeness(old: str, new: str) -> float:
    """Of a hundred, or nothing; also of a text and another that goes on where it ends."""
    shared = max(min(len(old), len(new)), _BEGINNING)
    begins = fuzz.ratio(old[:_COMPARED][:shared], new[:_COMPARED][:shared], score_cutoff=LIKE)
    return begins or fuzz.ratio(old[:_COMPARED], new[:_COMPARED], score_cutoff=LIKE)


def _aligned(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Runs of what both have, and between them what was removed and what was added."""
    removed: list[str] = []
    added: list[str] = []
    for step in LCSseq.opcodes(old, new):
        if step.tag != "equal":
            removed += old[step.src_start : step.src_end]
            added += new[step.dest_start : step.dest_end]
            continue
        if removed or added:
            yield [], removed, added
            removed, added = [], []
        yield list(old[step.src_start : step.src_end]), [], []
    if removed or added:
        yield [], removed, added


def _replaced(before: Sequence[str], after: Sequence[str]) -> Diff:
    pieces = (Piece("hapus", " ".join(before)), Piece("tambah", " ".join(after)))
    return [piece for piece in pieces if piece.text]
