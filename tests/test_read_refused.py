"""What cannot be read is refused, with one sentence that says what to do."""

import os
import struct
import time as clock
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest
from as_read import texts
from fpdf import FPDF
from made_files import (
    cell,
    compound,
    docx_of,
    odf,
    paragraph,
    pdf_of,
    row,
    run,
    table,
    zipped,
)

from generator.importing import readers
from generator.importing.blocks import Source
from generator.importing.readers import apart, read
from generator.importing.readers.archive import Archive
from generator.importing.readers.refusal import BROKEN, LOCKED, TOO_LARGE, RefusedError

pytestmark = pytest.mark.usefixtures("in_this_process")


def pdf_without_text(path: Path) -> Path:
    return pdf_of(path, *[])


def _encrypted_pdf(path: Path) -> Path:
    file = FPDF()
    file.add_page()
    file.set_font("Helvetica")
    file.text(20, 20, "rahasia")
    file.set_encryption("pemilik", "pembaca")
    file.output(str(path))
    return path


def _zip_with_password(path: Path) -> Path:
    zipped(path, {"word/document.xml": "<a/>"})
    data = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + place] |= 1
    path.write_bytes(data)
    return path


def _bytes(data: bytes | str):
    def make(path: Path) -> Path:
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return make


def _parts(parts: dict[str, str | bytes]):
    return lambda path: zipped(path, parts)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BOMB = '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><w:document {}>&b;</w:document>'
