"""The search page: its results come from the index, in the browser."""

from dataclasses import dataclass

from generator import addresses
from generator.content import Content
from generator.settings import Settings
from generator.views.parts import Kepala, Perspective


@dataclass(frozen=True)
class CariView:
    kepala: Kepala


def cari(content: Content, settings: Settings) -> CariView:
    """What the search page shows before a search."""
    see = Perspective(content, settings, addresses.SEARCH)
    return CariView(Kepala("cari", "Cari", "Cari jabatan, tugas, atau indikator.", see.way()))
