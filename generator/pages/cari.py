"""The search page: its results come from the index, in the browser."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.pages.parts import Head, Perspective, Site


@dataclass(frozen=True)
class CariView:
    head: Head


def pages(site: Site) -> Iterator[tuple[str, CariView]]:
    """The search page, as it is before a search."""
    see = Perspective(site, addresses.SEARCH)
    head = Head("cari", see.w.label.cari, see.w.cari.deskripsi, see.way())
    yield see.here, CariView(head)
