"""The search page: its results come from the index, in the browser."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.pages.parts import Kepala, Perspective, Situs


@dataclass(frozen=True)
class CariView:
    kepala: Kepala


def pages(situs: Situs) -> Iterator[tuple[str, CariView]]:
    """The search page, as it is before a search."""
    see = Perspective(situs, addresses.SEARCH)
    head = Kepala("cari", see.w.label.cari, see.w.cari.deskripsi, see.way())
    yield see.here, CariView(head)
