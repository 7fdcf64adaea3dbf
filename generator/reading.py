"""YAML -> plain values, and the place of every key and value.

Anyone can open a pull request, so a file is hostile until read. libyaml's event stream goes through
our own builder: its parser does not recurse, while every ready-made loader crashes on deep nesting,
and turns `NO`, `010` or `1.000` into something that nobody wrote. Here every scalar is text.
"""

import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.characters import describe, first_invisible
from generator.problems import Problem, Severity

MAX_BYTES = 256 * 1024
MAX_LEVELS = 12
MAX_NODES = 20_000

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Location: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""

_Loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True)
class Source:
    """One file as it was written: its values, and where each stands."""

    path: str
    value: dict[str, Value]
    keys: Mapping[Location, Place]
    values: Mapping[Location, Place]

    def problem(
        self,
        location: Location,
        message: str,
        code: str,
        severity: Severity = Severity.GALAT,
    ) -> Problem:
        """A problem with the value there, or, where there is none, with what holds it."""
        place = self.values.get(location) or self._nearest(location)
        return Problem(self.path, *place, severity, code, message)

    def key_problem(self, location: Location, message: str, code: str) -> Problem:
        """A problem with the key itself, or, for a missing key, with what should hold it."""
        place = self.keys.get(location) or self._nearest(location)
        return Problem(self.path, *place, Severity.GALAT, code, message)

    def _nearest(self, location: Location) -> Place:
        while location:
            if place := self.keys.get(location) or self.values.get(location):
                return place
            location = location[:-1]
        return (1, 1)

    def scalars(self) -> Iterator[tuple[Location, str]]:
        """Every text of the file with its location, in the file's order."""
        yield from _scalars((), self.value)


def _scalars(location: Location, value: Value) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
        return
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in items:
        yield from _scalars((*location, step), inner)


def read(path: Path, shown: str) -> tuple[Source | None, list[Problem]]:
    """Read a file; `shown` is the path to name in problems. No source without a problem."""
    data, problem = _bytes(path, shown)
    if problem:
        return None, [problem]
    text, problem = _decoded(data, shown)
    if problem:
        return None, [problem]
    return parse(text, shown)


def parse(text: str, shown: str) -> tuple[Source | None, list[Problem]]:
    """Read YAML that is already text."""
    builder = _Builder(shown)
    try:
        builder.build(text)
    except _StopError:
        pass
    except yaml.YAMLError as error:
        builder.problems.append(_syntax_problem(error, text, shown))
    problems = builder.problems + list(_swallowed_by_comment(builder, text))
    if any(problem.is_mistake for problem in problems):
        return None, problems
    assert isinstance(builder.root, dict)
    return Source(shown, builder.root, builder.keys, builder.values), problems


def _bytes(path: Path, shown: str) -> tuple[bytes, Problem | None]:
    def refused(message: str) -> tuple[bytes, Problem]:
        return b"", Problem(shown, 0, 0, Severity.GALAT, "berkas", message)

    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return refused("harus berkas biasa, bukan tautan (symlink) atau berkas khusus.")
        if status.st_size > MAX_BYTES:
            return refused(f"terlalu besar: paling banyak {MAX_BYTES // 1024} KB per berkas.")
        return path.read_bytes(), None
    except OSError:
        return refused("tidak dapat dibaca. Periksa apakah berkas ada dan izin bacanya.")


def _decoded(data: bytes, shown: str) -> tuple[str, Problem | None]:
    def refused(line: int, column: int, message: str) -> tuple[str, Problem]:
        return "", Problem(shown, line, column, Severity.GALAT, "sandi", message)

    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return refused(1, 1, "berkas bersandi UTF-16. Simpan ulang sebagai UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        return refused(
            *_place_after(before), "huruf di sini bukan UTF-8. Simpan ulang berkas sebagai UTF-8."
        )
    if (index := first_invisible(text)) is not None:
        return refused(
            *_place_after(text[:index]),
            f"ada karakter tak terlihat ({describe(text[index])}). Hapus, lalu ketik ulang.",
        )
    return text, None


