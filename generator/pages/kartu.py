"""The goals of a position and the cards of their indicators."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from generator.content.content import Entry
from generator.content.wording import period_name
from generator.formula import Rumus
from generator.formula.forms.mathjson import Json
from generator.formula.forms.sentence import spoken
from generator.formula.kinds.kind import Kind
from generator.model.columns import Kolom
from generator.model.documents import (
    Butir,
    Group,
    Indikator,
    Jabatan,
    RincianIndikator,
    RumusCapaian,
    Sasaran,
    Tujuan,
)
from generator.model.tables import Printed, printed
from generator.pages import hasil, usulan
from generator.pages.hasil import Results
from generator.pages.kutipan import Citation, of_indikator
from generator.pages.parts import Fact, Perspective
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
    sets: list[str]
    """The names of which several values are typed in, one for each member of a set."""
    result: str
    satuan: str
    sample: dict[str, str]
    """Values to try it with: those of the worked example, or such as give a result."""


@dataclass(frozen=True)
class Illustration:
    """A worked example."""

    terms: list[tuple[str, str]]
    result: str


@dataclass(frozen=True)
class CaseView:
    """One formula of several, and when it holds."""

    when: str
    rumus: "RumusView"
    facts: list[Fact]


@dataclass(frozen=True)
class RumusView:
    """A formula, drawn and in words."""

    drawing: Markup
    cases: list[CaseView]
    """The formulas that it is made of; they are shown in place of its own drawing."""
    reading: str | None
    """Only where it says something that the drawn formula does not say to everyone."""
    legend: list[LegendEntry]
    asli: str | None
    keterangan: str | None
    catatan: str | None
    is_in_signs: bool
    """Whether there is more to copy than words."""
    calculation: Calculation | None
    illustration: Illustration | None


@dataclass(frozen=True)
class Line:
    """One line of an indicator: primary schools, junior schools."""

    rincian: RincianIndikator
    rumus: RumusView | None
    facts: list[Fact]


@dataclass(frozen=True)
class Card:
    """An indicator."""

    indikator: Indikator
    rumus: RumusView | None
    table_has_formulas: bool
    """Whether some indicator of its table has one."""
    sumber_data: list[Butir]
    is_shared: bool
    """Whether it stands in one printed cell for several indicators."""
    has_sources: bool
    """Whether the decree has data sources at all, of this indicator or of others."""
    details: list[Fact]
    results: Results | None
    lines: list[Line]
    citation: Citation
    report: str | None
    """Where to report a mistake in it."""
    note_above: int | None = None
    """The number of its note, where that stands above for several."""


@dataclass(frozen=True)
class SasaranView:
    """A goal or an aim, and its indicators."""

    part: str | None
    """The heading above it in the printed table."""
    uraian: str | None
    label: str
    """The heading of the printed column it stood in."""
    facts: list[Fact]
    keterangan: str | None
    starts_table: bool
    """Whether another printed table begins here."""
    lacks_formulas: bool
    """Whether no indicator of the table that begins here has a formula."""
    cards: list[Card]


@dataclass(frozen=True)
class Note:
    """A note of the transcriber on several indicators."""

    text: str
    number: int
    is_of_all: bool


def with_notes_once(goals: list[SasaranView]) -> tuple[list[Note], list[SasaranView]]:
    """The notes that several cards repeat, and the goals with cards that refer to them; a note on
    every card needs no reference."""
    cards = [card for goal in goals for card in goal.cards]
    counts = Counter(each.indikator.catatan for each in cards if each.indikator.catatan)
    repeated = [text for text, count in counts.items() if count > 1]
    notes = {
        text: Note(text, number, counts[text] == len(cards))
        for number, text in enumerate(repeated, start=1)
    }
    shown = [
        replace(goal, cards=[_referring(card, notes) for card in goal.cards]) for goal in goals
    ]
    return list(notes.values()), shown


def _referring(card: Card, notes: dict[str, Note]) -> Card:
    note = notes.get(card.indikator.catatan or "")
    if note is None:
        return card
    bare = card.indikator.model_copy(update={"catatan": None})
    return replace(card, indikator=bare, note_above=None if note.is_of_all else note.number)


def goals(see: Perspective, entry: Entry[Jabatan]) -> Iterator[SasaranView]:
    """Every aim and every goal, in the order of the decree."""
    sources = entry.document.sources()
    how = see.content.dokumen_of(entry).document.rumus_capaian
    for number, table in enumerate(printed(entry.document)):
        has_formulas = any(one.rumus for each in table.all_indikator() for one in each.lines())
        has_sources = not table.headings or Kolom.SUMBER_DATA in table.kinds
        card = partial(_card, see, entry, (has_formulas, has_sources), how)
        filled = (group for group in table.groups if group.indikator)
        for place, group in enumerate(filled):
            yield SasaranView(
                group.bagian if isinstance(group, Sasaran) else None,
                group.uraian,
                _label(see.w, table, group),
                list(_goal_details(see, entry, group)),
                group.keterangan if isinstance(group, Sasaran) else None,
                bool(number) and not place,
                not has_formulas and not place,
                [card(each, sources[each.id]) for each in group.indikator],
            )


def _label(w: Words, table: Printed, group: Group) -> str:
    is_aim = isinstance(group, Tujuan)
    kolom = Kolom.TUJUAN if is_aim else Kolom.SASARAN
    headings = (each.heading for each in table.columns if each.kolom is kolom)
    return next(headings, w.label.tujuan if is_aim else w.label.sasaran).capitalize()


def _goal_details(see: Perspective, entry: Entry[Jabatan], group: Group) -> Iterator[Fact]:
    goal = group if isinstance(group, Sasaran) else None
    labelled = {
        see.w.sasaran.program: goal and goal.program,
        see.w.sasaran.kegiatan: goal and goal.kegiatan,
        **group.lainnya,
    }
    for label, value in labelled.items():
        if value:
            yield Fact(label, value)
    if goal and goal.atas:
        yield _supported(see, entry, goal.atas)


def _supported(see: Perspective, entry: Entry[Jabatan], reference: str) -> Fact:
    """The goal of a superior that a goal serves."""
    slug, _, number = reference.partition("#")
    above = see.content.sibling(entry, slug)
    assert above is not None
    told = above.document.sasaran[int(number) - 1].uraian
    goal = told or see.w.sasaran.nomor.format(nomor=number)
    name = f"{goal} ({see.title(above)})"
    return Fact(see.w.sasaran.mendukung, name, see.link("", above.key).href)


def _card(
    see: Perspective,
    entry: Entry[Jabatan],
    has: tuple[bool, bool],
    how: RumusCapaian | None,
    indikator: Indikator,
    sources: list[Butir],
) -> Card:
    w, lines = see.w, indikator.rincian
    return Card(
        indikator,
        _formula(w, indikator),
        has[0],
        sources,
        indikator.sumber_data_gabung,
        has[1] or bool(sources),
        list(_details(see, entry, indikator)),
        hasil.of(w, indikator, how),
        [Line(each, _formula(w, each), list(_line_details(w, each))) for each in lines],
        of_indikator(see, entry, indikator),
        usulan.report(see, entry, indikator.id),
    )


def _details(see: Perspective, entry: Entry[Jabatan], indikator: Indikator) -> Iterator[Fact]:
    w, rumus, baseline = see.w, indikator.rumus, indikator.baseline
    labelled = {
        w.indikator.makna: indikator.makna,
        w.indikator.alasan: indikator.alasan_pemilihan,
        w.indikator.satuan: indikator.satuan or (rumus.satuan if rumus else None),
        w.indikator.masa: rumus.periode if rumus else None,
        w.indikator.penanggung_jawab: indikator.penanggung_jawab,
        w.indikator.penyedia_data: indikator.penyedia_data,
        w.indikator.arah: _direction(w, indikator),
        w.indikator.dilaporkan: indikator.periode_pelaporan,
        w.indikator.perhitungan: indikator.tipe_perhitungan,
        w.indikator.bobot: indikator.bobot,
        w.indikator.nilai_awal: baseline and str(baseline),
        **indikator.lainnya,
    }
    for label, value in labelled.items():
        if value:
            yield Fact(label, value)
    if number := indikator.halaman:
        yield Fact(w.fakta.halaman, str(number), see.sheet(see.content.dokumen_of(entry), number))


def _direction(w: Words, indikator: Indikator) -> str | None:
    which = indikator.polarisasi
    return getattr(w.indikator.arah_baik, which) if which else None


def _line_details(w: Words, line: RincianIndikator) -> Iterator[Fact]:
    if line.satuan:
        yield Fact(w.indikator.satuan, line.satuan)
    for when, what in line.target.items():
        yield Fact(w.indikator.target.format(kapan=period_name(when)), what)


def _formula(w: Words, owner: Indikator | RincianIndikator) -> RumusView | None:
    if owner.rumus is None:
        return None
    view = _formula_view(w, owner.rumus, owner.satuan)
    return replace(view, calculation=_calculation(w, owner.rumus, owner.satuan))


def _formula_view(w: Words, rumus: Kind, unit: str | None) -> RumusView:
    """A formula, without what is worked out beside it."""
    return RumusView(
        rumus.drawing(),
        [_case(w, when, each, unit) for when, each in rumus.cases()],
        rumus.reading(),
        [LegendEntry(*each) for each in rumus.legend()],
        rumus.asli,
        rumus.keterangan,
        rumus.catatan,
        rumus.is_in_signs(),
        None,
        _illustration(w, rumus, unit),
    )


def _case(w: Words, when: str, rumus: Kind, unit: str | None) -> CaseView:
    told = {w.indikator.satuan: rumus.satuan, w.indikator.masa: rumus.periode}
    facts = [Fact(label, value) for label, value in told.items() if value]
    return CaseView(when, _formula_view(w, rumus, rumus.satuan or unit), facts)


def _calculation(w: Words, rumus: Rumus, unit: str | None) -> Calculation | None:
    """None for what cannot be computed, and for a count: there is nothing to work out."""
    tree = rumus.mathjson()
    if tree is None or isinstance(tree, str):
        return None
    labels = rumus.labels()
    terms = [(term.name, labels.get(term.name, term.words)) for term in rumus.terms()]
    sets = [term.name for term in rumus.terms() if term.index]
    name, satuan = rumus.result() or w.alat.hasil, rumus.unit(unit)
    return Calculation(tree, terms, sets, name, satuan, _sample(rumus))


_TRIED = (80, 100, 90, 60)
"""Values to try a formula with that has no worked example: a part first, then its whole."""


def _sample(rumus: Rumus) -> dict[str, str]:
    """Empty where these give no result."""
    if rumus.contoh is not None:
        given = rumus.contoh
    else:
        tried = [Decimal(each) for each in _TRIED]
        given = {
            term.name: tried if term.index else [tried[place % len(tried)]]
            for place, term in enumerate(rumus.terms())
        }
        values = {
            term.name: given[term.name] if term.index else given[term.name][0]
            for term in rumus.terms()
        }
        if isinstance(rumus.compute(values), str):
            return {}
    return {term.name: "; ".join(map(numbers.show, given[term.name])) for term in rumus.terms()}


def _illustration(w: Words, rumus: Kind, unit: str | None) -> Illustration | None:
    if rumus.contoh is None:
        return None
    given = [
        (spoken(term.words), _listed(rumus.contoh[term.name], bool(term.index)))
        for term in rumus.terms()
    ]
    result = f"{numbers.show(rumus.contoh['hasil'][0])}{rumus.unit(unit)}"
    name = rumus.result()
    told = f"{name} = {result}" if name else w.rumus.hasilnya.format(nilai=result)
    return Illustration(given, told)


def _listed(given: list[Decimal], is_set: bool) -> str:
    """`80`; of a set `(80; 92,5)`."""
    told = "; ".join(map(numbers.show, given))
    return f"({told})" if is_set else told
