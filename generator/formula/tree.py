"""The tree of a formula: what every output is made from, so that no two can disagree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True)
class Number:
    """A number as it is written: `2,5`, `100`, `100%` (which counts as 100, in percent)."""

    text: str
    value: Decimal


@dataclass(frozen=True)
class Term:
    """Something that is counted or measured: the name to calculate with, and the words to show."""

    name: str
    words: str
    is_symbol: bool = False
    """A short sign such as IKM, drawn as mathematics; else words, drawn as words."""


@dataclass(frozen=True)
class Group:
    """What the author put in brackets, needed or not."""

    inner: "Node"


@dataclass(frozen=True)
class Negative:
    """`-a`."""

    inner: "Node"


@dataclass(frozen=True)
class Operation:
    """Two sides and one of `+ - × /`."""

    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Call:
    """One of the functions `rata min maks jumlah bulat`."""

    function: str
    arguments: tuple["Node", ...]


Node: TypeAlias = Number | Term | Group | Negative | Operation | Call

STRENGTH = {"+": 1, "-": 1, "×": 2, "/": 2}
"""Which sign binds more strongly."""


def product(*factors: Node) -> Node:
    """a × b × …, from the left."""
    return _chain("×", factors)


def total(*parts: Node) -> Node:
    """a + b + …, from the left."""
    return _chain("+", parts)


def _chain(sign: str, nodes: tuple[Node, ...]) -> Node:
    result = nodes[0]
    for node in nodes[1:]:
        result = Operation(sign, result, node)
    return result


def parts(node: Node) -> tuple[Node, ...]:
    """What a node directly holds."""
    match node:
        case Group(inner) | Negative(inner):
            return (inner,)
        case Operation(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def terms(node: Node) -> Iterator[Term]:
    """Every term of a tree, from left to right, as often as it stands there."""
    if isinstance(node, Term):
        yield node
    for part in parts(node):
        yield from terms(part)


def replaced(node: Node, replace: Callable[[Term], Node]) -> Node:
    """The same tree with something else for each term."""
    match node:
        case Number():
            return node
        case Term():
            return replace(node)
        case Group(inner):
            return Group(replaced(inner, replace))
        case Negative(inner):
            return Negative(replaced(inner, replace))
        case Operation(sign, left, right):
            return Operation(sign, replaced(left, replace), replaced(right, replace))
        case Call(function, arguments):
            return Call(function, tuple(replaced(each, replace) for each in arguments))
