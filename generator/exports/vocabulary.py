"""What a search knows beside the index: other names, agencies, words that ask."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from jinja2.utils import htmlsafe_json_dumps

from generator.content import addresses, families
from generator.content.content import Content
from generator.exports.filters import names
from generator.files import File
from generator.model.documents import Instansi, Pemda


@dataclass(frozen=True)
class Kosakata:
    """What the search page loads beside the index."""

    istilah: list[list[str]]
    """Ways to say one thing: the decrees' own, what it is short for or nothing, and others."""
    saringan: dict[str, dict[str, str]]
    """The name of each key that a search can be narrowed by."""
    sebutan: dict[str, list[str]]
    """What a pemda or an agency is also called, by its key."""
    henti: list[str]
    """What questions are made of."""
    ringan: list[str]
    """What weighs little beside another word."""


def files(content: Content) -> Iterator[File]:
    """`kosakata.json`, which the search page loads."""
    words = asdict(kosakata(content))
    text = htmlsafe_json_dumps(words, separators=(",", ":"), ensure_ascii=False)
    yield File(addresses.VOCABULARY, text.encode())


def kosakata(content: Content) -> Kosakata:
    """The terms with their other names, and what agencies are called."""
    terms = [
        [each.istilah, each.kepanjangan or "", *each.padanan]
        for each in content.terms
        if each.kepanjangan or each.padanan
    ]
    said = [[first, "", *others] for first, *others in families.said()]
    return Kosakata(
        [*terms, *said],
        names(content),
        dict(_called(content)),
        families.stop_words(),
        families.light_words(),
    )


_KINDS_BEFORE_NAMES = ("kecamatan", "kelurahan", "puskesmas")
"""Agencies that people call by what follows their kind: Kecamatan Gedangan."""


def _called(content: Content) -> Iterator[tuple[str, list[str]]]:
    for pemda in content.pemda():
        yield pemda.slug, _of_pemda(pemda.document)
        for instansi in content.instansi(pemda.key):
            if called := _of_instansi(instansi.document):
                yield "/".join(instansi.key), called


def _of_pemda(pemda: Pemda) -> list[str]:
    first, _, rest = pemda.nama.partition(" ")
    if not rest or first.lower() != pemda.jenis:
        return []
    return [rest, *([f"Kab {rest}", f"Pemkab {rest}"] if pemda.jenis == "kabupaten" else [])]


def _of_instansi(instansi: Instansi) -> list[str]:
    first, _, rest = instansi.nama.partition(" ")
    short = [instansi.singkatan] if instansi.singkatan else []
    return [*short, *([rest] if rest and first.lower() in _KINDS_BEFORE_NAMES else [])]
