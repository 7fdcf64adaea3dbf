"""Numbers of persons in the text of the decrees that are published as they are.

A scan has no text, and nobody but a person can look at it: what is found here is less than what is
there. The text is read by a library that not every installation has; that is said.
"""

import importlib
from collections.abc import Iterator
from pathlib import Path

from generator.content.addresses import ORIGINAL
from generator.content.content import Content
from generator.importing.readers.apart import apart
from generator.importing.readers.refusal import RefusedError
from generator.source.problem import Problem, Severity
from generator.values.personal import personal_number

Found = tuple[int, str]
"""A page, and what kind of number stands on it."""

_MISSING = (
    "teks di dalam berkas ini belum diperiksa: mungkin ada NIP. Ketik "
    '`pip install "iki-terbuka[impor]"`, lalu periksa lagi.'
)
_BROKEN = (
    "berkas ini tidak dapat dibaca: rusak, terlalu besar, atau terkunci dengan kata sandi. Simpan "
    "ulang tanpa kata sandi."
)


def check(content: Content) -> Iterator[Problem]:
    """What is wrong with the text of every original."""
    for key, path in sorted(content.originals.items()):
        shown = f"content/{'/'.join(key)}/{ORIGINAL}"
        yield from _problems(path, shown)


def _problems(path: Path, shown: str) -> Iterator[Problem]:
    try:
        found = apart(numbers, path)
    except ModuleNotFoundError:
        yield Problem(shown, 0, 0, Severity.INGAT, "pribadi", _MISSING)
    except RefusedError:
        yield Problem(shown, 0, 0, Severity.GALAT, "berkas", _BROKEN)
    else:
        for page, kind in found:
            message = (
                f"halaman {page} memuat nomor pribadi ({kind}). Tutup nomor itu dalam berkasnya, "
                "bukan hanya gambarnya, lalu simpan ulang."
            )
            yield Problem(shown, 0, 0, Severity.GALAT, "pribadi", message)


def numbers(path: Path) -> list[Found]:
    """Where numbers of persons stand in a PDF, each page and kind once."""
    pdfium = importlib.import_module("pypdfium2")
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise RefusedError(_BROKEN) from error
    found: dict[Found, None] = {}
    for number, page in enumerate(document, 1):
        for line in page.get_textpage().get_text_range(errors="replace").splitlines():
            if kind := personal_number(line):
                found[number, kind] = None
        page.close()
    document.close()
    return list(found)
