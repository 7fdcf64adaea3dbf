"""A tree as a reader sees it: short signs as mathematics, words as an HTML fraction that wraps."""

from markupsafe import Markup

from generator.formula.forms.line import line
from generator.formula.forms.mathml import mathml
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
    parts,
)

MAX_MATHML = 24
"""Characters of a line of signs that still fit a phone of 320 px beside a card's padding."""


def drawing(node: Node, result: str = "") -> Markup:
    """The drawn formula, with its left side if it has one. For the eye; the sentence is heard."""
    drawn = _signs(node) if _is_short(node) else _html(bare(node))
    if result:
        drawn = Markup('<span class="rumus-hasil">{} =</span> {}').format(result, drawn)
    return Markup('<div class="rumus" aria-hidden="true">{}</div>').format(drawn)


def _signs(node: Node) -> Markup:
    """Mathematics; what is searched is its line, for its text alone has no fraction bar."""
    return Markup('<span data-baris="{}">{}</span>').format(line(bare(node)), mathml(node))


def signed(term: Term) -> Markup:
    """A sign or words, with the letter of its set."""
    index = Markup("<sub>{}</sub>").format(term.index) if term.index else ""
    return Markup("{}{}").format(term.words, index)


def _is_short(node: Node) -> bool:
    return _is_symbolic(node) and len(line(node)) - _undrawn(node) <= MAX_MATHML


def _undrawn(node: Node) -> int:
    """Characters of the line that no drawing has: what a function runs over, and ∑ in words."""
    own = 0
    if isinstance(node, Over):
        own = len(f"; setiap {node.each}") + len(node.function) - len(_over(node.function))
    return own + sum(map(_undrawn, parts(node)))


def _is_symbolic(node: Node) -> bool:
    return node.is_symbol if isinstance(node, Term) else all(map(_is_symbolic, parts(node)))


def _html(node: Node) -> Markup:
    match node:
        case Number(text):
            return Markup('<span class="rumus-angka">{}</span>').format(text)
        case Term():
            return Markup('<span class="rumus-kata">{}</span>').format(signed(node))
        case Group(Operation("/") as fraction):
            return _enclosed(_html(fraction))
        case Group(inner):
            return _bracketed("", _html(inner))
        case Negative(inner):
            return Markup('<span class="rumus-tanda">\u2212</span>{}').format(_html(inner))
        case Operation("/", left, right):
            return Markup(
                '<span class="rumus-pecahan"><span>{}</span>{}<span>{}</span></span>'
            ).format(_part(left, STRENGTH["/"]), _unseen(" / "), _part(right, STRENGTH["/"] + 1))
        case Operation(sign, left, right):
            shown = "\u2212" if sign == "-" else sign
            return Markup('{} <span class="rumus-tanda">{}</span> {}').format(
                _html(left), shown, _html(right)
            )
        case Sum(summands):
            return Markup(' <span class="rumus-tanda">+</span> ').join(map(_html, summands))
        case Call(function, arguments):
            listed = Markup("; ").join(map(_html, map(bare, arguments)))
            return _bracketed("\u221a" if function == "akar" else function, listed)
        case Over(function, inner, index):
            head = Markup('<span class="rumus-himpunan">{}<sub>{}</sub></span>')
            return _bracketed(head.format(_over(function), index), _html(bare(inner)))


def _part(node: Node, least: int) -> Markup:
    """What stands above or below the bar, which does without the brackets that a copy needs."""
    is_weak = isinstance(node, Operation) and STRENGTH[node.sign] < least
    drawn = _html(bare(node))
    return _enclosed(drawn) if isinstance(node, Group) or is_weak else drawn


def _enclosed(drawn: Markup) -> Markup:
    return _unseen("(") + drawn + _unseen(")")


def _unseen(text: str) -> Markup:
    """What a copy and a page without its style need, and the eye does not."""
    return Markup('<span class="rumus-baris">{}</span>').format(text)


def _over(function: str) -> str:
    """What a function over a set is called in a drawing."""
    return "\u2211" if function == "jumlah" else function


def _bracketed(before: str, inner: Markup) -> Markup:
    """Brackets as high as what stands between them, on the line of its fraction bar."""
    return Markup('<span class="rumus-kurung">{}<i>(</i><span>{}</span><i>)</i></span>').format(
        before, inner
    )
