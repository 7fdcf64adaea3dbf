"""Problems for a terminal, for GitHub, and as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import groupby
from pathlib import Path

from generator.source.problem import Problem, Severity
from generator.values.characters import visible

MOST = 50
"""So many problems of one file are told to a person; who has mended them sees the next."""


def teks(problems: Sequence[Problem]) -> str:
    """`berkas:baris:kolom: galat: …`, one a line."""
    return "".join(map(_line, _first(problems)))


def github(problems: Sequence[Problem]) -> str:
    """Annotations on the lines of a pull request. GitHub shows ten of them, so the whole list
    follows as plain text for the log."""
    return "".join(map(_annotation, _first(problems))) + teks(problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects for programs: every problem."""
    return json.dumps([asdict(each) for each in problems], ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "teks": teks,
    "github": github,
    "json": as_json,
}


def within_repository(problems: Sequence[Problem], root: Path) -> list[Problem]:
    """The same with paths from the root of the repository that the project lies in, as GitHub
    needs them."""
    repository = next((each for each in (root, *root.parents) if (each / ".git").exists()), root)
    prefix = root.relative_to(repository)
    return [replace(each, path=(prefix / each.path).as_posix()) for each in problems]


def _first(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of each file, mistakes before warnings, and how many more there are."""
    for path, group in groupby(problems, key=lambda each: each.path):
        by_weight = sorted(group, key=lambda each: not each.is_mistake)
        yield from sorted(by_weight[:MOST])
        if rest := by_weight[MOST:]:
            yield Problem(path, 0, 0, rest[0].severity, "banyak", _more(rest))


def _more(rest: list[Problem]) -> str:
    mistakes = sum(each.is_mistake for each in rest)
    counts = [
        f"{count} {what}"
        for count, what in ((mistakes, "kesalahan"), (len(rest) - mistakes, "peringatan"))
        if count
    ]
    return f"{' dan '.join(counts)} lagi di berkas ini; terlihat sesudah yang di atas diperbaiki."


def _line(problem: Problem) -> str:
    message = visible(" ".join(problem.message.split()))
    return f"{_place(problem)}: {problem.severity}: {message}\n"


def _place(problem: Problem) -> str:
    path = visible(problem.path)
    return f"{path}:{problem.line}:{problem.column}" if problem.line else path


def _annotation(problem: Problem) -> str:
    level = "error" if problem.severity is Severity.GALAT else "warning"
    where = f"file={_property(problem.path)}"
    if problem.line:
        where += f",line={problem.line},col={problem.column}"
    return f"::{level} {where}::{_data(problem.message)}\n"


def _data(text: str) -> str:
    """GitHub's escapes for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """GitHub's escapes for a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
