"""HTML between headings goes past Markdown, and nothing of a page changes by that."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.content import loading
from generator.pages.rendering import render
from generator.settings import Settings

PLAIN = ("attr_list", "toc")
QUICK = (*PLAIN, "generator.site.blocks:Blocks")


def _html(text: str, extensions: tuple[str, ...]) -> str:
    """Without blank lines between blocks."""
    return re.sub(r"\n+", "\n", Markdown(extensions=[*extensions]).convert(text))


@pytest.mark.long
def test_every_page_is_the_same(settings: Settings) -> None:
    content = loading.load(settings.content, "content").content
    pages = [each for each in render(content, settings) if each.address.endswith(".md")]
    assert len(pages) > 50
    for each in pages:
        _, _, text = each.text.split("---\n", 2)
        assert _html(text, QUICK) == _html(text, PLAIN), each.address


def test_what_looks_like_a_heading_is_none() -> None:
    """The example of a file, which has comments, stays what it is."""
    text = "# Judul {#_atas}\n\n<pre>\n# periksa: angka ini\n## Bagian\nnama: x\n</pre>\n"
    assert _html(text, QUICK) == (
        '<h1 id="_atas">Judul</h1>\n<pre>\n# periksa: angka ini\n## Bagian\nnama: x\n</pre>'
    )


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40))
def test_what_stands_between_is_untouched(text: str) -> None:
    """Whatever is written in it: no sign is markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    html = f"<p>{escaped}</p>"
    assert _html(f"## A {{#a}}\n\n{html}\n", QUICK) == f'<h2 id="a">A</h2>\n{html}'
