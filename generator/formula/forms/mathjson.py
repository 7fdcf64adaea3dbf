"""A tree as JSON in the shape of MathJSON: for the page's calculator, and for other programs."""

from decimal import Decimal
from typing import TypeAlias

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
    running,
)

Json: TypeAlias = "int | str | dict[str, str] | list[Json]"

_SIGNS = {"+": "Add", "-": "Subtract", "×": "Multiply", "/": "Divide"}
_FUNCTIONS = {"min": "Min", "maks": "Max", "jumlah": "Add", "bulat": "Round", "akar": "Sqrt"}
_OVER = {**_FUNCTIONS, "jumlah": "Sum", "rata": "Mean"}


def mathjson(node: Node) -> Json:
    """`["Multiply", ["Divide", "pembilang", "penyebut"], 100]`; a term is its name, one of a set
    is `["At", "P", "i"]`; a decimal number is `{"num": "2.5"}`, which no reader rounds."""
    match node:
        case Number(_, value):
            return number(value)
        case Term(name, index=index):
            return ["At", name, index] if index else name
        case Group(inner):
            return mathjson(inner)
        case Negative(inner):
            return ["Negate", mathjson(inner)]
        case Operation(sign, left, right):
            return [_SIGNS[sign], mathjson(left), mathjson(right)]
        case Sum(parts):
            return ["Add", *map(mathjson, parts)]
        case Call("rata", arguments):
            return ["Mean", ["List", *map(mathjson, arguments)]]
        case Over(function, inner, index):
            length: Json = ["Length", next(running(inner)).name]
            return [_OVER[function], ["Tabulate", ["Function", mathjson(inner), index], length]]
        case Call(function, arguments):
            return [_FUNCTIONS[function], *map(mathjson, arguments)]


def number(value: Decimal) -> Json:
    """A number that keeps every digit."""
    whole = value.to_integral_value()
    return int(whole) if whole == value else {"num": f"{value:f}"}
