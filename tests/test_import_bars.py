"""What `iki import` reads right of the decrees of the content, in every form they may lie there.

The bars are the promise; what is read today stands above them (`make bench-impor`)."""

import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, SOURCES

sys.path.insert(0, str(ROOT / "scripts"))
import bench_impor
from bench_impor import GROUPS, HEAD

pytestmark = [pytest.mark.usefixtures("in_this_process"), pytest.mark.long]

ROWS = GROUPS[len(HEAD) :]
BARS = {"DOCX": (99, 99, 5), "PDF": (95, 80, 60), "lembar": (100, 100, 10)}
"""Of names, duties and functions; of rows; and the seconds that one may take."""
AS_PDF = ("kab-jombang-kecamatan-kesamben-2024", "kab-malang-dispendukcapil-2021")
"""The one that is read worst, and the one with most positions; `make bench-impor` has all."""


@pytest.mark.parametrize(
    ("form", "name"),
    [
        *((form, name) for form in ("DOCX", "lembar") for name in sorted(SOURCES)),
        *(("PDF", name) for name in AS_PDF),
    ],
)
def test_a_decree_is_read_in_every_form(form: str, name: str, tmp_path: Path) -> None:
    folder = bench_impor.editions()[name]
    path = bench_impor.made(form, name, folder, tmp_path)
    head, rows, seconds = BARS[form]
    start = time.process_time()
    draft = bench_impor.draft_of(path)
    assert time.process_time() - start < seconds
    score = bench_impor.compare(bench_impor.transcribed(folder), draft)
    assert score.percent(HEAD) >= head, score.missed
    assert score.percent(ROWS) >= rows, score.missed
