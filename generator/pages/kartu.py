"""The goals of a position and the cards of their indicators."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.formula.forms.mathjson import Json
from generator.formula.forms.sentence import spoken
from generator.model.columns import Kolom, column
from generator.model.documents import Butir, Indikator, Jabatan, Sasaran
from generator.pages.parts import Fakta
from generator.values import numbers


@dataclass(frozen=True)
class Legenda:
    """One variable of a formula: its sign, its meaning, how it is calculated if it is."""

    simbol: str
    arti: str
    gambar: Markup | None


@dataclass(frozen=True)
class Hitungan:
    """What the page's calculator needs."""

    tree: Json
    terms: list[tuple[str, str]]
    """What is typed in: the name in the tree, and the words that label it."""
    result: str
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
    says_more = _plain(said) != _plain(rumus.line()) and not rumus.is_drawn_in_words
    return RumusView(
        rumus.drawing(),
        said if says_more else None,
        [Legenda(*each) for each in rumus.legend()],
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
    labels = rumus.labels()
    terms = [(term.name, labels.get(term.name, term.words)) for term in rumus.terms()]
    return Hitungan(tree, terms, rumus.result() or "Hasil", rumus.unit(indikator.satuan))


def _illustration(indikator: Indikator) -> Ilustrasi | None:
    rumus = indikator.rumus
    if rumus.contoh is None:
        return None
    given = [(spoken(term.words), numbers.show(rumus.contoh[term.name])) for term in rumus.terms()]
    result = f"{numbers.show(rumus.contoh['hasil'])}{rumus.unit(indikator.satuan)}"
    name = rumus.result()
    return Ilustrasi(given, f"{name} = {result}" if name else f"hasilnya {result}")


def _plain(text: str) -> str:
    return text.strip(" .").casefold()
