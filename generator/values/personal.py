"""The numbers of persons, in whatever form they are written, told apart from other numbers."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, groupby

# A NIP: date of birth, year and month of appointment, sex, a number of three digits.
_NIP = re.compile(
    r"(?=(?P<birth>19[3-9]\d|20(?:0\d|1[0-2]))(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"(?P<appointed>19[5-9]\d|20[0-4]\d)[0-3]\d[12]\d{3})"
)
# A NIK: province, kabupaten, kecamatan, date of birth (the day of women plus 40), a number. No
# province has the number 20, with which years begin.
_NIK = re.compile(
    r"(?=(?!10|20)[1-9]\d(?!00)[0-7]\d(?!00)\d\d"
    r"(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d\d(?!0000)\d{4})"
)
# The number at its end begins with 00 in all real ones, for it counts who share the rest.
_SMALL = re.compile(rf"(?=\d{{12}}00){_NIK.pattern}")
_NIP_DIGITS, _NIK_DIGITS = 18, 16
_UNBROKEN = {_NIP_DIGITS: "NIP", _NIK_DIGITS: "NIK"}
_NIP_PARTS = (8, 6, 1, 3)
_NIP_CUTS = frozenset((4, 6, 8, 12, 14, 15))
_NIK_CUTS = frozenset((2, 4, 6, 8, 10, 12))
"""Where one part of a number ends and another begins."""
_DATE = ((8,), (4, 2, 2), (2, 2, 4))
_DATES = frozenset((1, 2, 4, 8))
"""How a date is grouped, and how long the groups of dates and years can be."""
_LEAST_AGE = 15
"""Nobody is appointed younger."""

_MANY_DIGITS = re.compile(r"(?:\d[\W_]*+){16}")
_ASCII = bytes(range(128))
_SIGNS = bytes(each for each in range(256) if not chr(each).isalnum() or each not in _ASCII)
_KINDS = bytes(ord("0" if chr(each).isdigit() else "a") for each in range(256))
_ROW = b"0" * 16
"""As many digits, once signs are left out and the rest is told by its kind."""
_LETTERS = re.compile(r"[^\W\d_]+")
_GROUPS = re.compile(r"(\d+)")
_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"19|20")
HASH = re.compile(
    r"(?<![a-z\d])(?=\d*+[a-f])(?:[a-f\d]{64}|[a-f\d]{40})(?![a-z\d])", re.ASCII | re.IGNORECASE
)
"""The SHA-1 or SHA-256 of a file, in which digits mean nothing."""

Shape = tuple[int, ...]
"""How many digits each group has."""


@dataclass(frozen=True)
class Number:
    """A number of a person: what it is, and its digits as they are grouped."""

    kind: str
    groups: tuple[str, ...]


def personal_number(text: str) -> str | None:
    """What number of a person a text holds: `NIP` (18 digits), `NIK` (16 digits) or None."""
    found = number(text)
    return found.kind if found else None


def number(text: str) -> Number | None:
    """The number of a person that a text holds."""
    if len(text) < _NIK_DIGITS and text.isascii():
        return None
    found = (_in_row(row) for form in _forms(text) for row in _rows(form))
    return next(filter(None, found), None)


def may_hold(text: str) -> bool:
    """Whether there are digits enough together; much quicker than to look what they are."""
    data = text.encode("utf-8", "replace")
    foreign = data.translate(None, _ASCII).decode()
    is_plain = not any(each.isnumeric() for each in foreign + plain(foreign))
    if is_plain and _ROW not in data.translate(_KINDS, _SIGNS):
        return False
    return any(_MANY_DIGITS.search(form) for form in _forms(text))


def groups_of(text: str) -> list[tuple[str, ...]]:
    """The rows of digits between the letters of a text, each in its groups; an empty row where a
    letter stands at the beginning or the end."""
    return [tuple(re.findall(r"\d+", row)) for row in _LETTERS.split(plain(text))]


def masked(text: str) -> str:
    """A text as a message may repeat it: of one that holds a number of a person no digit."""
    if not personal_number(text):
        return text
    return "".join("•" if each.isnumeric() else each for each in text)


def plain(text: str) -> str:
    """The NFKC form, with plain digits also for those of other scripts and in odd signs."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text)
    odd = [each for each in set(folded) if not each.isascii() and each.isnumeric()]
    return folded.translate({ord(each): _as_digits(each) for each in odd}) if odd else folded


def _as_digits(sign: str) -> str:
    number = unicodedata.numeric(sign)
    is_digits = unicodedata.category(sign) in ("Nd", "No") and number.is_integer()
    return f"{number:.0f}" if is_digits else sign


def _forms(text: str) -> Iterator[str]:
    """A text with plain digits; and where some are raised or circled, with those apart as well, for
    they may be the mark of a note behind a number."""
    yield plain(text)
    if not text.isascii():
        raised = [each for each in set(text) if each.isnumeric() and not each.isdecimal()]
        if raised:
            yield plain(text.translate({ord(each): f" {each} " for each in raised}))


