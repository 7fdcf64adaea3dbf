"""The names of all fields: which stand together."""

import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.model.schema import MODELS
from generator.model.validation.way import Spot, bare, below, members, models_of


def _inside(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A model and whatever it may hold, each once."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for field in model.model_fields.values():
        for each in below(field.annotation):
            for inner in models_of(each):
                yield from _inside(inner, seen)


def _holds_names(annotation: Any) -> bool:
    """Whether a value may hold names."""
    return bool(models_of(annotation)) or typing.get_origin(bare(annotation)) is dict


def _holds_list(annotation: Any) -> bool:
    return typing.get_origin(bare(annotation)) is list


def _fields(test: Any) -> frozenset[str]:
    """The names of which some value passes a test."""
    return frozenset(
        name
        for model in _ALL
        for name, each in model.model_fields.items()
        if any(map(test, members(each.annotation)))
    )


_SEEN: set[type[BaseModel]] = set()
_ALL = tuple(each for model in MODELS.values() for each in _inside(model, _SEEN))
MAPPINGS = _fields(_holds_names) - _fields(_holds_list)
"""The names that hold other names, and never a list."""
FAMILIES = tuple(frozenset(each.model_fields) for each in _ALL)
"""The names of each thing that a file may hold."""
LISTS = {
    name: frozenset(("id", "uraian", "bagian")) & frozenset(inner)
    for model in _ALL
    for name, each in model.model_fields.items()
    if each.is_required()
    if (inner := Spot((), model).below(name).item_fields())
}
"""The names that items of a list have and hardly anything else, by the name of the list; of those
lists that must be there."""
