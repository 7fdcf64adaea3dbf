"""How long a position's page is on a phone: its first indicator is near, its end is not far."""

import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from conftest import EXAMPLE, built, served
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]

HEIGHT = 740
TO_THE_FIRST, MEDIAN, LONGEST = 1.5, 6, 14
TALL = "document.documentElement.scrollHeight"
FIRST = "document.querySelector('.indikator-nama').getBoundingClientRect().top + scrollY"
DUTY = "Melaksanakan penyiapan bahan perumusan kebijakan teknis, pembinaan, dan koordinasi "
TITLE = "KEPALA SEKSI PERUBAHAN STATUS ANAK, PEWARGANEGARAAN DAN KEMATIAN"
GOAL = "Meningkatnya kualitas pelayanan penerbitan dokumen perubahan status anak yang tepat waktu"
NOTE = "Pada hasil pindai, nama indikator dan rumus baris ini bergeser satu kolom ke kiri."


def _indicator(number: int) -> dict[str, object]:
    return {
        "id": f"ke-{number}",
        "nama": f"Persentase dokumen status anak yang diterbitkan tepat waktu ke-{number}",
        "rumus": {
            "jenis": "persentase",
            "pembilang": f"Jumlah dokumen yang diterbitkan tepat waktu ke-{number}",
            "penyebut": f"Jumlah dokumen yang diajukan ke-{number}",
        },
        "sumber_data": ["Laporan bulanan seksi"],
        "catatan": NOTE,
    }


def _made(**parts: object) -> dict[str, object]:
    """A position whose every part is as long as those of decrees are at most."""
    whole = {
        "nama": TITLE,
        "atasan": "sekretaris",
        "catatan": f"{NOTE} " * 6,
        "tujuan": DUTY,
        "tugas": [f"{DUTY}{number}" for number in range(15)],
        "fungsi": [f"{DUTY}bidang {number}" for number in range(10)],
        "sasaran": [
            {"uraian": GOAL, "indikator": [_indicator(number) for number in range(1, 14)]},
        ],
    }
    return {**whole, **parts}


MADE = {
    "semua-panjang": _made(tujuan=None),
    "satu-tugas-panjang": _made(tugas=[DUTY * 12], fungsi=[], tujuan=None),
    "banyak-tugas-pendek": _made(tugas=[f"Butir {n}" for n in range(40)], fungsi=[], tujuan=None),
    "tanpa-tugas": _made(tugas=[], fungsi=[f"{DUTY}{n}" for n in range(12)], tujuan=None),
}


@pytest.fixture(scope="module")
def made_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good example, with these positions in one of its decrees."""
    project = tmp_path_factory.mktemp("layar")
    source = project / "sumber"
    for path in (EXAMPLE / "content").rglob("*.yml"):
        target = source / path.relative_to(EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for number, (name, document) in enumerate(MADE.items(), start=10):
        filled = {key: value for key, value in document.items() if value is not None}
        text = yaml.safe_dump({**filled, "pembeda": f"{number}", "urutan": number}, sort_keys=False)
        path = source / "content/kab-contoh/dinas-contoh/2024" / f"{name}.yml"
        path.write_text(text, "utf-8")
    (project / "proyek").mkdir()
    return built(project / "proyek", source)


@pytest.fixture(scope="module")
def heights(browser: Browser, made_site: Path) -> Iterator[dict[str, tuple[float, float]]]:
    """Of each position, in screens: where its first indicator begins, and the whole."""
    page = browser.new_page(viewport={"width": 360, "height": HEIGHT})
    for base in served(made_site):
        found = {path: _measured(page, base + path) for path in _positions(made_site)}
        yield {path: each for path, each in found.items() if each}
    page.close()


def _positions(site: Path) -> list[str]:
    pages = sorted(site.glob("kab-contoh/*/*/*/index.html"))
    return [f"{page.parent.relative_to(site).as_posix()}/" for page in pages]


def _measured(page: Page, address: str) -> tuple[float, float] | None:
    page.goto(address)
    if page.url != address or not page.locator(".indikator-nama").count():
        return None
    return page.evaluate(FIRST) / HEIGHT, page.evaluate(TALL) / HEIGHT


def test_the_first_indicator_is_near(heights: dict[str, tuple[float, float]]) -> None:
    """Within one and a half screens of any page, however long its duties and notes are."""
    assert len(heights) > len(MADE) + 5
    assert {path: first for path, (first, _) in heights.items() if first > TO_THE_FIRST} == {}


def test_no_page_is_endless(heights: dict[str, tuple[float, float]]) -> None:
    """Six screens in the middle, fourteen at most."""
    wholes = {path: whole for path, (_, whole) in heights.items()}
    usual = [whole for path, whole in wholes.items() if path.split("/")[-2] not in MADE]
    assert statistics.median(usual) <= MEDIAN
    assert {path: whole for path, whole in wholes.items() if whole > LONGEST} == {}


def test_what_is_folded_is_there(browser: Browser, made_site: Path) -> None:
    """Every duty is on the page, in one count; a link to what is folded unfolds it, and paper has
    all of it."""
    page = browser.new_page(viewport={"width": 360, "height": HEIGHT})
    for base in served(made_site):
        page.goto(f"{base}kab-contoh/dinas-contoh/2024/banyak-tugas-pendek/")
        lists = page.locator("#_tugas + div ol")
        shown, rest = (each.locator("li").count() for each in lists.all())
        assert 0 < shown <= 6
        assert shown + rest == 40
        assert lists.last.get_attribute("start") == f"{shown + 1}"
        assert not page.get_by_text("Butir 39", exact=True).is_visible()
        page.get_by_text(f"{rest} tugas lagi").click()
        assert page.get_by_text("Butir 39", exact=True).is_visible()
        page.goto(f"{base}kab-contoh/dinas-contoh/2024/sekretaris/#_tabel")
        assert page.locator("#_tabel").get_attribute("open") is not None
        folded = page.locator(".lipat:not([open])").count()
        assert folded
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".lipat:not([open])").count() == 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(".lipat:not([open])").count() == folded
    page.close()


def test_a_note_that_repeats_stands_once(browser: Browser, made_site: Path) -> None:
    """Above the cards of all that it is about."""
    page = browser.new_page()
    for base in served(made_site):
        page.goto(f"{base}kab-contoh/dinas-contoh/2024/tanpa-tugas/")
        assert page.locator(".indikator .catatan").count() == 0
        assert page.locator("#_catatan-1").count() == 1
    page.close()
