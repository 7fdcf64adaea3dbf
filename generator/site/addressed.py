"""The addresses within the site that a file carries for programs: each must lead somewhere too.

Which value is an address follows from the file and the name that the value has there. What the
content itself says is no address of ours, whatever it looks like: a check has passed it.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from generator.content import addresses

Reader = Callable[[str], Iterator[str]]
"""From what a file says to the values that are addresses."""
COLUMNS = ("alamat", "Alamat", "Tautan")
"""What the column of an address is called in a table."""


def links(address: str, data: bytes, url: str) -> set[str]:
    """The addresses in a file, as a link of a page at its place would lead there. A whole address
    is one of the site's where it begins with that of the site, `url`, which may not be known."""
    reader, start = _reader(address)
    found = reader(data.decode("utf-8-sig")) if reader else ()
    # An address from the root may be empty: that is the front page. None of ours has a colon.
    return {_within(each, url) if ":" in each else f"{start}{each}" for each in found}


def _within(link: str, url: str) -> str:
    """A whole address of the site as one from its root; another as it is."""
    return f"/{link.removeprefix(url)}" if url and link.startswith(url) else link


def _reader(address: str) -> tuple[Reader | None, str]:
    """What reads the addresses of a file, and what stands before them: from the root, or nothing
    where they begin at the file."""
    name, ending = PurePosixPath(address).name, PurePosixPath(address).suffix
    if address.startswith(addresses.VERIFY) and ending == ".json":
        return _values("alamat", "alamat_baru"), ""
    if address.startswith(addresses.SEARCH_INDEX):
        return _values("url"), "/"
    if name == addresses.JDIHN:
        return _values("urlAbstrak", "urlDetailPeraturan"), "/"
    if name == "datapackage.json":
        return _values("path"), ""
    if ending in (".html", ".jsonld"):
        return _named, "/"
    if address in (addresses.FEED, _SITEMAP):
        return _of_xml, "/"
    return _BY_ENDING.get(ending), "/"


def _values(*names: str) -> Reader:
    """The values that have a name in JSON. What stands in a text has a sign before its quotes, and
    an address has none that would."""
    pattern = re.compile(rf'"(?:{"|".join(names)})": ?"([^"\\]*)"')
    return lambda text: iter(pattern.findall(text))


_linked_data = _values("@id", "contentUrl", "item", "url")
_CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^"]*)')


def _named(text: str) -> Iterator[str]:
    """What names a thing, in a page as in a catalogue; and where a page lies."""
    yield from _linked_data(text)
    yield from _CANONICAL.findall(text)


_SITEMAP = "sitemap.xml"
_LEADS = re.compile(r'(?:\bhref="|<loc>)([^"<]*)')


def _of_xml(text: str) -> Iterator[str]:
    yield from _LEADS.findall(text)


def _of_table(text: str) -> Iterator[str]:
    rows = csv.reader(io.StringIO(text, newline=""))
    headings = next(rows, [])
    places = [place for place, name in enumerate(headings) if name in COLUMNS]
    yield from (row[place] for row in rows for place in places)


_of_twin = _values("alamat")
_BY_ENDING: dict[str, Reader] = {".json": _of_twin, ".ndjson": _of_twin, ".csv": _of_table}
