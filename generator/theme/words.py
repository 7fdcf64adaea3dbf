"""Every word that a reader sees and that is not content: `theme/words/id.yml`."""

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from generator.source.reading import parse

Words = SimpleNamespace
"""By page or component, then by name: `w.cari.semua`. A name that is not there is an error."""


def load(theme: Path) -> Words:
    """The words of a theme. They are read like content: no word becomes a truth or a number."""
    return _read((theme / "words" / "id.yml").read_text("utf-8"))


@cache
def _read(text: str) -> Words:
    """Pages, templates and the check ask for the same words."""
    source, problems = parse(text, "theme/words/id.yml")
    assert source is not None, problems
    words: Words = _named(source.value)
    return words


def _named(value: Any) -> Any:
    if isinstance(value, dict):
        return Words(**{name: _named(inner) for name, inner in value.items()})
    return value
