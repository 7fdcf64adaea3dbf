"""Words in are words out: whatever a file of Word holds, each word is read once, in its order."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from as_read import texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_files import cell, docx_of, fraction, paragraph, row, run, table

from generator.importing.blocks import Block, Paragraph
from generator.importing.readers import read

pytestmark = pytest.mark.long

Shape = tuple[str, list["Shape"]]
"""What an element is, and what stands in it."""

_LEAF = st.tuples(st.sampled_from(["teks", "hapus", "sisip", "rumus", "kotak"]), st.just([]))
_PARAGRAPH = st.tuples(st.just("paragraf"), st.lists(_LEAF, min_size=1, max_size=4))


def _tables(inner: st.SearchStrategy[Shape]) -> st.SearchStrategy[Shape]:
    cells = st.tuples(st.just("sel"), st.lists(inner, max_size=3))
    rows = st.tuples(st.just("baris"), st.lists(cells, min_size=2, max_size=3))
    return st.tuples(st.just("tabel"), st.lists(rows, min_size=1, max_size=3))


_BLOCKS = st.recursive(_PARAGRAPH, lambda inner: inner | _tables(inner), max_leaves=12)


class _Maker:
    """Makes the elements of a shape, each word another."""

    def __init__(self) -> None:
        self.numbers = count()
        self.kept: list[str] = []

    def word(self, is_kept: bool = True) -> str:
        word = f"kata{next(self.numbers)}"
        self.kept += [word] * is_kept
        return word

    def xml(self, shape: Shape) -> str:
        kind, inner = shape
        match kind:
            case "teks":
                return run(f"{self.word()} ")
            case "hapus":
                return f"<w:del>{run(self.word(is_kept=False))}</w:del>"
            case "sisip":
                return f"<w:ins>{run(f'{self.word()} ')}</w:ins>"
            case "rumus":
                return f"<m:oMath>{fraction(self.word(), self.word())}</m:oMath>"
            case "kotak":
                box = f"<w:txbxContent>{paragraph(run(self.word()))}</w:txbxContent>"
                return f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
            case "paragraf":
                return paragraph(*map(self.xml, inner))
            case "sel":
                return cell(*map(self.xml, inner), paragraph())
            case "baris":
                return row(*map(self.xml, inner))
        return table(*map(self.xml, inner))


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (word for text in texts([block]) for word in text.split())
        else:
            for line in block.rows:
                for each in line:
                    yield from _words(each.paragraphs)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shapes=st.lists(_BLOCKS, min_size=1, max_size=4))
def test_every_word_is_read_once(tmp_path: Path, shapes: list[Shape]) -> None:
    maker = _Maker()
    made = docx_of(tmp_path / "a.docx", *map(maker.xml, shapes))
    found = [each for each in _words(read(made).blocks) if each != "/"]
    assert sorted(found) == sorted(maker.kept)
