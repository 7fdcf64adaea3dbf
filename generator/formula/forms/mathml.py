"""A tree as native MathML. Only for short signs: no browser breaks a line inside it."""

from markupsafe import Markup

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
)

_SIGNS = {"+": "+", "-": "\u2212", "×": "×"}


def mathml(node: Node, result: str = "") -> Markup:
    """One `<math>` around one `<mrow>`: Firefox breaks lines between the children of `<math>`."""
    left = Markup("<mtext>{}</mtext><mo>=</mo>").format(result) if result else ""
    return Markup("<math><mrow>{}{}</mrow></math>").format(left, _element(bare(node)))


def _element(node: Node) -> Markup:
    match node:
        case Number(text):
            return Markup("<mn>{}</mn>").format(text)
        case Term(_, words, _, index):
            tag = Markup("mtext" if " " in words else "mi")
            sign = Markup("<{0}>{1}</{0}>").format(tag, words)
            return Markup("<msub>{}<mi>{}</mi></msub>").format(sign, index) if index else sign
        case Group(Operation("/") as fraction):
            return _element(fraction)
        case Group(inner):
            return Markup("<mrow><mo>(</mo>{}<mo>)</mo></mrow>").format(_element(inner))
        case Negative(inner):
            return Markup("<mrow><mo>\u2212</mo>{}</mrow>").format(_element(inner))
        case Operation("/", left, right):
            return Markup("<mfrac>{}{}</mfrac>").format(_row(bare(left)), _row(bare(right)))
        case Operation(sign, left, right):
            return Markup("{}<mo>{}</mo>{}").format(_element(left), _SIGNS[sign], _element(right))
        case Sum(parts):
            return Markup("<mo>+</mo>").join(map(_element, parts))
        case Over(function, inner, index):
            sign = Markup("<mo>\u2211</mo>" if function == "jumlah" else f"<mi>{function}</mi>")
            below = Markup("<munder>{}<mi>{}</mi></munder>").format(sign, index)
            return Markup("<mrow>{}<mo>(</mo>{}<mo>)</mo></mrow>").format(
                below, _element(bare(inner))
            )
        case Call("akar", (inner,)):
            return Markup("<msqrt>{}</msqrt>").format(_element(bare(inner)))
        case Call(function, arguments):
            listed = Markup("<mo>;</mo>").join(map(_element, arguments))
            return Markup("<mrow><mi>{}</mi><mo>(</mo>{}<mo>)</mo></mrow>").format(function, listed)


def _row(node: Node) -> Markup:
    return Markup("<mrow>{}</mrow>").format(_element(node))
