"""The JSON Schema of `iki.json`: the fields of the files, and what is added to them."""

import json
from collections.abc import Iterator
from typing import Any

from generator.content import addresses
from generator.content.content import Content
from generator.exports.shape import FORMS, LEVELS, OFFICE
from generator.files import File
from generator.model import schema

_NAME = "iki"
_DEPTHS = {"pemda": 1, "instansi": 2, "dokumen": 3, "jabatan": 4}
_TEXT = {"type": "string"}
_BELOW = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["alamat", "nama"],
        "properties": {"alamat": _TEXT, "nama": _TEXT},
        "additionalProperties": False,
    },
}


def files(content: Content) -> Iterator[File]:
    """`data/schema/iki.schema.json`; it holds for every content."""
    yield File(addresses.schema_file(schema.file_name(_NAME)), _text)


def _text() -> bytes:
    return f"{json.dumps(of_data(), ensure_ascii=False, indent=2)}\n".encode()


def of_data() -> dict[str, Any]:
    """The JSON Schema of `iki.json`; each definition of a document is that of its twin."""
    definitions: dict[str, Any] = {}
    for name, depth in _DEPTHS.items():
        whole = dict(schema.schema(name))
        definitions |= whole.pop("definitions", {})
        definitions[name] = _twin({"type": "object", **whole}, depth)
    terms = schema.schema("istilah")["properties"]["istilah"]
    definitions |= schema.schema("istilah")["definitions"]
    lists = {name: _list(name) for name in _DEPTHS}
    return {
        "$schema": schema.schema("jabatan")["$schema"],
        "title": _NAME,
        "type": "object",
        "required": ["versi", *lists, "istilah"],
        "properties": {"versi": _TEXT, **lists, "istilah": terms},
        "additionalProperties": False,
        "definitions": {name: _with_ours(each) for name, each in sorted(definitions.items())},
    }


def _list(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/definitions/{name}"}}


def _twin(made: dict[str, Any], depth: int) -> dict[str, Any]:
    """The schema of a file with what its twin has besides."""
    properties = dict(made["properties"])
    if depth == _DEPTHS["instansi"]:
        properties[OFFICE] = properties.pop("alamat")
    ours = ("alamat", *LEVELS[:depth])
    told = {**dict.fromkeys(ours, _TEXT), **properties, "isi": _BELOW}
    rest = {key: each for key, each in made.items() if key not in ("$schema", "title")}
    return {**rest, "required": [*ours, *made.get("required", ())], "properties": told}


def _with_ours(made: dict[str, Any]) -> dict[str, Any]:
    """The same with the address of what has one, and with the other forms of a formula."""
    properties = made.get("properties", {})
    added = ("alamat",) if "id" in properties else FORMS if _is_formula(properties) else ()
    told = {**{name: {} for name in added}, **properties}
    return {**made, "properties": told} if added else made


def _is_formula(properties: dict[str, Any]) -> bool:
    return "const" in properties.get("jenis", {})
