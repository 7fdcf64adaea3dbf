"""A text between the quotes that YAML needs, as an officer types it."""

import re

from generator.values.characters import may_repeat, shown

LONGEST = 90
"""A text up to this length is repeated in a message as it should be typed."""


def quoted(text: str) -> str:
    """A text as YAML takes it whatever it holds."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def can_repeat(text: str) -> bool:
    """Whether a message may say a whole text again."""
    return len(text) <= LONGEST and may_repeat(text)


def repeated(text: str) -> str:
    """A text as a message says it again, cut short where it must be."""
    return text if can_repeat(text) else shown(text)


def typed(text: str) -> str:
    """A text as it is to be typed behind a name: between quotes where YAML needs them."""
    return quoted(text) if _NEEDS_QUOTES.search(text) and can_repeat(text) else repeated(text)


_NEEDS_QUOTES = re.compile(r"""^[-?] |^[\[\]{}&*!|>%@`,"'#]|:(?= |$)| #""")


def remedy(text: str) -> str:
    """How to write a text between quotes."""
    if not text or not can_repeat(text):
        return 'Apit seluruh teks dengan tanda kutip ("…").'
    return f"Apit seluruh teks dengan tanda kutip: {quoted(text)}."
