"""The value of a tree: exact fractions, rounded once at the end.

The page's script does the same with whole numbers of any length, so that both give the same digits.
"""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from generator.formula.tree import Call, Group, Negative, Node, Number, Operation, Sum, Term
from generator.values import numbers

DECIMALS = 10
"""How many decimals a value keeps."""
MAX_DIGITS = 30
"""How many digits it may have before the comma."""
DIVISION_BY_ZERO = "penyebut bernilai nol"
TOO_LARGE = "hasil terlalu besar"

_CONTEXT = Context(prec=MAX_DIGITS + 2 * numbers.MAX_DIGITS, rounding=ROUND_HALF_UP)


def value(node: Node, values: Mapping[str, Decimal]) -> Decimal | str:
    """The value for the given values of the terms, or why there is none, in Indonesian."""
    try:
        exact = _value(node, values)
    except ZeroDivisionError:
        return DIVISION_BY_ZERO
    return _decimal(exact) if abs(exact) < 10**MAX_DIGITS else TOO_LARGE


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Half away from zero, as people round."""
    return number.quantize(Decimal(1).scaleb(-decimals), context=_CONTEXT)


def _decimal(exact: Fraction) -> Decimal:
    """Half away from zero, at the last decimal that is kept."""
    whole = _round_half_up(exact * 10**DECIMALS)
    return Decimal(whole).scaleb(-DECIMALS, context=_CONTEXT).normalize(_CONTEXT)


def _round_half_up(exact: Fraction) -> int:
    size = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return size if exact >= 0 else -size


def _value(node: Node, values: Mapping[str, Decimal]) -> Fraction:
    match node:
        case Number(_, number):
            return Fraction(number)
        case Term(name):
            return Fraction(values[name])
        case Group(inner):
            return _value(inner, values)
        case Negative(inner):
            return -_value(inner, values)
        case Operation(sign, left, right):
            return _OPERATIONS[sign](_value(left, values), _value(right, values))
        case Sum(parts):
            return sum((_value(each, values) for each in parts), Fraction())
        case Call(function, arguments):
            return _FUNCTIONS[function]([_value(each, values) for each in arguments])


_OPERATIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "×": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}
_FUNCTIONS: dict[str, Callable[[list[Fraction]], Fraction]] = {
    "rata": lambda each: sum(each, Fraction()) / len(each),
    "min": min,
    "maks": max,
    "jumlah": lambda each: sum(each, Fraction()),
    "bulat": lambda each: Fraction(_round_half_up(each[0])),
}
