"""What the file of a decree does not say yet, and the line that would say it.

What is asked for comes from three readers: who holds a copy against the decree, the Daftar
Informasi Publik of the agency, and the national network of legal documents.
"""

import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.content.content import Entry
from generator.model.documents import BerkasSumber, Dip, Dokumen, Jdih
from generator.source.source import Location
from generator.source.writing import scalar
from generator.values.fields import Model

_EXAMPLE = re.compile(r"(?P<said>.*?),? misalnya (?P<example>.+)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_UNKNOWN = "belum-dipastikan"
_PARTS: dict[str, type[Model]] = {"berkas_sumber": BerkasSumber, "dip": Dip, "jdih": Jdih}

FOR_COPY: tuple[Location, ...] = (
    ("nomor",),
    ("tempat_ditetapkan",),
    ("tanggal_ditetapkan",),
    ("mutu_sumber",),
    ("status",),
    ("diperiksa",),
    ("berkas_sumber", "url"),
    ("berkas_sumber", "sha256"),
    ("berkas_sumber", "halaman"),
)
FOR_DIP: tuple[Location, ...] = tuple(("dip", name) for name in Dip.model_fields)
FOR_JDIHN: tuple[Location, ...] = (
    ("naskah",),
    ("nomor",),
    ("tempat_ditetapkan",),
    ("tanggal_ditetapkan",),
    ("status",),
    ("diperiksa",),
    ("berkas_sumber", "url"),
    ("jdih", "singkatan_jenis"),
    ("jdih", "bidang_hukum"),
    ("jdih", "abstrak"),
    ("jdih", "tanggal_pengundangan"),
)
USES = {"salinan": FOR_COPY, "dip": FOR_DIP, "jdihn": FOR_JDIHN}
"""What asks for which fields."""


@dataclass(frozen=True)
class Lack:
    """A field that is not filled in."""

    field: Location
    said: str
    """What the field is."""
    uses: tuple[str, ...]
    """What asks for it."""
    line: str
    """What is to be typed, with an example."""
    replaces: int
    """The line that it takes the place of; 0 for a new one."""
    below: int
    """The line of the part that it belongs to; 0 where the part is to be written as well."""


def lacks(entry: Entry[Dokumen]) -> Iterator[Lack]:
    """Every field that something asks for and that is not filled in, in the order of the model."""
    asked = dict.fromkeys(way for fields in USES.values() for way in fields)
    for way in sorted(asked, key=_place):
        if _is_lacking(entry.document, way):
            yield _lack(entry, way)


def is_lacking_for(document: Dokumen, use: str) -> bool:
    """Whether a decree lacks what something asks for."""
    return any(_is_lacking(document, way) for way in USES[use])


def _place(way: Location) -> tuple[int, ...]:
    first, *rest = map(str, way)
    place = list(Dokumen.model_fields).index(first)
    return place, *(list(_PARTS[first].model_fields).index(name) for name in rest)


def _is_lacking(document: Dokumen, way: Location) -> bool:
    file = document.berkas_sumber
    match way:
        case ("nomor",):
            return not document.nomor or not document.nomor_lengkap
        case ("status",):
            return document.status == _UNKNOWN
        case ("berkas_sumber", _) if file and file.alasan_tidak_ada:
            return False
        case ("berkas_sumber", "url") if file and file.tanpa_nip:
            return False
    value: object = document
    for name in way:
        value = getattr(value, str(name), None)
    return value is None


def _lack(entry: Entry[Dokumen], way: Location) -> Lack:
    *part, name = map(str, way)
    model = _PARTS[part[0]] if part else Dokumen
    said, value = _told(model, name)
    keys = entry.source.keys
    replaces, _ = keys.get(way, (0, 0))
    below, _ = keys.get(tuple(part), (0, 0)) if part else (0, 0)
    uses = tuple(use for use, fields in USES.items() if way in fields)
    line = f"{'  ' * len(part)}{name}: {value}"
    return Lack(way, said, uses, line, replaces, below)


@cache
def _told(model: type[Model], name: str) -> tuple[str, str]:
    """What a field is, and an example as it is typed; of a choice all of them, and one."""
    field = model.model_fields[name]
    told = (field.description or "").rstrip(".")
    if found := _EXAMPLE.fullmatch(told):
        # A date stands without quotes in every file of ours; to `scalar` it is only like a date.
        example = found["example"]
        return found["said"], example if _DATE.fullmatch(example) else scalar(example)
    choices = [each for each in _choices(field.annotation) if each != _UNKNOWN]
    likely = "berlaku" if name == "status" else choices[0]
    return f"{told} ({', '.join(choices)})", likely


def _choices(annotation: object) -> Iterator[str]:
    for each in typing.get_args(annotation):
        if isinstance(each, str):
            yield each
        yield from _choices(each)
