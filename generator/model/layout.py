"""What each part of a file is for, by the models: as far as it is what they hold."""

import functools
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.validation.way import bare, is_model, members
from generator.source.source import Location, Value
from generator.values.fields import Model

_TYPED = (int, bool, date, Decimal)


@dataclass(frozen=True)
class Layout:
    """The parts of a file."""

    models: dict[Location, type[Model]] = field(default_factory=dict)
    """What each mapping with fields is."""
    typed: set[Location] = field(default_factory=set)
    """Where numbers, days, yes and no stand, and no texts."""


def layout(model: type[Model], value: Value) -> Layout:
    """The parts of a document as it is written."""
    found = Layout()
    _walk(model, value, (), found)
    return found


def _walk(annotation: Any, value: Value, way: Location, found: Layout) -> None:
    branch = _branch(annotation, value)
    if isinstance(value, str):
        if branch in _TYPED:
            found.typed.add(way)
        return
    if is_model(branch):
        found.models[way] = branch
    for step, inner, below in _steps(branch, value):
        _walk(inner, below, (*way, step), found)


def _branch(annotation: Any, value: Value) -> Any:
    """The type that a value was meant to be, of those that may stand there."""
    branches = [bare(each) for each in members(annotation)]
    if isinstance(value, str):
        # One text may stand for a list of one.
        inner = (typing.get_args(each)[0] for each in branches if _is(list, each))
        return next((bare(each) for each in (*branches, *inner) if bare(each) in _TYPED), None)
    if isinstance(value, list):
        return next((each for each in branches if _is(list, each)), None)
    models = [each for each in branches if is_model(each)]
    if len(models) > 1:
        models = [each for each in models if value.get("jenis") in _kind(each)]
    return next(iter(models), next((each for each in branches if _is(dict, each)), None))


def _is(origin: type, annotation: Any) -> bool:
    return typing.get_origin(annotation) is origin


def _kind(model: type[Model]) -> tuple[Any, ...]:
    return typing.get_args(model.model_fields["jenis"].annotation)


def _steps(branch: Any, value: Any) -> Iterator[tuple[str | int, Any, Value]]:
    """Each value below one, with what it was meant to be."""
    if is_model(branch):
        hints = _hints(branch)
        yield from ((name, hints[name], each) for name, each in value.items() if name in hints)
    elif branch is not None:
        inner = typing.get_args(branch)[-1]
        items = value.items() if isinstance(value, dict) else enumerate(value)
        yield from ((step, inner, each) for step, each in items)


@functools.cache
def _hints(model: type[Model]) -> dict[str, Any]:
    return typing.get_type_hints(model, include_extras=True)
