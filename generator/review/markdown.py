"""The report for the page of a run or of a proposal, which may be read on a phone."""

import re
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
from generator.theme.templates import as_heading
from generator.values.characters import visible

MOST_BYTES = 900_000
"""The page of a run takes no more than a megabyte, or nothing."""
_MARKS = {
    "tetap": "{}",
    "tambah": "<ins>{}</ins>",
    "hapus": "<del>{}</del>",
    "pindah": "<em>(dipindah)</em> {}",
}
_CUT = "Selebihnya terlalu panjang untuk halaman ini: pakai `iki diff --html perubahan.html`."
_FENCE = re.compile("`+")


def markdown(outline: Outline) -> str:
    """The whole report, or as much of it as there is room for."""
    pieces = [f"# {plain(outline.title)}\n\n{plain(outline.summary)}\n"]
    size = 0
    for block in outline.blocks:
        piece = "".join(f"{line}\n" for line in _lines(block))
        size += len(piece.encode())
        if size > MOST_BYTES:
            return "\n".join([*pieces, f"{_CUT}\n"])
        pieces += [piece] if piece else []
    return "\n".join(pieces)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words, path):
            yield f"{'#' * level} {plain(words)}"
            if path and level == 3:
                yield f"\n{_code(path)}"
        case Sentence(words):
            yield plain(words)
        case Typed(lines):
            yield from _fenced("yaml", lines)
        case Lines(lines):
            yield from _fenced("diff", [f"{sign}{line}" for sign, line in lines])
        case Listing(label):
            yield from _listing(label, block)
        case Formula():
            yield f"**{plain(block.label)}**\n"
            for when, kind in block.sides:
                yield f"- {when}: {_code(kind.line())}"
            yield f"- {READ}: {marked(block.reading)}"
        case Pages():
            pass


def _listing(label: str, block: Listing) -> Iterator[str]:
    if block.is_single:
        yield f"**{plain(label)}:** {marked(block.runs[0].items[0])}"
        return
    yield f"**{plain(label)}**\n"
    for run in block.runs:
        if run.is_kept:
            yield f"- … {KEPT.format(len(run.items))}"
        else:
            yield from (f"- {marked(each)}" for each in run.items)


def marked(diff: Diff) -> str:
    """`Mengurus surat <del>masuk</del> <ins>keluar</ins>`."""
    return " ".join(_MARKS[piece.kind].format(plain(piece.text)) for piece in diff)


def plain(words: str) -> str:
    """Words that Markdown shows unchanged, wherever they stand; they call nobody by name."""
    escaped = str(as_heading(visible(words))).replace("&#64;", "&#64;<!-- -->")
    escaped = _COLON.sub(":", escaped)
    return _LIST.sub(lambda found: f"{found[1]}&#{ord(found[2])};", escaped)


_COLON = re.compile(r"&#58;(?=\s|$)")
"""Of an address it would make a link; behind a word it is only a colon."""
_LIST = re.compile(r"^(\d*)([-.)])")
"""What begins an item of a list."""


def _code(words: str) -> str:
    return f"<code>{plain(words)}</code>"


def _fenced(language: str, lines: list[str]) -> Iterator[str]:
    longest = max((len(each) for line in lines for each in _FENCE.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}{language}"
    yield from lines
    yield fence
