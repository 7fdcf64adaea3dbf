"""The goals of a position and the cards of their indicators."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.formula.forms.mathjson import Json
from generator.formula.forms.sentence import spoken
from generator.model.columns import Kolom, column
from generator.model.documents import Butir, Indikator, Jabatan, Sasaran
from generator.pages.parts import Fact
from generator.theme.words import Words
from generator.values import numbers


@dataclass(frozen=True)
class LegendEntry:
    """One variable of a formula: its sign, its meaning, how it is calculated if it is."""

    symbol: str
    meaning: str
    drawing: Markup | None


@dataclass(frozen=True)
class Calculation:
    """What the page's calculator needs."""

    tree: Json
    terms: list[tuple[str, str]]
    """What is typed in: the name in the tree, and the words that label it."""
    result: str
    satuan: str


@dataclass(frozen=True)
class Illustration:
    """A worked example."""

    terms: list[tuple[str, str]]
    result: str


@dataclass(frozen=True)
class RumusView:
    """A formula, drawn and in words."""

    drawing: Markup
    reading: str | None
    """Only where it says something that the drawn formula does not say to everyone."""
    legend: list[LegendEntry]
    asli: str | None
    catatan: str | None
    calculation: Calculation | None
    illustration: Illustration | None


@dataclass(frozen=True)
class Card:
    """An indicator."""

    indikator: Indikator
    rumus: RumusView
    sumber_data: list[Butir]
    is_shared: bool
    """Whether it stands in one printed cell for several indicators."""
    details: list[Fact]


@dataclass(frozen=True)
class SasaranView:
    """A goal and its indicators."""

    sasaran: Sasaran
    label: str
    """The heading of the printed column it stood in."""
    starts_table: bool
    """Whether another printed table begins here."""
    cards: list[Card]


def goals(document: Jabatan, w: Words) -> Iterator[SasaranView]:
    """Every goal, in the order of the decree."""
    headings = document.judul_kolom
    sources = document.sources()
    for sasaran in document.sasaran:
        headings = sasaran.judul_kolom or headings
        label = next((each for each in headings if column(each) is Kolom.SASARAN), w.label.sasaran)
        cards = [_card(each, sources[each.id], w) for each in sasaran.indikator]
        yield SasaranView(sasaran, label.capitalize(), bool(sasaran.judul_kolom), cards)


def _card(indikator: Indikator, sources: list[Butir], w: Words) -> Card:
    is_shared = indikator.sumber_data_gabung
    details = list(_details(indikator, w))
    return Card(indikator, _formula(indikator, w), sources, is_shared, details)


def _details(indikator: Indikator, w: Words) -> Iterator[Fact]:
    baseline = indikator.baseline
    labelled = {
        w.indikator.satuan: indikator.satuan or indikator.rumus.satuan,
        w.indikator.masa: indikator.rumus.periode,
        w.indikator.penanggung_jawab: indikator.penanggung_jawab,
        w.indikator.penyedia_data: indikator.penyedia_data,
        w.indikator.arah: indikator.polarisasi,
        w.indikator.dilaporkan: indikator.periode_pelaporan,
        w.indikator.perhitungan: indikator.tipe_perhitungan,
        w.indikator.bobot: None if indikator.bobot is None else numbers.show(indikator.bobot),
        w.indikator.nilai_awal: baseline and f"{baseline.nilai} ({baseline.tahun})",
        **_each_period(w.indikator.target, indikator.target),
        **_each_period(w.indikator.realisasi, indikator.realisasi),
    }
    for label, value in labelled.items():
        if value:
            yield Fact(label, value)


def _each_period(word: str, values: dict[str, str]) -> dict[str, str]:
    return {word.format(kapan=when): what for when, what in values.items()}


def _formula(indikator: Indikator, w: Words) -> RumusView:
    rumus = indikator.rumus
    said = rumus.sentence()
    says_more = _plain(said) != _plain(rumus.line()) and not rumus.is_drawn_in_words
    return RumusView(
        rumus.drawing(),
        said if says_more else None,
        [LegendEntry(*each) for each in rumus.legend()],
        rumus.asli,
        rumus.catatan,
        _calculation(indikator, w),
        _illustration(indikator, w),
    )


def _calculation(indikator: Indikator, w: Words) -> Calculation | None:
    """None for what cannot be computed, and for a count: there is nothing to work out."""
    rumus = indikator.rumus
    tree = rumus.mathjson()
    if tree is None or isinstance(tree, str):
        return None
    labels = rumus.labels()
    terms = [(term.name, labels.get(term.name, term.words)) for term in rumus.terms()]
    return Calculation(tree, terms, rumus.result() or w.alat.hasil, rumus.unit(indikator.satuan))


def _illustration(indikator: Indikator, w: Words) -> Illustration | None:
    rumus = indikator.rumus
    if rumus.contoh is None:
        return None
    given = [(spoken(term.words), numbers.show(rumus.contoh[term.name])) for term in rumus.terms()]
    result = f"{numbers.show(rumus.contoh['hasil'])}{rumus.unit(indikator.satuan)}"
    name = rumus.result()
    told = f"{name} = {result}" if name else w.rumus.hasilnya.format(nilai=result)
    return Illustration(given, told)


def _plain(text: str) -> str:
    return text.strip(" .").casefold()
