"""A tree as LaTeX, for whoever pastes a formula into a document."""

import re

from generator.formula.tree import (
    STRENGTH,
    Call,
    Group,
    Negative,
    Node,
    Number,
    Operation,
    Sum,
    Term,
    bare,
)

_SIGNS = {"+": "+", "-": "-", "×": r"\times"}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "Σ": r"$\Sigma$",
}


def tex(node: Node) -> str:
    r"""`\frac{\text{A}}{\text{B}} \times 100\%`."""
    match node:
        case Number(written):
            return written.replace(",", "{,}").replace("%", r"\%")
        case Term(_, words):
            return rf"\text{{{_escaped(words)}}}"
        case Group(Operation("/") as fraction):
            return tex(fraction)
        case Group(inner):
            return rf"\left({tex(inner)}\right)"
        case Negative(inner):
            return f"-{tex(inner)}"
        case Operation("/", left, right):
            return rf"\frac{{{tex(bare(left))}}}{{{tex(bare(right))}}}"
        case Operation(sign, left, right):
            strength = STRENGTH[sign]
            return f"{_side(left, strength)} {_SIGNS[sign]} {_side(right, strength + 1)}"
        case Sum(parts):
            return " + ".join(_side(part, STRENGTH["+"] + 1) for part in parts)
        case Call(function, arguments):
            return rf"\operatorname{{{function}}}\left({'; '.join(map(tex, arguments))}\right)"


def _escaped(words: str) -> str:
    """Words as LaTeX shows them unchanged."""
    return re.sub(r"[\\{}$&#%_^~Σ]", lambda sign: _SPECIAL[sign[0]], words)


def _side(node: Node, least: int) -> str:
    needs_brackets = (
        isinstance(node, Operation) and node.sign != "/" and STRENGTH[node.sign] < least
    )
    return rf"\left({tex(node)}\right)" if needs_brackets else tex(node)
