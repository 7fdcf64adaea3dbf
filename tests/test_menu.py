"""The menu of the theme is the one of the registry of pages."""

import re
from pathlib import Path

import pytest

from generator.build import publishing
from generator.content.content import Content
from generator.pages import registry
from generator.pages.parts import Situs
from generator.settings import Settings

PARTIAL = Path(__file__).parent.parent / "theme/overrides/partials/menu.html"
HEAD = """\
{#- Made from MENU of generator/pages/registry.py by `pytest tests/test_menu.py --perbarui`. -#}
"""


def test_the_theme_has_the_menu_of_the_registry(request: pytest.FixtureRequest) -> None:
    """It is drawn into every page, so it is a part of the theme and not of each page's data."""
    items = ",\n".join(f'  ("{address}", "{name}")' for address, name in registry.MENU)
    text = f"{HEAD}{{%- set menu = [\n{items},\n] -%}}\n"
    if request.config.getoption("--perbarui"):
        PARTIAL.write_text(text, encoding="utf-8", newline="\n")
    assert PARTIAL.read_text(encoding="utf-8") == text


def test_the_menu_leads_to_pages_that_are_always_there(settings: Settings) -> None:
    """Whatever the content is, also where there is none."""
    own = {address for address, _ in registry.own(Situs(Content(), settings.iki))}
    assert {address for address, _ in registry.MENU} <= own


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
    menu = re.findall(r'<li><a href="([^"]*)"[^>]*>([^<]*)</a></li>', page.partition("_laci")[2])
    names = [name for _, name in menu][: len(registry.MENU) + 2]
    assert names == ["Beranda", *(name for _, name in registry.MENU), "Kota Anda"]
    assert '<a href="./" aria-current="page">Tentang</a>' in page
