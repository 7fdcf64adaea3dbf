"""Words on a page are lines, paragraphs and fractions by where they stand."""

from collections.abc import Iterator

import pytest

from generator.importing.blocks import Fraction, Place
from generator.importing.readers.lines import said
from generator.importing.readers.words import Bar, Word, paragraphs

_WIDTH, _HEIGHT, _LEAD = 5.0, 10.0, 12.0


def words(text: str, x: float, line: float) -> Iterator[Word]:
    """The words of a line, each letter as wide as the others."""
    for each in text.split(" "):
        y = line * _LEAD
        yield Word(each, x, x + _WIDTH * len(each), y, y + _HEIGHT)
        x += _WIDTH * (len(each) + 1)


def read(
    *lines: tuple[str, float, float], bars: tuple[Bar, ...] = (), right: float = 200.0
) -> list[list[str]]:
    """The paragraphs of lines at their places, each with its lines."""
    placed = [word for line in lines for word in words(*line)]
    found = paragraphs(placed, bars, (0.0, right), Place("halaman 1"))
    return [[said(line) for line in each.lines] for each in found]


def test_a_word_that_had_no_room_goes_on_with_its_line() -> None:
    """One that had begins a paragraph, and so do marks, labels and words below capitals."""
    assert read(
        ("Melaksanakan penyusunan bahan tentang", 0, 0),
        ("Pelayanan", 0, 1),
        ("Lalu", 0, 2),
        ("a. Mengurus surat yang masuk ke kantor", 0, 3),
        ("b. Arsip", 0, 4),
        ("Menetapkan keputusan ini untuk semua:", 0, 5),
        ("KESATU : Isi yang panjang sekali sampai", 0, 6),
        ("ujung baris", 0, 7),
        ("JUDUL YANG PANJANG SEKALI SAMPAI UJUNG", 0, 8),
        ("Pembuka", 0, 9),
        ("Jauh di bawah", 0, 12),
    ) == [
        ["Melaksanakan penyusunan bahan tentang Pelayanan"],
        ["Lalu"],
        ["a. Mengurus surat yang masuk ke kantor"],
        ["b. Arsip"],
        ["Menetapkan keputusan ini untuk semua:"],
        ["KESATU : Isi yang panjang sekali sampai ujung baris"],
        ["JUDUL YANG PANJANG SEKALI SAMPAI UJUNG"],
        ["Pembuka"],
        ["Jauh di bawah"],
    ]


def test_a_word_cut_at_its_dash_is_one() -> None:
    assert read(("menurut peraturan perundang-", 0, 0), ("undangan", 0, 1)) == [
        ["menurut peraturan perundang-undangan"]
    ]


def test_centred_lines_are_one_where_there_was_no_room() -> None:
    long = "Dinas Kependudukan dan Pencatatan Sipil"
    assert read((long, 2, 0), ("Kabupaten", 77, 1)) == [[f"{long} Kabupaten"]]
    assert read(("Dinas Sosial", 70, 0), ("Kota", 90, 1)) == [["Dinas Sosial"], ["Kota"]]


BAR = Bar(20, 120, 23)


@pytest.mark.parametrize(
    ("lines", "bars", "found"),
    [
        # What stands at its sides, also at the height of the numerator.
        (
            [("Jumlah A", 50, 0.9), ("Jumlah B", 50, 2), ("x 100%", 125, 1.4)],
            (BAR,),
            [["Jumlah A / Jumlah B  x 100%"]],
        ),
        (
            [("A", 68, 0.9), ("B", 68, 2), ("N =", 0, 1.4), ("x 100", 130, 0.9)],
            (BAR,),
            [["N =  A / B  x 100"]],
        ),
        # A numerator of two lines, and a text above the whole that is none of it.
        (
            [("Rumus yang dipakai untuk hal ini", 0, -2), ("Jumlah", 55, -0.1), ("surat", 57, 0.9),
             ("Semua", 57, 2)],
            (BAR,),
            [["Rumus yang dipakai untuk hal ini"], ["Jumlah surat / Semua"]],
        ),
        # Two fractions below each other, and beside each other.
        (
            [("A", 68, 0.9), ("B", 68, 2), ("C", 68, 3.4), ("D", 68, 4.5)],
            (BAR, Bar(20, 120, 53)),
            [["A / B", "C / D"]],
        ),
        (
            [("A", 38, 0.9), ("B", 38, 2), ("+", 67, 1.4), ("C", 98, 0.9), ("D", 98, 2)],
            (Bar(20, 60, 23), Bar(80, 120, 23)),
            [["A / B  +  C / D"]],
        ),
        # A factor that had no room stands below.
        (
            [("Jumlah A", 50, 0.9), ("Jumlah B", 50, 2), ("x 100%", 20, 3)],
            (BAR,),
            [["Jumlah A / Jumlah B  x 100%"]],
        ),
        # A line that underlines words is no bar, nor one with nothing above.
        ([("Jumlah surat", 20, 1), ("Semua surat", 20, 2)], (Bar(20, 80, 20),),
         [["Jumlah surat"], ["Semua surat"]]),
        ([("Jumlah surat", 20, 2)], (BAR,), [["Jumlah surat"]]),
        ([("Jumlah surat", 20, 1)], (Bar(20, 24, 23),), [["Jumlah surat"]]),
    ],
)  # fmt: skip
def test_fractions_are_found_by_their_bars(
    lines: list[tuple[str, float, float]], bars: tuple[Bar, ...], found: list[list[str]]
) -> None:
    assert read(*lines, bars=bars) == found


def test_a_fraction_is_one_piece() -> None:
    placed = [*words("A", 68, 0.9), *words("B", 68, 2)]
    (paragraph,) = paragraphs(placed, (BAR,), (0.0, 200.0), Place("halaman 1"))
    assert paragraph.lines == ((Fraction(("A",), ("B",)),),)
