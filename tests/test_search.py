"""Search, with what citizens and officers really type: pertanyaan.yml says what each query should
find among its first five results."""

import gzip
import json
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]

QUERIES = yaml.safe_load((Path(__file__).parent / "pertanyaan.yml").read_text(encoding="utf-8"))
LEAST = 0.95
SHIFTS = """window.shifts = 0;
new PerformanceObserver(list => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifts += each.value;
}).observe({ type: "layout-shift", buffered: true });"""
FIND = """async queries => {
  const { openSearch } = await import("/assets/pencari.js");
  const { search, page } = await openSearch(new URL("/", location.href));
  const found = [];
  for (const query of queries) {
    const results = (await search(query)).pages.slice(0, 5);
    found.push(await Promise.all(results.map(async ({ id }) => (await page(id)).url)));
  }
  return found;
}"""


def _find(page: Page, queries: list[str]) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(FIND, queries)
    return found


def test_recall(browser: Browser, base: str, record_property: object) -> None:
    """In all, and in no kind of query much less, a good page stands among the first five."""
    page = browser.new_page()
    page.goto(base)
    hits: dict[str, list[bool]] = defaultdict(list)
    missed = []
    found = _find(page, [each["cari"] for each in QUERIES])
    for query, urls in zip(QUERIES, found, strict=True):
        hit = bool(set(urls) & set(query["harap"]))
        hits[query["ragam"]].append(hit)
        if not hit:
            missed.append(f"{query['cari']}: {urls}")
    page.close()
    share = {kind: sum(each) / len(each) for kind, each in hits.items()}
    total = sum(map(sum, hits.values())) / len(QUERIES)
    print(f"\nrecall in the first five: {total:.1%} of {len(QUERIES)}", share)
    assert total >= LEAST, missed
    assert min(share.values()) >= LEAST - 0.1, missed


def test_the_queries_are_good(site: Path) -> None:
    """At least 60, of six kinds, each expecting pages that exist."""
    assert len(QUERIES) >= 60
    assert len({each["cari"] for each in QUERIES}) == len(QUERIES)
    assert len({each["ragam"] for each in QUERIES}) == 6
    for query in QUERIES:
        for address in query["harap"]:
            assert (site / address / "index.html").is_file(), f"{query['cari']}: {address}"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("xyzzyplugh", []),
        ("yang di dan", None),
        ("???", []),
    ],
)
def test_odd_queries(browser: Browser, base: str, query: str, found: list[str] | None) -> None:
    """Nonsense finds nothing rather than something by chance; only stop words still search."""
    page = browser.new_page()
    page.goto(base)
    results = _find(page, [query])[0]
    page.close()
    assert results == found if found is not None else results


def test_filters(browser: Browser, base: str) -> None:
    """A choice narrows the results, says how many there are, and can be shared."""
    page = browser.new_page()
    page.goto(base + "cari/?q=bendahara", wait_until="networkidle")
    everywhere = page.locator(".hasil").count()
    total = int(page.locator(".cari-kabar").inner_text().split()[0])
    assert everywhere == min(total, 10)
    choice = page.get_by_label("Instansi", exact=True)
    option = choice.locator("option", has_text="Kecamatan Gedangan")
    count = int(option.inner_text().rpartition("(")[2].rstrip(")"))
    choice.select_option("kab-malang/kecamatan-gedangan")
    page.get_by_text(f"{count} halaman cocok").wait_for()
    assert 0 < page.locator(".hasil").count() == min(count, 10) <= everywhere
    assert page.locator(".hasil .redup").first.inner_text().startswith("Kecamatan Gedangan")
    assert "instansi=kab-malang%2Fkecamatan-gedangan" in page.url
    shared = browser.new_page()
    shared.goto(page.url, wait_until="networkidle")
    assert shared.locator(".hasil").count() == page.locator(".hasil").count()
    chosen = shared.get_by_label("Instansi", exact=True).input_value()
    assert chosen == "kab-malang/kecamatan-gedangan"
    page.go_back()
    page.get_by_text(f"{total} halaman cocok").wait_for()
    assert page.get_by_label("Instansi", exact=True).input_value() == ""
    page.close()
    shared.close()


