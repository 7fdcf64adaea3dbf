"""PDF is read by its lines: tables, fractions, and what a page cuts."""

from pathlib import Path

import pytest
from as_read import cells, texts
from fpdf import FPDF
from made_files import (
    Decree,
    Listed,
    Over,
    PrintedCell,
    PrintedTable,
    as_pdf,
    pdf_of,
)

from generator.importing.blocks import Fraction, Table
from generator.importing.readers import read

pytestmark = pytest.mark.usefixtures("in_this_process")


def printed(*lines: str | list[str | Over], down: int = 1) -> PrintedCell:
    return PrintedCell([[each] if isinstance(each, str) else each for each in lines], down)


def test_a_ruled_table_of_a_pdf_is_read(tmp_path: Path) -> None:
    """A bar of a fraction is no border, a cell over two rows is one, a text that wraps is one."""
    goal = "Meningkatnya pelayanan administrasi kepegawaian yang tepat waktu di lingkungan dinas"
    below = printed(down=0)
    over = Over("Jumlah surat yang dijawab tepat waktu", "Jumlah surat")
    made = as_pdf(
        Decree(
            [
                "1. Jabatan : Camat",
                Listed("Mengurus surat yang masuk dan keluar", "huruf", begins=True),
                Listed("Mengurus arsip", "huruf"),
                PrintedTable(
                    ["NO", "KINERJA", "INDIKATOR KINERJA", "FORMULASI"],
                    [
                        [
                            printed("1", down=2),
                            printed(goal, down=2),
                            printed("Persentase surat"),
                            printed([over, " x 100%"]),
                        ],
                        [below, below, printed("Jumlah arsip"), printed("Jumlah")],
                    ],
                ),
                "Malang, 2 Januari 2024",
            ]
        ),
        tmp_path / "a.pdf",
    )  # fmt: skip
    source = read(made)
    assert texts(source.blocks) == [
        "1. Jabatan : Camat",
        "a. Mengurus surat yang masuk dan keluar",
        "b. Mengurus arsip",
        "Malang, 2 Januari 2024",
    ]
    assert cells(source) == [
        ["NO", "KINERJA", "INDIKATOR KINERJA", "FORMULASI"],
        ["1", goal, "Persentase surat", f"{over.upper} / {over.lower}  x 100%"],
        ["←", "←", "Jumlah arsip", "Jumlah"],
    ]
    table_ = next(each for each in source.blocks if isinstance(each, Table))
    (line,) = table_.rows[1][3].paragraphs[0].lines
    assert line == (Fraction((over.upper,), (over.lower,)), " x 100%")
    assert source.blocks[0].place.said == "halaman 1"
    assert table_.rows[1][3].place.said == "halaman 1, tabel 1, baris 2, kolom 4"
    assert source.notes == ("Nomor halaman tidak dimuat (1 halaman).",)


@pytest.mark.long
def test_a_table_over_pages_is_one(tmp_path: Path) -> None:
    """Its heading stands once, and a row that the page cuts is one."""
    long = "menyusun laporan bulanan tentang surat yang masuk ke kantor kecamatan, " * 12
    rows = [
        [printed(f"Kinerja {number}"), printed(f"Jumlah {number} {long.strip()}")]
        for number in range(1, 9)
    ]
    made = as_pdf(Decree([PrintedTable(["KINERJA", "INDIKATOR"], rows)]), tmp_path / "a.pdf")
    found = cells(read(made))
    assert found[0] == ["KINERJA", "INDIKATOR"]
    assert found[1:] == [[each[0].lines[0][0], each[1].lines[0][0]] for each in rows]


def test_a_pdf_without_rules_gives_its_lines(tmp_path: Path) -> None:
    long = "Melaksanakan penyusunan bahan perumusan kebijakan teknis di bidang pelayanan umum " * 2
    made = pdf_of(tmp_path / "a.pdf", "INDIKATOR KINERJA INDIVIDU", f"a. {long.strip()}", "Tugas :")
    assert texts(read(made).blocks) == [
        "INDIKATOR KINERJA INDIVIDU",
        f"a. {long.strip()}",
        "Tugas :",
    ]


def test_a_table_that_a_page_leaves_open_is_closed(tmp_path: Path) -> None:
    """Some programs draw no border where a page cuts a cell."""
    file = FPDF(unit="pt")
    file.add_page()
    file.set_font("Helvetica", size=9)
    for x in (60, 200, 400):
        file.line(x, 100, x, 300)
    for x0, y in ((60, 100), (60, 150), (200, 200)):
        file.line(x0, y, 400, y)
    for x, y, text in (
        (65, 120, "KINERJA"),
        (205, 120, "INDIKATOR"),
        (65, 170, "Surat"),
        (205, 170, "Jumlah surat"),
        (205, 220, "Jumlah naskah"),
    ):
        file.text(x, y, text)
    file.output(str(tmp_path / "a.pdf"))
    assert cells(read(tmp_path / "a.pdf")) == [
        ["KINERJA", "INDIKATOR"],
        ["Surat", "Jumlah surat"],
        ["←", "Jumlah naskah"],
    ]
