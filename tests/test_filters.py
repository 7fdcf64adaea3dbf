"""The choices of the search go by key: agencies of one name are two, no sign in a name matters."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import EXAMPLE, built, served
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]

QUOTED = "RSUD \"Ngudi Waluyo\" \\ <b>Contoh</b> & 'Mitra'"
AGENCIES = {
    "kab-contoh/dinas-contoh": "Dinas Contoh",
    "kab-contoh/dinas-contoh-dua": "Dinas Contoh",
    "kota-contoh/dinas-contoh": "Dinas Contoh",
    "kota-contoh/rsud": QUOTED,
}
CHOICES = {
    "": "Semua instansi",
    "kab-contoh/dinas-contoh": "Dinas Contoh, Kabupaten Contoh (kab-contoh/dinas-contoh)",
    "kab-contoh/dinas-contoh-dua": "Dinas Contoh, Kabupaten Contoh (kab-contoh/dinas-contoh-dua)",
    "kota-contoh/dinas-contoh": "Dinas Contoh, Kota Contoh",
    "kota-contoh/rsud": QUOTED,
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Four agencies with the example's editions."""
    source = tmp_path_factory.mktemp("senama")
    shutil.copy(EXAMPLE / "content" / "istilah.yml", _made(source / "content"))
    for key, name in AGENCIES.items():
        agency = source / "content" / key
        shutil.copytree(EXAMPLE / "content" / "kab-contoh" / "dinas-contoh", agency)
        quoted = name.replace("'", "''")
        (agency / "instansi.yml").write_text(f"nama: '{quoted}'\njenis: dinas\n", "utf-8")
    for slug, name in (("kab-contoh", "Kabupaten Contoh"), ("kota-contoh", "Kota Contoh")):
        (source / "content" / slug / "pemda.yml").write_text(f"nama: {name}\njenis: kota\n")
    yield from served(built(tmp_path_factory.mktemp("situs-senama"), source))


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _choices(page: Page, name: str) -> dict[str, str]:
    """The words of each choice, without how many pages have it."""
    options = page.locator(f"select[name={name}] option")
    all_options = options.evaluate_all("all => all.map(each => [each.value, each.textContent])")
    return {key: re.sub(r" \(\d+\)$", "", words) for key, words in all_options}


def _searched(browser: Browser, address: str) -> Page:
    page = browser.new_page()
    page.goto(address)
    page.get_by_text("cocok dengan").wait_for()
    return page


def test_each_agency_is_a_choice_of_its_own(browser: Browser, base: str) -> None:
    """With its name, and where that is shared the pemda's, and where that is shared its key."""
    page = _searched(browser, f"{base}cari/?q=sekretaris")
    assert _choices(page, "instansi") == CHOICES
    assert list(_choices(page, "pemda")) == ["", "kab-contoh", "kota-contoh"]
    page.close()


@pytest.mark.parametrize("key", AGENCIES)
def test_a_choice_finds_its_own_pages(browser: Browser, base: str, key: str) -> None:
    """And no page of its namesake; results show names."""
    page = _searched(browser, f"{base}cari/?q=sekretaris")
    page.get_by_label("Instansi", exact=True).select_option(key)
    page.wait_for_function("key => location.search.includes(encodeURIComponent(key))", arg=key)
    page.wait_for_timeout(300)
    links = page.locator(".hasil-judul a").evaluate_all("all => all.map(a => a.pathname)")
    assert links
    assert {link.lstrip("/").rpartition("/20")[0] or link.strip("/") for link in links} == {key}
    pemda = "Kota Contoh" if key.startswith("kota") else "Kabupaten Contoh"
    where = page.locator(".hasil > .redup").first.inner_text()
    assert where.startswith(f"{AGENCIES[key]} · {pemda}")
    assert page.locator(".hasil b").count() == 0
    page.close()


def test_a_shared_address_chooses(browser: Browser, base: str) -> None:
    """By its key; one that does not exist chooses nothing."""
    page = _searched(browser, f"{base}cari/?q=sekretaris&instansi=kota-contoh/rsud")
    assert page.get_by_label("Instansi", exact=True).input_value() == "kota-contoh/rsud"
    assert 0 < page.locator(".hasil").count() < 10
    page.close()
    page = _searched(browser, f"{base}cari/?q=sekretaris&instansi=%22lain%22%a&tahun=__proto__")
    assert page.get_by_label("Instansi", exact=True).input_value() == ""
    assert page.locator(".hasil").count() == 10
    page.close()
