"""What indicators are about, and which of several agencies are about one thing."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator.content.families import measuring_words, roots
from generator.content.words import words

LIKE = 0.36
"""From here on, of one, names are about the same: by the words they share, those that few have
counting most."""
_MOST = 250
"""Of more indicators only those with the same words are about the same."""

_LONGEST = 6
"""Words of a title."""

_WORD = re.compile(r"[^\W_]+")
_MEASURE = re.compile(r"(?:jumlah|persentase|presentase|nilai|indeks|rasio|rata-rata)\s+", re.I)


def subject(name: str) -> str:
    """An indicator without the word it begins with that says how it is measured."""
    return _MEASURE.sub("", name, count=1)


Words = frozenset[str]
"""The roots of the words that tell what a name is about."""


class Subjects:
    """What each of some names is about; the roots of all their words are worked out together."""

    def __init__(self, names: Iterable[str]):
        self._roots = roots({word for name in names for word in words(name)})
        measures = measuring_words()
        self._telling = {
            word: root
            for word, root in self._roots.items()
            if word not in measures and root not in measures
        }

    def groups(self, names: Sequence[str]) -> list[list[int]]:
        """The places of names that are about the same, in the order of the first of each."""
        told = [self._of(name) for name in names]
        groups = _alike(told) if len(told) <= _MOST else _equal(told)
        return sorted(groups)

    def title(self, names: Sequence[str]) -> str:
        """What names are about: the words that most of them have, as one of them says them."""
        counts = Counter(root for name in names for root in self._of(name))
        common = {root for root, count in counts.items() if count * 2 > len(names)}
        best = max(names, key=lambda name: len(common & self._of(name)))
        said: dict[str, str] = {}
        for word in _WORD.findall(best if not best.isupper() else best.lower()):
            if (root := self._telling.get(word.casefold())) in common:
                said.setdefault(str(root), word if word.isupper() else word.lower())
        title = " ".join(list(said.values())[:_LONGEST]) or subject(best)
        return f"{title[:1].upper()}{title[1:]}"

    def _of(self, name: str) -> Words:
        return frozenset(self._telling[word] for word in words(name) if word in self._telling)


def _equal(told: list[Words]) -> list[list[int]]:
    found: dict[Words, list[int]] = {}
    for place, each in enumerate(told):
        found.setdefault(each, []).append(place)
    return list(found.values())


def _alike(told: list[Words]) -> list[list[int]]:
    """Those most alike first; groups become one where their members are alike on the whole."""
    likeness = _likeness(told)
    of = {place: [place] for place in range(len(told))}
    for _, *pair in sorted((-score, *pair) for pair, score in likeness.items() if score >= LIKE):
        one, other = of[pair[0]], of[pair[1]]
        if one is not other and _together(one, other, likeness) >= LIKE:
            one += other
            of |= dict.fromkeys(other, one)
    return [sorted(group) for group in {id(each): each for each in of.values()}.values()]


_Likeness = dict[tuple[int, int], float]


def _together(one: list[int], other: list[int], likeness: _Likeness) -> float:
    pairs = [(min(a, b), max(a, b)) for a in one for b in other]
    return math.fsum(likeness.get(pair, 0.0) for pair in pairs) / len(pairs)


def _likeness(told: list[Words]) -> _Likeness:
    """Of pairs that share any word."""
    weights = _weights(told)
    whole = [math.fsum(weights[root] for root in each) for each in told]
    found: _Likeness = {}
    for one, other in _pairs(told):
        shared = math.fsum(weights[root] for root in told[one] & told[other])
        found[one, other] = 2 * shared / (whole[one] + whole[other])
    return found


def _weights(told: list[Words]) -> dict[str, float]:
    """A word that few have tells more; what is said twice in the same words counts once."""
    distinct = set(told)
    counts = Counter(root for each in distinct for root in each)
    return {root: math.log(1 + len(distinct) / count) for root, count in counts.items()}


def _pairs(told: list[Words]) -> Iterator[tuple[int, int]]:
    for one, other in combinations(range(len(told)), 2):
        if told[one] & told[other]:
            yield one, other