def test_nothing_found_says_what_to_try(browser: Browser, base: str) -> None:
    """And leads to the indexes."""
    page = browser.new_page()
    page.goto(base + "cari/?q=xyzzyplugh", wait_until="networkidle")
    assert page.get_by_text("Tidak ada halaman yang cocok dengan “xyzzyplugh”.").is_visible()
    assert page.get_by_role("link", name="jabatan A–Z", exact=True).is_visible()
    page.close()


def test_the_search_is_loaded_only_when_it_is_wanted(browser: Browser, base: str) -> None:
    """No page but the search loads an index; there the field has the focus."""
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(base + "kab-jombang/kecamatan-kesamben/2024/sekretaris/", wait_until="networkidle")
    assert not [url for url in requests if "/cari/" in url]
    page.goto(base + "cari/", wait_until="networkidle")
    field = page.get_by_label("Cari jabatan, tugas, atau indikator")
    assert field.evaluate("field => field === document.activeElement")
    page.close()


FIRST = [
    ("akta kelahiran probolinggo", "kota-probolinggo/dispendukcapil/2021/seksi-kelahiran/"),
    ("ktp probolinggo", "kota-probolinggo/dispendukcapil/2021/seksi-identitas-penduduk/"),
    ("bawahan kepala bidang statistik", "kab-malang/diskominfo/2018/kepala-bidang-statistik-"),
    ("kadis probolinggo", "kota-probolinggo/dispendukcapil/2021/kepala-dinas-"),
    ("sekdin kominfo", "kab-malang/diskominfo/2018/sekretaris-dinas/"),
    ("sekertaris dinas kominfo", "kab-malang/diskominfo/2018/sekretaris-dinas/"),
    ("kabid statistik", "kab-malang/diskominfo/2018/kepala-bidang-statistik-dan-informasi/"),
    ("bawahan bidang infrastruktur tik", "kab-malang/diskominfo/2018/bidang-infrastruktur-tik/"),
    ("pengolah data", "kab-malang/kecamatan-gedangan/2022/pengolah-data-pelayanan-publik/"),
    ("arsip-arsip probolinggo", "kota-probolinggo/dispendukcapil/2021/arsiparis-pelaksana/"),
    ("Séksi Kelahíran Probolinggo", "kota-probolinggo/dispendukcapil/2021/seksi-kelahiran/"),
    ("188/09/415.69/2024", "kab-jombang/kecamatan-kesamben/2024/"),
    ("keputusan camat kesamben", "kab-jombang/kecamatan-kesamben/2024/"),
    ("kecamatan gedangan", "kab-malang/kecamatan-gedangan/"),
]


def test_the_first_result(browser: Browser, base: str) -> None:
    """A named agency decides, names of positions weigh most, decrees come last but by their number
    and their title."""
    page = browser.new_page()
    page.goto(base)
    found = dict(zip(FIRST, _find(page, [query for query, _ in FIRST]), strict=True))
    page.close()
    missed = {
        query: urls[:1]
        for (query, first), urls in found.items()
        if not urls or not urls[0].startswith(first) or len(urls[0]) - len(first) > 50
    }
    assert missed == {}


def _search(page: Page, base: str, query: str) -> str:
    page.goto(f"{base}cari/?{query}", wait_until="networkidle")
    return page.locator(".cari-kabar").inner_text()


