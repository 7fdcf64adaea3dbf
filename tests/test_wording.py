"""Words as a reader should see them."""

from datetime import date

import pytest

from generator.wording import kind_name, long_date, readable, shortened


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
        ("Seksi Tata Kelola dan Sumber Daya Manusia", "Kepala Seksi Tata Kelola"),
        ("Seksi Pindah Datang", "Kepala Seksi Pindah Datang"),
        ("Kepala Seksi Pindah Datang Penduduk", "Kepala Seksi Pindah Datang"),
        ("Kasi Ketentraman dan Ketertiban Umum", "Kepala Seksi Ketentraman"),
        ("Pengadministrasian Kepegawaian", "Pengadministrasi Kepegawaian"),
        ("Caraka", "Caraka"),
        ("Plt.", "Plt."),
    ],
)
def test_kind_name(title: str, kind: str) -> None:
    """What lets one find the same kind of position in another agency."""
    assert kind_name(title) == kind


def test_long_date() -> None:
    """Indonesian months, no leading zero."""
    assert long_date(date(2024, 1, 9)) == "9 Januari 2024"


def test_shortened() -> None:
    """Cut at a word."""
    assert shortened("satu dua tiga", 20) == "satu dua tiga"
    assert shortened("satu dua, tiga", 10) == "satu dua …"
