"""What stands in a column of a decree's table, told from its printed heading."""

import re
from enum import StrEnum


class Kolom(StrEnum):
    """The columns that decrees print."""

    NOMOR = "nomor"
    SUMBER_DATA = "sumber_data"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    RUMUS = "rumus"
    INDIKATOR = "indikator"
    SASARAN = "sasaran"
    SATUAN = "satuan"
    TARGET = "target"
    BOBOT = "bobot"


_SIGNS = (
    (Kolom.NOMOR, r"NO\b"),
    (Kolom.SUMBER_DATA, r"SUMBER"),
    (Kolom.PENANGGUNG_JAWAB, r"PENANGGUNG"),
    (Kolom.RUMUS, r"FORMUL|RUMUS|PENJELASAN|P(ER|ENG)HITUNGAN"),
    (Kolom.INDIKATOR, r"INDIKATOR"),
    (Kolom.SATUAN, r"SATUAN"),
    (Kolom.TARGET, r"TARGET"),
    (Kolom.BOBOT, r"BOBOT"),
    (Kolom.SASARAN, r"SASARAN|KINERJA|URAIAN|KEGIATAN|TUJUAN"),
)


def column(heading: str) -> Kolom | None:
    """What a heading stands for; None where no decree that we know prints it."""
    return next((kolom for kolom, sign in _SIGNS if re.search(sign, heading.upper())), None)
