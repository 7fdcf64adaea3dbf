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
    Over,
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
        case Term(_, text, _, index):
            return words(text) + (f"_{{{index}}}" if index else "")
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
        case Over(function, inner, index):
            sign = r"\sum" if function == "jumlah" else rf"\operatorname*{{{function}}}"
            return rf"{sign}_{{{index}}} \left({tex(bare(inner))}\right)"
        case Call("akar", (inner,)):
            return rf"\sqrt{{{tex(bare(inner))}}}"
        case Call(function, arguments):
            return rf"\operatorname{{{function}}}\left({'; '.join(map(tex, arguments))}\right)"


def words(text: str) -> str:
    """Words as LaTeX shows them unchanged."""
    escaped = re.sub(r"[\\{}$&#%_^~Σ]", lambda sign: _SPECIAL[sign[0]], text)
    return rf"\text{{{escaped}}}"


def _side(node: Node, least: int) -> str:
    needs_brackets = (
        isinstance(node, Operation) and node.sign != "/" and STRENGTH[node.sign] < least
    )
    return rf"\left({tex(node)}\right)" if needs_brackets else tex(node)
