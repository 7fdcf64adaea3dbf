"""The copy of a decree on paper: one PDF beside the page of each edition.

blocks, rest -> formulas, press -> sheets, tables -> decree
"""

from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.content.public import public
from generator.files import File, made_from
from generator.model.documents import Dokumen
from generator.pages import registry
from generator.pages.parts import Site
from generator.paper import decree, press
from generator.paper.blocks import Copy
from generator.settings import Settings


def files(content: Content, settings: Settings) -> Iterator[File]:
    """The copy of every decree that is published; none where the site makes none."""
    if not settings.papers:
        return
    site = _site(content, settings)
    for entry in site.content.all_dokumen():
        address = addresses.paper_file(addresses.page(entry.key))
        yield File(address, partial(_printed, settings.theme, site, entry))


def said(content: Content, settings: Settings) -> Iterator[tuple[str, str]]:
    """The address of each copy and every text of it, for the search for numbers of persons. These
    are the texts that the printer is handed: it adds nothing but the numbers of sheets, and the PDF
    itself could be read only with an extra that need not be there, and ten times slower."""
    if settings.papers:
        site = _site(content, settings)
        for entry in site.content.all_dokumen():
            address = addresses.paper_file(addresses.page(entry.key))
            copy = asdict(replace(_copy(site, entry), code=""))
            yield from ((address, text) for text in _texts(copy))


def _site(content: Content, settings: Settings) -> Site:
    site = registry.site_of(public(content, settings.iki, settings.drafts), settings)
    # A code on paper that leads nowhere could never be mended.
    return replace(site, url="" if settings.address_reminder() else site.url)


def _copy(site: Site, entry: Entry[Dokumen]) -> Copy:
    with made_from(entry.source.path):
        return decree.copy(site, entry)


def _printed(theme: Path, site: Site, entry: Entry[Dokumen]) -> bytes:
    copy = _copy(site, entry)
    with made_from(entry.source.path):
        return _press(theme).printed(copy)


@cache
def _press(theme: Path) -> press.Press:
    """Begun where it is needed: a program that prints cannot be copied while it runs."""
    return press.Press(theme)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from _texts(list(value.values()))
        case list() | tuple():
            for each in value:
                yield from _texts(each)


def names(content: Content, settings: Settings) -> Iterator[str]:
    """Where these files will lie, without making them."""
    if settings.papers:
        for entry in public(content, settings.iki, settings.drafts).all_dokumen():
            yield addresses.paper_file(addresses.page(entry.key))
