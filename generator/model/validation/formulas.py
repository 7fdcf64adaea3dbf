"""A formula whose `jenis` was changed, and what stands below it was not; or the reverse."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pydantic import ValidationError

from generator.model.validation.table import Error
from generator.model.validation.way import follow
from generator.values.effort import Effort

_MOST = 20
"""So many formulas of one file are held against other kinds."""
_OF_ONE_VALUE = ("isi", "isi_di", "literal_error", "union_tag_invalid", "union_tag_not_found")
"""What is wrong with a value, and would be with another `jenis` too."""


def other_kinds(errors: list[Error], model: Any, value: Any) -> list[Error]:
    """The errors, but of a formula that is right as another kind one alone: that it is not this."""
    for way in list(islice(dict.fromkeys(_ways(errors, model, value)), _MOST)):
        below = [each for each in errors if each["loc"][: len(way)] == way]
        if kinds := _right_kinds(way, model, value):
            place = errors.index(below[0])
            others = [each for each in errors[place:] if each not in below]
            errors = [*errors[:place], _not_of_this_kind(way, kinds), *others]
    return errors


def _ways(errors: list[Error], model: Any, value: Any) -> Iterator[tuple[Any, ...]]:
    """The ways to the formulas with something below that does not belong there, each with its
    `jenis`."""
    for each in errors:
        way = each["loc"]
        if each["type"] in _OF_ONE_VALUE:
            continue
        for length in range(len(way) - 1, 0, -1):
            if way[length] in follow(model, way[:length], value).kinds():
                yield way[: length + 1]
                break


def _right_kinds(way: tuple[Any, ...], model: Any, value: Any) -> list[str]:
    """The other kinds that a formula would be without a mistake."""
    *above, kind = way
    spot = follow(model, tuple(above), value)
    for step in spot.location:
        value = value[step]
    others = [(tag, each) for tag, each in spot.models_by_kind() if tag != kind]
    return [tag for tag, each in others if _is_right(each, {**value, "jenis": tag})]


def _is_right(model: Any, value: Any) -> bool:
    try:
        model.model_validate(value, context=Effort())
    except ValidationError:
        return False
    return True


def _not_of_this_kind(way: tuple[Any, ...], kinds: list[str]) -> Error:
    remedy = " atau ".join(f'"jenis: {each}"' for each in kinds)
    message = f"{way[-1]} tidak sesuai dengan isinya. Tulis {remedy}, atau ganti isinya."
    return {"type": "isi", "loc": (*way, "jenis"), "input": way[-1], "ctx": {"pesan": message}}
