"""The value of a tree: exact fractions, rounded once at the end.

The page's script does the same with whole numbers of any length, so that both give the same digits.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from math import isqrt

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
    terms,
)
from generator.values import numbers

DECIMALS = 10
"""How many decimals a value keeps."""
MAX_DIGITS = 30
"""How many digits it may have before the comma."""
DIVISION_BY_ZERO = "penyebut bernilai nol"
TOO_LARGE = "hasil terlalu besar"
NEGATIVE_ROOT = "akar dari bilangan negatif"
UNEVEN_SETS = "banyak nilai tiap variabel tidak sama"
MOST_MEMBERS = 100
"""How many values a variable may have, one for each member of its set."""
_ROOT_SCALE = 10**30
"""So many decimals of a root are kept on the way, the rest is cut off."""

Values = Mapping[str, Decimal | Sequence[Decimal]]
"""The value of each term; several of what has one for each member of a set."""


class _NoValueError(Exception):
    pass


_CONTEXT = Context(prec=MAX_DIGITS + 2 * numbers.MAX_DIGITS, rounding=ROUND_HALF_UP)


def value(node: Node, values: Values) -> Decimal | str:
    """The value for the given values of the terms, or why there is none, in Indonesian."""
    try:
        exact = _value(node, values)
    except ZeroDivisionError:
        return DIVISION_BY_ZERO
    except _NoValueError as error:
        return str(error)
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


def _value(node: Node, values: Values) -> Fraction:
    match node:
        case Number(_, number):
            return Fraction(number)
        case Term(name):
            known = values[name]
            assert isinstance(known, Decimal)
            return Fraction(known)
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
        case Over(function, inner):
            return _FUNCTIONS[function]([_value(inner, each) for each in _members(inner, values)])


def _members(node: Node, values: Values) -> list[Values]:
    """The values for each member of the set."""
    sets: dict[str, Sequence[Decimal]] = {}
    for term in terms(node):
        known = values[term.name]
        if not isinstance(known, Decimal):
            sets[term.name] = known
    if len({len(each) for each in sets.values()}) != 1:
        raise _NoValueError(UNEVEN_SETS)
    rows = zip(*sets.values(), strict=True)
    return [{**values, **dict(zip(sets, row, strict=True))} for row in rows]


def _root(exact: Fraction) -> Fraction:
    if exact < 0:
        raise _NoValueError(NEGATIVE_ROOT)
    return Fraction(isqrt(exact.numerator * _ROOT_SCALE**2 // exact.denominator), _ROOT_SCALE)


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
    "akar": lambda each: _root(each[0]),
}
