"""The mark that begins an item of a list: `a.`, `2)`, `-`; also a letter whose dot was lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_COUNTING = ("huruf", "angka", "romawi")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")

_MARK = re.compile(
    r"(?P<letter>\(?(?:[a-zA-Z]{1,2}|[ivxIVX]{1,5})(?:\s?[.)](?!\w\.)))\s*(?=\S)"
    r"|(?P<number>\(?\d{1,2}(?:\s?[.)](?!\d)))\s*(?=\S)"
    r"|(?P<dash>[-–—−])\s*(?=\S)"
    r"|(?P<dot>[•●▪■◦·o*➢✓]|)\s+(?=\S)"
)
_BARE = re.compile(r"(?P<letter>[a-z])\s+(?=\S)")
_OF_GROUP = {"letter": "huruf", "number": "angka", "dash": "strip", "dot": "titik"}


@dataclass(frozen=True)
class Marked:
    """A line that begins an item."""

    kind: str
    value: str
    """`a`, `12`; empty for signs."""
    rest: str
    printed: str


def mark(text: str, before: Sequence[str] = ()) -> Marked | None:
    """The item that a line begins. `before` is what the list's letters were: a letter without a dot
    is a mark only where it comes next, or where it begins a list."""
    found = _MARK.match(text)
    # What was a page may have a dash before each line; the mark is behind it.
    start = found.end() if found and found.lastgroup == "dash" else 0
    inner = _MARK.match(text, start)
    if inner and inner.lastgroup in ("letter", "number"):
        return _marked(inner, before) or (_marked(found, before) if found and start else None)
    bare = _BARE.match(text, start)
    if bare and _comes_next(bare["letter"], text[bare.end() :], before):
        return Marked("huruf", bare["letter"], text[bare.end() :].strip(), bare[0].strip())
    return _marked(found, before) if found else None


def _comes_next(letter: str, rest: str, before: Sequence[str]) -> bool:
    """Whether a letter without a dot goes on with those of a list; it may skip one, if what stands
    behind it begins as items do."""
    due = following(before)
    skips = bool(before) and bool(due) and ord(letter) == ord(due) + 1 and rest[:1].isupper()
    return letter == due or skips


def _is_roman(value: str, before: Sequence[str]) -> bool:
    """Whether a mark is a Roman number: an `i` is one where no `h` stands before it."""
    if not _ROMAN.fullmatch(value) or following(before) == value:
        return False
    return len(value) > 1 or (value == "i" and not before) or before[:1] == ["i"]


def _marked(found: re.Match[str], before: Sequence[str]) -> Marked | None:
    kind = _OF_GROUP[found.lastgroup or ""]
    value = re.sub(r"[^0-9a-zA-Z]", "", found[0]).lower() if kind in _COUNTING else ""
    if kind == "huruf" and _is_roman(value, before):
        kind = "romawi"
    elif kind == "huruf" and len(set(value)) > 1:
        return None
    return Marked(kind, value, found.string[found.end() :].strip(), found[0].strip())


def following(before: Sequence[str]) -> str:
    """The letter behind those of a list."""
    if not before:
        return "a"
    return chr(ord(before[-1][0]) + 1) if len(before[-1]) == 1 and before[-1].isalpha() else ""
