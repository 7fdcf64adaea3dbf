"""The ways to one who can mend a page, as a reader meets them: built, in Chromium."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import EXAMPLE, ROOT, built, served
from playwright.sync_api import Browser
from test_browser import _open, violations

pytestmark = pytest.mark.browser
POSITION = "kab-contoh/dinas-contoh/2024/sekretaris/"
PAGES = (POSITION, "kab-contoh/dinas-contoh/2024/", "kab-contoh/dinas-contoh/", "kab-contoh/")
WAYS = (
    "    sumber: https://github.com/kotaanda/iki\n"
    "    laporan: https://github.com/kotaanda/iki\n"
    "    kontak: pejabat-pengelola-informasi-dan-dokumentasi@kotaanda.go.id\n"
)


@pytest.fixture(scope="module")
def with_ways(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a repository and an address to write to, a long one."""
    text = (ROOT / "site_config.yml").read_text("utf-8")
    configuration = text.replace("    semboyan:", f"{WAYS}    semboyan:")
    return built(tmp_path_factory.mktemp("usulan"), EXAMPLE, configuration)


@pytest.fixture(scope="module")
def address(with_ways: Path) -> Iterator[str]:
    yield from served(with_ways)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("page", PAGES)
def test_they_are_for_everyone(
    browser: Browser, address: str, page: str, width: int, scheme: str
) -> None:
    """Without a violation, within the screen, and not smaller than a finger."""
    shown = _open(browser, address + page, width, color_scheme=scheme)
    assert violations(shown) == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    for link in shown.locator(".tindakan a").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 44
    shown.context.close()


def test_they_work_without_javascript(browser: Browser, address: str) -> None:
    """Links, and no more; also beside every indicator."""
    shown = _open(browser, address + POSITION, java_script_enabled=False)
    words = shown.locator(".tindakan a").all_inner_texts()
    assert words[:2] == ["Usulkan perbaikan", "Laporkan kekeliruan"]
    assert words[2].startswith("Tanpa akun, tulis ke pejabat-")
    indicators = shown.locator(".indikator-nama").count()
    assert shown.get_by_role("link", name="Laporkan kekeliruan pada").count() == indicators > 1
    shown.context.close()


def test_what_they_cost_is_little(with_ways: Path, example_site: Path) -> None:
    """Of the eight kilobytes of a page."""
    sizes = [
        len(gzip.compress((site / POSITION / "index.html").read_bytes(), 9))
        for site in (example_site, with_ways)
    ]
    assert sizes[1] - sizes[0] < 600
    assert sizes[1] < 8 * 1024
