"""Characters that nobody sees, and the numbers of persons."""

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.characters import describe, first_invisible, personal_number, shown

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
}


@pytest.mark.parametrize(("text", "expected"), SHOWN.items())
def test_shown(text: str, expected: str) -> None:
    """Short and on one line, with a sign in place of what cannot be seen."""
    assert shown(text) == expected


@given(st.text(st.characters()))
def test_a_message_may_repeat_any_text(text: str) -> None:
    """Nothing of a hostile text gets into a terminal or a log but what can be seen."""
    line = shown(text)

    assert len(line) <= 30
    assert len(line.splitlines()) <= 1
    assert first_invisible(line) is None


PERSONAL = {
    "198503152010011002": "NIP",
    "19850315 201001 1 002": "NIP",
    "NIP. 19850315 201001 1 002": "NIP",
    "NIP198503152010011002": "NIP",
    "(NIP: 19850315.201001.1.002)": "NIP",
    "19850315-201001-1-002": "NIP",
    "19850315/201001/1/002": "NIP",
    "19850315  201001  1  002": "NIP",
    "19850315\u00a0201001\u00a01\u00a0002": "NIP",
    "19850315\n201001 1 002": "NIP",
    "1985 0315 2010 01 1 002": "NIP",
    "1985 03 15 2010 01 1 002": "NIP",
    "1985  03  15  2010  01  1  002": "NIP",
    "19850315 2010011002": "NIP",
    "1 9 8 5 0 3 1 5 2 0 1 0 0 1 1 0 0 2": "NIP",
    "19920315 202221 2 005": "NIP",  # a government employee with a work agreement
    "5 19850315 201001 1 002 6": "NIP",
    "pada 2024 oleh 198503152010011002.": "NIP",
    "20 Januari 2024, SITI CONTOH, SE 19800101 200501 2 001": "NIP",
    "123456789012345678": "NIP",
    "12345678 123456 1 123": "NIP",
    "3507010101800001": "NIK",
    "NIK 3507010101800001": "NIK",
    "NIK:3507010101800001.": "NIK",
    "3507 0101 0180 0001": "NIK",
    "3507-0101-0180-0001": "NIK",
    "3507.0101.0180.0001": "NIK",
    "3507\u00a00101\u00a00180\u00a00001": "NIK",
    "350701 010180 0001": "NIK",
    "35.07.01.010180.0001": "NIK",
    "3 5 0 7 0 1 0 1 0 1 8 0 0 0 0 1": "NIK",
    "1 3507010101800001 2": "NIK",
    "1901 2015 0180 0001": "NIK",
    "2018201920202021": "NIK",
}


@pytest.mark.parametrize(("text", "kind"), PERSONAL.items(), ids=map(repr, PERSONAL))
def test_numbers_of_persons(text: str, kind: str) -> None:
    """18 digits are a NIP, 16 a NIK, spaced as people space them, also beside other numbers."""
    assert personal_number(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Camat",
        "2018 2019 2020 2021",
        "2018, 2019, 2020, 2021",
        "2018-2019-2020-2021",
        "2018 2019 2020 2021 2022",
        "2017 2018 2019 2020 2021 2022 2023 2024",
        "10-01-2018 05-12-2018",
        "2018-01-10 2018-12-05",
        "20180110-20181205",
        "(0341) 391679",
        "0341-391679",
        "0341-391679 0341-391680",
        "(0341) 391679, 391680, 0341391681",
        "081234567890 081345678901",
        "0812-3456-7890 0813-4567-8901",
        "0812 3456 7890 0813 4567 8901",
        "+62 812 3456 7890",
        "+62 812-3456-7890 / +62 813-4567-8901",
        "Rp 12.500.000 13.750.000",
        "Rp 1.234.567.890.123,00",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "188.45/123/KEP/35.07.013/2018",
        "12345678901234567",
        "1234567890123456789",
        "35070101018000011",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ab1234567890123456cd198503152010011002ef",
        "0,1234567890123",
    ],
)
def test_other_numbers(text: str) -> None:
    """Years, dates, telephones, amounts, decree numbers and hashes are nobody's number."""
    assert personal_number(text) is None


@pytest.mark.parametrize("unit", ["1", "1 ", "1985  ", "19850315 201001 ", "1. ", "3507 ", "a"])
def test_a_long_row_takes_no_long_time(unit: str) -> None:
    """The search stays linear on 256 KB made for the worst case."""
    text = unit * (256 * 1024 // len(unit))
    start = time.process_time()

    personal_number(text)

    assert time.process_time() - start < 1
