"""Changes of a file that leave all else in it as it was written.

A line belongs to the key below which it stands; a comment belongs to the key that it stands above.
So whole lines move, and their comments with them. Only what was read without a mistake is changed.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import yaml

from generator.source.reading import parse
from generator.source.source import Location
from generator.values.bare import is_read_alike

_Loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_LINE_END = re.compile(r"\r\n|\r|\n")

Fields = Callable[[Location], Sequence[str] | None]
"""The names of a mapping in the order of a file; None where the order is its own."""


def scalar(text: str) -> str:
    """A text as a value: without quotes where every reader then finds just it."""
    source, problems = parse(f"a: {text}\n", "")
    is_bare = source is not None and not problems and not source.comments
    if is_bare and source and source.value == {"a": text} and is_read_alike(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def with_first(text: str, lines: Mapping[Location, str]) -> str:
    """A line before the first of some mappings, each given by the way to it."""
    edits = []
    for way, node in _nodes(yaml.compose(text, Loader=_Loader)):
        if way in lines and isinstance(node, yaml.MappingNode):
            mark = node.start_mark
            edits.append((mark.index, mark.index, f"{lines[way]}\n{' ' * mark.column}"))
    return _edited(text, edits)


def with_values(text: str, values: Mapping[Location, str]) -> str:
    """Another value for some keys that have one text or none, each given by the way to it."""
    edits = []
    for way, node in _nodes(yaml.compose(text, Loader=_Loader)):
        if way in values and isinstance(node, yaml.ScalarNode):
            new = f" {values[way]}" if values[way] else ""
            end = "\n" if node.style in ("|", ">") else ""
            start = len(text[: node.start_mark.index].rstrip(" "))
            edits.append((start, node.end_mark.index, new + end))
    return _edited(text, edits)


def with_keys(text: str, names: Mapping[Location, str]) -> str:
    """Another name for some keys, each given by the way to it."""
    edits = []
    for way, node in _scalars(yaml.compose(text, Loader=_Loader)):
        if way[-1:] == (_KEY,) and way[:-1] in names:
            edits.append((node.start_mark.index, node.end_mark.index, names[way[:-1]]))
    return _edited(text, edits)


def quoted(text: str, is_typed: Callable[[Location], bool]) -> str:
    """With quotes around each text and key that other readers would take for something else."""
    edits = []
    for way, node in _scalars(yaml.compose(text, Loader=_Loader)):
        is_bare = node.style in (None, "") and node.start_mark.line == node.end_mark.line
        if is_bare and node.value and not is_read_alike(node.value) and not is_typed(way):
            edits.append((node.start_mark.index, node.end_mark.index, f'"{node.value}"'))
    return _edited(text, edits)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


_KEY = "[key]"


def _scalars(root: Any) -> Iterator[tuple[Location, Any]]:
    """Every scalar with the way to it; a key has a way of its own."""
    for way, node in _nodes(root):
        if isinstance(node, yaml.ScalarNode):
            yield way, node
        elif isinstance(node, yaml.MappingNode):
            yield from (((*way, key.value, _KEY), key) for key, _ in node.value)


def _nodes(node: Any, way: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Every value with the way to it."""
    yield way, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _nodes(value, (*way, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _nodes(value, (*way, number))


def ordered(text: str, fields: Fields) -> str:
    """With the keys of every mapping in their order."""
    lines = _LINE_END.split(text)
    root = yaml.compose(text, Loader=_Loader)
    arranged = _Arranging(lines, fields).block(root, (), 0, len(lines))
    return "\n".join(arranged).rstrip("\n") + "\n"


class _Arranging:
    """The lines of a file, each part of them in its order."""

    def __init__(self, lines: list[str], fields: Fields):
        self._lines = lines
        self._fields = fields

    def block(self, node: Any, way: Location, start: int, end: int) -> list[str]:
        """The lines from `start` to `end`, which hold a value and begin where it does."""
        if isinstance(node, yaml.MappingNode) and not node.flow_style:
            return self._mapping(node, way, start, end)
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            return self._sequence(node, way, start, end)
        return self._lines[start:end]

    def _mapping(self, node: Any, way: Location, start: int, end: int) -> list[str]:
        column = node.start_mark.column
        firsts = [key.start_mark.line for key, _ in node.value]
        before = [self._lines[line][:column] for line in firsts]
        if before[0].strip(" -") or any(each.strip(" ") for each in before[1:]):
            return self._lines[start:end]
        cuts = self._cuts(firsts, [value for _, value in node.value], column, end)
        parts = [
            (key.value, first - cut, self._part(value, (*way, key.value), cut, next_cut))
            for (key, value), first, (cut, next_cut) in zip(
                node.value, firsts, pairwise(cuts), strict=True
            )
        ]
        parts[0][2][0] = " " * column + parts[0][2][0][column:]
        parts = self._sorted(parts, way)
        head, tail = self._lines[start : firsts[0]], self._lines[cuts[-1] : end]
        first = _begun(before[0], *parts[0][1:])
        others = (line for *_, part in parts[1:] for line in part)
        return [*head, *first, *others, *tail]

    def _sorted(
        self, parts: list[tuple[str, int, list[str]]], way: Location
    ) -> list[tuple[str, int, list[str]]]:
        names = self._fields(way)
        return parts if names is None else sorted(parts, key=lambda part: names.index(part[0]))

    def _sequence(self, node: Any, way: Location, start: int, end: int) -> list[str]:
        column = node.start_mark.column
        firsts = [self._dash(value.start_mark.line, column) for value in node.value]
        cuts = self._cuts(firsts, node.value, column, end)
        found = self._lines[start : firsts[0]]
        for number, (value, (cut, next_cut)) in enumerate(
            zip(node.value, pairwise(cuts), strict=True)
        ):
            found += self._part(value, (*way, number), cut, next_cut)
        return found + self._lines[cuts[-1] : end]

    def _dash(self, line: int, column: int) -> int:
        """The line of the dash of an item, which may stand above the item."""
        while self._lines[line][column : column + 1] != "-":
            line -= 1
        return line

    def _part(self, value: Any, way: Location, start: int, end: int) -> list[str]:
        """A key with its value, or an item: what stands before the value stays there."""
        inner = end
        if isinstance(value, yaml.CollectionNode) and not value.flow_style:
            inner = value.start_mark.line
        return self._lines[start:inner] + self.block(value, way, inner, end)

    def _cuts(self, firsts: list[int], values: list[Any], column: int, end: int) -> list[int]:
        """Where each part begins, with the comments above it, and where the last ends."""
        ends = map(_end, values)
        return [
            firsts[0],
            *(
                self._begin(following, column, floor)
                for following, floor in zip((*firsts[1:], end), ends, strict=True)
            ),
        ]

    def _begin(self, line: int, column: int, floor: int) -> int:
        """The first of the blank lines and comments above a line that belong to it."""
        while line > floor and self._is_above(self._lines[line - 1], column):
            line -= 1
        return line

    def _is_above(self, line: str, column: int) -> bool:
        bare = line.lstrip(" ")
        return not bare.strip() or (bare.startswith("#") and len(line) - len(bare) <= column)


def _begun(prefix: str, offset: int, part: list[str]) -> list[str]:
    """The first part of a mapping, whose key stands so many lines below comments of its own: they
    stand above the dash of an item, if it is one."""
    above = [line for line in part[:offset] if line.strip()]
    key = prefix + part[offset][len(prefix) :]
    dash = prefix.rfind("-")
    if dash >= 0:
        above = [" " * dash + line.lstrip(" ") for line in above]
    return [*above, key, *part[offset + 1 :]]


def _end(node: Any) -> int:
    """The line behind the last of a value."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    is_before = mark.column == 0 and mark.line > node.start_mark.line
    return int(mark.line if is_before else mark.line + 1)
