"""Pages that say something about the site itself, the glossary, and the owner's own pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.content import addresses
from generator.content.own_pages import OwnPage
from generator.model.documents import EntriIstilah
from generator.pages.parts import Head, Perspective, Site
from generator.settings import Iki
from generator.theme.words import Words


@dataclass(frozen=True)
class LamanView:
    head: Head
    iki: Iki


@dataclass(frozen=True)
class IstilahView:
    head: Head
    abbreviations: list[EntriIstilah]


@dataclass(frozen=True)
class OwnView:
    head: Head
    html: Markup


def _about(w: Words) -> dict[str, Words]:
    """The pages about the site, each with its title and its description."""
    return {
        "tentang": w.tentang,
        "aksesibilitas": w.aksesibilitas,
        "privasi": w.privasi,
        "kebijakan-tautan": w.kebijakan_tautan,
    }


def pages(site: Site) -> Iterator[tuple[str, LamanView | IstilahView]]:
    """The glossary, and the pages about the site."""
    yield _istilah(site)
    for slug, words in _about(site.words).items():
        see = Perspective(site, addresses.about(slug))
        head = Head(slug, words.judul, words.deskripsi, see.way())
        yield see.here, LamanView(head, site.iki)


def _istilah(site: Site) -> tuple[str, IstilahView]:
    """The glossary. What people also say for a thing helps the search, but is no definition, and
    is not shown."""
    see = Perspective(site, addresses.GLOSSARY)
    terms = sorted(site.content.terms, key=lambda each: each.istilah.casefold())
    head = Head("istilah", see.w.istilah.judul, see.w.istilah.deskripsi, see.way())
    return see.here, IstilahView(head, [each for each in terms if each.kepanjangan])


def own(site: Site, page: OwnPage) -> OwnView:
    """A page of the owner, in the frame of all pages."""
    see = Perspective(site, page.address)
    return OwnView(Head("milik", page.title, "", see.way()), page.html())
