"""The copy of a decree on paper: one PDF beside the page of each edition.

blocks, rest -> formulas, press -> sheets, tables -> decree
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.content import addresses
from generator.content.content import Content
from generator.content.public import public
from generator.files import File, made_from
from generator.pages import registry
from generator.paper import decree, press
from generator.settings import Settings


def files(content: Content, settings: Settings) -> Iterator[File]:
    """The copy of every decree that is published; none where the site makes none."""
    if not settings.papers:
        return
    site = registry.site_of(public(content, settings.iki, settings.drafts), settings)
    # A code on paper that leads nowhere could never be mended.
    site = replace(site, url="" if settings.address_reminder() else site.url)
    printer = press.Press(settings.theme)
    for entry in site.content.all_dokumen():
        with made_from(entry.source.path):
            copy = decree.copy(site, entry)
            yield File(addresses.paper_file(addresses.page(entry.key)), printer.printed(copy))


def names(content: Content, settings: Settings) -> Iterator[str]:
    """Where these files will lie, without making them."""
    if settings.papers:
        for entry in public(content, settings.iki, settings.drafts).all_dokumen():
            yield addresses.paper_file(addresses.page(entry.key))
