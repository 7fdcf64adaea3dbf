"""A tree as one line of plain text, for search, tables and CSV: `(A / B) × 100%`."""

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
)


def line(node: Node) -> str:
    """One line; brackets stand where the tree has them, and where its shape needs them."""
    match node:
        case Number(text):
            return text
        case Term(_, words):
            return words
        case Group(inner):
            return f"({line(inner)})"
        case Negative(inner):
            return f"-{line(inner)}"
        case Sum(parts):
            return " + ".join(_side(part, STRENGTH["+"] + 1) for part in parts)
        case Call(function, arguments):
            return f"{function}({'; '.join(map(line, arguments))})"
        case Over(function, inner, _, each):
            return f"{function}({line(inner)}; setiap {each})"
        case Operation(sign, left, right):
            return f"{_side(left, STRENGTH[sign])} {sign} {_side(right, STRENGTH[sign] + 1)}"


def _side(node: Node, least: int) -> str:
    needs_brackets = isinstance(node, Operation) and STRENGTH[node.sign] < least
    return f"({line(node)})" if needs_brackets else line(node)
