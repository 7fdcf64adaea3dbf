"""Laws that decrees cite, however they write them."""

import time

import pytest

from generator.build import publishing
from generator.content.citations import LAST, cited, year
from generator.pages import rendering as pages
from generator.settings import Settings

UU = "Undang-Undang Nomor 23 Tahun 2014"


@pytest.mark.parametrize(
    "text",
    [
        "UU 23/2014",
        "UU No. 23 Tahun 2014",
        "Undang-undang Nomor: 23 Tahun 2014 tentang Pemerintahan Daerah",
        "Undang Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik "
        "Indonesia Tahun 2014 Nomor 244);",
        "UNDANG-UNDANG NOMOR 23 TAHUN 2014",
    ],
)
def test_one_law_is_written_in_many_ways(text: str) -> None:
    (law,) = cited(text)
    assert law.name == UU
    assert law.key == next(cited(UU)).key


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UUD 1945", ["Undang-Undang Dasar Tahun 1945"]),
        (
            "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
            ["Undang-Undang Dasar Tahun 1945"],
        ),
        (
            f"{UU} tentang Pemerintahan Daerah sebagaimana telah diubah dengan Undang-Undang "
            "Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014",
            [UU, "Undang-Undang Nomor 9 Tahun 2015"],
        ),
        ("Hal lain;", ["Hal lain"]),
        ("Perda Nomor 8 Tahun 2016", ["Peraturan Daerah Nomor 8 Tahun 2016"]),
    ],
)
def test_every_law_is_cited(text: str, names: list[str]) -> None:
    assert sorted(law.name for law in cited(text)) == sorted(names)


def test_numbers_of_ministries() -> None:
    """Noughts, blanks and points make no other law; the year is that of the number."""
    one, other = (
        next(cited(f"Peraturan Menteri Negara PAN Nomor {number} tentang IKU;"))
        for number in ("PER/9/M.PAN/5/2007", ": PER/09/M PAN/5/2007")
    )
    assert one.key == other.key
    assert (year(one), one.about, one.form) == ("2007", "IKU", "Peraturan Menteri Negara PAN")


def test_from_the_highest_on() -> None:
    texts = [
        "UUD 1945",
        "UU 1/2004",
        "Perppu Nomor 1 Tahun 2022",
        "PP 8/2008",
        "Perpres 29/2014",
        "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
        "Peraturan Daerah Kota Anda Nomor 1 Tahun 2016",
        "Peraturan Wali Kota Anda Nomor 1 Tahun 2016",
        "Hal lain",
    ]
    ranks = [law.rank for text in texts for law in cited(text)]
    assert ranks == sorted(set(ranks))
    assert ranks[-1] == LAST


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "text",
    [
        "Peraturan " * 20_000,
        "Undang-Undang Nomor 1 tentang a " * 8_000,
        "1/" * 100_000,
        "Undang-Undang Dasar " * 10_000,
    ],
)
def test_any_text_is_read_at_once(text: str) -> None:
    start = time.process_time()
    list(cited(text))
    assert time.process_time() - start < 5


def test_the_page_of_laws(settings: Settings) -> None:
    """Each law once, with every decree that cites it."""
    for edition in ("dinas-contoh/2023", "dinas-contoh/2024"):
        file = settings.content / "kab-contoh" / edition / "dokumen.yml"
        text = file.read_text("utf-8")
        head, _, rest = text.partition("mengingat:\n")
        lines = rest.splitlines(keepends=True)
        while lines and lines[0].startswith((" ", "-")):
            lines.pop(0)
        law = "UU 23/2014" if "2023" in edition else f"{UU} tentang Pemerintahan Daerah;"
        file.write_text(f"{head}mengingat:\n  - {law}\n{''.join(lines)}", "utf-8")
    content = publishing.check(settings).content
    page = next(
        each.text
        for each in pages.render(content, settings)
        if each.address == "indeks/dasar-hukum/index.md"
    )
    entry = page.partition(f">{UU} ")[2].partition("<li id=")[0]
    assert page.count(f">{UU} ") == 1
    assert "tentang Pemerintahan Daerah" in entry
    assert "dinas-contoh/2023/" in entry
    assert "dinas-contoh/2024/" in entry
