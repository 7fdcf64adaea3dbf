"""What stands in a column of a decree's table, told from its printed heading.

The first words of an Indonesian heading say what it is: `Bobot indikator` is a weight, and
`Kode sasaran` a code.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache


class Kolom(StrEnum):
    """The columns that decrees print, each the name of a field."""

    NOMOR = "nomor"
    TUJUAN = "tujuan"
    INDIKATOR_TUJUAN = "indikator_tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    INDIKATOR = "indikator"
    DEFINISI_OPERASIONAL = "definisi_operasional"
    MAKNA = "makna"
    ALASAN_PEMILIHAN = "alasan_pemilihan"
    RUMUS = "rumus"
    SUMBER_DATA = "sumber_data"
    PENYEDIA_DATA = "penyedia_data"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    SATUAN = "satuan"
    POLARISASI = "polarisasi"
    PERIODE_PELAPORAN = "periode_pelaporan"
    TIPE_PERHITUNGAN = "tipe_perhitungan"
    BOBOT = "bobot"
    BASELINE = "baseline"
    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    KATEGORI = "kategori"
    KETERANGAN = "keterangan"


@dataclass(frozen=True)
class Column:
    """A printed column."""

    heading: str
    name: str
    """What `lainnya` calls it: the heading, with a number where several have one name."""
    kolom: Kolom | None
    """What stands in it; None where no field holds it."""
    period: str = ""
    """The year, quarter or half that it is for: `2024`, `2024-tw1`, `tw1`."""
    also: Kolom | None = None
    """What else stands in its cells: the formula below `Definisi dan formulasi`."""


def columns(headings: list[str]) -> list[Column]:
    """The columns of a table. No field stands in two of them, but for periods."""
    return list(_columns(tuple(headings)))


@lru_cache(maxsize=4096)
def _columns(headings: tuple[str, ...]) -> tuple[Column, ...]:
    """The positions of an edition have the same headings, most of them."""
    found = [
        Column(heading, name, _kolom(heading), _period(heading))
        for heading, name in zip(headings, _names(headings), strict=True)
    ]
    return tuple(_with_second(list(_each_once(_with_formula(_with_goal(found))))))


def normal(heading: str) -> str:
    """A heading without what two writings of it may differ in: blanks and case."""
    return " ".join(heading.split()).casefold()


def _names(headings: Sequence[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for heading in headings:
        seen[normal(heading)] += 1
        number = seen[normal(heading)]
        yield heading if number == 1 else f"{heading} ({number})"


_OF_PERIODS = r"(?:(?:TAHUN|THN|TA)\b\.? ?)?(?:19|20)\d\d\b|TW\b|TRIWULAN|SEMESTER|SMT\b"
_MONTH = (
    r"\b(?:B(?:0[1-9]|1[0-2])|JAN(?:UARI)?|FEB(?:RUARI)?|MAR(?:ET)?|APR(?:IL)?|MEI|JUNI?|JULI?"
    r"|A(?:GUS|GS)(?:TUS)?|SEPT?(?:EMBER)?|OKT(?:OBER)?|NOV(?:EMBER)?|DES(?:EMBER)?)\b"
)
_MONEY = r"\b(?:ANGGARAN|KEUANGAN|PAGU|BIAYA|DANA)\b"
_COUNT = r"P(?:ER|ENG)HITUNGAN"
_OF_FORMULAS = rf"FORMULA(?!R)|RUMUS\b|CARA |METODE (?:PENGUKURAN|{_COUNT})|{_COUNT}"
_SIGNS = (
    (None, r"KODE|TOTAL|JUMLAH|LEVEL|PERSPEKTIF|RUANG LINGKUP|ASPEK"),
    (None, rf"(?:JENIS|TIPE|SIFAT) (?!{_COUNT})|STATUS|DIMENSI"),
    (None, r"(?:KATEGORI|KLASIFIKASI|KRITERIA) (?:INDIKATOR|IKU|TARGET|INKLUSI|EKSKLUSI)"),
    (None, r"IKU ?/ ?(?:NON|BUKAN)|(?:NO|NOMOR)\b\.? ?(?:INDIKATOR|IKU|IKI|KODE)"),
    (None, r"(?:RENCANA|SASARAN|INDIKATOR|HASIL|KINERJA)\b.*\b(?:ATASAN|PIMPINAN(?! TINGGI))"),
    (None, rf"(?:TARGET|REALISASI|(?:% ?)?(?:PEN)?CAPAIAN|{_OF_PERIODS}).*{_MONEY}"),
    (
        None,
        rf"(?!.*(?:TW|TRIWULAN|SEMESTER|SMT)\b)(?:TARGET|REALISASI|CAPAIAN|{_OF_PERIODS}).*{_MONTH}",
    ),
    (None, r"(?:SUMBER (?:PE[MN])?(?:DANA|DAYA|BIAYA|ANGGARAN)|ARAH KEBIJAKAN)"),
    (None, r"(?:PERIODE|FREKUENSI|WAKTU|CARA|METODE) (?:PENGUMPUL|PENGAMBIL|MEMPEROLEH)"),
    (Kolom.NOMOR, r"NO\b|NOMOR\b"),
    (Kolom.DEFINISI_OPERASIONAL, r"DEFINISI|D\.?O\.?$"),
    (Kolom.MAKNA, r"MAKNA"),
    (Kolom.ALASAN_PEMILIHAN, r"ALASAN"),
    (Kolom.SUMBER_DATA, r"SUMBER"),
    (Kolom.PENYEDIA_DATA, r"PENYEDIA"),
    (Kolom.PENANGGUNG_JAWAB, r"PENANGGUNG|PIC\b|PJ\b"),
    (Kolom.TIPE_PERHITUNGAN, rf"(?:TIPE|SIFAT|JENIS) {_COUNT}"),
    (Kolom.RUMUS, rf"PENJELASAN|{_OF_FORMULAS}"),
    (Kolom.POLARISASI, r"POLARI|ARAH\b"),
    (Kolom.PERIODE_PELAPORAN, r"PERIODE|FREKUENSI|PELAPORAN|WAKTU (?:PE)?LAPOR"),
    (
        Kolom.BASELINE,
        r"BASE ?LINE|(?:NILAI|DATA) DASAR"
        r"|(?:NILAI|KONDISI|DATA|CAPAIAN)(?: KINERJA| CAPAIAN)*(?: PADA)?(?: TAHUN)? AWAL",
    ),
    (Kolom.REALISASI, rf"REALISASI|(?:{_OF_PERIODS}).*\bREALISASI"),
    (
        Kolom.CAPAIAN,
        rf"(?:(?:%|PERSENTASE|TINGKAT|NILAI) ?)?(?:PEN)?CAPAIAN|(?:{_OF_PERIODS}).*CAPAIAN",
    ),
    (Kolom.TARGET, rf"TARGET|{_OF_PERIODS}"),
    (Kolom.SATUAN, r"SATUAN|SAT\b"),
    (Kolom.BOBOT, r"BOBOT"),
    (Kolom.KATEGORI, r"KATEGORI|KRITERIA|KLASIFIKASI"),
    (Kolom.KETERANGAN, r"KETERANGAN|KET\b|CATATAN"),
    (Kolom.INDIKATOR_TUJUAN, r"INDIKATOR (?:KINERJA )?TUJUAN"),
    (
        Kolom.INDIKATOR,
        r"(?:NAMA |URAIAN |JUDUL )?(?:INDIKATOR|IKU\b|IKI\b|IKK\b|IKP\b)|UKURAN",
    ),
    (Kolom.PROGRAM, r"PROGRAM"),
    (
        Kolom.SASARAN,
        r"(?:URAIAN |RUMUSAN )?SASARAN|(?:RENCANA )?HASIL KERJA|KINERJA|KEGIATAN|URAIAN|TUJUAN"
        r"|TUGAS",
    ),
)
_WITHIN = (
    (None, _MONEY),
    (Kolom.RUMUS, r"FORMULA(?!R)|RUMUS\b"),
    (Kolom.DEFINISI_OPERASIONAL, r"DEFINISI"),
    (Kolom.PENYEDIA_DATA, r"PENYEDIA DATA"),
    (Kolom.PENANGGUNG_JAWAB, r"PENANGGUNG ?JAWAB"),
    (Kolom.INDIKATOR, r"INDIKATOR"),
    (Kolom.SATUAN, r"SATUAN"),
    (Kolom.TARGET, r"TARGET"),
    (Kolom.SASARAN, r"SASARAN|KINERJA|KEGIATAN|TUJUAN"),
)
"""What a heading says further in, where its first words say nothing that we know."""


def _words(heading: str) -> str:
    return " ".join(heading.upper().split()).lstrip("(*# ")


# Thousands of tables have the same few headings.
@lru_cache(maxsize=4096)
def _kolom(heading: str) -> Kolom | None:
    words = _words(heading)
    for kolom, sign in _SIGNS:
        if re.match(sign, words):
            return kolom
    return next((kolom for kolom, sign in _WITHIN if re.search(sign, words)), None)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUARTER = re.compile(r"\b(?:TW|TRIWULAN)\.? ?(?:KE-?)?(IV|I{1,3}|[1-4])\b")
_HALF = re.compile(r"\b(?:SEMESTER|SMT)\.? ?(?:KE-?)?(I{1,2}|[12])\b")
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}


@lru_cache(maxsize=4096)
def _period(heading: str) -> str:
    words = " ".join(heading.upper().split())
    years = _YEAR.findall(words)
    parts = years if len(years) == 1 else []
    for sign, pattern in (("tw", _QUARTER), ("s", _HALF)):
        if found := pattern.search(words):
            parts = [*parts, sign + _ROMAN.get(found[1], found[1])]
    return "-".join(parts)


_GOAL_HEADINGS = (
    r"(?:URAIAN |RUMUSAN )?SASARAN",
    r"(?:RENCANA )?HASIL KERJA",
    r"KINERJA",
    r"(?:URAIAN )?TUGAS",
    r"KEGIATAN|URAIAN",
    r"",
)
"""What a column of goals is called, the surest first; `Tujuan` only where nothing else is."""


def _with_goal(found: list[Column]) -> list[Column]:
    """One of the columns that may be that of the goals is; others are what else they say."""
    candidates = [place for place, each in enumerate(found) if each.kolom is Kolom.SASARAN]
    for sign in _GOAL_HEADINGS:
        sure = [place for place in candidates if re.match(sign, _words(found[place].heading))]
        plain = [place for place in sure if not _words(found[place].heading).startswith("TUJUAN")]
        if chosen := [*plain, *sure][:1]:
            return [
                each
                if place not in candidates or place in chosen
                else replace(each, kolom=_second(each.heading))
                for place, each in enumerate(found)
            ]
    return found


def _second(heading: str) -> Kolom | None:
    """What a column is that might have been that of the goals."""
    first, *_ = re.split(r"\W", _words(heading), maxsplit=1)
    return {"TUJUAN": Kolom.TUJUAN, "KEGIATAN": Kolom.KEGIATAN}.get(first)


def _with_formula(found: list[Column]) -> list[Column]:
    """An explanation is the formula only where no other column is."""
    vague = [
        each
        for each in found
        if each.kolom is Kolom.RUMUS and not re.search(_OF_FORMULAS, _words(each.heading))
    ]
    if len(vague) == sum(each.kolom is Kolom.RUMUS for each in found):
        return found
    return [replace(each, kolom=None) if each in vague else each for each in found]


def _each_once(found: list[Column]) -> Iterator[Column]:
    taken: set[tuple[Kolom, str]] = set()
    for each in found:
        if each.kolom and (each.kolom, each.period) in taken:
            yield replace(each, kolom=None)
            continue
        if each.kolom:
            taken.add((each.kolom, each.period))
        yield each


_AND = re.compile(r" ?[/&+] ?| DAN ")
_MAY_STAND_BELOW: dict[Kolom, tuple[Kolom, ...]] = {
    Kolom.PROGRAM: (Kolom.KEGIATAN,),
    Kolom.DEFINISI_OPERASIONAL: (Kolom.RUMUS,),
    Kolom.SUMBER_DATA: (Kolom.PENANGGUNG_JAWAB, Kolom.PENYEDIA_DATA),
    Kolom.SATUAN: (Kolom.TARGET,),
    Kolom.TARGET: (Kolom.SATUAN, Kolom.REALISASI),
    Kolom.REALISASI: (Kolom.CAPAIAN,),
}
"""Two fields that decrees print in one column: both of the goal, or both of the indicator."""


def _with_second(found: list[Column]) -> list[Column]:
    """The second field of a heading that names two, where no column of its own holds it."""
    fields = ((each, kolom) for each in found for kolom in (each.kolom, _second(each.heading)))
    taken = {(kolom, each.period) for each, kolom in fields}
    return [
        replace(each, also=second)
        if (second := _also(each)) and (second, each.period) not in taken
        else each
        for each in found
    ]


def _also(column: Column) -> Kolom | None:
    likely = _MAY_STAND_BELOW.get(column.kolom, ()) if column.kolom else ()
    _, *rest = _AND.split(_words(column.heading))
    named = (_second(each) if each.startswith("KEGIATAN") else _kolom(each) for each in rest)
    return next((each for each in named if each in likely), None)
