"""Characters that nobody sees."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.characters import describe, first_invisible, shown

INVISIBLE = {
    "\0": "karakter kendali, U+0000",
    "\x1b": "karakter kendali, U+001B",
    "\x7f": "karakter kendali, U+007F",
    "\x85": "karakter kendali, U+0085",
    "\u00ad": "karakter tanpa lebar, U+00AD",
    "\u061c": "pengatur arah tulisan, U+061C",
    "\u200b": "karakter tanpa lebar, U+200B",
    "\u200d": "karakter tanpa lebar, U+200D",
    "\u200e": "pengatur arah tulisan, U+200E",
    "\u2028": "pemisah baris, U+2028",
    "\u202a": "pengatur arah tulisan, U+202A",
    "\u202e": "pengatur arah tulisan, U+202E",
    "\u2060": "karakter tanpa lebar, U+2060",
    "\u2069": "pengatur arah tulisan, U+2069",
    "\u3164": "karakter tanpa lebar, U+3164",
    "\ufe0f": "karakter tanpa lebar, U+FE0F",
    "\ufeff": "karakter tanpa lebar, U+FEFF",
    "\ufffe": "karakter rusak, U+FFFE",
    "\ud800": "karakter rusak, U+D800",
    "\U000e0041": "karakter tanpa lebar, U+E0041",
}


@pytest.mark.parametrize(("character", "name"), INVISIBLE.items(), ids=INVISIBLE.values())
def test_invisible(character: str, name: str) -> None:
    """Found wherever it stands, and called what it does, with its number."""
    assert first_invisible(f"aé😀{character}b{character}") == 3
    assert describe(character) == name


@pytest.mark.long
@pytest.mark.parametrize("category", ["Cc", "Cs", "Zl", "Zp"])
def test_no_character_of_these_kinds_is_overlooked(category: str) -> None:
    """Controls but for TAB and line ends, halves of characters, and odd line ends."""
    members = {
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) == category
    }

    assert {each for each in members if first_invisible(each) is None} == (
        {"\t", "\n", "\r"} if category == "Cc" else set()
    )


@pytest.mark.long
def test_no_direction_is_overlooked() -> None:
    """All that Unicode knows for turning the direction of a text."""
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    members = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.bidirectional(character) in turning
    ]

    assert len(members) == 9
    assert all(first_invisible(each) == 0 for each in members)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Camat",
        "a\tb\nc\r\n",
        "×–—“”•°²½≥≤Σ÷…",
        "é e\u0301 ñ",
        "a\u00a0b",
        "😀👍🏽",
        "कखग العربية",
    ],
)
def test_what_can_be_seen_is_allowed(text: str) -> None:
    """Signs, letters of any script, pictures and blanks of any width."""
    assert first_invisible(text) is None


SHOWN = {
    "nama": "nama",
    "satu\ndua\t tiga ": "satu dua tiga",
    "a\u202eb\x1b[2J": "a\ufffdb\ufffd[2J",
    "k" * 30: "k" * 30,
    "k" * 31: "k" * 29 + "…",
    "Pegawai dengan NIP 19850315 201001 1 002": "Pegawai dengan NIP •••••••• •…",
}


@pytest.mark.parametrize(("text", "expected"), SHOWN.items())
def test_shown(text: str, expected: str) -> None:
    """Short and on one line, with a sign in place of what cannot be seen, without the number of a
    person."""
    assert shown(text) == expected


@given(st.text(st.characters()))
def test_a_message_may_repeat_any_text(text: str) -> None:
    """Nothing of a hostile text gets into a terminal or a log but what can be seen."""
    line = shown(text)

    assert len(line) <= 30
    assert len(line.splitlines()) <= 1
    assert first_invisible(line) is None
