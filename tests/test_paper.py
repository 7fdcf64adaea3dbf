"""The copy of a decree on paper: whole, accessible, kept for ever, the same every time."""

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from conftest import THEME, ROOT, bare, dokumen, jabatan, put
import pypdfium2

from generator import paper
from generator.build import publishing
from generator.content import addresses, loading
from generator.content.content import Content
from generator.content.public import public
from generator.model.texts import texts
from generator.settings import Settings, load
from generator.source.source import Source

TESTS = Path(__file__).parent
ADDRESS = "https://iki.kotaanda.go.id/"


def printing(settings: Settings, address: str = ADDRESS) -> Settings:
    """The same settings where papers are wanted, and the site has an address."""
    source = replace(settings.source, value={**settings.source.value, "site_url": address})
    return replace(settings, source=source, papers=True)


def printed(settings: Settings) -> dict[str, bytes]:
    """The papers of a project, by address."""
    content = publishing.check(settings).content
    return {file.address: file.data for file in paper.files(content, printing(settings))}


def plain(data: bytes) -> str:
    """The text of a paper without blanks: a line may end anywhere."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    return squeezed("".join(pages))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def content() -> Content:
    return loading.load(TESTS / "contoh/content", "content").content


@pytest.mark.parametrize("folder", ["contoh", "bentuk"])
def test_every_text(folder, real_settings):
    loaded = loading.load(TESTS / folder / "content", "content").content
    files = {f.address: plain(f.data) for f in paper.files(loaded, printing(real_settings))}
    visible = public(loaded, real_settings.iki)
    missing = []
    for entry in visible.entries.values():
        if len(entry.key) < 3: continue
        text = files[addresses.paper_file(addresses.page(entry.key[:3]))]
        missing += [(entry.source.path, each) for each in texts(entry.document) if squeezed(each) not in text]
    print(*missing, sep="\n")
    assert missing == []
