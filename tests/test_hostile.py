"""Hostile texts in every field of every document are shown as they are written.

One site holds all of them: as many pemda as there are texts, and in each every field has another.
A real browser opens it: nothing runs, nothing is asked of another host, no policy is broken, and
what is read is what the files say. One more pemda holds plain words: what is seen of those must be
seen of the others.
"""

import csv
import html
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, own, served
from hostile import PAYLOADS, TEXTS_OF_FIELDS, Way, content
from playwright.sync_api import Browser, Page, Request

from generator.build import publishing
from generator.content.public import public
from generator.pages import registry
from generator.pages.rendering import body
from generator.settings import Settings, load
from generator.theme.templates import environment

PLAIN = len(TEXTS_OF_FIELDS)
"""The number of the pemda with plain words."""
DOCUMENTS = {
    "pemda": "kab-{}/",
    "instansi": "kab-{}/dinas/",
    "dokumen": "kab-{}/dinas/2024/",
    "jabatan": "kab-{}/dinas/2024/kepala/",
}
Texts = dict[tuple[int, str], dict[Way, list[str]]]
"""What each pemda and document says, by the ways of the fields."""


@dataclass
class Attacked:
    """The project, and what its files say."""

    settings: Settings
    texts: Texts = field(default_factory=dict)
    ways: set[Way] = field(default_factory=set)

    def said(self, number: int, name: str) -> list[str]:
        return [text for each in self.texts[number, name].values() for text in each]


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    root = tmp_path_factory.mktemp("jahat")
    (root / "theme").symlink_to(ROOT / "theme")
    configuration = (ROOT / "site_config.yml").read_text("utf-8")
    (root / "site_config.yml").write_text(
        configuration.replace("https://iki-terbuka.example/", "https://x.go.id/iki/"), "utf-8"
    )
    settings, problems = load(root / "site_config.yml")
    assert settings is not None, problems
    found = Attacked(settings)
    for number in range(PLAIN + 1):
        _write(settings.content, number, found)
    return found


def _write(folder: Path, number: int, found: Attacked) -> None:
    count = iter(range(number, number + 10_000))

    def text(name: str, way: Way) -> str:
        spot = next(count)
        text = (
            f"Penanda {spot}x" if number == PLAIN else TEXTS_OF_FIELDS[spot % len(TEXTS_OF_FIELDS)]
        )
        found.texts.setdefault((number, name), {}).setdefault(way, []).append(text)
        return text

    files, ways = content(text, number + 11)
    found.ways |= ways
    for name, document in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        written = yaml.safe_dump(
            document, allow_unicode=True, sort_keys=False, width=10**6, default_style='"'
        )
        (folder / name).write_text(written, "utf-8")


def test_there_are_forty() -> None:
    """Each of another kind."""
    assert len({*PAYLOADS}) == len(PAYLOADS) == 40


@pytest.mark.long
def test_every_field_takes_every_text(attacked: Attacked) -> None:
    """There is no list of words that are refused: they are shown."""
    checked = publishing.check(attacked.settings)
    assert [each for each in checked.problems if each.is_mistake] == []
    assert len(checked.content.entries) == len(DOCUMENTS) * (PLAIN + 1)
    assert len(attacked.ways) > 200
    assert {way[0] for way in attacked.ways} == {*DOCUMENTS}


@pytest.fixture(scope="session")
def attacked_site(attacked: Attacked) -> Path:
    checked = publishing.check(attacked.settings)
    assert publishing.publish(checked, attacked.settings, lambda words: None) == []
    return attacked.settings.site


def _address(number: int, name: str) -> str:
    return DOCUMENTS[name].format(number + 11)


@dataclass
class Watched:
    """A page of the browser, and whatever it did that no page of ours does."""

    page: Page
    base: str
    found: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._asked)
        self.page.on("console", lambda each: self._told(each.text))
        self.page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        self.page.set_default_timeout(20_000)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.found.append(f"asked: {request.url}")

    def _told(self, text: str) -> None:
        if "Content Security Policy" in text or "TrustedHTML" in text:
            self.found.append(f"policy: {text}")

    def read(self, address: str) -> tuple[str, list[str]]:
        """The words of the article there, and what the page did."""
        self.found.clear()
        self.page.goto(f"{self.base}{address}", wait_until="load")
        words, ran, scripts = self.page.evaluate(READ)
        self.found += ["a script ran"] if ran else []
        self.found += [f"script: {each}" for each in scripts]
        return " ".join(words.split()), list(self.found)


READ = """() => [
  (document.querySelector("article, main") ?? document.body).textContent,
  "jahat" in window,
  [...document.querySelectorAll("script, iframe, object, embed, base, link, form")]
    .filter((each) => !(
      (each.localName === "script" && each.src.startsWith(location.origin)) ||
      each.type === "application/ld+json" ||
      (each.localName === "link" && each.href.startsWith(location.origin)) ||
      (each.localName === "link" && each.rel === "canonical") ||
      (each.localName === "form" && each.action.startsWith(location.origin))
    ))
    .map((each) => each.outerHTML.slice(0, 80)),
]"""


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[[str], Watched]]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield lambda base: Watched(context.new_page(), base)
    context.close()


