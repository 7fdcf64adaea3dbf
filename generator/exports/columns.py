"""The columns that the fields of a model make in a table, and what of a document stands in them.

A part with fields of its own makes a column for each; a list stands in one cell, an item a line: no
text of the content has a line break of its own.
"""

import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeAlias

from generator.content.facts import line
from generator.formula.kinds.kind import Kind
from generator.model.documents import Rincian, Tujuan, as_line
from generator.values import numbers
from generator.values.fields import Model

Value: TypeAlias = str | int | bool | date | None
Sort = Literal["string", "integer", "boolean", "date"]
"""What a column holds, in the words of Table Schema."""
Take = Callable[[Any], Value]


@dataclass(frozen=True)
class Column:
    """A column: its name, what stands in it, and how that is found."""

    name: str
    description: str
    take: Take
    sort: Sort = "string"

    def of(self, part: str, prefix: str = "") -> "Column":
        """The same of a part of what a row is about; nothing where there is no such part."""

        def take(owner: Any) -> Value:
            inner = getattr(owner, part, None)
            return None if inner is None else self.take(inner)

        return replace(self, name=f"{prefix}{self.name}", take=take)


_OF_FORMULA = (
    Column("jenis", "Jenis rumus, misalnya persentase.", lambda rumus: str(rumus.jenis)),
    Column("teks", "Rumus dalam satu baris teks.", lambda rumus: str(rumus.line())),
    Column("cara_membaca", "Rumus dalam kalimat.", lambda rumus: str(rumus.sentence())),
    Column("latex", "Rumus dalam LaTeX, bila dapat digambar.", lambda rumus: cell(rumus.tex())),
)
"""What is told of a formula besides the fields that all kinds have."""


@cache
def columns(model: type[Model], apart: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """The columns of a model, but for some fields."""
    return tuple(_columns(model, apart))


def _columns(model: type[Model], apart: frozenset[str]) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        if name in apart:
            continue
        held = set(_held(field.annotation))
        (first, *others) = sorted(held, key=lambda each: each.__name__)
        if any(issubclass(each, Kind) for each in held):
            of_formula = (*_OF_FORMULA, *columns(Kind, _EXAMPLE))
            yield from (each.of(name, f"{name}_") for each in of_formula)
        elif not others and issubclass(first, Model):
            yield from (each.of(name, f"{name}_") for each in columns(first))
        else:
            sort = _SORTS.get(first, "string") if not others else "string"
            yield Column(name, field.description or "", _taken(name), sort)


def _taken(name: str) -> Take:
    return lambda owner: cell(getattr(owner, name, None))


_EXAMPLE = frozenset({"contoh"})
_SORTS: dict[type, Sort] = {bool: "boolean", int: "integer", date: "date"}


def _held(annotation: Any) -> Iterator[type]:
    """The classes of what may stand in a field; of a list or a map, that itself."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _held(typing.get_args(annotation)[0])
    elif origin is Literal:
        yield str
    elif origin in (list, dict):
        yield origin
    elif arguments := typing.get_args(annotation):
        for each in arguments:
            yield from _held(each)
    elif annotation is not NoneType:
        yield annotation


def cell(value: Any) -> Value:
    """A value of a document as it stands in one cell."""
    match value:
        case list() | dict() if not value:
            return None
        case list():
            return "\n".join(map(_item, value))
        case dict():
            return "\n".join(f"{key}: {inner}" for key, inner in value.items())
        case None | str() | bool() | int() | date():
            return value
        case _:
            return numbers.written(value)


def _item(value: Any) -> str:
    match value:
        case str() | Rincian():
            return as_line(value)
        case Tujuan():
            return value.uraian
        case _:
            return line(value)
