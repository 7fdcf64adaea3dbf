"""One source becomes one document, or problems; never a lost document without a problem.

private, way -> table
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.model.validation import private
from generator.model.validation.table import ELSE, TABLE, Case, Error
from generator.model.validation.way import Spot, follow
from generator.source.problem import Problem
from generator.source.source import Location, Source
from generator.values.effort import Effort
from generator.values.fields import Model

D = TypeVar("D", bound=Model)


def validate(
    source: Source, model: type[D], start: Location = ()
) -> tuple[D | None, list[Problem]]:
    """The document that a source holds (below `start`), and everything that is wrong with it."""
    found = list(private.found_in(source))
    value = _at(source.value, start)
    effort = Effort()
    document: D | None = None
    try:
        document = model.model_validate(value, context=effort)
    except ValidationError as error:
        below = _Below(source, model, start, value, effort)
        others = [each for one in error.errors(include_url=False) for each in below.problems(one)]
        found += private.without_numbers(others, found)
    is_good = not any(each.is_mistake for each in found)
    assert document is not None or not is_good
    return (document if is_good else None), found


def _at(value: Any, location: Location) -> Any:
    for step in location:
        value = value[step]
    return value


_KEY = ("[key]",)
"""pydantic's last step, and ours, where the key of a mapping is meant and not what it holds."""


class _Below:
    """The part of a source that should be a document of a model."""

    def __init__(
        self,
        source: Source,
        model: type[Model],
        start: Location,
        value: Any,
        effort: Effort,
    ):
        self._source = source
        self._model = model
        self._start = start
        self._value = value
        self._effort = effort

    def problems(self, error: Any) -> Iterator[Problem]:
        """What pydantic found, each with its place in the file."""
        if error["type"] == "isi_di":
            yield from self._inner(error)
            return
        row = TABLE.get(error["type"], ELSE)
        case = self._case(error)
        location = row.place(self._source, self._start + case.spot.location)
        is_key = row.is_key or error["loc"][-1:] == _KEY
        show = self._source.key_problem if is_key else self._source.problem
        yield show(location, row.sentence(case), row.code)

    def _inner(self, error: Error) -> Iterator[Problem]:
        """Faults of values below the one that was checked, each with the way down to it."""
        here = self._start + self._spot(error["loc"]).location
        for way, message in error["ctx"]["kesalahan"]:
            is_key = way[-1:] == _KEY
            location = (*here, *(way[:-1] if is_key else way))
            show = self._source.key_problem if is_key else self._source.problem
            yield show(location, f'"{_name(location)}" {message}', "isi")

    def _case(self, error: Error) -> Case:
        spot, above = self._spot(error["loc"]), self._spot(error["loc"][:-1])
        choices = sorted(TABLE.get(error["type"], ELSE).choices(spot, above))
        name = _name(self._start + spot.location)
        return Case(error, spot, name, choices, self._effort.meant)

    def _spot(self, steps: tuple[Any, ...]) -> Spot:
        return follow(self._model, steps, self._value)


def _name(location: Location) -> str:
    """What an officer calls the value: its key, or the key of the list it stands in."""
    return next((step for step in reversed(location) if isinstance(step, str)), "berkas")
