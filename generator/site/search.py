"""The search index of a built site, laid out for our script: a reader loads the parts that a query
needs, and no engine."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content import addresses
from generator.site import indexing
from generator.site.seen import Seen


def index(folder: Path, pages: Iterable[Seen]) -> None:
    """Write the index into a built site: the same bytes for the same pages."""
    target = folder / addresses.SEARCH_INDEX
    target.mkdir(parents=True, exist_ok=True)
    for name, text in indexing.files(each.page for each in pages if each.page):
        (target / name).write_text(text, encoding="utf-8")


def shown(folder: Path) -> Iterator[Path]:
    """The files of the index that hold the texts of pages; the others hold single words."""
    yield from (folder / addresses.SEARCH_INDEX).glob(f"{indexing.SHOWN}*.json")
