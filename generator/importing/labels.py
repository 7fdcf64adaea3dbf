"""What a line is by its first words: a label with what it labels, or the title of a sheet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importing.blocks import Table
from generator.importing.flat import lines_of, text_of
from generator.importing.lines import Said
from generator.importing.marks import mark
from generator.model.columns import Kolom, columns

_FIELDS = {
    "nama": r"(?:NAMA )?JABATAN(?: (?:PELAKSANA|FUNGSIONAL|STRUKTURAL))?",
    "instansi": r"(?:NAMA )?(?:INSTANSI|PERANGKAT DAERAH|OPD|SKPD|(?:UNIT|SATUAN) ORGANISASI)"
    r"(?: PERANGKAT DAERAH)?",
    "tugas": r"(?:(?:URAIAN|RINCIAN|BUTIR) )?TUGAS(?: POKOK| JABATAN)*|IKHTISAR(?: JABATAN)?"
    r"|TUPOKSI|TUGAS(?: POKOK)? DAN FUNGSI",
    "fungsi": r"(?:(?:URAIAN|RINCIAN|PENJABARAN) )?FUNGSI(?: JABATAN)?",
    "tujuan": r"TUJUAN(?: JABATAN| ORGANISASI)?",
    "unit_kerja": r"(?:NAMA )?(?:UNIT|SATUAN) KERJA|UNIT",
    "visi": r"VISI",
    "misi": r"MISI",
    "keterangan": r"KETERANGAN|KET\.?|CATATAN",
    "": r"(?:PANGKAT|GOLONGAN|ESELON|KELAS JABATAN|ATASAN(?: LANGSUNG)?|TAHUN(?: ANGGARAN)?"
    r"|PERIODE)(?: ?/ ?[A-Z. ]+)?",
}
"""The fields of a sheet; what no field holds, under no name."""
_LABELS = [
    (name, re.compile(rf"(?:{pattern})\s*(?:[:：=]\s*(?P<rest>.*)|(?P<none>-?))$", re.IGNORECASE))
    for name, pattern in _FIELDS.items()
]
_OF_THE_DECREE = {
    "menimbang": r"MENIMBANG",
    "mengingat": r"MENGINGAT",
    "memperhatikan": r"MEMPERHATIKAN",
    "memutuskan": r"M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N",
    "menetapkan": r"MENETAPKAN",
    "tentang": r"T\s?E\s?N\s?T\s?A\s?N\s?G",
    "nomor": r"NOMOR|NO\.",
    "tanggal": r"TANGGAL|(?:DITETAPKAN )?PADA TANGGAL",
    "tempat": r"DITETAPKAN DI|DIKELUARKAN DI",
    "lampiran": r"LAMPIRAN(?: [IVX]+)?",
}
_DECREE_LABELS = [
    (name, re.compile(rf"(?:{pattern})\s*(?:[:：]\s*(?P<rest>.*)|(?P<none>))$", re.IGNORECASE))
    for name, pattern in _OF_THE_DECREE.items()
]
_WITHOUT_COLON = re.compile(
    r"(?P<tempat>DITETAPKAN DI|DIKELUARKAN DI)\s+(?P<a>\S.*)"
    r"|(?P<tanggal>PADA TANGGAL)\s+(?P<b>\d.*)"
    r"|(?P<nomor>NOMOR)\s+(?P<c>\S*\d\S*.*)|(?P<menimbang>MENIMBANG)\s+(?P<d>a\..*)"
    r"|(?P<mengingat>MENGINGAT)\s+(?P<e>1\..*)",
    re.IGNORECASE,
)
_ORDINALS = (
    "KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|KESEPULUH"
    "|KESEBELAS|KEDUABELAS"
)
_DIKTUM = re.compile(rf"(?P<name>{_ORDINALS})\s*[:：]\s*(?P<rest>.*)$")
_ABOVE_A_TABLE = re.compile(
    r"(?:TABEL )?INDIKATOR(?: KINERJA)?(?: (?:INDIVIDU|UTAMA|JABATAN))?\s*[:：]", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?:(?:DAFTAR|FORM(?:ULIR)?|TABEL|MATRIKS|DOKUMEN|PENETAPAN|LAMPIRAN) )?"
    r"(?:INDIKATOR KINERJA (?:INDIVIDU|UTAMA|PERORANGAN|PERSEORANGAN|JABATAN)|IKI|IKU)\b"
    r"(?!.*[.;:]$)(?!.*\bSUMBER DATA)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Label:
    """What a line labels, and what stands behind the label."""

    name: str
    rest: str
    printed: str


def label(text: str) -> Label | None:
    """The label of a sheet that a line begins with: `1. Jabatan : Camat`."""
    marked = mark(text)
    bare = marked.rest if marked else text.strip()
    for name, pattern in _LABELS:
        if found := pattern.match(bare):
            return Label(name, (found["rest"] or "").strip(), bare[: found.start("rest")] or bare)
    return Label("", "", bare) if _ABOVE_A_TABLE.fullmatch(bare) else None


def as_lines(table: Table) -> Iterator[Said]:
    """A table without columns, a form: its rows as lines, each cell's later lines below. A label
    that has a cell of its own needs no colon."""
    for row in table.rows:
        cells = [each for cell in row if (each := list(filter(None, map(text_of, lines_of(cell)))))]
        place = row[0].place
        firsts = [lines[0] for lines in cells]
        at = next((n for n, text in enumerate(firsts[:-1]) if _is_bare_label(text)), None)
        if at is not None and not firsts[at + 1].startswith((":", "：")):
            firsts[at] += " :"
        if firsts:
            yield Said(" ".join(firsts), place)
        for lines in cells:
            yield from (Said(each, place) for each in lines[1:])


def _is_bare_label(text: str) -> bool:
    found = label(text) or decree_label(text)
    return found is not None and not found.rest and not text.endswith((":", "：", "-"))


def decree_label(text: str) -> Label | None:
    """The label of a part of the decree itself: `Menimbang : a. bahwa …`."""
    marked = mark(text)
    bare = marked.rest if marked else text.strip()
    if found := _DIKTUM.match(bare):
        return Label("diktum", found["rest"].strip(), found["name"])
    for name, pattern in _DECREE_LABELS:
        if found := pattern.match(bare):
            return Label(name, (found["rest"] or "").strip(), bare)
    if (found := _WITHOUT_COLON.match(bare)) and found.lastgroup:
        name, rest = (key for key, text in found.groupdict().items() if text is not None)
        return Label(name, found[rest], bare)
    return None


def is_title(text: str) -> bool:
    """Whether a line is the title of a sheet; a row of headings is none."""
    return bool(_TITLE.match(text.strip())) and len(text.split()) <= 20


_PAGE = re.compile(
    r"(?:[-–—~]\s*)?\d{1,3}(?:\s*[-–—~])?|(?:mailto:|https?://)\S+"
    r"|(?:HALAMAN|HAL\.?|PAGE)\s*:?\s*\d+(?:\s*(?:DARI|OF|/)\s*\d+)?",
    re.IGNORECASE,
)


def is_of_page(text: str) -> bool:
    """Whether a line is but the number of its page, or the address in its foot."""
    return bool(_PAGE.fullmatch(text.strip()))


_OF_A_TABLE = {
    Kolom.NOMOR,
    Kolom.SASARAN,
    Kolom.INDIKATOR,
    Kolom.RUMUS,
    Kolom.SUMBER_DATA,
    Kolom.PROGRAM,
    Kolom.TARGET,
}
_HEADINGS = re.compile(
    r"\b(?:SASARAN|INDIKATOR|PENJELASAN|FORMULASI|FORMULA|RUMUS|SUMBER DATA|TARGET|SATUAN|URAIAN"
    r"|KINERJA UTAMA|PENANGGUNG ?JAWAB|KETERANGAN)\b",
    re.IGNORECASE,
)


_CAPTION = re.compile(r"TABEL\s+[\dIVX]+\b", re.IGNORECASE)


def is_heading(text: str) -> bool:
    """Whether a line is the caption of a table, or a heading where the columns are gone."""
    if _CAPTION.match(text):
        return True
    if text.isupper() and len(text.split()) <= 20:
        return columns([text])[0].kolom in _OF_A_TABLE
    is_short = len(text.split()) <= 16 and not text.rstrip().endswith((".", ";", ",", ":"))
    return is_short and len({each.upper() for each in _HEADINGS.findall(text)}) >= 3
