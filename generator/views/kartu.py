"""The goals of a position and the cards of their indicators."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import numbers
from generator.columns import Kolom, column
from generator.formula import Rumus
from generator.formula.mathjson import Json
from generator.formula.sentence import spoken
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
class Hitungan:
    """What the page's calculator needs."""

    pohon: Json
    unsur: list[tuple[str, str]]
    """What is typed in: the name in the tree, and the words that label it."""
    hasil: str
    satuan: str


@dataclass(frozen=True)
class Ilustrasi:
    """A worked example."""

    unsur: list[tuple[str, str]]
    hasil: str


@dataclass(frozen=True)
class RumusView:
    """A formula, drawn and in words."""

    gambar: Markup
    baca: str | None
    """Only where it says something that the drawn formula does not say to everyone."""
    legenda: list[Legenda]
    asli: str | None
    catatan: str | None
    hitungan: Hitungan | None
    ilustrasi: Ilustrasi | None


@dataclass(frozen=True)
class Kartu:
    """An indicator."""

    indikator: Indikator
    rumus: RumusView
    sumber_data: list[Butir]
    sumber_data_bersama: bool
    """Whether it stands in one printed cell for several indicators."""
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
    sources = document.sources()
    for sasaran in document.sasaran:
        headings = sasaran.judul_kolom or headings
        label = next((each for each in headings if column(each) is Kolom.SASARAN), "Sasaran")
        cards = [_card(each, sources[each.id]) for each in sasaran.indikator]
        yield SasaranView(sasaran, label.capitalize(), bool(sasaran.judul_kolom), cards)


def _card(indikator: Indikator, sources: list[Butir]) -> Kartu:
    is_shared = indikator.sumber_data_gabung
    return Kartu(indikator, _formula(indikator), sources, is_shared, list(_details(indikator)))


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
    is_plain = rumus.jenis in ("hilang", "daftar")
    says_more = _plain(said) != _plain(rumus.line()) and not is_plain
    legend = rumus.legend() if isinstance(rumus, Ungkapan) else []
    return RumusView(
        rumus.drawing(),
        said if says_more else None,
        [Legenda(*each) for each in legend],
        rumus.asli,
        rumus.catatan,
        _calculation(indikator),
        _illustration(indikator),
    )


def _calculation(indikator: Indikator) -> Hitungan | None:
    """None for what cannot be computed, and for a count: there is nothing to work out."""
    rumus = indikator.rumus
    tree = rumus.mathjson()
    if tree is None or isinstance(tree, str):
        return None
    labels = _labels(rumus)
    terms = [(term.name, labels.get(term.name, term.words)) for term in rumus.terms()]
    return Hitungan(tree, terms, _result_name(rumus), _unit(indikator))


def _illustration(indikator: Indikator) -> Ilustrasi | None:
    rumus = indikator.rumus
    if rumus.contoh is None:
        return None
    given = [(spoken(term.words), numbers.show(rumus.contoh[term.name])) for term in rumus.terms()]
    result = f"{numbers.show(rumus.contoh['hasil'])}{_unit(indikator)}"
    name = isinstance(rumus, Ungkapan) and rumus.hasil
    return Ilustrasi(given, f"{name} = {result}" if name else f"hasilnya {result}")


def _labels(rumus: Rumus) -> dict[str, str]:
    """The meanings of signs; words label themselves."""
    if not isinstance(rumus, Ungkapan):
        return {}
    return {
        name: f"{each} ({name})" if name not in each else each
        for name, each in rumus.meanings().items()
        if each
    }


def _result_name(rumus: Rumus) -> str:
    return (isinstance(rumus, Ungkapan) and rumus.hasil) or "Hasil"


def _unit(indikator: Indikator) -> str:
    if indikator.rumus.jenis == "persentase":
        return "%"
    unit = indikator.satuan or indikator.rumus.satuan
    return f" {unit}" if unit else ""


def _plain(text: str) -> str:
    return text.strip(" .").casefold()
