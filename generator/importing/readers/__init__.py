"""A file of any kind to its blocks: one reader for each kind, chosen by what the file holds.

latex, lines, refusal, shown -> apart, archive, cells, kind, persons, sheets -> equations, mathml
    -> numbering, words -> ruled -> calamine, docx, odf, pdf, text, xlsx
"""

import importlib
from functools import partial
from pathlib import Path

from generator.importing.blocks import Block, Paragraph, Source
from generator.importing.readers.apart import apart
from generator.importing.readers.kind import SCAN, Kind, kind_of
from generator.importing.readers.lines import PICTURE
from generator.importing.readers.persons import without_persons
from generator.importing.readers.refusal import TOO_LARGE, RefusedError

LIBRARIES = frozenset(("lxml", "openpyxl", "pdfminer", "pdfplumber", "python_calamine"))
MISSING = (
    "Pemasangan ini belum dapat membaca berkas seperti ini. Ketik "
    '`pip install "iki-terbuka[impor]"`, lalu impor lagi.'
)
_EMPTY = "Berkas ini tidak berisi teks. Periksa apakah berkasnya yang benar."
_UNBOUNDED = frozenset((Kind.PDF, Kind.XLS, Kind.XLSX))
"""What libraries unpack as far as a file says."""


def read(path: Path) -> Source:
    """What a file holds, without names and numbers of persons; or why it was not read."""
    try:
        kind = kind_of(path)
        reader = partial(tried, kind)
        source = apart(reader, path) if kind in _UNBOUNDED else reader(path)
    except RefusedError as error:
        return Source(refused=str(error))
    refused = source.refused or _nothing_in(source.blocks)
    return Source(refused=refused) if refused else without_persons(source)


def tried(kind: Kind, path: Path) -> Source:
    """What the reader of a kind makes of a file."""
    try:
        module = importlib.import_module(f"{__name__}.{kind.value}")
        source: Source = module.read(path)
    except RefusedError as error:
        return Source(refused=str(error))
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        return Source(refused=MISSING)
    except (MemoryError, RecursionError):
        return Source(refused=TOO_LARGE)
    return source


def _nothing_in(blocks: tuple[Block, ...]) -> str:
    """Why blocks are no decree: there are none, or only pictures of pages."""
    if not blocks:
        return _EMPTY
    is_scan = all(isinstance(each, Paragraph) and _is_picture(each) for each in blocks)
    return SCAN if is_scan else ""


def _is_picture(paragraph: Paragraph) -> bool:
    return all(line == (PICTURE,) for line in paragraph.lines)
