"""The links of a built site, held against its pages, files and anchors."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.content import addresses
from generator.files import below
from generator.site.seen import Seen

_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#([\w.-]+))?", re.ASCII)
"""A link as our pages write most of theirs, read at once; for any other there is a library."""


def broken(folder: Path, pages: Mapping[str, Seen]) -> Iterator[str]:
    """Every link of these pages that leads to a page, a file or an anchor that is not there. Those
    of the owner are published as they are, so they are none of these."""
    files = {*below(folder)}
    for address, page in pages.items():
        for link in page.links:
            if fault := _fault(address, link, files, pages):
                yield f"{address}: {link}: {fault}"


def _fault(
    address: str, link: str, files: Collection[str], pages: Mapping[str, Seen]
) -> str | None:
    target = _target(address, link)
    # What is shown at any depth has links that begin at the root of the host.
    if target is None or address == addresses.MISSING:
        return None
    path, anchor = target
    if path not in files:
        return "halaman tidak ada"
    if anchor and path in pages and anchor not in pages[path].anchors:
        return "jangkar tidak ada"
    return None


def _target(address: str, link: str) -> tuple[str, str] | None:
    """The file and the anchor that a link names, if it stays on the site."""
    if plain := _PLAIN.fullmatch(link):
        path = _above(address, plain[1].count("/")) + plain[2] if link[0] != "#" else address
        anchor = plain[3] or ""
    else:
        target = urlsplit(urljoin(f"/{address}", link))
        if target.scheme or target.netloc:
            return None
        path, anchor = unquote(target.path).lstrip("/"), unquote(target.fragment)
    return f"{path}index.html" if path.endswith("/") or not path else path, anchor


def _above(address: str, steps: int) -> str:
    """The folder so many steps above that of a page; above the top there is nothing."""
    folders = address.split("/")[:-1]
    return "".join(f"{each}/" for each in folders[: max(len(folders) - steps, 0)])
