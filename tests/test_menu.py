"""The frame has the menu of the registry of pages, and its words from the theme's."""

import json
import re
from pathlib import Path

import pytest

from generator.build import publishing
from generator.content.content import Content
from generator.pages import registry
from generator.settings import Settings
from generator.theme import words

THEME = Path(__file__).parent.parent / "theme"
WORDS = words.load(THEME)
MENU = registry.menu(WORDS)
HEADER = registry.header(WORDS)
PARTIAL = THEME / "overrides" / "partials" / "words.html"
HEAD = "{#- Made from theme/words/id.yml by `pytest tests/test_menu.py --perbarui`. -#}\n"


def _words_of_the_frame() -> dict[str, dict[str, str]]:
    """The words that the templates of MkDocs use."""
    frame = "".join(path.read_text("utf-8") for path in (THEME / "overrides").rglob("*.html"))
    found: dict[str, dict[str, str]] = {}
    for group, name in sorted(set(re.findall(r"\bw\.(\w+)\.(\w+)", frame))):
        found.setdefault(group, {})[name] = getattr(getattr(WORDS, group), name)
    return found


def _list(name: str, links: tuple[tuple[str, str], ...]) -> str:
    items = ",\n".join(f'  ("{address}", "{text}")' for address, text in links)
    return f"{{%- set {name} = [\n{items},\n] -%}}\n"


def test_the_frame_has_the_menu_and_its_words(request: pytest.FixtureRequest) -> None:
    """They are drawn into every page, so they are a part of the theme and not of each page's data;
    a plain MkDocs must find them too."""
    of_frame = json.dumps(_words_of_the_frame(), ensure_ascii=False, indent=2)
    lists = f"{_list('menu', MENU)}{_list('header', HEADER)}"
    text = f"{HEAD}{lists}{{%- set w = {of_frame} -%}}\n"
    if request.config.getoption("--perbarui"):
        PARTIAL.write_text(text, encoding="utf-8", newline="\n")
    assert PARTIAL.read_text(encoding="utf-8") == text


def test_the_menu_leads_to_pages_that_are_always_there(settings: Settings) -> None:
    """Whatever the content is, also where there is none."""
    own = {address for address, _ in registry.own(registry.site_of(Content(), settings))}
    assert {address for address, _ in MENU} <= own
    assert {address for address, _ in HEADER} <= {address for address, _ in MENU}


@pytest.mark.site
def test_the_owners_own_pages_follow(settings: Settings) -> None:
    """What the configuration names beside the home page stands behind our own pages."""
    text = settings.config.read_text("utf-8")
    home = "  - Beranda: index.md\n"
    own = f"{home}  - Kota Anda: https://kotaanda.go.id/\n"
    settings.config.write_text(text.replace(home, own), "utf-8")
    loaded, problems = publishing.configured(settings.config)
    assert loaded is not None, problems
    assert publishing.publish(publishing.check(loaded), loaded, lambda words: None) == []
    page = (loaded.site / "tentang/index.html").read_text("utf-8")
    menu = re.findall(
        r'<li><a href="([^"]*)"[^>]*>([^<]*)</a></li>', page.partition('class="kaki"')[2]
    )
    names = [name for _, name in menu][: len(MENU) + 2]
    assert names == ["Beranda", *(name for _, name in MENU), "Kota Anda"]
    assert '<a href="./" aria-current="page">Tentang</a>' in page
