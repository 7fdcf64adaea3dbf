"""Markdown of the owner as HTML that is safe: what is not on the list is left out."""

import posixpath
import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import markdown
import nh3
from markupsafe import Markup

from generator.source.source import Place

_EXTENSIONS = ["sane_lists", "tables", "toc"]
_ELEMENTS = set(
    "a abbr address b blockquote br caption cite code dd del details dfn div dl dt em figcaption"
    " figure h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s small span strong sub summary sup"
    " table tbody td tfoot th thead tr u ul".split()
)
_ATTRIBUTES = {
    **{heading: {"id"} for heading in ("h2", "h3", "h4", "h5", "h6")},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_SCHEMES = {"https", "http", "mailto", "tel"}
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
_MOST_BYTES = 32 * 1024
_MOST_MARKS = 400
_DEEP = re.compile(r"(?:[ \t]*(?:>|[-*+]|\d+[.)])[ \t]*){9}|[ \t]{41}")
"""What begins a line that lies deeper than any page needs."""
_OF_THE_FRAME = "_"
"""What an anchor of the frame begins with."""

Links = Callable[[str, str], str]
"""From the name of an attribute and a link as it was written to the one that the page has."""


def as_html(text: str, rename: Links) -> Markup:
    """The text as one line of HTML, which no reader of Markdown takes apart again."""
    html = markdown.markdown(text, extensions=_EXTENSIONS)
    clean = nh3.clean(
        html,
        tags=_ELEMENTS,
        attributes=_ATTRIBUTES,
        attribute_filter=lambda tag, name, value: (
            _attribute(name, value, rename) if tag in _ELEMENTS else None
        ),
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return Markup(clean.replace("\n", "&#10;"))


def _attribute(name: str, value: str, rename: Links) -> str | None:
    if name == "id":
        return None if value.startswith(_OF_THE_FRAME) else value
    return rename(name, value) if name in ("href", "src") else value


def links(text: str) -> list[tuple[str, str]]:
    """Every link (`href`) and picture (`src`) of a text, as it is written."""
    found: dict[tuple[str, str], None] = {}

    def note(name: str, link: str) -> str:
        found[name, link] = None
        return link

    as_html(text, note)
    return list(found)


def excess(text: str) -> tuple[Place, str] | None:
    """What would cost too much, where anyone can propose a text: the reader of Markdown looks from
    each bracket to the end of its paragraph, and calls itself for each level."""
    if len(text.encode()) > _MOST_BYTES:
        return (1, 1), f"terlalu besar: paling banyak {_MOST_BYTES // 1024} KB. Bagi halaman ini."
    if text.count("[") + text.count("<") > _MOST_MARKS:
        return (1, 1), (
            f'terlalu banyak tanda "[" dan "<": paling banyak {_MOST_MARKS}. Bagi halaman ini.'
        )
    for number, line in enumerate(text.split("\n"), 1):
        if _DEEP.match(line):
            return (number, 1), "susunan terlalu dalam. Tulis lebih ke kiri."
    return None


def left_out(text: str) -> Iterator[tuple[Place, str]]:
    """Every element that is not on the list, at the place of its tag."""
    for number, line in enumerate(text.split("\n"), 1):
        for tag in _TAG.finditer(line):
            if tag[1].lower() not in _ELEMENTS:
                yield (number, tag.start() + 1), tag[1]


def from_the_root(link: str) -> str | None:
    """Where a link of a page that lies at the root leads to, counted from the root; nothing where
    it leads out of the site or stays on the page. `kontak.md` means the page made from it."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = posixpath.normpath(parts.path.lstrip("/"))
    if path.endswith(".md") and "/" not in path:
        path = f"{path.removesuffix('.md')}/"
    elif parts.path.endswith("/") and path != ".":
        path += "/"
    return "" if path == "." else path
