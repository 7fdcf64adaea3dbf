"""The files of two states, read: the documents, and what is no document, as text."""

import difflib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import workers
from generator.content import ledger, leftovers, loading
from generator.content.content import Content
from generator.content.ledger_lines import UNTIDY
from generator.content.loading import FOLDER_FILES, Reading
from generator.content.public import public
from generator.settings import Iki
from generator.source.problem import Problem
from generator.values.characters import visible
from generator.values.personal import masked

Files = Mapping[str, bytes]
"""Every file below `content/`, by its path there."""

MAX_LINES = 2_000
"""Of longer files nobody reads which lines differ."""
_NAME = "content"


@dataclass(frozen=True)
class TextChange:
    """A file that differs and that the rules of today cannot read, as text."""

    kind: str
    """`tambah`, `hapus` or `ubah`."""
    path: str
    reason: str
    """Why it cannot be read; empty where it is no document."""
    lines: list[tuple[str, str]]
    """Each line that differs, behind `+` or `-`; behind a blank what stands around them."""
    is_cut: bool
    """Whether there are too many lines to hold against each other."""


@dataclass(frozen=True)
class Sides:
    """Two states of the content."""

    old: Content
    new: Content
    texts: list[TextChange]
    hidden: list[str]
    """Files in which only the holder of a position is another one, whom the site does not show."""


def of_folder(folder: Path) -> dict[str, bytes]:
    """The files of a folder; of a link where it leads to, as git has it."""
    found: dict[str, bytes] = {}
    for here, folders, names in os.walk(folder):
        links = [name for name in folders if Path(here, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*names, *links]):
            path = Path(here, name)
            if _counts(name):
                found[path.relative_to(folder).as_posix()] = _data(path)
    return found


def _counts(name: str) -> bool:
    return not name.startswith(".") and not leftovers.is_leftover(name)


def _data(path: Path) -> bytes:
    return os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()


def read(old: Files, new: Files, iki: Iki) -> Sides:
    """Both states with drafts, without what the site does not show: of what lies in agencies only
    those of which a file differs. Of the others nothing can have changed, and reading takes most of
    the time; their positions are missing only where a page leads to others of its kind."""
    differing = sorted(path for path in {*old, *new} if old.get(path) != new.get(path))
    agencies = {_agency(path) for path in differing}

    def counts(path: str) -> bool:
        return _is_of_folder(path) or _agency(path) in agencies

    kept = [{path: side[path] for path in side if counts(path)} for side in (old, new)]
    before, after = workers.spread(_read, kept, workers.available() if len(agencies) > 1 else 1)
    texts = [
        _text(path, old, new, (before, after))
        for path in differing
        if not (_is_read(path, old, before) and _is_read(path, new, after))
    ]
    shown = tuple(public(each.content, iki, with_drafts=True) for each in (before, after))
    hidden = sorted({*_differing(before.content, after.content)} - {*_differing(*shown)})
    return Sides(shown[0], shown[1], texts, hidden)


def _differing(old: Content, new: Content) -> Iterator[str]:
    for key, entry in new.entries.items():
        if key in old.entries and old.entries[key].document != entry.document:
            yield entry.source.path


def _agency(path: str) -> tuple[str, ...]:
    return tuple(path.split("/")[:2])


def _is_of_folder(path: str) -> bool:
    """Whether a file says what a folder is, or is the glossary."""
    return path.rpartition("/")[2] in FOLDER_FILES or "/" not in path


def _read(files: Files) -> Reading:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, _NAME)
        root.mkdir()
        for path, data in files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        return loading.load(root, _NAME)


def _is_read(path: str, files: Files, reading: Reading) -> bool:
    """Whether a file is a document on this side, or is not there."""
    if path not in files:
        return True
    if path == "istilah.yml":
        return reading.content.istilah is not None
    if path == ledger.NAME:
        return not any(_is_of(path, each) and each.code != UNTIDY for each in reading.problems)
    parts = path.removesuffix(".yml").split("/")
    depth = len(parts) - 1
    is_folder = 0 < depth <= len(FOLDER_FILES) and path.endswith(f"/{FOLDER_FILES[depth - 1]}")
    key = tuple(parts[:-1] if is_folder else parts)
    entry = reading.content.entries.get(key)
    return entry is not None and entry.source.path == f"{_NAME}/{path}"


def _text(path: str, old: Files, new: Files, readings: tuple[Reading, Reading]) -> TextChange:
    before, after = (_lines(side.get(path, b"")) for side in (old, new))
    kind = "ubah" if path in old and path in new else "tambah" if path in new else "hapus"
    before, after = _around_changes(before, after)
    is_cut = len(before) + len(after) > MAX_LINES
    lines = [] if is_cut else list(_line_by_line(before, after))
    return TextChange(kind, visible(path), _reason(path, readings), lines, is_cut)


def _reason(path: str, readings: tuple[Reading, Reading]) -> str:
    """The first mistake that the check finds in it: now, else before."""
    for reading in reversed(readings):
        for problem in sorted(reading.problems):
            if _is_of(path, problem) and problem.is_mistake:
                return _told(problem)
    return ""


def _is_of(path: str, problem: Problem) -> bool:
    return problem.path == f"{_NAME}/{path}"


def _told(problem: Problem) -> str:
    where = f"baris {problem.line}: " if problem.line else ""
    return where + visible(" ".join(problem.message.split()))


def _lines(data: bytes) -> list[str]:
    """Without what cannot be seen, and without the numbers of persons."""
    return [visible(masked(each)) for each in data.decode("utf-8-sig", "replace").splitlines()]


def _around_changes(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """Without the lines that both begin or end with, but for the nearest."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    head, tail = max(start - 1, 0), max(end - 1, 0)
    return before[head : len(before) - tail], after[head : len(after) - tail]


def _line_by_line(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    for line in list(difflib.unified_diff(before, after, lineterm="", n=1))[2:]:
        if not line.startswith("@@"):
            yield line[0], line[1:]
