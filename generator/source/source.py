"""A file as it was written: its values, and the place of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.source.problem import Problem, Severity

Value: TypeAlias = "str | list[Value] | dict[str, Value]"


Location: TypeAlias = tuple[str | int, ...]


Place: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""


@dataclass(frozen=True)
class Source:
    """One file as it was written: its values, and where each stands."""

    path: str
    value: dict[str, Value]
    keys: Mapping[Location, Place]
    values: Mapping[Location, Place]
    comments: tuple[tuple[Place, str], ...] = field(default=(), compare=False)
    """What is said in the file without being a part of the document."""
    quoted: Mapping[Location, int | None] = field(default_factory=dict, compare=False)
    """Texts that do not stand bare on their line: how far behind its beginning each begins; None
    where its signs are written otherwise."""

    def problem(
        self,
        location: Location,
        message: str,
        code: str,
        severity: Severity = Severity.GALAT,
    ) -> Problem:
        """A problem with the value there, or, where there is none, with what holds it."""
        place = self.values.get(location) or self._nearest(location)
        return Problem(self.path, *place, severity, code, message)

    def problem_within(self, location: Location, offset: int, message: str, code: str) -> Problem:
        """A problem with a sign of the text there, so far behind its first."""
        line, column = self.values.get(location) or self._nearest(location)
        before = self.quoted.get(location, 0)
        is_there = offset and before is not None and location in self.values
        shift = offset + (before or 0) if is_there else 0
        return Problem(self.path, line, column + shift, Severity.GALAT, code, message)

    def key_problem(
        self,
        location: Location,
        message: str,
        code: str,
        severity: Severity = Severity.GALAT,
    ) -> Problem:
        """A problem with the key itself, or, for a missing key, with what should hold it."""
        place = self.keys.get(location) or self._nearest(location)
        return Problem(self.path, *place, severity, code, message)

    def dash_problem(self, location: Location, message: str, code: str) -> Problem:
        """A problem with the dash of an item: all dashes of a list stand below the first."""
        line, _ = self.values.get(location) or self._nearest(location)
        _, column = self.values.get(location[:-1]) or self._nearest(location[:-1])
        return Problem(self.path, line, column, Severity.GALAT, code, message)

    def _nearest(self, location: Location) -> Place:
        while location:
            if place := self.keys.get(location) or self.values.get(location):
                return place
            location = location[:-1]
        return (1, 1)

    def scalars(self) -> Iterator[tuple[Location, str]]:
        """Every text of the file with its location, in the file's order."""
        found: list[tuple[Location, str]] = []
        _add_scalars(found, (), self.value)
        yield from found


def _add_scalars(found: list[tuple[Location, str]], location: Location, value: Value) -> None:
    if isinstance(value, str):
        found.append((location, value))
        return
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in items:
        _add_scalars(found, (*location, step), inner)
