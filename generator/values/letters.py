"""Letters that are not what they seem, each with what to type instead."""

import re
import unicodedata
from collections.abc import Iterator

from generator.values import characters
from generator.values.characters import shown

MAX_MARKS = 30
"""More marks on one letter are no writing."""

Fault = tuple[int, str]
"""The index of a character, and what is wrong with it."""

# What a font of its own draws, or nothing at all: Word's bullets are such characters.
_SYMBOLS = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")
_BULLET = re.compile(rf"^([ \t]*){_SYMBOLS.pattern}[ \t]*")
# What a program writes for what it could not read.
_LOST = re.compile("[\ufffc\ufffd]+")
# Letters and digits that stand for others: ligatures, full width, the shapes of mathematics.
_SHAPED = re.compile(
    "[\u0132\u0133\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u2102\u210a-\u2113\u2115\u2119-\u211d"
    "\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134\u2139\u2145-\u2149\ufb00-\ufb06\uff10-\uff19"
    "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\U0001fbf0-\U0001fbf9]+"
    # A Roman numeral of one sign is none in a word: `Kepa\u217ca`.
    "|(?<=[A-Za-z])[\u2160-\u217f]+|[\u2160-\u217f]+(?=[A-Za-z])"
)

# Alphabets with letters that look like Latin ones.
_ALPHABETS = {
    "Yunani": "\u0370-\u03ff\u1f00-\u1fff",
    "Kiril": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Armenia": "\u0531-\u0589",
    "Cherokee": "\u13a0-\u13ff\uab70-\uabbf",
    "Koptik": "\u2c80-\u2cff",
    "Lisu": "\ua4d0-\ua4ff",
}
_FOREIGN = re.compile(f"[{''.join(_ALPHABETS.values())}]")
# The letters of a code such as "\u00e9" are none of the word that it stands in.
_WORD_OR_CODE = re.compile(r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[A-Za-z])|\w+")
_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_SIGNS = frozenset("ΣΔπμαβγ")
"""Greek letters that formulas use beside Latin ones."""
_LONE_SIGNS = frozenset("αικνρυχ")
"""Greek letters that look Latin, and that formulas use by themselves."""
_TWINS = dict(
    zip(
        "АВЕЅІЇЈКМНОРСТУХҮԌԚԜаеѕіїјкорсухһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχϲϳ",
        "ABESIÏJKMHOPCTYXYGQWaesiïjkopcyxhdqwlABEZHIKMNOPTYXaikvopuxcj",
        strict=True,
    )
)


_TO_LATIN = str.maketrans({odd: _TWINS[odd] for odd in _TWINS if odd not in _LONE_SIGNS})


def faults(text: str) -> list[Fault]:
    """Every wrong character of a text, in its order."""
    found = list(_invisible(text))
    if not text.isascii():
        found += [*_boxes(text), *_shaped(text), *_alike(text), *_not_composed(text)]
    return sorted(found)


def repaired(line: str) -> str:
    """A line with wrong characters as it was probably meant, to go on with."""
    plain = _BULLET.sub(r"\1- ", _LOST.sub("", characters.without_invisible(line)))
    plain = _SYMBOLS.sub("", plain)
    plain = _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), plain)
    return plain.translate(_TO_LATIN)


def _invisible(text: str) -> Iterator[Fault]:
    for index in characters.invisible(text):
        yield (
            index,
            f"ada karakter tak terlihat ({characters.describe(text[index])}). "
            "Hapus huruf di kiri dan kanannya, lalu ketik ulang.",
        )


def _boxes(text: str) -> Iterator[Fault]:
    for found in _SYMBOLS.finditer(text):
        yield (
            found.start(),
            f"ada karakter simbol yang hanya tampil sebagai kotak ({_codes(found[0])}). Hapus; "
            'untuk butir daftar tulis "- " di baris baru, untuk tanda lain ketik tandanya.',
        )
    for found in _LOST.finditer(text):
        yield (
            found.start(),
            f"ada huruf yang hilang di sini ({_codes(found[0])}). "
            "Lihat naskahnya, lalu ketik huruf yang benar.",
        )


def _shaped(text: str) -> Iterator[Fault]:
    for found in _SHAPED.finditer(text):
        plain = unicodedata.normalize("NFKC", found[0])
        yield (
            found.start(),
            f'huruf "{shown(found[0])}" ({_codes(found[0])}) bukan huruf biasa. '
            f'Hapus, lalu ketik "{shown(plain)}".',
        )


def _alike(text: str) -> Iterator[Fault]:
    for found in _WORD_OR_CODE.finditer(text) if _FOREIGN.search(text) else ():
        if odd := _odd_letters(found[0]):
            names = "; ".join(map(_named, list(dict.fromkeys(odd))[:5]))
            yield (
                found.start() + found[0].index(odd[0]),
                f'kata "{shown(found[0])}" memuat huruf yang bukan huruf Latin: {names}. '
                "Hapus kata itu, lalu ketik ulang.",
            )


def _odd_letters(word: str) -> list[str]:
    """The letters of another alphabet among Latin ones, or of a word that only looks Latin."""
    foreign = _FOREIGN.findall(word)
    if _LATIN.search(word):
        is_inside = re.search(rf"{_LATIN.pattern}α+{_LATIN.pattern}", word)
        return [each for each in foreign if each not in _SIGNS or (each == "α" and is_inside)]
    looks_latin = all(each in _TWINS and each not in _LONE_SIGNS for each in foreign)
    return foreign if looks_latin else []


def _named(letter: str) -> str:
    alphabet = next(name for name, each in _ALPHABETS.items() if re.match(f"[{each}]", letter))
    twin = _TWINS.get(letter)
    remedy = f', ketik "{twin}"' if twin else ""
    return f'"{letter}" huruf {alphabet} ({_codes(letter)}){remedy}'


def _not_composed(text: str) -> Iterator[Fault]:
    """Letters in another form than the standard one (NFC), which other programs take for others."""
    for line in re.finditer(r"[^\r\n]+", text):
        # What a normalisation costs grows with the square of the marks in a row.
        if line[0].isascii() or (len(line[0]) < 500 and _is_composed(line[0])):
            continue
        for index, letter in _letters(line[0]):
            if len(letter) > MAX_MARKS:
                yield line.start() + index, _too_many_marks(letter)
            elif not _is_composed(letter):
                yield line.start() + index, _as_composed(letter)


def _letters(line: str) -> Iterator[tuple[int, str]]:
    """Each letter of a line with its marks."""
    start = 0
    for end in range(1, len(line) + 1):
        if end == len(line) or not _goes_on(line[end]):
            yield start, line[start:end]
            start = end


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _as_composed(letter: str) -> str:
    composed = shown(unicodedata.normalize("NFC", letter))
    return (
        f'huruf "{composed}" di sini tersimpan tidak baku ({_codes(letter)}). '
        f'Hapus, lalu ketik "{composed}" atau salin dari pesan ini.'
    )


def _too_many_marks(letter: str) -> str:
    return (
        f"ada terlalu banyak tanda pada satu huruf ({_codes(letter)}). "
        "Hapus huruf itu, lalu ketik ulang."
    )


def _goes_on(character: str) -> bool:
    """Whether a character may melt into the one before it: a mark, or part of a Korean syllable."""
    if character.isascii():
        return False
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _codes(text: str) -> str:
    """The numbers of the first characters: `U+0065 U+0301`."""
    first = " ".join(f"U+{ord(each):04X}" for each in text[:3])
    return first if len(text) <= 3 else f"{first} …"
