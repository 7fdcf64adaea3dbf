"""The words of a text: kata.json holds the vocabulary and the search page to one table, the page in
tests/js/pencari.test.js."""

import json
import time
from pathlib import Path

import pytest

from generator.content import loading
from generator.content.words import joined, words
from generator.exports.vocabulary import kosakata
from generator.settings import Settings

CASES = json.loads((Path(__file__).parent / "kata.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["teks"])
def test_words(case: dict) -> None:
    """Apart, and what has hyphens also as one."""
    assert words(case["teks"]) == case["kata"]
    assert joined(case["teks"]) == case["rangkai"]


def test_the_vocabulary(settings: Settings) -> None:
    """A word stands once a page, a row of words as one beside the words that may be guessed."""
    file = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
    new = "  - Senam Jum'at dan pengajian Al-Qur’an, jumat juga, sub-bagian"
    text = file.read_text(encoding="utf-8").replace("  - Pengelolaan surat", new)
    file.write_text(text, encoding="utf-8")

    found = kosakata(loading.load(settings.content, "content").content)

    assert {word: found.kata[word] for word in ("jumat", "quran", "pengajian")} == {
        "jumat": 1,
        "quran": 1,
        "pengajian": 1,
    }
    assert {"alquran", "ktpel", "subbagian"} <= set(found.serangkai)
    assert found.serangkai == sorted(found.serangkai)


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["a" * 250_000, "é-" * 120_000, "a'" * 120_000, "a- " * 80_000])
def test_a_long_word_is_gone_through_once(text: str) -> None:
    """The search stays linear on 256 KB made for the worst case."""
    start = time.process_time()
    words(text)
    joined(text)
    assert time.process_time() - start < 1
