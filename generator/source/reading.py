"""YAML -> plain values, and the place of every key and value.

Anyone can open a pull request, so a file is hostile until read. libyaml's event stream goes through
our own builder: its parser does not recurse, while every ready-made loader crashes on deep nesting,
and turns `NO`, `010` or `1.000` into something that nobody wrote. Here every scalar is text.
"""

import re
import stat
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from generator.source import blanks, inline, kinds, prose
from generator.source.comments import Span, comments
from generator.source.dialect import CONTENT, Dialect
from generator.source.problem import Problem, Severity
from generator.source.scan import scan
from generator.source.sheet import Sheet
from generator.source.source import Location, Place, Source, Value
from generator.source.syntax import explained
from generator.values import bare, characters, letters, quotes

MAX_BYTES = 256 * 1024
MAX_LEVELS = 16
"""Enough for a list in a list in a list in a list, wherever a list may stand."""
MAX_NODES = 20_000


LOST = "komentar"
"""The word for a text of which YAML takes a part for a comment."""

_Loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True)
class Read:
    """What a file says, and what is wrong with how it says it."""

    source: Source | None
    """Of a file without a mistake."""
    problems: list[Problem]
    rest: Source | None = None
    """What can be read of a file with mistakes, to find others in it."""
    faulty: frozenset[int] = frozenset()
    """Lines about which enough was said."""
    is_sure: bool = True
    """Whether what stands in `rest` stands where it was probably meant to."""


def read(path: Path, shown: str, dialect: Dialect = CONTENT) -> tuple[Source | None, list[Problem]]:
    """Read a file; `shown` is the path to name in problems. No source without a problem."""
    found = read_all(path, shown, dialect)
    return found.source, found.problems


