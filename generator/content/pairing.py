"""What of the old is what of the new: by its id first, then by likeness."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from itertools import product
from typing import TypeVar

from rapidfuzz import fuzz

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

DOUBTFUL = 55
"""Below this, of a hundred, what has the same id may be another thing, if the old one is found
elsewhere."""
_COMPARED = 1_000
"""Characters by which likeness is told."""
_MAX_PAIRS = 40_000
"""Of more, only what has the same name is held against each other."""


def pairs(
    old: Mapping[K, V],
    new: Mapping[K, V],
    text: Callable[[V], str],
    like: int,
    may: Callable[[K, K], bool] = lambda old, new: True,
    is_sure: bool = False,
) -> dict[K, K]:
    """The id now of each that is still there, by its old id. `text` is what one is known by, its
    name first; from `like` on, of a hundred, what has another id is the same all the same; `may`
    forbids pairs of two ids; `is_sure` where what has the same id is the same."""
    same = [key for key in old if key in new]
    equal = {key for key in same if is_sure or old[key] == new[key]}
    left = {key: _known(text(old[key])) for key in old if key not in equal}
    free = {key: _known(text(new[key])) for key in new if key not in equal}
    elsewhere = set(free.values())
    for key in same:
        if key not in equal and _is_alike(left[key], free[key], elsewhere):
            equal.add(key)
            del left[key], free[key]
    found = {key: key for key in same if key in equal} | _likely(left, free, like, may)
    taken = set(found.values())
    return found | {key: key for key in same if key not in found and key not in taken}


def _is_alike(old: str, new: str, elsewhere: Collection[str]) -> bool:
    """Whether what has the same id is the same; not where the old text has another id now."""
    return old == new or (old not in elsewhere and fuzz.ratio(old, new) >= DOUBTFUL)


def _known(text: str) -> str:
    return text[:_COMPARED]


def _likely(
    left: Mapping[K, str], free: Mapping[K, str], like: int, may: Callable[[K, K], bool]
) -> dict[K, K]:
    """Those that are most alike first; of two that are alike equally, the first."""
    scores: list[tuple[float, int, K, K]] = []
    for old, new in _candidates(left, free):
        if old != new and may(old, new):
            score = fuzz.ratio(left[old], free[new], score_cutoff=like)
            scores += [(-score, len(scores), old, new)] if score else []
    found: dict[K, K] = {}
    taken: set[K] = set()
    for *_, old, new in sorted(scores, key=lambda each: each[:2]):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _candidates(left: Mapping[K, str], free: Mapping[K, str]) -> Iterator[tuple[K, K]]:
    if len(left) * len(free) <= _MAX_PAIRS:
        yield from product(left, free)
        return
    named: dict[str, list[K]] = {}
    for new, text in free.items():
        named.setdefault(_name(text), []).append(new)
    for old, text in left.items():
        yield from ((old, new) for new in named.get(_name(text), ()))


def _name(text: str) -> str:
    return text.partition("\n")[0]
