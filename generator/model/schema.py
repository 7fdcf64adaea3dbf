"""JSON Schemas of the documents: what an editor offers and explains while a file is written.

They take what YAML means to other readers than ours, to whom a text of digits is a number.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.formula import Kinds
from generator.model.documents import Dokumen, Format, Instansi, Istilah, Jabatan, Pemda, Riwayat
from generator.values.fields import Model

MODELS: dict[str, type[Model]] = {
    "pemda": Pemda,
    "instansi": Instansi,
    "dokumen": Dokumen,
    "jabatan": Jabatan,
    "istilah": Istilah,
    "format": Format,
    "riwayat": Riwayat,
}
"""What a file holds, by the name of its schema."""
FOLDER = "schema"
"""Where they lie in a project, beside the configuration."""


def file_name(name: str) -> str:
    """`jabatan.schema.json`."""
    return f"{name}.schema.json"


def schema(name: str) -> JsonSchemaValue:
    """The JSON Schema of one kind of file."""
    made = MODELS[name].model_json_schema(schema_generator=_Generator, ref_template=_REF)
    head = {"$schema": _Generator.schema_dialect, "title": name.capitalize()}
    return head | {"definitions" if key == "$defs" else key: each for key, each in made.items()}


def write(folder: Path) -> None:
    """The schema of every kind of file, beside whatever else the folder holds."""
    folder.mkdir(exist_ok=True)
    for name in MODELS:
        (folder / file_name(name)).write_text(text(name), encoding="utf-8", newline="\n")


@cache
def text(name: str) -> str:
    """The same as it is written. It holds for every content, so that it is made once."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


_REF = "#/definitions/{model}"
_MEANINGS = {
    kind: model.__doc__
    for model in get_args(Kinds)
    for kind in get_args(model.model_fields["jenis"].annotation)
}


class _Generator(GenerateJsonSchema):
    # Editors of older years know no later draft.
    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """What is absent is left out, never written as nothing."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """An editor would write the default of every field into the file."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Keys that do not fit are wrong, and not of another kind."""
        values = self.generate_inner(schema["values_schema"])
        keys = self.generate_inner(schema["keys_schema"])
        return {"type": "object", "additionalProperties": values, "propertyNames": keys}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("title", None)
        properties = made["properties"]
        return made | {"properties": {name: properties[name] for name in schema["cls"].written()}}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A name that only repeats the field's helps nobody."""
        return False

    def union_schema(self, schema: core_schema.UnionSchema) -> JsonSchemaValue:
        return self._text_or_else(*schema["choices"])

    def _text_or_else(self, text: Any, other: Any) -> JsonSchemaValue:
        """Told apart by what is there, so that an editor blames what was meant."""
        first, second = self.generate_inner(text), self.generate_inner(other)
        is_other = {"type": second.get("type", "object")}
        return {"if": is_other, "then": second, "else": first}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """The kind first, then what belongs to it: so an editor knows what is meant."""
        if not isinstance(name := schema["discriminator"], str):
            return self._text_or_else(*schema["choices"].values())
        branches = {
            str(kind): self.generate_inner(each) for kind, each in schema["choices"].items()
        }
        told = {"enum": list(branches), "enumDescriptions": [_MEANINGS[kind] for kind in branches]}
        return {
            "type": "object",
            "required": [name],
            "properties": {name: told},
            "allOf": [
                {"if": {"required": [name], "properties": {name: {"const": kind}}}, "then": branch}
                for kind, branch in branches.items()
            ],
        }
