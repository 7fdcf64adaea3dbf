"""A printed formula becomes its kind where nothing is left over; else its words stay."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.formula import Rumus
from generator.importing.blocks import Cell, Fraction, Paragraph, Place, Root, Sum, Table
from generator.importing.flat import text_of
from generator.importing.formulas import formula
from generator.importing.readers import text

HERE = Place("baris 1")


def share(upper: str, lower: str, **more: str) -> dict[str, str]:
    return {"jenis": "persentase", "pembilang": upper, "penyebut": lower, **more}


def ratio(upper: str, lower: str, **more: str) -> dict[str, str]:
    return {"jenis": "rasio", "pembilang": upper, "penyebut": lower, **more}


def prose(words: str, **more: str) -> dict[str, str]:
    return {"jenis": "uraian", "uraian": words, **more}


FORMULAS: dict[str, Any] = {
    "Jumlah surat yang dikirim": "Jumlah surat yang dikirim",
    "Hasil survei": "Hasil survei",
    "-": "-",
    # Equations
    r"$\frac{\text{A}}{\text{B}} \times 100\%$": share("A", "B"),
    r"$\frac{\text{A}}{\text{B}}$ X100%": share("A", "B"),
    r"$100\% \times \frac{A}{B}$": share("A", "B"),
    r"$\dfrac{\Sigma \text{ surat}}{\sum \text{surat masuk}} \times 100$": share(
        "Σ surat", "Σ surat masuk", faktor="100"
    ),
    r"$\frac{A}{B}$": ratio("A", "B"),
    r"$\frac{A}{B} \times 1.000$": ratio("A", "B", faktor="1.000"),
    r"$\frac{A}{B} \times 1.00$": prose("(A) / (B) × 1.00", asli="(A) / (B) × 1.00"),
    r"$\frac{}{B} \times 100\%$": prose("() / (B) × 100%", asli="() / (B) × 100%"),
    r"$\frac{A}{B}$ per tahun": prose("(A) / (B) per tahun", asli="(A) / (B) per tahun"),
    r"Nilai $\frac{A}{B}$": prose("Nilai (A) / (B)", asli="Nilai (A) / (B)"),
    r"$\frac{A}{B} + \frac{C}{D}$": prose("(A) / (B) + (C) / (D)", asli="(A) / (B) + (C) / (D)"),
    r"$I = \sqrt{A}$": prose("I = akar(A)", asli="I = akar(A)"),
    r"$\sum_{i=1}^{n} x$": prose("Σ i=1 n x", asli="Σ i=1 n x"),
    r"$\alpha^2 + \text{B}$": prose("^2 + B", asli=r"$\alpha^2 + \text{B}$"),
    # Drawn with dashes, on one line or on three
    "A ------ x 100% B": share("A", "B"),
    "A -----x100 B C": share("A", "B C", faktor="100"),
    "A<br>____________<br>B x 100 %": share("A", "B"),
    "A<br>x 100%<br>B": share("A", "B"),
    "A ------ B": ratio("A", "B"),
    "A ------ = B": prose("A ------ = B"),
    "A ----- B ----- C": prose("A ----- B ----- C"),
    # Written on one line
    "A / B x 100%": share("A", "B"),
    "(A : B) × 100": share("A", "B", faktor="100"),
    "(A)/(B) x 100%": share("A", "B"),
    "Jumlah A/jumlah B x 100%": share("Jumlah A", "jumlah B"),
    "A dibagi B dikali 100 persen": share("A", "B", asli="A dibagi B dikali 100 persen"),
    "A ÷ B x 10.000": ratio("A", "B", faktor="10.000"),
    "A / B / C x 100%": prose("A / B / C x 100%"),
    "I = A / B x 100%": prose("I = A / B x 100%"),
    "(A / B x 100%": prose("(A / B x 100%"),
    "Jumlah dan/atau nilai": "Jumlah dan/atau nilai",
    "A / B": "A / B",
    # Several counts
    "1. Jumlah A 2. Jumlah B": {"jenis": "daftar", "butir": ["Jumlah A", "Jumlah B"]},
    "<p>1. Jumlah A</p><p>tetap</p><p>2. Jumlah B</p>": {
        "jenis": "daftar",
        "butir": ["Jumlah A tetap", "Jumlah B"],
    },
    "1. Jumlah A (0,013/laporan) 2. Jumlah B (0,5 per 1000 karakter)": {
        "jenis": "bobot",
        "butir": [
            {"hitung": "Jumlah A", "bobot": "0,013", "per": "laporan"},
            {"hitung": "Jumlah B", "bobot": "0,5", "per": "1000 karakter"},
        ],
    },
    "1. Jumlah A (0,5/0 butir)": "1. Jumlah A (0,5/0 butir)",
    "1. Survei 2. Laporan": "1. Survei 2. Laporan",
    "[rumus berupa gambar]": {"jenis": "hilang", "sebab": "rumus dalam naskah berupa gambar"},
}


@pytest.mark.parametrize("printed", FORMULAS)
def test_a_printed_formula(printed: str) -> None:
    """And the check takes what it becomes."""
    (table,) = text.blocks(f"satu\tdua\t{printed}")
    assert isinstance(table, Table)
    found = formula(table.rows[0][2])
    assert found == FORMULAS[printed]
    TypeAdapter(Rumus).validate_python(found)


def test_an_equation_of_word_is_read_like_any_other() -> None:
    line = (Fraction(("A",), ("B ", Root(("C",)))), " × ", "100%")
    cell = Cell((Paragraph((line,), HERE),), HERE)
    assert formula(cell) == share("A", "B akar(C)")
    assert text_of((Sum(("i",), ("n",), ("x",)),)) == "Σ i n x"


def test_an_empty_cell_is_no_formula() -> None:
    assert formula(Cell((), HERE)) == ""
