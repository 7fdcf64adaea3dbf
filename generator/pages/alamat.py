"""What stands at an address that is no longer what it was: a way on, or why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry, Key
from generator.content.ledger import page_of
from generator.content.promises import is_undated, key_of
from generator.model.documents import Dokumen, Instansi, Jabatan, Pemda
from generator.pages.parts import Head, Link, Perspective, Site
from generator.values.fields import Model


@dataclass(frozen=True)
class OldAnchor:
    """An anchor that left its page: where it went, or why it was withdrawn."""

    id: str
    link: Link | None
    reason: str | None


@dataclass(frozen=True)
class AlihanView:
    """A page that leads on."""

    title: str
    link: Link
    is_moved: bool
    """Or else it always leads to the edition in force."""
    anchors: list[OldAnchor]
    """Empty where each anchor has the same name on the page that is led to."""
    assets: str
    """The way to style sheet and script."""
    canonical: str
    """The address that search engines list; relative where nobody knows that of the site."""


@dataclass(frozen=True)
class DicabutView:
    """A page that was withdrawn."""

    head: Head
    reason: str
    anchors: list[OldAnchor]
    above: Link
    """What the address was a part of, as far as that is there."""


def redirections(site: Site) -> Iterator[tuple[str, AlihanView]]:
    """From each position without an edition to the edition in force, and from whatever moved."""
    for entry in site.content.all_in_force():
        see = Perspective(site, addresses.in_force(entry.key))
        link = Link(see.w.alihan.lanjut, see.to(addresses.page(entry.key)))
        assets = see.to(addresses.ASSETS)
        canonical = see.whole(entry.key) or link.href
        yield see.here, AlihanView(see.title(entry), link, False, [], assets, canonical)
    for address in site.content.ledger.moved:
        if "#" not in address:
            yield address, _moved(Perspective(site, address))


def pages(site: Site) -> Iterator[tuple[str, DicabutView]]:
    """What was withdrawn, whole pages of it."""
    for address, reason in site.content.ledger.withdrawn.items():
        if "#" not in address:
            yield address, _withdrawn(Perspective(site, address), reason)


def old_anchors(see: Perspective) -> list[OldAnchor]:
    """The anchors that left a page."""
    ledger = see.content.ledger
    return [_old_anchor(see, each) for each in ledger.old_anchors.get(see.here, ())]


def _old_anchor(see: Perspective, address: str) -> OldAnchor:
    ledger = see.content.ledger
    end, anchor = ledger.end(address), address.partition("#")[2]
    if reason := ledger.withdrawn.get(end):
        return OldAnchor(anchor, None, reason)
    return OldAnchor(anchor, _link(see, end), None)


def _moved(see: Perspective) -> AlihanView:
    ledger = see.content.ledger
    end = ledger.end(see.here)
    link, anchors = _link(see, end), old_anchors(see)
    if all(each.link and each.link.href == f"{link.href}#{each.id}" for each in anchors):
        anchors = []
    canonical = see.site.whole(page_of(end)) or link.href
    return AlihanView(link.name, link, True, anchors, see.to(addresses.ASSETS), canonical)


def _withdrawn(see: Perspective, reason: str) -> DicabutView:
    head = Head(
        "dicabut",
        see.w.dicabut.judul,
        see.w.dicabut.deskripsi,
        see.way(),
        has_old_anchors=bool(old_anchors(see)),
        is_lasting=False,
    )
    return DicabutView(head, reason, old_anchors(see), _above(see))


def _above(see: Perspective) -> Link:
    key = key_of(see.here)[:-1]
    while key and key not in see.content.entries:
        key = key[:-1]
    home = Link(see.w.tidak_ada.beranda, see.to(addresses.HOME))
    return _link(see, addresses.page(key)) if key else home


def named(see: Perspective, address: str) -> Link:
    """Where an address leads, by the name that a reader knows; an anchor that was withdrawn by
    itself."""
    end = see.content.ledger.end(address)
    _, mark, anchor = end.partition("#")
    is_gone = mark and end in see.content.ledger.withdrawn
    return Link(f"#{anchor}" if is_gone else _name(see, end), see.to(end))


def _link(see: Perspective, address: str) -> Link:
    return Link(_name(see, address), see.to(address))


def _name(see: Perspective, address: str) -> str:
    """What a reader knows an address by; the page of a guide by the address itself."""
    entry = _entry(see, key_of(address))
    if entry is None:
        return page_of(address)
    if isinstance(entry.document, Jabatan) and (anchor := address.partition("#")[2]):
        return entry.document.anchors()[anchor]
    return _title(see, entry)


def _entry(see: Perspective, key: Key) -> Entry[Model] | None:
    if is_undated(key) and key[:2] in see.content.entries:
        return next((each for each in see.content.in_force(key[:2]) if each.slug == key[2]), None)
    return see.content.entries.get(key)


def _title(see: Perspective, entry: Entry[Model]) -> str:
    match entry.document:
        case Pemda() | Instansi() as document:
            return document.nama
        case Dokumen() as document:
            return see.readable(document.judul)
        case document:
            assert isinstance(document, Jabatan)
            return see.title(Entry(entry.key, entry.source, document))
