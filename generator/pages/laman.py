"""Pages that say something about the site itself, and the glossary."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.model.documents import EntriIstilah
from generator.pages.parts import Kepala, Perspective, Situs
from generator.settings import Iki


@dataclass(frozen=True)
class LamanView:
    kepala: Kepala
    iki: Iki


@dataclass(frozen=True)
class IstilahView:
    kepala: Kepala
    singkatan: list[EntriIstilah]


_PAGES = {
    "tentang": ("Tentang", "Apa situs ini, dari mana isinya, dan bagaimana membacanya."),
    "aksesibilitas": ("Aksesibilitas", "Bagaimana situs ini dapat dipakai oleh semua orang."),
    "privasi": ("Privasi", "Apa yang tidak dicatat, dan data pribadi yang tidak dimuat."),
    "kebijakan-tautan": ("Kebijakan tautan", "Alamat mana yang tetap, dan sampai kapan."),
}


def pages(situs: Situs) -> Iterator[tuple[str, LamanView | IstilahView]]:
    """The glossary, and the pages about the site."""
    yield _istilah(situs)
    for slug, (title, description) in _PAGES.items():
        see = Perspective(situs, addresses.about(slug))
        yield see.here, LamanView(Kepala(slug, title, description, see.way()), situs.iki)


def _istilah(situs: Situs) -> tuple[str, IstilahView]:
    """The glossary. What people also say for a thing helps the search, but is no definition, and
    is not shown."""
    see = Perspective(situs, addresses.GLOSSARY)
    terms = sorted(situs.content.terms, key=lambda each: each.istilah.casefold())
    description = "Singkatan dalam naskah dan kepanjangannya."
    head = Kepala("istilah", "Istilah", description, see.way())
    return see.here, IstilahView(
        head,
        [each for each in terms if each.kepanjangan],
    )
