"""A page of the site as a part of another file: its anchors are its own, its links lead nowhere
else, and it loads nothing."""

from html import escape
from html.parser import HTMLParser

from markupsafe import Markup

_OF_ANCHORS = frozenset({"id", "for", "aria-labelledby", "aria-describedby", "aria-controls"})
_LOADED = frozenset({"src", "srcset", "action", "style", "poster", "data"})
_REGION = ("section", "aria-labelledby")
"""A place to jump to on a page, but not in a file that has the page twice."""
_LEFT_OUT = frozenset({"script", "style", "iframe", "object", "embed", "link", "meta", "base"})


def embedded(html: str, name: str) -> Markup:
    """The same markup; `sesudah 3` stands before its anchors and behind its labels for those who
    do not see, so that each is the only one."""
    page = _Page(name)
    page.feed(html)
    page.close()
    return Markup("").join(page.pieces)


class _Page(HTMLParser):
    def __init__(self, name: str):
        super().__init__(convert_charrefs=False)
        self.pieces: list[Markup] = []
        self._name = name
        self._prefix = f"{name.replace(' ', '-')}-"
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT:
            self._hidden += tag not in _VOID
        elif not self._hidden:
            self._write(f"<{tag}{self._attributes(tag, attrs)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _LEFT_OUT and not self._hidden:
            self._write(f"<{tag}{self._attributes(tag, attrs)}/>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEFT_OUT:
            self._hidden = max(self._hidden - 1, 0)
        elif not self._hidden:
            self._write(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._write(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _write(self, markup: str) -> None:
        self.pieces.append(Markup(markup))

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        told = (self._attribute(*each) for each in attrs if (tag, each[0]) != _REGION)
        return "".join(f" {each}" for each in told if each)

    def _attribute(self, name: str, value: str | None) -> str:
        if value is None:
            return name
        if name in _LOADED or name.startswith("on"):
            return ""
        if name in _OF_ANCHORS:
            value = " ".join(f"{self._prefix}{each}" for each in value.split())
        elif name == "aria-label":
            value = f"{value} ({self._name})"
        elif name in ("href", "xlink:href"):
            if not value.startswith("#"):
                return ""
            value = f"#{self._prefix}{value[1:]}"
        return f'{_NAMES.get(name, name)}="{escape(value)}"'


_VOID = frozenset({"link", "meta", "base", "embed"})
_NAMES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
"""Names of SVG with a capital, which the parser lowers."""
