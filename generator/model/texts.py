"""The texts of a document: what is read, and no choice, address or formula in signs."""

import functools
import typing
from collections.abc import Iterator
from typing import Any

from generator.values.fields import PROSE, Model


def texts(document: Model) -> Iterator[str]:
    """Every text of a document, in the order of its fields."""
    for name in type(document).model_fields:
        yield from _below(getattr(document, name), _is_prose(type(document), name))


def _below(value: Any, is_prose: bool) -> Iterator[str]:
    if isinstance(value, Model):
        yield from texts(value)
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _below(each, is_prose)
    elif is_prose and isinstance(value, str):
        yield value


@functools.cache
def _is_prose(model: type[Model], name: str) -> bool:
    return _holds_prose(typing.get_type_hints(model, include_extras=True)[name])


def _holds_prose(annotation: Any) -> bool:
    if PROSE in getattr(annotation, "__metadata__", ()):
        return True
    return any(_holds_prose(each) for each in typing.get_args(annotation))
