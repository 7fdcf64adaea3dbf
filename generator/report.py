"""Problems for a terminal, for GitHub, and as JSON."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from generator.problems import Problem, Severity


def teks(problems: Sequence[Problem]) -> str:
    """`berkas:baris:kolom: galat: …`, one a line."""
    return "".join(
        f"{_place(each)}: {each.severity}: {' '.join(each.message.split())}\n" for each in problems
    )


def github(problems: Sequence[Problem]) -> str:
    """Annotations on the lines of a pull request. GitHub shows ten of them, so the whole list
    follows as plain text for the log."""
    return "".join(map(_annotation, problems)) + teks(problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects for programs."""
    return json.dumps([asdict(each) for each in problems], ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "teks": teks,
    "github": github,
    "json": as_json,
}


def _place(problem: Problem) -> str:
    if not problem.line:
        return problem.path
    return f"{problem.path}:{problem.line}:{problem.column}"


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
