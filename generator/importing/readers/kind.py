"""What kind of file it is, by what it holds: its name may say anything."""

import re
from enum import StrEnum
from pathlib import Path
from zipfile import ZipFile

from generator.importing.readers.refusal import (
    AS_DOCX,
    AS_XLSX,
    BROKEN,
    LOCKED,
    TOO_LARGE,
    ZIP_FAULTS,
    RefusedError,
)

MOST_BYTES = 100 * 2**20
"""A file with more is no decree, whatever it is."""
_HEAD = 4096


class Kind(StrEnum):
    """A kind of file that is read; what it is called is the name of its reader."""

    DOCX = "docx"
    ODF = "odf"
    PDF = "pdf"
    TEXT = "text"
    XLS = "calamine"
    XLSX = "xlsx"


_WITH_TEXT = frozenset((".txt", ".md", ".markdown", ".tsv", ".csv", ""))
SCAN = (
    "Berkas ini gambar, bukan teks. Minta naskah aslinya (DOCX), atau buat dulu PDF yang berteks "
    "dengan program OCR."
)
_BEGINNINGS = (
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF"),
        SCAN,
    ),
    ((b"{\\rtf",), f"Berkas ini RTF, yang belum dapat dibaca. {AS_DOCX}"),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), "Berkas ini arsip. Buka arsipnya, lalu impor isinya."),
)
_WEB_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|meta|table)\b", re.I)
_MAIL_PAGE = re.compile(rb"(?:MIME-Version|Content-Type):", re.I)
_OFFICE_XML = re.compile(rb"<\?mso-application|urn:schemas-microsoft-com:office|office/2006/xmlP")
_WEB = (
    "Isi berkas ini halaman web (HTML), bukan {kind}. Buka dengan Excel atau Word, simpan ulang "
    "sebagai XLSX atau DOCX, lalu impor berkas itu."
)


def kind_of(path: Path) -> Kind:
    """The kind of a file that can be read; the others are refused."""
    if path.stat().st_size > MOST_BYTES:
        raise RefusedError(TOO_LARGE)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\0 \r\n\t\f"):
        raise RefusedError("Berkas ini kosong. Periksa apakah berkasnya yang benar.")
    if head.startswith(b"PK"):
        return _zipped(path)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _old(path.read_bytes())
    return _plain(path, head)


def _zipped(path: Path) -> Kind:
    try:
        with ZipFile(path) as file:
            names = frozenset(file.namelist())
            kind = file.read("mimetype") if "mimetype" in names else b""
    except ZIP_FAULTS as error:
        raise RefusedError(BROKEN) from error
    if kind.startswith(b"application/vnd.oasis.opendocument."):
        return _open_document(kind)
    return _office(names)


def _open_document(kind: bytes) -> Kind:
    if kind.partition(b"opendocument.")[2].startswith((b"text", b"spreadsheet")):
        return Kind.ODF
    raise RefusedError(f"Berkas ini bukan naskah atau tabel. {AS_DOCX}")


def _office(names: frozenset[str]) -> Kind:
    if any(re.fullmatch(r"word/document\d*\.xml", each) for each in names):
        return Kind.DOCX
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "xl/workbook.bin" in names:
        raise RefusedError(f"Berkas ini XLSB, yang belum dapat dibaca. {AS_XLSX}")
    if "ppt/presentation.xml" in names:
        raise RefusedError(f"Berkas ini salindia, bukan naskah. {AS_DOCX}")
    raise RefusedError(
        "Berkas ini arsip ZIP, bukan naskah. Buka arsipnya, lalu impor naskah di dalamnya."
    )


def _old(data: bytes) -> Kind:
    """A file of the older Office, by the names of what stands in it."""
    held = {name for name in _STREAMS if name.encode("utf-16-le") in data}
    if "EncryptedPackage" in held:
        raise RefusedError(LOCKED)
    if "WordDocument" in held:
        raise RefusedError(f"Berkas ini DOC (Word lama), yang belum dapat dibaca. {AS_DOCX}")
    if held:
        return Kind.XLS
    raise RefusedError(f"Berkas ini bukan naskah Word atau tabel Excel. {AS_DOCX}")


_STREAMS = ("EncryptedPackage", "WordDocument", "Workbook", "Book")


def _plain(path: Path, head: bytes) -> Kind:
    for beginnings, refusal in _BEGINNINGS:
        if head.startswith(beginnings):
            raise RefusedError(refusal)
    suffix = path.suffix.lower()
    is_page = _WEB_PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) or _MAIL_PAGE.match(head)
    if is_page and suffix not in _WITH_TEXT:
        raise RefusedError(_WEB.format(kind=suffix[1:].upper() or "naskah"))
    if _OFFICE_XML.search(head):
        raise RefusedError(f"Berkas ini XML dari Office lama, yang belum dapat dibaca. {AS_DOCX}")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError(f"Jenis berkas ini tidak dikenal. {AS_DOCX}")
    return Kind.TEXT
