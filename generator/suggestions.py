"""What was probably meant by a word that is not known."""

import difflib
from collections.abc import Iterable
from itertools import islice

MOST = 20
"""For so many mistakes of one file something is suggested; a file with more has another fault."""
_LONGEST = 64
_CHOICES = 1_000
"""Of longer words and of more choices than these nobody mistook one for the other; to compare them
all takes long."""


def meant(word: str, choices: Iterable[str]) -> str | None:
    """The choice that is most like the word, in any case of its letters; None where none is."""
    if len(word) > _LONGEST:
        return None
    lowered = {each.lower(): each for each in islice(choices, _CHOICES)}
    near = difflib.get_close_matches(word.lower(), lowered, 1, 0.6)
    return lowered[near[0]] if near else None


class Suggestions:
    """The suggestions for one file: for its first mistakes only."""

    def __init__(self) -> None:
        self._left = MOST

    def meant(self, word: str, choices: Iterable[str]) -> str | None:
        """As `meant`, until there have been enough."""
        self._left -= 1
        return meant(word, choices) if self._left >= 0 else None