def _rows(text: str) -> Iterator[str]:
    """Digits with signs between them, and no letter."""
    if _MANY_DIGITS.search(text):
        for row in _LETTERS.split(HASH.sub("x", text)):
            if _MANY_DIGITS.search(row):
                yield row


def _in_row(row: str) -> Number | None:
    _, *pieces = _GROUPS.split(row)
    groups, signs = pieces[0::2], [_BLANKS.sub(" ", each) for each in pieces[1:-1:2]]
    found = chain(
        (Number(_UNBROKEN[len(each)], (each,)) for each in groups if len(each) in _UNBROKEN),
        (Number("NIP", each) for each in _windows(_NIP, _NIP_DIGITS, groups) if _is_nip(each)),
        (Number("NIK", each) for each in _windows(_SMALL, _NIK_DIGITS, groups) if _is_apart(each)),
        (Number(kind, each.groups) for each in _runs(groups, signs) if (kind := _alone(each))),
    )
    return next(found, None)


@dataclass(frozen=True)
class _Run:
    """Groups that stand together, apart from others by the signs between them."""

    groups: tuple[str, ...]
    signs: frozenset[str]
    """What stands between them."""


def _runs(groups: list[str], signs: list[str]) -> Iterator[_Run]:
    """The whole row, and each part of it that one sign holds closer together than what is around
    it."""
    yield _Run(tuple(groups), frozenset(signs))
    start = 0
    for sign, same in groupby(signs):
        end = start + len(list(same))
        around = [*signs[max(start - 1, 0) : start], *signs[end : end + 1]]
        if all(_closeness(each) < _closeness(sign) for each in around):
            yield _Run(tuple(groups[start : end + 1]), frozenset((sign,)))
        start = end


def _closeness(sign: str) -> int:
    """A comma with a blank parts more than a blank, and that more than a dash."""
    return (" " not in sign) + (" " not in sign or sign == " ")


def _windows(pattern: re.Pattern[str], size: int, groups: list[str]) -> Iterator[tuple[str, ...]]:
    """Where whole groups make up what the pattern describes."""
    place = {edge: each for each, edge in enumerate(accumulate(map(len, groups), initial=0))}
    for found in pattern.finditer("".join(groups)):
        start, end = found.start(), found.start() + size
        if start in place and end in place:
            yield tuple(groups[place[start] : place[end]])


def _is_nip(groups: tuple[str, ...]) -> bool:
    """Whether groups with the dates of a NIP are one, also beside other numbers."""
    shape = _shape(groups)
    is_natural = _NIP_CUTS.issuperset(accumulate(shape[:-1])) and not _DATES.issuperset(shape)
    return is_natural or set(shape) in ({1}, {3}, {6}, {9})


def _is_apart(groups: tuple[str, ...]) -> bool:
    """Whether the end of a NIK stands apart; one that ends as all real ones do is then known also
    beside other numbers."""
    shape = _shape(groups)
    return 12 in accumulate(shape) and _is_cut(shape)


def _shape(groups: tuple[str, ...]) -> Shape:
    return tuple(map(len, groups))


def _alone(run: _Run) -> str | None:
    shape, digits = _shape(run.groups), "".join(run.groups)
    if shape == _NIP_PARTS:
        return "NIP"
    if len(digits) == _NIP_DIGITS and (found := _NIP.match(digits)):
        return None if _are_dates(shape, found) else "NIP"
    if len(digits) == _NIK_DIGITS and _NIK.match(digits) and _is_cut(shape):
        return None if _are_numbers(run, digits) else "NIK"
    return None


def _are_dates(shape: Shape, found: re.Match[str]) -> bool:
    """Two dates and a number; or a date and years, which would make a child an officer."""
    is_young = int(found["appointed"]) - int(found["birth"]) < _LEAST_AGE
    dates = _dates(shape) if _DATES.issuperset(shape) else 0
    return dates == 2 or (dates == 1 and is_young)


def _dates(shape: Shape) -> int:
    """How many dates, at most two, a row of groups may begin with."""
    rests = [shape[len(each) :] for each in _DATE if shape[: len(each)] == each]
    return max((1 + min(_dates(rest), 1) for rest in rests), default=0)


def _is_cut(shape: Shape) -> bool:
    """Whether groups are those in which people write a NIK."""
    cuts = set(accumulate(shape[:-1]))
    is_natural = cuts <= _NIK_CUTS and cuts & {6, 8, 12} and (10 not in cuts or 8 in cuts)
    return bool(is_natural) or set(shape) in ({1}, {2})


def _are_numbers(run: _Run, digits: str) -> bool:
    """Two dates; codes and dates, which have several signs; or a row of targets, which begin with
    no zero and go up or down."""
    shape = _shape(run.groups)
    years = [bool(_YEAR.match(digits, place)) for place in (0, 4, 12)]
    if _dates(shape) == 2 and years[2] and (years[0] or years[1]):
        return True
    if set(shape) == {2} and (len(run.signs) > 1 or "%" in "".join(run.signs)):
        return True
    if max(shape) > 4 or any(each[0] == "0" for each in run.groups):
        return False
    numbers = [int(each) for each in run.groups]
    return numbers in (sorted(numbers), sorted(numbers, reverse=True))