_DEEP = f"<w:document {W}><w:body>" + "<w:tbl><w:tr><w:tc>" * 300
_EMPTY = f"<w:document {W}><w:body/></w:document>"
_ODT = "application/vnd.oasis.opendocument."


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "make", "begins"),
    [
        ("a.pdf", pdf_without_text, "Berkas ini gambar, bukan teks."),
        ("a.pdf", _encrypted_pdf, LOCKED),
        ("a.pdf", _bytes(b"%PDF-1.7\nrusak"), BROKEN),
        ("a.doc", lambda path: compound(path, "WordDocument", b""), "Berkas ini DOC (Word lama)"),
        ("a.docx", lambda path: compound(path, "EncryptedPackage", b""), LOCKED),
        ("a.msg", lambda path: compound(path, "Lain", b""), "Berkas ini bukan naskah Word atau"),
        ("a.xls", lambda path: compound(path, "Workbook", b"rusak"), BROKEN),
        ("a.docx", _bytes(b"PK\x03\x04 rusak"), BROKEN),
        ("a.docx", _bytes(b""), "Berkas ini kosong."),
        ("a.docx", _zip_with_password, LOCKED),
        ("a.docx", _parts({"word/document.xml": "<w:document"}), BROKEN),
        ("a.docx", _parts({"word/document.xml": f"<w:document {W}/>"}), BROKEN),
        ("a.docx", _parts({"word/document.xml": _BOMB.format(W)}), BROKEN),
        ("a.docx", _parts({"word/document.xml": _BOMB.format(W).encode("utf-16")}), BROKEN),
        ("a.docx", _parts({"word/document.xml": _DEEP}), BROKEN),
        ("a.docx", _parts({"word/document.xml": _EMPTY}), "Berkas ini tidak berisi teks."),
        ("a.docx", _parts({"word/document.xml": _EMPTY + " " * 2**27}), TOO_LARGE),
        ("a.docx", _parts({"word/document.xml": "<a/>" * 2_000_001}), TOO_LARGE),
        (
            "a.docx",
            _parts({f"word/{n}": "" for n in range(10_001)} | {"word/document.xml": ""}),
            TOO_LARGE,
        ),
        ("a.xlsx", _parts({"xl/workbook.xml": "<a/>"}), BROKEN),
        ("a.xlsx", _parts({"xl/workbook.xml": "<!DOCTYPE a><a/>"}), BROKEN),
        (
            "a.xlsx",
            _parts({"xl/workbook.xml": "", "xl/sharedStrings.xml": "<si/>" * 2_000_001}),
            TOO_LARGE,
        ),
        ("a.xlsx", _parts({"xl/workbook.bin": b""}), "Berkas ini XLSB"),
        (
            "a.xlsx",
            _bytes("<html><table><tr><td>x"),
            "Isi berkas ini halaman web (HTML), bukan XLSX.",
        ),
        (
            "a.xls",
            _bytes("\ufeff<table><tr><td>x"),
            "Isi berkas ini halaman web (HTML), bukan XLS.",
        ),
        ("a.doc", _bytes("MIME-Version: 1.0\n"), "Isi berkas ini halaman web (HTML), bukan DOC."),
        (
            "a.xls",
            _bytes('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
            "Berkas ini XML",
        ),
        ("a.doc", _bytes(r"{\rtf1 x}"), "Berkas ini RTF"),
        ("a.jpg", _bytes(b"\xff\xd8\xff\xe0"), "Berkas ini gambar, bukan teks."),
        ("a.rar", _bytes(b"Rar!\x1a\x07"), "Berkas ini arsip."),
        ("a.bin", _bytes(b"abc\0def"), "Jenis berkas ini tidak dikenal."),
        ("a.zip", _parts({"a.txt": "x"}), "Berkas ini arsip ZIP"),
        ("a.pptx", _parts({"ppt/presentation.xml": ""}), "Berkas ini salindia"),
        ("a.odg", _parts({"mimetype": _ODT + "graphics"}), "Berkas ini bukan naskah atau tabel."),
        (
            "a.odt",
            _parts({"mimetype": _ODT + "text", "META-INF/manifest.xml": "<encryption-data/>"}),
            LOCKED,
        ),
        ("a.odt", _parts({"mimetype": _ODT + "text"}), BROKEN),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    tmp_path: Path, name: str, make: object, begins: str
) -> None:
    """By what the file holds, whatever its name says; nothing of it is read."""
    source = read(make(tmp_path / name))  # type: ignore[operator]
    assert source.refused.startswith(begins)
    assert source.refused.endswith(".")
    assert source.blocks == ()


def test_the_name_of_a_file_decides_nothing(tmp_path: Path) -> None:
    made = docx_of(tmp_path / "a.pdf", paragraph(run("Surat")))
    assert texts(read(made).blocks) == ["Surat"]


def test_pages_pasted_into_word_as_pictures_are_a_scan(tmp_path: Path) -> None:
    picture = "<w:r><w:pict><v:shape><v:imagedata r:id='rId9'/></v:shape></w:pict></w:r>"
    made = docx_of(tmp_path / "a.docx", paragraph(picture), paragraph(picture))
    assert read(made).refused.startswith("Berkas ini gambar, bukan teks.")


def test_a_file_of_hundreds_of_megabytes_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(200 * 2**20)
    assert read(tmp_path / "a.docx").refused == TOO_LARGE


@pytest.mark.parametrize("repeated", ["rows", "columns"])
def test_a_cell_repeated_a_million_times_is_refused(tmp_path: Path, repeated: str) -> None:
    many = f'table:number-{repeated}-repeated="1000000"'
    on_row, on_cell = (many, "") if repeated == "rows" else ("", many)
    held = f"<table:table-cell {on_cell}><text:p>x</text:p></table:table-cell>"
    inner = f"<table:table-row {on_row}>{held}</table:table-row>"
    made = odf(tmp_path / "a.ods", "spreadsheet", f"<table:table>{inner}</table:table>")
    assert read(made).refused == TOO_LARGE


@pytest.mark.long
def test_a_sheet_with_a_million_cells_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("a")
    for number in range(700):
        sheet.append([number] * 300)
    book.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx").refused == TOO_LARGE


def test_a_table_that_reaches_over_thousands_of_columns_is_refused(tmp_path: Path) -> None:
    made = docx_of(tmp_path / "a.docx", table(row(cell(properties='<w:gridSpan w:val="100000"/>'))))
    assert read(made).refused == TOO_LARGE


def test_a_part_never_unpacks_to_more_than_it_says(tmp_path: Path) -> None:
    """A size that lies is a broken file, not a full memory."""
    made = zipped(tmp_path / "a.docx", {"word/document.xml": "a" * 10_000})
    data = made.read_bytes().replace(struct.pack("<I", 10_000), struct.pack("<I", 10))
    made.write_bytes(data)
    with pytest.raises(RefusedError):
        Archive(made).part("word/document.xml")


@pytest.mark.long
def test_bombs_of_libraries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A merge over a whole sheet, and a page that unpacks to more memory than there is."""
    monkeypatch.setattr(readers, "apart", apart)
    openpyxl.Workbook().save(tmp_path / "plain.xlsx")
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as file:
        parts: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    parts[sheet] = bytes(parts[sheet]).replace(b"</sheetData>", merged)
    parts[sheet] = bytes(parts[sheet]).replace(b"<sheetData/>", b"<sheetData>" + merged)
    assert read(zipped(tmp_path / "a.xlsx", parts)).refused == TOO_LARGE
    packer = zlib.compressobj()
    page = b"".join(packer.compress(bytes(2**20)) for _ in range(3000)) + packer.flush()
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(page), page)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        stream,
    )
    body = b"".join(b"%d 0 obj%bendobj\n" % each for each in enumerate(objects, 1))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n")
    assert read(tmp_path / "a.pdf").refused in (TOO_LARGE, BROKEN)


def _waits(path: Path) -> Source:
    clock.sleep(30)
    return Source()


def _fills_the_memory(path: Path) -> Source:
    try:
        bytearray(64 * 2**30)
    except MemoryError:
        return Source(refused=TOO_LARGE)
    return Source()


def _dies(path: Path) -> Source:
    os._exit(1)


def _stumbles(path: Path) -> Source:
    raise KeyError(path.name)


@pytest.mark.long
def test_work_apart_is_bounded(tmp_path: Path) -> None:
    """In time and memory; a fault of ours is told as one, a library that crashes is not."""
    with pytest.raises(RefusedError) as late:
        apart(_waits, tmp_path, 0.5)
    assert str(late.value) == TOO_LARGE
    assert apart(_fills_the_memory, tmp_path).refused == TOO_LARGE
    with pytest.raises(RefusedError) as dead:
        apart(_dies, tmp_path)
    assert str(dead.value) == BROKEN
    with pytest.raises(KeyError) as error:
        apart(_stumbles, tmp_path / "a")
    assert "_stumbles" in "".join(error.value.__notes__)


def test_a_missing_library_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = docx_of(tmp_path / "a.docx", paragraph(run("Surat")))

    def missing(name: str) -> None:
        raise ModuleNotFoundError(name="lxml")

    monkeypatch.setattr(readers.importlib, "import_module", missing)
    assert read(made).refused == (
        "Pemasangan ini belum dapat membaca berkas seperti ini. Ketik "
        '`pip install "iki-terbuka[impor]"`, lalu impor lagi.'
    )

    def broken(name: str) -> None:
        raise ModuleNotFoundError(name="generator.lain")

    monkeypatch.setattr(readers.importlib, "import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        read(made)
