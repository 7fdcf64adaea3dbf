"""One table: for each way in which a value can be wrong, where that is shown, by which word a
program knows it, what would have been right, and what an officer is told."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.validation.way import Spot
from generator.source.source import Location, Source
from generator.values.characters import shown

Error = Mapping[str, Any]
"""One entry of pydantic's `errors()`: `type`, `loc`, `input`, `ctx`."""
Likely = Callable[[str, Iterable[str]], str | None]


@dataclass(frozen=True)
class Case:
    """An error with all that a sentence about it may need."""

    error: Error
    spot: Spot
    name: str
    """What an officer calls the value: its key, or the key of the list it stands in."""
    choices: list[str]
    likely: Likely

    @property
    def input(self) -> Any:
        return self.error["input"]

    def remedy(self, word: str) -> str:
        """The choice that was probably meant, or all of them."""
        if likely := self.likely(word, self.choices):
            return f'Maksudnya "{likely}"?'
        return f"Pilihan: {', '.join(self.choices)}."


def _missing(case: Case) -> str:
    return f'bagian wajib "{case.error["loc"][-1]}" belum diisi.'


def _unknown(case: Case) -> str:
    word = str(case.error["loc"][-1])
    column = (
        ' Kolom tabel yang tidak punya bagian ditulis di "lainnya", menurut judulnya.'
        if "lainnya" in case.choices
        else ""
    )
    return f'bagian "{shown(word)}" tidak dikenal. {case.remedy(word)}{column}'


def _choice(case: Case) -> str:
    return _chosen(case, case.name, case.input)


def _kind_unknown(case: Case) -> str:
    return _chosen(case, "jenis", case.error["ctx"]["tag"])


def _chosen(case: Case, name: str, word: Any) -> str:
    if not isinstance(word, str):
        return f'"{name}" harus berupa satu pilihan. {case.remedy("")}'
    if not word.strip():
        return _empty(name)
    if (plain := " ".join(word.split())) in case.choices:
        return f'{name} "{plain}" memuat spasi yang tidak biasa. Ketik ulang: {plain}.'
    return f'{name} "{shown(word)}" tidak dikenal. {case.remedy(word)}'


def _kind_missing(case: Case) -> str:
    return f'bagian wajib "jenis" belum diisi. {case.remedy("")}'


def _text(case: Case) -> str:
    what = "daftar" if isinstance(case.input, list) else "bagian berisi bagian lain"
    return f'"{case.name}" harus berupa satu teks, bukan {what}.'


def _list(case: Case) -> str:
    if case.input == "":
        return f'{_empty(case.name)[:-1]} (tiap butir di baris baru, diawali "- ").'
    return f'"{case.name}" harus berupa daftar (tiap butir di baris baru, diawali "- ").'


def _mapping(case: Case) -> str:
    if case.input == "":
        return _empty(case.name)
    return f'"{case.name}" harus berupa bagian: baris-baris "nama: isi" yang menjorok di bawahnya.'


def _short(case: Case) -> str:
    if isinstance(case.input, str):
        return _empty(case.name)
    return f'"{case.name}" belum berisi: tulis sekurangnya satu butir.'


def _long(case: Case) -> str:
    unit = "huruf" if isinstance(case.input, str) else "butir"
    return f'"{case.name}" terlalu panjang: paling banyak {case.error["ctx"]["max_length"]} {unit}.'


def _own(case: Case) -> str:
    return f'"{case.name}" {case.error["ctx"]["pesan"]}'


def _else(case: Case) -> str:
    if case.input == "":
        return _empty(case.name)
    return f'"{case.name}" tidak dapat dipakai seperti ini. Lihat contoh pada panduan.'


def _empty(name: str) -> str:
    return f'"{name}" masih kosong: isi, atau hapus barisnya.'


def _value(source: Source, location: Location) -> Location:
    return location


def _kind(source: Source, location: Location) -> Location:
    return (*location, "jenis") if (*location, "jenis") in source.values else location


@dataclass(frozen=True)
class Row:
    """What to do about one type of error."""

    sentence: Callable[[Case], str]
    code: str = "isi"
    choices: Callable[[Spot, Spot], list[str]] = lambda spot, above: []
    """From the spot of the error, and the one that holds it."""
    place: Callable[[Source, Location], Location] = _value
    is_key: bool = False
    """Whether the key is shown rather than the value."""


TABLE = {
    "missing": Row(_missing, "wajib", place=lambda source, location: location[:-1], is_key=True),
    "extra_forbidden": Row(
        _unknown, "tidak-dikenal", lambda spot, above: above.fields(), is_key=True
    ),
    "literal_error": Row(_choice, choices=lambda spot, above: spot.choices()),
    "union_tag_invalid": Row(_kind_unknown, choices=lambda spot, above: spot.kinds(), place=_kind),
    "union_tag_not_found": Row(_kind_missing, choices=lambda spot, above: spot.kinds()),
    "string_type": Row(_text),
    "list_type": Row(_list),
    "dict_type": Row(_mapping),
    "model_type": Row(_mapping),
    "model_attributes_type": Row(_mapping),
    "string_too_short": Row(_short),
    "too_short": Row(_short),
    "string_too_long": Row(_long),
    "too_long": Row(_long),
    "isi": Row(_own),
}
ELSE = Row(_else)
