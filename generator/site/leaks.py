"""Numbers of persons in a built site: the last look before it is published.

What is printed as PDF is searched as the texts that were handed to the printer.

The check has searched every value by itself, and so is every text of the site here. But pages and
search also put texts one behind the other, and two innocent numbers may then look like one of a
person. So what is made of the ends of texts that are innocent by themselves is no fault. The words
of the search index are not searched: they come from these texts, without the signs between digits.
"""

import html
import io
import json
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import chain, combinations, pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.content import addresses
from generator.files import below
from generator.site import search
from generator.values import personal

Text = tuple[str, str]
"""Where a text stands in its file, and the text."""
Groups = tuple[str, ...]

_MOST_PARTS = 4
"""A number in more pieces is not put together by chance."""


def found(folder: Path, printed: Iterable[Text] = ()) -> Iterator[str]:
    """Every file that holds a number of a person, and where; the number itself is not told.
    `printed` are the addresses and texts of what only a printer can read."""
    printed = list(printed)
    names = _files(folder)
    texts = chain(
        ((name, *said) for name in names for said in _texts(folder / name)),
        ((address, "isi", text) for address, text in printed),
    )
    suspects = [
        (address, where, number)
        for address, where, text in texts
        if (number := personal.number(text))
    ]
    innocent = _Innocent()
    if suspects:
        for name in names:
            innocent.add(folder / name)
        innocent.add_texts(text for _, text in printed)
    for address, where, number in suspects:
        if not innocent.make(number.groups):
            yield f"{address}: {where}: memuat nomor pribadi ({number.kind})"


def _files(folder: Path) -> list[str]:
    index = folder / addresses.SEARCH_INDEX
    words = {*index.glob("*.json")} - {*search.shown(folder)}
    left = {path.relative_to(folder).as_posix() for path in words}
    return sorted(each for each in below(folder) if _ending(each) in _READERS and each not in left)


def _ending(name: str) -> str:
    return os.path.splitext(name)[1]


def _texts(path: Path) -> Iterator[Text]:
    return _READERS[path.suffix](path.read_bytes())


def _of_page(data: bytes) -> Iterator[Text]:
    page = data.decode("utf-8", "replace")
    # Between two texts of a page there are letters, those of a tag.
    if personal.may_hold(html.unescape(page)):
        yield from _Page(page).texts


class _Page(HTMLParser):
    """The texts and the values of attributes of a page."""

    def __init__(self, page: str):
        super().__init__()
        self.texts: list[Text] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # What is encoded in an address has digits that stand for signs: `%20`.
        self._add(*(unquote(value) for _, value in attrs if value))

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_comment(self, data: str) -> None:
        self._add(data)

    def _add(self, *texts: str) -> None:
        self.texts += ((f"baris {self.getpos()[0]}", text) for text in texts)


def _of_json(data: bytes) -> Iterator[Text]:
    if _may_hold(data.decode()):
        yield from _strings("isi", json.loads(data))


def _of_lines(data: bytes) -> Iterator[Text]:
    """JSON, a value a line."""
    for number, line in enumerate(data.splitlines(), 1):
        if _may_hold(line.decode()):
            yield from _strings(f"baris {number}", json.loads(line))


def _may_hold(text: str) -> bool:
    """Whether a string of JSON may hold a number: between two strings there is no letter."""
    plain = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else " ", text)
    return personal.may_hold(plain.replace('"', "x"))


_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")


def _of_csv(data: bytes) -> Iterator[Text]:
    """Each cell of a file in which all stand between quotes."""
    text = data.decode()
    if personal.may_hold(text.replace('","', "x").replace('"\r\n"', "x")):
        yield from (("isi", each.replace('""', '"')) for each in _CELL.findall(text))


_CELL = re.compile(r'"((?:[^"]|"")*)"')


def _of_workbook(data: bytes) -> Iterator[Text]:
    """The texts of all cells; Excel keeps them apart from the sheets."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        if _STRINGS in book.namelist():
            text = book.read(_STRINGS).decode()
            if personal.may_hold(html.unescape(text)):
                yield from (("isi", html.unescape(each)) for each in _STRING.findall(text))


_STRINGS = "xl/sharedStrings.xml"
_STRING = re.compile(r"<t[^>]*>([^<]*)</t>")


def _strings(where: str, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield where, str(name)
            yield from _strings(f"{where} > {personal.masked(str(name))}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(where, inner)
    elif isinstance(value, int) and value > _LARGE:
        yield where, str(value)


_LARGE = 10**15
_READERS = {
    ".html": _of_page,
    ".xml": _of_page,
    ".json": _of_json,
    ".jsonld": _of_json,
    ".ndjson": _of_lines,
    ".csv": _of_csv,
    ".xlsx": _of_workbook,
}


@dataclass
class _Innocent:
    """The digits at the ends of texts that hold no number of a person."""

    heads: set[Groups] = field(default_factory=set)
    tails: set[Groups] = field(default_factory=set)
    whole: set[Groups] = field(default_factory=set)

    def add(self, path: Path) -> None:
        """Take in every text of a file."""
        is_page = path.suffix == ".html"
        texts = _Page(path.read_text("utf-8", "replace")).texts if is_page else _texts(path)
        self.add_texts(text for _, text in texts)

    def add_texts(self, texts: Iterable[str]) -> None:
        """Take in some texts."""
        for text in texts:
            if not personal.number(text):
                self._add(personal.groups_of(text))

    def _add(self, rows: list[Groups]) -> None:
        if len(rows) == 1:
            self.whole.add(rows[0])
        self.heads |= {rows[0][:count] for count in range(1, len(rows[0][:18]) + 1)}
        self.tails |= {rows[-1][-count:] for count in range(1, len(rows[-1][-18:]) + 1)}

    def make(self, groups: Groups) -> bool:
        """Whether some groups can be made of these ends."""
        places = range(1, len(groups))
        return any(
            self._are_parts([groups[a:b] for a, b in pairwise((0, *cuts, len(groups)))])
            for count in range(1, _MOST_PARTS)
            for cuts in combinations(places, count)
        )

    def _are_parts(self, parts: list[Groups]) -> bool:
        first, *middle, last = parts
        return first in self.tails and last in self.heads and self.whole.issuperset(middle)
