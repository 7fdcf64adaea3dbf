"""HTML between the headings of a page reaches the site as it was written.

Markdown converts headings alone; it would parse the HTML around them twice to find that out, and
MkDocs once more. An extension of Markdown and not of MkDocs: without it the same files build, only
slower.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_HEADING = re.compile(r"#{1,6} .*\{[^{}]*#[^{}]*\}")
"""As every page of ours has it, with its anchor."""
_BEFORE_HTML = 25
"""After blanks and tabs are made alike, before anything looks for HTML."""


class Blocks(Extension):  # type: ignore[misc]
    """The extension, as a configuration names it: `generator.site.blocks:Blocks`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register with a converter."""
        md.preprocessors.register(_Stash(md), "iki_blocks", _BEFORE_HTML)


class _Stash(Preprocessor):  # type: ignore[misc]
    """What is no heading is put aside, to be put back when all else is done."""

    md: Markdown

    def run(self, lines: list[str]) -> list[str]:
        return [line for chunk in self._chunks(lines) for line in (chunk, "", "")]

    def _chunks(self, lines: list[str]) -> Iterator[str]:
        for is_heading, group in groupby(lines, key=lambda line: bool(_HEADING.fullmatch(line))):
            if is_heading:
                yield from group
            elif html := "\n".join(group).strip("\n"):
                yield self.md.htmlStash.store(html)
