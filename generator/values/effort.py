"""What one file may cost to check, and to show. Whatever it holds, this is bounded."""

import difflib
from collections.abc import Iterable
from itertools import islice

SUGGESTIONS = 20
"""For so many mistakes of one file something is suggested; a file with more has another fault."""
FORMULAS = 30_000
"""Characters and parts of all expressions of one file together. Those of a decree have hundreds."""
TOO_MUCH = (
    "terlalu panjang bersama rumus lain di berkas ini. Ringkas rumusnya, atau tulis sebagai "
    '"uraian".'
)
"""What is said of the first formula that is beyond it."""
_LONGEST = 64
_CHOICES = 1_000
"""Of longer words and of more choices than these nobody mistook one for the other; to compare them
all takes long."""


def meant(word: str, choices: Iterable[str], likeness: float = 0.6) -> str | None:
    """The choice that is most like the word, in any case of its letters; None where none is."""
    if len(word) > _LONGEST:
        return None
    lowered = {each.lower(): each for each in islice(choices, _CHOICES)}
    near = difflib.get_close_matches(word.lower(), lowered, 1, likeness)
    return lowered[near[0]] if near else None


class Effort:
    """The work that is left for one file."""

    def __init__(self) -> None:
        self._suggestions = SUGGESTIONS
        self._formulas = FORMULAS

    def meant(self, word: str, choices: Iterable[str], likeness: float = 0.6) -> str | None:
        """As `meant`, until there have been enough."""
        self._suggestions -= 1
        return meant(word, choices, likeness) if self._suggestions >= 0 else None

    def has_left(self) -> bool:
        """Whether there may be more suggestions."""
        return self._suggestions > 0

    def spend(self, parts: int) -> bool:
        """Take so much of what formulas may cost; False where that is more than is left."""
        self._formulas -= parts
        return self._formulas >= 0
