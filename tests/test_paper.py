"""The copy of a decree on paper: whole, accessible, kept for ever, the same every time."""

import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from conftest import dokumen, jabatan, put
from pdfminer.high_level import extract_text
from playwright.sync_api import Browser

from generator import paper
from generator.build import publishing
from generator.content import addresses, loading
from generator.content.public import public
from generator.formula.forms.strokes import DEEPEST, strokes
from generator.formula.grammar import parse
from generator.model.texts import texts
from generator.pages import rendering, tabel
from generator.paper import blocks, press, tables
from generator.paper.blocks import Cell, Copy, Facts, Formula, Heading, List, Paragraph, Sheets
from generator.settings import Settings, load, papers
from generator.theme import words

TESTS = Path(__file__).parent
ADDRESS = "https://iki.kotaanda.go.id/"
DECREE = "kab-contoh/dinas-contoh/2024/salinan.pdf"
FONTS = {"DejaVuSansMono", "LibertinusSerif", "NewCMMath", "NewComputerModernMath"}


def printing(settings: Settings, address: str = ADDRESS) -> Settings:
    """The same settings where papers are wanted, and the site has an address."""
    source = replace(settings.source, value={**settings.source.value, "site_url": address})
    return replace(settings, source=source, papers=True)


def printed(settings: Settings, folder: Path | None = None) -> dict[str, bytes]:
    """The papers of a project, by address."""
    content = loading.load(folder or settings.content, "content").content
    return {each.address: each.data for each in paper.files(content, settings)}


def plain(data: bytes) -> str:
    """The text of a paper in the order of its sheets."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def squeezed(text: str) -> str:
    """Without blanks and case: a line may end anywhere, and a sentence begins with a capital."""
    return "".join(text.split()).casefold()


def structure(node: Any) -> Iterator[Any]:
    """Every element of the tree of tags, with what is read instead of it."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from structure(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from structure(node.K)


