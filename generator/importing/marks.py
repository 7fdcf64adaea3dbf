"""The mark that begins an item of a list: `a.`, `2)`, `-`; also a letter whose dot was lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

KINDS = ("huruf", "angka", "strip", "titik")
"""What `penomoran` calls them."""

_MARK = re.compile(
    r"(?P<letter>\(?[a-zA-Z]{1,2}(?:\s?[.)](?!\w\.)))\s*(?=\S)"
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
    if found and found.lastgroup:
        kind = _OF_GROUP[found.lastgroup]
        inner = mark(text[found.end() :]) if kind == "strip" else None
        if inner and inner.kind in ("huruf", "angka"):
            return inner
        value = re.sub(r"[^0-9a-zA-Z]", "", found[0]).lower() if kind in KINDS[:2] else ""
        if kind == "huruf" and len(value) == 2 and len(set(value)) == 2:
            return None
        return Marked(kind, value, text[found.end() :].strip(), found[0].strip())
    bare = _BARE.match(text)
    if bare and bare["letter"] == following(before):
        return Marked("huruf", bare["letter"], text[bare.end() :].strip(), bare[0].strip())
    return None


def following(before: Sequence[str]) -> str:
    """The letter behind those of a list."""
    if not before:
        return "a"
    return chr(ord(before[-1][0]) + 1) if len(before[-1]) == 1 and before[-1].isalpha() else ""
