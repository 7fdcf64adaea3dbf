"""A file of the search that does not come: the reader is told, has another way, can try again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.site, pytest.mark.browser]

FILES = (
    "assets/pencari.js*",
    "assets/index-files.js*",
    "assets/excerpts.js*",
    "cari/indeks/kata.json*",
    "cari/indeks/saringan.json*",
    "cari/indeks/b*.json*",
    "cari/indeks/h*.json*",
    "cari/kosakata.json*",
)
FAILED = (
    "Pencarian tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi atau muat ulang "
    "halaman ini."
)
SLOW = "Pencarian masih dimuat; sambungan internet tampaknya lambat."


def _missing(route: Route) -> None:
    route.fulfill(status=404, content_type="text/html", body="<h1>Tidak ada</h1>")


def _another_page(route: Route) -> None:
    """What the login page of a hotel's network gives for every address."""
    route.fulfill(status=200, content_type="text/html", body="<h1>Masuk</h1>")


def _broken_off(route: Route) -> None:
    whole = route.fetch().body()
    route.fulfill(status=200, content_type="text/javascript", body=whole[: len(whole) // 2])


def _empty(route: Route) -> None:
    route.fulfill(status=200, content_type="text/javascript", body="")


MANNERS: dict[str, Callable[[Route], None]] = {
    "tidak ada": _missing,
    "halaman lain": _another_page,
    "terpotong": _broken_off,
    "kosong": _empty,
    "sambungan putus": lambda route: route.abort("connectionreset"),
}


def _status(page: Page) -> str:
    return page.locator("[role=status]").inner_text()


def _offers_other_ways(page: Page) -> bool:
    names = ("jabatan A–Z", "indikator A–Z", "daftar instansi")
    links = [page.locator(".cari-gagal").get_by_role("link", name=name) for name in names]
    return all(link.is_visible() for link in links)


@pytest.mark.parametrize(
    ("file", "manner"),
    [
        *((file, manner) for file in FILES for manner in ("tidak ada", "terpotong")),
        *((FILES[-3], manner) for manner in ("halaman lain", "kosong", "sambungan putus")),
    ],
)
def test_a_file_that_fails(browser: Browser, example_base: str, file: str, manner: str) -> None:
    """It is said and not called "tidak ada"; once the file is there, trying again finds."""
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    asked: list[str] = []

    def fail(route: Route) -> None:
        asked.append(route.request.url)
        MANNERS[manner](route)

    page.route(f"**/{file}", fail)
    page.goto(f"{example_base}cari/?q=sekretaris")
    page.get_by_text(FAILED).wait_for()
    assert asked
    assert _offers_other_ways(page)
    assert page.locator(".hasil").count() == 0
    page.get_by_role("button", name="Coba lagi").click()
    page.wait_for_timeout(300)
    page.get_by_text(FAILED).wait_for()
    page.unroute(f"**/{file}")
    page.get_by_role("button", name="Coba lagi").click()
    page.locator(".hasil-judul").first.wait_for()
    assert "halaman cocok" in _status(page)
    assert not page.locator(".cari-gagal").is_visible()
    assert errors == []
    page.context.close()


def test_typing_on_tries_again(browser: Browser, example_base: str) -> None:
    """Whoever types another word need not find the button."""
    page = browser.new_page()
    page.route("**/cari/indeks/b*.json*", _missing)
    page.goto(f"{example_base}cari/?q=sekretaris")
    page.get_by_text(FAILED).wait_for()
    page.unroute("**/cari/indeks/b*.json*")
    page.get_by_label("Cari jabatan, tugas, atau indikator").fill("pengelola")
    page.get_by_text("halaman cocok dengan “pengelola”").wait_for()
    page.close()


def test_no_answer(browser: Browser, example_base: str) -> None:
    """While nothing comes, the reader is told why, and has another way."""
    page = browser.new_page()
    waiting: list[Route] = []

    def wait(route: Route) -> None:
        waiting.append(route)

    page.route("**/cari/indeks/b*.json*", wait)
    page.goto(f"{example_base}cari/?q=sekretaris")
    page.get_by_text(SLOW).wait_for()
    assert _offers_other_ways(page)
    assert not page.get_by_role("button", name="Coba lagi").is_visible()
    for route in waiting:
        route.continue_()
    page.get_by_text("halaman cocok dengan “sekretaris”").wait_for()
    assert not page.locator(".cari-gagal").is_visible()
    page.close()


def test_the_rest_of_the_results_fails(browser: Browser, base: str) -> None:
    """What was found stays; the button for more gives way to the one that tries again."""
    page = browser.new_page()
    page.goto(f"{base}cari/?q=pelayanan")
    page.locator(".hasil").first.wait_for()
    page.route("**/cari/indeks/h*.json*", _missing)
    page.get_by_role("button", name="Tampilkan lebih banyak").click()
    page.get_by_text(FAILED).wait_for()
    assert page.locator(".hasil").count() == 10
    assert not page.get_by_role("button", name="Tampilkan lebih banyak").is_visible()
    page.unroute("**/cari/indeks/h*.json*")
    page.get_by_role("button", name="Coba lagi").click()
    page.get_by_text("halaman cocok dengan “pelayanan”").wait_for()
    assert page.locator(".hasil").count() == 10
    page.close()
