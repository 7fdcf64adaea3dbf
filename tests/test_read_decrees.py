"""Decrees of the content, printed anew, are read without a loss."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from as_drafted import lost, words
from as_read import cells, texts
from conftest import ROOT, SOURCES
from made_files import (
    PICTURE,
    Decree,
    Over,
    PrintedTable,
    as_docx,
    as_pdf,
    as_xlsx,
)

from generator.importing.blocks import Paragraph, Source, Table
from generator.importing.draft import drafted, source_texts
from generator.importing.readers import read
from generator.importing.readers.lines import FORMULA_AS_PICTURE as PICTURE_SAID
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
    return " ".join(parts).replace(PICTURE, PICTURE_SAID).strip()


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


def _lost(source: Source) -> dict[str, int]:
    """Words that were read and are neither in the draft nor in the report."""
    return lost(source, drafted(source, "2024", "0" * 64))


@pytest.mark.long
def test_a_decree_typed_in_word_is_read_whole(decree: Decree, tmp_path: Path) -> None:
    """Every paragraph with its number, every cell, every equation."""
    source = read(as_docx(decree, tmp_path / "a.docx"))
    found = [each for each in source.blocks if isinstance(each, Paragraph)]
    assert [said(line) for each in found for line in each.lines] == _expected(decree)
    tables = [each for each in decree.blocks if isinstance(each, PrintedTable)]
    for number, each in enumerate(tables):
        assert cells(source, number) == _flat(each)
    assert _lost(source) == {}


@pytest.mark.long
def test_a_decree_typed_in_excel_keeps_its_words(decree: Decree, tmp_path: Path) -> None:
    source = read(as_xlsx(decree, tmp_path / "a.xlsx"))
    tables = [each for each in decree.blocks if isinstance(each, PrintedTable)]
    printed = " ".join(cell for each in tables for line in _flat(each) for cell in line)
    typed = words(iter([printed.replace(PICTURE_SAID, ""), *_expected(decree)]))
    assert typed - words(source_texts(source)) == Counter()
    assert _lost(source) == {}


def _words(texts_: Sequence[str]) -> list[str]:
    return sorted(" ".join(texts_).replace("/ ", "").split())


@pytest.mark.long
def test_a_decree_in_pdf_keeps_its_words_and_rows(decree: Decree, tmp_path: Path) -> None:
    """All words but an address that has no room in its cell; at least 19 of 20 rows are whole."""
    source = read(as_pdf(decree, tmp_path / "a.pdf"))
    tables = [each for each in decree.blocks if isinstance(each, PrintedTable)]
    right = [line for each in tables for line in _plain(_flat(each))]
    count = sum(isinstance(each, Table) for each in source.blocks)
    found = [line for number in range(count) for line in _plain(cells(source, number))]
    assert sum(line in found for line in right) >= 0.95 * len(right)
    printed = Counter(_words([*right, *_expected(decree)]))
    kept = Counter(_words([*found, *texts(source.blocks)]))
    assert [each for each in printed - kept if "//" not in each] == []
    assert _lost(source) == {}


def _words(lines: Sequence[str]) -> list[str]:
    return [each for line in lines for each in line.replace("|", " ").replace("←", " ").split()]


def _plain(rows: list[list[str]]) -> list[str]:
    """Rows without what the fonts of the made PDF do not have."""
    signs = {"•": "-", "…": "...", "≥": ">=", " / ": " ", PICTURE_SAID: ""}
    found = []
    for line in rows:
        text = "|".join(line)
        for sign, other in signs.items():
            text = text.replace(sign, other)
        found.append(" ".join(text.split()))
    return found
