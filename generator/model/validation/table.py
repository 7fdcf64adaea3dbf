"""One table: for each way in which a value can be wrong, where that is shown, by which word a
program knows it, what would have been right, and what an officer is told."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Never

from generator.model.validation.synonyms import choice_for
from generator.model.validation.way import Spot
from generator.source.source import Location, Source
from generator.values.characters import BULLETS, shown
from generator.values.quotes import repeated, typed
from generator.values.slugs import slugged

Error = Mapping[str, Any]
"""One entry of pydantic's `errors()`: `type`, `loc`, `input`, `ctx`."""
Likely = Callable[[str, Iterable[str]], str | None]


@dataclass(frozen=True)
class Case:
    """An error with all that a sentence about it may need."""

    error: Error
    spot: Spot
    above: Spot
    """What holds it."""
    name: str
    """What an officer calls the value: its key, or the key of the list it stands in."""
    choices: list[str]
    likely: Likely
    remedy_of_name: str
    """What to do about a name that is not known there."""
    beside: Any
    """The mapping or the list that holds it, as it was written."""

    @property
    def input(self) -> Any:
        return self.error["input"]

    def remedy(self, word: str) -> str:
        """The choice that was probably meant, or all of them."""
        if likely := choice_for(word, self.choices) or self.likely(word, self.choices):
            return f'Maksudnya "{likely}"?'
        return f"Pilihan: {', '.join(self.choices)}."


def _missing(case: Case) -> str:
    name = str(case.error["loc"][-1])
    return f'bagian wajib "{name}" belum diisi.{_id_for(name, case.input)}'


def _id_for(name: str, beside: Any) -> str:
    """What to type for a missing address: one from the name of the thing."""
    text = beside.get("nama") if isinstance(beside, dict) else None
    if name != "id" or not isinstance(text, str) or not slugged(text):
        return ""
    words = [each for each in slugged(text).split("-") if each not in _FILLERS]
    return f' Tulis misalnya "id: {"-".join(words[:4])}".'


_FILLERS = ("yang", "dan", "di", "dari", "jumlah", "persentase")


def _unknown(case: Case) -> str:
    word = str(case.error["loc"][-1])
    if case.remedy_of_name:
        return f'bagian "{shown(word)}" tidak dikenal. {case.remedy_of_name}'
    free = [each for each in case.choices if each not in (case.beside or {})]
    column = (
        ' Kolom tabel yang tidak punya bagian ditulis di "lainnya", menurut judulnya.'
        if "lainnya" in case.choices
        else ""
    )
    choices = f"Pilihan: {', '.join(free)}." if free else "Hapus baris ini."
    return f'bagian "{shown(word)}" tidak dikenal. {choices}{column}'


def _choice(case: Case) -> str:
    return _chosen(case, case.name, case.input)


def _kind_unknown(case: Case) -> str:
    if not str(case.error["ctx"]["tag"]).strip():
        return f'"jenis" masih kosong, dan wajib diisi. {case.remedy("")}'
    return _chosen(case, "jenis", case.error["ctx"]["tag"])


def _chosen(case: Case, name: str, word: Any) -> str:
    if not isinstance(word, str):
        return f'"{name}" harus berupa satu pilihan. {case.remedy("")}'
    if not word.strip():
        return _empty(case)
    if (plain := " ".join(word.split())) in case.choices:
        return f'{name} "{plain}" memuat spasi yang tidak biasa. Ketik ulang: {plain}.'
    return f'{name} "{shown(word)}" tidak dikenal. {case.remedy(word)}{_if_nothing(case)}'


def _kind_missing(case: Case) -> str:
    names = case.spot.kinds_with(set(case.input)) if isinstance(case.input, dict) else []
    likely = " atau ".join(f'"jenis: {each}"' for each in names[:_FEW_CHOICES])
    remedy = f"Tulis {likely}." if names else case.remedy("")
    return f'bagian wajib "jenis" belum diisi. {remedy}'


