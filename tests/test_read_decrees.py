"""Decrees of the content, printed anew, are read without a loss."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from as_read import cells
from conftest import ROOT, SOURCES
from made_files import (
    PICTURE,
    Decree,
    Over,
    PrintedTable,
    as_docx,
    as_pdf,
)

from generator.importing.blocks import Paragraph, Table
from generator.importing.readers import read
from generator.importing.readers.lines import said

pytestmark = pytest.mark.usefixtures("in_this_process")


def _flat(block: PrintedTable) -> list[list[str]]:
    """The texts of a printed table, as they are read."""
    rows = [[[each] for each in block.headings]]
    for line in block.rows:
        texts_ = [[_line(each) for each in c.lines] if c.down else ["←"] for c in line]
        spread = zip(texts_, line, strict=True)
        rows.append([x for text, c in spread for x in (text, *[["←"]] * (c.across - 1))])
    return [[" / ".join(filter(None, each)) for each in line] for line in rows]


def _line(line: Sequence[str | Over]) -> str:
    parts = [f"{p.upper} / {p.lower}" if isinstance(p, Over) else p for p in line]
    return " ".join(parts).replace(PICTURE, "[rumus berupa gambar]").strip()


@pytest.fixture(scope="module", params=sorted(SOURCES))
def decree(request: pytest.FixtureRequest) -> Decree:
    folders = {
        "-".join(path.parent.relative_to(ROOT / "content").parts): path.parent
        for path in ROOT.glob("content/*/*/*/dokumen.yml")
    }
    return Decree.of(folders[request.param])


def _expected(decree: Decree) -> list[str]:
    plain = [each for each in decree.blocks if not isinstance(each, PrintedTable)]
    texts_ = [each if isinstance(each, str) else each.text for each in plain]
    return [each for each in texts_ if each and not each.startswith(("2. NAMA", "NIP"))]


def test_a_decree_typed_in_word_is_read_whole(decree: Decree, tmp_path: Path) -> None:
    """Every paragraph with its number, every cell, every equation."""
    source = read(as_docx(decree, tmp_path / "a.docx"))
    found = [each for each in source.blocks if isinstance(each, Paragraph)]
    assert [said(line) for each in found for line in each.lines] == _expected(decree)
    tables = [each for each in decree.blocks if isinstance(each, PrintedTable)]
    for number, each in enumerate(tables):
        assert cells(source, number) == _flat(each)


def _words(texts_: Sequence[str]) -> list[str]:
    return sorted(" ".join(texts_).replace("/ ", "").split())


@pytest.mark.long
def test_no_word_of_a_decree_is_lost_in_pdf(decree: Decree, tmp_path: Path) -> None:
    """What stands in the tables stands there, and at least nine of ten rows are whole."""
    source = read(as_pdf(decree, tmp_path / "a.pdf"))
    tables = [each for each in decree.blocks if isinstance(each, PrintedTable)]
    right = [line for each in tables for line in _plain(_flat(each))]
    found = [
        line
        for number in range(sum(isinstance(each, Table) for each in source.blocks))
        for line in _plain(cells(source, number))
    ]
    kept = sum(line in found for line in right)
    assert kept >= 0.9 * len(right)


def _plain(rows: list[list[str]]) -> list[str]:
    """Rows without what the fonts of the made PDF do not have."""
    signs = {"Σ": "S", "•": "-", "…": "...", "≥": ">=", " / ": " ", "[rumus berupa gambar]": ""}
    found = []
    for line in rows:
        text = "|".join(line)
        for sign, other in signs.items():
            text = text.replace(sign, other)
        found.append(" ".join(text.split()))
    return found
