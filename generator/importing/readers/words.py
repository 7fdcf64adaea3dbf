"""Words on a page as lines and paragraphs: what wraps is one again, fractions are found by their
bars."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, pairwise

from generator.importing.blocks import Fraction, Line, Paragraph, Piece, Place
from generator.importing.readers.lines import line_of, trimmed

_MARK = re.compile(r"\(?(?:[a-z]{1,2}|[A-Z]|\d{1,2}|[ivx]{1,4})[.)]$|[-–•▪◦➢✓]$")
_LABEL = re.compile(r"(?:\S+ ){0,3}?\S* ?:(?: |$)")
"""`Menimbang :`, `1. Jabatan :`: what is told there is told anew."""
_FACTOR = re.compile(r"[x×X*.]? ?\d{1,4} ?%?")
_APART = 0.8
"""Of the height of a line: so far below it another paragraph stands."""
_SHORTEST_BAR = 8.0


@dataclass(frozen=True)
class Word:
    """A word, and the box that it stands in; `y` grows downwards."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Bar:
    """A horizontal line that is no border: of a fraction, or below words."""

    x0: float
    x1: float
    y: float

    def covers(self, word: Word) -> bool:
        return self.x0 - 4 <= word.x0 and word.x1 <= self.x1 + 4


@dataclass(frozen=True)
class Row:
    """Words beside each other; or fractions with what stands at their sides."""

    words: tuple[Word, ...]
    pieces: Line = ()

    @cached_property
    def x0(self) -> float:
        return min(each.x0 for each in self.words)

    @cached_property
    def x1(self) -> float:
        return max(each.x1 for each in self.words)

    @cached_property
    def top(self) -> float:
        return min(each.top for each in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(each.bottom for each in self.words)

    @cached_property
    def line(self) -> Line:
        return self.pieces or (" ".join(each.text for each in self.words),)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return max(each.bottom - each.top for each in self.words)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words by lines, from above, each from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.middle, each.x0)):
        if rows and rows[-1][0].top < word.middle < rows[-1][0].bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Row(tuple(sorted(row, key=lambda each: each.x0))) for row in rows]


def paragraphs(
    words: list[Word], bars: Iterable[Bar], edges: tuple[float, float], place: Place
) -> Iterator[Paragraph]:
    """What stands in a part of a page between its left and right edge."""
    group: list[Row] = []
    for row in _with_fractions(words, list(bars)):
        if group and not _goes_on(group[-1], row, edges):
            yield Paragraph(tuple(_lines(group)), place)
            group = []
        group.append(row)
    if group:
        yield Paragraph(tuple(_lines(group)), place)


def _goes_on(above: Row, row: Row, edges: tuple[float, float]) -> bool:
    """Whether a row is the same paragraph: its first word had no room in the row above."""
    if row.pieces or above.pieces:
        return row.top - above.bottom < _APART * row.height
    if row.top - above.bottom > _APART * above.height or _begins(row) or _is_title(above, row):
        return False
    if row.words[0].text[0].islower() and above.words[-1].text[-1] not in ".;:":
        return True
    left, right = edges
    is_centred = abs((above.x0 + above.x1) - (row.x0 + row.x1)) < 6 and abs(above.x0 - row.x0) > 3
    room = right - left - (above.x1 - above.x0) if is_centred else right - above.x1
    first = row.words[0]
    return room < (first.x1 - first.x0) + 0.3 * row.height


def _begins(row: Row) -> bool:
    """Whether a row has the mark of an item of a list, or a label, at its beginning."""
    text = str(row.line[0])
    return bool(_MARK.match(row.words[0].text) or (not text[0].islower() and _LABEL.match(text)))


def _is_title(above: Row, row: Row) -> bool:
    """Whether several words in capitals stand above others."""
    text = str(above.line[0])
    return len(above.words) > 2 and text.isupper() and not str(row.line[0]).isupper()


def _lines(rows: list[Row]) -> Iterator[Line]:
    """Rows of words are one line; a fraction is one of its own."""
    held: list[Piece] = []
    for row in rows:
        if row.pieces and held:
            yield trimmed(held)
            held = []
        if row.pieces:
            yield row.pieces
        else:
            held += _after(held, str(row.line[0]))
    if held:
        yield trimmed(held)


def _after(held: list[Piece], text: str) -> list[Piece]:
    """A word that ends with a dash, as `undang-`, has its other half in the next row."""
    is_cut = bool(held) and isinstance(held[-1], str) and re.search(r"\w-$", held[-1])
    return [text] if not held or is_cut else [" ", text]


def _with_fractions(words: list[Word], bars: list[Bar]) -> list[Row]:
    """The rows of words, those above and below a bar as one."""
    drawn = sorted(_of_fractions(words, bars), key=lambda bar: (bar.y, bar.x0))
    fractions = [
        (bar, [*upper, *lower], Fraction(_joined(upper), _joined(lower)))
        for bar, (upper, lower) in zip(drawn, _parts(words, drawn), strict=True)
        if upper and lower
    ]
    taken = {word for _, rows, _ in fractions for row in rows for word in row.words}
    rest = [each for each in words if each not in taken]
    found: list[Row] = []
    for bar, rows, fraction in fractions:
        inner = Row(tuple(word for row in rows for word in row.words), (fraction,))
        beside = [each for each in rest if _is_beside(each, inner, bar)] + _factor(rest, inner)
        rest = [each for each in rest if each not in beside]
        found.append(_with_sides(inner, bar, beside))
    return sorted((*rows_of(rest), *_beside(found)), key=lambda row: row.top)


