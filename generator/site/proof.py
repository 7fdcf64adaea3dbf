"""The last look at a built site: all that was written is there, and nothing else.

Links between pages have their own module, numbers of persons theirs; here it is what those take for
granted. Each line that is returned stops the publication.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from generator.content import addresses
from generator.files import below
from generator.site.seen import Seen

_HEAD = 16_384
"""Bytes in which a page has said what it is."""
_WANTED = {
    re.compile(rb'<html [^>]*lang="[a-z]'): "tanpa bahasa",
    re.compile(rb"<title>\s*[^<\s]"): "tanpa judul",
    re.compile(rb'<meta name="description" content="[^"]'): "tanpa keterangan",
    re.compile(rb'<meta http-equiv="Content-Security-Policy" content="default-src '): (
        "tanpa kebijakan keamanan (Content-Security-Policy)"
    ),
}
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="([^"]*)"')
_TO = re.compile(r"0; url=(.+)")
_ABOVE = re.compile(r"(?:\.\./)*")
_NAMED = {
    ".css": re.compile(r"url\(\s*[\"']?(?!data:|#)([^\"')]+)"),
    ".js": re.compile(r"(?:\bfrom|\bimport)\s*\(?\s*[\"'`](\.{1,2}/[^\"'`?$]+)"),
}
"""What a style sheet or a script asks for, by its own address."""


def faults(
    folder: Path,
    pages: Mapping[str, Seen],
    base: str,
    written: Collection[str],
    kept: Iterable[str],
) -> Iterator[str]:
    """What is wrong with a site of which these pages are ours, below the path `base`. `written` are
    the files that were to become part of it, `kept` the addresses that it must have."""
    made = {*below(folder)}
    yield from (f"{address}: tidak ikut terbit" for address in sorted({*written} - made))
    yield from (f"{address}: alamat ini tidak ada" for address in _gone(kept, pages))
    for address, page in pages.items():
        said = (folder / address).read_bytes()
        yield from (f"{address}: {fault}" for fault in _of_page(said[:_HEAD], address, made))
        leaving = _leaving(address, page.links, base)
        yield from (f"{address}: {link}: keluar dari situs ini" for link in leaving)
    for address in sorted(made - pages.keys()):
        if named := _NAMED.get(PurePosixPath(address).suffix):
            text = (folder / address).read_text("utf-8", "replace")
            for link in named.findall(text):
                if _target(address, link) not in made:
                    yield f"{address}: {link}: berkas tidak ada"


def strangers(folder: Path, known: Iterable[str]) -> Iterator[str]:
    """The files that nobody is known to have made; a known name may be that of a folder."""
    there = {*known}
    for address in sorted(below(folder)):
        above = (f"{each}" for each in PurePosixPath(address).parents)
        if address not in there and there.isdisjoint(above):
            yield f"{address}: berkas ini tidak dikenal"


def _gone(kept: Iterable[str], pages: Mapping[str, Seen]) -> Iterator[str]:
    for address in sorted(kept):
        way, _, anchor = address.partition("#")
        page = pages.get(f"{way}index.html")
        if page is None or (anchor and anchor not in page.anchors):
            yield address


def _of_page(head: bytes, address: str, made: Collection[str]) -> Iterator[str]:
    yield from (fault for pattern, fault in _WANTED.items() if not pattern.search(head))
    if moved := _REFRESH.search(head):
        goal = unescape(moved[1].decode("utf-8", "replace"))
        told = _TO.fullmatch(goal)
        if not told or _target(address, told[1]) not in made:
            yield f"alihan ke alamat yang tidak ada ({goal})"


def _leaving(address: str, links: list[str], base: str) -> Iterator[str]:
    """Links that leave the folder in which the site lies. What is missing is shown at any depth, so
    its links begin at the root of the host."""
    depth, is_missing = address.count("/"), address == addresses.MISSING
    for link in links:
        is_absolute = link.startswith("/") and not link.startswith("//")
        steps = len(_ABOVE.match(link)[0]) // len("../")  # type: ignore[index]
        if (is_absolute and not (is_missing and link.startswith(base))) or steps > depth:
            yield link


def _target(address: str, link: str) -> str:
    path = unquote(urlsplit(urljoin(f"/{address}", link.strip())).path).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path
