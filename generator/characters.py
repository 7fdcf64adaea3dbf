"""Which characters a text may hold."""

import re

# Characters that change what is seen without being seen, under the name that an officer is told.
_KINDS = {
    "karakter kendali": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    # U+202E turns a name around.
    "pengatur arah tulisan": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    # Among them the soft hyphen, which a text copied from a PDF brings along.
    "karakter tanpa lebar": "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d"
    "\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff",
    # Line ends that only some programs know.
    "pemisah baris": "\u2028\u2029",
    # Halves and ends of the code table, which no file may hold.
    "karakter rusak": "\ufffe\uffff\ud800-\udfff",
}
_INVISIBLE = re.compile(f"[{''.join(_KINDS.values())}]")


def first_invisible(text: str) -> int | None:
    """The index of the first character that a reader cannot see, or None."""
    found = _INVISIBLE.search(text)
    return found.start() if found else None


def describe(character: str) -> str:
    """How to name an invisible character in a message: `pengatur arah tulisan, U+202E`."""
    kind = next(kind for kind, members in _KINDS.items() if re.match(f"[{members}]", character))
    return f"{kind}, U+{ord(character):04X}"


def shown(text: str) -> str:
    """A text as a message may repeat it: short, on one line, with nothing invisible in it."""
    line = _INVISIBLE.sub("\ufffd", " ".join(text.split()))
    return line if len(line) <= 30 else line[:29] + "…"


def _grouped(*sizes: int) -> str:
    """Digits in groups with gaps between them, and not part of a longer row of groups."""
    groups = r"[\s.\-]{1,2}".join(rf"\d{{{size}}}" for size in sizes)
    return rf"(?<!\d[\s.\-]){groups}(?![\s.\-]\d)"


# A NIP is a birth date, the month of appointment, the sex and a number. By these it is known
# however its digits are spaced, and also beside other numbers.
_NIP = r"[\s./\-]{0,2}".join(
    r"[12] [09] \d \d [01] \d [0-3] \d [12] [09] \d \d \d \d [12] \d \d \d".split()
)
# What is spaced like a NIK but is four years is not one.
_NO_YEARS = r"(?!(?:(?:19|20)\d\d\D{1,2}){3})"
_NIK = "|".join(
    (
        r"\d{16}",
        _NO_YEARS + _grouped(4, 4, 4, 4),
        _grouped(6, 6, 4),
        _grouped(2, 2, 2, 6, 4),
        _grouped(*[1] * 16),
    )
)
# Beside a letter from a to f, digits belong to the SHA-256 of a file.
_PERSONAL = re.compile(
    rf"(?<![\da-f])(?:(?P<NIP>\d{{18}}|{_NIP}|{_grouped(8, 6, 1, 3)})|(?P<NIK>{_NIK}))(?![\da-f])"
)


# Most texts have no such row of digits, and this search is much the quicker.
_MANY_DIGITS = re.compile(r"\d(?:[\s./\-]{0,2}\d){15}")


def personal_number(text: str) -> str | None:
    """The first number of a person in a text: `NIP` (18 digits), `NIK` (16 digits) or None."""
    found = _MANY_DIGITS.search(text) and _PERSONAL.search(text)
    return found.lastgroup if found else None
