"""Names and numbers of persons are left out while a file is read."""

from collections.abc import Sequence
from pathlib import Path

from as_read import cells, texts
from made_files import (
    cell,
    docx_of,
    paragraph,
    row,
    run,
    table,
)

from generator.importing.readers import read


def test_names_and_numbers_of_persons_are_left_out_and_counted(tmp_path: Path) -> None:
    nip = "19700101 199001 1 001"
    made = docx_of(
        tmp_path / "a.docx",
        *(
            paragraph(run(each))
            for each in (
                "1. JABATAN : Camat",
                "2. NAMA : BUDI CONTOH, S.Sos",
                f"3. NIP : {nip}",
                "NIP. -",
                "NIP : [NIP dihapus]",
                "NAMA",
                ": SITI CONTOH",
                "Nama Indikator : Jumlah surat",
                "Nama : Persentase surat yang dijawab",
                "NIP dan nama ditulis lengkap",
                f"menunjuk BUDI (NIP {nip}) sebagai bendahara",
                "Drs. CAMAT CONTOH, M.Si",
                f"NIP. {nip}",
            )
        ),
    )
    source = read(made)
    assert texts(source.blocks) == [
        "1. JABATAN : Camat",
        "Nama Indikator : Jumlah surat",
        "Nama : Persentase surat yang dijawab",
        "NIP dan nama ditulis lengkap",
        "menunjuk BUDI () sebagai bendahara",
        "Drs. CAMAT CONTOH, M.Si",
    ]
    assert source.dropped == 7


def of_texts(*rows: Sequence[str]) -> str:
    return table(*(row(*(cell(paragraph(run(each))) for each in line)) for line in rows))


def test_persons_are_left_out_of_tables(tmp_path: Path) -> None:
    """Of forms, of the block of a signatory, and of lists of persons."""
    nip = "197001011990011001"
    made = docx_of(
        tmp_path / "a.docx",
        of_texts(["JABATAN", ":", "Camat"], ["NAMA", ":", "BUDI"], ["NIP", ":", nip], ["NIP", nip]),
        of_texts(["", f"CAMAT\nBUDI\nNIP. {nip}"], ["", "CAMAT BUDI"], ["", f"NIP. {nip}"]),
        of_texts(["NO", "NAMA", "NIP", "JABATAN"], ["1", "BUDI", nip, "Camat"]),
        of_texts(["NAMA", "SATUAN"], ["Jumlah surat", "surat"]),
        of_texts(["Nama", ":", "Jumlah surat"]),
        of_texts(["NAMA", ":", "BUDI"]),
        of_texts(["JABATAN", "Camat"], ["NAMA", "BUDI"], ["NIP", nip]),
    )
    source = read(made)
    assert [cells(source, each) for each in range(6)] == [
        [["JABATAN", ":", "Camat"]],
        [["", "CAMAT / BUDI"], ["", "CAMAT BUDI"], ["", ""]],
        [["NO", "NAMA", "NIP", "JABATAN"], ["1", "", "", "Camat"]],
        [["NAMA", "SATUAN"], ["Jumlah surat", "surat"]],
        [["Nama", ":", "Jumlah surat"]],
        [["JABATAN", "Camat"]],
    ]
    assert source.dropped == 10
