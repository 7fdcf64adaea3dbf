"""The tree of a formula: what every output is made from, so that no two can disagree."""

from collections.abc import Callable, Iterator, Mapping
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
    index: str = ""
    """The `i` of what has a value for each class i of a set."""


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
class Sum:
    """a + b + c + …: a list that is added up. It may be long, so it is flat."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Call:
    """One of the functions `rata min maks jumlah bulat akar`."""

    function: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True)
class Over:
    """One of `rata min maks jumlah` over a set: Σ of P × Q for each class i."""

    function: str
    inner: "Node"
    index: str
    each: str
    """What the set is of: `kelas ke-i`."""


Node: TypeAlias = Number | Term | Group | Negative | Operation | Sum | Call | Over

STRENGTH = {"+": 1, "-": 1, "×": 2, "/": 2}
"""Which sign binds more strongly."""


def total(*parts: Node) -> Node:
    """All of them added up; one alone is itself."""
    return parts[0] if len(parts) == 1 else Sum(parts)


def parts(node: Node) -> tuple[Node, ...]:
    """What a node directly holds."""
    match node:
        case Group(within) | Negative(within) | Over(_, within):
            return (within,)
        case Operation(_, left, right):
            return (left, right)
        case Sum(inner) | Call(_, inner):
            return inner
        case _:
            return ()


def bare(node: Node) -> Node:
    """A tree without the brackets around all of it."""
    while isinstance(node, Group):
        node = node.inner
    return node


MAX_NODES = 400
MAX_DEPTH = 200
"""How large a tree may be once every calculated variable is written out: what walks it, here and in
the page's script, calls itself once for each level."""


@dataclass(frozen=True)
class Size:
    """How many nodes a tree has, and how many of them stand one in another."""

    nodes: int = 1
    depth: int = 1

    @property
    def is_too_large(self) -> bool:
        return self.nodes > MAX_NODES or self.depth > MAX_DEPTH


def size(node: Node, written_out: Mapping[str, Size]) -> Size:
    """The size of a tree in which each of the given terms stands for a tree of its own size."""
    if isinstance(node, Term):
        return written_out.get(node.name, Size())
    below = [size(part, written_out) for part in parts(node)]
    nodes = 1 + sum(each.nodes for each in below)
    return Size(nodes, 1 + max((each.depth for each in below), default=0))


def running(node: Node) -> Iterator[Term]:
    """The terms that have a value for each of a set, but for those of a function inside."""
    if isinstance(node, Term) and node.index:
        yield node
    if not isinstance(node, Over):
        for part in parts(node):
            yield from running(part)


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
        case Sum(summands):
            return Sum(tuple(replaced(each, replace) for each in summands))
        case Call(function, arguments):
            return Call(function, tuple(replaced(each, replace) for each in arguments))
        case Over(function, inner, index, each):
            return Over(function, replaced(inner, replace), index, each)
