"""Pages that say something about the site itself, and the glossary."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.model.documents import EntriIstilah
from generator.pages.parts import Kepala, Perspective, Situs
from generator.settings import Iki
from generator.theme.words import Words


@dataclass(frozen=True)
class LamanView:
    kepala: Kepala
    iki: Iki


@dataclass(frozen=True)
class IstilahView:
    kepala: Kepala
    singkatan: list[EntriIstilah]


def _about(w: Words) -> dict[str, Words]:
    """The pages about the site, each with its title and its description."""
    return {
        "tentang": w.tentang,
        "aksesibilitas": w.aksesibilitas,
        "privasi": w.privasi,
        "kebijakan-tautan": w.kebijakan_tautan,
    }


def pages(situs: Situs) -> Iterator[tuple[str, LamanView | IstilahView]]:
    """The glossary, and the pages about the site."""
    yield _istilah(situs)
    for slug, words in _about(situs.words).items():
        see = Perspective(situs, addresses.about(slug))
        head = Kepala(slug, words.judul, words.deskripsi, see.way())
        yield see.here, LamanView(head, situs.iki)


def _istilah(situs: Situs) -> tuple[str, IstilahView]:
    """The glossary. What people also say for a thing helps the search, but is no definition, and
    is not shown."""
    see = Perspective(situs, addresses.GLOSSARY)
    terms = sorted(situs.content.terms, key=lambda each: each.istilah.casefold())
    head = Kepala("istilah", see.w.istilah.judul, see.w.istilah.deskripsi, see.way())
    return see.here, IstilahView(head, [each for each in terms if each.kepanjangan])
