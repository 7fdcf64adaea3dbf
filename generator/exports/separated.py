"""CSV: a comma, quotes around everything, UTF-8 with its mark, a row a line of a table.

Spreadsheets take a text that begins with = + - @ for a formula, and may even run a program for it;
so such a text gets an apostrophe in front, and so does one that begins with an apostrophe itself.
Without the first apostrophe every text is again just what it was. A number stays as it is.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.content import addresses
from generator.content.content import Content, Key
from generator.exports import tables
from generator.exports.columns import Value
from generator.exports.parts import contents, divided
from generator.exports.tables import Table, rows_of
from generator.files import File, made_from

MARK = "'"
_UTF8 = codecs.BOM_UTF8
"""Without it Excel takes the file for one of another alphabet."""
_NUMBER = re.compile(r"[-+]?\d[\d.,]*(?: ?%)?", re.ASCII)


def files(content: Content) -> Iterator[File]:
    """`data/jabatan.csv`; the indicators of each position and of each decree beside its page, and
    of all in `data/indikator.csv`. The lines of a position are made once."""
    for folder, part in contents(content):
        yield File(addresses.data_file("jabatan.csv", folder), written(tables.jabatan(part)))
    table = tables.indikator(content)
    every: dict[str, list[bytes]] = {}
    for dokumen in content.all_dokumen():
        of_dokumen: list[bytes] = []
        for entry in content.jabatan(dokumen.key):
            with made_from(entry.source.path):
                of_dokumen.append(_lines(table.rows_of(rows_of(entry))))
            yield _beside(entry.key, table, of_dokumen[-1:])
        yield _beside(dokumen.key, table, of_dokumen)
        every.setdefault(dokumen.key[0], []).extend(of_dokumen)
    for folder, found in divided(every):
        lines = b"".join(line for each in found for line in each)
        yield File(addresses.data_file("indikator.csv", folder), _head(table) + lines)


def _beside(key: Key, table: Table, lines: list[bytes]) -> File:
    address = addresses.table_file(addresses.page(key), "csv")
    return File(address, _head(table) + b"".join(lines))


def written(table: Table) -> bytes:
    """A table as the bytes of a file."""
    return _head(table) + _lines(table.rows())


def _head(table: Table) -> bytes:
    return _UTF8 + _lines([[each.name for each in table.columns]])


def _lines(rows: Iterable[Sequence[Value]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(map(_row, rows))
    return text.getvalue().encode()


def _row(row: Sequence[Value]) -> list[str]:
    return [_text(each) for each in row]


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case _:
            return guarded(str(value))


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    is_risky = text[:1] in _RISKY and not _NUMBER.fullmatch(text)
    return f"{MARK}{text}" if is_risky else text


_RISKY = frozenset(MARK + "=+-@＝＋－＠")
