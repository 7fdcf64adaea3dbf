"""Lines that a program left in a file, and that are no part of it."""

import re
from collections.abc import Iterator

_CONFLICT = re.compile(r"<{7}(?: |$)")
_BASE = re.compile(r"\|{7}(?: |$)")
_MIDDLE = re.compile(r"={7}$")
_END = re.compile(r">{7}(?: |$)")
_FENCE = re.compile(r" *```")

CONFLICT = (
    "dua versi belum dipilih di sini. Hapus salah satu versi, juga tiga baris yang diawali "
    '"<<<<<<<", "=======" dan ">>>>>>>".'
)
LEFT_OVER = 'baris ini sisa penggabungan dua versi ("{}"). Hapus baris ini.'
FENCE = 'hapus baris "```" ini, juga penutupnya.'

Fault = tuple[int, int, str]
"""The number of a line, from 0, a column, and what is wrong."""


def removed(lines: list[str]) -> Iterator[Fault]:
    """Empties each such line; of two versions the first is kept."""
    yield from _conflicts(lines)
    yield from _fences(lines)


def _conflicts(lines: list[str]) -> Iterator[Fault]:
    is_dropped = is_inside = False
    for number, line in enumerate(lines):
        is_end = bool(_END.match(line))
        if _CONFLICT.match(line):
            is_inside, is_dropped = True, False
            yield number, 0, CONFLICT
        elif is_inside and (_MIDDLE.match(line) or _BASE.match(line)):
            is_dropped = True
        elif is_end and not is_inside:
            yield number, 0, LEFT_OVER.format(">>>>>>>")
        elif _MIDDLE.match(line):
            yield number, 0, LEFT_OVER.format("=======")
        elif not is_dropped:
            continue
        lines[number] = ""
        if is_end:
            is_inside = is_dropped = False


def _fences(lines: list[str]) -> Iterator[Fault]:
    is_open = False
    for number, line in enumerate(lines):
        if fence := _FENCE.match(line):
            lines[number] = ""
            if not is_open:
                yield number, fence.end() - 3, FENCE
            is_open = not is_open
