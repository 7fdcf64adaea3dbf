"""Which characters a text may hold."""

import re
import unicodedata

# Characters that change what is seen without being seen: control characters, directions (U+202E
# turns a name around), zero widths, line separators that only some programs know, and halves or
# ends of the code table that no file may hold.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def first_invisible(text: str) -> int | None:
    """The index of the first character that a reader cannot see, or None."""
    found = _INVISIBLE.search(text)
    return found.start() if found else None


def describe(character: str) -> str:
    """How to name an invisible character in a message: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


# 18 digits are a NIP (it holds a birth date), 16 a NIK; people space both in several ways.
_LONG_NUMBER = re.compile(r"(?<!\d)\d(?:[ .\-\u00a0]?\d){15}(?:(?:[ .\-\u00a0]?\d){2})?(?!\d)")
_ONLY_YEARS = re.compile(r"(?:(?:19|20)\d\d[ .\-\u00a0]?)+")


def personal_number(text: str) -> str | None:
    """The first NIP or NIK in a text, as `NIP` or `NIK`; a row of years is neither."""
    for found in _LONG_NUMBER.finditer(text):
        if not _ONLY_YEARS.fullmatch(found[0]):
            return "NIP" if sum(map(str.isdigit, found[0])) == 18 else "NIK"
    return None
