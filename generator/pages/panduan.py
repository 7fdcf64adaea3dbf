"""Guides for agencies: how something is done, every field, and the mistakes that happen."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.content import addresses
from generator.model.reference import Part, reference
from generator.pages.parts import Head, Link, Perspective, Site
from generator.theme.words import Words

GUIDES = (
    "membetulkan-satu-kata",
    "menambah-edisi",
    "impor",
    "naskah-perubahan",
    "menulis-rumus",
    "membaca-pesan",
    "mengganti-alamat",
    "meninjau-usulan",
    "memasang-situs",
    "menerbitkan-situs",
)
"""What is told step by step."""
FIELDS, MISTAKES = "bagian", "kesalahan"
MISTAKES_FILE = Path(__file__).with_name("kesalahan.json")


@dataclass(frozen=True)
class Mistake:
    """One mistake: what was written, what the check says, and what is right."""

    nama: str
    salah: str
    pesan: list[str]
    benar: str


@dataclass(frozen=True)
class DaftarView:
    head: Head
    links: list[tuple[Link, str]]


@dataclass(frozen=True)
class LangkahView:
    head: Head
    slug: str
    """Which of the guides, each a template of prose."""
    to: dict[str, str]
    """The way to each other guide, by its name."""


@dataclass(frozen=True)
class BagianView:
    head: Head
    parts: tuple[Part, ...]
    names: dict[str, str]


@dataclass(frozen=True)
class KesalahanView:
    head: Head
    mistakes: tuple[Mistake, ...]


def pages(
    site: Site,
) -> Iterator[tuple[str, DaftarView | LangkahView | BagianView | KesalahanView]]:
    """The list of guides, and each of them."""
    yield _list(site)
    for slug in GUIDES:
        see, head = _begun(site, slug, "langkah")
        ways = {each: see.to(guide(each)) for each in _words(see.w)}
        yield see.here, LangkahView(head, slug, ways)
    see, head = _begun(site, FIELDS, "bagian")
    parts = reference()
    yield see.here, BagianView(head, parts, {each.id: each.name for each in parts})
    see, head = _begun(site, MISTAKES, "kesalahan")
    yield see.here, KesalahanView(head, mistakes())


@cache
def mistakes() -> tuple[Mistake, ...]:
    """Those that are worth showing; a test writes them from the table of all mistakes."""
    return tuple(Mistake(**each) for each in json.loads(MISTAKES_FILE.read_text("utf-8")))


def _words(w: Words) -> dict[str, Words]:
    """The title and the description of each."""
    return {
        "membetulkan-satu-kata": w.panduan.membetulkan_satu_kata,
        "menambah-edisi": w.panduan.menambah_edisi,
        "impor": w.panduan.impor,
        "naskah-perubahan": w.panduan.naskah_perubahan,
        "menulis-rumus": w.panduan.menulis_rumus,
        "membaca-pesan": w.panduan.membaca_pesan,
        "mengganti-alamat": w.panduan.mengganti_alamat,
        "meninjau-usulan": w.panduan.meninjau_usulan,
        "memasang-situs": w.panduan.memasang_situs,
        "menerbitkan-situs": w.panduan.menerbitkan_situs,
        FIELDS: w.panduan.bagian,
        MISTAKES: w.panduan.kesalahan,
    }


def guide(slug: str) -> str:
    """Where a guide lies."""
    return f"{addresses.GUIDES}{slug}/"


def _list(site: Site) -> tuple[str, DaftarView]:
    see = Perspective(site, addresses.GUIDES)
    head = Head("panduan", see.w.panduan.judul, see.w.panduan.deskripsi, see.way())
    links = [
        (Link(each.judul, see.to(guide(slug))), each.deskripsi)
        for slug, each in _words(see.w).items()
    ]
    return see.here, DaftarView(head, links)


def _begun(site: Site, slug: str, kind: str) -> tuple[Perspective, Head]:
    see = Perspective(site, guide(slug))
    words = _words(see.w)[slug]
    way = [*see.way(), Link(see.w.panduan.judul, see.to(addresses.GUIDES))]
    return see, Head(kind, words.judul, words.deskripsi, way)
