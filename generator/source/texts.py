"""Values while a file is looked at: on one line, and over several."""

import re

from generator.source import inline
from generator.source.dialect import Dialect
from generator.source.levels import Levels, Open
from generator.source.line import Line
from generator.source.sheet import Sheet
from generator.values.quotes import can_repeat, quoted

TAB = "ada tabulasi (TAB) di sini. Ganti dengan spasi."
_IN_BLOCK = "baris ini bagian dari teks di atasnya: beri {} spasi di awalnya."
_OPENING = re.compile(r"[\[{]")
_CLOSING = re.compile(r"[\]}]")


class GiveUpError(Exception):
    """The file is written in a way that is not ours; the parser has to tell what is wrong."""


class Texts:
    """Reads the values of a file, each to its end."""

    def __init__(self, sheet: Sheet, dialect: Dialect, levels: Levels) -> None:
        self._sheet = sheet
        self._lines = sheet.lines
        self._dialect = dialect
        self._levels = levels
        self.skipped: int | None = None
        """What follows further in than this belongs to a value of which enough was said."""

    def read(self, number: int, start: int, above: Open) -> int:
        """Read a value from its beginning; the number of the line behind it. `above` is the place
        that waited for it."""
        value = self._lines[number][start:]
        if inline.is_block(value):
            self._levels.open = None
            return self._block(number + 1, above)
        if value[0] in "\"'":
            return self._quoted(number, start, above)
        if self._dialect.has_brackets and value[0] in "[{":
            return self._flow(number, start, above)
        if found := inline.fault(value, self._dialect):
            self._mend(number, start, found, above)
        elif not inline.leaves_open(value):
            self._levels.open = above.with_text(inline.goes_on(value))
        return number + 1

    def _mend(self, number: int, start: int, found: inline.Fault, above: Open) -> None:
        """Tell what is wrong with a value; what goes on with it is passed over."""
        self._sheet.tell(number, start + found.offset, found.message)
        self._lines[number] = self._lines[number][:start] + found.instead
        self._levels.open = above.with_text(False)
        self.skipped = above.column

    def _block(self, number: int, above: Open) -> int:
        """A block of text: everything below that is further in."""
        depth = 0
        while number < len(self._lines):
            line = self._sheet.line(number)
            is_tab = line.text[line.column : line.column + 1] == "\t"
            if is_tab and line.column <= above.column + 1:
                self._sheet.tell(number, line.column, TAB)
                self._sheet.empty(number)
            elif line.text and line.column <= above.column:
                break
            elif line.text and line.column < depth:
                self._sheet.tell(number, line.column, _IN_BLOCK.format(depth))
                self._sheet.move(line, depth)
            elif line.text:
                depth = depth or line.column
            number += 1
        return number

    def _quoted(self, number: int, start: int, above: Open) -> int:
        """A text between quotes, on its line or on several."""
        value = self._lines[number][start:]
        self._levels.open = above.with_text(False)
        if end := inline.closed(value):
            if found := inline.fault_behind(value, end.end()):
                self._mend(number, start, found, above)
            return number + 1
        last = self._last_of_quoted(number, value[0], above)
        if last is None:
            return self._unclosed(number, start, above)
        whole = "\n".join([value, *self._lines[number + 1 : last + 1]])
        end = inline.closed(whole)
        if end and (found := inline.fault_behind(whole, end.end())):
            self._tell_in(number, start, whole, found)
            self._lines[number] = self._lines[number][:start] + '""'
            self._lines[number + 1 : last + 1] = [""] * (last - number)
        return last + 1

    def _unclosed(self, number: int, start: int, above: Open) -> int:
        text = self._lines[number]
        self.skipped = above.column if self._is_text_below(number, above) else None
        is_whole = self.skipped is None and can_repeat(text[start:])
        whole = f": {text[start:].rstrip('“”„‟’‘')}{text[start]}" if is_whole else ""
        self._sheet.tell(number, start, inline.UNCLOSED.format(text[start], whole))
        self._lines[number] = text[:start] + quoted(text[start + 1 :])
        return number + 1

    def _tell_in(self, number: int, start: int, whole: str, found: inline.Fault) -> None:
        """Tell what is wrong with a text over several lines, at the line where it is."""
        before = whole[: found.offset]
        row = before.count("\n")
        column = len(before) - before.rfind("\n") - 1 + (0 if row else start)
        self._sheet.tell(number + row, column, found.message)

    def _last_of_quoted(self, number: int, sign: str, above: Open) -> int | None:
        """The line on which a quoted text ends; None where it was not meant to go so far."""
        for each in range(number + 1, len(self._lines)):
            line = Line(each, self._lines[each].replace("\t", " "))
            if line.text and (line.column <= above.column or self._begins_anew(line)):
                return None
            if inline.closing(sign, line.text):
                return each
        return None

    def _begins_anew(self, line: Line) -> bool:
        return bool(line.dashes) or (line.name is not None and self._levels.is_field(line.name))

    def _is_text_below(self, number: int, above: Open) -> bool:
        below = map(self._sheet.line, range(number + 1, len(self._lines)))
        first = next((each for each in below if not each.is_empty), None)
        return first is not None and first.column > above.column and not self._begins_anew(first)

    def _flow(self, number: int, start: int, above: Open) -> int:
        """Brackets, over as many lines as they take."""
        depth = 0
        for each in range(number, len(self._lines)):
            text = self._lines[each][start if each == number else 0 :]
            depth += len(_OPENING.findall(text)) - len(_CLOSING.findall(text))
            if depth <= 0:
                self._levels.open = above.with_text(False)
                return each + 1
        raise GiveUpError
