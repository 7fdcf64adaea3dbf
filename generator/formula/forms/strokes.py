"""A tree as what a printer draws, in nested lists: `["fraction", above, below]`. The words in them
are data, which no printer reads as anything else."""

from typing import TypeAlias

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

Strokes: TypeAlias = "list[str | Strokes]"

DEEPEST = 10
"""Whoever draws calls itself for each level; deeper than this nobody could read it."""

_SIGNS = {"+": "+", "-": "\u2212", "×": "×"}


def strokes(node: Node, result: str = "") -> "Strokes | None":
    """The drawing, with what the result is called; None where it is too deep to be drawn."""
    drawn = _row(bare(node))
    if _depth(drawn) > DEEPEST:
        return None
    return ["row", ["words", result], ["sign", "="], drawn] if result else drawn


def _row(node: Node) -> Strokes:
    inner = list(_flat(node))
    return inner[0] if len(inner) == 1 else ["row", *inner]


def _flat(node: Node) -> "list[Strokes]":
    """What stands beside one another on a line; a row in a row is one row."""
    match node:
        case Number(text):
            return [["number", text]]
        case Term(_, words, is_symbol, index):
            term: Strokes = ["symbol" if is_symbol and " " not in words else "words", words]
            return [["below", term, index] if index else term]
        case Group(Operation("/") as fraction):
            return _flat(fraction)
        case Group(inner):
            return [["bracket", _row(inner)]]
        case Negative(inner):
            return [["sign", "\u2212"], *_flat(inner)]
        case Operation("/", left, right):
            return [["fraction", _row(bare(left)), _row(bare(right))]]
        case Operation(sign, left, right):
            strength = STRENGTH[sign]
            return [
                *_side(left, strength),
                ["sign", _SIGNS[sign]],
                *_side(right, strength + 1),
            ]
        case Sum(parts):
            return _joined("+", [_side(part, STRENGTH["+"] + 1) for part in parts])
        case Over(function, inner, index):
            sign = "\u2211" if function == "jumlah" else function
            return [["under", sign, index], ["bracket", _row(bare(inner))]]
        case Call("akar", (inner,)):
            return [["root", _row(bare(inner))]]
        case Call(function, arguments):
            listed = _joined(";", [_flat(bare(each)) for each in arguments])
            return [["symbol", function], ["bracket", ["row", *listed]]]


def _joined(sign: str, rows: "list[list[Strokes]]") -> "list[Strokes]":
    """Rows as one, with a sign between each two."""
    joined = rows[0]
    for row in rows[1:]:
        joined = [*joined, ["sign", sign], *row]
    return joined


def _side(node: Node, least: int) -> "list[Strokes]":
    needs_brackets = (
        isinstance(node, Operation) and node.sign != "/" and STRENGTH[node.sign] < least
    )
    return [["bracket", _row(node)]] if needs_brackets else _flat(node)


def _depth(drawn: Strokes) -> int:
    return 1 + max((_depth(each) for each in drawn if isinstance(each, list)), default=0)
