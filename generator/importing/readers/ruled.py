"""The tables that lines rule on a page, and the bars that are no borders."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from pdfplumber.page import Page
from pdfplumber.table import Table as Ruled
from pdfplumber.table import merge_edges

from generator.importing.blocks import Cell, Place, Table
from generator.importing.readers.words import Bar, Word, paragraphs

Edge: TypeAlias = dict[str, Any]
Box: TypeAlias = tuple[float, float, float, float]
_NEAR = 3.0
"""So far lines may miss each other that are meant to meet."""
_SHORTEST_BORDER = 5.0
_PADDING = 6.0
"""More than this text does not keep from the border by itself."""
_MOST_EDGES = 4_000
"""Of each kind with each of the other: a page with more is a drawing."""


@dataclass(frozen=True)
class Lines:
    """The lines of a page."""

    borders: tuple[Edge, ...]
    bars: tuple[Bar, ...]


def lines_on(page: Page) -> Lines:
    """Borders meet other borders at both ends; what does not is a bar."""
    edges = [each for each in page.edges if max(each["width"], each["height"]) > 1]
    if len(edges) > _MOST_EDGES:
        return Lines((), ())
    merged = merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR)
    upright = [
        each
        for each in merged
        if each["orientation"] == "v" and each["bottom"] - each["top"] > _SHORTEST_BORDER
    ]
    level = [each for each in merged if each["orientation"] == "h"]
    borders = [
        each for each in level if _meets(each, "x0", upright) and _meets(each, "x1", upright)
    ]
    bars = [Bar(each["x0"], each["x1"], each["top"]) for each in level if each not in borders]
    return Lines((*upright, *borders, *_closing(upright, borders)), tuple(bars))


def _closing(upright: list[Edge], level: list[Edge]) -> Iterator[Edge]:
    """The borders that a table lacks where a page cuts it: at the end of its upright ones."""
    for end in ("top", "bottom"):
        rest = sorted(upright, key=lambda each: each[end])
        while rest:
            y = rest[0][end]
            same = [each for each in rest if each[end] - y <= _NEAR]
            rest = rest[len(same) :]
            x0, x1 = min(each["x0"] for each in same), max(each["x0"] for each in same)
            if x1 - x0 > _NEAR and not _is_closed(level, x0, x1, y):
                level_one = {"orientation": "h", "x0": x0, "x1": x1, "top": y, "bottom": y}
                yield {**same[0], **level_one, "width": x1 - x0, "height": 0}


def _is_closed(level: list[Edge], x0: float, x1: float, y: float) -> bool:
    """Whether borders at this height reach from one end to the other, perhaps in parts."""
    parts = [each for each in level if abs(each["top"] - y) <= 2 * _NEAR]
    covered = sum(max(min(each["x1"], x1) - max(each["x0"], x0), 0) for each in parts)
    return bool(covered >= x1 - x0 - 2 * _NEAR)


def _meets(edge: Edge, end: str, upright: Iterable[Edge]) -> bool:
    return any(
        abs(each["x0"] - edge[end]) <= _NEAR
        and each["top"] - _NEAR <= edge["top"] <= each["bottom"] + _NEAR
        for each in upright
    )


def tables_on(page: Page, lines: Lines) -> list[Ruled]:
    """The tables from above; a box around a single text is none."""
    upright = [each for each in lines.borders if each["orientation"] == "v"]
    level = [each for each in lines.borders if each["orientation"] == "h"]
    if len(upright) < 2 or len(level) < 2:
        return []
    found = page.find_tables(
        {
            "vertical_strategy": "explicit",
            "horizontal_strategy": "explicit",
            "explicit_vertical_lines": upright,
            "explicit_horizontal_lines": level,
        }
    )
    return sorted((each for each in found if len(each.cells) > 1), key=lambda each: each.bbox[1])


def table_of(ruled: Ruled, words: list[Word], bars: Iterable[Bar], place: Place) -> Table:
    """A ruled table with the words in its cells."""
    boxes = [box for row in ruled.rows for box in row.cells if box]
    held = {box: [each for each in words if is_inside(each, box)] for box in boxes}
    padding = _padding(held)
    rows = []
    for number, row in enumerate(ruled.rows, 1):
        where = Place(f"{place.said}, baris {number}")
        rows.append(tuple(_cells(row.cells, held, list(bars), padding, where)))
    return Table(tuple(rows), place)


def _cells(
    boxes: Iterable[Box | None],
    held: dict[Box, list[Word]],
    bars: list[Bar],
    padding: float,
    place: Place,
) -> Iterator[Cell]:
    for column, box in enumerate(boxes, 1):
        where = Place(f"{place.said}, kolom {column}")
        if box is None:
            yield Cell((), where, is_continued=True)
            continue
        edges = (box[0] + padding, box[2] - padding)
        inner = [each for each in bars if _is_bar_inside(each, box)]
        yield Cell(tuple(paragraphs(held[box], inner, edges, where)), where)


def _padding(held: dict[Box, list[Word]]) -> float:
    """How far texts of a table keep from its borders."""
    gaps = [each.x0 - box[0] for box, words in held.items() for each in words]
    return min(max(min(gaps, default=0.0), 0.0), _PADDING)


def loose(ruled: Ruled, words: list[Word]) -> list[Word]:
    """The words between the cells of a table: no word may be lost."""
    inside = [each for each in words if is_inside(each, ruled.bbox)]
    return [each for each in inside if not any(is_inside(each, box) for box in ruled.cells)]


def is_inside(word: Word, box: Box) -> bool:
    middle = (word.x0 + word.x1) / 2
    return box[0] <= middle < box[2] and box[1] <= word.middle < box[3]


def _is_bar_inside(bar: Bar, box: Box) -> bool:
    return box[0] - 1 <= bar.x0 and bar.x1 <= box[2] + 1 and box[1] < bar.y < box[3]
