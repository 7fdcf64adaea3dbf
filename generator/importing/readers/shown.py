"""What a cell of Excel shows: its value in its number format, with Indonesian signs and months."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from generator.values.dates import MONTHS

_DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
_SIGNIFICANT = 11
"""So many digits Excel shows where no format is set."""
_MOST_DECIMALS = 15

Value = str | bool | int | float | date | time | timedelta | None


def shown(value: Value, form: str) -> str:
    """The text of a cell."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(Decimal(repr(value)), form)
        case date():
            return _date(value, form)
        case time():
            return value.isoformat("minutes")
        case timedelta():
            return _number(Decimal(repr(value / timedelta(days=1))), "General")


_HIDDEN_SIGNS = re.compile(r"\[(?!\$)[^\]]*\]|_.|\*.")
_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[#0?](?:[#0?,.]*[#0?])?,*")


def _number(number: Decimal, form: str) -> str:
    positive, *others = form.split(";")
    if number < 0 and others and others[0]:
        return _in_form(-number, others[0])
    if number == 0 and len(others) > 1:
        return _in_form(number, others[1])
    return ("-" if number < 0 else "") + _in_form(abs(number), positive)


def _in_form(number: Decimal, form: str) -> str:
    """A number in one part of a format: what stands around the digits, and how they are written."""
    plain = _CURRENCY.sub(lambda each: f'"{each[1]}"', _HIDDEN_SIGNS.sub("", form))
    literals: list[str] = []
    marked = _LITERAL.sub(lambda each: _kept(literals, each[1] or each[2]), plain)
    found = _DIGITS.search(marked)
    if not found and literals and "General" not in marked:
        return _filled(marked, literals).strip()
    if not found or re.search(r"E[+-]|/", marked):
        return general(number)
    size = number * 100 if "%" in marked else number
    before, after = (
        _filled(each, literals) for each in (marked[: found.start()], marked[found.end() :])
    )
    return f"{before}{_digits(size, found[0])}{after}".strip()


def _kept(literals: list[str], text: str | None) -> str:
    """A sign that stands for a text in quotes, so that no letter of it is taken for a digit."""
    literals.append(text or "")
    return chr(0xE000 + len(literals) - 1)


def _filled(text: str, literals: list[str]) -> str:
    return "".join(literals[ord(c) - 0xE000] if "\ue000" <= c <= "\uf8ff" else c for c in text)


def _digits(number: Decimal, form: str) -> str:
    scaled = form.rstrip(",")
    number /= 1000 ** (len(form) - len(scaled))
    before, _, after = scaled.partition(".")
    decimals = after[:_MOST_DECIMALS]
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    whole, _, rest = f"{rounded:f}".partition(".")
    rest = rest[: decimals.count("0")] + rest[decimals.count("0") :].rstrip("0")
    whole = whole.zfill(before.count("0"))
    if "," in before:
        whole = f"{int(whole):,}".replace(",", ".")
    return f"{whole},{rest}" if rest else whole


def general(number: Decimal) -> str:
    """A number without a format."""
    text = f"{Decimal(f'{number:.{_SIGNIFICANT}g}'):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",")


_TOKENS = re.compile(r'y+|m+|d+|h+|s+|"[^"]*"|\\.|am/pm|a/p|.', re.IGNORECASE)
_SHORT_DATE = "dd/mm/yyyy"
_OF_THE_SYSTEM = frozenset(("mm-dd-yy", "m/d/yy", "General", "@"))
"""Formats that Excel shows as the country's short date."""


def _date(value: date, form: str) -> str:
    """A day, with its time where the format has one."""
    plain = _HIDDEN_SIGNS.sub("", form.split(";", maxsplit=1)[0])
    plain = re.sub(r"\[\$[^\]]*\]", "", plain)
    tokens = _TOKENS.findall(_SHORT_DATE if form in _OF_THE_SYSTEM else plain)
    return "".join(_token(value, tokens, place) for place in range(len(tokens))).strip()


def _month(value: date, length: int) -> str:
    match length:
        case 1:
            return str(value.month)
        case 2:
            return f"{value.month:02}"
        case 3:
            return MONTHS[value.month - 1][:3]
    return MONTHS[value.month - 1]


def _day(value: date, length: int) -> str:
    match length:
        case 1:
            return str(value.day)
        case 2:
            return f"{value.day:02}"
        case 3:
            return _DAYS[value.weekday()][:3]
    return _DAYS[value.weekday()]


def _token(value: date, tokens: list[str], place: int) -> str:
    token = tokens[place]
    clock = value if isinstance(value, datetime) else datetime.combine(value, time())
    match token[0].lower():
        case "y":
            return f"{value.year % 100:02}" if len(token) < 3 else str(value.year)
        case "d":
            return _day(value, len(token))
        case "m" if _is_minute(tokens, place):
            return f"{clock.minute:02}"
        case "m":
            return _month(value, len(token))
        case "h":
            return f"{clock.hour:02}"
        case "s":
            return f"{clock.second:02}"
        case '"':
            return token[1:-1]
        case "\\":
            return token[1:]
        case "a" if "/" in token:
            return ""
    return token


def _is_minute(tokens: list[str], place: int) -> bool:
    """Behind an hour or before a second."""
    letters = [each[0].lower() for each in tokens]
    before = [each for each in letters[:place] if each in "ymdhs"]
    after = [each for each in letters[place + 1 :] if each in "ymdhs"]
    return before[-1:] == ["h"] or after[:1] == ["s"]
