"""Fields that are written at the wrong level: where they belong."""

import functools
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.model.validation.way import Spot, below, members, models_of
from generator.source.source import Location, Source


def belongs(names: list[str], spots: list[Spot], source: Source, start: Location) -> str | None:
    """Where fields belong that the last of these spots does not have; the others hold it.

    The sentence ends with what to type.
    """
    here = (*start, *spots[-1].location)
    common = [way for way in _ways_down(names[0], spots[-1]) if _have_all(names, way, spots[-1])]
    ways = [(_column_there(source, here, way), way) for way in common]
    # Where such a part is in the file, rather than where one might be.
    for column, way in sorted(ways, key=lambda each: not each[0])[:1]:
        return f'Bagian ini ditulis di dalam "{way[-1]}"{column}.'
    for spot in reversed(spots[:-1]):
        if set(names) <= set(spot.fields()):
            return f"Bagian ini ditulis {_holder(spot)}{_column(source, (*start, *spot.location))}."
    return None


def _have_all(names: list[str], way: tuple[str, ...], spot: Spot) -> bool:
    return all(way in _ways_down(each, spot) for each in names[1:])


def _column_there(source: Source, here: Location, way: tuple[str, ...]) -> str:
    """As `_column`; of an item without such a part, that of the item above it."""
    above = (*here[:-1], here[-1] - 1) if here and isinstance(here[-1], int) else here
    return _column(source, (*here, *way)) or _column(source, (*above, *way))


def _holder(spot: Spot) -> str:
    names = [each for each in spot.location if isinstance(each, str)]
    return f'di dalam "{names[-1]}"' if names else "di tingkat teratas berkas"


def _column(source: Source, location: tuple[Any, ...]) -> str:
    """How many blanks the other fields there have before them."""
    places = [
        place
        for each, place in source.keys.items()
        if each[: len(location)] == location
        and len(each) in (len(location) + 1, len(location) + 2)
        and all(isinstance(step, int) for step in each[len(location) : -1])
    ]
    if not places:
        return ""
    line, column = places[0]
    blanks = "tanpa spasi" if column == 1 else f"{column - 1} spasi"
    return f", seperti baris {line} ({blanks} di awal baris)"


def _ways_down(name: str, spot: Spot) -> Iterator[tuple[str, ...]]:
    """The ways to a field below, the shortest first."""
    for each in members(spot.annotation):
        for model in models_of(each):
            yield from _ways(model, name)


@functools.cache
def _ways(model: type[BaseModel], name: str) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    for field, info in model.model_fields.items():
        inner = [one for each in below(info.annotation) for one in models_of(each)]
        if any(name in each.model_fields for each in inner):
            found.append((field,))
        found += [(field, *way) for each in inner if each is not model for way in _next(each, name)]
    return tuple(sorted(found, key=len))


def _next(model: type[BaseModel], name: str) -> tuple[tuple[str, ...], ...]:
    """One level further down; nothing lies deeper below a field than its own formula."""
    return tuple(
        (field,)
        for field, info in model.model_fields.items()
        for each in below(info.annotation)
        for one in models_of(each)
        if one is not model and name in one.model_fields
    )
