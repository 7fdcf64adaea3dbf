"""The words of the site, for a search that must guess what was meant."""

import re
from collections import Counter
from dataclasses import dataclass

from generator.content import Content
from generator.fields import Model
from generator.texts import texts


@dataclass(frozen=True)
class Kosakata:
    """What the search page loads beside the index."""

    kata: dict[str, int]
    """Each word, and on how many pages it stands."""
    istilah: list[list[str]]
    """Ways to say one thing, the decrees' own first."""
    halaman: int
    """How many pages can be found."""


def kosakata(content: Content) -> Kosakata:
    """The words of every page, and the terms with their other names."""
    pages = [_words(entry.document) for entry in content.entries.values()]
    counts = Counter(word for words in pages for word in words)
    terms = [
        [way for way in (each.istilah, each.kepanjangan, *each.padanan) if way]
        for each in content.terms
    ]
    several = [ways for ways in terms if len(ways) > 1]
    return Kosakata(dict(sorted(counts.items())), several, len(pages))


def _words(document: Model) -> set[str]:
    return {word for text in texts(document) for word in re.findall(r"[^\W\d_]{3,}", text.lower())}
