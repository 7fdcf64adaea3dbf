"""Every field of every kind of file, for who wants to know what may be written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.model.schema import MODELS, schema

_FILES = {name: "berkas jabatan" if name == "jabatan" else f"{name}.yml" for name in MODELS}


@dataclass(frozen=True)
class Field:
    """One field."""

    name: str
    description: str
    is_required: bool
    form: str
    """How a value of one form is written: `harus tahun empat angka, misalnya 2024.`"""
    choices: list[str]
    parts: list[str]
    """What has fields and may stand there, by its id."""


@dataclass(frozen=True)
class Part:
    """A file, or a part of one that has fields."""

    id: str
    name: str
    description: str
    fields: list[Field]


@cache
def reference() -> tuple[Part, ...]:
    """Each kind of file, followed by what it holds; what several hold stands at the first. It holds
    for every content, so that it is made once."""
    found: dict[str, Part] = {}
    for name in MODELS:
        whole = schema(name)
        _add(name, whole, whole.get("definitions", {}), found)
    return tuple(found.values())


def _add(
    name: str, made: Mapping[str, Any], known: Mapping[str, Any], found: dict[str, Part]
) -> None:
    id = _id(name)
    if id in found:
        return
    kind = made["properties"].get("jenis", {}).get("const")
    title = f"rumus jenis {kind}" if kind else _FILES.get(name, id.replace("-", " "))
    fields = [
        _field(field, each, field in made.get("required", ()), known)
        for field, each in made["properties"].items()
    ]
    found[id] = Part(id, title, made["description"], fields)
    for each in dict.fromkeys(_held(made["properties"])):
        _add(each, known[each], known, found)


def _field(
    name: str, made: Mapping[str, Any], is_required: bool, known: Mapping[str, Any]
) -> Field:
    held = list(dict.fromkeys(_held(made)))
    # What a field holds says what the field is, where both would say the same.
    said = made.get("description") or (known[held[0]]["description"] if held else "")
    choices = list(map(str, made.get("enum", [made["const"]] if "const" in made else [])))
    form = made.get("patternErrorMessage", "")
    return Field(name, said, is_required, form, choices, list(map(_id, held)))


def _id(name: str) -> str:
    """`BerkasSumber` -> `berkas-sumber`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _held(made: Any) -> Iterator[str]:
    """The names of all that is referred to, in their order."""
    if isinstance(made, Mapping):
        if "$ref" in made:
            yield made["$ref"].rpartition("/")[2]
        for each in made.values():
            yield from _held(each)
    elif isinstance(made, list):
        for each in made:
            yield from _held(each)