def _place_after(before: str) -> Place:
    lines = re.split(r"\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1


class _StopError(Exception):
    """The rest of the file cannot be read in a useful way."""


@dataclass
class _Builder:
    """Values, places and problems out of YAML events."""

    shown: str
    root: Value = ""
    keys: dict[Location, Place] = field(default_factory=dict)
    values: dict[Location, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    plain_ends: list[tuple[int, int]] = field(default_factory=list)
    """Where unquoted texts end: line and column, both from 0."""
    nodes: int = 0

    def build(self, text: str) -> None:
        self._events = yaml.parse(text, Loader=_Loader)
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            self._stop((1, 1), "kosong", "berkas masih kosong.")
        event = next(self._events)
        if not isinstance(event, yaml.MappingStartEvent):
            self._stop(_start(event), "susunan", 'isi berkas harus berupa "bagian: isi" per baris.')
        self.root = self._node(event, (), 1)
        next(self._events)
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._stop(_start(event), "dokumen", 'satu berkas satu dokumen: hapus baris "---" ini.')

    def _stop(self, place: Place, code: str, message: str) -> None:
        self._refuse(place, code, message)
        raise _StopError

    def _refuse(self, place: Place, code: str, message: str) -> None:
        self.problems.append(Problem(self.shown, *place, Severity.GALAT, code, message))

    def _node(self, event: Any, location: Location, level: int) -> Value:
        self._guard(event, level)
        self.values[location] = _start(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, location, level)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, location, level)
        self._refuse(
            _start(event),
            "alias",
            'teks tidak boleh diawali "*" (alias YAML). Apit dengan tanda kutip.',
        )
        return ""

    def _guard(self, event: Any, level: int) -> None:
        self.nodes += 1
        if level > MAX_LEVELS:
            self._stop(_start(event), "dalam", f"susunan terlalu dalam (lebih dari {MAX_LEVELS}).")
        if self.nodes > MAX_NODES:
            self._stop(_start(event), "banyak", f"terlalu banyak isi (lebih dari {MAX_NODES}).")
        if getattr(event, "tag", None) is not None:
            self._refuse(
                _start(event),
                "tag",
                'teks tidak boleh diawali "!" (tag YAML). Apit dengan tanda kutip.',
            )
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self._refuse(
                _start(event),
                "jangkar",
                'teks tidak boleh diawali "&" (jangkar YAML). Apit dengan tanda kutip.',
            )

    def _scalar(self, event: Any) -> str:
        text: str = event.value
        if (index := first_invisible(text)) is not None:
            self._refuse(
                _start(event),
                "karakter",
                f"ada karakter tak terlihat ({describe(text[index])}). Hapus dari teks ini.",
            )
        if not event.style and text:
            self.plain_ends.append((event.end_mark.line, event.end_mark.column))
        return text

    def _sequence(self, event: Any, location: Location, level: int) -> list[Value]:
        items: list[Value] = []
        inner = next(self._events)
        self._refuse_flow(event, inner, yaml.SequenceEndEvent)
        while not isinstance(inner, yaml.SequenceEndEvent):
            items.append(self._node(inner, (*location, len(items)), level + 1))
            inner = next(self._events)
        return items

    def _mapping(self, event: Any, location: Location, level: int) -> dict[str, Value]:
        pairs: dict[str, Value] = {}
        inner = next(self._events)
        self._refuse_flow(event, inner, yaml.MappingEndEvent)
        while not isinstance(inner, yaml.MappingEndEvent):
            key = self._key(inner, location)
            value = self._node(next(self._events), (*location, key), level + 1)
            pairs.setdefault(key, value)
            inner = next(self._events)
        return pairs

    def _refuse_flow(self, event: Any, inner: Any, end: type) -> None:
        if event.flow_style and not isinstance(inner, end):
            marks = "{ }" if end is yaml.MappingEndEvent else "[ ]"
            self._stop(
                _start(event),
                "kurung",
                f"tanda {marks} tidak dipakai di sini. Tulis tiap isi di baris sendiri, "
                "atau apit teks dengan tanda kutip.",
            )

    def _key(self, event: Any, location: Location) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._stop(_start(event), "kunci", 'nama bagian harus berupa teks: "nama: isi".')
        self._guard(event, 1)
        key = self._scalar(event)
        if key == "<<":
            self._refuse(_start(event), "gabung", 'tanda "<<" tidak dipakai di sini. Hapus.')
        here = (*location, key)
        if first := self.keys.get(here):
            self._refuse(
                _start(event),
                "ganda",
                f'bagian "{key}" sudah ditulis di baris {first[0]}. Gabungkan atau hapus satu.',
            )
        self.keys.setdefault(here, _start(event))
        return key


def _start(event: Any) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _swallowed_by_comment(builder: _Builder, text: str) -> Iterator[Problem]:
    """`Dokumen #2` loses its `#2` to a YAML comment; a real comment has a blank after its `#`."""
    if " #" not in text:
        return
    lines = re.split(r"\r\n|\r|\n", text)
    for line, column in builder.plain_ends:
        rest = lines[line][column:] if line < len(lines) else ""
        if found := re.match(r"\s+(#\S.*)", rest):
            yield Problem(
                builder.shown,
                line + 1,
                column + found.start(1) + 1,
                Severity.INGAT,
                "komentar",
                f'teks sejak "{_shortened(found[1])}" dianggap komentar dan hilang. '
                "Apit seluruh teks dengan tanda kutip bila itu bagian dari isinya.",
            )


def _shortened(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"


# What libyaml says -> what an officer should do. Looked up by a part of its sentence.
_SYNTAX = {
    "mapping values are not allowed": (
        "ada titik dua di dalam teks, atau jarak masuk baris ini keliru. Bila titik dua itu bagian "
        'dari teks, apit seluruh teks dengan tanda kutip ("…").'
    ),
    "found a tab character": "ada tabulasi (TAB). Ganti dengan spasi.",
    "found character that cannot start any token": (
        "teks tidak boleh diawali tanda ini. Apit seluruh teks dengan tanda kutip."
    ),
    "found unexpected end of stream": "tanda kutip yang dibuka di sini belum ditutup.",
    "found unexpected document indicator": "tanda kutip yang dibuka di sini belum ditutup.",
    "could not find expected ':'": (
        'baris ini belum lengkap: sesudah nama bagian harus ada titik dua dan spasi ("nama: isi").'
    ),
    "block sequence entries are not allowed": (
        'tanda "-" tidak dapat dimulai di sini. Tulis daftar di baris baru di bawah nama bagiannya.'
    ),
    "did not find expected '-' indicator": (
        'butir daftar harus diawali "- " dan sejajar dengan butir di atasnya.'
    ),
    "did not find expected key": (
        "jarak masuk (spasi di awal baris) tidak sejajar dengan baris di atasnya, "
        "atau ada tanda kutip di tengah teks."
    ),
    "did not find expected alphabetic or numeric character": (
        'teks tidak boleh diawali "*" atau "&". Apit seluruh teks dengan tanda kutip.'
    ),
    "found unknown escape character": (
        r'tanda "\" di dalam kutip ganda punya arti khusus. Tulis "\\", atau pakai kutip tunggal.'
    ),
    "did not find expected ',' or": (
        "tanda [ ] dan { } tidak dipakai di sini. Apit teks dengan tanda kutip."
    ),
}
_SYNTAX_ELSE = (
    "susunan tidak terbaca mulai di sini. Periksa jarak masuk, titik dua, dan tanda kutip."
)


def _syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = f"{getattr(error, 'problem', '')}"
    message = next((ours for theirs, ours in _SYNTAX.items() if theirs in said), _SYNTAX_ELSE)
    if message == _SYNTAX["found unexpected end of stream"]:
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = re.split(r"\r\n|\r|\n", text)
    if line < len(lines) and "\t" in lines[line][: column + 1]:
        message = _SYNTAX["found a tab character"]
    return Problem(shown, line + 1, column + 1, Severity.GALAT, "yaml", message)
