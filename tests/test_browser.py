"""The built site in a real browser: on a phone, at a keyboard, without scripts."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from generator.content import loading
from generator.pages import registry
from generator.settings import Settings

pytestmark = [pytest.mark.site, pytest.mark.browser]

JABATAN = "kab-jombang/kecamatan-kesamben/2024/sekretaris/"
KINDS = {
    "beranda": "",
    "pemda": "kab-malang/",
    "instansi": "kab-malang/dispendukcapil/",
    "dokumen": "kab-jombang/kecamatan-kesamben/2024/",
    "iku": "kab-jombang/kecamatan-kesamben/2024/kecamatan-kesamben/",
    "jabatan": JABATAN,
    "cari": "cari/?q=menyusun",
    "indeks": "indeks/rumus/",
    "indeks-huruf": "indeks/indikator/p/",
    "bandingkan": "bandingkan/",
    "indeks-satu": "indeks/dasar-hukum/",
    "sejenis": "bandingkan/jabatan/sekretaris/",
    "senama": "bandingkan/indikator/jumlah-laporan-spj-yang-tepat-waktu/",
    "riwayat": "perubahan/",
    "istilah": "istilah/",
    "data": "data/",
    "panduan": "panduan/",
    "langkah": "panduan/membetulkan-satu-kata/",
    "bagian": "panduan/bagian/",
    "kesalahan": "panduan/kesalahan/",
    "ppid": "ppid/",
    "ppid-instansi": "ppid/kab-malang/dispendukcapil/",
    "periksa": "periksa/",
    "tentang": "tentang/",
    "aksesibilitas": "aksesibilitas/",
    "privasi": "privasi/",
    "kebijakan-tautan": "kebijakan-tautan/",
    "404": "tidak/ada/",
}
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
    line-height: 1.5 !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def test_every_kind_of_page_is_walked(real_settings: Settings) -> None:
    """A new kind of page is looked at from the day it is there."""
    site = registry.site_of(loading.load(real_settings.content, "content").content, real_settings)
    walked = {address.partition("?")[0] for address in KINDS.values()}
    kinds = registry.by_kind(site)
    # One position in two editions is in the example, not in the real content.
    assert [kind for kind, addresses in kinds.items() if not walked & set(addresses)] == []


def _open(browser: Browser, address: str, width: int = 390, **context: object) -> Page:
    page = browser.new_context(
        viewport={"width": width, "height": 800}, permissions=["clipboard-write"], **context
    ).new_page()
    page.goto(address, wait_until="networkidle")
    return page


def violations(page: Page) -> list[str]:
    """What axe finds, as `rule: element`; the script runs beside the page's own policy."""
    found = page.context.new_cdp_session(page)
    frame = found.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = found.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})
    here = {"contextId": world["executionContextId"], "awaitPromise": True, "returnByValue": True}
    found.send("Runtime.evaluate", {"expression": AXE.read_text("utf-8"), **here})
    options = f"{{runOnly: {{type: 'tag', values: {RULES}}}}}"
    run = f"axe.run(document, {options}).then(r => r.violations.flatMap(v => " + (
        "v.nodes.map(n => v.id + ': ' + n.html.slice(0, 120))))"
    )
    return found.send("Runtime.evaluate", {"expression": run, **here})["result"]["value"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_accessibility(browser: Browser, base: str, kind: str, width: int, scheme: str) -> None:
    """No violation of WCAG 2.2 A and AA or of best practice, with what folds unfolded."""
    page = _open(browser, base + KINDS[kind], width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    assert violations(page) == []
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility_of_the_drawer(browser: Browser, base: str, scheme: str) -> None:
    """Open, it is as good as the page."""
    page = _open(browser, base + JABATAN, color_scheme=scheme)
    page.get_by_role("button", name="Menu", exact=True).click()
    assert violations(page) == []
    page.context.close()


def test_the_drawer_by_keyboard(browser: Browser, base: str) -> None:
    """A real button; closed, nothing in it takes focus; open, focus stays; Escape gives it back."""
    page = _open(browser, base + JABATAN)
    focused = "document.activeElement"
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(f"{focused}.closest('dialog') ? 'laci' : {focused}.innerText.trim()")
        )
        if seen[-1] == "Menu":
            break
    assert "laci" not in seen
    assert seen[-1] == "Menu"
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog", name="Menu").is_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(f"{focused} === document.body || !!{focused}.closest('dialog')")
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog", name="Menu").is_visible()
    assert page.evaluate(f"{focused}.innerText.trim()") == "Menu"
    page.context.close()


def test_the_skip_link_is_first(browser: Browser, base: str) -> None:
    """One Tab and Enter lead past the head."""
    page = _open(browser, base + JABATAN, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "md-skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#_atas")
    page.context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_comes_from_elsewhere(browser: Browser, base: str, kind: str) -> None:
    """No request leaves the site, and the policy of the page is never broken."""
    page = browser.new_context().new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(base + KINDS[kind], wait_until="networkidle")
    assert [url for url in requests if not url.startswith((base, "data:"))] == []
    missing = "Failed to load resource: the server responded with a status of 404"
    assert [each for each in complaints if not (kind == "404" and missing in each)] == []
    page.context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_sideways_scroll_on_a_small_phone(browser: Browser, base: str, kind: str) -> None:
    """At 320 px, and at 200 % of the text, with the spaces between letters, words and lines that
    WCAG 1.4.12 names, the page is no wider than the screen."""
    page = _open(browser, base + KINDS[kind], 320)
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(wide) == 0
    page.evaluate(SPACED)
    assert page.evaluate(wide) == 0
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(wide) == 0
    page.context.close()


def test_every_position_fits_a_small_phone(browser: Browser, base: str, site: Path) -> None:
    """No formula of any decree overflows at 320 px."""
    page = _open(browser, base, 320)
    too_wide = []
    for path in sorted(site.glob("*/*/*/*/index.html")):
        page.goto(base + path.parent.relative_to(site).as_posix() + "/")
        outside = page.evaluate(
            "[...document.querySelectorAll('.rumus, .rumus *, .halaman > *')].filter("
            "e => e.getBoundingClientRect().right > innerWidth + 1).length"
        )
        if outside or page.evaluate("document.documentElement.scrollWidth") > 320:
            too_wide.append(path.parent.name)
    assert too_wide == []
    page.context.close()


def test_search_knows_word_forms(browser: Browser, base: str) -> None:
    """ "menyusun" finds "disusun"; an indicator is a result of its own that leads to its anchor."""
    page = _open(browser, base + "cari/")
    page.get_by_label("Cari jabatan, tugas, atau indikator").fill("menyusun dokumen penatausahaan")
    result = page.locator(".hasil-indikator a", has_text="penatausahaan keuangan yang disusun")
    result.first.wait_for()
    assert "?q=menyusun+dokumen+penatausahaan" in page.url
    result.first.click()
    page.wait_for_url("**/bendahara/#*")
    anchor = page.url.partition("#")[2]
    assert "disusun" in page.locator(f"[id='{anchor}']").inner_text()
    page.context.close()


def test_a_search_can_be_shared(browser: Browser, base: str) -> None:
    """The address carries the query; nothing found says what to try."""
    page = _open(browser, base + "cari/?q=bendahara")
    page.get_by_text("halaman cocok dengan “bendahara”").wait_for()
    assert page.locator(".hasil-judul").first.is_visible()
    page.context.close()


def test_the_front_page_searches(browser: Browser, base: str) -> None:
    """The field on the front page leads to the results."""
    page = _open(browser, base)
    page.get_by_label("Cari jabatan, tugas, atau indikator").fill("sekretaris")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/?q=sekretaris")
    page.locator(".hasil-judul").first.wait_for()
    page.context.close()


def test_search_results_are_words(browser: Browser, base: str) -> None:
    """A query is never markup."""
    page = _open(browser, base + "cari/?q=<img src=x onerror=window.jahat=1>")
    page.get_by_text("<img src=x").first.wait_for()
    assert page.evaluate("window.jahat === undefined")
    page.context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_readable_without_javascript(browser: Browser, base: str, kind: str) -> None:
    """Everything but the search is there; no button stands that does nothing."""
    page = _open(browser, base + KINDS[kind], java_script_enabled=False)
    assert page.locator("h1").is_visible()
    assert page.locator("footer a", has_text="Jabatan A–Z").is_visible()
    for button in page.locator("button").all():
        assert not button.is_visible() or button.get_attribute("type") == "submit"
    if kind == "jabatan":
        assert page.locator(".rumus-pecahan").first.is_visible()
        assert page.get_by_text("Cara membaca:").first.is_visible()
        page.locator("summary", has_text="Tabel seperti tercetak").click()
        assert page.locator("table").first.is_visible()
    if kind == "cari":
        assert page.locator("noscript .catatan").is_visible()
    page.context.close()


def test_a_chosen_theme_stays(browser: Browser, base: str) -> None:
    """The button turns the page dark, and the next page is dark from its first paint."""
    page = _open(browser, base, color_scheme="light")
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    button = page.get_by_role("button", name="Tema gelap")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.goto(base + JABATAN)
    assert page.evaluate(background) == "rgb(16, 23, 29)"
    page.context.close()


PALE_INK = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(each => (each / 255) ** 2.2);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const inked = [...document.querySelectorAll("body *")].filter(e =>
    e.checkVisibility() && e.getBoundingClientRect().height > 1 &&
    [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  return inked.filter(e => light(getComputedStyle(e).color) > 0.25).map(e => e.outerHTML);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", ["", "terang", "gelap"])
def test_paper_is_white_and_ink_dark(
    browser: Browser, example_base: str, theme: str, scheme: str
) -> None:
    """Whatever theme is chosen and whatever the system prefers, with or without backgrounds."""
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    edition = "kab-contoh/dinas-contoh/2024/"
    compared = "bandingkan/edisi/kab-contoh/dinas-contoh/sekretaris/2023/2024/"
    for address in ("", "cari/", "kab-contoh/dinas-contoh/", edition, f"{edition}sekretaris/",
                    "kab-contoh/dinas-contoh/2023/sekretaris/", compared):  # fmt: skip
        page.emulate_media(media="screen", color_scheme=scheme)
        page.goto(example_base + address)
        page.evaluate("theme => { document.documentElement.dataset.tema = theme; }", theme)
        page.emulate_media(media="print")
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert paper == "rgb(255, 255, 255)", address
        assert page.evaluate(PALE_INK) == [], address
    page.close()


def test_a_kept_theme_that_is_none(browser: Browser, base: str) -> None:
    """Then the system decides, and the button tells the truth."""
    page = _open(browser, base, color_scheme="dark")
    page.evaluate("localStorage.setItem('iki-tema', 'ungu')")
    page.reload()
    assert page.locator("html").get_attribute("data-tema") is None
    button = page.get_by_role("button", name="Tema gelap")
    assert button.get_attribute("aria-pressed") == "true"
    page.context.close()


def test_copying_the_link(browser: Browser, base: str) -> None:
    """The button says that it is done, and then its own words again, however often it is used."""
    page = _open(browser, base + JABATAN)
    button = page.locator("[data-salin-alamat]")
    for _ in range(3):
        button.click()
        page.get_by_role("button", name="Tautan disalin").wait_for()
    page.get_by_role("button", name="Salin tautan", exact=True).wait_for()
    page.context.close()


REFUSE = (
    """() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("Tidak")); }"""
)


def test_copying_that_is_refused(browser: Browser, base: str) -> None:
    """It is said, not thrown."""
    page = _open(browser, base + JABATAN)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.evaluate(REFUSE)
    page.locator("[data-salin-alamat]").click()
    page.get_by_role("button", name="Tidak dapat disalin").wait_for()
    page.get_by_role("button", name="Salin tautan", exact=True).wait_for()
    assert errors == []
    page.context.close()


def test_no_clipboard(browser: Browser, base: str) -> None:
    """Without one, as on a page without https, no button stands that does nothing."""
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(base + JABATAN)
    assert page.get_by_role("button", name="Cetak").is_visible()
    assert not page.get_by_text("Salin tautan").is_visible()
    assert not page.locator(".salin").first.is_visible()
    assert errors == []
    context.close()


def test_comparing_editions_is_accessible(browser: Browser, example_base: str) -> None:
    """The page of changes, and the line of time, of an agency with two editions."""
    for path in (
        "bandingkan/edisi/kab-contoh/dinas-contoh/sekretaris/2023/2024/",
        "kab-contoh/dinas-contoh/",
        "kab-contoh/dinas-contoh/2023/sekretaris/",
        "kab-contoh/dinas-contoh/2024/pengelola-data-siak/",
    ):
        for scheme in ("light", "dark"):
            page = _open(browser, example_base + path, 390, color_scheme=scheme)
            page.evaluate(
                "document.querySelectorAll('details').forEach(each => (each.open = true))"
            )
            assert violations(page) == []
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) == 0
            page.context.close()


def test_the_focus_is_seen_everywhere(browser: Browser, base: str) -> None:
    """Whatever Tab reaches has an outline, in the order of the page, and nothing is a trap."""
    page = _open(browser, base + "kab-jombang/kecamatan-kesamben/2024/kecamatan-kesamben/", 1280)
    seen: list[str] = []
    tops: list[float] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(e => [getComputedStyle(e).outlineStyle, e.outerHTML.slice(0, 200),"
            " e.getBoundingClientRect().top + scrollY, !!e.closest('aside')])"
            "(document.activeElement)"
        )
        assert here[0] != "none", here[1]
        seen.append(here[1])
        if not here[3]:
            tops.append(here[2])
    assert len(set(seen)) > 40
    assert tops[2:] == sorted(tops[2:])
    page.context.close()


def test_forced_colours(browser: Browser, base: str) -> None:
    """The line of a fraction and the frames of cards survive a palette of the system's."""
    page = _open(browser, base + JABATAN, forced_colors="active")
    line = page.locator(".rumus-pecahan > span").first
    assert line.evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"
    assert line.evaluate("e => getComputedStyle(e).borderBottomWidth") != "0px"
    assert violations(page) == []
    page.context.close()


MOVING = """() => [...document.querySelectorAll("*")].filter(e =>
  ["", "::before", "::after"].some(part => {
    const { transitionDuration, animationDuration } = getComputedStyle(e, part || null);
    return /[1-9]/.test(transitionDuration + animationDuration);
  })).map(e => e.outerHTML.slice(0, 100))"""


def test_nothing_moves(browser: Browser, base: str) -> None:
    """There is no animation to switch off; nothing is printed halfway between two colours."""
    page = _open(browser, base + JABATAN, 1280, reduced_motion="reduce")
    page.get_by_role("link", name="Tautan ke indikator").first.click()
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate(MOVING) == []
    page.context.close()


def test_the_head_of_a_page(browser: Browser, base: str) -> None:
    """Language, title, description and Open Graph, without a foreign picture."""
    page = _open(browser, base + JABATAN)
    assert page.locator("html").get_attribute("lang") == "id"
    assert page.title() == "Sekretaris, Kecamatan Kesamben 2024 · IKI Terbuka"
    head = {
        name: page.locator(f'meta[property="og:{name}"]').get_attribute("content")
        for name in ("title", "description", "locale", "site_name", "type")
    }
    assert head["title"] == "Sekretaris, Kecamatan Kesamben 2024"
    assert head["locale"] == "id_ID"
    # The address of an example is nobody's.
    assert page.locator('link[rel="canonical"], meta[property="og:url"]').count() == 0
    assert page.locator('meta[name="description"]').get_attribute("content") == head["description"]
    assert page.locator('meta[property="og:image"]').count() == 0
    page.context.close()
