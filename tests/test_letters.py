"""Letters that are not what they seem, each with what to type instead."""

import re
import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.letters import faults

BOX = (
    "ada karakter simbol yang hanya tampil sebagai kotak ({}). Hapus; "
    'untuk butir daftar tulis "- " di baris baru, untuk tanda lain ketik tandanya.'
)
LOST = "ada huruf yang hilang di sini ({}). Lihat naskahnya, lalu ketik huruf yang benar."


def shaped(written: str, code: str, plain: str) -> str:
    return f'huruf "{written}" ({code}) bukan huruf biasa. Hapus, lalu ketik "{plain}".'


def alike(word: str, letters: str) -> str:
    return (
        f'kata "{word}" memuat huruf yang bukan huruf Latin: {letters}. '
        "Hapus kata itu, lalu ketik ulang."
    )


def apart(composed: str, codes: str) -> str:
    return (
        f'huruf "{composed}" di sini tersimpan tidak baku ({codes}). '
        f'Hapus, lalu ketik "{composed}" atau salin dari pesan ini.'
    )


WRONG = {
    "a bullet of Symbol": ("a \uf0b7 b", [(2, BOX.format("U+F0B7"))]),
    "an arrow of Wingdings": ("\uf0d8", [(0, BOX.format("U+F0D8"))]),
    "four in a row": (
        "\ue000\ue001\ue002\ue003",
        [(0, BOX.format("U+E000 U+E001 U+E002 …"))],
    ),
    "private use of a far plane": ("a\U00100000", [(1, BOX.format("U+100000"))]),
    "what could not be read": ("peg\ufffdwai", [(3, LOST.format("U+FFFD"))]),
    "a picture": ("\ufffc", [(0, LOST.format("U+FFFC"))]),
    "a ligature": ("e\ufb01sien", [(1, shaped("\ufb01", "U+FB01", "fi"))]),
    "a ligature of three": ("e\ufb03sien", [(1, shaped("\ufb03", "U+FB03", "ffi"))]),
    "a ligature of old": ("\ufb06", [(0, shaped("\ufb06", "U+FB06", "st"))]),
    "the Dutch letter": ("\u0133", [(0, shaped("\u0133", "U+0133", "ij"))]),
    "the long s": ("\u017f", [(0, shaped("\u017f", "U+017F", "s"))]),
    "full width": ("\uff2b\uff34", [(0, shaped("\uff2b\uff34", "U+FF2B U+FF34", "KT"))]),
    "digits of full width": ("\uff12", [(0, shaped("\uff12", "U+FF12", "2"))]),
    "bold of mathematics": ("\U0001d401", [(0, shaped("\U0001d401", "U+1D401", "B"))]),
    "Cyrillic among Latin": (
        "1 K\u0435pala",
        [(3, alike("K\u0435pala", '"\u0435" huruf Kiril (U+0435), ketik "e"'))],
    ),
    "several, each named once": (
        "\u041a\u0435p\u0430l\u0430",
        [
            (
                0,
                alike(
                    "\u041a\u0435p\u0430l\u0430",
                    '"\u041a" huruf Kiril (U+041A), ketik "K"; '
                    '"\u0435" huruf Kiril (U+0435), ketik "e"; '
                    '"\u0430" huruf Kiril (U+0430), ketik "a"',
                ),
            )
        ],
    ),
    "Cyrillic without a twin": (
        "a\u0416",
        [(1, alike("a\u0416", '"\u0416" huruf Kiril (U+0416)'))],
    ),
    "Cyrillic in a name": (
        "IKM_\u0415",
        [(4, alike("IKM_\u0415", '"\u0415" huruf Kiril (U+0415), ketik "E"'))],
    ),
    "Cyrillic behind a code": (
        "\\u0041K\u0435",
        [(7, alike("K\u0435", '"\u0435" huruf Kiril (U+0435), ketik "e"'))],
    ),
    "only letters that look Latin": (
        "\u0435-KTP",
        [(0, alike("\u0435", '"\u0435" huruf Kiril (U+0435), ketik "e"'))],
    ),
    "Greek among Latin": (
        "Kepal\u03bf",
        [(5, alike("Kepal\u03bf", '"\u03bf" huruf Yunani (U+03BF), ketik "o"'))],
    ),
    "Greek that no formula uses": (
        "k\u03a9",
        [(1, alike("k\u03a9", '"\u03a9" huruf Yunani (U+03A9)'))],
    ),
    "a sign in the middle of a word": (
        "Kep\u03b1la",
        [(3, alike("Kep\u03b1la", '"\u03b1" huruf Yunani (U+03B1), ketik "a"'))],
    ),
    "a Greek capital alone": (
        "\u0391 / B",
        [(0, alike("\u0391", '"\u0391" huruf Yunani (U+0391), ketik "A"'))],
    ),
    "other alphabets": (
        "\u13aamat p\u0585la \ua4d0sn",
        [
            (0, alike("\u13aamat", '"\u13aa" huruf Cherokee (U+13AA)')),
            (6, alike("p\u0585la", '"\u0585" huruf Armenia (U+0585)')),
            (10, alike("\ua4d0sn", '"\ua4d0" huruf Lisu (U+A4D0)')),
        ],
    ),
    "a letter and its mark": ("cafe\u0301", [(3, apart("é", "U+0065 U+0301"))]),
    "a capital and its mark": ("\nA\u0308", [(1, apart("Ä", "U+0041 U+0308"))]),
    "marks in another order": (
        "a\u0301\u0323",
        [(0, apart("\u1ea1\u0301", "U+0061 U+0301 U+0323"))],
    ),
    "a unit's own sign": ("5 \u212a", [(2, apart("K", "U+212A"))]),
    "a syllable in parts": ("\u1112\u1161\u11ab", [(0, apart("한", "U+1112 U+1161 U+11AB"))]),
    "a heap of marks": (
        "a" + "\u0301" * 40,
        [
            (
                0,
                "ada terlalu banyak tanda pada satu huruf (U+0061 U+0301 U+0301 …). "
                "Hapus huruf itu, lalu ketik ulang.",
            )
        ],
    ),
    "all of a text": (
        "\uf0b7 e\u0301 K\u0435 \u202e \ufb01",
        [
            (0, BOX.format("U+F0B7")),
            (2, apart("é", "U+0065 U+0301")),
            (6, alike("K\u0435", '"\u0435" huruf Kiril (U+0435), ketik "e"')),
            (
                8,
                "ada karakter tak terlihat (pengatur arah tulisan, U+202E). "
                "Hapus huruf di kiri dan kanannya, lalu ketik ulang.",
            ),
            (10, shaped("\ufb01", "U+FB01", "fi")),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_letters(text: str, expected: list[tuple[int, str]]) -> None:
    """Each at its own place, in the order of the text, with what to type."""
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Menyusun laporan\n",
        "Σ server, Σserver, ΔIKM, 2πr, μg, \u00b5g, αx + βy − γz",
        "α β γ ρ χ² λ θ",
        "×÷±≥≤≠≈√∑∏∞°²³½¼‰€§•–—“”‘’…→✓□",
        "1ª 2º x⁴ H₂O № ℃ ™ ① Ⅳ",
        "é ñ ü ç Ž Jumʼat Qurʾan",
        "Привет, Ελλάδα",
        r"\u00e9θ \x41θ \U00010000ἀ \nθ \\θ",
        "ꦲꦏ꧀ꦱꦫ ᬅᬓ᭄ᬱᬭ ᮞᮥᮔ᮪ᮓ 漢字 हिन्दी العربية",
        "a\u00a0b\u3000c",
        "😀👍🏽",
    ],
)
def test_right_letters(text: str) -> None:
    """What decrees print stays: signs of formulas, accents, other scripts by themselves."""
    assert faults(text) == []


@pytest.mark.long
def test_no_ligature_and_no_private_character_is_overlooked() -> None:
    """All that Unicode has of these."""
    names = re.compile("LATIN SMALL LIGATURE F|FULLWIDTH LATIN")
    members = [
        each
        for each in map(chr, range(sys.maxunicode + 1))
        if (category := unicodedata.category(each)) == "Co"
        or (category[0] == "L" and names.search(unicodedata.name(each, "")))
    ]
    assert [each for each in members if not faults(each)] == []


@given(st.text())
def test_what_passes_is_composed(text: str) -> None:
    """No text passes that another program could write in another way."""
    if not faults(text):
        assert unicodedata.is_normalized("NFC", text)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "unit",
    ["\u0430", "a\u0430", "e\u0301", "a" * 99 + "\u0435", "\ufb01", "\uf0b7 ", "\u0301\u0323"],
)
def test_a_file_of_wrong_letters_takes_no_long_time(unit: str) -> None:
    """256 KB of the worst is looked through once."""
    text = unit * (256 * 1024 // len(unit.encode()))
    start = time.process_time()

    assert faults(text)

    assert time.process_time() - start < 2
