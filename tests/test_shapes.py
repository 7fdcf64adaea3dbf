"""Tables as other agencies print them: transcribed whole, checked without a word, printed whole."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, THEME

from generator.build import publishing
from generator.build.publishing import Checked
from generator.content.content import Entry
from generator.model.columns import normal
from generator.model.documents import Jabatan
from generator.model.tables import Printed, lainnya, printed
from generator.pages import rendering
from generator.pages.tabel import Table, tables
from generator.settings import Settings

SHAPES = Path(__file__).parent / "bentuk" / "content"
NAMES = sorted(
    path.relative_to(SHAPES).with_suffix("").as_posix()
    for path in SHAPES.glob("*/*/*/*.yml")
    if path.name != "dokumen.yml"
)
EMPTY = {
    ("kab-contoh/kelurahan-contoh/2025/sekretaris-lurah", "SUMBER DATA"): "so it is in the decree",
}
"""Columns that are printed empty, and why."""
TABLE = '<details class="tercetak-tabel"'


@pytest.fixture(scope="module")
def shapes(
    tmp_path_factory: pytest.TempPathFactory, theme: Path, real_settings: Settings
) -> Settings:
    """A project whose content are the shapes."""
    project = tmp_path_factory.mktemp("bentuk")
    (project / "content").symlink_to(SHAPES)
    (project / "theme").mkdir()
    for name in THEME:
        (project / "theme" / name).symlink_to(theme / name)
    (project / "site_config.yml").write_bytes((ROOT / "site_config.yml").read_bytes())
    return replace(real_settings, config=project / "site_config.yml")


@pytest.fixture(scope="module")
def checked(shapes: Settings) -> Checked:
    """All of them, read and checked once."""
    return publishing.check(shapes)


@pytest.fixture(scope="module")
def pages(checked: Checked, shapes: Settings) -> dict[str, str]:
    """Their pages, by address."""
    files = rendering.render(checked.content, shapes)
    return {each.address: each.text for each in files if each.address.endswith(".md")}


@pytest.fixture
def entry(checked: Checked, name: str) -> Entry[Jabatan]:
    """The position that a test is about."""
    return next(each for each in checked.content.all_jabatan() if "/".join(each.key) == name)


@pytest.mark.long
def test_nothing_is_wrong(checked: Checked) -> None:
    """No mistake and no hint, about columns or anything else."""
    assert checked.problems == []
    assert ["/".join(each.key) for each in checked.content.all_jabatan()] == NAMES


def _grid(table: Table) -> dict[tuple[int, int], list[str]]:
    """What a browser shows at each row and column: a spanning cell at all that it covers."""
    shown: dict[tuple[int, int], list[str]] = {}
    for y, row in enumerate(table.rows):
        x = 0
        for cell in row:
            while (y, x) in shown:
                x += 1
            for place in ((y + a, x + b) for a in range(cell.span) for b in range(cell.width)):
                assert place not in shown, "two cells in one place"
                shown[place] = cell.texts
    return shown


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_has_its_place(name: str, entry: Entry[Jabatan]) -> None:
    """A row for each indicator, line and part; a cell below each heading; no column empty."""
    laid_out = [each for each in printed(entry.document) if each.headings]
    for told, table in zip(laid_out, tables(entry.document), strict=True):
        lines = [line for each in told.all_indikator() for line in each.lines()]
        parts = [group for group in told.groups if getattr(group, "bagian", None)]
        rows, columns = range(len(lines) + len(parts)), range(len(told.headings))
        grid = _grid(table)
        assert set(grid) == {(y, x) for y in rows for x in columns}
        whole = {y for y, row in enumerate(table.rows) if row[0].width == len(told.headings) > 1}
        empty = {
            heading
            for x, heading in enumerate(told.headings)
            if not any(grid[y, x] for y in rows if y not in whole)
        }
        assert empty == {heading for file, heading in EMPTY if file == name}
        headings = [normal(each.name) for each in told.columns]
        for heading, text in _given(told):
            assert [text] in [grid[y, headings.index(normal(heading))] for y in rows]


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_lainnya_is_lost(
    name: str, entry: Entry[Jabatan], pages: dict[str, str]
) -> None:
    """Each text stands on the page, and where there is a printed table, in that too."""
    above, _, below = pages[f"{name}/index.md"].partition(TABLE)
    table, _, rest = below.partition("</details>")
    shown = {"cards": _plain(above + rest), "table": _plain(table)}
    for heading, text in _given(entry.document):
        assert _plain(text) in shown["cards"]
        assert _plain(heading) in shown["cards"]
        assert not table or _plain(text) in shown["table"]


def _given(of: Jabatan | Printed) -> Iterator[tuple[str, str]]:
    groups = of.groups() if isinstance(of, Jabatan) else of.groups
    for owner in (*groups, *of.all_indikator()):
        yield from lainnya(owner).items()


def _plain(text: str) -> str:
    """Its words alone: no tag, no place for a break, one blank between."""
    return " ".join(html.unescape(re.sub(r"<wbr>|<[^>]*>", "", text)).split())
