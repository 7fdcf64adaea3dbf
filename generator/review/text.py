"""The report for a terminal and a log."""

from collections.abc import Iterator

from generator.content.marking import Diff
from generator.review.outline import (
    KEPT,
    READ,
    Block,
    Formula,
    Heading,
    Lines,
    Listing,
    Outline,
    Pages,
    Sentence,
    Typed,
)
from generator.values.characters import visible

_MARKS = {"tetap": "{}", "tambah": "{{+{}+}}", "hapus": "[-{}-]", "pindah": "(dipindah) {}"}
LEGEND = "{+ditambah+}, [-dihapus-]"


def text(outline: Outline) -> str:
    """The whole report; nothing in it can give orders to a terminal or to the reader of a log."""
    lines = [outline.title, outline.summary]
    lines += [f"Tanda: {LEGEND}."] if outline.blocks else []
    indent = ""
    for block in outline.blocks:
        if isinstance(block, Heading):
            indent = "  " * (block.level - 2)
            lines += _heading(block, "  " * max(block.level - 3, 0))
        else:
            lines += (f"{indent}{line}" for line in _lines(block))
    return "".join(f"{visible(line)}\n" for line in lines)


def _heading(block: Heading, indent: str) -> Iterator[str]:
    yield ""
    yield f"{indent}{block.text}"
    if block.level == 2:
        yield "=" * len(block.text)
    elif block.path:
        yield f"{indent}  {block.path}"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Sentence(words):
            yield words
        case Typed(lines):
            yield from (f"    {line}" for line in lines)
        case Lines(lines):
            yield from (f"{sign}| {line}" for sign, line in lines)
        case Listing(label):
            yield from _listing(label, block)
        case Formula():
            yield block.label
            for when, kind in block.sides:
                yield f"  {when}: {kind.line()}"
            yield f"  {READ}: {marked(block.reading)}"
        case Heading() | Pages():
            pass


def _listing(label: str, block: Listing) -> Iterator[str]:
    if block.is_single:
        yield f"{label}: {marked(block.runs[0].items[0])}"
        return
    yield label
    for run in block.runs:
        if run.is_kept:
            yield f"  … {KEPT.format(len(run.items))}"
        else:
            yield from (f"  - {marked(each)}" for each in run.items)


def marked(diff: Diff) -> str:
    """`Mengurus surat [-masuk-] {+keluar+}`."""
    return " ".join(_MARKS[piece.kind].format(piece.text) for piece in diff)
