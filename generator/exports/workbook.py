"""XLSX: a sheet a table, headings that stay in sight, dates and numbers as such, texts as texts.

Nothing is a formula or a link: every text is written as a text, whatever it begins with.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from itertools import compress, count, islice
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.exports import editions, metadata, tables
from generator.exports.columns import Column, Value
from generator.exports.parts import contents
from generator.exports.tables import Row, Table, rows_of
from generator.files import File, made_from
from generator.model.documents import Dokumen, Jabatan

MOST_ROWS = 1_048_575
"""In one sheet, below its headings: Excel has no more."""
MOST_CHARACTERS = 32_767
"""In one cell: Excel takes no more."""
CUT = " … (terpotong; selengkapnya di index.json)"
_NO_DAY = datetime(2000, 1, 1)
"""The same in every build."""
_WIDTH = 24

Sheet = tuple[Table, Iterable[list[Value]]]
"""A table, and the rows of it that are wanted."""


def files(content: Content) -> Iterator[File]:
    """`data/iki.xlsx`; the indicators of each decree and position beside its page. Each is made
    when it is wanted, for that takes long."""
    for folder, part in contents(content):
        yield File(addresses.data_file("iki.xlsx", folder), partial(_whole, part))
    table = tables.indikator(content)
    for dokumen in content.all_dokumen():
        positions = content.jabatan(dokumen.key)
        for entry in positions:
            yield _beside(entry, table, [entry])
        yield _beside(dokumen, table, positions)


def _whole(content: Content) -> bytes:
    every = [*tables.tables(content), editions.of_content(content)]
    return written((each, each.rows()) for each in every)


def _beside(entry: Entry[Any], table: Table, positions: list[Entry[Jabatan]]) -> File:
    address = addresses.table_file(addresses.page(entry.key), "xlsx")
    return File(address, partial(_of_document, entry, table, positions))


def _of_document(entry: Entry[Any], table: Table, positions: list[Entry[Jabatan]]) -> bytes:
    with made_from(entry.source.path):
        rows = [row for each in positions for row in rows_of(each)]
        is_decree = isinstance(entry.document, Dokumen)
        others = _of_decree(rows, [entry, *positions]) if is_decree else ()
        return written([_filled(table, rows), *others])


def _of_decree(rows: list[Row], entries: list[Entry[Any]]) -> Iterator[Sheet]:
    """What the metadata of Badan Pusat Statistik can be filled with, and all of its files."""
    yield metadata.MS_IND, metadata.MS_IND.rows_of(rows)
    yield metadata.MS_VAR, metadata.MS_VAR.rows_of(metadata.variables(rows))
    whole = editions.of_entries(entries)
    yield whole, whole.rows()


def _filled(table: Table, owners: list[Row]) -> Sheet:
    """Some rows of a table without the columns that are empty in all of them."""
    if not owners:
        return table, []
    rows = list(table.rows_of(owners))
    filled = [any(each is not None for each in values) for values in zip(*rows, strict=True)]
    columns = list(compress(table.columns, filled))
    return replace(table, columns=columns), [list(compress(row, filled)) for row in rows]


def written(sheets: Iterable[Sheet]) -> bytes:
    """Sheets as the bytes of a file: the same in every build."""
    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    book.set_properties({"created": _NO_DAY})
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for table, rows in sheets:
        for name, part in _parts(table.name, rows):
            sheet = book.add_worksheet(name)
            _head(sheet, table.columns, heading)
            for number, row in enumerate(part, 1):
                for place, value in enumerate(row):
                    _write(sheet, number, place, value)
    book.close()
    return data.getvalue()


def _parts(name: str, rows: Iterable[list[Value]]) -> Iterator[tuple[str, list[list[Value]]]]:
    """The rows of one sheet, and of others where they are too many for one."""
    rest = iter(rows)
    yield name, list(islice(rest, MOST_ROWS))
    for number in count(2):
        if not (part := list(islice(rest, MOST_ROWS))):
            return
        yield f"{name} {number}", part


def _head(sheet: Worksheet, columns: list[Column], heading: object) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(columns) - 1, _WIDTH)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.name, heading)


def _write(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case int():
            sheet.write_number(row, column, value)
        case date():
            sheet.write_datetime(row, column, value)
        case _:
            sheet.write_string(row, column, _fitting(value))


def _fitting(text: str) -> str:
    """A text that goes into a cell; what was cut off is said."""
    if _length(text) <= MOST_CHARACTERS:
        return text
    return f"{text[: (MOST_CHARACTERS - len(CUT)) // 2]}{CUT}"


def _length(text: str) -> int:
    """As Excel counts: a sign beyond the first plane is two."""
    return len(text.encode("utf-16-le")) // 2
