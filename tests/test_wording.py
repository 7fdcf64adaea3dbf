"""Words as a reader should see them."""

from datetime import date

import pytest

from generator.wording import long_date, readable, shortened


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


def test_long_date() -> None:
    """Indonesian months, no leading zero."""
    assert long_date(date(2024, 1, 9)) == "9 Januari 2024"


def test_shortened() -> None:
    """Cut at a word."""
    assert shortened("satu dua tiga", 20) == "satu dua tiga"
    assert shortened("satu dua, tiga", 10) == "satu dua …"
