"""A formula on paper: as printed, drawn, and in words where it has signs to explain."""

from collections.abc import Iterator

from generator.formula.kinds.kind import Kind
from generator.paper.blocks import Block, Formula, Paragraph
from generator.theme.words import Words


def blocks(w: Words, rumus: Kind) -> Iterator[Block]:
    """A formula as a decree has it."""
    if rumus.asli:
        yield Paragraph(rumus.asli)
    yield from _cases(w, rumus) if rumus.cases() else _drawn(w, rumus)


def _cases(w: Words, rumus: Kind) -> Iterator[Block]:
    for when, each in rumus.cases():
        yield Paragraph(f"{when}:")
        yield from blocks(w, each)
        for label, value in ((w.indikator.satuan, each.satuan), (w.indikator.masa, each.periode)):
            if value:
                yield Paragraph(value, f"{label}:")
        yield from remark(w, each)


def remark(w: Words, rumus: Kind) -> Iterator[Block]:
    """What the decree itself notes beside it."""
    if rumus.keterangan:
        yield Paragraph(rumus.keterangan, w.keterangan.awal)


def _drawn(w: Words, rumus: Kind) -> Iterator[Block]:
    drawn = rumus.strokes()
    if drawn:
        yield Formula(drawn, rumus.sentence(), rumus.line())
    elif not rumus.asli:
        yield Paragraph(rumus.line())
    if rumus.labels() or (not drawn and rumus.reading()):
        yield Paragraph(rumus.sentence(), w.label.cara_membaca, is_quiet=True)


def notes(w: Words, name: str, rumus: Kind) -> Iterator[Block]:
    """What the transcriber noted about it."""
    for each in (rumus, *(inner for _, inner in rumus.cases())):
        if each.catatan:
            yield Paragraph(f"{name}: {each.catatan}", w.catatan.awal, is_quiet=True)
