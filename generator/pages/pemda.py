"""The page of a pemda: its instansi."""

from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry
from generator.model.documents import Pemda
from generator.pages.parts import BarisInstansi, Kepala, Perspective, Situs


@dataclass(frozen=True)
class PemdaView:
    kepala: Kepala
    pemda: Pemda
    instansi: list[BarisInstansi]


def pemda(situs: Situs, entry: Entry[Pemda]) -> PemdaView:
    """What the page of a pemda shows."""
    see = Perspective(situs, addresses.page(entry.key))
    rows = [see.instansi_row(each) for each in situs.content.instansi(entry.key)]
    name = entry.document.nama
    description = see.w.pemda.deskripsi.format(pemda=name, banyak=len(rows))
    head = Kepala("pemda", name, description, see.way(entry.key), {"pemda": [entry.slug]})
    return PemdaView(head, entry.document, rows)
