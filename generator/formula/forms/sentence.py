"""A tree as an Indonesian sentence: what a screen reader says, and what helps whoever finds
fractions hard. Brackets are spoken only where they change the value."""

import re

from generator.formula.tree import (
    STRENGTH,
    Call,
    Group,
    Negative,
    Node,
    Number,
    Operation,
    Over,
    Sum,
    Term,
    bare,
)

_VERBS = {"+": "ditambah", "-": "dikurangi", "×": "dikali", "/": "dibagi"}
_FUNCTIONS = {
    "rata": "rata-rata dari",
    "min": "nilai terkecil di antara",
    "maks": "nilai terbesar di antara",
    "jumlah": "jumlah dari",
    "bulat": "pembulatan dari",
    "akar": "akar kuadrat dari",
}
_OVER = {
    "rata": "rata-rata, untuk setiap",
    "min": "nilai terkecil, di antara setiap",
    "maks": "nilai terbesar, di antara setiap",
    "jumlah": "jumlah, untuk setiap",
}
_WHOLE = 3
"""As strong as no sign: every operation inside is told apart by brackets."""
_CONDITIONS = ("bila", "apabila", "bilamana", "jika", "jikalau", "kalau")


def sentence(node: Node) -> str:
    """`A dibagi B, dikali 100 persen`: no capital, no full stop."""
    match bare(node):
        case Operation(sign, left, right) if _needs_brackets_left(sign, left):
            said = _difference(left) or f"{sentence(left)}, seluruhnya"
            return f"{said} {_VERBS[sign]} {_part(right, STRENGTH[sign] + 1)}"
        case Operation(sign, left, right) if _begins_with_difference(left):
            return f"{sentence(left)}, lalu {_VERBS[sign]} {_part(right, STRENGTH[sign] + 1)}"
        case Operation(sign, left, right) if _is_long(left) or _is_long(right):
            return f"{sentence(left)}, {_VERBS[sign]} {_part(right, STRENGTH[sign] + 1)}"
        case inner:
            return _part(inner, 0)


def spoken(words: str) -> str:
    """Printed words as they are said inside a sentence: Σ (also ∑, Ʃ) before a noun means "jumlah",
    and a full stop at the end would cut the sentence short."""
    return " ".join(re.sub("[Σ∑Ʃ]", " jumlah ", words).split()).rstrip(" .;,")


def condition(words: str) -> str:
    """A state of things inside a sentence: `bila target naik`."""
    said = spoken(words)
    first, _, rest = said.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in _CONDITIONS else f"bila {said}"


def _difference(node: Node) -> str:
    """`selisih B dan A,` of what is taken from one another; empty of anything else."""
    match bare(node):
        case Operation("-", left, right):
            return f"selisih {_part(left, _WHOLE)} dan {_part(right, _WHOLE)},"
        case _:
            return ""


def _begins_with_difference(node: Node) -> bool:
    match bare(node):
        case Operation(sign, left, _):
            return _needs_brackets_left(sign, left) and bool(_difference(left))
        case _:
            return False


def _needs_brackets_left(sign: str, left: Node) -> bool:
    left = bare(left)
    return isinstance(left, Operation) and STRENGTH[left.sign] < STRENGTH[sign]


LONG = 60
"""Characters of words behind which a listener needs a pause."""


def _is_long(node: Node) -> bool:
    """Whether a comma helps: many words, or an operation over words rather than signs."""
    match bare(node):
        case Term(_, words, is_symbol):
            return not is_symbol and len(words) > LONG
        case Operation(_, left, right):
            sides = (bare(left), bare(right))
            return any(isinstance(side, Term) and not side.is_symbol for side in sides)
        case Over():
            return True
        case _:
            return False


def _part(node: Node, least: int) -> str:
    node = bare(node)
    match node:
        case Number(text):
            return text.replace("%", " persen")
        case Term(_, words):
            return spoken(words)
        case Negative(inner):
            return f"negatif {_part(inner, _WHOLE)}"
        case Sum(parts):
            return f"jumlah dari {_listed([_part(each, 0) for each in parts])}"
        case Over(function, inner, _, each):
            return f"{_OVER[function]} {each}, dari {_part(inner, _WHOLE)}"
        case Call(function, arguments):
            return f"{_FUNCTIONS[function]} {_listed([_part(each, _WHOLE) for each in arguments])}"
        case Operation(sign, left, right):
            strength = STRENGTH[sign]
            said = f"{_part(left, strength)} {_VERBS[sign]} {_part(right, strength + 1)}"
            return f"({said})" if strength < least else said
        case Group():
            raise AssertionError("bare() leaves no group")


def _listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])}{',' if len(parts) > 2 else ''} dan {parts[-1]}"
