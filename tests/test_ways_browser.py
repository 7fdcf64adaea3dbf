"""Ways in and comparisons in a browser: on a phone, at a desk, at a keyboard, without scripts."""

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]

SECRETARIES = "bandingkan/jabatan/sekretaris/"
DECREE = "kab-malang/dispendukcapil/2021/"


def _open(browser: Browser, address: str, width: int, **context: object) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 800}, **context).new_page()
    page.goto(address)
    return page


def _heads(page: Page) -> list[str]:
    heads = page.locator(".matriks thead th")
    return [each.inner_text().split("\n")[0] for each in heads.all() if each.is_visible()]


@pytest.mark.parametrize("has_scripts", [True, False])
def test_two_agencies_by_choice_on_a_phone(browser: Browser, base: str, has_scripts: bool) -> None:
    """Any of them beside any other, in every row, also without a script."""
    page = _open(browser, base + SECRETARIES, 360, java_script_enabled=has_scripts)
    first = _heads(page)
    assert len(first) == 2
    page.get_by_label("Bandingkan").select_option(index=3)
    page.get_by_label("dengan").select_option(index=4)
    assert _heads(page) == ["Kecamatan Gedangan", "Kecamatan Kesamben"]
    rows = page.locator(".matriks tbody tr:not(.topik)").all()
    assert {sum(each.is_visible() for each in row.locator("td").all()) for row in rows} == {2}
    page.context.close()


def test_all_agencies_at_a_desk(browser: Browser, base: str) -> None:
    """Side by side without a choice; their heads stay when one reads on."""
    page = _open(browser, base + SECRETARIES, 1280)
    assert len(_heads(page)) == 5
    assert not page.get_by_label("dengan").is_visible()
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    assert page.locator(".matriks thead th").first.bounding_box()["y"] == 0
    page.context.close()


def test_the_head_leads_to_five_places_where_there_is_room(browser: Browser, base: str) -> None:
    """The menu is there at any width."""
    names = ["Jabatan", "Indikator", "Bandingkan", "Istilah", "Untuk PPID"]
    for width, shown in ((1280, names), (360, [])):
        page = _open(browser, base, width)
        links = page.locator(".kepala-utama a").all()
        assert [each.inner_text() for each in links if each.is_visible()] == shown
        assert page.get_by_role("button", name="Menu").is_visible()
        page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tree_of_a_decree_at_a_keyboard(browser: Browser, base: str, width: int) -> None:
    """In the order of the decree's branches, each with its group and number in words; without
    scripts too."""
    page = _open(browser, base + DECREE, width, java_script_enabled=False)
    links = page.locator("#_jabatan ~ div .pohon a")
    assert links.count() == 52
    names = links.all_inner_texts()
    links.first.focus()
    for name in names[1:10]:
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == name
    first = page.locator(".cabang > li").first
    assert first.locator(".pohon-baris").first.text_content() == (
        "Sekretaris Dinas Administrator, 3 indikator"
    )
    alone = page.locator("#_tanpa-atasan + ul a").count()
    assert page.get_by_text(f"Atasan tidak disebut dalam naskah ({alone})").is_visible()
    page.context.close()


def test_an_abbreviation_tells_its_meaning_when_touched(browser: Browser, base: str) -> None:
    """Within the text, where it stands."""
    page = _open(browser, base + f"{DECREE}bendahara/", 360, has_touch=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    term = page.locator("abbr").first
    told = "e => getComputedStyle(e, '::after').content"
    assert term.evaluate(told) == "none"
    term.tap()
    assert term.get_attribute("title") in term.evaluate(told)
    page.context.close()