@pytest.mark.site
@pytest.mark.browser
def test_they_are_inert_and_read_as_written(
    attacked: Attacked, attacked_site: Path, watch: Callable[[str], Watched]
) -> None:
    """On every page of the site."""
    words, did = {}, {}
    for base in served(attacked_site):
        watched = watch(base)
        for path in sorted(attacked_site.rglob("index.html")):
            address = path.parent.relative_to(attacked_site).as_posix().removeprefix(".") + "/"
            words[address], did[address] = watched.read(address.removeprefix("/"))
    assert {address: each for address, each in did.items() if each} == {}
    missing = []
    for name in DOCUMENTS:
        plain = words[_address(PLAIN, name)]
        texts = attacked.texts[PLAIN, name]
        seen = [
            (way, spot)
            for way, each in texts.items()
            for spot, text in enumerate(each)
            if re.search(rf"\b{text}\b", plain)
        ]
        assert len(seen) > {"pemda": 0, "instansi": 3, "dokumen": 15, "jabatan": 60}[name]
        for number in range(PLAIN):
            shown = words[_address(number, name)]
            for way, spot in seen:
                text = attacked.texts[number, name][way][spot]
                if text not in shown:
                    missing.append((number, name, way, text))
    assert missing == []


@pytest.mark.site
@pytest.mark.browser
def test_the_browser_would_notice(
    attacked: Attacked,
    attacked_site: Path,
    watch: Callable[[str], Watched],
    tmp_path: Path,
) -> None:
    """One macro that does not escape: with the policy of the pages it is reported, and without it
    scripts run and other hosts are asked."""
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    theme = own(tmp_path / "theme")
    macro = theme / "components/catatan/catatan.jinja"
    macro.write_text(macro.read_text("utf-8").replace("{{ text }}", "{{ text|safe }}"), "utf-8")
    content = publishing.check(attacked.settings).content
    site = registry.site_of(public(content, attacked.settings.iki), attacked.settings)
    spoiled = {}
    for entry in site.content.all_jabatan():
        view = registry.OF_DOCUMENTS[4](site, entry)
        # A page that loads itself again and again has no end.
        spoiled[entry.key[0]] = body(environment(theme), view).replace("<meta ", "<b ")
    shell = (attacked_site / "tentang/index.html").read_text("utf-8")
    policy = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', shell)
    assert policy
    for name, page in (("dengan", shell), ("tanpa", shell.replace(policy[0], ""))):
        for pemda, text in spoiled.items():
            (tmp_path / "situs" / name / pemda).mkdir(parents=True)
            put = re.sub(
                r"(<article[^>]*>).*?</article>", lambda m, t=text: m[1] + t, page, flags=re.S
            )
            (tmp_path / "situs" / name / pemda / "index.html").write_text(put, "utf-8")
    did: dict[str, set[str]] = {"dengan": set(), "tanpa": set()}
    for base in served(tmp_path / "situs"):
        watched = watch(base)
        for name, found in did.items():
            for pemda in spoiled:
                found |= {each.partition(":")[0] for each in watched.read(f"{name}/{pemda}/")[1]}
    assert "policy" in did["dengan"]
    assert "a script ran" not in did["dengan"]
    assert {"a script ran", "asked", "script"} <= did["tanpa"]


def _leaves(value: object) -> Iterator[str]:
    """Every text in some JSON, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)


def _cells(path: Path) -> set[str]:
    """The cells of a CSV; an apostrophe keeps Excel from reading one as a formula."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {each.removeprefix("'") for row in csv.reader(file) for each in row}


def _strings(path: Path) -> set[str]:
    """The texts of a workbook, none of which is a formula."""
    with zipfile.ZipFile(path) as book:
        sheets = [each for each in book.namelist() if each.startswith("xl/worksheets/sheet")]
        assert not any(
            b"<f>" in book.read(each) or b"hyperlink" in book.read(each) for each in sheets
        )
        text = book.read("xl/sharedStrings.xml").decode()
    return {html.unescape(each) for each in re.findall(r"<t[^>]*>([^<]*)</t>", text)}


FILES: dict[str, tuple[str, Callable[[Path], set[str]]]] = {
    "index.json": ("jabatan", lambda path: {*_leaves(json.loads(path.read_bytes()))}),
    "../index.json": ("dokumen", lambda path: {*_leaves(json.loads(path.read_bytes()))}),
    "../../index.json": ("instansi", lambda path: {*_leaves(json.loads(path.read_bytes()))}),
    "../../../index.json": ("pemda", lambda path: {*_leaves(json.loads(path.read_bytes()))}),
    "indikator.csv": ("jabatan", _cells),
    "indikator.xlsx": ("jabatan", _strings),
}


@pytest.mark.site
@pytest.mark.parametrize("name", FILES)
def test_the_data_say_the_same(attacked: Attacked, attacked_site: Path, name: str) -> None:
    """Every text that is a value of its own for plain words is one for these, sign for sign."""
    kind, read = FILES[name]
    whole = [read(attacked_site / _address(n, "jabatan") / name) for n in range(PLAIN + 1)]
    missing = []
    count = 0
    for way, spots in attacked.texts[PLAIN, kind].items():
        for spot, text in enumerate(spots):
            if text in whole[PLAIN]:
                count += 1
                missing += [
                    (number, way)
                    for number in range(PLAIN)
                    if attacked.texts[number, kind][way][spot] not in whole[number]
                ]
    assert missing == []
    least = {"pemda": 1, "instansi": 4, "dokumen": 20, "jabatan": 20}
    assert count >= least[kind]


@pytest.mark.site
def test_a_search_shows_the_same(attacked: Attacked, attacked_site: Path) -> None:
    """What is shown of a page is what it says."""
    shown = {}
    for path in (attacked_site / "cari/indeks").glob("h*.json"):
        told = json.loads(path.read_text("utf-8"))
        shown[told["url"]] = told["isi"]
    plain, missing = shown[_address(PLAIN, "jabatan")], []
    for way, spots in attacked.texts[PLAIN, "jabatan"].items():
        for spot, text in enumerate(spots):
            if re.search(rf"\b{text}\b", plain):
                for number in range(PLAIN):
                    said = attacked.texts[number, "jabatan"][way][spot]
                    if said not in shown[_address(number, "jabatan")]:
                        missing.append((number, way, said))
    assert missing == []
