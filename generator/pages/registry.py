"""Every page that the site has: what makes it, its address, and where the frame links to it."""

from collections.abc import Callable, Iterator
from typing import Any

from generator.content import addresses, own_pages
from generator.content.content import Content, Entry
from generator.exports.about import about
from generator.pages import (
    alamat,
    antaredisi,
    banding,
    beranda,
    cari,
    data,
    dokumen,
    indeks,
    instansi,
    jabatan,
    laman,
    panduan,
    pemda,
    periksa,
    ppid,
    riwayat,
    sejenis,
    senama,
)
from generator.pages.parts import Site
from generator.settings import Settings
from generator.theme import words
from generator.theme.words import Words

View = Any
"""What a page shows: a dataclass with `head`, whose `kind` is the name of the template."""

Pages = Callable[[Site], Iterator[tuple[str, View]]]

PERMANENT: tuple[Pages, ...] = (
    beranda.pages,
    cari.pages,
    riwayat.pages,
    laman.pages,
    panduan.pages,
    ppid.pages,
    periksa.pages,
    data.pages,
)
"""The pages of the site itself whose addresses are promised."""

CHANGING: tuple[Pages, ...] = (
    indeks.pages,
    banding.pages,
    sejenis.pages,
    senama.pages,
    antaredisi.pages,
)
"""Those that follow the content."""

OWN: tuple[Pages, ...] = (*CHANGING, alamat.pages, *PERMANENT)
"""Every page that is not the page of one document, each with its address."""

OF_DOCUMENTS: dict[int, Callable[[Site, Entry[Any]], View]] = {
    1: pemda.pemda,
    2: instansi.instansi,
    3: dokumen.dokumen,
    4: jabatan.jabatan,
}
"""The page of a document, by how deep it lies."""


def menu(w: Words) -> tuple[tuple[str, str], ...]:
    """What drawer and footer lead to, between the home page and the owner's own pages, which the
    configuration names. The theme holds it in `partials/words.html`, which a test writes."""
    return (
        (addresses.SEARCH, w.label.cari),
        (addresses.index("jabatan"), w.indeks.jabatan),
        (addresses.index("indikator"), w.indeks.indikator),
        (addresses.index("sumber-data"), w.label.sumber_data),
        (addresses.index("rumus"), w.label.jenis_rumus),
        (addresses.index("dasar-hukum"), w.indeks.dasar_hukum),
        (addresses.COMPARE, w.label.bandingkan),
        (addresses.CHANGES, w.riwayat.judul),
        (addresses.GLOSSARY, w.istilah.judul),
        (addresses.GUIDES, w.panduan.judul),
        (addresses.PPID, w.ppid.judul),
        (addresses.DATA, w.data.judul),
        (addresses.about("tentang"), w.tentang.judul),
        (addresses.about("aksesibilitas"), w.aksesibilitas.judul),
        (addresses.about("privasi"), w.privasi.judul),
        (addresses.about("kebijakan-tautan"), w.kebijakan_tautan.judul),
    )


def header(w: Words) -> tuple[tuple[str, str], ...]:
    """What the head of every page leads to where there is room, and the menu anyway."""
    return (
        (addresses.index("jabatan"), w.label.jabatan),
        (addresses.index("indikator"), w.label.indikator),
        (addresses.COMPARE, w.label.bandingkan),
        (addresses.GLOSSARY, w.istilah.judul),
        (addresses.PPID, w.ppid.judul),
    )


def site_of(content: Content, settings: Settings) -> Site:
    """What every view is made from, with the words of the theme."""
    return Site(
        content,
        settings.iki,
        words.load(settings.theme),
        settings.url,
        about(settings),
        settings.papers,
        settings.has_feed,
        settings.sheets,
    )


def own(site: Site) -> Iterator[tuple[str, View]]:
    """Every page that is not the page of one document."""
    for pages in OWN:
        yield from pages(site)


def promised(settings: Settings) -> frozenset[str]:
    """The addresses of the site's own pages that are promised; the front page is always there."""
    site = site_of(Content(), settings)
    found = {address for pages in PERMANENT for address, _ in pages(site)}
    return frozenset(found - {addresses.HOME})


def own_names(settings: Settings) -> set[str]:
    """The names at the top of the site that its own pages take, whatever the content is."""
    pages = (address for address, _ in own(site_of(Content(), settings)))
    files = (
        addresses.VOCABULARY,
        addresses.COLORS,
        addresses.SEARCH_INDEX,
        addresses.DATA,
        addresses.FEED,
    )
    return {path.split("/")[0] for path in (*pages, *files)}


def by_kind(site: Site) -> dict[str, list[str]]:
    """The addresses of all pages, by the kind of page; who looks at one of each has seen all."""
    found: dict[str, list[str]] = {}
    for address, view in own(site):
        found.setdefault(view.head.kind, []).append(address)
    for key, entry in site.content.entries.items():
        kind = OF_DOCUMENTS[len(key)](site, entry).head.kind
        found.setdefault(kind, []).append(addresses.page(key))
    return found


def markdown_files(content: Content, settings: Settings) -> Iterator[str]:
    """Where the Markdown of every page lies, what is quickly known first."""
    for page in own_pages.pages(settings.extras):
        yield addresses.markdown_file(page.address)
    for address, _ in own(site_of(Content(), settings)):
        yield addresses.markdown_file(address)
    for key in content.entries:
        yield addresses.markdown_file(addresses.page(key))
    for address, _ in own(site_of(content, settings)):
        yield addresses.markdown_file(address)
