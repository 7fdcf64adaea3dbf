"""One source -> one document, or problems; never a lost document without a problem."""

import types
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator import characters, messages
from generator.fields import Model
from generator.problems import Problem
from generator.reading import Location, Source

D = TypeVar("D", bound=Model)


def validate(
    source: Source, model: type[D], start: Location = ()
) -> tuple[D | None, list[Problem]]:
    """The document that a source holds (below `start`), and everything that is wrong with it."""
    problems = list(_personal_numbers(source))
    value: Any = source.value
    for step in start:
        value = value[step]
    document: D | None = None
    try:
        document = model.model_validate(value)
    except ValidationError as error:
        found = error.errors(include_url=False)
        problems += [problem for each in found for problem in _problems(each, source, model, start)]
    assert document is not None or problems
    return (None, problems) if problems else (document, [])


def _personal_numbers(source: Source) -> Iterator[Problem]:
    for location, text in source.scalars():
        if kind := characters.personal_number(text):
            yield source.problem(
                location,
                f"teks ini memuat nomor pribadi ({kind}). Hapus: nomor pribadi tidak dimuat.",
                "pribadi",
            )


def _problems(error: Any, source: Source, model: type[Model], start: Location) -> Iterator[Problem]:
    location = start + _in_file(error["loc"], source, start)
    if error["type"] == "isi_di":
        for way, message in error["ctx"]["kesalahan"]:
            below = (*location, *way)
            yield source.problem(below, f'"{_name(below)}" {message}', "isi")
        return
    sentence = messages.sentence(error, _name(location), _choices(error, model))
    if error["type"] == "missing":
        yield source.key_problem(location[:-1], sentence, "wajib")
    elif error["type"] == "extra_forbidden":
        yield source.key_problem(location, sentence, "tidak-dikenal")
    else:
        if error["type"] == "union_tag_invalid":
            location = (*location, "jenis")
        yield source.problem(location, sentence, "isi")


def _in_file(steps: tuple[Any, ...], source: Source, start: Location) -> Location:
    """pydantic's way to a value, without the steps that a file does not have (branches of a union);
    the last step stays, since it may be missing from the file."""
    way: Location = start
    for number, step in enumerate(steps, 1):
        is_last_and_missing = number == len(steps) and isinstance(step, str)
        if (*way, step) in source.values or (
            is_last_and_missing and step != "[key]" and _is_mapping(source, way)
        ):
            way = (*way, step)
    return way[len(start) :]


def _is_mapping(source: Source, way: Location) -> bool:
    value: Any = source.value
    for step in way:
        value = value[step]
    return isinstance(value, dict)


def _name(location: Location) -> str:
    """What an officer calls the value: its key, or the key of the list it stands in."""
    return next((step for step in reversed(location) if isinstance(step, str)), "berkas")


def _choices(error: Any, model: type[Model]) -> list[str]:
    """The words that would have been right where an error is."""
    steps = error["loc"]
    if error["type"] == "extra_forbidden":
        owner = _types_at(model, steps[:-1])
        return [name for each in owner if _is_model(each) for name in each.model_fields]
    if error["type"] == "literal_error":
        return [str(value) for each in _types_at(model, steps) for value in _literals(each)]
    if error["type"] in ("union_tag_invalid", "union_tag_not_found"):
        kinds = [each for each in _types_at(model, steps) if _is_model(each)]
        return [
            str(value)
            for kind in kinds
            for value in _literals(kind.model_fields["jenis"].annotation)
        ]
    return []


def _types_at(model: Any, steps: tuple[Any, ...]) -> list[Any]:
    """The plain types that the model allows at pydantic's way to a value."""
    here = [model]
    for step in steps:
        below: list[Any] = []
        for each in here:
            if _is_model(each) and step in each.model_fields:
                below += _members(each.model_fields[step].annotation)
            elif _is_model(each) and step in _tags(each):
                below.append(each)
            elif typing.get_origin(each) is list and isinstance(step, int):
                below += _members(typing.get_args(each)[0])
            elif typing.get_origin(each) is dict:
                below += _members(typing.get_args(each)[1])
        here = below or here
    return here


def _members(annotation: Any) -> list[Any]:
    """The branches of a union, bare of what is annotated to them."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _members(typing.get_args(annotation)[0])
    if origin in (types.UnionType, typing.Union):
        return [inner for each in typing.get_args(annotation) for inner in _members(each)]
    return [annotation]


def _tags(model: Any) -> list[Any]:
    """What pydantic calls this model where it is one branch of a union."""
    kind = model.model_fields.get("jenis")
    return ["rinci", *(_literals(kind.annotation) if kind else [])]


def _literals(annotation: Any) -> list[Any]:
    return [
        value
        for each in _members(annotation)
        if typing.get_origin(each) is typing.Literal
        for value in typing.get_args(each)
    ]


def _is_model(each: Any) -> bool:
    return isinstance(each, type) and issubclass(each, BaseModel)
