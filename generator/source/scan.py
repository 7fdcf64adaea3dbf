"""Our own look at the lines of a file: every fault of its syntax at once, and the file as it was
probably meant, so that the rest can be checked.

A parser gives up at the first fault, and often far from it: where a dash is missing, it blames the
next dash. So what a file is told does not depend on the parser. Only what is faulty is looked at
here; what a good file says is the parser's to tell.
"""

import re

from generator.source import inline, marks
from generator.source.dialect import Dialect
from generator.source.levels import Levels
from generator.source.line import Line
from generator.source.sheet import Sheet
from generator.source.texts import TAB, GiveUpError, Texts
from generator.values.characters import BULLETS
from generator.values.quotes import remedy, repeated

MOST = 200
"""So many faults of one file are told; who has mended them sees the next."""
MAX_DASHES = 16

NO_COLON = (
    'baris ini belum lengkap. Tulis "nama: isi" (titik dua, lalu spasi), atau "- isi" untuk '
    "butir daftar."
)
SECOND_DOCUMENT = 'satu berkas satu dokumen: hapus baris "---" ini.'
END_OF_DOCUMENT = 'hapus baris "..." ini: yang di bawahnya tidak terbaca.'
_GOES_ON = " Bila lanjutan teks di atasnya, sambungkan ke akhir baris itu."
_NO_DASH_OR_TEXT = (
    'baris ini belum lengkap. Bila butir daftar, tulis "{}"; bila lanjutan teks di atasnya, '
    "sambungkan ke akhir baris itu."
)
_NEARLY_NAMED = 'sesudah nama bagian tulis titik dua dan spasi: "{}".'
_NAME_ALONE = 'sesudah nama bagian tulis titik dua: "{}".'
_NO_COMMENT = 'keterangan untuk sesama penulis diawali "#". Tulis "# {}".'
_NO_RULE = "garis pemisah tidak dipakai di sini. Hapus baris ini."
_CUT_SHORT = 'baris ini belum lengkap. Maksudnya "{}: …"?'
_NO_BLANK = 'sesudah tanda "-" ketik spasi: "{}".'
_PLAIN_ITEM = 'butir daftar diawali tanda "-" dan spasi. Tulis "{}".'
_NEARLY_ITEM = 'butir daftar diawali tanda "-" dan spasi, bukan "{}". Tulis "{}".'

_YEAR = r"\d{4}(?:-(?:tw[1-4]|s[12]))?"
_NAMED = re.compile(
    rf"([A-Za-z][A-Za-z0-9_]*|{_YEAR}) *(?:=|[-=]?>|→|;(?!.*;)|：|:(?!//)) *(?=\S)(.*)"
)
_KNOWN = re.compile(r"([a-z][a-z_]*)(?: *[.,;] +| +(?:[-–—] +)?|$)([^\s=:;：→-].*)?$")
_SENTENCE = re.compile(r"[a-z]\S* +\S+ +\S")
_WRAPPED = re.compile(r"[\[({<]([a-z][a-z_]*)[\])}>] *: *(\S.*)")
_RULE = re.compile(r"[-=_*#~+.]{3,}")
_GLUED = re.compile(r"-(?=[^\W\d]|[\"'])(.*)")
_BULLET = re.compile(rf"([{BULLETS}*–—+»])\ufe0f?\s*(.*)")
_NUMBERED = re.compile(r"(\(?(?:\d{1,2}|[a-z])[.)])\s+(.*)")
TAB_TO = "ada tabulasi (TAB) di sini. Ganti awal baris ini dengan {} spasi."
_COPIED = re.compile(r" *([>+]+) *(?=- +\S|(?:- +)?([a-z_]+):(?: |$))")
_NO_COPIED_SIGN = 'tanda "{}" ikut tersalin. Hapus dari awal baris: "{}".'
_NO_NAME = 'di depan teks ini kurang nama bagiannya: tulis "{}".'
_COMPLEX = re.compile(r"\? *[\[{?-]")
_COMMENT = re.compile(r"(?://+|<!--+|/\*+)\s*(.*?)\s*(?:--+>|\*+/)?")
_TAB = re.compile(r" *(?:(?:- +)*- *)?(\t)")


