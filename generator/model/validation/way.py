"""From pydantic's way to a value to its place in the file, and to what may stand there."""

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Tag

from generator.source.source import Location, Value

_FIRST = ("uraian", "nama", "teks", "istilah")
"""The names that say what a thing is."""


@dataclass(frozen=True)
class Spot:
    """A value in a file, and the type that it should have."""

    location: Location
    annotation: Any

    def fields(self) -> list[str]:
        """The names that a mapping here may hold."""
        return [name for each in members(self.annotation) for name in _fields(each)]

    def choices(self) -> list[str]:
        """The words that a value here may be."""
        return [
            str(value)
            for each in members(self.annotation)
            if typing.get_origin(bare(each)) is typing.Literal
            for value in typing.get_args(bare(each))
        ]

    def is_required(self, name: str) -> bool:
        """Whether a mapping here must hold a field."""
        found = [each for one in members(self.annotation) for each in models_of(one)]
        return any(
            name in each.model_fields and each.model_fields[name].is_required() for each in found
        )

    def choices_of(self, name: str) -> list[str]:
        """The words that a field of a mapping here may be."""
        found = [each for one in members(self.annotation) for each in models_of(one)]
        return [
            choice
            for each in found
            if name in each.model_fields
            for choice in Spot((), each.model_fields[name].annotation).choices()
        ]

    def below(self, name: str) -> "Spot":
        """A field of a mapping here."""
        found = [each for one in members(self.annotation) for each in models_of(one)]
        fields = [each.model_fields[name] for each in found if name in each.model_fields]
        return Spot((*self.location, name), fields[0].annotation if fields else typing.Never)

    def takes(self, name: str) -> bool:
        """Whether a mapping here may hold a name: a field, or where those are free a year, the
        name of a variable or the heading of a column."""
        has_free = any(typing.get_origin(bare(each)) is dict for each in members(self.annotation))
        is_free = re.match(r"(?:19|20)\d\d|[A-Z]", name)
        return name in self.fields() or (has_free and bool(is_free))

    def is_by_names(self, name: str) -> bool:
        """Whether a field of a mapping here holds values by free names, as by years."""
        branches = members(self.below(name).annotation)
        return any(typing.get_origin(bare(each)) is dict for each in branches)

    def is_text(self, name: str) -> bool:
        """Whether a field of a mapping here holds a text alone."""
        found = [
            branch
            for one in members(self.annotation)
            for each in models_of(one)
            if name in each.model_fields
            for branch in members(each.model_fields[name].annotation)
        ]
        return all(typing.get_origin(bare(each)) is None and not is_model(each) for each in found)

    def _items(self) -> list[Any]:
        """The types that items of a list here may have."""
        return [
            one
            for each in members(self.annotation)
            if typing.get_origin(bare(each)) is list
            for one in members(typing.get_args(bare(each))[0])
        ]

    def item_fields(self) -> list[str]:
        """The names that items of a list here may hold."""
        return [name for each in self._items() for name in _fields(each)]

    def first_of_items(self) -> str | None:
        """The text that each item of a list here begins with, where all items hold names."""
        inner = self._items()
        models = [model for each in inner for model in models_of(each)]
        if len(models) != len(inner) or len(models) != 1:
            return None
        spot = Spot((), models[0])
        named = [each for each in _FIRST if each in spot.fields()]
        return next(iter(named), next(filter(spot.is_required, spot.fields()), None))

    def kinds_with(self, names: set[str]) -> list[str]:
        """The words that `jenis` may be for a mapping that holds just these names."""
        return [
            tag
            for each in members(self.annotation)
            for model in models_of(each)
            if names <= set(model.model_fields)
            and {name for name, one in model.model_fields.items() if one.is_required()}
            <= {*names, "jenis"}
            for tag in _kind_tags(model)
        ]

    def models_by_kind(self) -> list[tuple[str, type[BaseModel]]]:
        """The mappings of which one may stand here, each with its `jenis`."""
        return [
            (tag, model)
            for each in members(self.annotation)
            for model in models_of(each)
            for tag in _kind_tags(model)
        ]

    def kinds(self) -> list[str]:
        """The words that `jenis` may be where one of several mappings may stand."""
        return [tag for each in members(self.annotation) for tag in _kind_tags(bare(each))]


def follow(model: Any, steps: tuple[Any, ...], value: Value) -> Spot:
    """Go pydantic's way through the model and the file side by side. A step into a branch of a
    union is none in the file; nor is what a short form stands for."""
    location: Location = ()
    annotation = model
    for number, step in enumerate(steps, 1):
        if len(branches := members(annotation)) > 1:
            annotation = next(each for each in branches if step in _tags(each))
            continue
        annotation = _step(bare(branches[0]), step)
        is_last = number == len(steps)
        if _holds(value, step) or (is_last and isinstance(value, dict) and step != "[key]"):
            location = (*location, step)
            value = value[step] if _holds(value, step) else ""
    return Spot(location, annotation)


def _holds(value: Any, step: Any) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _step(annotation: Any, step: Any) -> Any:
    """What may stand one step below a single type."""
    if is_model(annotation):
        field = annotation.model_fields.get(step)
        return field.annotation if field else typing.Never
    arguments = typing.get_args(annotation)
    return arguments[-1] if typing.get_origin(annotation) in (list, dict) else annotation


def members(annotation: Any) -> list[Any]:
    """The branches of a union, each with what is annotated to it; a single type is one branch."""
    inner = bare(annotation)
    if typing.get_origin(inner) in (types.UnionType, typing.Union):
        branches = [each for each in typing.get_args(inner) if each is not type(None)]
        return [one for each in branches for one in members(each)]
    return [annotation]


def below(annotation: Any) -> list[Any]:
    """The types that values of a field may have, or the items of its list, or what a mapping with
    free names holds."""
    return [
        one
        for each in members(annotation)
        for one in (
            below(typing.get_args(bare(each))[-1])
            if typing.get_origin(bare(each)) in (list, dict)
            else [each]
        )
    ]


def models_of(annotation: Any) -> list[type[BaseModel]]:
    """The model that a single type is, if it is one."""
    return [bare(annotation)] if is_model(bare(annotation)) else []


def bare(annotation: Any) -> Any:
    """A type without what is annotated to it."""
    if typing.get_origin(annotation) is typing.Annotated:
        return bare(typing.get_args(annotation)[0])
    return annotation


def _tags(branch: Any) -> list[str]:
    """What pydantic calls a branch of a union: what is annotated to it, else its `jenis`."""
    metadata = typing.get_args(branch)[1:]
    tags = [each.tag for each in metadata if isinstance(each, Tag)]
    return tags or list(_kind_tags(bare(branch)))


def _kind_tags(model: Any) -> Iterator[str]:
    if is_model(model) and "jenis" in model.model_fields:
        yield from typing.get_args(model.model_fields["jenis"].annotation)


def _fields(branch: Any) -> list[str]:
    return list(bare(branch).model_fields) if is_model(bare(branch)) else []


def is_model(each: Any) -> bool:
    """Whether a type is a class of ours with fields."""
    return isinstance(each, type) and issubclass(each, BaseModel)
