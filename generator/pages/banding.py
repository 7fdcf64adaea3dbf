"""The page that leads to every comparison. What there is may be much: it names the largest and the
newest, and the indexes have all."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry
from generator.model.documents import Dokumen
from generator.pages import antaredisi
from generator.pages.parts import Head, Link, Perspective, Site

MOST = 40
"""So many of a list are named here."""


@dataclass(frozen=True)
class BandingView:
    head: Head
    kinds: list[tuple[Link, int]]
    """The kinds of position that most agencies have, and in how many each is."""
    all_kinds: Link
    indikator: Link
    editions: list[Link]
    all_editions: Link


def pages(site: Site) -> Iterator[tuple[str, BandingView]]:
    """The page itself."""
    see = Perspective(site, addresses.COMPARE)
    w = see.w
    head = Head("banding", see.w.label.bandingkan, w.banding.deskripsi, see.way())
    yield (
        see.here,
        BandingView(
            head,
            _kinds(see)[:MOST],
            Link(w.banding.semua_sejenis, see.to(addresses.index("sejenis"))),
            Link(w.label.indikator_indeks, see.to(addresses.index("indikator"))),
            [_edition(see, *each) for each in _newest(see)[:MOST]],
            Link(w.banding.semua_edisi, see.to(addresses.index("antaredisi"))),
        ),
    )


def _kinds(see: Perspective) -> list[tuple[Link, int]]:
    found = [
        (Link(kind.name, see.to(addresses.kind(slug))), kind.agencies)
        for slug, kind in see.site.kinds.items()
    ]
    return sorted(found, key=lambda each: (-each[1], each[0].name.casefold(), each[0].name))


_Pair = tuple[Entry[Dokumen], Entry[Dokumen]]


def _newest(see: Perspective) -> list[_Pair]:
    """Each edition with its predecessor, the newest first."""
    content = see.content
    found = ((antaredisi.predecessor(content, each), each) for each in content.all_dokumen())
    pairs = [(old, new) for old, new in found if old]
    return sorted(pairs, key=lambda pair: (-content.day(pair[1]).toordinal(), pair[1].key))


def _edition(see: Perspective, old: Entry[Dokumen], new: Entry[Dokumen]) -> Link:
    agency, pemda = see.instansi_name(new.key), see.pemda_name(new.key)
    name = see.between(see.w.banding.pasangan, old.key, new.key, instansi=agency, pemda=pemda)
    return Link(name, see.to(addresses.decrees(new.key, old.slug)))
