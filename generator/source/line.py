"""What stands on one line of YAML: its blanks, its dashes, a name and a value."""

import re
from dataclasses import dataclass
from functools import cached_property

_DASH = re.compile(r"-(?: +|$)")
_NAME = re.compile(
    r"""("(?:[^"\\]|\\.)*+"(?= *:)|'(?:[^']|'')*+'(?= *:)|[^\s"'#\[\]{},&*!|>%@`?:-].*?):(?= |$)"""
    r"""|("(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+') +:(?= |$)"""
)
_COMMENT = re.compile(r"(?:^| )#")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Line:
    """A line that is no part of a text above it. Columns are counted from 0."""

    number: int
    text: str

    @cached_property
    def column(self) -> int:
        """Where it begins."""
        return len(self.text) - len(self.text.lstrip(" "))

    @cached_property
    def dashes(self) -> list[int]:
        """The columns of the dashes that it begins with."""
        found = []
        here = self.column
        while dash := _DASH.match(self.text, here):
            found.append(here)
            here = dash.end()
        return found

    @cached_property
    def start(self) -> int:
        """Where what is no dash begins."""
        last = self.dashes[-1] if self.dashes else None
        if last is None:
            return self.column
        dash = _DASH.match(self.text, last)
        assert dash is not None
        return dash.end()

    @cached_property
    def _named(self) -> re.Match[str] | None:
        found = _NAME.match(self.text, self.start)
        return None if found is None or _COMMENT.search(found[1] or "") else found

    @property
    def name(self) -> str | None:
        """The name before a colon, without its quotes."""
        found = self._named
        return (found[1] or found[2]).strip(" \"'") if found else None

    @property
    def value_start(self) -> int:
        """Where the value begins: behind the name, or behind the dashes."""
        rest = self.text[self._named.end() :] if self._named else self.text[self.start :]
        return len(self.text) - len(rest.lstrip(" "))

    @property
    def value(self) -> str:
        """What stands there, with a comment behind it."""
        return self.text[self.value_start :].rstrip(" ")

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it but a comment."""
        return not (bare := self.text.lstrip(" ")) or bare.startswith("#")


def is_field(name: str) -> bool:
    """Whether a name looks like one of ours, and not like the beginning of a sentence."""
    return bool(_FIELD.fullmatch(name))


def comment_start(text: str) -> int:
    """Where a comment begins behind a text; its end where none does."""
    found = _COMMENT.search(text)
    return found.start() if found else len(text)