def _text(case: Case) -> str:
    if isinstance(case.input, list):
        only = case.input[0] if len(case.input) == 1 else None
        is_item = isinstance(case.spot.location[-1], int)
        start = "-" if is_item else f"{case.name}:"
        remedy = f' Tulis "{start} {typed(only)}".' if isinstance(only, str) else ""
        return f'"{case.name}" harus berupa satu teks, bukan daftar.{remedy}'
    said = f'"{case.name}" harus berupa satu teks, bukan bagian berisi bagian lain.'
    part = next(iter(case.input.items()), None) if isinstance(case.input, dict) else None
    if part and re.fullmatch(r"\d{4}", case.name) and isinstance(part[1], str):
        said += f' Tulis sejajar dengan tahunnya: "{_period_of(case.name, *part)}".'
    return said


def _period_of(year: str, part: str, text: str) -> str:
    """`tw1: 20%` below a year as it is to be typed beside it."""
    is_short = re.fullmatch(r"tw[1-4]|s[12]", part.lower())
    return f"{year}-{part.lower()}: {typed(text)}" if is_short else f"{year}-tw1: …"


def _list(case: Case) -> str:
    if case.input == "":
        return f'{_empty(case)[:-1]} (tiap butir di baris baru, diawali "- ").'
    said = f'"{case.name}" harus berupa daftar'
    if isinstance(case.input, dict) and case.input:
        first = shown(next(iter(case.input)))
        name = case.spot.first_of_items()
        if name and first not in case.spot.item_fields():
            return f'{said}: tulis "- {name}: {typed(first)}", dan isinya di bawahnya.'
        return f'{said}: tulis tanda "- " di depan "{first}" ("- {first}: …").'
    if isinstance(case.input, str):
        item = typed(_BULLET.sub("", case.input.strip()))
        name = case.spot.first_of_items()
        start = f"{name}: " if name else ""
        return f'{said}: di baris baru tulis "- {start}{item}".'
    return f'{said} (tiap butir di baris baru, diawali "- ").'


_BULLET = re.compile(rf"^(?:[{BULLETS}]\ufe0f?\s*|(?:[-–—*+]|\d{{1,2}}[.)])\s+)")


def _mapping(case: Case) -> str:
    if case.input == "":
        return _empty(case)
    said = f'"{case.name}" harus berupa bagian'
    inner = case.input
    is_one = isinstance(inner, list) and len(inner) == 1 and isinstance(inner[0], str)
    if is_one and case.spot.kinds():
        return f'hapus tanda "-": tulis "{case.name}: {repeated(inner[0])}".'
    if isinstance(inner, list) and (kind := _kind_of_texts(case)):
        return (
            f'{said}: di atas daftar ini, menjorok, tulis "jenis: {kind}" dan "butir:", lalu '
            "jorokkan daftarnya di bawahnya."
        )
    if isinstance(inner, list) and inner and all(isinstance(each, dict) for each in inner):
        return f'{said}: hapus tanda "-" di depan "{shown(next(iter(inner[0]), ""))}".'
    if case.error["loc"] and isinstance(case.error["loc"][-1], int):
        return f"{said}: di baris ini tulis {_example(case).replace('dan', 'dan di bawahnya', 1)}."
    return f"{said}: di baris baru, menjorok, tulis {_example(case)}."


def _kind_of_texts(case: Case) -> str | None:
    """The kind of formula that is a list of texts alone."""
    if not all(isinstance(each, str) for each in case.input):
        return None
    for kind, model in case.spot.models_by_kind():
        butir = Spot((), model).below("butir")
        if butir.annotation is not Never and not butir.item_fields():
            return kind
    return None


