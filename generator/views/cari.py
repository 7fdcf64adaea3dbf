"""The search page: its results come from the index, in the browser."""

from dataclasses import dataclass

from generator import addresses
from generator.views.parts import Kepala, Perspective, Situs


@dataclass(frozen=True)
class CariView:
    kepala: Kepala


def cari(situs: Situs) -> CariView:
    """What the search page shows before a search."""
    see = Perspective(situs, addresses.SEARCH)
    return CariView(Kepala("cari", "Cari", "Cari jabatan, tugas, atau indikator.", see.way()))
