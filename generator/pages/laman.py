"""Pages that say something about the site itself, the glossary, and the owner's own pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from markupsafe import Markup

from generator.content import addresses
from generator.content.own_pages import OwnPage
from generator.model.documents import EntriIstilah
from generator.pages.entri import letter as initial
from generator.pages.parts import Head, Letter, Link, Perspective, Site
from generator.settings import Iki
from generator.theme.words import Words


@dataclass(frozen=True)
class LamanView:
    head: Head
    iki: Iki


@dataclass(frozen=True)
class Term:
    """A term of the glossary: what it stands for, its anchor, and how many pages have it."""

    entry: EntriIstilah
    anchor: str
    pages: int
    search: str
    """Where they are found."""


@dataclass(frozen=True)
class IstilahView:
    head: Head
    letters: list[Letter]
    terms: list[tuple[str, list[Term]]]
    """By letter."""


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
    head = Head("istilah", see.w.istilah.judul, see.w.istilah.deskripsi, see.way())
    terms = [
        (letter, list(group))
        for letter, group in groupby(_terms(see), key=lambda each: initial(each.entry.istilah))
    ]
    letters = [
        Letter(Link(letter, f"#_{letter.lower()}"), len(group), False) for letter, group in terms
    ]
    return see.here, IstilahView(head, letters, terms)


def _terms(see: Perspective) -> list[Term]:
    counts = _counts(see.site)
    defined = [each for each in see.content.terms if each.kepanjangan]
    taken: set[str] = set()
    found = []
    for each in sorted(defined, key=_by_letter):
        anchor = addresses.free(addresses.derived(each.istilah), taken)
        taken.add(anchor)
        query = f"{see.to(addresses.SEARCH)}?{urlencode({'q': each.istilah})}"
        found.append(Term(each, anchor, counts[each.istilah], query))
    return found


def _by_letter(term: EntriIstilah) -> tuple[str, str, str]:
    return initial(term.istilah), term.istilah.casefold(), term.istilah


def _counts(site: Site) -> Counter[str]:
    """On how many pages of decrees and positions each term stands."""
    pages = (entry for key, entry in site.content.entries.items() if len(key) > 2)
    return Counter(name for each in pages for name in {t.istilah for t in site.terms_of(each)})


def own(site: Site, page: OwnPage) -> OwnView:
    """A page of the owner, in the frame of all pages."""
    see = Perspective(site, page.address)
    return OwnView(Head("milik", page.title, "", see.way()), page.html())
