"""Which characters a text may hold."""

import re
import unicodedata
from collections.abc import Iterator

from generator.values.personal import masked

# Characters that change what is seen without being seen, under the name that an officer is told.
_KINDS = {
    "karakter kendali": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    # U+202E turns a name around.
    "pengatur arah tulisan": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    # Among them the soft hyphen, which a text copied from a PDF brings along.
    "karakter tanpa lebar": "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d"
    "\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff",
    # Line ends that only some programs know.
    "pemisah baris": "\u2028\u2029",
    # Halves and ends of the code table, which no file may hold.
    "karakter rusak": "\ufdd0-\ufdef\ud800-\udfff"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)),
}
_INVISIBLE = re.compile(f"[{''.join(_KINDS.values())}]")
BULLETS = (
    "•·▪◦●○\u2023\u2043\u204c\u204d\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff"
)
"""Signs that stand before the items of a list in other programs, as part of a pattern."""
_BLANKS = re.compile(r"[ \t\r\n]+")


def first_invisible(text: str) -> int | None:
    """The index of the first character that a reader cannot see, or None."""
    found = _INVISIBLE.search(text)
    return found.start() if found else None


def invisible(text: str) -> Iterator[int]:
    """The index of each character that a reader cannot see, of a row of the same one the first.
    A text with a NUL in it is no text, and the rest would only say so again."""
    for found in _INVISIBLE.finditer(text):
        if not found.start() or text[found.start() - 1] != found[0]:
            yield found.start()
        if found[0] == "\0":
            return


def without_invisible(text: str) -> str:
    """A text without what a reader cannot see."""
    return _INVISIBLE.sub("", text)


def one_line(text: str) -> str:
    """A text without its line breaks and double blanks; other blanks than these are kept."""
    return _BLANKS.sub(" ", text).strip()


def describe(character: str) -> str:
    """How to name an invisible character in a message: `pengatur arah tulisan, U+202E`."""
    kind = next(kind for kind, members in _KINDS.items() if re.match(f"[{members}]", character))
    return f"{kind}, U+{ord(character):04X}"


def shown(text: str) -> str:
    """A text as a message may repeat it: short, on one line, with nothing invisible in it, and no
    number of a person."""
    line = masked(_INVISIBLE.sub("\ufffd", " ".join(text.split())))
    return line if len(line) <= 30 else line[:29] + "…"


def may_repeat(text: str) -> bool:
    """Whether a message may repeat a text as it is: all of it is seen, and it is no number of a
    person."""
    return first_invisible(text) is None and masked(text) == text


def visible(text: str) -> str:
    r"""A text on one line: what cannot be seen is written as a code, `\u001b`. A line break in the
    name of a file could otherwise give orders to whoever reads the log."""
    return "".join(
        f"\\u{ord(each):04x}" if unicodedata.category(each) in _UNSEEN else each for each in text
    )


_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


_STEPS = 8


def way(names: list[str]) -> str:
    """A way from name to name as a message may tell it: `a → b → a`, a long one by its ends."""
    told = names if len(names) <= _STEPS else [*names[: _STEPS - 1], "…", names[-1]]
    return " → ".join(told)
