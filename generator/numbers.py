"""Numbers as Indonesians write them: a comma before the decimals, dots between thousands."""

import re
from decimal import Decimal

MAX_DIGITS = 15

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_WITH_POINT = re.compile(r"-?\d+\.\d+")


def parse(text: str) -> Decimal:
    """`1.234,5` -> Decimal("1234.5"). Raises ValueError with an Indonesian remedy."""
    text = text.replace("\u2212", "-").strip()
    if sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise ValueError(f"angka terlalu panjang: paling banyak {MAX_DIGITS} digit.")
    if _NUMBER.fullmatch(text) and text.isascii():
        return Decimal(text.replace(".", "").replace(",", "."))
    if _WITH_POINT.fullmatch(text):
        raise ValueError(f'desimal memakai koma, bukan titik: tulis "{text.replace(".", ",")}".')
    raise ValueError(f'"{text}" bukan angka. Tulis dengan angka saja, misalnya 12 atau 2,5.')


def show(value: Decimal) -> str:
    """Decimal("1234.50") -> `1.234,5`: no zeros that say nothing."""
    plain = f"{value:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.replace(",", " ").replace(".", ",").replace(" ", ".")
