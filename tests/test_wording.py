"""Words as a reader should see them."""

from datetime import date
from pathlib import Path

import pytest

from generator.content import abbreviations
from generator.content.abbreviations import KNOWN
from generator.content.wording import as_many, common_name, kind_name, long_date, readable


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("KEPALA SEKSI SOSIAL DAN BUDAYA", "Kepala Seksi Sosial dan Budaya"),
        ("Plt. KEPALA SEKSI TATA PEMERINTAHAN", "Plt. Kepala Seksi Tata Pemerintahan"),
        ("PENGELOLA PATEN", "Pengelola PATEN"),
        ("PENGELOLAAN SIAK", "Pengelolaan SIAK"),
        ("HARI SANTOSO, SE", "Hari Santoso, SE"),
        ("SEKRETARIS DPRD", "Sekretaris DPRD"),
        ("PEMBINA TINGKAT II", "Pembina Tingkat II"),
        ("KASUBAG. UMUM, KEPEGAWAIAN", "Kasubag. Umum, Kepegawaian"),
        ("DARI DAN UNTUK", "Dari dan untuk"),
        ("Seksi Pengelolaan Data Center", "Seksi Pengelolaan Data Center"),
        ("Pengelola KTP-el", "Pengelola KTP-el"),
        ("PETUGAS SENAM JUM'AT", "Petugas Senam Jum'at"),
        ("PENGAJIAN AL-QUR’AN", "Pengajian Al-Qur’an"),
        ("KEPALA UPTD PASAR", "Kepala UPTD Pasar"),
        ("PENGELOLA IT DAN DATA OPD", "Pengelola IT dan Data OPD"),
        ("PEMBINA UPT, TI & PPPK", "Pembina UPT, TI & PPPK"),
        ("PEMROSES SP2D DAN PP2KB", "Pemroses SP2D dan PP2KB"),
        ("PLT. KEPALA SEKSI TRTB", "Plt. Kepala Seksi Trtb"),
        ("PJ. SEKRETARIS", "Pj. Sekretaris"),
        ("KEPALA PUSKESMAS III", "Kepala Puskesmas III"),
        (
            "Pengadministrasi Izin Kawin Dan Izin Cerai",
            "Pengadministrasi Izin Kawin dan Izin Cerai",
        ),
        ("", ""),
    ],
)
def test_readable(printed: str, shown: str) -> None:
    """A shouted name is lowered; what was never shouted, and abbreviations, stay."""
    assert readable(printed, {"PATEN", "SIAK", "SE"}) == shown


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Sekretaris Dinas", "Sekretaris"),
        ("Bendahara Pengeluaran", "Bendahara"),
        ("Kasubag. Umum, Kepegawaian, Keuangan dan Aset", "Kepala Sub Bagian Umum"),
        ("Kepala Sub Bagian Umum dan Kepegawaian", "Kepala Sub Bagian Umum"),
        ("Plt. Kepala Seksi Tata Pemerintahan", "Kepala Seksi Tata Pemerintahan"),
        ("Pj. Sekretaris Daerah", "Sekretaris"),
        ("Pjs. Kepala Seksi Sosial", "Kepala Seksi Sosial"),
        ("Seksi Tata Kelola dan Sumber Daya Manusia", "Kepala Seksi Tata Kelola"),
        ("Seksi Pindah Datang", "Kepala Seksi Pindah Datang"),
        ("Kepala Seksi Pindah Datang Penduduk", "Kepala Seksi Pindah Datang"),
        ("Kasi Ketentraman dan Ketertiban Umum", "Kepala Seksi Ketentraman"),
        ("Pengadministrasian Kepegawaian", "Pengadministrasi Kepegawaian"),
        ("Caraka", "Caraka"),
        ("Kepala", ""),
        ("Staf", ""),
        ("Plt. Kepala", ""),
        ("Kepala,", ""),
        ("Kepala, Dinas Sosial", "Kepala Dinas"),
        ("Sekretaris, Dinas Sosial", "Sekretaris"),
        ("Plt.", "Plt."),
    ],
)
def test_kind_name(title: str, kind: str) -> None:
    """What lets one find the same kind of position in another agency."""
    assert kind_name(title) == kind


def test_common_name() -> None:
    """As much as all share, and no small word at its end."""
    first = "Kepala Seksi Pengelolaan dan Penyajian Data"
    assert common_name([first, first.upper().title()], "Kepala Seksi Pengelolaan") == first
    assert common_name(["Sekretaris Dinas", "Sekretaris Kecamatan"], "Sekretaris") == "Sekretaris"
    assert common_name(["A dan B", "A dan C"], "A") == "A"


def test_long_date() -> None:
    """Indonesian months, no leading zero."""
    assert long_date(date(2024, 1, 9)) == "9 Januari 2024"


def test_as_many() -> None:
    """Whole names only."""
    assert as_many(["A", "satu", "dua"], 40) == "A: satu; dua."
    assert as_many(["A", "satu", "dua tiga"], 14) == "A: satu; …"
    assert as_many(["A", "satu"], 5) == "A."
    assert as_many(["A"], 5) == "A."


def test_what_stays_in_capitals() -> None:
    """Words in capitals, in order, and none that is Indonesian too."""
    source = Path(abbreviations.__file__).read_text(encoding="utf-8")
    written = source.partition("frozenset(")[2].split('"""')[1].split()
    assert written == sorted(set(written))
    assert set(written) == KNOWN
    assert all(each.isupper() and each.isalpha() and len(each) > 1 for each in KNOWN)
    assert not KNOWN & set("DAN DI KE PATEN BOS ADA SATU DUA PENA DESA KOTA DATA KAS ASET".split())
