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
    parts,
    running,
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
TOO_MANY = "terlalu banyak angka untuk rumus ini"
MOST_MEMBERS = 100
"""How many values a variable may have, one for each member of its set."""
MAX_PARTS = 10_000
"""How many parts a formula may have with each member of its sets written out."""
_ROOT_SCALE = 10**60
"""So many decimals of a root are kept on the way, the rest is cut off."""

Values = Mapping[str, Decimal | Sequence[Decimal]]
"""The value of each term; several of what has one for each member of a set."""


class _NoValueError(Exception):
    pass


_CONTEXT = Context(prec=MAX_DIGITS + 2 * numbers.MAX_DIGITS, rounding=ROUND_HALF_UP)


def value(node: Node, values: Values) -> Decimal | str:
    """The value for the given values of the terms, or why there is none, in Indonesian."""
    if parts_with(node, values) > MAX_PARTS:
        return TOO_MANY
    try:
        exact = _value(node, values, 0)
    except ZeroDivisionError:
        return DIVISION_BY_ZERO
    except _NoValueError as error:
        return str(error)
    return _decimal(exact) if abs(exact) < 10**MAX_DIGITS else TOO_LARGE


def parts_with(node: Node, values: Values) -> int:
    """How many parts are worked out; brackets are none."""
    most = max((len(each) for each in values.values() if not isinstance(each, Decimal)), default=1)
    return _parts(node, most)


def _parts(node: Node, members: int) -> int:
    below = sum(_parts(each, members) for each in parts(node))
    match node:
        case Group():
            return below
        case Over():
            return 1 + members * below
        case _:
            return 1 + below


def divides_by_zero(node: Node) -> bool:
    """Whether something is divided by what is zero whatever its terms are."""
    is_zero = (
        isinstance(node, Operation)
        and node.sign == "/"
        and not any(terms(node.right))
        and value(node.right, {}) in (0, DIVISION_BY_ZERO)
    )
    return is_zero or any(map(divides_by_zero, parts(node)))


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


def _value(node: Node, values: Values, place: int) -> Fraction:
    """The value, at a place in the set that a function runs over."""
    match node:
        case Number(_, number):
            return Fraction(number)
        case Term(name):
            known = values[name]
            return Fraction(known if isinstance(known, Decimal) else known[place])
        case Group(inner):
            return _value(inner, values, place)
        case Negative(inner):
            return -_value(inner, values, place)
        case Operation(sign, left, right):
            return _OPERATIONS[sign](_value(left, values, place), _value(right, values, place))
        case Sum(summands):
            return sum((_value(each, values, place) for each in summands), Fraction())
        case Call(function, arguments):
            return _FUNCTIONS[function]([_value(each, values, place) for each in arguments])
        case Over(function, inner):
            members = range(_length(inner, values))
            return _FUNCTIONS[function]([_value(inner, values, each) for each in members])


def _length(inner: Node, values: Values) -> int:
    """How many members the set has that a function runs over."""
    sets = [known for each in running(inner) if not isinstance(known := values[each.name], Decimal)]
    lengths = {len(each) for each in sets}
    if len(lengths) != 1:
        raise _NoValueError(UNEVEN_SETS)
    return lengths.pop()


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