def test_what_no_page_holds_and_what_was_corrected_is_said(browser: Browser, base: str) -> None:
    """With a way back from the correction, which then finds nothing."""
    page = browser.new_page()
    told = _search(page, base, "q=SPBE+diskominfo+malang")
    assert told.startswith("Tidak ada halaman yang memuat “SPBE”. ")
    assert told.endswith(" halaman cocok dengan “diskominfo malang”.")
    _search(page, base, "q=verfikator")
    assert page.title().startswith("verfikator · Cari")
    assert "Termasuk hasil untuk ejaan “verifikator”." in page.locator(".cari-ejaan").inner_text()
    page.get_by_role("link", name="Cari “verfikator” saja").click()
    page.get_by_text("Tidak ada halaman yang cocok dengan “verfikator”.").wait_for()
    assert not page.locator(".cari-ejaan").is_visible()
    page.close()


def test_a_term_is_answered(browser: Browser, base: str) -> None:
    """Above the results, with its meaning; another query is not."""
    page = browser.new_page()
    _search(page, base, "q=apa+itu+siak")
    answer = page.locator(".cari-arti")
    assert "Sistem Informasi Administrasi Kependudukan" in answer.inner_text()
    _search(page, base, "q=operator+siak")
    assert not answer.is_visible()
    page.close()


def test_filters_fold_and_work_without_a_query(browser: Browser, base: str) -> None:
    """On a phone they say how many are chosen; one that leaves nothing says what is elsewhere."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    assert _search(page, base, "kelompok=fungsional").endswith(" halaman menurut saringan.")
    fold = page.get_by_role("button", name="Saring (1)")
    chosen = page.get_by_label("Kelompok jabatan")
    assert not chosen.is_visible()
    fold.click()
    assert chosen.is_visible()
    told = _search(page, base, "q=caraka&pemda=kab-jombang")
    assert told.startswith("Tidak ada yang cocok dengan saringan ini; tanpa saringan ada ")
    page.get_by_role("button", name="Hapus saringan").click()
    page.get_by_text("halaman cocok dengan “caraka”").wait_for()
    assert not page.get_by_role("button", name="Hapus saringan").is_visible()
    page.context.close()


def test_back_restores_what_was_shown(browser: Browser, base: str) -> None:
    """As many results as were shown, and the place where one had read."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    _search(page, base, "q=pelayanan")
    page.get_by_role("button", name="Tampilkan lebih banyak").click()
    last = page.locator(".hasil").nth(10).get_by_role("link").first
    last.wait_for()
    last.scroll_into_view_if_needed()
    last.click()
    page.wait_for_url("**/20**")
    page.go_back(wait_until="networkidle")
    last.wait_for()
    page.wait_for_function("scrollY > 300")
    page.context.close()


def test_nothing_jumps_and_little_is_loaded(browser: Browser, base: str, site: Path) -> None:
    """The footer stays where it is, and all that a first query asks for is at most 125 KB."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.add_init_script(SHIFTS)
    asked: list[str] = []
    page.on("response", lambda answer: asked.append(answer.url))
    _search(page, base, "q=akta+kelahiran+probolinggo")
    assert page.evaluate("shifts") < 0.02
    paths = {urlsplit(url).path.lstrip("/") for url in asked}
    files = [site / path / "index.html" if path.endswith("/") else site / path for path in paths]
    weight = sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file())
    assert weight <= 125_000
    page.context.close()


def test_excerpts_keep_a_formula_on_one_line(site: Path) -> None:
    """What is drawn as a fraction is found and shown with its sign."""
    pages = [json.loads(path.read_text("utf-8")) for path in site.glob("cari/indeks/h*.json")]
    (page,) = (each for each in pages if each["url"].endswith("/2024/kecamatan-kesamben/"))
    assert "IKPP = ((IKM Non Konversi × 2,5) + (IPP × 2)) / 2" in page["isi"]
    assert "IKM Non Konversi = IKM / 25" in page["isi"]


def test_the_index_is_bounded(site: Path) -> None:
    """No file grows beyond what one query may load: a part ends when it is full, and a page is a
    file of its own."""
    parts = sorted(site.glob("cari/indeks/b*.json"))
    assert len(parts) > 1
    assert all(path.stat().st_size < 40_000 for path in parts)
