"""The lines of `content/riwayat.yml`.

It grows for ever, so an event that stands there as the program wrote it is known by its lines
alone. One that an officer edited is read as every file is, and told of like one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from generator.content.history import HEAD, History
from generator.model import formatting
from generator.model.documents import Peristiwa, Riwayat
from generator.model.names import FAMILIES
from generator.model.validation import validate, validate_rest
from generator.source import dialect
from generator.source.problem import Problem, Severity
from generator.source.reading import MAX_BYTES, parse_all, text_of
from generator.values import letters
from generator.values.contacts import private_contact
from generator.values.fields import MAX_LIST, MAX_TEXT
from generator.values.personal import may_hold
from generator.values.slugs import ADDRESS

UNTIDY = "urutan"
"""The code of what `iki format` puts right by itself."""
_MOST_BYTES = 1 << 30
_TOGETHER = 200
"""So many events are read at once that must be read as YAML."""

_CONTENT = replace(dialect.CONTENT, families=FAMILIES)
_LIST = "riwayat:\n"
_TEXTS = {"bagian": MAX_TEXT, "semula": MAX_LIST, "menjadi": MAX_LIST, "alasan": MAX_TEXT}
"""The words of an event, each with how long they may be."""
_WORDS = "".join(rf'(?:    {name}: "((?:[^"\\\n]|\\["\\])++)"\n)?' for name in _TEXTS)
_EVENT = re.compile(
    r"  - tanggal: ([0-9]{4}-[0-9]{2}-[0-9]{2})\n"
    rf"    alamat: ({ADDRESS})\n    jenis: (koreksi|ditarik|terbit)\n{_WORDS}"
)
_TOP = re.compile(
    r"((?:[ \t]*(?:#[^\n]*)?\n)*+(?:komit:[^\n]*\n)?)riwayat:[ \t]*(\[\])?[ \t]*(?:\n|\Z)"
)
_BEGINNING = re.compile(r"^  - ", re.MULTILINE)
_STRANGE = re.compile(r"^(?!  |#|[ \t]*$)", re.MULTILINE)
"""A line at the edge, where all lines of an event stand further in."""
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7}).*$", re.MULTILINE)
_CODE = re.compile(r'\\(["\\])')
_DIGITS = re.compile(r"(?:\d[\W_]*+){9}")
"""Fewer digits together are no number of a person, nor of a telephone."""


def read(path: Path, shown: str) -> tuple[History, list[Problem]]:
    """What a file says, and what is wrong with it."""
    text, problem = text_of(path, shown, _MOST_BYTES)
    return (History(shown), [problem]) if problem else parse(text, shown)


def parse(text: str, shown: str) -> tuple[History, list[Problem]]:
    """The same for lines that are already text."""
    reader = _Reader(shown)
    reader.read(_plain(text))
    return reader.history(), reader.problems


def formatted(text: str, shown: str) -> tuple[str | None, list[Problem]]:
    """The file as it should be written, in the order of the days; nothing where it has mistakes."""
    text = _plain(text)
    history, problems = parse(text, shown)
    if any(each.is_mistake for each in problems):
        return None, problems
    file = _split(text)
    if file is None:
        return formatting.formatted(text, shown, Riwayat)
    top, _ = formatting.formatted(f"{file.top}riwayat: []\n", shown, Riwayat)
    days = sorted(
        zip((each.tanggal for each in history.events), file.blocks, strict=True), key=_day
    )
    blocks = "".join(_block(block, shown) for _, block in days)
    assert top is not None
    return (f"{top.removesuffix('riwayat: []' + chr(10))}{_LIST}{blocks}" if days else top), []


def with_events(text: str, events: Iterable[Peristiwa], komit: str) -> str:
    """A file without mistakes with more events, and the state that is published with them; the rest
    of it is left as it is."""
    file = _split(_plain(text))
    if file is None:
        return _whole(parse(text, "")[0].events, events, komit)
    top = re.sub(r"^komit:.*\n", "", file.top, flags=re.MULTILINE)
    return _file(top, komit, [*file.blocks, *map(_text, events)])


def _whole(old: Iterable[Peristiwa], new: Iterable[Peristiwa], komit: str) -> str:
    return _file("".join(f"{line}\n" for line in HEAD), komit, map(_text, (*old, *new)))


def _file(top: str, komit: str, blocks: Iterable[str]) -> str:
    body = "".join(each if each.endswith("\n") else f"{each}\n" for each in blocks)
    return f'{top}komit: "{komit}"\n' + (f"{_LIST}{body}" if body else "riwayat: []\n")


def _text(event: Peristiwa) -> str:
    """An event as it is written."""
    lines = [f"  - tanggal: {event.tanggal.isoformat()}", f"    alamat: {event.alamat}"]
    lines.append(f"    jenis: {event.jenis}")
    words = {name: getattr(event, name) for name in _TEXTS}
    lines += (f"    {name}: {_quoted(text)}" for name, text in words.items() if text)
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    escaped = re.sub(r'(["\\])', r"\\\1", text)
    return f'"{escaped}"'


def _day(dated: tuple[date, str]) -> date:
    return dated[0]


def _plain(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain if plain.endswith("\n") else f"{plain}\n"


@dataclass(frozen=True)
class _Split:
    """A file whose events begin where the program begins them."""

    top: str
    """Whatever stands before the list."""
    blocks: list[str]
    """The lines of each event."""
    start: int
    """The line of the first."""


def _split(text: str) -> _Split | None:
    found = _TOP.match(text)
    if found is None:
        return None
    body = text[found.end() :]
    starts = [each.start() for each in _BEGINNING.finditer(body)]
    is_regular = not (_STRANGE.search(body) or (found[2] and body.strip()))
    if not is_regular or (starts and body[: starts[0]].strip()) or (body.strip() and not starts):
        return None
    blocks = [body[start:end] for start, end in pairwise([*starts, len(body)])]
    before = text[: found.end()] + (body[: starts[0]] if starts else "")
    return _Split(found[1], blocks, before.count("\n") + 1)


def _block(block: str, shown: str) -> str:
    """An event as it should be written, with its comments."""
    if _EVENT.fullmatch(block):
        return block
    text, _ = formatting.formatted(_LIST + block, shown, Riwayat)
    assert text is not None
    return text.removeprefix(_LIST)


@cache
def _as_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@dataclass
class _Reader:
    shown: str
    komit: str | None = None
    events: list[Peristiwa] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def history(self) -> History:
        return History(self.shown, self.komit, tuple(self.events), tuple(self.lines))

    def read(self, text: str) -> None:
        if conflicts := list(_CONFLICT.finditer(text)):
            for each in conflicts:
                self._refuse(text, each.start(), _IN_CONFLICT)
            return
        file = _split(text)
        if file:
            self._as_yaml(f"{file.top}riwayat: []\n", 0)
            self._in_blocks(file)
        elif (found := _TOP.match(text)) and len(text) > MAX_BYTES:
            strange = _STRANGE.search(text, found.end())
            self._refuse(text, strange.start() if strange else found.end(), _NO_EVENT)
        else:
            self._as_yaml(text, 0)

    def _refuse(self, text: str, place: int, message: str) -> None:
        line = text.count("\n", 0, place) + 1
        self.problems.append(Problem(self.shown, line, 1, Severity.GALAT, "baris", message))

    def _in_blocks(self, file: _Split) -> None:
        """Each event by its lines; those that are no such lines as YAML, some at a time."""
        numbered = list(_numbered(file))
        pairs = zip(numbered, map(_known, file.blocks), strict=True)
        for is_known, group in groupby(pairs, key=lambda pair: pair[1] is not None):
            if is_known:
                self._take([(line, event) for (line, _), event in group if event])
            else:
                self._together([block for block, _ in group])

    def _take(self, found: list[tuple[int, Peristiwa]]) -> None:
        self.lines += (line for line, _ in found)
        self.events += (event for _, event in found)

    def _together(self, blocks: list[tuple[int, str]]) -> None:
        for start in range(0, len(blocks), _TOGETHER):
            some = blocks[start : start + _TOGETHER]
            before = len(self.problems)
            self._as_yaml(_LIST + "".join(block for _, block in some), some[0][0] - 2)
            if len(some) > 1 and any(each.is_mistake for each in self.problems[before:]):
                # One fault must not hide the others.
                del self.problems[before:]
                for line, block in some:
                    self._as_yaml(_LIST + block, line - 2)

    def _as_yaml(self, text: str, above: int) -> None:
        """Read lines as every file is read; so many lines stand above them."""
        found = parse_all(text, self.shown, _CONTENT)
        problems = list(found.problems)
        if found.source is None:
            problems += validate_rest(found, Riwayat)
        else:
            document, others = validate(found.source, Riwayat)
            problems += others
            if document:
                self.komit = document.komit or self.komit
                places = (("riwayat", number) for number in range(len(document.riwayat)))
                lines = [found.source.values[way][0] + above for way in places]
                self._take(list(zip(lines, document.riwayat, strict=True)))
        self.problems += (
            replace(each, line=each.line + above) if each.line else each for each in problems
        )


_IN_CONFLICT = (
    "ini tanda bentrokan dari penggabungan. Hapus baris tanda ini dan simpan yang ada di "
    "antaranya, lalu jalankan `iki format`."
)
_NO_EVENT = (
    'baris ini tidak terbaca. Tiap perubahan diawali dua spasi, "-", dan satu spasi, seperti yang '
    "di atasnya."
)


def _numbered(file: _Split) -> Iterator[tuple[int, str]]:
    line = file.start
    for block in file.blocks:
        yield line, block
        line += block.count("\n")


def _known(block: str) -> Peristiwa | None:
    """The event of lines as the program writes them, if nothing about them needs a second look."""
    found = _EVENT.fullmatch(block)
    if found is None or (day := _as_date(found[1])) is None:
        return None
    words = dict(zip(_TEXTS, found.groups()[3:], strict=True))
    if _is_odd(block, words):
        return None
    texts = {name: text and _without_codes(text) for name, text in words.items()}
    values: dict[str, Any] = {"tanggal": day, "alamat": found[2], "jenis": found[3], **texts}
    return Peristiwa.model_construct(**values)


def _without_codes(text: str) -> str:
    return _CODE.sub(lambda found: found[1], text) if "\\" in text else text


def _is_odd(block: str, words: Mapping[str, str | None]) -> bool:
    """Whether lines hold blanks, letters or digits that may be wrong, or too many of them."""
    if any(text and _is_untidy(text, _TEXTS[name]) for name, text in words.items()):
        return True
    if block.isascii() and block.replace("\n", "").isprintable():
        return bool("@" in block or any(text and _DIGITS.search(text) for text in words.values()))
    texts = [text for text in words.values() if text]
    return bool(letters.faults(block)) or any(may_hold(t) or private_contact(t) for t in texts)


def _is_untidy(text: str, most: int) -> bool:
    return len(text) > most or "  " in text or text[0].isspace() or text[-1].isspace()
