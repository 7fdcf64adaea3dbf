"""The value of a tree."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

from generator.formula.tree import Call, Group, Negative, Node, Number, Operation, Term

_CONTEXT = Context(
    prec=28,
    rounding=ROUND_HALF_UP,
    Emax=99,
    Emin=-99,
    traps=[DivisionByZero, InvalidOperation, Overflow],
)

DIVISION_BY_ZERO = "penyebut bernilai nol"
TOO_LARGE = "hasil terlalu besar"


def value(node: Node, values: Mapping[str, Decimal]) -> Decimal | str:
    """The value for the given values of the terms, or why there is none, in Indonesian."""
    try:
        return _value(node, values)
    except (DivisionByZero, InvalidOperation):
        return DIVISION_BY_ZERO
    except Overflow:
        return TOO_LARGE


def _value(node: Node, values: Mapping[str, Decimal]) -> Decimal:
    match node:
        case Number(_, number):
            return number
        case Term(name):
            return values[name]
        case Group(inner):
            return _value(inner, values)
        case Negative(inner):
            return _CONTEXT.minus(_value(inner, values))
        case Operation(sign, left, right):
            return _OPERATIONS[sign](_value(left, values), _value(right, values))
        case Call(function, arguments):
            return _call(function, [_value(each, values) for each in arguments])


_OPERATIONS = {
    "+": _CONTEXT.add,
    "-": _CONTEXT.subtract,
    "×": _CONTEXT.multiply,
    "/": _CONTEXT.divide,
}


def _call(function: str, arguments: list[Decimal]) -> Decimal:
    match function:
        case "min":
            return min(arguments)
        case "maks":
            return max(arguments)
        case "bulat":
            return arguments[0].to_integral_value(ROUND_HALF_UP)
    total = arguments[0]
    for each in arguments[1:]:
        total = _CONTEXT.add(total, each)
    return _CONTEXT.divide(total, Decimal(len(arguments))) if function == "rata" else total
