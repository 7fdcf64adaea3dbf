"""Rules about lists."""

import re
from collections.abc import Iterator

from generator.content.content import Content, Entry
from generator.model.documents import Jabatan
from generator.rules.quality.noted import is_noted, texts, warning
from generator.rules.registry import rule
from generator.source.problem import Problem, Severity
from generator.source.source import Location, Source
from generator.values.fields import Model
from generator.values.numbers import respelled
from generator.values.quotes import repeated

_MARK = re.compile(r"(?:[-–—•·*▪◦]|(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_OF_VALUES = frozenset(("target", "realisasi", "capaian", "baseline"))
_NUMBER = re.compile(
    r"(?P<before>(?:Rp\.?|[<>≤≥=±\s])*)(?P<number>\d\S*?)(?P<after>\s*(?:%|persen)?)"
)
_CELLS = re.compile(r"(\d[\d.,]*%?)\s+(?!\d{3}(?:\D|$))\d[\d.,]*%?(?:\s+\d[\d.,]*%?)*")
_DISTINCT: dict[Location, str] = {
    ("butir", "nilai"): "nilai",
    ("kategori", "batas"): "batas",
    ("diktum", "nama"): "diktum",
}
"""What tells the items of a list apart, by the list and the field."""
_KEY_IN_COMMENT = re.compile(r"#\s*([a-z][a-z0-9_]*):")


@rule(Model)
def items_have_no_typed_marks(content: Content, entry: Entry[Model]) -> Iterator[Problem]:
    """Butir daftar tidak diawali nomor atau tanda: itu ditambahkan sendiri."""
    for location, text in texts(entry):
        is_item = isinstance(location[-1], int) or location[-1] == "teks"
        if is_item and "judul_kolom" not in location and (mark := _MARK.match(text)):
            message = (
                f'nomor atau tanda "{mark[0].strip()}" di depan butir akan tampil dua kali. Tulis '
                f'"{repeated(text[mark.end() :])}"; bentuk nomornya diatur dengan "penomoran".'
            )
            yield warning(entry, location, message)


@rule(Jabatan)
def numbers_are_written_as_here(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Angka dalam target dan hasil memakai titik untuk ribuan dan koma untuk desimal."""
    for location, text in texts(entry):
        found = None if _OF_VALUES.isdisjoint(location) else _NUMBER.fullmatch(text)
        meant = respelled(found["number"]) if found else None
        if found and meant and not is_noted(entry.source, location):
            message = (
                "ribuan memakai titik, dan desimal memakai koma: tulis "
                f'"{found["before"]}{meant}{found["after"]}"; bila tercetak demikian, jelaskan di '
                "catatan."
            )
            yield warning(entry, location, message)


@rule(Jabatan)
def a_value_is_one_cell(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Satu target atau hasil bukan beberapa sel Excel."""
    for location, text in texts(entry):
        found = None if _OF_VALUES.isdisjoint(location) else _CELLS.fullmatch(text)
        if found and not is_noted(entry.source, location):
            message = (
                f'beberapa sel Excel menjadi satu di sini. Tulis "{found[1]}" saja, dan yang lain '
                "di baris masing-masing."
            )
            yield warning(entry, location, message, found.end(1))


@rule(Model)
def items_are_told_apart(content: Content, entry: Entry[Model]) -> Iterator[Problem]:
    """Dua butir satu daftar tidak bernilai, berbatas, atau bernama sama."""
    lists: dict[tuple[str, Location], list[tuple[Location, str]]] = {}
    for location, text in entry.source.scalars():
        if what := _DISTINCT.get(location[-3::2]):
            lists.setdefault((what, location[:-2]), []).append((location, text))
    for (what, _), found in lists.items():
        yield from _twice(entry.source, what, found)


@rule(Model)
def a_hidden_name_leaves_no_list(content: Content, entry: Entry[Model]) -> Iterator[Problem]:
    """Nama bagian yang dijadikan komentar tidak meninggalkan daftarnya."""
    source = entry.source
    items = {
        place[0]: location
        for location, place in source.values.items()
        if location and isinstance(location[-1], int) and location[-1]
    }
    for (line, column), said in source.comments:
        hidden = _KEY_IN_COMMENT.fullmatch(said.strip())
        if hidden and (location := items.get(line + 1)) and hidden[1] not in location:
            message = (
                f'"{hidden[1]}" di sini menjadi komentar, sehingga butir-butir di bawahnya masuk '
                f'ke "{_name(location)}". Hapus tanda "#".'
            )
            yield Problem(source.path, line, column, Severity.INGAT, "mutu", message)


def _name(location: Location) -> str:
    return next(step for step in reversed(location) if isinstance(step, str))


@rule(Jabatan)
def duties_stand_once(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Butir tugas atau fungsi yang sama tidak ditulis dua kali."""
    for field in ("tugas", "fungsi"):
        yield from _twice(entry.source, field, _items(entry.source, field))


@rule(Jabatan)
def indicators_stand_once(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Indikator yang sama tidak ditulis dua kali dalam satu jabatan."""
    names: list[tuple[Location, str]] = [
        ((*place, "nama"), each.nama) for place, each in entry.document.places()
    ]
    yield from _twice(entry.source, "indikator", names)


def _items(source: Source, field: str) -> list[tuple[Location, str]]:
    return [
        (location, text)
        for location, text in source.scalars()
        if len(location) == 2 and location[0] == field
    ]


def _twice(source: Source, what: str, found: list[tuple[Location, str]]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for location, text in found:
        key = text.rstrip(" ;.,")
        if key in seen and not is_noted(source, location):
            message = (
                f"{what} ini sama dengan baris {seen[key]}. Hapus salah satu; bila tercetak dua "
                "kali, jelaskan di catatan."
            )
            yield source.problem(location, message, "mutu", Severity.INGAT)
        seen.setdefault(key, source.values[location][0])
