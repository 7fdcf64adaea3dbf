"""Dates as Indonesians write them."""

import re
from datetime import date, timedelta

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)
_BEGINNINGS = (
    ("jan",),
    ("feb", "peb"),
    ("mar", "mrt"),
    ("apr",),
    ("mei", "may"),
    ("jun",),
    ("jul",),
    ("agu", "ags", "agt", "aug"),
    ("sep",),
    ("okt", "oct"),
    ("nov", "nop"),
    ("des", "dec"),
)
"""How the names of the months begin, also in old and in English spelling, and cut short."""
_EXCEL = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 80_000)
"""What Excel may hold for a day of our time: from 1954 to 2119."""
_PARTS = re.compile(r"\d+|[a-z]+")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()


def as_iso(text: str) -> str | None:
    """What was probably meant: `10 Pebruari 2024`, `10/2/24` and Excel's `45332` -> `2024-02-10`;
    None where no date can be read."""
    parts = _PARTS.findall(text.lower())
    if len(parts) == 1 and parts[0].isdigit():
        return _of_digits(parts[0])
    parts = [each for each in parts if each.isdigit() or _month(each)]
    if len(parts) < 3:
        return None
    first, month, last = parts[:3]
    if first.isalpha():
        first, month = month, first
    if len(first) == 4:
        first, last = last, first
    year = _year(last)
    return _joined(year, _month(month), first) or _joined(year, _month(first), month)


def _of_digits(digits: str) -> str | None:
    if len(digits) == 8:
        found = _joined(digits[:4], int(digits[4:6]), digits[6:])
        return found or _joined(digits[4:], int(digits[2:4]), digits[:2])
    if int(digits[:9]) in _EXCEL_DAYS:
        return (_EXCEL + timedelta(days=int(digits))).isoformat()
    return None


def _month(word: str) -> int | None:
    """The number of a month, by its name or a number."""
    if word.isdigit():
        return int(word) if len(word) <= 2 else None
    if word in _ROMAN:
        return _ROMAN.index(word) + 1
    return next((n for n, each in enumerate(_BEGINNINGS, 1) if word.startswith(each)), None)


def _year(digits: str) -> str:
    return f"20{digits}" if len(digits) == 2 else digits


def _joined(year: str, month: int | None, day: str) -> str | None:
    """The date as a standard writes it; None where there is no such day."""
    try:
        found = date(int(year), month or 0, int(day))
    except (ValueError, OverflowError):
        return None
    return found.isoformat() if 1900 < found.year < 2200 else None
