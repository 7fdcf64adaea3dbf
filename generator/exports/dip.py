"""The Daftar Informasi Publik: a row for each decree, with the columns that PPID publish.

CSV is verbatim; in XLSX every cell but the number is a text.
"""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from functools import partial

import xlsxwriter

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.exports.parts import contents
from generator.files import File
from generator.model.documents import Dip, Dokumen, Instansi, Pemda

BLANK = "belum diisi"
COLUMNS = {
    "No": 6,
    "Ringkasan isi informasi": 48,
    "Pejabat/unit yang menguasai informasi": 28,
    "Penanggung jawab pembuatan atau penerbitan": 28,
    "Waktu dan tempat pembuatan": 24,
    "Bentuk informasi yang tersedia": 20,
    "Jangka waktu penyimpanan atau retensi arsip": 20,
    "Klasifikasi": 14,
    "Pemda": 22,
    "Instansi": 32,
    "Judul": 48,
    "Nomor": 22,
    "Tahun": 12,
    "Tautan": 60,
}
"""The heading of each column, and how wide it is in a sheet."""
_NO_DAY = datetime(2000, 1, 1)

Row = list[str]


def files(content: Content, url: str) -> Iterator[File]:
    """`data/dip.csv` and `data/dip.xlsx`; without an address of the site, links are relative to
    its root."""
    for folder, part in contents(content):
        rows = list(_rows(part, url))
        yield File(addresses.data_file("dip.csv", folder), _csv(rows))
        yield File(addresses.data_file("dip.xlsx", folder), partial(_xlsx, rows))


def _rows(content: Content, url: str) -> Iterator[Row]:
    settled = (each for each in content.all_dokumen() if each.document.status != "draf")
    for number, entry in enumerate(settled, 1):
        filled = (each or BLANK for each in _cells(content, url, entry))
        yield [str(number), *filled]


def _cells(content: Content, url: str, entry: Entry[Dokumen]) -> Iterator[str | None]:
    document = entry.document
    for name in Dip.model_fields:
        yield getattr(document.dip, name, None)
    for depth in (1, 2):
        above = content.entries[entry.key[:depth]].document
        assert isinstance(above, Pemda | Instansi)
        yield above.nama
    yield document.judul
    yield document.nomor
    period = document.periode
    yield f"{period.mulai}–{period.akhir}" if period else str(document.tahun or entry.key[2][:4])
    yield f"{url}{addresses.page(entry.key)}"


def _csv(rows: list[Row]) -> bytes:
    text = io.StringIO(newline="")
    # A comma, quotes around everything and a mark in front: what most programs read without asking.
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerows([list(COLUMNS), *rows])
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[Row]) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"title": "Daftar Informasi Publik", "created": _NO_DAY})
    sheet = book.add_worksheet("DIP")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, (name, width) in enumerate(COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    for line, (number, *row) in enumerate(rows, 1):
        sheet.write_number(line, 0, int(number), cell)
        for column, text in enumerate(row, 1):
            sheet.write_string(line, column, text, cell)
    book.close()
    return data.getvalue()
