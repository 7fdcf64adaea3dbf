"""What the form asks: its sheets, and their columns."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from generator.formula.kinds.persentase import Persentase
from generator.importing.readers.kind import Kind, kind_of
from generator.importing.readers.refusal import ZIP_FAULTS, RefusedError
from generator.model.documents import Dokumen, Indikator, Jabatan, Penandatangan, Sasaran
from generator.model.validation.way import bare, members
from generator.values.fields import Model

HELP = "Petunjuk"
EXAMPLE = "CONTOH (baris ini tidak diimpor)"
"""The position of the rows that show how it is done."""
POSITION = "Jabatan"
"""The column that says of which position a row is."""
KIND = "Jenis rumus"
FORMULA = "Rumus"
PARTS = ("Pembilang", "Penyebut", "Faktor")
KINDS = ("jumlah", "persentase", "rasio", "nilai", "uraian")
TEXT_OF = {"jumlah": "hitung", "nilai": "nilai", "uraian": "uraian"}
"""The field of a kind that the column `Rumus` holds; of the others it holds none."""


@dataclass(frozen=True)
class Column:
    """A column, or a line of the sheet of the decree: what it holds and how it is filled in."""

    heading: str
    way: tuple[str, ...]
    """To the field that it fills."""
    help: str
    example: str = ""
    choices: tuple[str, ...] = ()


def _field(heading: str, model: type[Model], way: str, example: str = "") -> Column:
    """A column that is explained as its field is."""
    *_, name = parts = tuple(way.split("."))
    field = model.model_fields[name]
    return Column(
        heading, parts, field.description or "", example, tuple(_choices(field.annotation))
    )


def _choices(annotation: object) -> Iterator[str]:
    for each in map(bare, members(annotation)):
        if typing.get_origin(each) is typing.Literal:
            yield from typing.get_args(each)


_OF_POSITION = Column(
    POSITION,
    (),
    f"Nama jabatan seperti di lembar {POSITION}. Kosong: sama dengan baris di atasnya.",
    EXAMPLE,
)
_ROWS = "Satu butir satu baris."
DECREE = (
    _field("Jenis", Dokumen, "jenis", "IKI"),
    _field("Judul", Dokumen, "judul", "KEPUTUSAN KEPALA DINAS CONTOH"),
    _field("Nomor", Dokumen, "nomor"),
    _field("Tentang", Dokumen, "tentang", "INDIKATOR KINERJA INDIVIDU"),
    _field("Tahun", Dokumen, "tahun", "2025"),
    _field("Tempat ditetapkan", Dokumen, "tempat_ditetapkan"),
    _field("Tanggal ditetapkan", Dokumen, "tanggal_ditetapkan"),
    _field("Penanda tangan: jabatan", Penandatangan, "penandatangan.jabatan"),
    _field("Penanda tangan: status", Penandatangan, "penandatangan.status"),
    _field("Penanda tangan: nama", Penandatangan, "penandatangan.nama"),
    _field("Penanda tangan: pangkat", Penandatangan, "penandatangan.pangkat"),
)
"""The lines of the sheet `Dokumen`; their examples stand in the help alone."""
SHEETS: dict[str, tuple[Column, ...]] = {
    POSITION: (
        _field("Nama", Jabatan, "nama", EXAMPLE),
        _field("Pembeda", Jabatan, "pembeda"),
        _field("Unit kerja", Jabatan, "unit_kerja", "Sekretariat"),
        _field("Kelompok", Jabatan, "kelompok", "administrator"),
    ),
    "Tugas": (_OF_POSITION, Column("Tugas", ("tugas",), _ROWS, "Mengurus surat")),
    "Fungsi": (_OF_POSITION, Column("Fungsi", ("fungsi",), _ROWS, "Pengelolaan surat")),
    "Indikator": (
        _OF_POSITION,
        Column(
            "Sasaran",
            ("uraian",),
            f"{Sasaran.model_fields['uraian'].description} Kosong: sama dengan baris di atasnya.",
            "Meningkatnya pelayanan surat",
        ),
        _field("Indikator", Indikator, "nama", "Persentase surat yang dijawab tepat waktu"),
        Column(
            KIND,
            ("rumus", "jenis"),
            "Cara menghitung. Kosong: cukup dengan kata di kolom Rumus.",
            "persentase",
            KINDS,
        ),
        Column(
            FORMULA, (), "Untuk jumlah, nilai, dan uraian: apa yang dihitung, dengan kata-kata."
        ),
        _field("Pembilang", Persentase, "rumus.pembilang", "Jumlah surat yang dijawab tepat waktu"),
        _field("Penyebut", Persentase, "rumus.penyebut", "Jumlah surat"),
        _field("Faktor", Persentase, "rumus.faktor", "100%"),
        Column(
            "Sumber data",
            ("sumber_data",),
            "Beberapa sumber: satu sumber satu baris di dalam sel (Alt+Enter).",
            "Buku agenda",
        ),
        _field("Satuan", Indikator, "satuan", "persen"),
        _field("Polarisasi", Indikator, "polarisasi", "maksimum"),
        _field("Periode pelaporan", Indikator, "periode_pelaporan", "tahunan"),
        _field("Tipe perhitungan", Indikator, "tipe_perhitungan"),
        _field("Bobot", Indikator, "bobot"),
        _field("Penanggung jawab", Indikator, "penanggung_jawab"),
        _field("Penyedia data", Indikator, "penyedia_data"),
        _field("Keterangan", Indikator, "keterangan"),
        _field("Catatan", Indikator, "catatan"),
        Column(
            "Target 2025",
            ("target", "2025"),
            "Judulnya boleh diganti (Target 2026, Target 2025 TW I) dan kolomnya ditambah; kolom "
            "lain dengan judul dari naskah juga boleh.",
            "90",
        ),
    ),
}
SHEET_OF_DECREE = "Dokumen"
NAMES = (SHEET_OF_DECREE, *SHEETS)
SHEET_OF_FILES = "Isi"
"""The sheet of a workbook from Data terbuka that holds all of its files, with three columns."""
ADDRESS, WAY, VALUE = "alamat", "bagian", "nilai"
_LARGEST = 2**20
"""The list of its sheets is no longer than this."""


def is_form(path: Path) -> bool:
    """Whether a file is a workbook with the sheets of the form."""
    return _has_sheets(path, NAMES)


def is_exported(path: Path) -> bool:
    """Whether a file is a workbook of open data from which its files can be made again."""
    return _has_sheets(path, (SHEET_OF_FILES,))


def _has_sheets(path: Path, names: tuple[str, ...]) -> bool:
    try:
        if kind_of(path) is not Kind.XLSX:
            return False
        with ZipFile(path) as file:
            is_small = file.getinfo("xl/workbook.xml").file_size < _LARGEST
            book = file.read("xl/workbook.xml") if is_small else b""
    except (RefusedError, *ZIP_FAULTS):
        # Why it is none is said when it is read.
        return False
    return all(f'name="{each}"'.encode() in book for each in names)
