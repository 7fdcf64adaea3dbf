"""What stands on each page of a built site, by one look: links, anchors, what can be found."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.files import below
from generator.site.indexing import Heading, Page

_LINKS = ("href", "src", "action")
_LINKED = ", ".join(f"[{name}]" for name in ("id", *_LINKS))
_PASSING = 'meta[name="robots"][content="noindex"]'
_FOUND = "[data-dicari]"
_PRINTED = "[data-tertulis]"
_NAMED = "data-judul"
"""What holds the name of a page, where its heading is shorter."""
_FILTER = "data-saring"
_AS_LINE = "data-baris"
"""Of what is drawn: how it reads as one line."""
_LEFT_OUT = "[data-tak-dicari], script, style, template, noscript, form, button, select, svg"
_BLOCKS = (
    "article, aside, blockquote, br, caption, dd, details, div, dl, dt, figcaption, figure, "
    "footer, h1, h2, h3, h4, h5, h6, header, hr, li, nav, ol, p, pre, section, summary, table, "
    "td, th, tr, ul"
)
_END, _HERE = "\x01", "\x02"
"""Between two blocks, and around an anchor: signs that no page holds."""
_ANCHOR = re.compile(f"{_HERE}(.*?){_HERE}")
_STOPS = tuple(".!?:;,")


@dataclass(frozen=True)
class Seen:
    """One page."""

    links: list[str]
    anchors: frozenset[str]
    is_lasting: bool
    """Whether it may be listed elsewhere: no redirection, nothing that is there for a while."""
    page: Page | None
    """What can be found of it, if it is to be found."""


def all_of(folder: Path) -> dict[str, Seen]:
    """Every page below a folder, by its address, sorted."""
    addresses = sorted(name for name in below(folder) if name.endswith(".html"))
    return {address: look(address, (folder / address).read_bytes()) for address in addresses}


def look(address: str, html: bytes) -> Seen:
    """One page, by its file."""
    tree = LexborHTMLParser(html)
    marked = [each.attributes for each in tree.css(_LINKED)]
    links = [sys.intern(link) for each in marked for name in _LINKS if (link := each.get(name))]
    anchors = frozenset(anchor for each in marked if (anchor := each.get("id")))
    body = tree.css_first(_FOUND)
    is_lasting = tree.css_first(_PASSING) is None
    url = address.removesuffix("index.html")
    return Seen(links, anchors, is_lasting, _page(url, tree, body) if body else None)


def _page(url: str, tree: LexborHTMLParser, body: LexborNode) -> Page:
    filters: dict[str, list[str]] = {}
    for each in tree.css(f"[{_FILTER}]"):
        name = str(each.attributes[_FILTER])
        filters.setdefault(name, []).append(str(each.attributes["content"]))
    heading, printed = (_words(body.css_first(each)) for each in ("h1", _PRINTED))
    named = body.css_first(f"[{_NAMED}]")
    title = named.attributes[_NAMED] or "" if named else heading
    content, headings = _told(_text(body))
    return Page(url, title, printed, content, headings, filters)


def _words(node: LexborNode | None) -> str:
    return _plain(node.text()) if node else ""


def _text(body: LexborNode) -> str:
    """What a page says, with signs where a block ends and where an anchor stands."""
    for each in body.css(f"[{_AS_LINE}]"):
        each.replace_with(each.attributes[_AS_LINE] or "")
    for each in body.css(_LEFT_OUT):
        each.decompose()
    for each in body.css(_BLOCKS):
        each.insert_before(_END)
        each.insert_after(_END)
    for each in body.css("[id]"):
        each.insert_before(f"{_HERE}{each.attributes['id']}{_HERE}")
    return body.text()


def _told(text: str) -> tuple[str, list[Heading]]:
    """The sentences of a page, and of each anchor its words and how many stand before it."""
    rows: list[str] = []
    headings: list[Heading] = []
    anchors: list[str] = []
    count = 0
    for block in text.split(_END):
        anchors += _anchors(block)
        if row := _plain(_ANCHOR.sub("", block)):
            headings += ((each, row, count) for each in anchors)
            anchors.clear()
            rows.append(row if row.endswith(_STOPS) else f"{row}.")
            count += row.count(" ") + 1
    return " ".join(rows).removesuffix("."), headings


def _anchors(block: str) -> Iterator[str]:
    """Those that a reader may be led to; the page's own begin otherwise."""
    return (each for each in _ANCHOR.findall(block) if not each.startswith("_"))


def _plain(text: str) -> str:
    return " ".join(text.split())
