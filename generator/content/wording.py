"""Words as a reader should see them: readable case, Indonesian dates and lists."""

import re
from collections.abc import Collection
from datetime import date

from generator.content.abbreviations import KNOWN
from generator.content.words import words
from generator.values.dates import MONTHS

KELOMPOK = {
    "jpt": "Pimpinan tinggi",
    "administrator": "Administrator",
    "pengawas": "Pengawas",
    "fungsional": "Fungsional",
    "pelaksana": "Pelaksana",
}
"""The groups of positions, as a reader knows them."""

_SMALL = frozenset(
    "dan di ke dari pada untuk yang dengan atas oleh dalam serta atau bagi tentang".split()
)
_ROMAN = re.compile(r"[IVX]+")
_ACTING = ("Plt.", "Plh.", "Pj.", "Pjs.")
_WORD = re.compile(r"\d*[^\W\d_][^\W_]*(?:['’‘ʼ`][^\W_]+)*")
"""An apostrophe within a word parts nothing: `JUM'AT`; nor does a digit: `SP2D`."""


def readable(text: str, abbreviations: Collection[str]) -> str:
    """`KEPALA SEKSI SOSIAL DAN BUDAYA` -> `Kepala Seksi Sosial dan Budaya`.

    Of a text that is not shouted only small words lose a capital. Words that are not in capitals
    (`Plt.`) or have a digit (`SP2D`), Roman numerals, the given abbreviations and those that
    agencies everywhere use keep their form.
    """
    found = _WORD.findall(text)
    shouted = [word for word in found if word.isupper() and len(word) > 1]
    if len(shouted) * 2 <= len(found):
        return _CAPITAL_SMALL.sub(lambda found: found[0].lower(), text)
    lowered = _WORD.sub(lambda found: _lowered(found[0], abbreviations), text)
    return lowered[:1].upper() + lowered[1:]


_CAPITAL_SMALL = re.compile(rf"(?<=\w )(?:{'|'.join(map(str.capitalize, sorted(_SMALL)))})(?= \w)")
"""`Izin Kawin Dan Izin Cerai`: a small word with a capital in the middle of a name."""


def _lowered(word: str, abbreviations: Collection[str]) -> str:
    is_abbreviation = word in abbreviations or word in KNOWN or any(map(str.isdigit, word))
    if is_abbreviation or not word.isupper() or _ROMAN.fullmatch(word):
        return word
    return word.lower() if word.lower() in _SMALL else word.capitalize()


def bare(text: str) -> str:
    """A text but for case, spaces and punctuation: what differs in these alone is one thing."""
    return " ".join(words(text)) or text.strip()


def bare_formula(line: str) -> str:
    """A formula on one line but for case and spaces; its signs count."""
    return " ".join(line.casefold().split()).rstrip(" .;")


def in_sentence(name: str) -> str:
    """A name within a sentence: `Kepala Seksi SIAK` -> `kepala seksi SIAK`."""
    return " ".join(each.lower() if each[1:].islower() else each for each in name.split())


def long_date(day: date) -> str:
    """`10 Januari 2024`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


_AMENDED = re.compile(r"(\d{4})-(perubahan|revisi|reviu)(?:-(\d{1,2}))?")
_ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")


def edition_name(slug: str) -> str:
    """`2023-perubahan-1` -> `2023 (perubahan pertama)`."""
    found = _AMENDED.fullmatch(slug)
    if found is None:
        return slug
    year, what, number = found[1], found[2], int(found[3] or 0)
    told = _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else f"ke-{number}"
    return f"{year} ({what} {told})" if number else f"{year} ({what})"


_PARTS = {"tw": "Triwulan", "s": "Semester"}
_NUMERALS = ("", "I", "II", "III", "IV")


def period_name(period: str) -> str:
    """`2024-tw1` -> `Triwulan I 2024`."""
    year, _, part = period.partition("-")
    return f"{_PARTS[part[:-1]]} {_NUMERALS[int(part[-1])]} {year}" if part else year


def as_many(texts: list[str], most: int) -> str:
    """The first text, and as many of the others as fit whole: `A: b; c; …`."""
    first, *others = texts
    told = ""
    for each in (other.rstrip(" .;") for other in others):
        longer = f"{told}; {each}" if told else each
        if len(f"{first}: {longer}; …") > most:
            return f"{first}: {told}; …" if told else f"{first}."
        told = longer
    return f"{first}: {told}." if told else f"{first}."


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


_BARE = frozenset(head.split()[0] for head in _HEADS)
"""What says nothing of a position if it stands alone: a `Kepala`, a `Staf` of anything."""


def kind_name(title: str) -> str:
    """The kind of a position: `Kasubag. Umum, Kepegawaian` is a `Kepala Sub Bagian Umum`; empty
    where its title does not tell one."""
    plain = plain_title(title).rstrip(",;: ")
    if plain in _HEADS:
        return ""
    for head, count in _HEADS.items():
        if plain.startswith(f"{head} "):
            subject = re.split(r",| dan | & |\(", plain[len(head) + 1 :])[0]
            return f"{head} {' '.join(subject.split()[:count])}"
    first, *others = (word.strip(",") for word in plain.split())
    if first not in _BARE:
        return first
    return f"{first} {others[0]}" if others else ""


def plain_title(title: str) -> str:
    """A title without a status, its first words as most decrees write them."""
    said = [word for word in title.split() if word not in _ACTING]
    first = (said[0].strip(".") or said[0]) if said else title
    return " ".join([_SAME.get(first, first), *said[1:]])


def common_name(titles: list[str], least: str) -> str:
    """The words that all titles begin with; at least the name that they share anyway."""
    shared = []
    for column in zip(*(title.split() for title in titles), strict=False):
        if len({word.strip(",").casefold() for word in column}) > 1:
            break
        shared.append(column[0])
    while shared and shared[-1].strip(",") in _SMALL:
        shared.pop()
    name = " ".join(shared).strip(", ")
    return name if len(name) > len(least) else least
