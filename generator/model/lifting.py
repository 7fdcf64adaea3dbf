"""What an older version of the format accepted, and how it is written now.

A new major version may read no older content. A newer minor version only warns of what an older
one accepted, and `iki format` writes it anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.model.layout import layout
from generator.source.problem import Problem, Severity
from generator.source.source import Location, Source
from generator.source.writing import with_keys
from generator.values.fields import Model
from generator.values.versions import version


@dataclass(frozen=True)
class Lift:
    """A field that has another name since a version."""

    model: type[Model]
    old: str
    new: str
    since: str

    @property
    def told(self) -> str:
        """What it is called now, and what does it."""
        return (
            f'sejak versi_format {self.since} bagian "{self.old}" ditulis "{self.new}". '
            "`iki format` menggantinya."
        )


LIFTS: tuple[Lift, ...] = ()
"""Every field that has had another name, the oldest change first."""


def lifted(source: Source, model: type[Model], written_in: str) -> tuple[Source, list[Problem]]:
    """A file as it is written now, and what is told of its older parts: a warning in content that
    says to be older, a mistake in content of now."""
    problems: list[Problem] = []
    for lift in LIFTS:
        ways = tuple(_written(source, model, lift))
        severity = Severity.INGAT if version(written_in) < version(lift.since) else Severity.GALAT
        problems += [source.key_problem(way, lift.told, "versi", severity) for way in ways]
        source = _renamed(source, dict.fromkeys(ways, lift.new)) if ways else source
    return source, problems


def written_anew(text: str, source: Source, model: type[Model]) -> str:
    """The text of a file with the names of now."""
    for lift in LIFTS:
        names = dict.fromkeys(_written(source, model, lift), lift.new)
        text, source = with_keys(text, names), _renamed(source, names)
    return text


def _written(source: Source, model: type[Model], lift: Lift) -> Iterator[Location]:
    """Where the old name stands, and not the new one beside it."""
    for way, each in layout(model, source.value).models.items():
        old, new = (*way, lift.old), (*way, lift.new)
        if each is lift.model and old in source.keys and new not in source.keys:
            yield old


def _renamed(source: Source, names: dict[Location, str]) -> Source:
    def way(old: Location) -> Location:
        return tuple(names.get(old[: end + 1], step) for end, step in enumerate(old))

    return replace(
        source,
        value=_value(source.value, (), names),
        keys={way(old): place for old, place in source.keys.items()},
        values={way(old): place for old, place in source.values.items()},
    )


def _value(value: Any, way: Location, names: dict[Location, str]) -> Any:
    if isinstance(value, list):
        return [_value(each, (*way, number), names) for number, each in enumerate(value)]
    if isinstance(value, dict):
        return {
            names.get((*way, key), key): _value(each, (*way, key), names)
            for key, each in value.items()
        }
    return value
