"""The page of a pemda: its instansi."""

from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry
from generator.model.documents import Pemda
from generator.pages.parts import Head, InstansiRow, Perspective, Site
from generator.pages.usulan import Actions, actions


@dataclass(frozen=True)
class PemdaView:
    head: Head
    pemda: Pemda
    instansi: list[InstansiRow]
    actions: Actions


def pemda(site: Site, entry: Entry[Pemda]) -> PemdaView:
    """What the page of a pemda shows."""
    see = Perspective(site, addresses.page(entry.key))
    rows = [see.instansi_row(each) for each in site.content.instansi(entry.key)]
    name = entry.document.nama
    description = see.w.pemda.deskripsi.format(pemda=name, banyak=len(rows))
    head = Head("pemda", name, description, see.way(entry.key), {"pemda": [entry.slug]})
    return PemdaView(head, entry.document, rows, actions(see, entry))
