"""Mobile numbers and private mail addresses are told from those of an office."""

import time
from pathlib import Path

import pytest

from generator.build import publishing
from generator.settings import Settings
from generator.values.contacts import private_contact

MOBILE = [
    "081234567890",
    "0812-3456-7890",
    "0812 3456 7890",
    "0812.3456.7890",
    "0812–3456–7890",
    "08123 456 789",
    "0812 345 678",
    "(0812) 3456 7890",
    "+62 812 3456 7890",
    "+6281234567890",
    "6281234567890",
    "62-812-3456-7890",
    "0062 812 3456 7890",
    "+62 (0) 812 3456 7890",
    "HP.081234567890",
    "WA:081234567890",
    "０８１２３４５６７８９０",
    "Telp. (0341) 391679, 0812-3456-7890",
]
MAIL = [
    "siti.contoh@gmail.com",
    "SITI@GMAIL.COM",
    "siti@yahoo.co.id.",
    "siti@yahoo.com",
    "siti_1@ymail.com",
    "siti@rocketmail.com",
    "siti@hotmail.com",
    "siti@outlook.co.id",
    "siti@live.com",
    "siti@icloud.com",
    "siti @ gmail.com",
    "(siti@gmail.com)",
    "siti＠gmail．com",
]
NEITHER = [
    f"ab081234567890{'c' * 50}",
    "(0341) 391679",
    "0341-391679",
    "08-12-2018 10.30",
    "08.00-12.00 dan 13.00-16.00",
    "188.45/0812/345.67/2018",
    "0,0812345678",
    "1.0812.345.678",
    "5.1.02.01.01.0812",
    "10812345678901234567",
    "0812",
    "dinas@malangkab.go.id",
    "siti@live.undip.ac.id",
    "siti@gmailku.com",
    "gmail.com",
    "@gmail.com",
]


@pytest.mark.parametrize("text", MOBILE)
def test_mobile(text: str) -> None:
    """In every way in which people group it."""
    assert private_contact(text) == "nomor telepon seluler"


@pytest.mark.parametrize("text", MAIL)
def test_mail(text: str) -> None:
    """At the services that everybody uses."""
    assert private_contact(text) == "alamat surel pribadi"


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text: str) -> None:
    """Telephones of offices, times, decrees, codes, and addresses of offices and universities."""
    assert private_contact(text) is None


@pytest.mark.no_cover
@pytest.mark.parametrize("unit", ["0812 ", "62", "62 ", "a@", "a", "@gmail.", " "])
def test_a_long_text_takes_no_long_time(unit: str) -> None:
    """The search stays linear on 256 KB made for the worst case."""
    text = unit * (256 * 1024 // len(unit))
    start = time.process_time()
    private_contact(text)
    assert time.process_time() - start < 1


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def test_an_office_may_be_reached_as_it_likes(settings: Settings) -> None:
    """In the fields that are made for it there is no warning."""
    file = settings.content / "kab-contoh/dinas-contoh/instansi.yml"
    _replace(file, "surel: dinas_contoh@contohkab.go.id", "surel: dinas.contoh@gmail.com")
    _replace(file, "telepon: (0341) 123456", "telepon: 0812-3456-7890")
    assert publishing.check(settings).problems == []


def test_a_warning_stops_nothing(settings: Settings) -> None:
    """Elsewhere it is said, and the document stays."""
    file = settings.content / "kab-contoh/dinas-contoh/instansi.yml"
    _replace(file, "alamat: Jalan Contoh Nomor 1", "alamat: Jalan Contoh 1 # 0812-3456-7890")
    _replace(file, "- Perumusan kebijakan contoh", "- Aduan ke aduan@gmail.com")
    checked = publishing.check(settings)
    assert [(each.line, each.column, each.severity) for each in checked.problems] == [
        (4, 24, "ingat"),
        (4, 24, "ingat"),
        (10, 5, "ingat"),
    ]
    assert ("kab-contoh", "dinas-contoh") in checked.content.entries
