"""YAML as a configuration uses it: with brackets, types, `!ENV` and a few names of functions.

Nothing here imports or runs what is named; a function stays a name until MkDocs is given it.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import yaml
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

from generator.source.dialect import Dialect
from generator.source.source import Location, Source, Value

FUNCTIONS: Mapping[str, str] = {
    "material.extensions.emoji.twemoji": "emoji_index",
    "material.extensions.emoji.to_svg": "emoji_generator",
    "pymdownx.superfences.fence_code_format": "format",
    "pymdownx.superfences.fence_div_format": "format",
}
"""The functions that Material's manual gives as an option of an extension, each with that option.
They turn a short name or a block of code into HTML, and do nothing else."""

_NAME = "tag:yaml.org,2002:python/name:"
_NO_VALUE = "tulisan ini bukan angka atau tanggal yang sah: apit dengan tanda kutip."
_NO_VARIABLE = '"!ENV" diikuti nama variabel, misalnya !ENV [IKI_URL, "isi bila kosong"].'


class Scalar(str):
    """A text as it was written, which also knows what YAML takes it for."""

    __slots__ = ("meaning",)
    meaning: Any

    def __new__(cls, text: str, meaning: Any) -> "Scalar":
        made = super().__new__(cls, text)
        made.meaning = meaning
        return made


class Function:
    """What a text means that names a function."""


UNSET = Scalar("", None)
"""What `!ENV` gives where the environment says nothing."""


def _meaning(written: Value, event: Any, location: Location) -> Value:
    tag = getattr(event, "tag", None)
    if tag == "!ENV":
        return _environment(written)
    if tag is not None and (name := tag.removeprefix(_NAME)) in FUNCTIONS:
        return _function(name, written, location)
    if not (isinstance(written, str) and isinstance(event, yaml.ScalarEvent)):
        return written
    return _typed(written) if event.implicit[0] else Scalar(written, written)


class _Types(SafeConstructor, Resolver):
    """YAML's own types of texts without quotes."""

    def __init__(self) -> None:
        SafeConstructor.__init__(self)
        Resolver.__init__(self)


def _typed(text: str) -> Scalar:
    """A text without quotes, with the type that YAML sees in it; `null` is an empty one."""
    types = _Types()
    tag = types.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    try:
        meaning = types.construct_object(yaml.ScalarNode(tag, text))
    except (ValueError, yaml.YAMLError):
        raise ValueError(_NO_VALUE) from None
    return Scalar("" if meaning is None else text, meaning)


def _environment(written: Value) -> Value:
    """`!ENV NAME`, or `!ENV [NAME, OTHER, default]`."""
    names = written if isinstance(written, list) else [written]
    names, default = (names[:-1], names[-1]) if len(names) > 1 else (names, "")
    if not all(isinstance(name, str) and name for name in names):
        raise ValueError(_NO_VARIABLE)
    found = (os.environ[str(name)] for name in names if str(name) in os.environ)
    return next((_typed(text) for text in found), default) or UNSET


def _function(name: str, written: Value, location: Location) -> Value:
    if written != "" or location[0] != "markdown_extensions" or location[-1] != FUNCTIONS[name]:
        raise ValueError(f'"!!python/name:{name}" hanya untuk "{FUNCTIONS[name]}" suatu ekstensi.')
    return Scalar(name, Function())


CONFIGURATION = Dialect(
    is_prose=False,
    has_brackets=True,
    tags=frozenset(("!ENV", *(_NAME + name for name in FUNCTIONS))),
    refusal=(
        'dari tanda "{}" hanya !ENV yang dipakai: konfigurasi tidak menjalankan program. '
        "Hapus, atau apit teks dengan tanda kutip."
    ),
    meaning=_meaning,
)


def plain(value: Value, function: Callable[[str], Any]) -> Any:
    """The value with the types that YAML sees, made anew (MkDocs changes what it is given);
    `function` finds a function by its name."""
    if isinstance(value, dict):
        return {key: plain(inner, function) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner, function) for inner in value]
    if isinstance(value, Scalar):
        return function(value) if isinstance(value.meaning, Function) else value.meaning
    return value


def texts(source: Source, *location: str) -> Iterator[tuple[Location, str]]:
    """The texts at and below a place, where there is one."""
    value: Value = source.value
    for step in location:
        if not isinstance(value, dict) or step not in value:
            return
        value = value[step]
    yield from _below(location, value)


def _below(location: Location, value: Value) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        if value:
            yield location, value
        return
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _below((*location, step), inner)


def without_unset(source: Source) -> Source:
    """The source as if keys that the environment leaves empty had not been written."""
    return replace(source, value=_set(source.value))


def _set(value: dict[str, Value]) -> dict[str, Value]:
    return {
        key: _set(inner) if isinstance(inner, dict) else inner
        for key, inner in value.items()
        if inner is not UNSET
    }
