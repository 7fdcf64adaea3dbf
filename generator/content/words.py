"""The words of a text as one looks for them; the search page does the same (`pencari.js`).

What is typed on a phone has no accents, and Jum'at is looked for as jumat: so accents are folded
and an apostrophe parts nothing. A hyphen does, but al-quran is also looked for as one word.
"""

import re
import unicodedata

_APOSTROPHE = re.compile("['’‘‛`´′ʹʻʼʾʿ＇]")
_HYPHEN = re.compile("[-‐]")
_WORD = re.compile(r"[^\W_]+")
# Only from the beginning of a word, and without a way back: a long word is gone through once.
_ROW = re.compile(rf"(?<![^\W_])[^\W_]++(?:{_HYPHEN.pattern}[^\W_]++)+")


def words(text: str) -> list[str]:
    """`Pengajian Al-Qur'an` -> pengajian, al, quran."""
    return _WORD.findall(_folded(text))


def joined(text: str) -> list[str]:
    """What has hyphens, as one word: `Al-Qur'an` -> alquran. Not what only says a word twice."""
    rows = map(_HYPHEN.split, _ROW.findall(_folded(text)))
    return ["".join(row) for row in rows if len(set(row)) > 1]


def _folded(text: str) -> str:
    plain = _APOSTROPHE.sub("", text)
    if plain.isascii():
        return plain.lower()
    plain = unicodedata.normalize("NFKD", plain)
    bare = "".join(each for each in plain if unicodedata.category(each)[0] != "M")
    return unicodedata.normalize("NFC", bare).lower()