def kinds(data: bytes) -> set[str]:
    """The kinds of element of a paper."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        return {str(each.S) for each in structure(opened.Root.StructTreeRoot.K)}


@pytest.fixture(scope="module")
def example_papers(real_settings: Settings) -> dict[str, bytes]:
    return printed(printing(real_settings), TESTS / "contoh/content")


@pytest.fixture
def decree(example_papers: dict[str, bytes]) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(example_papers[DECREE]))


@pytest.mark.long
def test_it_promises_to_be_accessible_and_kept(decree: pikepdf.Pdf) -> None:
    """PDF/UA-1 and PDF/A-2a in one file, in Indonesian, with a title that is shown."""
    with decree.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")
        assert told["dc:title"] == "Keputusan Kepala Dinas Contoh, Dinas Contoh 2024"
        assert told["dc:creator"] == ["Dinas Contoh, Kabupaten Contoh"]
        assert told["dc:language"] == {"id-ID"}
    assert str(decree.Root.Lang) == "id-ID"
    assert decree.Root.MarkInfo.Marked
    assert decree.Root.ViewerPreferences.DisplayDocTitle
    assert "/JavaScript" not in repr(decree.Root.get("/Names", {}))


@pytest.mark.long
def test_every_part_is_tagged(decree: pikepdf.Pdf) -> None:
    """Headings, lists, tables with heads; a formula and the code say what they show."""
    found = list(structure(decree.Root.StructTreeRoot.K))
    tags = {str(each.S) for each in found}
    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Table", "/TH", "/TD"} <= tags
    (code,) = (str(each.Alt) for each in found if each.S == "/Figure")
    assert code == "Kode QR menuju alamat tetap naskah ini"
    said = [str(each.get("/Alt", "")) for each in found if each.S == "/Formula"]
    assert all(said)
    assert "Jumlah surat yang tepat waktu dibagi Jumlah surat, dikali 100 persen." in said


def test_every_position_is_a_bookmark(decree: pikepdf.Pdf) -> None:
    with decree.open_outline() as outline:
        first, annex = outline.root
        assert first.title == "KEPUTUSAN KEPALA DINAS CONTOH"
        assert [each.title for each in annex.children] == [
            "Plt. SEKRETARIS DINAS",
            "PENGELOLA DATA SIAK",
        ]


def test_letters_come_with_it(decree: pikepdf.Pdf) -> None:
    """From fonts that typst carries: no machine has others."""
    names = set()
    for page in decree.pages:
        for font in page.resources.get("/Font", {}).values():
            inner = font.DescendantFonts[0]
            assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())
            names.add(str(inner.BaseFont).partition("+")[2].partition("-")[0])
    assert names
    assert names <= FONTS


@pytest.mark.long
@pytest.mark.parametrize("folder", ["contoh", "bentuk"])
def test_nothing_of_a_decree_is_missing(folder: str, real_settings: Settings) -> None:
    """Every text of every decree and position, but for formulas that are drawn."""
    content = TESTS / folder / "content"
    found = {
        address: squeezed(plain(data) + _in_reading_order(data))
        for address, data in printed(printing(real_settings), content).items()
    }
    visible = public(loading.load(content, "content").content, real_settings.iki)
    missing = [
        (entry.source.path, text)
        for entry in visible.entries.values()
        if len(entry.key) > 2
        for text in texts(entry.document)
        if squeezed(text) not in found[addresses.paper_file(addresses.page(entry.key[:3]))]
    ]
    assert missing == DRAWN[folder]


DRAWN = {
    "contoh": [
        ("content/kab-contoh/dinas-contoh/2024/sekretaris.yml", "IKM / 25"),
        ("content/kab-contoh/dinas-contoh/2024/sekretaris.yml", "(IKM_NK × 2,5 + IPP × 2) / 2"),
        ("content/kab-contoh/rsud-contoh/2024/komite-mutu.yml", "jumlah(M × B) / jumlah(B)"),
        ("content/kab-contoh/rsud-contoh/2024/komite-mutu.yml", "rata(W)"),
        (
            "content/kab-contoh/rsud-contoh/2024/komite-mutu.yml",
            "akar(jumlah((W - R) × (W - R)) / rata(N))",
        ),
    ],
    "bentuk": [],
}


def _in_reading_order(data: bytes) -> str:
    """The same as it was written: the lines of a cell are not torn apart by those beside it."""
    return extract_text(io.BytesIO(data))


@pytest.mark.long
def test_the_same_content_gives_the_same_bytes(
    example_papers: dict[str, bytes], real_settings: Settings
) -> None:
    """And no clock, machine or order of the day stands in them."""
    assert printed(printing(real_settings), TESTS / "contoh/content") == example_papers
    assert all(str(TESTS).encode() not in data for data in example_papers.values())


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("tanggal_ditetapkan: 2024-03-05", "diperiksa: 2024-06-30"), "2024-03-05"),
        (("diperiksa: 2024-06-30",), "2024-06-30"),
        ((), "2024-01-01"),
    ],
)
def test_its_day_is_that_of_the_decree(bare: Settings, lines: tuple[str, ...], day: str) -> None:
    """Or of the last look at it, or else the first of its year: a PDF must have one."""
    put(bare, {"2024/dokumen.yml": dokumen(2024, *lines), "2024/kepala.yml": jabatan("KEPALA", 1)})
    (data,) = printed(printing(bare)).values()
    with pikepdf.open(io.BytesIO(data)).open_metadata() as told:
        assert told["xmp:CreateDate"].startswith(day)


SIGNED = ("penandatangan:", "  jabatan: KEPALA DINAS")


@pytest.mark.parametrize(
    ("lines", "cover"), [(SIGNED, 1), ((*SIGNED, "menimbang:", "  - bahwa perlu"), 2)]
)
def test_a_signature_alone_needs_no_sheet(
    bare: Settings, lines: tuple[str, ...], cover: int
) -> None:
    """Where all of the decree but that is missing, it stands below what is known of it."""
    put(bare, {"2024/dokumen.yml": dokumen(2024, *lines), "2024/kepala.yml": jabatan("KEPALA", 1)})
    (data,) = printed(printing(bare)).values()
    assert len(pypdfium2.PdfDocument(data)) == cover + 1


@pytest.mark.long
def test_what_is_hidden_stays_hidden(settings: Settings) -> None:
    """The holder of a position but where the owner shows them, and drafts."""
    shown = settings.iki.model_copy(update={"tampilkan_nama_pejabat": True})
    assert "SITI CONTOH" not in plain(printed(printing(settings))[DECREE])
    assert "SITI CONTOH" in plain(printed(printing(replace(settings, iki=shown)))[DECREE])
    edit = settings.content / "kab-contoh/dinas-contoh/2024/dokumen.yml"
    edit.write_text(edit.read_text("utf-8").replace("status: berlaku", "status: draf"), "utf-8")
    assert DECREE not in printed(printing(settings))
    assert DECREE in printed(replace(printing(settings), drafts=True))


@pytest.mark.long
def test_a_code_leads_where_the_site_will_be(settings: Settings) -> None:
    """An address that is only an example is not printed, for nobody could mend it on paper."""
    data = printed(printing(settings))[DECREE]
    assert f"{ADDRESS}kab-contoh/dinas-contoh/2024/" in plain(data)
    assert "/Figure" in kinds(data)
    data = printed(printing(settings, "https://iki.example/"))[DECREE]
    assert "iki.example" not in plain(data)
    assert "/Figure" not in kinds(data)


@pytest.mark.long
def test_a_page_leads_to_its_copy_where_there_is_one(settings: Settings) -> None:
    """And nowhere where papers are not wanted, or cannot be made."""
    content = publishing.check(settings).content
    for wanted in (True, False):
        told = replace(printing(settings), papers=wanted)
        pages = {each.address: each for each in rendering.render(content, told)}
        links = [path for path, file in pages.items() if 'href="salinan.pdf"' in file.text]
        copies = [each.address for each in paper.files(content, told)]
        assert copies == list(paper.names(content, told))
        assert sorted(links) == sorted(each.replace("salinan.pdf", "index.md") for each in copies)
        assert bool(copies) is wanted


def test_without_its_printer_the_site_says_so_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The remedy is to be typed; all else is built."""
    monkeypatch.setattr(papers, "find_spec", lambda name: None)
    loaded, problems = load(settings.config)
    assert loaded is not None
    assert not loaded.papers
    (told,) = [each for each in problems if each.code == "pdf"]
    assert not told.is_mistake
    assert told.message == (
        "salinan PDF tidak dibuat: pembuat PDF belum terpasang. Jalankan "
        '`pip install "iki-terbuka[pdf]"`, atau tulis "pdf: false".'
    )
    line = settings.config.read_text("utf-8").splitlines()[told.line - 1]
    assert line.strip().startswith("pdf: true")
    assert [each for each in publishing.check(loaded).problems if each.code == "pdf"] == [told]


