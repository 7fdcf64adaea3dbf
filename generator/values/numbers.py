"""Numbers as Indonesians write them: a comma before the decimals, dots between thousands."""

import re
from decimal import Decimal

from generator.values.characters import shown

MAX_DIGITS = 15

# No thousands begin with a zero: `0.125` is a decimal that was written the English way.
_NUMBER = re.compile(r"-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)
_WITH_POINT = re.compile(r"-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)\.\d+", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_TO_COMMA = str.maketrans(".,", ",.")


def parse(text: str) -> Decimal:
    """`1.234,5` -> Decimal("1234.5"). Raises ValueError with an Indonesian remedy."""
    text = text.replace("\u2212", "-").strip()
    if len(_DIGIT.findall(text)) > MAX_DIGITS:
        raise ValueError(f"angka terlalu panjang: paling banyak {MAX_DIGITS} digit.")
    if _NUMBER.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _WITH_POINT.fullmatch(text):
        remedy = text.translate(_TO_COMMA)
        raise ValueError(f'desimal memakai koma, bukan titik: tulis "{remedy}".')
    raise ValueError(f'"{shown(text)}" bukan angka. Tulis dengan angka saja, misalnya 12 atau 2,5.')


def respelled(text: str) -> str | None:
    """A number in English or in Excel's spelling as Indonesians write it: `90.5` -> `90,5`,
    `1,250,000.00` -> `1.250.000`, `1,25E+09` -> `1.250.000.000`; None where it is none."""
    if power := _POWER.fullmatch(text):
        value = Decimal(f"{power[1].replace(',', '.')}E{power[2]}")
        return written(value.quantize(1)) if value == value.to_integral() else None
    is_english = _WITH_POINT.fullmatch(text) and not _THOUSANDS.fullmatch(text)
    if is_english or _WITH_COMMAS.fullmatch(text):
        return _NO_CENTS.sub("", text.translate(_TO_COMMA))
    return None


_POWER = re.compile(r"(\d[.,]?\d{0,9})[eE]\+?(\d{1,2})", re.ASCII)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
_WITH_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}", re.ASCII)
_NO_CENTS = re.compile(r"(?<=\.\d{3}),0+$")


def written(value: Decimal) -> str:
    """Decimal("1234.50") -> `1.234,50`: with every zero that was written."""
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def show(value: Decimal) -> str:
    """Decimal("1234.50") -> `1.234,5`: no zeros that say nothing."""
    plain = f"{value:z,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.translate(_TO_COMMA)