def _of_fractions(words: list[Word], bars: list[Bar]) -> Iterator[Bar]:
    """A line through the feet of the words above it only underlines them."""
    for bar in bars:
        is_below_words = any(bar.covers(w) and w.middle < bar.y < w.bottom - 0.5 for w in words)
        if bar.x1 - bar.x0 >= _SHORTEST_BAR and not is_below_words:
            yield bar


def _parts(words: list[Word], bars: list[Bar]) -> Iterator[tuple[list[Row], list[Row]]]:
    for bar in bars:
        others = [each for each in bars if each is not bar and _overlap(each, bar)]
        above = max((each.y for each in others if each.y < bar.y), default=None)
        below = min((each.y for each in others if each.y > bar.y), default=None)
        yield _upper(words, bar, above), _lower(words, bar, below)


def _overlap(one: Bar, other: Bar) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _upper(words: list[Word], bar: Bar, limit: float | None) -> list[Row]:
    rows = _between(words, bar, -1e9 if limit is None else limit, bar.y)
    return (rows if limit is None else _split(rows)[1])[_first_close(rows, limit) :]


def _lower(words: list[Word], bar: Bar, limit: float | None) -> list[Row]:
    rows = _between(words, bar, bar.y, 1e9 if limit is None else limit)
    if limit is not None:
        rows = _split(rows)[0]
    ends = (n for n, (a, b) in enumerate(pairwise(rows), 1) if _ends(a, b) and limit is None)
    return rows[: next(ends, len(rows))]


def _ends(above: Row, below: Row) -> bool:
    return _is_apart(above, below) or bool(_FACTOR.fullmatch(str(below.line[0])))


def _first_close(rows: list[Row], limit: float | None) -> int:
    """From where on rows stand close together down to the bar."""
    if limit is not None:
        return 0
    apart = [number for number, (a, b) in enumerate(pairwise(rows), 1) if _is_apart(a, b)]
    return apart[-1] if apart else 0


def _is_apart(above: Row, below: Row) -> bool:
    return below.top - above.bottom > _APART / 2 * above.height


def _between(words: list[Word], bar: Bar, start: float, end: float) -> list[Row]:
    """The rows next to the bar that are parts of its fraction."""
    level = rows_of(each for each in words if start < each.middle < end)
    is_below = end > bar.y
    found: list[Row] = []
    for row in level if is_below else reversed(level):
        inside = tuple(each for each in row.words if bar.covers(each))
        if inside and not _is_part(inside, row, bar):
            break
        if inside:
            found.append(Row(inside))
    return found if is_below else found[::-1]


def _is_part(inside: tuple[Word, ...], row: Row, bar: Bar) -> bool:
    """Whether words are a part of a fraction: alone in their row, or in the middle of the bar with
    others at its sides."""
    if len(inside) == len(row.words):
        return True
    is_cut = any(
        each.x0 < bar.x1 - 4 and bar.x0 + 4 < each.x1 for each in row.words if each not in inside
    )
    middle = (inside[0].x0 + inside[-1].x1) / 2
    return not is_cut and abs(middle - (bar.x0 + bar.x1) / 2) < 4


def _factor(words: list[Word], fraction: Row) -> list[Word]:
    """A factor that had no room beside the fraction, and stands below it."""
    for row in rows_of(words):
        is_near = 0 <= row.middle - fraction.bottom < _APART * row.height
        if is_near and _FACTOR.fullmatch(str(row.line[0])) and row.x0 < fraction.x1:
            return list(row.words)
    return []


def _is_beside(word: Word, fraction: Row, bar: Bar) -> bool:
    """Left or right of a fraction, at its height: `x 100%`."""
    is_level = fraction.top < word.middle < fraction.bottom
    return is_level and (word.x1 <= bar.x0 + 4 or word.x0 >= bar.x1 - 4)


def _split(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Rows between two bars: those below the first, and those above the second."""
    if len(rows) < 2:
        return rows, []
    gaps = [round(below.top - above.bottom, 1) for above, below in pairwise(rows)]
    widest = [number for number, gap in enumerate(gaps, 1) if gap == max(gaps)]
    place = min(widest, key=lambda each: abs(each - len(rows) / 2))
    return rows[:place], rows[place:]


def _joined(rows: list[Row]) -> Line:
    return line_of(piece for row in rows for piece in (" ", *row.line))


def _with_sides(fraction: Row, bar: Bar, beside: list[Word]) -> Row:
    """A fraction with the words at its sides."""
    is_before = [each.x1 <= bar.x0 + 4 and each.middle < fraction.bottom for each in beside]
    before = rows_of(compress(beside, is_before))
    after = rows_of(each for each, is_one in zip(beside, is_before, strict=True) if not is_one)
    pieces = [
        *(piece for row in before for piece in (*row.line, " ")),
        *fraction.pieces,
        *(piece for row in after for piece in (" ", *row.line)),
    ]
    return Row((*fraction.words, *beside), trimmed(pieces))


def _beside(rows: list[Row]) -> list[Row]:
    """Fractions at one height are one row."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda each: (each.top, each.x0)):
        last = found[-1] if found else None
        if last and row.top < last.bottom - row.height and row.x0 > last.x1 - 4:
            found[-1] = Row((*last.words, *row.words), trimmed((*last.pieces, " ", *row.pieces)))
        else:
            found.append(row)
    return found
