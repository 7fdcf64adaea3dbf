"""The files of a draft, in the form of `iki format`; a doubt is a comment above its subject."""

from collections.abc import Iterator

from generator.importing.lines import REMARK, Fields, Value
from generator.importing.position import RAW
from generator.model.documents import (
    BerkasSumber,
    Dokumen,
    Indikator,
    Jabatan,
    Penandatangan,
    Sasaran,
)
from generator.source.writing import scalar
from generator.values.characters import without_invisible
from generator.values.fields import Model

_MODELS: dict[str, type[Model]] = {
    "sasaran": Sasaran,
    "indikator": Indikator,
    "penandatangan": Penandatangan,
    "berkas_sumber": BerkasSumber,
}
"""What lies below a field, where its order is not that in which it was read."""
_DATE = "tanggal_ditetapkan"


def written(fields: Fields, model: type[Dokumen] | type[Jabatan], modeline: str) -> str:
    """The text of a file."""
    return modeline + "\n".join(_mapping(fields, model, "")) + "\n"


def _mapping(fields: Fields, model: type[Model] | None, margin: str) -> Iterator[str]:
    for name in _names(fields, model):
        yield from _comments(fields, name, margin)
        yield from _field(name, fields[name], margin)


def ordered(fields: Fields, kind: str) -> list[str]:
    """The fields of what lies below a field, or of a file, in the order of a file."""
    model = Dokumen if kind == "dokumen.yml" else Jabatan if kind.endswith(".yml") else None
    return _names(fields, model or _MODELS.get(kind))


def _names(fields: Fields, model: type[Model] | None) -> list[str]:
    names = [name for name in fields if not name.startswith((REMARK, RAW))]
    return sorted(names, key=model.written().index) if model else names


def _comments(fields: Fields, name: str, margin: str) -> Iterator[str]:
    for each in _texts(fields.get(REMARK + name, "")):
        yield f"{margin}# periksa: {_clean(each)}"
    for each in _texts(fields.get(RAW + name, "")):
        yield f"{margin}#   {_clean(each)}"


def _texts(value: Value) -> list[str]:
    return list(map(str, value)) if isinstance(value, list) else []


def _field(name: str, value: Value, margin: str) -> Iterator[str]:
    key = scalar(_clean(name))
    match value:
        case dict():
            yield f"{margin}{key}:"
            yield from _mapping(value, _MODELS.get(name), f"{margin}  ")
        case []:
            yield f"{margin}{key}: []" if name in ("tugas", "fungsi") else f"{margin}{key}:"
        case list():
            yield f"{margin}{key}:"
            for each in value:
                yield from _item(each, _MODELS.get(name), f"{margin}  ")
        case _:
            text = str(value) if name == _DATE else _scalar(value)
            yield f"{margin}{key}: {text}".rstrip()


def _item(value: Value, model: type[Model] | None, margin: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{margin}- {_scalar(value)}"
        return
    for each in _texts(value.get(REMARK, "")):
        yield f"{margin}# periksa: {_clean(each)}"
    lines = list(_mapping(value, model, f"{margin}  "))
    first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (f"{margin}{line.lstrip()}" for line in lines[:first])
    yield f"{margin}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _scalar(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = _clean(str(value))
    return scalar(text) if text and not isinstance(value, int) else text


def _clean(text: str) -> str:
    """A text as a file can hold it, on one line."""
    return " ".join(without_invisible(text).split())
