"""Thirty tasks of readers on a phone: tugas.yml says what they do and what must have come of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]

TASKS = yaml.safe_load((Path(__file__).parent / "tugas.yml").read_text("utf-8"))
HEIGHT = 740
FIELD = "Cari jabatan, tugas, atau indikator"
ALWAYS = {"tugas", "mulai", "langkah", "klik", "layar"}


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """One phone for all of them."""
    context = browser.new_context(
        viewport={"width": 360, "height": HEIGHT},
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


def test_the_tasks_are_thirty() -> None:
    """Each has its name once, a bound and a result that can fail."""
    assert len({each["tugas"] for each in TASKS}) == len(TASKS) >= 30
    assert [each["tugas"] for each in TASKS if not each.keys() - ALWAYS] == []
    assert all("klik" in each for each in TASKS)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["tugas"])
def test_a_task(phone: Page, example_base: str, task: dict[str, Any]) -> None:
    """Done with no more clicks and screens than it may take."""
    phone.goto("about:blank")
    phone.goto(example_base + task.get("mulai", ""), wait_until="networkidle")
    if "berkas" in task:
        with phone.expect_download() as saved:
            clicks = _done(phone, task)
        assert re.fullmatch(task["berkas"], saved.value.suggested_filename)
    else:
        clicks = _done(phone, task)
    assert clicks <= task["klik"]
    for result in task.keys() - ALWAYS - {"berkas"}:
        RESULTS[result](phone, example_base, task)


def _done(page: Page, task: dict[str, Any]) -> int:
    """Do what a task says, and count the clicks."""
    steps = [step for each in task.get("langkah", []) for step in each.items()]
    for what, with_what in steps:
        STEPS[what](page, with_what)
    return sum(what != "isi" for what, _ in steps)


def _search(page: Page, words: str) -> None:
    page.get_by_label(FIELD).fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/?q=*")
    page.get_by_text(re.compile(r"halaman cocok|Tidak ada halaman|halaman menurut")).wait_for()


def _click(page: Page, name: str) -> None:
    """What can be seen and begins with these words; in the drawer, while that is open."""
    begins = re.compile(rf"^\s*{re.escape(name)}")
    where = page.locator("dialog[open]")
    root: Page | Locator = where if where.count() else page
    places = root.locator("a:visible, button:visible, summary:visible")
    in_article = places.and_(page.locator("main *, dialog *")).filter(has_text=begins)
    found = in_article if in_article.count() else places.filter(has_text=begins)
    found.first.click()


def _fill(page: Page, values: dict[str, str]) -> None:
    for label, value in values.items():
        page.get_by_label(label, exact=True).fill(value)


STEPS = {"cari": _search, "klik": _click, "isi": _fill}


def _is_at(page: Page, base: str, task: dict[str, Any]) -> None:
    page.wait_for_url(base + task["alamat"])


def _text(page: Page, words: str) -> Locator:
    found = page.locator("main, dialog[open]").get_by_text(words).locator("visible=true").first
    found.wait_for()
    return found


def _is_seen_from_the_top(page: Page, _: str, task: dict[str, Any]) -> None:
    box = _text(page, task["tampak"]).bounding_box()
    assert box
    assert box["y"] + page.evaluate("scrollY") + box["height"] <= task["layar"] * HEIGHT


def _is_seen_now(page: Page, _: str, task: dict[str, Any]) -> None:
    """Without scrolling any more."""
    box = _text(page, task["terlihat"]).bounding_box()
    assert box
    assert 0 <= box["y"] <= HEIGHT


def _is_copied(page: Page, _: str, task: dict[str, Any]) -> None:
    assert re.search(task["salinan"], page.evaluate("navigator.clipboard.readText()"))


def _is_printed(page: Page, _: str, task: dict[str, Any]) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for words in task["cetak"]:
        assert page.get_by_text(words).locator("visible=true").count() > 0, words
    assert page.locator("a:visible", has_text="Tautan").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


RESULTS = {
    "alamat": _is_at,
    "tampak": _is_seen_from_the_top,
    "terlihat": _is_seen_now,
    "salinan": _is_copied,
    "cetak": _is_printed,
}
