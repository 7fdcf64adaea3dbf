"""The comments of a YAML file, which no loader keeps, but which are published with the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
"""Where a text begins and ends: the index of its first character, and of the one behind it."""

_COMMENT = re.compile(r"#[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_REST_OF_LINE = re.compile(r"[^\r\n]*")


def comments(text: str, scalars: Iterable[Span]) -> Iterator[tuple[tuple[int, int], str]]:
    """Line and column of each comment, and what it says. Between two texts of a file there are only
    signs of YAML, so every `#` there begins one."""
    lines = [0, *(found.end() for found in _LINE_END.finditer(text))]
    here = 0
    for start, end in (*scalars, (len(text), len(text))):
        for found in _COMMENT.finditer(text, here, _first_of(text, start)):
            line = bisect_right(lines, found.start())
            yield (line, found.start() - lines[line - 1] + 1), found[0]
        here = max(here, end)


def _first_of(text: str, start: int) -> int:
    """Where a text really begins: that of a block does on the line below its sign."""
    if text[start : start + 1] not in ("|", ">"):
        return start
    rest = _REST_OF_LINE.match(text, start)
    assert rest is not None
    return rest.end()