def scan(lines: list[str], dialect: Dialect) -> Sheet:
    """Every fault of the syntax that stands in lines; none where their form is not ours."""
    sheet = Sheet([line.rstrip(" \t") for line in lines])
    try:
        _Scanner(sheet, dialect).whole()
    except GiveUpError:
        return Sheet(list(lines))
    sheet.faults.sort()
    return sheet


class _Scanner:
    """Goes through the lines from the first to the last."""

    def __init__(self, sheet: Sheet, dialect: Dialect) -> None:
        self._sheet = sheet
        self._lines = sheet.lines
        self._dialect = dialect
        self._levels = Levels(sheet, dialect)
        self._texts = Texts(sheet, dialect, self._levels)
        self._last = 0
        """The line with the last value."""
        self._after_bullet = -1
        """The line that follows one with a bullet."""

    def whole(self) -> None:
        for number, column, message in marks.removed(self._lines):
            self._sheet.tell(number, column, message)
        number = 0
        while number < len(self._lines):
            is_full = len(self._sheet.faults) >= MOST or self._levels.is_lost
            if is_full or self._is_another_document(number):
                self._lines[number:] = [""] * (len(self._lines) - number)
                self._sheet.is_sure = False
                return
            number = self._take(number)

    def _is_another_document(self, number: int) -> bool:
        text = self._lines[number]
        if text not in ("---", "..."):
            return False
        if text == "..." and self._is_last(number):
            self._sheet.empty(number)
            return False
        if not self._levels and text == "---":
            self._sheet.empty(number)
            return False
        self._sheet.tell(number, 0, SECOND_DOCUMENT if text == "---" else END_OF_DOCUMENT)
        if text == "...":
            self._sheet.empty(number)
        return text == "---"

    def _is_last(self, number: int) -> bool:
        """Whether nothing is said in the lines below."""
        return all(self._sheet.line(each).is_empty for each in range(number + 1, len(self._lines)))

    def _take(self, number: int) -> int:
        """Read a line, and those that go on with its value; the number of the next."""
        if "\t" in self._lines[number]:
            self._without_tabs(number)
        line = self._sheet.line(number)
        if line.is_empty:
            return number + 1
        if self._is_skipped(line):
            self._sheet.empty(number)
            return number + 1
        return self._read(self._levels.shifted(line))

    def _is_skipped(self, line: Line) -> bool:
        skipped = self._texts.skipped
        if skipped is not None and line.column <= skipped:
            self._texts.skipped = None
        return self._texts.skipped is not None

    def _read(self, line: Line) -> int:
        """Read a line that stands where it was meant to, as far as that is known."""
        if _COMPLEX.match(line.text, line.column) or len(line.dashes) > MAX_DASHES:
            raise GiveUpError
        if self._goes_on(line):
            return line.number + 1
        line = self._without_copied_sign(line)
        if not line.dashes and line.name is None:
            return self._without_name(line)
        placed = self._levels.place(line)
        if placed is None:
            return self._lost(line)
        if not placed.value or placed.value.startswith("#"):
            return line.number + 1
        return self._value(line.number, placed.value_start)

    def _value(self, number: int, start: int) -> int:
        self._last = number
        above = self._levels.open
        assert above is not None
        return self._texts.read(number, start, above)

    def _lost(self, line: Line) -> int:
        """A line that has no place, with what lies below it."""
        self._sheet.is_sure = False
        self._sheet.empty(line.number)
        self._texts.skipped = line.column
        return line.number + 1

    def _without_copied_sign(self, line: Line) -> Line:
        """A line as it was before it was copied from an e-mail, or from where changes are shown."""
        found = _COPIED.match(line.text)
        if found is None or not (found[2] is None or self._levels.knows(found[2])):
            return line
        rest = Line(line.number, line.text[found.end() :])
        message = _NO_COPIED_SIGN.format(found[1], repeated(rest.text))
        # Of several lines with such a sign only the first is told.
        if self._after_bullet != line.number:
            self._sheet.tell(line.number, line.column, message)
        self._after_bullet = line.number + 1
        self._lines[line.number] = " " * self._levels.column_for(rest) + rest.text
        return self._sheet.line(line.number)

    # --- Lines that go on with a text ------------------------------------------------------------

    def _goes_on(self, line: Line) -> bool:
        """Whether a line is a part of the text above it."""
        above = self._levels.open
        if above is None or above.is_for_value or line.column <= above.column:
            return False
        is_name = line.name is not None and (
            self._levels.is_field(line.name) or self._levels.is_free_name(line.name)
        )
        if is_name and above.is_item and line.column == above.column + 2 and not line.dashes:
            self._name_before(line)
        if not above.is_text:
            return self._is_detached(line)
        if is_name:
            return False
        if line.dashes:
            return not self._levels.has_list_at(line.column - 1) and self._without_colon(line)
        return line.name is None or self._colon_in_text(line)

    def _name_before(self, line: Line) -> None:
        """The text above a name stands without a name of its own."""
        text = self._sheet.line(self._last)
        name = self._levels.first_beside(line.name or "")
        if not text.dashes or text.name is not None or name is None:
            return
        meant = f"- {name}: {text.value}"
        self._sheet.tell(text.number, text.start, _NO_NAME.format(repeated(meant)))
        self._lines[text.number] = f"{' ' * text.dashes[-1]}{meant}"
        self._levels.enter_item(text.dashes[-1], text.number, name)

    def _is_detached(self, line: Line) -> bool:
        if line.dashes or line.name is not None:
            return False
        message = inline.DETACHED.format(remedy(line.value))
        self._sheet.tell(line.number, line.column, message)
        self._sheet.empty(line.number)
        return True

    def _colon_in_text(self, line: Line) -> bool:
        place = line.text.index(":", line.column + len(line.name or ""))
        self._sheet.tell(line.number, place, inline.COLON.format(remedy("")))
        return self._without_colon(line)

    def _without_colon(self, line: Line) -> bool:
        self._lines[line.number] = line.text.replace(":", ";")
        return True

    # --- Lines without a name or a dash ----------------------------------------------------------

    def _without_name(self, line: Line) -> int:
        if self._dialect.tags and line.value.startswith("!"):
            raise GiveUpError
        if (comment := _COMMENT.fullmatch(line.value)) and comment[1]:
            message = _NO_COMMENT.format(repeated(comment[1]))
            self._sheet.tell(line.number, line.column, message)
            return self._left_out(line)
        if _RULE.fullmatch(line.value):
            self._sheet.tell(line.number, line.column, _NO_RULE)
            return self._left_out(line)
        above = self._levels.open
        is_value = above is not None and above.is_for_value and line.column > above.column
        if meant := self._with_name_closed(line, is_value):
            self._lines[line.number] = " " * line.column + meant
            return self._read(self._sheet.line(line.number))
        meant = self._as_item(line, is_value) or self._as_named(line, is_value)
        if meant:
            self._lines[line.number] = " " * line.column + meant
            return self._read(self._sheet.line(line.number))
        if is_value and (self._levels or inline.leaves_open(line.value)):
            return self._value(line.number, line.column)
        if is_value and line.value[0] not in "%:" and self._is_last(line.number):
            raise GiveUpError
        sign = inline.fault(line.value, self._dialect)
        is_sign = sign is not None and not sign.offset and line.value[0] != ":"
        said = sign.message if sign and is_sign else self._incomplete(line)
        self._sheet.tell(line.number, line.column, said)
        return self._lost(line) if not is_sign else self._left_out(line)

    def _incomplete(self, line: Line) -> str:
        """What to say of a line that is neither a name with a value nor an item."""
        if name := self._levels.longer(line.value):
            return _CUT_SHORT.format(name)
        if self._levels.has_list_at(line.column):
            return _NO_DASH_OR_TEXT.format(repeated(f"- {line.value}"))
        goes_on = self._last == line.number - 1 and bool(self._levels)
        return NO_COLON + _GOES_ON if goes_on else NO_COLON

    def _left_out(self, line: Line) -> int:
        self._sheet.empty(line.number)
        return line.number + 1

    def _with_name_closed(self, line: Line, is_value: bool) -> str | None:
        """A line of which the name begins with a quote that nothing closes."""
        meant = inline.unclosed_name(line.value)
        if meant and (not is_value or self._levels.waits_for_names()):
            self._sheet.tell(line.number, line.column, inline.UNCLOSED_NAME.format(repeated(meant)))
            return meant
        return None

    def _as_named(self, line: Line, is_value: bool) -> str | None:
        """`nama:isi` and `nama = isi` as they were meant."""
        if meant := self._without_its_colon(line, is_value):
            return meant
        named = _NAMED.match(line.text, line.column)
        is_name = not is_value or self._levels.waits_for_names()
        is_meant = named and (self._levels.knows(named[1].lower()) or is_name)
        if named is None or not (is_meant or not self._levels):
            return None
        meant = f"{named[1]}: {named[2]}"
        self._sheet.tell(line.number, line.column, _NEARLY_NAMED.format(repeated(meant)))
        return meant

    def _without_its_colon(self, line: Line, is_value: bool) -> str | None:
        """`indikator` and `satuan persen` where a name stands, as they were meant."""
        wrapped = _WRAPPED.match(line.text, line.column)
        found = wrapped or _KNOWN.match(line.text, line.column)
        if is_value or found is None or not self._levels.knows(found[1]):
            return None
        if _SENTENCE.match(found[2] or ""):
            return None
        meant = f"{found[1]}: {found[2] or ''}".rstrip()
        message = _NEARLY_NAMED if found[2] else _NAME_ALONE
        self._sheet.tell(line.number, line.column, message.format(repeated(meant)))
        return meant

    def _as_item(self, line: Line, is_value: bool) -> str | None:
        """`-isi`, `• isi` and `1. isi` where an item stands, as they were meant."""
        if not self._is_in_list(line, is_value):
            return None
        if glued := _GLUED.match(line.text, line.column):
            meant = f"- {glued[1]}"
            self._sheet.tell(line.number, line.column, _NO_BLANK.format(repeated(meant)))
            return meant
        pattern = _BULLET if _BULLET.match(line.text, line.column) else _NUMBERED
        if not is_value and self._is_before_dash(line):
            meant = f"- {line.value}"
            self._sheet.tell(line.number, line.column, _PLAIN_ITEM.format(repeated(meant)))
            return meant
        marked = pattern.match(line.text, line.column)
        if marked is None or (is_value and pattern is _NUMBERED and not self._is_list(line)):
            return None
        meant = f"- {marked[2]}"
        # Of a whole list with bullets or numbers only the first is told.
        if self._after_bullet != line.number:
            message = _NEARLY_ITEM.format(marked[1], repeated(meant))
            self._sheet.tell(line.number, line.column, message)
        self._after_bullet = line.number + 1
        return meant

    def _is_before_dash(self, line: Line) -> bool:
        """Whether a line is the first below the name of a list, whose other items have dashes."""
        above, after = self._levels.open, self._levels.next(line.number)
        is_first = above is not None and above.is_for_value and not above.is_item
        has_mark = _BULLET.match(line.text, line.column) or _NUMBERED.match(line.text, line.column)
        return is_first and after is not None and bool(after.dashes) and not has_mark

    def _is_list(self, line: Line) -> bool:
        """Whether the next line stands beside one and begins as an item too."""
        below = map(self._sheet.line, range(line.number + 1, len(self._lines)))
        after = next((each for each in below if not each.is_empty), None)
        if after is None or after.column != line.column:
            return False
        return bool(after.dashes or _NUMBERED.match(after.text, after.column))

    def _is_in_list(self, line: Line, is_value: bool) -> bool:
        above = self._levels.open
        is_beside = above is not None and above.holds("-", line.column)
        if (is_value or is_beside) and above is not None and not above.is_item:
            return above.column >= 0
        return self._levels.has_list_at(line.column)

    # --- Tabs ------------------------------------------------------------------------------------

    def _without_tabs(self, number: int) -> None:
        """Tell a TAB before or among the signs of a line; in a text it is a blank."""
        text = self._lines[number]
        found = _TAB.match(text)
        self._lines[number] = text.replace("\t", " ")
        if found is None:
            return
        dash = "- " if found[0].strip() else ""
        content = text.lstrip(" \t-" if dash else " \t").replace("\t", " ")
        line = Line(number, dash + content)
        column = self._levels.column_for(line) if content else 0
        is_sure = column and not dash and self._dialect.families
        message = TAB_TO.format(column) if is_sure else TAB
        self._sheet.tell(number, found.start(1), message)
        self._lines[number] = " " * column + line.text if content else ""
