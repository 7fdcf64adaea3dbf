"""What was not printed as a table: each indicator as a sheet of labelled values."""

from collections.abc import Iterator

from generator.model.documents import Indikator, as_line
from generator.pages.hasil import Results, Value
from generator.pages.kartu import Card, Line, SasaranView
from generator.paper import formulas
from generator.paper.blocks import Block, Facts, Heading, Paragraph, printed_list
from generator.theme.words import Words

Row = tuple[str, list[Block]]


def sheets(w: Words, goal: SasaranView) -> Iterator[Block]:
    """A goal and its indicators."""
    yield from _goal(w, goal)
    for card in goal.cards:
        yield Heading(4, card.indikator.nama)
        yield Facts(list(_rows(w, card)))


def rest(w: Words, goal: SasaranView, names_are_printed: bool) -> Iterator[Block]:
    """What is left to say of a goal and its indicators below their table."""
    yield from _goal(w, goal)
    for card in goal.cards:
        rows = list(_rows(w, card))
        if rows or not names_are_printed:
            yield Paragraph(card.indikator.nama, f"{w.label.indikator}:", is_sticky=bool(rows))
        if rows:
            yield Facts(rows)


def _goal(w: Words, goal: SasaranView) -> Iterator[Block]:
    if goal.part:
        yield Heading(4, goal.part)
    if goal.uraian:
        yield Paragraph(goal.uraian, f"{goal.label}:")
    for fact in goal.facts:
        yield Paragraph(fact.value, f"{fact.label}:")
    if goal.keterangan:
        yield Paragraph(goal.keterangan, w.keterangan.awal)


def _rows(w: Words, card: Card) -> Iterator[Row]:
    indikator = card.indikator
    if indikator.rumus and card.rumus:
        told = [*formulas.blocks(w, indikator.rumus), *formulas.remark(w, indikator.rumus)]
        yield w.label.bagaimana_dihitung, told
    for line in card.lines:
        if blocks := list(_line(w, line)):
            yield line.rincian.nama, blocks
    if card.sumber_data:
        yield w.label.sumber_data, [Paragraph(as_line(each)) for each in card.sumber_data]
    if indikator.definisi_operasional:
        yield w.indikator.definisi, [printed_list(indikator.definisi_operasional, "tanpa")]
    for fact in card.details:
        yield fact.label, [Paragraph(fact.value)]
    if card.results:
        yield from _results(w, card.results)
    if indikator.kategori:
        classes = (f"{each.batas}: {each.sebutan}" for each in indikator.kategori)
        yield w.kategori.judul, list(map(Paragraph, classes))
    yield from _remarks(w, indikator)


def _line(w: Words, line: Line) -> Iterator[Block]:
    if line.rincian.rumus and line.rumus:
        yield from formulas.blocks(w, line.rincian.rumus)
        yield from formulas.remark(w, line.rincian.rumus)
    for fact in line.facts:
        yield Paragraph(fact.value, f"{fact.label}:")


def _results(w: Words, results: Results) -> Iterator[Row]:
    for period, values in results.rows:
        told = zip(results.columns, values, strict=True)
        yield (
            period,
            [Paragraph(each, f"{name}:") for name, value in told if (each := _value(w, value))],
        )


def _value(w: Words, value: Value) -> str:
    if not value.other:
        return value.text
    word = w.capaian.berbeda if value.text else w.capaian.dihitung
    return " ".join(filter(None, (value.text, word.format(nilai=value.other))))


def _remarks(w: Words, indikator: Indikator) -> Iterator[Row]:
    if indikator.keterangan:
        yield w.keterangan.awal, [Paragraph(indikator.keterangan)]
