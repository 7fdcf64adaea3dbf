"""The reference copy and the pages for PPID in a real browser, at an address of the site's own."""

import io
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import zxingcpp
from conftest import EXAMPLE, HOST
from PIL import Image
from playwright.sync_api import Browser, Page
from test_browser import violations

pytestmark = [pytest.mark.site, pytest.mark.browser]

DINAS = "kab-contoh/dinas-contoh/2024/"
JABATAN = f"{DINAS}sekretaris/"
PAGES = (JABATAN, DINAS, "ppid/", "ppid/kab-contoh/", "ppid/kab-contoh/rsud-contoh/", "periksa/")
TODAY = r"\d{1,2} [A-Z][a-z]+ 20\d\d"


def _open(browser: Browser, address: str, width: int = 390, **context: object) -> Page:
    page = browser.new_context(
        viewport={"width": width, "height": 800},
        permissions=["clipboard-read", "clipboard-write"],
        **context,
    ).new_page()
    page.goto(address, wait_until="networkidle")
    return page


def _copied(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_accessibility(
    browser: Browser, addressed_base: str, address: str, width: int, scheme: str
) -> None:
    """No violation with what folds unfolded, and nothing wider than the window."""
    page = _open(browser, addressed_base + address, width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_comes_from_elsewhere(browser: Browser, addressed_base: str, address: str) -> None:
    """Neither a request nor a complaint about the policy, or of a script."""
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("request", lambda each: said.append(each.url))
    page.on("console", lambda each: said.append(each.text))
    page.on("pageerror", lambda each: said.append(str(each)))
    page.goto(addressed_base + address, wait_until="networkidle")
    assert [each for each in said if not each.startswith(addressed_base)] == []
    page.context.close()


def test_the_citation_has_the_day_of_retrieval(browser: Browser, addressed_base: str) -> None:
    """On the page, in what is copied, and in the records of programs."""
    page = _open(browser, addressed_base + JABATAN)
    cited = page.locator("#_kutipan").inner_text()
    assert re.search(rf"{re.escape(HOST + JABATAN)} \(diakses {TODAY}\)$", cited)
    page.get_by_role("button", name="Salin kutipan", exact=True).first.wait_for()
    page.locator(".kutipan").get_by_role("button", name="Salin kutipan").click()
    page.get_by_role("button", name="Disalin").wait_for()
    assert _copied(page) == cited
    offered = page.locator('a[download][href^="data:"]').all()
    records = [unquote(each.get_attribute("href") or "") for each in offered]
    assert re.search(r"\r\nY2  - 20\d\d/\d\d/\d\d\r\nER  - \r\n$", records[0])
    assert re.search(r",\n  urldate = \{20\d\d-\d\d-\d\d\}\n\}\n$", records[1])
    page.context.close()


def test_a_record_is_a_file(browser: Browser, addressed_base: str) -> None:
    """It is saved without a request, whatever the policy."""
    page = _open(browser, addressed_base + JABATAN)
    with page.expect_download() as saved:
        page.get_by_role("link", name="BibTeX").click()
    assert saved.value.suggested_filename == "kab-contoh-dinas-contoh-2024-sekretaris.bib"
    assert Path(saved.value.path()).read_text("utf-8").startswith("@misc{kab-contoh-")
    page.context.close()


def test_an_indicator_is_copied(browser: Browser, addressed_base: str) -> None:
    """Its permanent address and its citation; each button says which indicator it is of."""
    page = _open(browser, addressed_base + f"{JABATAN}?x=1#_atas")
    name = "Persentase surat yang tepat waktu"
    page.get_by_role("link", name=f"Tautan ke indikator {name}").click()
    page.get_by_role("link", name=f"Tautan disalin ke indikator {name}").wait_for()
    page.wait_for_timeout(100)
    assert _copied(page) == f"{HOST}{JABATAN}#surat-tepat-waktu"
    page.locator(".kutip > summary").first.click()
    page.locator(".kutip[open] button").click()
    page.wait_for_timeout(100)
    assert re.search(rf"#surat-tepat-waktu \(diakses {TODAY}\)$", _copied(page))
    page.get_by_role("button", name="Salin tautan", exact=True).click()
    page.wait_for_timeout(100)
    assert _copied(page) == f"{HOST}{JABATAN}"
    page.context.close()


def test_the_picture_of_a_link(addressed_site: Path) -> None:
    """A site with an address names one, and has it."""
    page = (addressed_site / JABATAN / "index.html").read_text("utf-8")
    picture = re.search(r'<meta property="og:image" content="([^"]*)">', page)
    assert picture
    assert picture[1].startswith(HOST)
    assert (addressed_site / picture[1].removeprefix(HOST)).is_file()


def test_the_quotation_is_html(browser: Browser, addressed_base: str) -> None:
    """A blockquote with a link; what a name holds is text in it."""
    page = _open(browser, addressed_base + DINAS)
    page.get_by_text("Bagikan halaman ini").click()
    page.get_by_role("button", name="Salin HTML").click()
    page.wait_for_timeout(100)
    copied = _copied(page)
    # No page of the site may make markup of a text.
    page.goto("about:blank")
    made = page.evaluate(
        "html => { const d = new DOMParser().parseFromString(html, 'text/html').body;"
        " return [...d.querySelectorAll('*')].map(e => e.localName + (e.href ?? e.cite ?? '')) }",
        copied,
    )
    assert made == [f"blockquote{HOST}{DINAS}", "p", "p", f"a{HOST}{DINAS}"]
    page.context.close()


def test_without_a_script_nothing_is_promised(browser: Browser, addressed_base: str) -> None:
    """No button that does nothing, and no day; the code, the links and the words are there."""
    page = _open(browser, addressed_base + JABATAN, java_script_enabled=False)
    assert page.get_by_role("button").count() == 0
    assert "diakses" not in page.locator(".kutipan").inner_text()
    page.get_by_text("Bagikan halaman ini").click()
    assert page.get_by_role("img", name="Kode QR ke alamat tetap halaman ini").is_visible()
    page.goto(addressed_base + "periksa/")
    assert page.get_by_text("Pemeriksaan di halaman ini memerlukan JavaScript.").is_visible()
    assert not page.locator("input[type=file]").is_visible()
    page.context.close()


def test_paper_has_the_code_and_the_address(browser: Browser, addressed_base: str) -> None:
    """Whatever is folded; what only a screen can do is not printed."""
    page = _open(browser, addressed_base + JABATAN, 1280)
    page.emulate_media(media="print")
    assert page.locator(".qr").is_visible()
    assert page.locator(".bagikan .tautan-panjang").is_visible()
    assert page.get_by_text("Keadaan naskah ini sekarang dapat dilihat di:").is_visible()
    assert not page.locator(".cuplikan").is_visible()
    assert not page.locator(".kutip").first.is_visible()
    page.goto(addressed_base + "ppid/kab-contoh/rsud-contoh/")
    assert page.locator("table").is_visible()
    assert not page.locator(".lengkapi").first.is_visible()
    page.context.close()


@pytest.mark.parametrize(
    ("scheme", "media"), [("light", "screen"), ("dark", "screen"), ("light", "print")]
)
def test_the_code_is_read(browser: Browser, addressed_base: str, scheme: str, media: str) -> None:
    """As a camera sees it: it says the permanent address."""
    page = _open(browser, addressed_base + JABATAN, color_scheme=scheme)
    page.get_by_text("Bagikan halaman ini").click()
    page.emulate_media(media=media)
    picture = Image.open(io.BytesIO(page.locator(".qr").screenshot()))
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == HOST + JABATAN
    page.context.close()


def _answer(page: Page, file: dict[str, object]) -> str:
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("Sidik (SHA-256):").wait_for()
    return page.get_by_role("status").inner_text()


def test_which_decree_a_file_is(browser: Browser, addressed_base: str) -> None:
    """The example's file is an empty one: its hash is that of nothing."""
    page = _open(browser, addressed_base + "periksa/")
    sent: list[str] = []
    page.on("request", lambda each: sent.append(each.method + (each.post_data or "")))
    found = _answer(page, {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b""})
    assert "Berkas ini sama, huruf demi huruf" in found
    assert "KEPUTUSAN KEPALA DINAS CONTOH (Dinas Contoh, Kabupaten Contoh, 2024)" in found
    assert "Keadaan naskah itu: Berlaku menurut naskah, belum dipastikan." in found
    assert sent == ["GET"]
    link = page.get_by_role("status").get_by_role("link")
    assert link.evaluate("a => a.href") == f"{addressed_base}{DINAS}"
    page.locator("input[type=file]").set_input_files(
        {"name": "b.pdf", "mimeType": "application/pdf", "buffer": b"x"}
    )
    page.get_by_text("Berkas ini tidak kami kenal.").wait_for()
    page.context.close()


def test_a_list_that_cannot_be_loaded_is_said(browser: Browser, addressed_base: str) -> None:
    page = _open(browser, addressed_base + "periksa/")
    page.context.set_offline(True)
    found = _answer(page, {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b""})
    assert "Catatan sidik tidak dapat dimuat." in found
    page.context.close()


def test_without_https_there_is_no_hash(browser: Browser, addressed_base: str) -> None:
    """The browser has none there; the page says so and asks for no file."""
    page = browser.new_context().new_page()
    page.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    page.goto(addressed_base + "periksa/", wait_until="networkidle")
    assert page.get_by_text("Peramban hanya dapat menghitung sidik").is_visible()
    assert not page.locator("input[type=file]").is_visible()
    page.context.close()


def test_the_script_is_small() -> None:
    script = EXAMPLE.parent.parent / "theme" / "components" / "periksa" / "periksa.js"
    assert script.stat().st_size <= 3 * 1024


def test_an_indicator_has_records_of_its_own(browser: Browser, addressed_base: str) -> None:
    """Made when its citation is opened, once: its title, its address, the day, and its own name."""
    page = _open(browser, addressed_base + JABATAN)
    for _ in range(3):
        page.locator(".kutip > summary").first.click()
    page.locator(".kutip [download]").first.wait_for()
    offered = page.locator(".kutip [download]").all()
    assert [each.get_attribute("download") for each in offered] == [
        "kab-contoh-dinas-contoh-2024-sekretaris-surat-tepat-waktu.ris",
        "kab-contoh-dinas-contoh-2024-sekretaris-surat-tepat-waktu.bib",
    ]
    ris, bibtex = (unquote(each.get_attribute("href") or "") for each in offered)
    cited = page.locator(".kutip p").first.inner_text()
    title = ris.partition("TI  - ")[2].partition("\r\n")[0]
    assert title.startswith("Indikator: Persentase surat yang tepat waktu (")
    assert title in cited
    assert f"UR  - {HOST}{JABATAN}#surat-tepat-waktu\r\n" in ris
    assert re.search(r"Y2  - 20\d\d/\d\d/\d\d\r\nER  - \r\n$", ris)
    assert bibtex.partition(",")[2].startswith(
        "@misc{kab-contoh-dinas-contoh-2024-sekretaris-surat"
    )
    assert f"url = {{{HOST}{JABATAN}#surat-tepat-waktu}},\n  urldate" in bibtex
    assert f"title = {{{{{title}}}}}" in bibtex
    page.context.close()
