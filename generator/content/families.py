"""What a search knows of Indonesian: families of words, words that ask, and what people say."""

import functools
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import snowballstemmer
import yaml

from generator.content.words import words

_LANGUAGE = Path(__file__).parent / "bahasa.yml"
_STEM = snowballstemmer.stemmer("indonesian").stemWord
_NASAL = re.compile("[mp]e(?:m|n|ng|ny)?(?=[a-z])")
_MELTING = "tkpsnml"


def roots(vocabulary: Collection[str]) -> dict[str, str]:
    """Each word, and the root that it and its family share: penyusunan, disusun -> susun."""
    found = {word: _root(word, vocabulary) for word in vocabulary}
    # What is the root of others is its own: terima, though the stemmer cuts it as ter-ima.
    bases = {root for word, root in found.items() if root != word}
    return {word: word if word in bases else root for word, root in found.items()}


def _root(word: str, vocabulary: Collection[str]) -> str:
    language = _language()
    if word in language["akar"]:
        return str(language["akar"][word])
    stem = _STEM(word)
    if stem in vocabulary or stem in language["pokok"]:
        return str(language["pokok"].get(stem, stem))
    return next((base for base in _before(word, stem) if base in vocabulary), stem)


def _before(word: str, stem: str) -> Iterator[str]:
    """What a stem may have been before the stemmer cut its end as a suffix, or its first letter
    melted into a prefix: nila -> nilai, ulis -> tulis."""
    yield f"{stem}i"
    if _NASAL.match(word):
        yield from (f"{letter}{stem}" for letter in _MELTING)


def stop_words() -> list[str]:
    """What questions are made of."""
    return sorted(set(words(_language()["henti"])))


def light_words() -> list[str]:
    """What weighs little beside another word."""
    return sorted(set(words(_language()["ringan"])))


def measuring_words() -> frozenset[str]:
    """What an indicator is measured by, and what names are made of: nothing that it is about."""
    return frozenset(words(_language()["ukuran"]))


def said() -> list[list[str]]:
    """Ways to say one thing on every site, the decrees' own first."""
    return [list(ways) for ways in _language()["padanan"]]


@functools.cache
def _language() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_LANGUAGE.read_text(encoding="utf-8"))
    return loaded
