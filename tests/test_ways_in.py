"""Ways in: the front page, the indexes and the glossary, of one agency and of a whole country."""

import gzip
import re
import time

import pytest
from markupsafe import Markup

from generator.build import publishing
from generator.content import provinces
from generator.content.content import Content, Entry
from generator.model.documents import EntriIstilah, Instansi, Pemda
from generator.pages import beranda, indeks, registry
from generator.pages import rendering as pages
from generator.settings import Settings
from generator.source.source import Source
from generator.theme.templates import environment, with_meanings

NOWHERE = Source("", {}, {}, {})


def _page(settings: Settings, path: str) -> str:
    content = publishing.check(settings).content
    return next(page.text for page in pages.render(content, settings) if page.address == path)


def _country(governments: int, agencies: int) -> Content:
    """So many pemda in all provinces, each with so many agencies."""
    codes = sorted(provinces.NAMES)
    entries = {}
    for number in range(governments):
        key = (f"kab-{number:03}",)
        code = f"{codes[number % len(codes)]}.{number // len(codes) + 1:02}"
        pemda = Pemda.model_validate(
            {"nama": f"Kabupaten Contoh {number}", "jenis": "kabupaten", "kode_wilayah": code}
        )
        entries[key] = Entry(key, NOWHERE, pemda)
        instansi = Instansi.model_validate({"nama": "Dinas Contoh", "jenis": "dinas"})
        for place in range(agencies):
            there = (*key, f"dinas-{place:02}")
            entries[there] = Entry(there, NOWHERE, instansi)
    return Content(entries)


def _size(settings: Settings, view: registry.View) -> int:
    """Of the body of a page, compressed."""
    return len(gzip.compress(pages.body(environment(settings.theme), view).encode(), 9))


@pytest.mark.no_cover
def test_the_front_page_of_a_country(settings: Settings) -> None:
    """With 550 pemda and 26,000 agencies it names the provinces, is as small as ever and made at
    once; each province has a page with its pemda."""
    site = registry.site_of(_country(550, 47), settings)
    start = time.process_time()
    ((_, home),) = beranda.pages(site)
    assert time.process_time() - start < 5
    assert _size(settings, home) < 4_000
    assert home.provinces == []
    assert len(home.elsewhere) == len(provinces.NAMES)
    assert sum(count for _, count in home.elsewhere) == 550
    written = {address for address, _ in indeks.pages(site)}
    assert {link.href for link, _ in home.elsewhere} <= written


def test_the_front_page_with_some_governments(settings: Settings) -> None:
    """Up to 150 stand by province on the front page itself, which stays small."""
    site = registry.site_of(_country(150, 1), settings)
    ((_, home),) = beranda.pages(site)
    assert home.elsewhere == []
    assert sum(len(each.pemda) for each in home.provinces) == 150
    assert _size(settings, home) < 6_000


def test_the_front_page_of_one_government(settings: Settings) -> None:
    """There its agencies are what one looks for."""
    text = _page(settings, "index.md")
    assert '<a href="kab-contoh/dinas-contoh/">' in text
    assert "## Pemda" not in text


def test_all_indicators_in_one_bar(settings: Settings) -> None:
    """Its parts fill it; their names and numbers are text, and lead to what they mean."""
    ((_, home),) = beranda.pages(registry.site_of(publishing.check(settings).content, settings))
    assert sum(each.width for each in home.shares) == 1000
    assert len(home.shares) == beranda.KINDS + 1
    text = _page(settings, "index.md")
    assert re.search(r'<a href="indeks/rumus/#_persentase">Persentase</a> <b>\d+</b>', text)
    assert "style=" not in text


def test_the_glossary_has_letters_and_anchors(settings: Settings) -> None:
    """And says on how many pages a term stands."""
    text = _page(settings, "istilah/index.md")
    assert '<a href="#_s">S <span class="redup">' in text
    entry = text.partition('<div id="siak">')[2].partition("</div>")[0]
    assert '<a class="redup" href="../cari/?q=SIAK">dipakai di 1 halaman</a>' in entry


TERMS = [
    EntriIstilah(istilah="SPP", kepanjangan='Surat "Permintaan" Pembayaran'),
    EntriIstilah(istilah="SPP GU", kepanjangan="SPP Ganti Uang"),
]


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (
            "<p>SPP</p>",
            '<p><abbr title="Surat &#34;Permintaan&#34; Pembayaran" tabindex="0">SPP</abbr></p>',
        ),
        ("SPP-A SPPx", "SPP-A SPPx"),
        ('<a title="SPP">SPP</a>', '<a title="SPP">SPP</a>'),
        ("<summary><b>SPP</b></summary>", "<summary><b>SPP</b></summary>"),
        ("&SPP;", "&SPP;"),
        ("SPP GU", '<abbr title="SPP Ganti Uang" tabindex="0">SPP GU</abbr>'),
    ],
)
def test_an_abbreviation_tells_its_meaning(html: str, told: str) -> None:
    """Where a text stands that nothing else happens to when it is touched."""
    assert with_meanings(Markup(html), TERMS) == Markup(told)


def test_only_the_first_of_each_is_explained() -> None:
    told = with_meanings(Markup("SPP SPP SPP GU SPP GU"), TERMS)
    assert told.count("<abbr") == 2
    assert told.striptags() == "SPP SPP SPP GU SPP GU"


def test_no_terms_no_change() -> None:
    html = Markup("<p>SPP</p>")
    assert with_meanings(html, []) is html
