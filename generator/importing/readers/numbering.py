"""The numbers that Word writes before paragraphs by itself, which stand nowhere in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.importing.readers.archive import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def value(element: Element | None, name: str = "val") -> str:
    """A setting of Word; empty where there is none."""
    return "" if element is None else element.get(W + name, "")


def whole(text: str, otherwise: int = 0) -> int:
    """A whole number as Word writes it; whatever else is there counts as none."""
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else otherwise


@dataclass(frozen=True)
class Level:
    """One level of a list."""

    start: int
    form: str
    text: str
    """`%1.%2`: the numbers of which levels, with what is around them."""
    indent: str
    is_plain: bool
    """All its numbers are plain ones, also those of levels above."""


@dataclass
class _List:
    """A list whose paragraphs count on, wherever they stand."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file of Word, which count as its paragraphs are gone through."""

    def __init__(self, tree: Element | None):
        self._elements = {} if tree is None else {
            value(each, "abstractNumId"): each for each in tree.iter(f"{W}abstractNum")
        }  # fmt: skip
        self._nums = {} if tree is None else {
            value(each, "numId"): each for each in tree.iter(f"{W}num")
        }  # fmt: skip
        self._lists: dict[str, _List] = {}
        self._begun: set[str] = set()

    def level(self, number: str, depth: int) -> Level | None:
        """How a level of a list is; None where there is no such list."""
        found = self._list(number)
        return found.levels.get(depth) if found else None

    def mark(self, number: str, depth: int) -> str:
        """What stands before the next paragraph of a list."""
        found = self._list(number)
        level = found.levels.get(depth) if found else None
        if not found or not level:
            return ""
        self._begin(number, found)
        found.counts[depth] = found.counts.get(depth, level.start - 1) + 1
        found.counts = {each: count for each, count in found.counts.items() if each <= depth}
        return _mark(found, level)

    def _list(self, number: str) -> _List | None:
        if number not in self._nums:
            return None
        abstract = value(self._nums[number].find(f"{W}abstractNumId"))
        if abstract not in self._elements:
            return None
        if abstract not in self._lists:
            element = self._with_levels(self._elements[abstract])
            self._lists[abstract] = _List(dict(self._levels(element)))
        return self._lists[abstract]

    def _with_levels(self, element: Element) -> Element:
        """A list may have the levels of another, by the name of a style."""
        if name := value(element.find(f"{W}numStyleLink")):
            others = self._elements.values()
            return next((e for e in others if value(e.find(f"{W}styleLink")) == name), element)
        return element

    def _levels(self, element: Element) -> Iterator[tuple[int, Level]]:
        for each in element.iter(f"{W}lvl"):
            yield (
                whole(value(each, "ilvl")),
                Level(
                    whole(value(each.find(f"{W}start")), 1),
                    value(each.find(f"{W}numFmt")) or "decimal",
                    value(each.find(f"{W}lvlText")),
                    _indent(each),
                    each.find(f"{W}isLgl") is not None,
                ),
            )

    def _begin(self, number: str, found: _List) -> None:
        """A number that is used first may begin its list again."""
        if number in self._begun:
            return
        self._begun.add(number)
        for each in self._nums[number].iter(f"{W}lvlOverride"):
            start = each.find(f"{W}startOverride")
            if start is not None:
                found.counts[whole(value(each, "ilvl"))] = whole(value(start), 1) - 1


def _indent(element: Element) -> str:
    found = element.find(f"{W}pPr/{W}ind")
    return value(found, "left") or value(found, "start")


def _mark(found: _List, level: Level) -> str:
    if level.form == "bullet":
        return _bullet(level.text)
    if level.form == "none":
        return ""
    return re.sub(r"%(\d)", lambda each: _number(found, level, int(each[1]) - 1), level.text)


def _number(found: _List, level: Level, depth: int) -> str:
    other = found.levels.get(depth, level)
    return written(
        found.counts.get(depth, other.start), "decimal" if level.is_plain else other.form
    )


def _bullet(text: str) -> str:
    """Signs of private fonts are dots, whatever they look like."""
    sign = text.strip()[:1]
    return sign if sign and not "\ue000" <= sign <= "\uf8ff" else "•"


def written(count: int, form: str) -> str:
    """A number in the form that Word names."""
    match form:
        case "lowerLetter":
            return _letters(count)
        case "upperLetter":
            return _letters(count).upper()
        case "lowerRoman":
            return _roman(count)
        case "upperRoman":
            return _roman(count).upper()
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)


def _letters(count: int) -> str:
    """Behind z come aa, bb, cc."""
    times, place = divmod(max(count, 1) - 1, 26)
    return chr(ord("a") + place) * (min(times, 30) + 1)


def _roman(count: int) -> str:
    found = ""
    for size, sign in _ROMAN:
        times, count = divmod(count, size) if count > 0 else (0, count)
        found += sign * min(times, 10)
    return found


class Styles:
    """What the styles of paragraphs say of lists and how far in they stand."""

    def __init__(self, tree: Element | None):
        self._styles = {} if tree is None else {
            value(each, "styleId"): each for each in tree.iter(f"{W}style")
        }  # fmt: skip

    def find(self, properties: Element | None, way: str) -> Element | None:
        """A setting of a paragraph: its own, else of its style, else of what that is based on."""
        for element in self._from(properties):
            found = element.find(way)
            if found is not None:
                return found
        return None

    def _from(self, properties: Element | None) -> Iterator[Element]:
        if properties is None:
            return
        yield properties
        name, seen = value(properties.find(f"{W}pStyle")), set[str]()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            if (inner := style.find(f"{W}pPr")) is not None:
                yield inner
            name = value(style.find(f"{W}basedOn"))
