"""A file that is not read, with what to do."""

import struct
import zlib
from zipfile import BadZipFile

AS_DOCX = "Simpan naskahnya sebagai DOCX (Word: File, Save As), lalu impor berkas itu."
AS_XLSX = "Simpan sebagai XLSX (Excel: File, Save As), lalu impor berkas itu."
BROKEN = (
    "Berkas ini rusak atau tidak lengkap. Buka dengan aplikasi asalnya dan simpan ulang, atau "
    "minta salinan yang baru."
)
TOO_LARGE = (
    "Isi berkas ini terlalu besar untuk sebuah naskah. Buang gambar dan halaman yang tidak perlu, "
    "atau pecah menjadi beberapa berkas."
)
LOCKED = (
    "Berkas ini terkunci dengan kata sandi. Buka dengan kata sandinya, hapus kuncinya, simpan, "
    "lalu impor lagi."
)


ZIP_FAULTS = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""Whatever a zipped file can make its reader stumble over."""


class RefusedError(Exception):
    """A file that is not read; its text is one sentence with what to do."""
