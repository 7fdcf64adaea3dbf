"""The words of the site, for a search that must guess what was meant."""

import re
from collections import Counter
from dataclasses import dataclass

from generator.content import Content
from generator.reading import Source

_NOT_WORDS = frozenset(
    "id jenis catatan atasan atas kelompok penomoran status url sha256 mutu_sumber surel laman"
    " pejabat sumber_data_gabung nomor_lengkap mencabut".split()
)
"""Fields whose values no reader searches for, or, like the names of officers, may search for."""


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
    pages = [_words(entry.source) for entry in content.entries.values()]
    counts = Counter(word for words in pages for word in words)
    terms = [
        [way for way in (each.istilah, each.kepanjangan, *each.padanan) if way]
        for each in content.terms
    ]
    several = [ways for ways in terms if len(ways) > 1]
    return Kosakata(dict(sorted(counts.items())), several, len(pages))


def _words(source: Source) -> set[str]:
    return {
        word
        for location, text in source.scalars()
        if not _NOT_WORDS.intersection(location)
        for word in re.findall(r"[^\W\d_]{3,}", text.lower())
    }