def written(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a file that is no YAML, each letter being what it seems."""
    text, problem = text_of(path, shown)
    if problem:
        return None, [problem]
    faults = list(_with_places(letters.faults(text), text, shown))
    return (None, faults) if faults else (_LINE_END.sub("\n", text), [])


def text_of(path: Path, shown: str, most: int = MAX_BYTES) -> tuple[str, Problem | None]:
    """The text of a file of so many bytes at most, or why there is none."""
    data, problem = _bytes(path, shown, most)
    return ("", problem) if problem else _decoded(data, shown)


def parse(text: str, shown: str, dialect: Dialect = CONTENT) -> tuple[Source | None, list[Problem]]:
    """Read YAML that is already text."""
    found = parse_all(text, shown, dialect)
    return found.source, found.problems


def read_all(path: Path, shown: str, dialect: Dialect = CONTENT) -> Read:
    """The same, with what can be read of a file with mistakes."""
    data, problem = _bytes(path, shown)
    if problem:
        return Read(None, [problem])
    if foreign := kinds.of_another_program(data):
        return Read(None, [Problem(shown, 1, 1, Severity.GALAT, "berkas", foreign)])
    text, problem = _decoded(data, shown)
    if problem:
        return Read(None, [problem])
    return parse_all(text, shown, dialect)


def together(of_reading: list[Problem], of_content: list[Problem]) -> list[Problem]:
    """What is wrong with how a file says something and with what it says; of a part that was taken
    for a comment nothing else, and where it is missing that is a mistake."""
    wrong = {each.line for each in of_content if each.is_mistake}
    lost = {each.line for each in of_reading if each.code == LOST and each.line in wrong}
    told = [
        replace(each, severity=Severity.GALAT) if each.line in lost and each.code == LOST else each
        for each in of_reading
    ]
    return [*told, *(each for each in of_content if each.line not in lost)]


def parse_all(text: str, shown: str, dialect: Dialect = CONTENT) -> Read:
    """The same of YAML that is already text."""
    faults = sorted([*letters.faults(text), *blanks.faults(text)])
    if not faults and not _SUSPECT.search(text):
        builder = _built(text, shown, dialect)
        if builder.is_good:
            return Read(builder.source(), builder.problems)
        if builder.is_endless:
            return Read(None, builder.problems)
    told = list(_with_places(faults, text, shown))
    if "\0" in text:
        return Read(None, told)
    return _with_faults(_without(told, text), told, shown, dialect)


_SUSPECT = re.compile(
    rf"^ *(?:<{{7}}|={{7}}$|>{{7}}|```|[{characters.BULLETS}*–—+»]\ufe0f? |\(?(?:1|a)[.)] )|^%|\t",
    re.MULTILINE,
)
"""What a parser may take, and an officer did not mean."""


def _without(wrong: list[Problem], text: str) -> list[str]:
    """The lines of a text without its wrong characters."""
    lines = _lines(text.rstrip("\r\n"))
    for number in {each.line - 1 for each in wrong}:
        lines[number] = letters.repaired(blanks.plain(lines[number]))
    return lines


def _with_faults(lines: list[str], told: list[Problem], shown: str, dialect: Dialect) -> Read:
    """Every mistake of a file that has some, and what can be read of it all the same."""
    found = scan(lines, dialect)
    builder = _built("\n".join(found.lines), shown, dialect, found.moved)
    told = [*told, *_others(_syntax_problems(found, shown), told)]
    if builder.is_broken and told:
        builder.problems = [each for each in builder.problems if each.code != "yaml"]
    problems = sorted([*told, *_others(builder.problems, told)])
    if not any(problem.is_mistake for problem in problems):
        return Read(builder.source(), problems)
    rest = None if builder.is_broken or builder.is_endless else builder.source()
    faulty = frozenset(each.line for each in told)
    return Read(None, problems, rest, faulty, found.is_sure)


def _syntax_problems(found: Sheet, shown: str) -> list[Problem]:
    return [
        Problem(shown, line, column, Severity.GALAT, "yaml", said)
        for line, column, said in found.faults
    ]


def _others(problems: list[Problem], told: list[Problem]) -> list[Problem]:
    """Those of lines about which nothing was told."""
    lines = {each.line for each in told}
    return [each for each in problems if each.line not in lines]


def _built(
    text: str, shown: str, dialect: Dialect, moved: Mapping[int, int] | None = None
) -> "_Builder":
    lines = _lines(text.rstrip("\r\n"))
    builder = _Builder(shown, text, lines, dialect, moved or {})
    try:
        builder.build()
    except _StopError:
        pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # Without libyaml some faults come as Python's own errors.
        builder.is_broken = True
        builder.problems.append(_syntax_problem(error, builder))
    builder.problems += _swallowed_by_comment(builder)
    return builder


def _bytes(path: Path, shown: str, most: int = MAX_BYTES) -> tuple[bytes, Problem | None]:
    def refused(message: str) -> tuple[bytes, Problem]:
        return b"", Problem(shown, 0, 0, Severity.GALAT, "berkas", message)

    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return refused("harus berkas biasa, bukan tautan (symlink) atau berkas khusus.")
        with path.open("rb") as file:
            # It may grow meanwhile.
            data = file.read(most + 1)
        if max(status.st_size, len(data)) > most:
            return refused(f"terlalu besar: paling banyak {most // 1024} KB. Bagi berkas ini.")
        return data, None
    except OSError:
        return refused("tidak dapat dibaca. Periksa apakah berkas ada dan izin bacanya.")


def _decoded(data: bytes, shown: str) -> tuple[str, Problem | None]:
    def refused(line: int, column: int, message: str) -> tuple[str, Problem]:
        return "", Problem(shown, line, column, Severity.GALAT, "sandi", message)

    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return refused(1, 1, "berkas bersandi UTF-16. Simpan ulang sebagai UTF-8.")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        # The error's own bytes: where the file begins with a mark, they begin after it.
        before = error.object[: error.start].decode("utf-8")
        return refused(
            *_place_after(before), "huruf di sini bukan UTF-8. Simpan ulang berkas sebagai UTF-8."
        )


def _with_places(faults: list[letters.Fault], text: str, shown: str) -> Iterator[Problem]:
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    for index, message in faults:
        line = bisect_right(starts, index)
        column = index - starts[line - 1] + 1
        yield Problem(shown, line, column, Severity.GALAT, "karakter", message)


_LINE_END = re.compile(r"\r\n|\r|\n")


def _lines(text: str) -> list[str]:
    return _LINE_END.split(text)


def _place_after(before: str) -> Place:
    lines = _lines(before)
    return len(lines), len(lines[-1]) + 1


class _StopError(Exception):
    """The rest of the file cannot be read in a useful way."""


_ENDLESS = ("kosong", "dalam", "banyak")
_EMPTY = "berkas masih kosong."
_NO_MAPPING = 'isi berkas harus berupa baris-baris "nama: isi" (titik dua, lalu spasi).'
_TWO_DOCUMENTS = 'satu berkas satu dokumen: hapus baris "---" ini.'
_NO_TEXT = (
    'tulisan "{}" berarti kosong: hapus baris ini, '
    "atau apit dengan tanda kutip bila memang tulisannya."
)
_PLAIN = ("", None)
_NOTHING = ("~", "null", "Null", "NULL")
_EMPTY_FLOW = re.compile(r"\[[ \t\r\n]*\]|\{[ \t\r\n]*\}")


@dataclass
class _Builder:
    """Values, places and problems out of YAML events."""

    shown: str
    text: str
    lines: list[str]
    dialect: Dialect
    moved: Mapping[int, int]
    """By how much a line is further in than it was written."""
    root: Value = ""
    is_broken: bool = False
    """Whether the parser gave up."""
    is_endless: bool = False
    """Whether there is nothing to read, or too much."""
    keys: dict[Location, Place] = field(default_factory=dict)
    values: dict[Location, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ends: list[tuple[int, int]] = field(default_factory=list)
    """Where texts end that a comment may follow: line and column, both from 0."""
    scalars: list[Span] = field(default_factory=list)
    quoted: dict[Location, int | None] = field(default_factory=dict)
    """Texts that do not stand bare on their line."""
    nodes: int = 0

    def build(self) -> None:
        self._events = iter(_Loader(self.text).get_event, None)
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self._stop((1, 1), "kosong", _EMPTY)
        event = next(self._events)
        if getattr(event, "value", None) == "":
            self._stop((1, 1), "kosong", _EMPTY)
        if not isinstance(event, yaml.MappingStartEvent):
            self._stop(self._start(event), "susunan", _NO_MAPPING)
        self.root = self._node(event, (), 1)
        next(self._events)
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._stop(self._start(event), "dokumen", _TWO_DOCUMENTS)

    @property
    def is_good(self) -> bool:
        return not any(problem.is_mistake for problem in self.problems)

    def source(self) -> Source | None:
        """What was read, if it is a document at all."""
        if not isinstance(self.root, dict):
            return None
        said = tuple(comments(self.text, self.scalars))
        return Source(self.shown, self.root, self.keys, self.values, said, self.quoted)

    def place(self, mark: Any) -> Place:
        """Where a mark stands; libyaml puts the end of a file on a line of its own."""
        line = min(mark.line + 1, len(self.lines))
        return line, max(mark.column - self.moved.get(line, 0), 0) + 1

    def _start(self, event: Any) -> Place:
        return self.place(event.start_mark)

    def _stop(self, place: Place, code: str, message: str) -> None:
        self._refuse(place, code, message)
        self.is_endless = code in _ENDLESS
        raise _StopError

    def _refuse(self, place: Place, code: str, message: str) -> None:
        self.problems.append(Problem(self.shown, *place, Severity.GALAT, code, message))

    def _node(self, event: Any, location: Location, level: int) -> Value:
        self._guard(event, level, self.dialect.tags)
        self.values[location] = self._start(event)
        written = self._written(event, location, level)
        try:
            return self.dialect.meaning(written, event, location)
        except ValueError as error:
            self._refuse(self.values[location], "tanda", str(error))
            return ""

    def _written(self, event: Any, location: Location, level: int) -> Value:
        if isinstance(event, yaml.ScalarEvent):
            if self.dialect.is_prose:
                self._refuse_text(event, location)
            if self._raw(event) != event.value:
                self.quoted[location] = 1 if self._raw(event)[1:-1] == event.value else None
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, location, level)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, location, level)
        return ""

    def _guard(self, event: Any, level: int, tags: frozenset[str] = frozenset()) -> None:
        self.nodes += 1
        if level > MAX_LEVELS:
            message = (
                f"susunan terlalu dalam: paling banyak {MAX_LEVELS} tingkat. "
                "Tulis bagian ini sebagai teks biasa di tingkat atasnya."
            )
            self._stop(self._start(event), "dalam", message)
        if self.nodes > MAX_NODES:
            message = (
                f"terlalu banyak isi: lebih dari {MAX_NODES // 1000} ribu bagian. Bagi berkas ini."
            )
            self._stop(self._start(event), "banyak", message)
        tag = getattr(event, "tag", None)
        if event.anchor is not None or not (tag is None or tag in tags):
            self._refuse_sign(event)

    def _refuse_sign(self, event: Any) -> None:
        """The sign that gives a value a name, repeats another, or gives it a type."""
        start = event.start_mark.index
        sign, text = self.text[start], self.text[start : self._end_of_line(start)]
        if sign == "!" and self.dialect.refusal:
            self._refuse(self._start(event), "tanda", self.dialect.refusal.format(sign))
        else:
            text = inline.bare(text)
            is_text = isinstance(event, yaml.ScalarEvent) and " " in text and ": " not in text
            message = inline.OPENING.format(sign, quotes.remedy(text if is_text else ""))
            self._refuse(self._start(event), "tanda", message)

    def _end_of_line(self, start: int) -> int:
        found = _LINE_END.search(self.text, start)
        return found.start() if found else len(self.text)

    def _refuse_text(self, event: Any, location: Location) -> None:
        """What YAML makes of a text that the officer did not mean so."""
        if event.style in _PLAIN and event.value in _NOTHING:
            self._refuse(self._start(event), "kosong", _NO_TEXT.format(event.value))
        if event.start_mark.line == event.end_mark.line and "\\" not in self._raw(event):
            return
        style = event.style or ""
        if message := prose.fault(style, self._raw(event), event.value, location):
            self._refuse(self._start(event), "alinea", message)
        elif message := prose.suspicion(self._raw(event), location):
            place = self._start(event)
            self.problems.append(Problem(self.shown, *place, Severity.INGAT, "alinea", message))

    def _raw(self, event: Any) -> str:
        return self.text[event.start_mark.index : event.end_mark.index]

    def _scalar(self, event: Any) -> str:
        text: str = event.value
        self.scalars.append((event.start_mark.index, event.end_mark.index))
        # Only between double quotes are there codes such as "\u202e".
        if event.style == '"' and "\\" in self._raw(event):
            self._refuse_codes(event)
        if event.style not in _BLOCK_STYLES:
            self.ends.append((event.end_mark.line, event.end_mark.column))
        is_bare = event.style in _PLAIN and self.dialect.is_prose and self.dialect.marks_bare
        return bare.marked(text) if is_bare else text

    def _refuse_codes(self, event: Any) -> None:
        text: str = event.value
        for index, message in letters.faults(text)[:1]:
            said = f'kode "\\" di sini menghasilkan huruf yang keliru: {message}'
            if next(characters.invisible(text), None) == index:
                kind = characters.describe(text[index])
                said = f'kode "\\" di sini menjadi karakter tak terlihat ({kind}). Hapus kode itu.'
            self._refuse(self._start(event), "karakter", said)

    def _sequence(self, event: Any, location: Location, level: int) -> list[Value]:
        self._refuse_flow(event, "[ ]")
        items: list[Value] = []
        while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(inner, (*location, len(items)), level + 1))
        return items

    def _mapping(self, event: Any, location: Location, level: int) -> dict[str, Value]:
        self._refuse_flow(event, "{ }")
        pairs: dict[str, Value] = {}
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            key = self._key(inner, location, pairs)
            pairs[key] = self._node(next(self._events), (*location, key), level + 1)
        return pairs

    def _refuse_flow(self, event: Any, marks: str) -> None:
        if (
            event.flow_style
            and not self.dialect.has_brackets
            and not _EMPTY_FLOW.match(self.text, event.start_mark.index)
        ):
            message = (
                f"tanda {marks} tidak dipakai di sini. Tulis tiap isi di baris sendiri, "
                "atau apit teks dengan tanda kutip."
            )
            self._stop(self._start(event), "kurung", message)

    def _key(self, event: Any, location: Location, siblings: Mapping[str, Value]) -> str:
        place = self._start(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._stop(place, "kunci", 'nama bagian harus berupa teks: "nama: isi".')
        self._guard(event, 1)
        key = self._scalar(event)
        if key == "<<":
            self._refuse(place, "gabung", 'tanda "<<" tidak dipakai di sini. Hapus.')
        if key != " ".join(key.split()):
            name = characters.shown(key)
            message = f'nama bagian "{name}" memuat spasi yang tidak biasa. Ketik ulang nama itu.'
            self._refuse(place, "kunci", message)
        if key in siblings:
            line, name = self.keys[*location, key][0], characters.shown(key)
            message = f'bagian "{name}" sudah ditulis di baris {line}. Gabungkan atau hapus satu.'
            self._refuse(place, "ganda", message)
        else:
            self.keys[*location, key] = place
        return key


_BLOCK_STYLES = ("|", ">")


# What YAML takes for a comment. A text that people read has none behind it on its line: there `#`
# is meant as a part of it, but where two blanks stand before the sign and one behind, as who knows
# of comments writes them. For programs one with a blank after the sign is.
_SWALLOWED = re.compile(r"(?:[ \t]+(?=#\S)|[ \t](?=#[ \t]))(#[ \t]*\S.*)")
_SWALLOWED_TEXT = re.compile(r"[ \t]+(#\S.*)")


def _swallowed_by_comment(builder: _Builder) -> Iterator[Problem]:
    """`Dokumen #2` loses its `#2`."""
    swallowed = _SWALLOWED if builder.dialect.is_prose else _SWALLOWED_TEXT
    for line, column in builder.ends:
        if line < len(builder.lines) and (found := swallowed.match(builder.lines[line], column)):
            yield Problem(
                builder.shown,
                line + 1,
                found.start(1) + 1,
                Severity.INGAT,
                LOST,
                f'teks sejak "{characters.shown(found[1])}" dianggap komentar dan hilang. '
                "Apit seluruh teks dengan tanda kutip bila itu bagian dari isinya; bila memang "
                "komentar, pindahkan ke barisnya sendiri.",
            )


def _syntax_problem(error: Exception, builder: _Builder) -> Problem:
    message, mark = explained(error)
    place = builder.place(mark) if mark else (1, 1)
    return Problem(builder.shown, *place, Severity.GALAT, "yaml", message)
