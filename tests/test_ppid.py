"""What a reference copy says: citation, permanent link, QR code, status; with a real address of the
site only."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
import zxingcpp
from conftest import HOST
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.build import publishing
from generator.pages import bagikan, rendering
from generator.settings import Settings, load

pytestmark = pytest.mark.long

DINAS = "kab-contoh/dinas-contoh/2024/"
PAGE = f"{DINAS}sekretaris/"


@pytest.fixture
def real(settings: Settings) -> Settings:
    """The example at an address of its own."""
    return with_address(settings)


def with_address(settings: Settings) -> Settings:
    text = settings.config.read_text("utf-8").replace("https://iki-terbuka.example/", HOST)
    settings.config.write_text(text, "utf-8")
    loaded, problems = load(settings.config)
    assert loaded is not None, problems
    return loaded


def pages(settings: Settings) -> dict[str, str]:
    """The text of every file that is made, by its address; of a page without `index.md`."""
    checked = publishing.check(settings)
    assert checked.mistakes == 0, checked.problems
    files = rendering.render(checked.content, settings)
    made = (each for each in files if not each.address.endswith((".xlsx", ".pdf")))
    return {each.address.removesuffix("index.md"): each.text for each in made}


def test_a_page_is_cited_with_its_address(real: Settings) -> None:
    """In one line: agency, pemda, title, number, date, address; what the browser adds is hidden."""
    found = pages(real)
    cited = (
        "Dinas Contoh, Kabupaten Contoh. Indikator Kinerja Individu: Plt. Sekretaris Dinas. "
        "Keputusan Kepala Dinas Contoh Nomor 188/09/2024, 10 Januari 2024."
    )
    day = '<span data-diakses="(diakses {tanggal})" hidden></span>'
    link = f'<a href="{HOST}{PAGE}">{HOST}{PAGE}</a>'
    assert f'id="_kutipan">{cited} {link}{day}</p>' in found[PAGE]
    link = f'<a href="{HOST}{DINAS}">{HOST}{DINAS}</a>'
    cited = (
        "Dinas Contoh, Kabupaten Contoh. Keputusan Kepala Dinas Contoh Nomor 188/09/2024, "
        "10 Januari 2024, tentang Perubahan Indikator Kinerja Individu Dinas Contoh."
    )
    assert f'id="_kutipan">{cited} {link}{day}</p>' in found[DINAS]


def test_an_indicator_is_cited_with_its_anchor(real: Settings) -> None:
    """Each of a page, at its permanent address."""
    page = pages(real)[PAGE]
    ids = re.findall(r"^####? .* \{#(\S+) \.indikator-nama\}", page, re.M)
    assert len(ids) > 1
    lines = re.findall(
        r'<summary>Kutip<span .*?</span></summary><p class="tautan-panjang">(.*)</p>', page
    )
    links = [f'<a href="{HOST}{PAGE}#{id}">{HOST}{PAGE}#{id}</a>' for id in ids]
    assert [line.endswith(link) for line, link in zip(lines, links, strict=True)] == [True] * len(
        ids
    )
    assert lines[0].startswith(
        "Dinas Contoh, Kabupaten Contoh. Indikator: Persentase surat yang tepat waktu "
        "(Plt. Sekretaris Dinas). Keputusan Kepala Dinas Contoh Nomor 188/09/2024, 10 Januari 2024."
    )


def _record(page: str, ending: str) -> str:
    name = re.escape(PAGE.rstrip("/").replace("/", "-"))
    found = re.search(rf'href="data:[^,"]*,([^"]*)" download="{name}\.{ending}"', page)
    assert found
    return unquote(found[1])


def test_records_for_programs_that_keep_references(real: Settings) -> None:
    """RIS and BibTeX, without a script and without a file."""
    page = pages(real)[PAGE]
    assert _record(page, "ris").split("\r\n") == [
        "TY  - GOVDOC",
        "AU  - Dinas Contoh Kabupaten Contoh",
        "TI  - Indikator Kinerja Individu: Plt. Sekretaris Dinas",
        "PY  - 2024",
        "DA  - 2024/01/10",
        "M1  - 188/09/2024",
        "LA  - id",
        f"UR  - {HOST}{PAGE}",
        "ER  - ",
        "",
    ]
    assert _record(page, "bib") == (
        "@misc{kab-contoh-dinas-contoh-2024-sekretaris,\n"
        "  author = {{Dinas Contoh Kabupaten Contoh}},\n"
        "  title = {{Indikator Kinerja Individu: Plt. Sekretaris Dinas}},\n"
        "  year = {2024},\n"
        "  date = {2024-01-10},\n"
        "  number = {188/09/2024},\n"
        "  language = {indonesian},\n"
        f"  url = {{{HOST}{PAGE}}}\n"
        "}\n"
    )


def test_signs_of_bibtex_and_breaks_are_inert(real: Settings) -> None:
    """A name may hold anything."""
    file = real.content / PAGE.rstrip("/")
    path = file.with_suffix(".yml")
    text = path.read_text("utf-8")
    new = re.sub("^nama: .*", r"nama: 'A}{\\\\ & 50% $_#^~ <b>'", text, count=1, flags=re.M)
    path.write_text(new, "utf-8")
    page = pages(real)[PAGE]
    assert (
        r"A\}\{\textbackslash{}\textbackslash{} \& 50\% \$\_\#\textasciicircum{}"
        r"\textasciitilde{} <b>}},"
    ) in _record(page, "bib")
    assert "A}{\\\\ & 50% $_#^~ <b>" in _record(page, "ris")


def test_what_is_passed_on(real: Settings) -> None:
    """A QR code, a quotation in HTML, WhatsApp, mail; on decrees and positions."""
    found = pages(real)
    for page in (PAGE, DINAS):
        text = found[page]
        assert '<div class="qr" role="img" aria-label="Kode QR' in text
        assert '<path stroke="#000" d="M4 4.5h7' in text
        assert f"&lt;blockquote cite=&#34;{HOST}{page}&#34;&gt;&lt;p&gt;Dinas Contoh," in text
        assert f"%20{HOST.replace(':', '%3A').replace('/', '%2F')}" in text
        assert '<a class="tombol" href="mailto:?subject=' in text
        assert f"%0D%0A{HOST}{page}" in text


SLUG = st.from_regex(r"[a-z0-9]{1,20}(-[a-z0-9]{1,15}){0,2}", fullmatch=True)


@given(st.lists(SLUG, min_size=1, max_size=4))
def test_a_code_says_its_address(slugs: list[str]) -> None:
    """Of any length that an address can have."""
    address = f"{HOST}{''.join(f'{slug}/' for slug in slugs)}"
    drawing = str(bagikan.qr(address))
    size, path = re.search(r'viewBox="0 0 (\d+) .* d="(.*)"', drawing).groups()
    picture = Image.new("L", (int(size), int(size)), 255)
    x = y = 0.0
    for step, right, down in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", path):
        if step == "h":
            for dark in range(int(right)):
                picture.putpixel((int(x) + dark, int(y)), 0)
        x, y = (0.0, 0.0) if step == "M" else (x, y)
        x, y = x + float(right), y + float(down or 0)
    (found,) = zxingcpp.read_barcodes(
        picture.resize((int(size) * 4,) * 2, Image.Resampling.NEAREST)
    )
    assert found.text == address


def test_without_a_real_address_nothing_is_made_of_it(settings: Settings) -> None:
    """An example is no address: the citation is words, and nothing else is there."""
    for address, page in pages(settings).items():
        if address.startswith("assets/"):
            continue
        assert "iki-terbuka.example" not in page
        assert not re.search(r'class="qr"|download=|\nkanonik:|wa\.me|.diakses .tanggal', page)
    assert 'id="_kutipan">Dinas Contoh' in pages(settings)[PAGE]


def test_every_page_has_its_canonical_address(real: Settings) -> None:
    """Its own; a redirection that of the page that it leads to."""
    found = pages(real)
    for address, text in found.items():
        if text.startswith("---\n"):
            assert f"\nkanonik: {HOST}{address}\n" in text
    undated = found["kab-contoh/dinas-contoh/sekretaris/index.html"]
    assert f'<link rel="canonical" href="{HOST}{PAGE}">' in undated


def test_a_draft_is_not_cited(real: Settings) -> None:
    """Its address is not promised, and no search engine shall list it."""
    path = real.content / DINAS / "dokumen.yml"
    text = path.read_text("utf-8")
    text = text.replace("status: berlaku", "status: draf")
    path.write_text(text, "utf-8")
    found = pages(replace(real, drafts=True))
    for page in (DINAS, PAGE):
        assert "\nsementara: true\n" in found[page]
        assert not re.search(r'class="qr"|download=|\nkanonik:', found[page])
