"""What a reader takes along from a page: its data as files, its table for the clipboard."""

import json
from pathlib import Path

import pytest
from conftest import EXAMPLE
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from generator.content import loading

pytestmark = [pytest.mark.site, pytest.mark.browser]

PAGE = "kab-contoh/dinas-contoh/2024/sekretaris/"


def _open(browser: Browser, address: str, **context: object) -> tuple[Page, list[str]]:
    page = browser.new_context(**context).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address, wait_until="networkidle")
    return page, said


def test_a_table_for_the_clipboard(browser: Browser, example_base: str) -> None:
    """As a table, and as text in columns; it is said that it was copied."""
    allowed = ["clipboard-read", "clipboard-write"]
    page, said = _open(browser, example_base + PAGE, permissions=allowed)
    button = page.get_by_role("button", name="Salin untuk SKP")
    button.click()
    page.get_by_role("button", name="Tabel disalin").wait_for()
    head, first, *_ = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert head.split("\t")[:2] == ["Sasaran", "Indikator"]
    assert first.split("\t") == [
        "Meningkatnya pelayanan",
        "Persentase surat yang tepat waktu",
        "(Jumlah surat yang tepat waktu / Jumlah surat) × 100%",
        "2024: 90; 2024-tw1: 85",
        "persen",
        "Buku agenda; Laporan surat",
    ]
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html'))"
        ".then((blob) => blob.text())"
    )
    rows = LexborHTMLParser(html).css("tr")
    assert [cell.text() for cell in rows[1].css("td")] == first.split("\t")
    button.wait_for()
    assert said == []
    page.close()


def test_a_table_that_does_not_come(browser: Browser, example_base: str) -> None:
    """It is said, and the button can be pressed again."""
    page, _ = _open(browser, example_base + PAGE, permissions=["clipboard-write"])
    page.route("**/index.json", lambda route: route.abort())
    page.get_by_role("button", name="Salin untuk SKP").click()
    page.get_by_role("button", name="Tabel tidak dapat disalin").wait_for()
    page.get_by_role("button", name="Salin untuk SKP").wait_for()
    page.close()


def test_without_a_script_the_files_are_there(browser: Browser, example_base: str) -> None:
    """And no button that does nothing."""
    page, _ = _open(browser, example_base + PAGE, java_script_enabled=False)
    links = page.locator(".unduh a")
    assert [each.get_attribute("href") for each in links.all()] == [
        "indikator.xlsx",
        "indikator.csv",
        "index.json",
    ]
    assert not page.get_by_text("Salin untuk SKP").is_visible()
    page.close()


@pytest.mark.parametrize("path", ["", "data/", "kab-contoh/dinas-contoh/2024/", PAGE])
def test_data_for_programs_is_no_script(browser: Browser, example_base: str, path: str) -> None:
    """The policy of the page has nothing against it, and it can be read."""
    page, said = _open(browser, example_base + path)
    found = page.locator('head script[type="application/ld+json"]')
    assert found.count() == (1 if path else 0)
    if path:
        told = json.loads(found.text_content() or "")
        assert told["@graph"][0]["@type"] == "BreadcrumbList"
    assert said == []
    page.close()


def test_every_page_of_a_document_has_its_twin(example_site: Path) -> None:
    """At the same address in the built site."""
    keys = loading.load(EXAMPLE / "content", "content").content.entries
    for key in keys:
        folder = example_site.joinpath(*key)
        assert (folder / "index.html").is_file()
        assert json.loads((folder / "index.json").read_bytes())["alamat"] == f"{'/'.join(key)}/"
