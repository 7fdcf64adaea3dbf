"""What of the old is what of the new: by its id first, then by likeness."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from itertools import product
from typing import TypeVar

from rapidfuzz import fuzz

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Texts = tuple[str, ...]

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
    texts: Callable[[V], Texts],
    like: int,
    may: Callable[[K, K], bool] = lambda old, new: True,
    is_sure: bool = False,
) -> dict[K, K]:
    """The id now of each that is still there, by its old id. Each of `texts` is something that one
    is known by, its name on the first line; from `like` on, of a hundred, what has another id is
    the same all the same; `may` forbids pairs of two ids; `is_sure` where what has the same id is
    the same."""
    same = [key for key in old if key in new]
    equal = {key for key in same if is_sure or old[key] == new[key]}
    left = {key: _known(texts(old[key])) for key in old if key not in equal}
    free = {key: _known(texts(new[key])) for key in new if key not in equal}
    elsewhere = set(free.values())
    for key in same:
        if key not in equal and _is_alike(left[key], free[key], elsewhere):
            equal.add(key)
            del left[key], free[key]
    found = {key: key for key in same if key in equal} | _likely(left, free, like, may)
    taken = set(found.values())
    return found | {key: key for key in same if key not in found and key not in taken}


def _is_alike(old: Texts, new: Texts, elsewhere: Collection[Texts]) -> bool:
    """Whether what has the same id is the same; not where the old text has another id now."""
    return old == new or (old not in elsewhere and _likeness(old, new, DOUBTFUL) > 0)


def _likeness(old: Texts, new: Texts, least: int) -> float:
    """Of a hundred, by what is most alike; nothing below the least."""
    each = zip(old, new, strict=True)
    return max(fuzz.ratio(before, after, score_cutoff=least) for before, after in each)


def _known(texts: Texts) -> Texts:
    return tuple(each[:_COMPARED] for each in texts)


def _likely(
    left: Mapping[K, Texts], free: Mapping[K, Texts], like: int, may: Callable[[K, K], bool]
) -> dict[K, K]:
    """Those that are most alike first; of two that are alike equally, the first."""
    scores: list[tuple[float, int, K, K]] = []
    for old, new in _candidates(left, free):
        if old != new and may(old, new):
            score = _likeness(left[old], free[new], like)
            scores += [(-score, len(scores), old, new)] if score else []
    found: dict[K, K] = {}
    taken: set[K] = set()
    for *_, old, new in sorted(scores, key=lambda each: each[:2]):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _candidates(left: Mapping[K, Texts], free: Mapping[K, Texts]) -> Iterator[tuple[K, K]]:
    if len(left) * len(free) <= _MAX_PAIRS:
        yield from product(left, free)
        return
    named: dict[str, list[K]] = {}
    for new, texts in free.items():
        named.setdefault(_name(texts), []).append(new)
    for old, texts in left.items():
        yield from ((old, new) for new in named.get(_name(texts), ()))


def _name(texts: Texts) -> str:
    return texts[0].partition("\n")[0]
