"""Words as a reader should see them: readable case, Indonesian dates and lists."""

import re
from collections.abc import Collection
from datetime import date

from generator.fields import MONTHS

_SMALL = frozenset(
    "dan di ke dari pada untuk yang dengan atas oleh dalam serta atau bagi tentang".split()
)
_ROMAN = re.compile(r"[IVX]+")
_WORD = re.compile(r"[^\W\d_]+")


def readable(text: str, abbreviations: Collection[str]) -> str:
    """`KEPALA SEKSI SOSIAL DAN BUDAYA` -> `Kepala Seksi Sosial dan Budaya`.

    A text that is not shouted stays as it is. Words that are not in capitals (`Plt.`), Roman
    numerals, words without a vowel (`SKPD`) and the given abbreviations keep their form.
    """
    words = _WORD.findall(text)
    shouted = [word for word in words if word.isupper() and len(word) > 1]
    if len(shouted) * 2 <= len(words):
        return text
    lowered = _WORD.sub(lambda found: _lowered(found[0], abbreviations), text)
    return lowered[:1].upper() + lowered[1:]


def _lowered(word: str, abbreviations: Collection[str]) -> str:
    if not word.isupper() or word in abbreviations or _ROMAN.fullmatch(word):
        return word
    if not set(word) & set("AEIOU"):
        return word
    return word.lower() if word.lower() in _SMALL else word.capitalize()


def long_date(day: date) -> str:
    """`10 Januari 2024`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def shortened(text: str, most: int) -> str:
    """A text cut at a word, with an ellipsis, where it has more than `most` characters."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


_HEADS = {
    "Kepala Sub Bagian": 1,
    "Kepala Seksi": 2,
    "Kepala Bidang": 2,
    "Staf Seksi": 2,
    "Pengadministrasi": 2,
    "Pengelola": 2,
    "Pengolah": 2,
    "Pranata": 1,
    "Petugas": 1,
    "Staf": 2,
}
"""What many positions begin with, and how many more words tell one kind from another; fewer where
a list of things begins."""
_SAME = {
    "Seksi": "Kepala Seksi",
    "Bidang": "Kepala Bidang",
    "Kasi": "Kepala Seksi",
    "Kasubag": "Kepala Sub Bagian",
    "Kasubbag": "Kepala Sub Bagian",
    "Kabid": "Kepala Bidang",
    "Pengadministrasian": "Pengadministrasi",
    "Pengelolaan": "Pengelola",
}
"""First words that decrees use for the same thing."""


def kind_name(title: str) -> str:
    """The kind of a position: `Kasubag. Umum, Kepegawaian` is a `Kepala Sub Bagian Umum`."""
    words = [word for word in title.split() if word not in ("Plt.", "Plh.")]
    first = words[0].strip(".") if words else title
    plain = " ".join([_SAME.get(first, first), *words[1:]])
    for head, count in _HEADS.items():
        if plain.startswith(f"{head} "):
            subject = re.split(r",| dan | & |\(", plain[len(head) + 1 :])[0]
            return f"{head} {' '.join(subject.split()[:count])}"
    return plain.split()[0]
