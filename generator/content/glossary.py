"""The terms of the glossary that stand in a text."""

import re
from collections.abc import Iterable

from generator.model.documents import EntriIstilah

SHORT = 3
"""A term of so few letters is only found as it is written: `di` is no abbreviation."""

_WORD = re.compile(r"\w+")
_Shape = tuple[int, int]
"""Where the first word of a term begins in it, and how long the term is."""


class Glossary:
    """Terms, looked up by their first word, so that a text is gone through once however many terms
    there are."""

    def __init__(self, terms: Iterable[EntriIstilah]):
        by_word: dict[str, dict[_Shape, dict[str, list[EntriIstilah]]]] = {}
        for each in terms:
            if first := _WORD.search(each.istilah):
                shape = (first.start(), len(each.istilah))
                shapes = by_word.setdefault(first[0].casefold(), {})
                shapes.setdefault(shape, {}).setdefault(each.istilah.casefold(), []).append(each)
        self._longest_first = {
            word: sorted(shapes.items(), key=lambda each: -each[0][1])
            for word, shapes in by_word.items()
        }

    def found(self, text: str) -> list[EntriIstilah]:
        """The terms in a text, as whole words; of two that begin together only the longer."""
        found: list[EntriIstilah] = []
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for (before, length), terms in self._longest_first.get(word[0].casefold(), ()):
                start = word.start() - before
                if here := _here(text, start, length, terms):
                    found += here
                    end = start + length
                    break
        return found


def _here(
    text: str, start: int, length: int, terms: dict[str, list[EntriIstilah]]
) -> list[EntriIstilah]:
    if start < 0 or not _is_whole(text, start, start + length):
        return []
    written = text[start : start + length]
    return [
        each
        for each in terms.get(written.casefold(), [])
        if len(each.istilah) > SHORT or each.istilah == written
    ]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or behind."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after in ("_", "-"))