def _example(case: Case) -> str:
    """The lines that such a mapping holds."""
    if kinds := case.spot.kinds():
        return f'"jenis: {_one_of(kinds)}"'
    if names := [each for each in case.spot.fields() if case.spot.is_required(each)]:
        return " dan ".join(_filled(case, names[:3]))
    if names := case.spot.fields():
        return f'misalnya "{_likely_field(case, names)}"'
    if case.name == "contoh":
        return " dan ".join(_filled(case, _terms(case.beside)))
    text = repeated(case.input) if isinstance(case.input, str) else "…"
    if glued := _GLUED.fullmatch(text):
        return f'"{glued[1]}: {glued[2]}"'
    return f'misalnya "{"JUDUL KOLOM" if case.name == "lainnya" else 2024}: {text}"'


_GLUED = re.compile(r"(\d{4}(?:-(?:tw[1-4]|s[12]))?)(?:\s*[:=;]\s*|\s+(?:[-–—]\s+)?)(\S.*)")
_FEW_CHOICES = 4
_FEW = 2
"""Of so few fields the one that must be there is what a text alone was meant to say."""


def _filled(case: Case, names: list[str]) -> list[str]:
    """Fields with the numbers that were written, where there is one for each; one text field with
    the text."""
    text = case.input if isinstance(case.input, str) else ""
    found = _NUMBER.findall(text)
    parts = [*found[: len(names) - 1], *found[len(names) - 1 :][-1:]]
    is_clear = len(case.spot.fields()) <= _FEW or isinstance(case.error["loc"][-1], int)
    if len(names) == 1 and text and is_clear and case.spot.is_text(names[0]):
        parts = [typed(text)]
    elif len(parts) != len(names) or len(names) == 1:
        parts = [_one_of(case.spot.choices_of(name)) for name in names]
    return [f'"{name}: {part}"' for name, part in zip(names, parts, strict=True)]


def _likely_field(case: Case, names: list[str]) -> str:
    """The field that a text alone was probably meant for, with it."""
    text = case.input if isinstance(case.input, str) else ""
    if text and "url" in names:
        return f"url: {typed(text)}"
    for name in names:
        choices = case.spot.choices_of(name)
        if choice := choice_for(text, choices):
            return f"{name}: {choice}"
    return f"{names[0]}: …"


def _one_of(choices: list[str]) -> str:
    """What a field may hold, to choose from; of a text nothing is known."""
    return " atau ".join(choices) if 0 < len(choices) <= _FEW_CHOICES else "…"


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _terms(formula: Any) -> list[str]:
    """What the example of a formula gives values for."""
    variables = formula.get("variabel") if isinstance(formula, dict) else None
    names = list(variables) if isinstance(variables, dict) else ["pembilang", "penyebut"]
    return [*names[:4], "hasil"]


def _short(case: Case) -> str:
    if isinstance(case.input, str):
        return _empty(case)
    return f'"{case.name}" belum berisi: tulis sekurangnya satu butir.'


def _long(case: Case) -> str:
    unit = "huruf" if isinstance(case.input, str) else "butir"
    return f'"{case.name}" terlalu panjang: paling banyak {case.error["ctx"]["max_length"]} {unit}.'


def _own(case: Case) -> str:
    return f'"{case.name}" {case.error["ctx"]["pesan"]}{_if_nothing(case)}'


_NOTHING = re.compile(r"[-–—.]+|n/?a|kosong|nihil|tidak ada|belum ada", re.IGNORECASE)


def _if_nothing(case: Case) -> str:
    """What to do where a word says that there is nothing."""
    is_nothing = isinstance(case.input, str) and _NOTHING.fullmatch(case.input.strip())
    is_needed = case.above.is_required(case.name) or case.name not in case.above.fields()
    return " Bila memang tidak ada, hapus baris ini." if is_nothing and not is_needed else ""


def _else(case: Case) -> str:
    if case.input == "":
        return _empty(case)
    return f'"{case.name}" tidak dapat dipakai seperti ini. Lihat contoh pada panduan.'


def _empty(case: Case) -> str:
    if case.above.is_required(case.name):
        return f'"{case.name}" masih kosong, dan wajib diisi.{_id_for(case.name, case.beside)}'
    return f'"{case.name}" masih kosong: isi, atau hapus barisnya.'


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
