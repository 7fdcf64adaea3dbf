"""The goals of a position and the cards of their indicators."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import numbers
from generator.columns import Kolom, column
from generator.formula.ungkapan import Ungkapan
from generator.model import Butir, Indikator, Jabatan, Sasaran
from generator.views.parts import Fakta

JENIS_RUMUS = {
    "jumlah": "Jumlah",
    "persentase": "Persentase",
    "rasio": "Rasio",
    "ungkapan": "Indeks atau hitungan",
    "bobot": "Berbobot",
    "daftar": "Daftar hitungan",
    "ambang": "Ambang batas",
    "nilai": "Dinilai pihak lain",
    "uraian": "Uraian",
    "hilang": "Tidak tersedia",
    "latex": "Rumus",
}


@dataclass(frozen=True)
class Legenda:
    """One variable of a formula: its sign, its meaning, how it is calculated if it is."""

    simbol: str
    arti: str
    gambar: Markup | None


@dataclass(frozen=True)
class RumusView:
    """A formula, drawn and in words."""

    gambar: Markup
    baca: str | None
    """Only where it says something that the drawn formula does not say to everyone."""
    legenda: list[Legenda]
    asli: str | None
    catatan: str | None


@dataclass(frozen=True)
class Kartu:
    """An indicator."""

    indikator: Indikator
    rumus: RumusView
    sumber_data: list[Butir]
    sumber_data_dari: str | None
    """The indicator whose printed cell this one shares."""
    rincian: list[Fakta]


@dataclass(frozen=True)
class SasaranView:
    """A goal and its indicators."""

    sasaran: Sasaran
    label: str
    """The heading of the printed column it stood in."""
    mulai_tabel: bool
    """Whether another printed table begins here."""
    kartu: list[Kartu]


def goals(document: Jabatan) -> Iterator[SasaranView]:
    """Every goal, in the order of the decree."""
    headings = document.judul_kolom
    shared: str | None = None
    for sasaran in document.sasaran:
        headings = sasaran.judul_kolom or headings
        label = next((each for each in headings if column(each) is Kolom.SASARAN), "Sasaran")
        cards = []
        for each in sasaran.indikator:
            cards.append(_card(each, shared if each.sumber_data_gabung else None))
            shared = shared if each.sumber_data_gabung else each.nama
        yield SasaranView(sasaran, label.capitalize(), bool(sasaran.judul_kolom), cards)


def _card(indikator: Indikator, shared: str | None) -> Kartu:
    return Kartu(
        indikator, _formula(indikator), indikator.sumber_data, shared, list(_details(indikator))
    )


def _details(indikator: Indikator) -> Iterator[Fakta]:
    baseline = indikator.baseline
    labelled = {
        "Satuan": indikator.satuan or indikator.rumus.satuan,
        "Masa": indikator.rumus.periode,
        "Penanggung jawab": indikator.penanggung_jawab,
        "Penyedia data": indikator.penyedia_data,
        "Arah": indikator.polarisasi,
        "Dilaporkan": indikator.periode_pelaporan,
        "Perhitungan": indikator.tipe_perhitungan,
        "Bobot": None if indikator.bobot is None else numbers.show(indikator.bobot),
        "Nilai awal": baseline and f"{baseline.nilai} ({baseline.tahun})",
        **{f"Target {when}": what for when, what in indikator.target.items()},
        **{f"Realisasi {when}": what for when, what in indikator.realisasi.items()},
    }
    for label, value in labelled.items():
        if value:
            yield Fakta(label, value)


def _formula(indikator: Indikator) -> RumusView:
    rumus = indikator.rumus
    said = rumus.sentence()
    says_more = _plain(said) != _plain(rumus.line()) and rumus.jenis != "hilang"
    legend = rumus.legend() if isinstance(rumus, Ungkapan) else []
    return RumusView(
        rumus.drawing(),
        said if says_more else None,
        [Legenda(*each) for each in legend],
        rumus.asli,
        rumus.catatan,
    )


def _plain(text: str) -> str:
    return text.strip(" .").casefold()
