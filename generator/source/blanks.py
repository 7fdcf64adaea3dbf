"""Blanks that look like a plain one and are none, where YAML needs plain ones.

Word and WhatsApp write them. Between the words of a text they are right; before a text YAML takes
them for a letter, and what it then says blames another line.
"""

import re
from collections.abc import Iterator

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ANY = re.compile(f"[{_ODD}]")
# It looks ahead because before 3.11.5 Python does not give back a dash that it took for good.
_DASHES = r"[ \t]*+(?:(?=-[ \t])-[ \t]++)*+"
_KEY = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_BEFORE_A_TEXT = re.compile(rf"(?:{_DASHES}(?:-|{_KEY}[ \t]*:[ \t]*)?)([{_ODD}]+)")
_INDENTATION = re.compile(rf"[ \t]*([{_ODD}]+)")
_OPENS_BLOCK = re.compile(rf"({_DASHES})(\S.*:[ \t]++)?[|>][-+0-9]*[ \t]*(?:#.*)?$")


def faults(text: str) -> Iterator[tuple[int, str]]:
    """The index of each misplaced blank, and what is wrong with it."""
    if not _ANY.search(text):
        return
    block: int | None = None
    for found in re.finditer(r"[^\r\n]+", text):
        line = found[0]
        depth = len(line) - len(line.lstrip(" "))
        is_in_block = block is not None and depth > block
        if odd := (_INDENTATION if is_in_block else _BEFORE_A_TEXT).match(line):
            yield found.start() + odd.start(1), _message(odd[1])
        if not is_in_block:
            block = _depth_of_block(line)


def plain(line: str) -> str:
    """A line with plain blanks only."""
    return _ANY.sub(" ", line)


def _depth_of_block(line: str) -> int | None:
    """How far in the text stands that a line opens a block of text for, if it does."""
    opens = _OPENS_BLOCK.match(line)
    if opens is None:
        return None
    return len(opens[1]) if opens[2] else max(opens[1].rfind("-"), 0)


def _message(blanks: str) -> str:
    count = "" if len(blanks) == 1 else f"{len(blanks)} "
    kind = f"U+{ord(blanks[0]):04X}"
    return f"ada {count}spasi khusus ({kind}) di sini: hapus dan ketik {count}spasi biasa."
