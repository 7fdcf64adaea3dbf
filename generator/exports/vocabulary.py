"""The words of the site, for a search that must guess what was meant."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from jinja2.utils import htmlsafe_json_dumps

from generator.content import addresses
from generator.content.content import Content
from generator.content.words import joined, words
from generator.exports.filters import names
from generator.files import File
from generator.model.texts import texts


@dataclass(frozen=True)
class Kosakata:
    """What the search page loads beside the index."""

    kata: dict[str, int]
    """Each word, and on how many pages it stands."""
    serangkai: list[str]
    """What has hyphens, as one word: known, but never guessed."""
    istilah: list[list[str]]
    """Ways to say one thing, the decrees' own first."""
    halaman: int
    """How many pages can be found."""
    saringan: dict[str, dict[str, str]]
    """The name of each key that a search can be narrowed by."""


def files(content: Content) -> Iterator[File]:
    """`kosakata.json`, which the search page loads."""
    words = asdict(kosakata(content))
    text = htmlsafe_json_dumps(words, separators=(",", ":"), ensure_ascii=False)
    yield File(addresses.VOCABULARY, text.encode())


def kosakata(content: Content) -> Kosakata:
    """The words of every page, and the terms with their other names."""
    pages = [list(texts(entry.document)) for entry in content.entries.values()]
    counts = Counter(word for page in pages for word in set(_long(map(words, page))))
    rows = {word for page in pages for word in _long(map(joined, page))} - counts.keys()
    terms = [
        [way for way in (each.istilah, each.kepanjangan, *each.padanan) if way]
        for each in content.terms
    ]
    several = [ways for ways in terms if len(ways) > 1]
    return Kosakata(dict(sorted(counts.items())), sorted(rows), several, len(pages), names(content))


def _long(found: Iterable[list[str]]) -> Iterator[str]:
    return (word for each in found for word in each if len(word) > 2 and word.isalpha())