def test_who_does_not_want_copies_is_told_nothing(settings: Settings) -> None:
    text = settings.config.read_text("utf-8")
    settings.config.write_text(re.sub(r"    pdf: true.*\n", "", text), "utf-8")
    loaded, problems = load(settings.config)
    assert loaded is not None
    assert (loaded.papers, problems) == (False, [])


def _copy(*told: blocks.Block, is_wide: bool = False) -> Copy:
    return Copy(
        title="Judul",
        author="Dinas",
        date=(2024, 1, 2),
        banner=("SALINAN", "penjelasan"),
        above=[],
        heading="JUDUL",
        below=[],
        running="Dinas",
        address="",
        code="",
        words={"alamat": "", "gambar_kode": "", "halaman": "Halaman", "lampiran": "Lampiran"},
        first=[],
        body=[],
        has_contents=True,
        annex=[Sheets(is_wide, list(told))],
    )


HOSTILE = (
    r'#panic() $x$ @ref \ \u{41} *b* _i_ `c` <l> [x] {y} // k /* z */ ~ -- ... "q"',
    "= judul",
    "- butir",
    "#",
    "\\",
    "C# 100% & <b>",
    "</script>",
    "Σ ∑ Ʃ √ ≤ ≥ ½ ² ™ • – — “a”",
    "x" * 300,
    "https://contoh.go.id/" + "a/b" * 100,
)


