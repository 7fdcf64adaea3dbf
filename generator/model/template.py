"""A new file to be filled in: what is required, and as comments what is usual, each explained."""

import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from generator.model.documents import Dokumen, Indikator, Instansi, Jabatan, Pemda, Sasaran
from generator.model.schema import MODELS
from generator.model.validation.way import bare, is_model, members
from generator.source.writing import scalar
from generator.values.fields import Model

_USUAL: dict[type[Model], str] = {
    Pemda: "kode_wilayah",
    Instansi: "singkatan alamat telepon surel laman",
    Dokumen: "naskah nomor tahun tempat_ditetapkan tanggal_ditetapkan menimbang mengingat catatan",
    Jabatan: "unit_kerja atasan kelompok tugas fungsi judul_kolom catatan",
    Sasaran: "uraian",
    Indikator: "rumus sumber_data satuan target catatan",
}
"""What most files say although it is not required."""
_FILLED_IN: dict[type[Model], str] = {Sasaran: "uraian", Indikator: "rumus sumber_data"}
"""Of that, what hardly a file does without: it is there to be filled in."""

Values = Mapping[str, "str | Values"]


def template(name: str, values: Values) -> str:
    """The file of a kind, with the values that are known."""
    return "\n".join(_fields(MODELS[name], values)) + "\n"


def modeline(address: str) -> str:
    """The line by which an editor finds the schema."""
    return f"# yaml-language-server: $schema={address}\n"


def _fields(model: type[Model], values: Values) -> Iterator[str]:
    usual, filled_in = _USUAL.get(model, "").split(), _FILLED_IN.get(model, "").split()
    for name in model.written():
        field = model.model_fields[name]
        if field.is_required() or name in values or name in filled_in:
            yield f"# {field.description}"
            yield from _written(name, field, values.get(name, ""))
        elif name in usual:
            yield f"# {field.description}"
            yield from (f"# {line}" for line in _written(name, field, ""))


def _written(name: str, field: FieldInfo, value: "str | Values") -> list[str]:
    """A field with its value, or with the place for one."""
    if isinstance(value, str) and value:
        return [f"{name}: {scalar(value)}"]
    branches = [bare(each) for each in members(field.annotation)]
    if inner := next((each for each in branches if is_model(each)), None):
        return [f"{name}:", *_indented(_fields(inner, value or {}))] if value else [f"{name}:"]
    if any(typing.get_origin(each) is list for each in branches):
        return [f"{name}:", *_item(branches)]
    return [f"{name}:"]


def _item(branches: list[Any]) -> Iterator[str]:
    """The first item of a list."""
    (inner,) = (typing.get_args(each)[0] for each in branches if typing.get_origin(each) is list)
    if not is_model(inner):
        yield "  -"
        return
    comment, key, *others = _fields(inner, {})
    yield f"  {comment}"
    yield f"  - {key}"
    yield from (f"    {line}" for line in others)


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
