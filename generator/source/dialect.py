"""What a kind of file takes of YAML."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.source.source import Location, Value


@dataclass(frozen=True)
class Dialect:
    """What a kind of file takes of YAML beside texts in lines of their own: content, nothing."""

    is_prose: bool = True
    """Whether people read its texts: `null` is none, and several lines are no text in one."""
    has_brackets: bool = False
    tags: frozenset[str] = frozenset()
    refusal: str = ""
    """What to say of any other tag, where such a sign is not taken for the beginning of a text."""
    marks_bare: bool = True
    """Whether texts are told apart that other readers take for something else."""
    families: tuple[frozenset[str], ...] = ()
    """The names that stand together in a mapping, by which it is told where a line was meant to
    stand."""
    mappings: frozenset[str] = frozenset()
    """The names that hold other names, and never a list."""
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The names that items of a list have and hardly anything else, by the name of the list."""
    meaning: Callable[[Value, Any, Location], Value] = lambda value, event, location: value
    """What a value means by its event; raises ValueError with what to tell an officer."""


CONTENT = Dialect()