@pytest.fixture(scope="module")
def printer(real_settings: Settings) -> press.Press:
    return press.Press(real_settings.theme)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_only_text(text: str, printer: press.Press) -> None:
    """Wherever it stands, it is printed as it is; what is long breaks."""
    told = Paragraph(text, text)
    drawn = Formula(["row", ["words", text], ["sign", "×"], ["number", "2"]], text, text)
    cell = Cell([told, drawn], 1, 1, is_whole=True)
    table = blocks.Table([text, "B", "C"], [20, 20, 20], [[cell, cell, cell]], False, 9.0)
    several = List("huruf", [[told], [told]])
    data = printer.printed(
        _copy(Heading(2, text), told, Facts([(text, [told])]), several, table, drawn)
    )
    assert squeezed(plain(data)).count(squeezed(text)) >= 12
    document = pypdfium2.PdfDocument(data)
    for page in document:
        letters = page.get_textpage()
        right = max(letters.get_charbox(n)[2] for n in range(letters.count_chars()))
        assert right <= page.get_width() - 50


def test_letters_that_no_font_has_are_numbers(printer: press.Press) -> None:
    """Whoever copies them finds them again; Arabic has letters."""
    text = "Posyandu \U0001f600 \u6f22, \ua997, q\u0307 dan بسم"
    data = printer.printed(_copy(Heading(2, text), Paragraph(text)))
    found = plain(data)
    assert found.count("Posyandu [U+1F600] [U+6F22], [U+A997]") >= 2
    assert "بسم" in found or "مسب" in found
    assert printer.printed(_copy(Heading(2, text), Paragraph(text))) == data


def test_a_fault_of_the_template_is_told(printer: press.Press) -> None:
    """Not hidden behind letters that are missing: it is ours."""
    with pytest.raises(Exception, match="heading title is empty"):
        printer.printed(_copy(Heading(2, "")))


SIGNS = {name: name for name in "ABCDEFGH"} | {"N": "Jumlah surat masuk"}


A, B, C = (["symbol", name] for name in "ABC")
TIMES, PLUS, MINUS = (["sign", sign] for sign in "×+−")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("A / B × 100", ["row", ["fraction", A, B], TIMES, ["number", "100"]]),
        ("(A + B) × C", ["row", ["bracket", ["row", A, PLUS, B]], TIMES, C]),
        ("A - -B", ["row", A, MINUS, MINUS, B]),
        ("akar(A)", ["root", A]),
        (
            "min(A; N)",
            [
                "row",
                ["symbol", "min"],
                ["bracket", ["row", A, ["sign", ";"], ["words", "Jumlah surat masuk"]]],
            ],
        ),
    ],
)
def test_what_a_printer_draws(text: str, drawn: Any) -> None:
    tree = parse(text, SIGNS)
    assert strokes(tree) == drawn  # type: ignore[arg-type]


def test_a_formula_too_deep_to_draw_is_a_line(printer: press.Press) -> None:
    """Deeper than anybody could read; one as deep as may be is drawn."""
    deep = "A"
    for _ in range(12):
        deep = f"(B / ({deep} + C))"
    assert strokes(parse(deep, SIGNS)) is None  # type: ignore[arg-type]
    text = "A"
    while (drawn := strokes(parse(f"(B / ({text} + C))", SIGNS))) is not None:  # type: ignore[arg-type]
        text, last = f"(B / ({text} + C))", drawn
    assert text.count("/") >= DEEPEST // 3
    assert printer.printed(_copy(Formula(last, "kalimat", "baris")))


