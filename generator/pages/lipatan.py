"""Lists of which the page shows as much as leaves room for its indicators; the rest is folded."""

from dataclasses import dataclass
from textwrap import shorten

from generator.model.documents import Butir, Penomoran, as_line

MOST = 6
"""Items that are shown at once."""
ROOM = 220
"""Characters of all lists together that are shown at once: seven lines of a phone, of which the
head of each further list takes two."""
LINE = 32
"""Characters of such a line; what folds less than two of them hides more than it spares."""
_BEGINNING = 60


@dataclass(frozen=True)
class FoldedList:
    """A list as printed, with its marks."""

    shown: list[Butir]
    folded: list[Butir]
    penomoran: Penomoran
    beginning: str
    """How it begins, where even the first item of the first list is too long."""

    @property
    def count(self) -> int:
        """How many items it has."""
        return len(self.shown) + len(self.folded)


def folded(
    lists: dict[str, tuple[list[Butir], Penomoran]], taken: int = 0
) -> dict[str, FoldedList]:
    """The lists that have items, by their names; they share the room, of which a long head of the
    page has taken some."""
    found = {}
    filled = [name for name, (butir, _) in lists.items() if butir]
    room = most = max(0, ROOM - taken - 2 * LINE * max(0, len(filled) - 1))
    for name, (butir, penomoran) in lists.items():
        if name not in filled:
            continue
        shown = _fitting(butir, room)
        is_too_long = 0 < room == most and not shown
        begun = shorten(as_line(butir[0]), _BEGINNING, placeholder="") if is_too_long else ""
        found[name] = FoldedList(butir[:shown], butir[shown:], penomoran, begun)
        room = max(0, room - sum(map(_size, butir[:shown]))) if shown else 0
    return found


def _fitting(butir: list[Butir], room: int) -> int:
    """How many items are shown; all, where the rest is hardly longer than what unfolds it."""
    shown = 0
    for each in butir[:MOST]:
        room -= _size(each)
        if room < 0:
            break
        shown += 1
    rest = sum(map(_size, butir[shown:]))
    return len(butir) if shown and rest <= 2 * LINE else shown


def _size(item: Butir) -> int:
    """As its lines are full on the whole."""
    return len(as_line(item)) + LINE // 2
