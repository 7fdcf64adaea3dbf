"""Texts as they were written, with their places, and whether somebody said that they are right."""

from collections.abc import Iterator
from dataclasses import replace

from generator.content.content import Entry
from generator.source.problem import Problem, Severity
from generator.source.source import Location, Source, Value
from generator.values.fields import Model

VERBATIM = frozenset(("asli", "catatan", "keterangan", "lainnya", "latex", "ungkapan", "url"))
"""Fields that are given as they are, or are signs for a program."""


def texts(entry: Entry[Model]) -> Iterator[tuple[Location, str]]:
    """The texts of a document in which signs are to be looked at."""
    for location, text in entry.source.scalars():
        if VERBATIM.isdisjoint(location):
            yield location, text.strip()


def is_noted(source: Source, location: Location) -> bool:
    """Whether a `catatan` stands beside a value, or beside what holds it."""
    here: Value = source.value
    for step in location:
        if isinstance(here, dict) and "catatan" in here:
            return True
        here = here[step]  # type: ignore[index]
    return isinstance(here, dict) and "catatan" in here


def warning(entry: Entry[Model], location: Location, message: str, offset: int = 0) -> Problem:
    """Something that was probably not meant, at the value there or so far behind its beginning."""
    place = entry.source.problem_within(location, offset, message, "mutu")
    return replace(place, severity=Severity.INGAT)
