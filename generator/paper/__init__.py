"""The copy of a decree on paper: one PDF beside the page of each edition.

blocks, rest -> formulas, press -> sheets, tables -> decree
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.content.public import public
from generator.files import File, made_from
from generator.model.documents import Dokumen
from generator.pages import registry
from generator.pages.parts import Site
from generator.paper import decree, press
from generator.settings import Settings


def files(content: Content, settings: Settings) -> Iterator[File]:
    """The copy of every decree that is published; none where the site makes none."""
    if not settings.papers:
        return
    site = registry.site_of(public(content, settings.iki, settings.drafts), settings)
    # A code on paper that leads nowhere could never be mended.
    site = replace(site, url="" if settings.address_reminder() else site.url)
    for entry in site.content.all_dokumen():
        address = addresses.paper_file(addresses.page(entry.key))
        yield File(address, partial(_printed, settings.theme, site, entry))


def _printed(theme: Path, site: Site, entry: Entry[Dokumen]) -> bytes:
    with made_from(entry.source.path):
        return _press(theme).printed(decree.copy(site, entry))


@cache
def _press(theme: Path) -> press.Press:
    """Begun where it is needed: a program that prints cannot be copied while it runs."""
    return press.Press(theme)


def names(content: Content, settings: Settings) -> Iterator[str]:
    """Where these files will lie, without making them."""
    if settings.papers:
        for entry in public(content, settings.iki, settings.drafts).all_dokumen():
            yield addresses.paper_file(addresses.page(entry.key))
