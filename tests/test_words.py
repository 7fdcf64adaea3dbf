"""The words of a text: kata.json holds the vocabulary and the search page to one table, the page in
tests/js/pencari.test.js."""

import json
import time
from pathlib import Path

import pytest

from generator.content.words import joined, words
from generator.site.indexing import Page, files

CASES = json.loads((Path(__file__).parent / "kata.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["teks"])
def test_words(case: dict) -> None:
    """Apart, and what has hyphens also as one."""
    assert words(case["teks"]) == case["kata"]
    assert joined(case["teks"]) == case["rangkai"]


def test_what_has_hyphens_is_indexed_apart_and_as_one() -> None:
    """A word stands once a page; digits are not put together."""
    page = Page("a/b/1/c/", "Staf", "", "Senam Jum'at, jumat, Al-Qur’an, KTP-el, 2019-2020")
    (part,) = (json.loads(text) for name, text in files([page]) if name == "b0.json")
    found = {word for family in part.values() for word in family}
    assert found == {"2019", "2020", "al", "alquran", "el", "jumat", "ktp", "ktpel", "quran"} | {
        "senam",
        "staf",
    }


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["a" * 250_000, "é-" * 120_000, "a'" * 120_000, "a- " * 80_000])
def test_a_long_word_is_gone_through_once(text: str) -> None:
    """The search stays linear on 256 KB made for the worst case."""
    start = time.process_time()
    words(text)
    joined(text)
    assert time.process_time() - start < 1
