"""How far in lines stand, and where one was meant to that stands elsewhere."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from generator.source.dialect import Dialect
from generator.source.line import Line, is_field
from generator.source.sheet import Sheet
from generator.values.characters import shown

NOT_ALIGNED = (
    "baris ini tidak sejajar dengan baris di atasnya. Samakan jarak masuknya (spasi di awal "
    'baris), dan jangan campur "- isi" dengan "nama: isi".'
)
_ALIKE = "baris ini harus sejajar dengan baris {}: beri {} spasi di awalnya (sekarang {})."
_FAR_IN = "beri {} spasi di awal baris ini (sekarang {}), supaya sejajar dengan yang di bawahnya."
_INDENT = "beri {} spasi di awal baris ini (sekarang {}): ini butir dari bagian di atasnya."
_OUT = "hapus {} spasi di awal baris ini."
_OUT_TO = "hapus {} spasi di awal baris ini, supaya sejajar dengan baris {}."
_NO_DASH = 'kurang tanda "- " di depan "{0}": tulis "- {0}: …".'

_ODD_DASH = 'hapus tanda "- " di depan "{}": baris ini bukan butir daftar.'

_NO_HOLDER = 'di atas baris ini kurang "{}:".'
_FREE = re.compile(r"[A-Za-z]\w{0,11}|\d{4}(?:-\w+)?", re.ASCII)
_FIRST = ("uraian", "teks", "hitung", "istilah", "nama")
"""The names that things begin with."""
_FAR = 20
"""What is more lines away was not forgotten when a line was moved."""


@dataclass
class Level:
    """A list or a mapping that lines may still belong to."""

    kind: str
    """`-` or `:`."""
    column: int
    line: int
    """Its first."""
    parent: int
    """The column of what holds it; -1 for the whole file."""
    is_item: bool
    """Whether a dash holds it, and not a name."""
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Open:
    """What the last line left open: a place for a value, a text that may go on, or nothing more."""

    is_for_value: bool
    is_text: bool
    column: int
    is_item: bool

    def holds(self, kind: str, column: int) -> bool:
        """Whether a dash or a name there is the value that is waited for."""
        is_beside = column == self.column >= 0 and kind == "-" and not self.is_item
        return self.is_for_value and (column > self.column or is_beside)

    def with_text(self, goes_on: bool) -> "Open":
        """The same after a value."""
        return Open(False, goes_on, self.column, self.is_item)


@dataclass(frozen=True)
class _Shift:
    """A line that was moved, and with it what lies below it."""

    column: int
    by: int
    has_below: bool
    is_item: bool


class Levels:
    """The lists and mappings at the line that is looked at, the innermost last."""

    def __init__(self, sheet: Sheet, dialect: Dialect) -> None:
        self._sheet = sheet
        self._families = dialect.families
        self._known = frozenset().union(*dialect.families)
        self._mappings = dialect.mappings
        self._lists = dialect.lists
        self.is_lost = False
        """Whether the name of a list is not there, so that nobody knows what follows."""
        self._levels: list[Level] = []
        self._left: list[Level] = []
        """Those that the line just read has left, the innermost first."""
        self._closed: dict[int, tuple[list[Level], int]] = {}
        """Mappings that a name has left, by their column: each with what it stood in, and the
        number of the line of that name."""
        self._shift: _Shift | None = None
        self.open: Open | None = Open(True, False, -1, False)

    def __bool__(self) -> bool:
        return bool(self._levels)

    def is_field(self, name: str) -> bool:
        """Whether a name is one of ours, and not the beginning of a sentence."""
        return name in self._known or is_field(name)

    def is_free_name(self, name: str) -> bool:
        """Whether a name may stand beside those above it, none of which is one of ours: a variable,
        a year."""
        names = self._top.names if self._levels and self._top.kind == ":" else []
        is_free = bool(names) and self._known.isdisjoint(names)
        return is_free and bool(_FREE.fullmatch(name)) and all(map(_FREE.fullmatch, names))

    def knows(self, name: str) -> bool:
        """Whether a name certainly is one of ours."""
        return name in self._known

    def longer(self, start: str) -> str | None:
        """The only one of our names that begins so."""
        found = [each for each in self._known if each.startswith(start)]
        return found[0] if len(found) == 1 else None

    def waits_for_names(self) -> bool:
        """Whether the name above holds names, and never a text."""
        holder = self._top.names[-1:] if self._levels and self._top.kind == ":" else []
        return bool(self._mappings.intersection(holder))

    def has_list_at(self, column: int) -> bool:
        """Whether there is a list whose dashes stand there."""
        return any(each.kind == "-" and each.column == column for each in self._levels)

    def shifted(self, line: Line) -> Line:
        """A line below one that was moved is moved with it."""
        shift = self._shift
        if shift is None:
            return line
        is_right = line.column == shift.column + shift.by
        if line.column < shift.column or (is_right and (line.dashes or not shift.is_item)):
            self._shift = None
        elif line.column > shift.column and shift.has_below:
            return self._sheet.move(line, line.column + shift.by)
        return line

    def place(self, line: Line) -> Line | None:
        """The line where it belongs, its dashes and its name in their levels; None where that
        cannot be told."""
        waiting = self.open
        if self._is_beside_its_holder(line):
            line = self._below_its_holder(line)
        if self._is_item_without_dash(line):
            line = self._with_dash_there(line)
        if self._is_item_of_no_list(line):
            line = self._without_its_dash_there(line)
        kind = "-" if line.dashes else ":"
        if not self._fits(kind, line.column, line.number):
            name = line.name if kind == ":" else None
            mended = self._below_list_name(line, waiting) or self._mended(line, kind, name)
            if mended is None:
                return None
            line = mended
        if line.name is not None and not line.dashes and self._begins_item(line.name):
            line = self._with_dash(line)
        for inner in line.dashes[1:]:
            self._fits("-", inner, line.number)
        if line.name is not None:
            if line.dashes:
                self._fits(":", line.start, line.number)
            self._top.names.append(line.name)
        return line

    def first_beside(self, name: str) -> str | None:
        """What a thing probably begins with that has such a name."""
        found = [each for each in self._families if name in each]
        smallest = min(found, key=len, default=frozenset())
        return next((each for each in _FIRST if each in smallest), None)

    def enter_item(self, dash: int, number: int, name: str) -> None:
        """A mapping below a dash, of which the first name was left out."""
        self.open = None
        self._enter(Level(":", dash + 2, number, dash, True, [name]))

    def column_for(self, line: Line) -> int:
        """How far in a line was probably meant of which that cannot be seen."""
        kind = "-" if line.dashes else ":"
        name = line.name if kind == ":" else None
        self._left = []
        target = self._target(kind, len(self._levels) * 4, name)
        is_known = name is not None and bool(self._families)
        is_elsewhere = target is None or not (is_known and self._suits(name or "", target))
        if self.open is not None and self.open.is_for_value and is_elsewhere:
            return self.open.column + 2
        return target.column if target else 0

    @property
    def _top(self) -> Level:
        return self._levels[-1]

    def _fits(self, kind: str, column: int, number: int) -> bool:
        """Whether a dash or a name has its place there, which then is the innermost level."""
        above, self.open = self.open, None
        self._left = []
        if above and above.holds(kind, column):
            self._enter(Level(kind, column, number, above.column, above.is_item))
            return True
        self._leave(kind, column, number)
        is_there = bool(self._levels) and self._top.column == column and self._top.kind == kind
        if is_there:
            self._wait_for_value()
        return is_there

    def _enter(self, level: Level) -> None:
        self._levels.append(level)
        self._wait_for_value()

    def _wait_for_value(self) -> None:
        self.open = Open(True, False, self._top.column, self._top.kind == "-")

    def _leave(self, kind: str, column: int, number: int) -> None:
        before = list(self._levels)
        while self._levels and (self._top.column > column or self._is_ended_by(kind, column)):
            self._left.append(self._levels.pop())
        if kind == "-":
            self._closed.clear()
        for depth in range(len(self._levels), len(before)) if kind == ":" else ():
            self._closed[before[depth].column] = (before[: depth + 1], number)

    def _is_ended_by(self, kind: str, column: int) -> bool:
        """Whether a name ends a list that stands as far in as the name that it belongs to."""
        top = self._top
        is_beside = top.column == column and top.kind == "-" and top.parent == top.column
        return kind == ":" and is_beside and not top.is_item

    # --- Lines that are not where they belong ----------------------------------------------------

    def _mended(self, line: Line, kind: str, name: str | None) -> Line | None:
        """The line moved to where it was probably meant."""
        shift = self._shift
        if kind == "-" and shift and shift.is_item and shift.column == line.column:
            target = self._target(kind, line.column + shift.by, name)
            return self._moved_to(target, line) if target else None
        if kind == "-" and (holder := self._lost_holder(line)):
            self._sheet.tell(line.number, line.column, _NO_HOLDER.format(holder))
            self.is_lost = True
            return None
        if kind == "-" and (of_item := self._list_left(line)):
            return self._moved_to(of_item, line)
        if kind == "-" and self._is_second_item(line):
            return self._with_dash_before_first(line)
        if kind == "-" and self._is_among_names(line):
            return self._without_its_dash(line)
        if kind == "-" and (first := self._without_dash(line.column)):
            return self._dash_before(first, line)
        if name is not None and self._is_below_outdented(line, name):
            return line
        if self._is_below_odd_item(line):
            return line
        target = self._target(kind, line.column, name)
        if target is None:
            self._sheet.tell(line.number, line.column, NOT_ALIGNED)
            self._levels += reversed(self._left)
            return None
        if target.parent < 0 and len(target.names) == 1 and line.column < target.column:
            return self._with_root_moved(target, line)
        return self._moved_to(target, line)

    def _moved_to(self, target: Level, line: Line) -> Line:
        is_again = self._shift is not None and self._shift.column == line.column
        self._back_to(target)
        if not is_again:
            self._sheet.tell(line.number, line.column, _how_far(line, target))
            has_below = not line.value or line.dashes != []
            by, is_item = target.column - line.column, bool(line.dashes)
            self._shift = _Shift(line.column, by, has_below, is_item)
        return self._sheet.move(line, target.column)

    def _back_to(self, level: Level) -> None:
        """Make a level the innermost again."""
        self._levels += reversed(self._left)
        self._left = []
        while self._top is not level:
            self._levels.pop()
        self._wait_for_value()

    def _with_root_moved(self, root: Level, line: Line) -> Line:
        """The first line of the file is further in than those below it."""
        self._sheet.tell(root.line, root.column, _OUT.format(root.column - line.column))
        for number in range(root.line, line.number):
            each = self._sheet.line(number)
            if not each.is_empty:
                self._sheet.move(each, each.column - root.column + line.column)
        root.column = line.column
        self._back_to(root)
        return line

    def _target(self, kind: str, column: int, name: str | None) -> Level | None:
        """The level that a line was probably meant for: one that has such names, else the
        nearest."""
        found = [each for each in (*self._left, *reversed(self._levels)) if each.kind == kind]
        if name in self._known:
            found = [each for each in found if self._suits(name or "", each)]
        return min(found, key=lambda each: abs(each.column - column), default=None)

    def _suits(self, name: str, level: Level) -> bool:
        """Whether a level can have a name beside those that it has."""
        if name in level.names or not self._families:
            return name not in level.names
        shared = [len(each.intersection(level.names)) for each in self._families]
        most = max(shared)
        likely = zip(self._families, shared, strict=True)
        return most > 0 and any(name in each for each, number in likely if number == most)

    # --- Lines above that are to blame -----------------------------------------------------------

    def _is_below_outdented(self, line: Line, name: str) -> bool:
        """Whether a name is too far in only because lines above it are not far enough in. They are
        told then, and moved."""
        levels, number = self._closed.get(line.column, ([], 0))
        if not levels or line.number - number > _FAR or self._top.column >= line.column:
            return False
        level = levels[-1]
        between = [self._sheet.line(each) for each in range(number, line.number)]
        moved = [each for each in between if not each.is_empty]
        culprits = [each for each in moved if each.column == moved[0].column]
        if level.kind != ":" or not self._belong_to(level, culprits, name):
            return False
        by = level.column - moved[0].column
        for each in moved:
            if each in culprits:
                self._sheet.tell(each.number, each.column, _how_far(each, level))
                level.names.append(each.name or "")
            self._sheet.move(each, each.column + by)
        self._levels = levels
        self._wait_for_value()
        return True

    def _is_below_odd_item(self, line: Line) -> bool:
        """Whether a line is too far in only because the first item of its list is not far enough
        in: that is told then, and moved."""
        found = [*self._left, *reversed(self._levels)]
        inner = next(iter(found), None)
        first = next((each for each in found if each.kind == "-"), None)
        if first is None or inner is None or (inner.kind == ":" and inner.line != first.line):
            return False
        by = line.column - inner.column
        is_odd = (first.column - first.parent) % 2 == 1 and by in (-1, 1)
        is_odd = is_odd or self._is_with_those_below(line, first, inner)
        if not is_odd or line.number - first.line > _FAR or inner.line != first.line:
            return False
        old = self._sheet.line(first.line)
        self._sheet.tell(old.number, old.column, _FAR_IN.format(old.column + by, old.column))
        for number in range(first.line, line.number):
            each = self._sheet.line(number)
            if not each.is_empty:
                self._sheet.move(each, each.column + by)
        self._back_to(inner)
        for level in {id(each): each for each in (first, inner)}.values():
            level.column += by
        inner.parent = first.column if inner is not first else inner.parent
        self._wait_for_value()
        return True

    def _is_with_those_below(self, line: Line, first: Level, inner: Level) -> bool:
        """Whether a name right below an item, though not as far in as the first name of that,
        stands where the next lines go on."""
        above, below = self.next(first.line), self.next(line.number)
        if above is None or above.number != line.number or below is None or line.name is None:
            return False
        is_further_in = first.column + line.column - inner.column > max(first.parent, 0)
        is_alone = below.column == inner.column or line.column > inner.column
        return is_further_in and not is_alone and self._suits(line.name, inner)

    def _belong_to(self, level: Level, culprits: list[Line], name: str) -> bool:
        strangers = {each.name or "" for each in culprits}
        column = culprits[0].column
        there = next((each for each in self._levels if each.column == column), None)
        if there is None or there.kind != ":":
            return False
        others = [each for each in there.names if each not in strangers]
        here = Level(":", 0, 0, 0, False, others)
        are_alike = not any(each.dashes for each in culprits)
        are_strange = not self._families or all(
            self._suits(each, level) and not self._suits(each, here) for each in strangers
        )
        return len(culprits) <= 2 and are_alike and are_strange and self._suits(name, level)

    # --- Lines that stand beside what holds them -------------------------------------------------

    def _is_beside_its_holder(self, line: Line) -> bool:
        """Whether a name stands beside the empty one above it, and what follows it stands further
        in: it belongs there too."""
        above, name = self.open, line.name
        if above is None or not above.is_for_value or name is None or line.dashes:
            return False
        is_beside = bool(self._levels) and above.column == line.column == self._top.column
        if not is_beside:
            return False
        is_known = name in self._known
        if self._suits(name, self._top) if is_known else not self.waits_for_names():
            return False
        after = self.next(line.number)
        return after is not None and after.column > line.column and bool(line.value)

    def next(self, number: int) -> Line | None:
        """The next line that says something."""
        below = map(self._sheet.line, range(number + 1, len(self._sheet.lines)))
        return next((each for each in below if not each.is_empty), None)

    def _below_its_holder(self, line: Line) -> Line:
        after = self.next(line.number)
        assert after is not None
        self._sheet.tell(line.number, line.column, _FAR_IN.format(after.column, line.column))
        return self._sheet.move(line, after.column)

    def _below_list_name(self, line: Line, waiting: Open | None) -> Line | None:
        """The first item of a list, moved below the name of that, from where no list is."""
        if waiting is None or not waiting.is_for_value or waiting.is_item or not line.dashes:
            return None
        holder = next(iter(self._left), None)
        is_outdented = holder is not None and line.column < waiting.column == holder.column
        if holder is None or not is_outdented or self.has_list_at(line.column):
            return None
        if holder.names[-1] not in self._known - self._mappings or line.name is not None:
            return None
        column = waiting.column + 2
        self._sheet.tell(line.number, line.column, _INDENT.format(column, line.column))
        self._shift = _Shift(line.column, column - line.column, True, True)
        self._back_to(holder)
        self._enter(Level("-", column, line.number, waiting.column, False))
        return self._sheet.move(line, column)

    # --- Dashes that are missing -----------------------------------------------------------------

    def _is_item_without_dash(self, line: Line) -> bool:
        """Whether a name that begins each item of a list stands where the dashes of that stand."""
        if line.name is None or line.dashes:
            return False
        for holder, inner in pairwise(self._levels):
            if holder.kind == "-" and holder.column == line.column and holder.parent < line.column:
                return inner.kind == ":" and inner.names[:1] == [line.name]
        return False

    def _with_dash_there(self, line: Line) -> Line:
        name = shown(line.name or "")
        self._sheet.tell(line.number, line.column, _NO_DASH.format(name))
        self._sheet.lines[line.number] = f"{' ' * line.column}- {line.text[line.column :]}"
        return self._sheet.line(line.number)

    # --- Dashes that are too many ----------------------------------------------------------------

    def _is_item_of_no_list(self, line: Line) -> bool:
        """Whether a dash begins what a name holds that holds no list."""
        above = self.open
        if not self._levels or above is None or not above.is_for_value or above.is_item:
            return False
        is_odd = len(line.dashes) == 1 and line.name is not None and line.column >= above.column
        holder = self._top.names[-1:] if self._top.kind == ":" else []
        return is_odd and bool(self._mappings.intersection(holder))

    def _without_its_dash_there(self, line: Line) -> Line:
        """What follows stands beside the dash, or beside the name behind it."""
        assert self.open is not None
        self._sheet.tell(line.number, line.column, _ODD_DASH.format(shown(line.name or "")))
        after = self.next(line.number)
        is_beside = after is not None and after.column == line.column > self.open.column
        gap = " " * (line.column if is_beside and after and not after.dashes else line.start)
        self._sheet.lines[line.number] = gap + line.text[line.start :]
        return self._sheet.line(line.number)

    def _is_among_names(self, line: Line) -> bool:
        """Whether an item that begins with a name stands among names, as one of them."""
        top = self._levels[-1] if self._levels else None
        is_there = top is not None and top.kind == ":" and top.column == line.column
        return is_there and line.name is not None and len(line.dashes) == 1

    def _without_its_dash(self, line: Line) -> Line:
        self._sheet.tell(line.number, line.column, _ODD_DASH.format(shown(line.name or "")))
        self._sheet.lines[line.number] = " " * line.column + line.text[line.start :]
        self._wait_for_value()
        return self._sheet.line(line.number)

    def _without_dash(self, column: int) -> Level | None:
        """The mapping that should be the first item of a list whose next dash stands there."""
        return next(
            (
                each
                for each in reversed(self._left)
                if each.kind == ":" and not each.is_item and each.parent <= column < each.column
            ),
            None,
        )

    def _dash_before(self, first: Level, line: Line) -> Line:
        text = self._sheet.lines[first.line]
        self._sheet.tell(first.line, first.column, _NO_DASH.format(shown(first.names[0])))
        self._sheet.lines[first.line] = f"{text[: line.column]}-{text[line.column + 1 :]}"
        self._enter(Level("-", line.column, first.line, first.parent, False))
        return line

    def _lost_holder(self, line: Line) -> str | None:
        """The name of the list that an item belongs to, where that is neither above it nor among
        the names that the item stands below."""
        after = self.next(line.number)
        if line.name is None or after is None or after.column <= line.column:
            return None
        tops = [each for each in (*self._left, *reversed(self._levels)) if each.kind == ":"]
        top = next((each for each in tops if each.column <= line.column), None)
        if top is None or line.name in top.names:
            return None
        is_item_there = any(
            each.kind == "-" and each.column == line.column for each in (*self._left, *self._levels)
        )
        holders = [
            holder
            for holder, inner in self._lists.items()
            if line.name in inner and self._suits(holder, top)
        ]
        return holders[0] if len(holders) == 1 and not is_item_there else None

    def _list_left(self, line: Line) -> Level | None:
        """The list of which a dash begins another item, though it stands among the names of one:
        what is behind it begins that too."""
        top = self._levels[-1] if self._levels else None
        is_among = top is not None and top.kind == ":" and top.column == line.column
        if top is None or not is_among or line.name is None or self._is_second_item(line):
            return None
        open_there = [*reversed(self._levels), *self._left]
        items = [each for each in open_there if each.is_item and each.names[:1] == [line.name]]
        lists = [each for each in open_there if items and each.kind == "-"]
        return next((each for each in lists if each.column == items[0].parent), None)

    def _is_second_item(self, line: Line) -> bool:
        """Whether a dash stands beside names of which the first begins its item too."""
        top = self._top if self._levels else None
        is_beside = top is not None and top.kind == ":" and top.column == line.column
        return is_beside and not self._top.is_item and self._top.names[:1] == [line.name]

    def _with_dash_before_first(self, line: Line) -> Line:
        first = self._levels.pop()
        self._sheet.tell(first.line, first.column, _NO_DASH.format(shown(first.names[0])))
        for number in range(first.line, line.number):
            if not (each := self._sheet.line(number)).is_empty:
                self._sheet.move(each, each.column + 2)
        text = self._sheet.lines[first.line]
        self._sheet.lines[first.line] = f"{text[: first.column]}- {text[first.column + 2 :]}"
        self._enter(Level("-", first.column, first.line, first.parent, False))
        return line

    def _begins_item(self, name: str) -> bool:
        """Whether a name begins a new item, as it began the one before: it is there once."""
        top = self._top
        return top.is_item and top.parent >= 0 and len(top.names) > 1 and top.names[0] == name

    def _with_dash(self, line: Line) -> Line:
        level = self._levels.pop()
        self._sheet.tell(line.number, line.column, _NO_DASH.format(shown(line.name or "")))
        gap = " " * (level.column - level.parent - 1)
        rest = line.text[line.column :]
        self._sheet.lines[line.number] = f"{' ' * level.parent}-{gap}{rest}"
        self._wait_for_value()
        return self._sheet.line(line.number)


def _how_far(line: Line, target: Level) -> str:
    if target.column == 0:
        return _OUT_TO.format(line.column, target.line + 1)
    return _ALIKE.format(target.line + 1, target.column, line.column)
