"""Pages: the Markdown of the example, and the promise that any text survives to the page."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.build import publishing
from generator.content import addresses
from generator.content.content import Content, Entry
from generator.pages import rendering as pages
from generator.settings import Settings
from generator.theme.templates import as_heading, breakable

GOLDEN = Path(__file__).parent / "halaman"
SAME_FOR_ALL = (addresses.ASSETS, addresses.schema_file(""))
EXTENSIONS = ["attr_list", "toc"]


@pytest.mark.long
def test_golden_pages(settings: Settings, history: Path, request: pytest.FixtureRequest) -> None:
    """What is written for the example; `--perbarui` writes it anew, for a reviewer to read."""
    checked = publishing.check(settings)
    files = pages.render(checked.content, settings)
    # The look, and what is the same for every content, have tests of their own.
    of_content = (each for each in files if not each.address.startswith(SAME_FOR_ALL))
    # Nobody can read a sheet here: a test of its own opens it.
    written = {each.address: each.data for each in of_content if not each.address.endswith(".xlsx")}
    if request.config.getoption("--perbarui"):
        shutil.rmtree(GOLDEN)
        for path, data in written.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(data)
    golden = {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes()
        for path in GOLDEN.rglob("*")
        if path.is_file()
    }
    assert written == golden


def test_from_how_many_letters_a_word_may_break() -> None:
    """The last that stays whole, and the first that does not."""
    assert "<wbr>" not in breakable("a" * 24)
    assert breakable("a" * 25).count("<wbr>") == 3


LONG = "Pengadministrasiankepegawaiandanumum"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Sumber data", "Sumber data"),
        ("mempertanggungjawabkanny", "mempertanggungjawabkanny"),
        (f"a {LONG}\n b", "a Pengadmi<wbr>nistrasi<wbr>ankepega<wbr>waiandan<wbr>umum\n b"),
        (
            "<b>a&amp;" * 3,
            "&lt;b&gt;a&amp;amp<wbr>;&lt;b&gt;a&amp;am<wbr>p;&lt;b&gt;a&amp;a<wbr>mp;",
        ),
    ],
)
def test_long_words_of_a_table_may_break(text: str, html: str) -> None:
    """Each eight letters, and never within an entity; other words stay whole."""
    assert breakable(text) == html


@pytest.mark.long
def test_only_what_changes_is_written(settings: Settings) -> None:
    """An unchanged page keeps its time; a page that no longer exists goes."""
    checked = publishing.check(settings)
    publishing.write_pages(checked, settings)
    page = settings.docs / "index.md"
    stale = settings.docs / "kab-lama" / "index.md"
    stale.parent.mkdir()
    stale.write_text("lama", encoding="utf-8")
    before = page.stat().st_mtime_ns
    publishing.write_pages(checked, settings)
    assert page.stat().st_mtime_ns == before
    assert not stale.exists()


@pytest.mark.long
def test_an_officers_name_is_shown_only_on_request(example: Path, settings: Settings) -> None:
    """`tampilkan_nama_pejabat` is off until an agency turns it on."""
    checked = publishing.check(settings)
    assert not any("SITI CONTOH" in page.text for page in pages.render(checked.content, settings))
    iki = settings.iki.model_copy(update={"tampilkan_nama_pejabat": True})
    shown = Settings(settings.config, iki)
    assert any("SITI CONTOH" in page.text for page in pages.render(checked.content, shown))


class _Text(HTMLParser):
    """The words of a page, and its tags."""

    def __init__(self, source: str):
        super().__init__()
        self.words = ""
        self.tags: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


NASTY = st.text(
    st.sampled_from(list("ab \\`*_{}[]()#+-.!|~^<>&\"':;/=$@%?,0123456789Σé–"))
    | st.characters(exclude_categories=["C", "Z"]),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip())


@pytest.mark.long
@given(NASTY)
def test_any_text_survives_a_heading(text: str) -> None:
    """Whatever an officer types stands in the heading, letter for letter, and adds no element."""
    rendered = markdown.markdown(f"### {as_heading(text)} {{#satu}}", extensions=EXTENSIONS)
    page = _Text(rendered)
    assert page.words == " ".join(text.split())
    assert page.tags == ["h3"]
    assert 'id="satu"' in rendered


@pytest.fixture
def content(settings: Settings) -> Content:
    """The content of the example."""
    return publishing.check(settings).content


@pytest.mark.long
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NASTY)
def test_any_text_survives_to_the_page(content: Content, settings: Settings, text: str) -> None:
    """The same for every field of a position that a page shows."""
    shown = " ".join(text.split())
    key = ("kab-contoh", "dinas-contoh", "2023", "sekretaris")
    entry = content.entries[key]
    document = entry.document.model_copy(deep=True, update={"catatan": shown, "tugas": [shown]})
    sasaran = document.sasaran[0]
    indikator = sasaran.indikator[0].model_copy(update={"nama": shown, "sumber_data": [shown]})
    document = document.model_copy(
        update={
            "sasaran": [
                sasaran.model_copy(update={"uraian": shown, "indikator": [indikator]}),
            ]
        }
    )
    content = Content({**content.entries, key: Entry(key, entry.source, document)})
    path = "kab-contoh/dinas-contoh/2023/sekretaris/index.md"
    found = next(page for page in pages.render(content, settings) if page.address == path)
    body = found.text.split("---\n", 2)[2]
    page = _Text(markdown.markdown(body, extensions=EXTENSIONS))
    assert page.words.count(shown) >= 5
    assert not {"script", "img", "iframe", "strong", "em", "code"} & set(page.tags)


@pytest.mark.long
def test_no_markup_reaches_a_page_as_markup(settings: Settings) -> None:
    """The classic attacks are words on the page."""
    attacks = (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        '{: onclick="alert(1)"}',
        "{{ 7 * 7 }} {% raw %}",
        "![x](https://contoh.example/x.png)",
        "--8<-- '/etc/passwd'",
    )
    file = settings.content / "kab-contoh/dinas-contoh/2023/sekretaris.yml"
    text = file.read_text(encoding="utf-8")
    duties = "".join(f"  - '{attack.replace(chr(39), chr(39) * 2)}'\n" for attack in attacks)
    file.write_text(text.replace("  - Mengurus surat\n", duties), encoding="utf-8")
    checked = publishing.check(settings)
    assert checked.mistakes == 0
    path = "kab-contoh/dinas-contoh/2023/sekretaris/index.md"
    found = next(
        page for page in pages.render(checked.content, settings) if page.address == path
    ).text.split("---\n", 2)[2]
    page = _Text(markdown.markdown(found, extensions=EXTENSIONS))
    for attack in attacks:
        assert attack in page.words
    assert not {"script", "img"} & set(page.tags)
