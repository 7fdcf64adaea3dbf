"""The index that the search page loads: which words stand on which pages, and how well.

Words of one family stand together in one part, so that a query loads few parts. A posting is one
number: the distance to the page before it, times ten, and how well the word tells of the page.
"""

import functools
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from generator.content.families import roots
from generator.content.words import joined, words

MOST_GUESSED = 20_000
"""Words that a query may be corrected to; those of the fewest pages are found as they are typed."""
SHOWN = "h"
"""What the names of files begin with that hold what is shown of a page."""
_PART = 16_000
"""Characters of a part, at which the next begins."""
_LEADERS = {"jpt", "administrator"}
"""Groups of positions that answer for the work of others."""
_EDITION = 3
"""Parts of the address of an edition: pemda, agency, edition."""
_TITLE, _HEADING, _OFTEN, _DENSE = 9, 5, 3, 20
Heading = tuple[str, str, int]
"""An anchor, its words, and how many words of the page stand before it."""


@dataclass(frozen=True)
class Page:
    """A page as the search knows it."""

    url: str
    title: str
    printed: str
    """The name as the decree prints it, where it is not the title."""
    content: str
    headings: list[Heading] = field(default_factory=list)
    filters: dict[str, list[str]] = field(default_factory=dict)

    @functools.cached_property
    def way(self) -> list[str]:
        """The parts of its address; pages of an agency stand together when sorted by it."""
        return self.url.strip("/").split("/")

    @property
    def is_decree(self) -> bool:
        """Whether it is the page of an edition."""
        return len(self.way) == _EDITION


def files(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The names of the files of the index, and their texts."""
    ordered = sorted(pages, key=lambda page: page.way)
    postings = _postings(ordered)
    families = _families(postings)
    made = dict(_parts(families, postings))
    firsts = [next(iter(part)) for part in made.values()]
    texts = {name: _text(part) for name, part in made.items()}
    texts |= {f"{SHOWN}{number}.json": _text(_shown(page)) for number, page in enumerate(ordered)}
    texts["saringan.json"] = _text(_filters(ordered))
    head = {
        "halaman": len(ordered),
        "potong": firsts,
        "kata": _guessed(families, postings),
        "rentang": _ranges(ordered),
        "pimpinan": [
            n for n, page in enumerate(ordered) if _LEADERS & {*page.filters.get("kelompok", ())}
        ],
        "dokumen": {n: len(words(page.title)) for n, page in enumerate(ordered) if page.is_decree},
        "versi": hashlib.sha256("".join(texts.values()).encode()).hexdigest()[:10],
    }
    yield "kata.json", _text(head)
    yield from texts.items()


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _postings(pages: list[Page]) -> dict[str, dict[int, int]]:
    """Each word, and how well it tells of each page that has it, from 1 to 9."""
    postings: dict[str, dict[int, int]] = defaultdict(dict)
    for number, page in enumerate(pages):
        for word, score in _scores(page).items():
            postings[word][number] = score
    return dict(postings)


def _scores(page: Page) -> dict[str, int]:
    found = _all_words(page.content)
    scores = {
        word: 1 + (count > 1) + (count > _OFTEN) + (count * _DENSE > len(found))
        for word, count in Counter(found).items()
    }
    for _, heading, _ in page.headings:
        scores |= dict.fromkeys(_all_words(heading), _HEADING)
    for name in (page.printed, page.title):
        scores |= _of_name(_all_words(name))
    return scores


def _of_name(name: list[str]) -> dict[str, int]:
    """The shorter a name, the more each of its words says."""
    return dict.fromkeys(name, max(_TITLE - (len(name) - 1) // 2, _HEADING + 1))


def _all_words(text: str) -> list[str]:
    return words(text) + [row for row in joined(text) if row.isalpha()]


def _families(postings: dict[str, dict[int, int]]) -> dict[str, list[str]]:
    """Each root, and its family."""
    families: dict[str, list[str]] = defaultdict(list)
    root = roots({word for word in postings if word.isalpha()})
    for word in sorted(postings):
        families[root.get(word, word)].append(word)
    return dict(sorted(families.items()))


def _parts(
    families: dict[str, list[str]], postings: dict[str, dict[int, int]]
) -> Iterator[tuple[str, dict[str, dict[str, list[int]]]]]:
    """Families in alphabetical order, part by part."""
    size = 0

    def part_of(root: str) -> int:
        nonlocal size
        part = size // _PART
        size += sum(len(word) + 4 * len(postings[word]) for word in families[root])
        return part

    for number, (_, group) in enumerate(groupby(families, key=part_of)):
        yield (
            f"b{number}.json",
            {root: {word: _packed(postings[word]) for word in families[root]} for root in group},
        )


def _packed(scores: dict[int, int]) -> list[int]:
    distances = _distances(scores)
    return [10 * step + score for step, score in zip(distances, scores.values(), strict=True)]


def _distances(numbers: Iterable[int]) -> list[int]:
    last, distances = 0, []
    for number in numbers:
        distances.append(number - last)
        last = number
    return distances


def _guessed(
    families: dict[str, list[str]], postings: dict[str, dict[int, int]]
) -> dict[str, int | dict[str, int]]:
    """The words that a query may be corrected to, by their roots, with how many pages have each."""
    fit = (word for word in postings if len(word) > len("di") and word.isalpha())
    most = sorted(fit, key=lambda word: (-len(postings[word]), word))[:MOST_GUESSED]
    kept = set(most)
    guessed: dict[str, int | dict[str, int]] = {}
    for root, family in families.items():
        counts = {word: len(postings[word]) for word in family if word in kept}
        if counts:
            guessed[root] = counts[root] if [*counts] == [root] else counts
    return guessed


def _ranges(pages: list[Page]) -> dict[str, list[int]]:
    """Of each pemda and agency, its first page and how many it has."""
    ranges: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        for key in {"/".join(page.way[:depth]) for depth in (1, 2) if len(page.way) >= depth}:
            ranges.setdefault(key, [number, 0])[1] += 1
    return dict(sorted(ranges.items()))


def _filters(pages: list[Page]) -> dict[str, dict[str, list[int]]]:
    """The pages of each choice; pemda and agencies are ranges already."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, page in enumerate(pages):
        for name, keys in page.filters.items():
            for key in keys if name not in ("pemda", "instansi") else ():
                found[name][key].append(number)
    return {
        name: {key: _distances(numbers) for key, numbers in sorted(keys.items())}
        for name, keys in sorted(found.items())
    }


def _shown(page: Page) -> dict[str, Any]:
    return {
        "url": page.url,
        "judul": page.title,
        "isi": page.content,
        "bagian": [list(each) for each in page.headings],
    }
