"""A printed table on paper: its cells, how wide each column is, and how the sheet lies."""

from collections.abc import Iterator
from itertools import chain

from generator.pages.tabel import Cell as PlainCell
from generator.pages.tabel import FormulaLine
from generator.pages.tabel import Table as PlainTable
from generator.paper import formulas
from generator.paper.blocks import Block, Cell, Paragraph, Table
from generator.theme.words import Words

UPRIGHT, ACROSS = 104, 158
"""Characters of the usual size on a line of a sheet."""
SIZE, SMALL, SMALLEST = 9.0, 7.5, 5.5
"""Of letters in points: as they should be, as small as they may be before the sheet is turned, and
as small as any."""
MOST_COLUMNS = 8
"""More are printed across the sheet."""
BREAKS_AT = 24
"""A longer word may break anywhere."""
LONG = 600
"""Characters of a cell that may not fit on what is left of any sheet."""
FORMULA = 26
"""Characters that a drawn formula needs."""
_SPACE = 2
"""Characters that the frame of a cell takes."""


def table(w: Words, plain: PlainTable) -> Table:
    """A table laid out for a sheet of paper."""
    rows = [[_cell(w, each) for each in row] for row in plain.rows]
    columns = list(_columns(plain))
    needed = list(map(_least, columns))
    is_wide = len(columns) > MOST_COLUMNS or SMALL * sum(needed) > SIZE * UPRIGHT
    room = ACROSS if is_wide else UPRIGHT
    size = max(SMALLEST, min(SIZE, SIZE * room / sum(needed)))
    return Table(plain.headings, _shares(columns, needed, room), rows, is_wide, round(size, 2))


def _cell(w: Words, cell: PlainCell) -> Cell:
    blocks = list(chain.from_iterable(_blocks(w, each) for each in cell.texts))
    is_whole = cell.span == 1 and sum(map(len, cell.texts)) < LONG
    return Cell(blocks, cell.span, cell.width, is_whole)


def _blocks(w: Words, text: str) -> Iterator[Block]:
    if isinstance(text, FormulaLine):
        yield from formulas.blocks(w, text.rumus)
    else:
        yield Paragraph(text)


def _columns(plain: PlainTable) -> Iterator[list[str]]:
    """The texts of each column with its heading; a cell over several columns counts for none."""
    taken: dict[tuple[int, int], bool] = {}
    found = [[heading] for heading in plain.headings]
    for number, row in enumerate(plain.rows):
        place = 0
        for cell in row:
            while (number, place) in taken:
                place += 1
            if cell.width == 1:
                found[place] += cell.texts
            taken |= dict.fromkeys(
                (
                    (number + down, place + across)
                    for down in range(cell.span)
                    for across in range(cell.width)
                ),
                True,
            )
    yield from found


def _least(column: list[str]) -> int:
    """What its longest word needs, which breaks where it is very long; and a formula."""
    words = chain.from_iterable(each.split() for each in column)
    longest = max((_breadth(each) for each in words), default=1)
    is_drawn = any(isinstance(each, FormulaLine) and each.rumus.strokes() for each in column)
    return max(longest, FORMULA if is_drawn else 0) + _SPACE


def _breadth(word: str) -> int:
    """Capitals take more room than small letters."""
    letters = word[:BREAKS_AT]
    return len(letters) + sum(map(str.isupper, letters)) // 3


def _shares(columns: list[list[str]], needed: list[int], room: int) -> list[int]:
    """What each column needs at least; what is left goes where there is much to say."""
    left = max(0, room - sum(needed))
    wanted = [max(map(len, column)) ** 0.7 for column in columns]
    return [
        need + round(left * want / sum(wanted)) for need, want in zip(needed, wanted, strict=True)
    ]
