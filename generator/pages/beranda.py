"""The front page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.model.documents import Dokumen
from generator.pages.parts import (
    BarisEdisi,
    BarisInstansi,
    Kepala,
    Perspective,
    Situs,
    Tautan,
    count_indikator,
    count_jabatan,
)

NEWEST = 6
SHORT = 110
"""A formula of so many characters still shows well as an example."""


@dataclass(frozen=True)
class Contoh:
    """An indicator that shows what the site does."""

    tautan: Tautan
    tempat: str
    gambar: Markup
    baca: str


@dataclass(frozen=True)
class BerandaView:
    kepala: Kepala
    hitungan: list[tuple[str, int]]
    pemda: list[tuple[Tautan, list[BarisInstansi]]]
    terbaru: list[BarisEdisi]
    contoh: Contoh | None


def pages(situs: Situs) -> Iterator[tuple[str, BerandaView]]:
    """The front page."""
    see = Perspective(situs, addresses.HOME)
    groups = [
        (
            see.link(each.document.nama, each.key),
            [see.instansi_row(one) for one in situs.content.instansi(each.key)],
        )
        for each in situs.content.pemda()
    ]
    newest = sorted(situs.content.all_dokumen(), key=partial(_newest_first, situs.content))[:NEWEST]
    yield (
        see.here,
        BerandaView(
            kepala=Kepala("beranda", see.w.label.beranda, see.w.beranda.deskripsi),
            hitungan=_counts(see),
            pemda=groups,
            terbaru=[see.edisi_row(each, see.where(each.key)) for each in newest],
            contoh=_example(see),
        ),
    )


def _counts(see: Perspective) -> list[tuple[str, int]]:
    positions = list(see.content.all_jabatan())
    return [
        (see.w.ukuran.instansi, len({each.key[:2] for each in positions})),
        (see.w.ukuran.dokumen, len({each.key[:3] for each in positions})),
        (see.w.ukuran.jabatan, count_jabatan(positions)),
        (see.w.ukuran.indikator, count_indikator(positions)),
    ]


def _newest_first(content: Content, entry: Entry[Dokumen]) -> tuple[int, tuple[str, ...]]:
    return (-content.day(entry).toordinal(), entry.key)


def _example(see: Perspective) -> Contoh | None:
    """The first formula that is plain and short."""
    for entry in see.content.all_jabatan():
        if not entry.document.is_position:
            continue
        for each in entry.document.all_indikator():
            rumus = each.rumus
            if rumus and rumus.makes_a_good_example and len(rumus.line()) < SHORT:
                address = see.to(addresses.indikator(entry.key, each.id))
                where = f"{see.title(entry)}, {see.instansi_name(entry.key)}"
                return Contoh(Tautan(each.nama, address), where, rumus.drawing(), rumus.sentence())
    return None
