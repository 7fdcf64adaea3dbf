"""The grid of a table: its headings, also of two lines, and its rows below them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.importing.blocks import Cell, Table
from generator.importing.flat import cell_text
from generator.model.columns import Column, Kolom, columns, normal

_SURE = {
    Kolom.SASARAN,
    Kolom.INDIKATOR,
    Kolom.RUMUS,
    Kolom.SUMBER_DATA,
    Kolom.TARGET,
    Kolom.SATUAN,
    Kolom.NOMOR,
    Kolom.PROGRAM,
    Kolom.KEGIATAN,
    Kolom.PENANGGUNG_JAWAB,
    Kolom.DEFINISI_OPERASIONAL,
    Kolom.KETERANGAN,
}
_LONGEST = 9
"""Words of a heading; a cell with more is none."""

Row = tuple[Cell, ...]


def _headings(row: Row) -> list[str]:
    return [cell_text(cell) for cell in row]


def is_heading_row(row: Row) -> bool:
    """Whether most cells of a row are headings that we know, the indicators' among them."""
    texts = [text for text in _headings(row) if text]
    if not texts or any(len(text.split()) > _LONGEST for text in texts):
        return False
    if any(re.search(r"[.;]$", text) and not re.match(r"NO", text, re.I) for text in texts):
        return False
    known = [each.kolom for each in columns(texts) if each.kolom in _SURE]
    has_core = Kolom.INDIKATOR in known and any(each in known for each in _OTHERS)
    return has_core and len(known) * 2 >= len(texts) and not _are_alike(texts)


_OTHERS = (Kolom.SASARAN, Kolom.RUMUS, Kolom.SUMBER_DATA, Kolom.TARGET, Kolom.SATUAN)


def _are_alike(texts: Sequence[str]) -> bool:
    """A row of one merged cell says the same in each."""
    return len({normal(text) for text in texts}) == 1


def has_heading(table: Table) -> bool:
    """Whether a table begins with headings, perhaps below a line or two that say what it is."""
    return _heading_at(table) is not None


def _heading_at(table: Table) -> int | None:
    for at, row in enumerate(table.rows[:3]):
        if is_heading_row(row):
            return at
        if at + 1 < len(table.rows) and is_heading_row(_both(row, table.rows[at + 1])):
            return at
    return None


def _both(upper: Row, lower: Row) -> Row:
    return tuple(
        Cell((*above.paragraphs, *below.paragraphs), above.place)
        for above, below in zip(upper, lower, strict=True)
    )


@dataclass(frozen=True)
class Grid:
    """A table with its columns."""

    columns: list[Column]
    """One for each cell; a cell without a heading belongs to the one before it."""
    rows: list[Row]
    around: list[Row]
    """What stands above the headings, and the numbers of the columns below them."""
    heading: list[Row]


def grid(table: Table) -> Grid | None:
    """A table below its headings."""
    at = _heading_at(table)
    if at is None:
        return None
    depth = _depth(table, at)
    heading = list(table.rows[at : at + depth])
    below = table.rows[at + depth :]
    numbers = [row for row in below if _is_numbering(row)]
    joined = _joined_columns(_titles(heading), [row for row in below if row not in numbers])
    return Grid(*joined, [*table.rows[:at], *numbers], heading)


def _depth(table: Table, at: int) -> int:
    """Two lines where the second goes on with the first: years below `Target`."""
    if at + 1 >= len(table.rows):
        return 1
    upper, lower = (_headings(table.rows[n]) for n in (at, at + 1))
    cells = table.rows[at + 1]
    if not is_heading_row(table.rows[at]):
        return 2
    under = [
        (above, below, cell.is_continued)
        for above, below, cell in zip(upper, lower, cells, strict=True)
    ]
    said = [below for _, below, is_continued in under if below and not is_continued]
    is_sparse = len(said) < len(upper) and all(
        re.fullmatch(r"(?:19|20)\d\d|(?:TW|TRIWULAN|SEMESTER|SMT)\b.*|[IVX]{1,4}", each, re.I)
        for each in said
    )
    return 2 if said and (is_sparse or _are_headings(table.rows[at], said, cells)) else 1


def _are_headings(upper: Row, said: Sequence[str], lower: Row) -> bool:
    """Whether what stands below a heading over several columns are headings too: `Target` and
    `Realisasi` below `Capaian kinerja`."""
    pairs = [(a, cell_text(b)) for a, b in zip(upper, lower, strict=True) if not b.is_continued]
    is_below_one = any(text and (not cell_text(a) or a.is_continued) for a, text in pairs)
    are_known = all(each.kolom for each in columns(list(said)))
    return is_below_one and are_known and len(said) < len(upper)


def _titles(heading: Sequence[Row]) -> list[str]:
    """The headings of the columns; of two lines each below the one it stands under."""
    rows = [_headings(row) for row in heading]
    if len(rows) == 1:
        return rows[0]
    upper: list[str] = []
    for above, below, cell in zip(rows[0], rows[1], heading[0], strict=True):
        goes_on = (not above or cell.is_continued) and below and upper
        upper.append(upper[-1] if goes_on and not above else above)
    return [_title(above, below) for above, below in zip(upper, rows[1], strict=True)]


def _title(above: str, below: str) -> str:
    """Two lines of a heading as one; where the second says by itself what the column is, it stands
    first: `Target (Capaian kinerja)`."""
    if normal(above) == normal(below):
        return above
    kinds = [each.kolom for text in (above, below) if text for each in columns([text])]
    if len(kinds) == 2 and kinds[1] and not columns([below])[0].period and kinds[0] != kinds[1]:
        return f"{below} ({above})"
    return f"{above} {below}".strip()


def _is_numbering(row: Row) -> bool:
    """The numbers of columns: (1) (2) (3)."""
    texts = [text for text in _headings(row) if text]
    numbers = [re.sub(r"[^0-9]", "", text) for text in texts]
    return (
        len(texts) > 2
        and numbers == [str(n) for n in range(1, len(texts) + 1)]
        and all(re.fullmatch(r"\(?\d+[.)]?", text) for text in texts)
    )


def _joined_columns(titles: list[str], rows: list[Row]) -> tuple[list[Column], list[Row]]:
    """Without cells that have no heading: what stands in them belongs to the cell before."""
    starts = [at for at, title in enumerate(titles) if title or at == 0]
    ends = [*starts[1:], len(titles)]
    spans = list(zip(starts, ends, strict=True))
    found = columns([titles[start] or "NO" for start, _ in spans])
    return found, [tuple(_one(row[start:end]) for start, end in spans) for row in rows]


def _one(cells: Row) -> Cell:
    if len(cells) == 1:
        return cells[0]
    paragraphs = tuple(each for cell in cells for each in cell.paragraphs)
    return Cell(paragraphs, cells[0].place, cells[0].is_continued)


def joined(upper: Row, lower: Row) -> Row:
    """A row and what goes on with it after the end of a page."""
    return tuple(
        Cell((*(a.paragraphs if a else ()), *(b.paragraphs if b else ())), (a or b).place)
        for a, b in zip_longest(upper, lower)
        if a or b
    )
