"""A word without a break, in every text that an agency writes: no page is wider than a phone."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EXAMPLE, ROOT, built, served
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]

WORD = "Pengadministrasiankepegawaiandanumumsekretariatdaerahkabupatencontohan"
NO_TEXT = frozenset(
    "jenis naskah kode_wilayah surel laman telepon nomor_lengkap tahun status tanggal_ditetapkan"
    " atas mencabut url sha256 halaman mutu_sumber klasifikasi urutan atasan kelompok penomoran id"
    " sumber_data_gabung polarisasi periode_pelaporan tipe_perhitungan bobot baseline faktor gabung"
    " batas ungkapan contoh latex istilah rumus_capaian periode bagian_dari mulai_berlaku"
    " diperiksa menghapus sebagian tanggal_pengundangan setiap".split()
)
"""Fields of a choice, a number, an address or a formula."""
OVERFLOWING = """() => {
  const wide = [...document.querySelectorAll("body *")].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width && box.right > innerWidth + 0.5 && !e.closest(".geser, .tak-terlihat, svg");
  });
  const scrolls = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return [scrolls, wide.slice(0, 5).map(e => e.outerHTML.slice(0, 150))];
}"""


def _lengthened(value: Any) -> Any:
    match value:
        case dict():
            return {
                key: each if key in NO_TEXT else _lengthened(each) for key, each in value.items()
            }
        case list():
            return [_lengthened(each) for each in value]
        case "" | None:
            return value
    return f"{value} {WORD}"


def _lengthen(file: Path) -> None:
    document = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    text = yaml.safe_dump(_lengthened(document), allow_unicode=True, sort_keys=False, width=10**6)
    file.write_text(text, "utf-8")


def _glossary() -> str:
    entries = [{"istilah": WORD, "kepanjangan": f"{WORD} {WORD}", "padanan": [f"{WORD}x"]}]
    return yaml.safe_dump({"istilah": entries}, sort_keys=False, width=10**6)


def _subordinates(edition: Path, depth: int) -> None:
    """One under another, the first under the secretary."""
    above = (edition / "sekretaris.yml").read_text("utf-8")
    for place in range(depth):
        superior = f"atasan: staf-{place - 1}\n" if place else "atasan: sekretaris\n"
        text = above.replace("nama: ", f"nama: Staf {place} ", 1).replace(
            "urutan: '1'\n", f"urutan: {place + 2}\n{superior}"
        )
        (edition / f"staf-{place}.yml").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a long word in every text, in two pemda, so that kinds are compared too."""
    source = tmp_path_factory.mktemp("panjang")
    here = source / "content" / "kab-contoh"
    shutil.copytree(EXAMPLE / "content", source / "content")
    for file in here.rglob("*.yml"):
        _lengthen(file)
    _subordinates(here / "dinas-contoh" / "2023", 40)
    (source / "content" / "istilah.yml").write_text(_glossary(), "utf-8")
    shutil.copytree(here, here.with_name("kota-contoh"), ignore=shutil.ignore_patterns("staf-*"))
    configuration = (ROOT / "site_config.yml").read_text("utf-8")
    for name in ("site_name: ", "semboyan: "):
        configuration = configuration.replace(name, f"{name}{WORD} ")
    return built(tmp_path_factory.mktemp("situs-panjang"), source, configuration)


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    yield from served(site)


@pytest.fixture(scope="module")
def addresses(site: Path) -> list[str]:
    """Every page that does not lead on at once, but of the two pemda only one."""
    pages = [
        path.parent.relative_to(site).as_posix()
        for path in sorted(site.rglob("index.html"))
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    ]
    return [f"{each}/" for each in pages if not re.search(r"kota-contoh|staf-\d\d", each)]


def _unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")


def test_no_page_runs_out(browser: Browser, base: str, addresses: list[str]) -> None:
    """With everything unfolded, nothing stands outside the screen."""
    page = browser.new_page()
    outside = {}
    for address in addresses:
        page.goto(base + address)
        _unfold(page)
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            scrolls, wide = page.evaluate(OVERFLOWING)
            if scrolls or wide:
                outside[address, width] = (scrolls, wide)
    page.close()
    assert len(addresses) > 30
    assert outside == {}


def test_the_word_is_everywhere(site: Path) -> None:
    """The texts did reach the pages."""
    for path in ("index.html", "indeks/sumber-data/index.html", "istilah/index.html"):
        assert WORD[1:] in (site / path).read_text("utf-8"), path
    position = site / "kab-contoh/dinas-contoh/2024/sekretaris/index.html"
    assert position.read_text("utf-8").count(WORD[1:]) > 50


def test_forty_superiors_in_a_row(browser: Browser, base: str) -> None:
    """The tree of an edition fits a small phone, and the deepest can still be read."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{base}kab-contoh/dinas-contoh/2023/")
    assert page.evaluate(OVERFLOWING) == [0, []]
    deepest = page.locator(f"{'.pohon '}{'ul ' * 40}a").last
    assert deepest.evaluate("e => e.getBoundingClientRect().width") > 60
    page.close()


def test_the_drawer_does_not_run_out(browser: Browser, base: str) -> None:
    """Neither the menu nor the table of contents in it."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{base}kab-contoh/dinas-contoh/2024/sekretaris/")
    page.get_by_role("button", name="Menu").click()
    wide = "e => e.scrollWidth - e.clientWidth"
    assert page.locator("dialog").evaluate(wide) == 0
    page.close()


def test_the_search_does_not_run_out(browser: Browser, base: str) -> None:
    """Query, choices, results, and what is said of them."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    for query in (WORD, WORD * 3):
        page.goto(f"{base}cari/?q={query}")
        page.get_by_text("halaman", exact=False).first.wait_for()
        page.get_by_text("cocok dengan").wait_for()
        assert page.evaluate(OVERFLOWING) == [0, []]
    page.close()


def test_the_calculator_does_not_run_out(browser: Browser, base: str) -> None:
    """Labels, a long number, and the result with its unit."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{base}kab-contoh/dinas-contoh/2024/sekretaris/")
    _unfold(page)
    page.locator(".hitung input").first.wait_for()
    for field in page.locator(".hitung input").all():
        field.fill("999999999999999")
    assert page.locator(".hitung-hasil").first.inner_text()
    assert page.evaluate(OVERFLOWING) == [0, []]
    page.close()


def test_paper_does_not_run_out(browser: Browser, base: str) -> None:
    """A4 with its margins, the table included, which cannot be scrolled there."""
    page = browser.new_page(viewport={"width": 673, "height": 1000})
    page.emulate_media(media="print")
    page.goto(f"{base}kab-contoh/dinas-contoh/2024/sekretaris/")
    _unfold(page)
    columns = "e => [...e.querySelectorAll('th')].map(each => each.offsetWidth)"
    widths = page.locator(".geser").first.evaluate(columns)
    assert sum(widths) <= 673, widths
    assert page.evaluate(OVERFLOWING) == [0, []]
    page.close()
