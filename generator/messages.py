"""The Indonesian sentence for each way in which a value can be wrong."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.characters import shown

Error = Mapping[str, Any]
"""One entry of pydantic's `errors()`: `type`, `loc`, `input`, `ctx`."""


def sentence(error: Error, name: str, choices: Iterable[str]) -> str:
    """What to tell an officer about the value called `name`.

    `choices` are the words that would have been right: field names for an unknown field, values
    for a value that must be one of several.
    """
    return _SENTENCES.get(error["type"], _else)(error, name, sorted(choices))


def _as_typed(value: Any) -> str:
    return shown(str(value))


def meant(word: str, choices: Iterable[str]) -> str | None:
    """The choice that was probably meant."""
    near = difflib.get_close_matches(word.lower(), [each.lower() for each in choices], 1, 0.6)
    return next((each for each in choices if near and each.lower() == near[0]), None)


def _remedy(word: str, choices: list[str]) -> str:
    if likely := meant(word, choices):
        return f'Maksudnya "{likely}"?'
    return f"Pilihan: {', '.join(choices)}."


def _missing(error: Error, name: str, choices: list[str]) -> str:
    return f'bagian wajib "{error["loc"][-1]}" belum diisi.'


def _unknown(error: Error, name: str, choices: list[str]) -> str:
    word = str(error["loc"][-1])
    return f'bagian "{_as_typed(word)}" tidak dikenal. {_remedy(word, choices)}'


def _choice(error: Error, name: str, choices: list[str]) -> str:
    if not isinstance(error["input"], str):
        return f'"{name}" harus berupa satu pilihan. {_remedy("", choices)}'
    if not error["input"].strip():
        return _empty(name)
    return f'{name} "{_as_typed(error["input"])}" tidak dikenal. {_remedy(error["input"], choices)}'


def _kind_unknown(error: Error, name: str, choices: list[str]) -> str:
    return _choice({**error, "input": error["ctx"]["tag"]}, "jenis", choices)


def _kind_missing(error: Error, name: str, choices: list[str]) -> str:
    return f'bagian wajib "jenis" belum diisi. {_remedy("", choices)}'


def _text(error: Error, name: str, choices: list[str]) -> str:
    what = "daftar" if isinstance(error["input"], list) else "bagian berisi bagian lain"
    return f'"{name}" harus berupa satu teks, bukan {what}.'


def _list(error: Error, name: str, choices: list[str]) -> str:
    if error["input"] == "":
        return f'{_empty(name)[:-1]} (tiap butir di baris baru, diawali "- ").'
    return f'"{name}" harus berupa daftar (tiap butir di baris baru, diawali "- ").'


def _mapping(error: Error, name: str, choices: list[str]) -> str:
    if error["input"] == "":
        return _empty(name)
    return f'"{name}" harus berupa bagian: baris-baris "nama: isi" yang menjorok di bawahnya.'


def _short(error: Error, name: str, choices: list[str]) -> str:
    if isinstance(error["input"], str):
        return _empty(name)
    return f'"{name}" belum berisi: tulis sekurangnya satu butir.'


def _long(error: Error, name: str, choices: list[str]) -> str:
    return f'"{name}" terlalu panjang: paling banyak {error["ctx"]["max_length"]} huruf.'


def _own(error: Error, name: str, choices: list[str]) -> str:
    return f'"{name}" {error["ctx"]["pesan"]}'


def _else(error: Error, name: str, choices: list[str]) -> str:
    if error.get("input") == "":
        return _empty(name)
    return f'"{name}" tidak dapat dipakai seperti ini. Lihat contoh pada panduan.'


def _empty(name: str) -> str:
    return f'"{name}" masih kosong: isi, atau hapus barisnya.'


_SENTENCES: dict[str, Callable[[Error, str, list[str]], str]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "union_tag_invalid": _kind_unknown,
    "union_tag_not_found": _kind_missing,
    "string_type": _text,
    "list_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "string_too_short": _short,
    "too_short": _short,
    "string_too_long": _long,
    "isi": _own,
}
