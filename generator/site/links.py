"""The links of a built site, held against its pages, files and anchors."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_LINKS = ("href", "src", "action")
_LINKED = ", ".join(f"[{name}]" for name in ("id", *_LINKS))
_MISSING = "404.html"
"""It is shown at any depth, so its links begin at the root of the host."""


def broken(folder: Path, owners: Collection[str] = ()) -> Iterator[str]:
    """Every link that leads to a page, a file or an anchor that is not there. The pages of the
    owner are published as they are, so they are not read."""
    there = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path for path in there}
    read = [here for here in files if here.endswith(".html") and here not in owners]
    pages = {here: _page(files[here].read_bytes()) for here in sorted(read)}
    for address, page in pages.items():
        for link in page.links:
            if fault := _fault(address, link, files, pages):
                yield f"{address}: {link}: {fault}"


@dataclass(frozen=True)
class _Page:
    """The links and anchors of one page."""

    links: list[str]
    anchors: set[str]


def _page(html: bytes) -> _Page:
    found = [each.attributes for each in LexborHTMLParser(html).css(_LINKED)]
    links = [link for each in found for name in _LINKS if (link := each.get(name))]
    return _Page(links, {anchor for each in found if (anchor := each.get("id"))})


def _fault(address: str, link: str, files: Collection[str], pages: dict[str, _Page]) -> str | None:
    target = urlsplit(urljoin(f"/{address}", link))
    if target.scheme or target.netloc or address == _MISSING:
        return None
    path = unquote(target.path).lstrip("/")
    if path.endswith("/") or not path:
        path += "index.html"
    if path not in files:
        return "halaman tidak ada"
    if target.fragment and path in pages and unquote(target.fragment) not in pages[path].anchors:
        return "jangkar tidak ada"
    return None
