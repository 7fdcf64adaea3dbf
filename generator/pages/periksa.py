"""The page that tells which decree a file is; what it finds out, it finds out in the browser."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.exports import digests
from generator.pages.parts import Head, Perspective, Site


@dataclass(frozen=True)
class PeriksaView:
    head: Head
    count: int
    """How many files are known."""
    digits: int
    """By how many digits of the hash their list is split."""


def pages(site: Site) -> Iterator[tuple[str, PeriksaView]]:
    """The page, as it is before a file is chosen."""
    see = Perspective(site, addresses.VERIFY)
    head = Head("periksa", see.w.periksa.judul, see.w.periksa.deskripsi, see.way())
    known = digests.count(site.content)
    yield see.here, PeriksaView(head, known, digests.split(known))
