"""The links of a built site and the addresses in its data, held against its pages, files and
anchors."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.content import addresses
from generator.files import below
from generator.site import addressed
from generator.site.seen import Seen

_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#([\w.-]+))?", re.ASCII)
"""A link as our pages write most of theirs, read at once; for any other there is a library."""


def broken(
    folder: Path,
    pages: Mapping[str, Seen],
    url: str = "",
    owners: Collection[str] = (),
    unmade: tuple[str, ...] = (),
) -> Iterator[str]:
    """Every link of these pages, and every address in a file, that leads to a page, a file or an
    anchor that is not there; `url` is the address of the site, where it is known. What is the
    owner's is published as it is, so it is not read. What ends as one of `unmade` was left out on
    purpose."""
    files = {*below(folder)}
    told = {address: page.links for address, page in pages.items()}
    for address in sorted(files.difference(owners)):
        if found := addressed.links(address, (folder / address).read_bytes(), url):
            told[address] = [*told.get(address, ()), *sorted(found)]
    for address, links in told.items():
        for link in links:
            fault = None if link.endswith(unmade) else _fault(address, link, files, pages)
            if fault:
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
