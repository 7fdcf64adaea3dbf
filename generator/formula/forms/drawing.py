"""A tree as a reader sees it: short signs as mathematics, words as an HTML fraction that wraps."""

from markupsafe import Markup

from generator.formula.forms.line import line
from generator.formula.forms.mathml import mathml
from generator.formula.tree import (
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
    parts,
)

MAX_MATHML = 24
"""Characters of a line of signs that still fit a phone of 320 px beside a card's padding."""


def drawing(node: Node, result: str = "") -> Markup:
    """The drawn formula, with its left side if it has one. For the eye; the sentence is heard."""
    drawn = mathml(node) if _is_short(node) else _html(bare(node))
    if result:
        drawn = Markup('<span class="rumus-hasil">{} =</span>{}').format(result, drawn)
    return Markup('<div class="rumus" aria-hidden="true">{}</div>').format(drawn)


def _is_short(node: Node) -> bool:
    return _is_symbolic(node) and len(line(node)) <= MAX_MATHML


def _is_symbolic(node: Node) -> bool:
    return node.is_symbol if isinstance(node, Term) else all(map(_is_symbolic, parts(node)))


def _html(node: Node) -> Markup:
    match node:
        case Number(text):
            return Markup('<span class="rumus-angka">{}</span>').format(text)
        case Term(_, words, _, index):
            below = Markup("<sub>{}</sub>").format(index) if index else ""
            return Markup('<span class="rumus-kata">{}{}</span>').format(words, below)
        case Group(Operation("/") as fraction):
            return _html(fraction)
        case Group(inner):
            return _bracketed("", _html(inner))
        case Negative(inner):
            return Markup('<span class="rumus-tanda">\u2212</span>{}').format(_html(inner))
        case Operation("/", left, right):
            return Markup(
                '<span class="rumus-pecahan"><span>{}</span><span>{}</span></span>'
            ).format(_html(bare(left)), _html(bare(right)))
        case Operation(sign, left, right):
            shown = "\u2212" if sign == "-" else sign
            return Markup('{} <span class="rumus-tanda">{}</span> {}').format(
                _html(left), shown, _html(right)
            )
        case Sum(summands):
            return Markup(' <span class="rumus-tanda">+</span> ').join(map(_html, summands))
        case Call(function, arguments):
            listed = Markup("; ").join(map(_html, arguments))
            return _bracketed("\u221a" if function == "akar" else function, listed)
        case Over(function, inner, index):
            sign = "\u2211" if function == "jumlah" else function
            return _bracketed(Markup("{}<sub>{}</sub>").format(sign, index), _html(inner))


def _bracketed(before: str, inner: Markup) -> Markup:
    """Brackets that stand on the line of a fraction bar between them."""
    return Markup(
        '<span class="rumus-kurung"><span>{}(</span><span>{}</span><span>)</span></span>'
    ).format(before, inner)
