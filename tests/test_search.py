"""Search, with what citizens and officers really type: pertanyaan.yml says what each query should
find among its first five results."""

from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]

QUERIES = yaml.safe_load((Path(__file__).parent / "pertanyaan.yml").read_text(encoding="utf-8"))
LEAST = 0.95
FIND = """async queries => {
  const { openSearch } = await import("/assets/pencari.js");
  const { search } = await openSearch(new URL("/", location.href));
  const found = [];
  for (const query of queries) {
    const results = (await search(query)).slice(0, 5);
    found.push(await Promise.all(results.map(async ({ result }) => (await result.data()).url)));
  }
  return found;
}"""


def _find(page: Page, queries: list[str]) -> list[list[str]]:
    return [[url.lstrip("/") for url in urls] for urls in page.evaluate(FIND, queries)]


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
        ("", []),
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
    """No page but the search loads an index, and that only once somebody is about to type."""
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(base + "kab-jombang/kecamatan-kesamben/2024/sekretaris/", wait_until="networkidle")
    page.goto(base + "cari/", wait_until="networkidle")
    assert not [url for url in requests if "pagefind" in url or "kosakata" in url]
    page.get_by_label("Cari jabatan, tugas, atau indikator").focus()
    page.wait_for_timeout(1000)
    assert [url for url in requests if "pagefind" in url]
    page.close()
