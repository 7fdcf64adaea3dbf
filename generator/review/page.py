"""The report as one HTML file that asks for nothing else: what changed, and each page as a reader
will see it, before and after."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import markdown
from jinja2 import Environment
from markupsafe import Markup

from generator.content import addresses
from generator.content.content import Key
from generator.pages import registry, rendering
from generator.review.embedding import embedded
from generator.review.outline import AFTER, BEFORE, Block, Outline, Pages
from generator.review.snapshots import Sides
from generator.settings import Settings
from generator.theme import assets
from generator.theme.templates import environment

MOST_PAGES = 100
"""Of so many documents the pages are shown; with more the file could not be opened on a phone."""
_TEMPLATE = "pages/perubahan.html.jinja"
_STYLE = "pages/perubahan.css"


@dataclass(frozen=True)
class Side:
    """A page before or after, or why it is not shown."""

    when: str
    kind: str
    html: Markup


def page(outline: Outline, sides: Sides, settings: Settings) -> str:
    """The whole file."""
    templates = environment(settings.theme)
    renderer = _Renderer(sides, settings, templates)
    blocks = [(type(each).__name__, each, renderer.sides(each)) for each in outline.blocks]
    style = _style(settings, templates)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return templates.get_template(_TEMPLATE).render(
        title=outline.title,
        summary=outline.summary,
        blocks=blocks,
        style=Markup(style),
        digest=digest,
        as_seen=_AS_SEEN,
        untold=renderer.untold(),
    )


def _style(settings: Settings, templates: Environment) -> str:
    """The style sheet of the pages of the site, then that of the report."""
    theme = settings.theme
    sheets = (addresses.STYLE, addresses.STYLE_OF_LISTS)
    own = "".join(each.text for each in assets.files(theme) if each.address in sheets)
    colors = rendering.own_colors(templates, settings.iki)
    report = Path(theme, _STYLE).read_text(encoding="utf-8")
    return "\n".join((own, colors, report)).replace("</style", "<\\/style")


class _Renderer:
    """Pages of both sides, as the site would have them."""

    def __init__(self, sides: Sides, settings: Settings, templates: Environment):
        self._contents = {BEFORE: sides.old, AFTER: sides.new}
        self._sites = {
            when: registry.site_of(each, settings) for when, each in self._contents.items()
        }
        self._templates = templates
        self._markdown = markdown.Markdown(extensions=["attr_list"])
        self._shown = 0

    def untold(self) -> str:
        """What to say where there are more pages than are shown."""
        if self._shown <= MOST_PAGES:
            return ""
        return f"Halaman hanya ditunjukkan untuk {MOST_PAGES} dokumen pertama."

    def sides(self, block: Block) -> list[Side]:
        """The pages of a document, if that is what stands there."""
        if not isinstance(block, Pages):
            return []
        self._shown += 1
        return list(self._pages(block)) if self._shown <= MOST_PAGES else []

    def _pages(self, block: Pages) -> Iterator[Side]:
        for when, key in ((BEFORE, block.old), (AFTER, block.new)):
            if key:
                yield self._page(when, key)

    def _page(self, when: str, key: Key) -> Side:
        content, site = self._contents[when], self._sites[when]
        try:
            view = registry.OF_DOCUMENTS[len(key)](site, content.entries[key])
            text = rendering.body(self._templates, view)
        except Exception:  # what the check finds wrong may have no page
            return Side(when, "", Markup("<p>{}</p>").format(_NO_PAGE))
        html = self._markdown.reset().convert(text)
        return Side(when, view.head.kind, embedded(html, f"{when} {self._shown}"))


_AS_SEEN = "Halaman seperti dilihat pembaca"
_NO_PAGE = "Halaman ini belum dapat dibuat: jalankan `iki check` untuk melihat sebabnya."