@pytest.mark.long
@pytest.mark.parametrize(
    ("columns", "is_wide"),
    [
        (["SASARAN", "INDIKATOR", "RUMUS"], False),
        (["TARGET"] * 9, True),
        (["PERTANGGUNGJAWABAN"] * 6, True),
    ],
)
def test_a_sheet_lies_across_for_a_wide_table(
    columns: list[str], is_wide: bool, printer: press.Press, real_settings: Settings
) -> None:
    """Because of its columns or of its words; letters are small only where that is not enough."""
    cells = [tabel.Cell([each], 1) for each in columns]
    plain_table = tabel.Table(columns, [cells] * 80)
    table = tables.table(words.load(real_settings.theme), plain_table)
    assert (table.is_wide, table.size == tables.SIZE) == (is_wide, True)
    data = printer.printed(_copy(table, is_wide=table.is_wide))
    *_, last = pypdfium2.PdfDocument(data)
    assert (last.get_width() > last.get_height()) is is_wide
    assert squeezed(columns[0]) in squeezed(plain(data))


def test_heads_come_again_on_every_sheet(printer: press.Press, real_settings: Settings) -> None:
    cells = [tabel.Cell([each], 1) for each in ("satu", "dua")]
    laid_out = tabel.Table(["KEPALA SATU", "KEPALA DUA"], [cells] * 150)
    data = printer.printed(_copy(tables.table(words.load(real_settings.theme), laid_out)))
    annex = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)][1:]
    assert len(annex) > 2
    assert all("KEPALA DUA" in each for each in annex)


@pytest.mark.long
def test_an_address_has_one_file(settings: Settings) -> None:
    """The owner's own file cannot stand where a copy will lie."""
    own = settings.extras / DECREE
    own.parent.mkdir(parents=True)
    own.write_bytes(b"%PDF")
    told = [each.message for each in publishing.check(printing(settings)).problems]
    assert "alamat ini sudah dipakai situs. Ganti nama berkas ini." in told


@pytest.mark.site
def test_a_site_brings_its_copies(example_site: Path) -> None:
    """Each has its link, and stands in the list of files; the same bytes as ever."""
    copies = sorted(
        path.relative_to(example_site).as_posix() for path in example_site.rglob("*.pdf")
    )
    listed = json.loads((example_site / "manifes.json").read_text("utf-8"))
    assert DECREE in copies
    for copy in copies:
        page = (example_site / copy).with_name("index.html").read_text("utf-8")
        assert 'href="salinan.pdf"' in page
        assert listed[copy] == hashlib.sha256((example_site / copy).read_bytes()).hexdigest()


@pytest.mark.site
@pytest.mark.browser
def test_a_position_is_printed_once(example_base: str, browser: Browser) -> None:
    """Its table in place of its cards, no sheet without words, the address and the numbers."""
    page = browser.new_page()
    page.goto(f"{example_base}kab-contoh/dinas-contoh/2024/sekretaris/")
    document = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    page.close()
    sheets = [each.get_textpage().get_text_range() for each in document]
    assert all(len(each.strip()) > 20 for each in sheets)
    told = squeezed("".join(sheets))
    assert "formulasi/rumuspenghitungan" in told
    assert "caramembaca" not in told
    assert "dicetakdarihttps://" in told
    assert f"1/{len(sheets)}" in told


@pytest.mark.long
def test_what_is_searched_is_what_is_printed(
    example_papers: dict[str, bytes], real_settings: Settings
) -> None:
    """Every word of a paper is one of the texts that are told of it, but for numbers of sheets."""
    content = loading.load(TESTS / "contoh/content", "content").content
    said: dict[str, str] = {}
    for address, text in paper.said(content, printing(real_settings)):
        said[address] = f"{said.get(address, '')} {text}"
    assert said.keys() == example_papers.keys()
    for address, data in example_papers.items():
        known = squeezed(said[address]).replace("\u00ad", "")
        words = (squeezed(each) for each in plain(data).split())
        # A variable with its index is drawn as one word.
        lost = {each for each in words if len(each) > 2 and each.isalpha() and each not in known}
        assert lost == set(), address


def test_where_none_are_printed_nothing_is_told(settings: Settings) -> None:
    content = loading.load(settings.content, "content").content
    assert list(paper.said(content, replace(settings, papers=False))) == []
