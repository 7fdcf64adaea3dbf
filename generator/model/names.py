"""The names of all fields: which stand together."""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.model.schema import MODELS
from generator.model.validation.way import below, models_of


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


_SEEN: set[type[BaseModel]] = set()
FAMILIES = tuple(
    frozenset(each.model_fields) for model in MODELS.values() for each in _inside(model, _SEEN)
)
"""The names of each thing that a file may hold."""
