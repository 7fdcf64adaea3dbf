"""Printed tables: what a heading stands for, and which cells stand where."""

from typing import Any

import pytest
from conftest import dokumen, jabatan, put

from generator.build import publishing
from generator.model.columns import columns
from generator.model.documents import Jabatan
from generator.pages import rendering
from generator.pages.tabel import Cell, Table, tables
from generator.settings import Settings


@pytest.mark.parametrize(
    ("heading", "kolom", "period"),
    [
        ("NO", "nomor", ""),
        ("No. Urut", "nomor", ""),
        ("KINERJA UTAMA", "sasaran", ""),
        ("SASARAN/KINERJA UTAMA", "sasaran", ""),
        ("Uraian Sasaran", "sasaran", ""),
        ("Kode Sasaran", None, ""),
        ("TOTAL SASARAN", None, ""),
        ("URAIAN KEGIATAN/ AKTIVITAS", "sasaran", ""),
        ("INDIKATOR KINERJA INDIVIDU", "indikator", ""),
        ("Nama Indikator", "indikator", ""),
        ("BOBOT INDIKATOR", "bobot", ""),
        ("Jenis Indikator", None, ""),
        ("Kode Indikator", None, ""),
        ("Definisi Operasional Indikator", "definisi_operasional", ""),
        ("PENJELASAN/ FORMULASI PENGHITUNGAN", "rumus", ""),
        ("Cara menghitung", "rumus", ""),
        ("Metode Perhitungan", "rumus", ""),
        ("Jenis Perhitungan", "tipe_perhitungan", ""),
        ("SAT", "satuan", ""),
        ("Satuan Ukuran", "satuan", ""),
        ("Frekuensi", "periode_pelaporan", ""),
        ("Polarisasi", "polarisasi", ""),
        ("Kondisi Awal 2020", "baseline", "2020"),
        ("Baseline", "baseline", ""),
        ("2024", "target", "2024"),
        ("TARGET TAHUN 2025", "target", "2025"),
        ("TARGET 2021–2026", "target", ""),
        ("Target TW II", "target", "tw2"),
        ("TRIWULAN IV 2024", "target", "2024-tw4"),
        ("Realisasi Semester I", "realisasi", "s1"),
        ("% CAPAIAN", "capaian", ""),
        ("Ket.", "keterangan", ""),
        ("Catatan", "keterangan", ""),
        ("Makna Indikator", "makna", ""),
        ("Alasan Pemilihan", "alasan_pemilihan", ""),
        ("Penyedia Data", "penyedia_data", ""),
        ("PIC", "penanggung_jawab", ""),
        ("Program", "program", ""),
        ("Kategori", "kategori", ""),
        ("Perspektif", None, ""),
        ("Bukti Dukung", None, ""),
        ("2024 Realisasi", "realisasi", "2024"),
        ("TW I Capaian (%)", "capaian", "tw1"),
        ("% PENCAPAIAN", "capaian", ""),
        ("Tahun 2025", "target", "2025"),
        ("Triwulan I (Januari–Maret)", "target", "tw1"),
        ("Realisasi Anggaran", None, ""),
        ("SUMBER DANA", None, ""),
        ("Arah Kebijakan", None, ""),
        ("Kriteria Inklusi", None, ""),
        ("Klasifikasi Target", None, ""),
        ("Tipe Indikator", None, ""),
        ("JENIS PERIODE", None, ""),
        ("IKU/Non IKU", None, ""),
        ("No IKU", None, ""),
        ("Nama IKU", "indikator", ""),
        ("Judul Indikator", "indikator", ""),
        ("Deskripsi Definisi", "definisi_operasional", ""),
        ("Metode Pengumpulan Data", None, ""),
        ("Periode Pengumpulan Data", None, ""),
        ("Periode Analisis dan Pelaporan Data", "periode_pelaporan", ""),
        ("Waktu Pelaksanaan", None, ""),
        ("Formulir", None, ""),
        ("RENCANA HASIL KERJA", "sasaran", ""),
        ("Rencana Hasil Kerja Pimpinan yang Diintervensi", None, ""),
        ("Indikator Kinerja Pimpinan Tinggi Pratama", "indikator", ""),
        ("Data Capaian pada Tahun Awal Perencanaan", "baseline", ""),
        ("Nilai Dasar (2024)", "baseline", "2024"),
        ("Unit Kerja Penanggung Jawab", "penanggung_jawab", ""),
        ("Unit/Pihak Penyedia Data", "penyedia_data", ""),
    ],
)
def test_what_a_heading_stands_for(heading: str, kolom: str | None, period: str) -> None:
    """The first words say it."""
    (found,) = columns([heading])
    assert (found.kolom, found.period) == (kolom, period)


@pytest.mark.parametrize(
    ("headings", "kolom"),
    [
        (["TUJUAN", "SASARAN", "KEGIATAN"], ["tujuan", "sasaran", "kegiatan"]),
        (["KEGIATAN", "SASARAN KEGIATAN"], ["kegiatan", "sasaran"]),
        (["TUJUAN", "INDIKATOR"], ["sasaran", "indikator"]),
        (["INDIKATOR TUJUAN", "INDIKATOR SASARAN"], ["indikator_tujuan", "indikator"]),
        (["INDIKATOR KINERJA", "INDIKATOR KEGIATAN"], ["indikator", None]),
        (["TARGET", "TARGET 2024", "Target"], ["target", "target", None]),
        (["URAIAN", "KINERJA"], [None, "sasaran"]),
        (["TUJUAN", "PERNYATAAN KINERJA"], ["tujuan", "sasaran"]),
        (["TUGAS", "FUNGSI", "KINERJA"], [None, None, "sasaran"]),
        (["PENJELASAN", "FORMULASI"], [None, "rumus"]),
        (["PENJELASAN", "SUMBER DATA"], ["rumus", "sumber_data"]),
        (["PROGRAM", "Kegiatan/Sub Kegiatan", "SASARAN"], ["program", "kegiatan", "sasaran"]),
    ],
)
def test_one_column_for_each_field(headings: list[str], kolom: list[str | None]) -> None:
    """Of several that may be the column of the goals, one is; no field stands twice."""
    assert [each.kolom for each in columns(headings)] == kolom


@pytest.mark.parametrize("heading", ["Target 2025 B03", "Target Januari", "Realisasi 2025 Mei"])
def test_a_month_is_no_year(heading: str) -> None:
    """No field holds one month: the year's value would stand in the column of March."""
    (found,) = columns([heading])
    assert found.kolom is None


def test_headings_of_one_name_are_numbered() -> None:
    """So that `lainnya` can name each."""
    names = [each.name for each in columns(["TARGET", "Target", "SATUAN", "TARGET"])]
    assert names == ["TARGET", "Target (2)", "SATUAN", "TARGET (3)"]


def _indikator(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "nama": f"N {id}", **more}


def _tables(headings: list[str], *sasaran: dict[str, Any], **more: Any) -> list[Table]:
    position = {
        "nama": "SEKRETARIS",
        "urutan": "1",
        "judul_kolom": headings,
        "sasaran": list(sasaran),
        **more,
    }
    return list(tables(Jabatan.model_validate(position)))


def _texts(table: Table) -> list[list[str]]:
    return [["; ".join(cell.texts) for cell in row] for row in table.rows]


def test_cells_of_a_period() -> None:
    """Each period in its column; what has none, in the column without a period."""
    one = _indikator("a", target={"2023": "1", "2024": "2", "2024-tw1": "3", "2025": "4"})
    (table,) = _tables(
        ["INDIKATOR", "2023", "TARGET TW I", "TARGET"], {"uraian": "S", "indikator": [one]}
    )
    assert _texts(table) == [["N a", "1", "3", "2024: 2; 2025: 4"]]


def test_a_given_cell_wins() -> None:
    """`lainnya` says what is printed, in this cell; the others of the column keep their field."""
    given = _indikator("a", satuan="persen", lainnya={"sat.": "%"})
    plain = _indikator("b", satuan="buah")
    (table,) = _tables(["INDIKATOR", "SAT."], {"uraian": "S", "indikator": [given, plain]})
    assert _texts(table) == [["N a", "%"], ["N b", "buah"]]


def test_a_cell_of_a_goal_spans_its_indicators() -> None:
    """What a goal says in `lainnya` stands once."""
    two = [_indikator("a"), _indikator("b")]
    goal = {"uraian": "S", "lainnya": {"Kode": "1.2"}, "indikator": two}
    (table,) = _tables(["KODE", "SASARAN", "INDIKATOR"], goal)
    assert table.rows == [
        [Cell(["1.2"], 2), Cell(["S"], 2), Cell(["N a"], 1)],
        [Cell(["N b"], 1)],
    ]


def test_a_part_has_a_row_of_its_own() -> None:
    """Across the whole table, and no cell spans it."""
    above = _indikator("a", sumber_data=["X"])
    below = _indikator("b", sumber_data_gabung="true")
    (table,) = _tables(
        ["SASARAN", "INDIKATOR", "SUMBER DATA"],
        {"uraian": "S", "indikator": [above]},
        {"bagian": "B. KUALITAS", "indikator": [below]},
    )
    assert table.rows[1] == [Cell(["B. KUALITAS"], 1, 3)]
    assert _texts(table)[2] == ["", "N b", "X"]


def test_lines_of_an_indicator() -> None:
    """Each has a row; what the indicator has once spans them."""
    lines = [
        {"id": "sd", "nama": "SD", "target": {"2024": "90"}},
        {"id": "smp", "nama": "SMP", "satuan": "orang", "rumus": "Jumlah siswa"},
    ]
    one = _indikator("a", satuan="persen", penanggung_jawab="P", rincian=lines)
    (table,) = _tables(
        ["INDIKATOR", "SATUAN", "TARGET", "RUMUS", "PENANGGUNG JAWAB"],
        {"uraian": "S", "indikator": [one]},
    )
    assert _texts(table) == [
        ["N a", "persen", "", "", "P"],
        ["SD", "", "90", ""],
        ["SMP", "orang", "", "Jumlah siswa"],
    ]
    assert table.rows[0][4].span == 3


def test_two_fields_in_one_column() -> None:
    """Where a heading names both; where the second has a column of its own, it stands there."""
    one = _indikator("a", definisi_operasional="D", rumus="Jumlah surat")
    goal = {"program": "P", "kegiatan": "K", "indikator": [one]}
    headings = ["Program/Kegiatan/Sub Kegiatan", "Definisi Operasional dan Formulasi"]
    (table,) = _tables(headings, goal)
    assert _texts(table) == [["P; K", "D; Jumlah surat"]]
    both = _indikator("b", realisasi={"2024": "3"}, capaian={"2024": "50"}, penanggung_jawab="PJ")
    more = {"indikator": [both, {**both, "id": "c", "sumber_data_gabung": "true"}]}
    (table,) = _tables(["Realisasi/Capaian", "Sumber Data & Penanggung Jawab"], more)
    assert _texts(table) == [["3; 50", "PJ"], ["3; 50", "PJ"]]
    of_year = _indikator("a", satuan="%", target={"2025": "9", "2025-tw1": "2"})
    (table,) = _tables(["Satuan/Target", "TW I"], {"indikator": [of_year]})
    assert _texts(table) == [["%; 9", "2"]]
    (table,) = _tables([*headings, "Kegiatan", "Rumus"], goal)
    assert _texts(table) == [["P", "D", "K", "Jumlah surat"]]


def test_a_number_is_of_a_goal_or_of_an_indicator() -> None:
    """Whichever the table is of."""
    goals = [
        {"indikator": [_indikator("a"), _indikator("b")]},
        {"indikator": [_indikator("c")]},
    ]
    (table,) = _tables(["NO", "INDIKATOR"], *goals)
    assert [row[0] for row in _texts(table)] == ["1", "2", "3"]
    told = [
        {**each, "lainnya": {"Jenis pelayanan": n}} for n, each in zip("XY", goals, strict=True)
    ]
    (table,) = _tables(["NO", "Jenis pelayanan", "INDIKATOR"], *told)
    assert _texts(table) == [["1", "X", "N a"], ["N b"], ["2", "Y", "N c"]]


def test_a_note_of_a_goal_stands_in_the_column_of_notes() -> None:
    """Once for all its indicators, where none has a note of its own."""
    two = [_indikator("a"), _indikator("b")]
    (table,) = _tables(["INDIKATOR", "KET"], {"keterangan": "K", "indikator": two})
    assert table.rows[0][1] == Cell(["K"], 2)
    own = [two[0], {**two[1], "keterangan": "L"}]
    (table,) = _tables(["INDIKATOR", "KET"], {"keterangan": "K", "indikator": own})
    assert _texts(table) == [["N a", ""], ["N b", "L"]]


def test_an_activity_stands_for_a_goal() -> None:
    """In the only column that can hold it."""
    (table,) = _tables(["Kegiatan"], {"kegiatan": "K", "indikator": [_indikator("a")]})
    assert _texts(table) == [["K"]]


def test_aims_and_their_indicators() -> None:
    """In columns of their own where there are some, else in those of the goals."""
    aims = [{"uraian": "T", "indikator": [_indikator("t")]}]
    goal = {"uraian": "S", "indikator": [_indikator("s")]}
    (own,) = _tables(
        ["TUJUAN", "INDIKATOR TUJUAN", "SASARAN", "INDIKATOR SASARAN"], goal, tujuan=aims
    )
    assert _texts(own) == [["T", "N t", "", ""], ["", "", "S", "N s"]]
    (shared,) = _tables(["SASARAN", "INDIKATOR"], goal, tujuan=aims)
    assert _texts(shared) == [["T", "N t"], ["S", "N s"]]


def test_an_aim_without_indicators_stands_once() -> None:
    """Beside all goals."""
    goals = [{"uraian": n, "indikator": [_indikator(n.lower())]} for n in "AB"]
    (table,) = _tables(["TUJUAN", "SASARAN"], *goals, tujuan="T")
    assert table.rows == [[Cell(["T"], 2), Cell(["A"], 1)], [Cell(["B"], 1)]]


def test_an_aim_stands_in_the_first_part() -> None:
    """A row of its own above the goals takes nothing away."""
    goals = [{"bagian": n, "uraian": n, "indikator": [_indikator(n.lower())]} for n in "AB"]
    (table,) = _tables(["TUJUAN", "SASARAN"], *goals, tujuan="T")
    assert _texts(table) == [["A"], ["T", "A"], ["B"], ["", "B"]]


def test_every_field_with_a_column() -> None:
    """The fields of an indicator that decrees print, each below its heading."""
    fields = {
        "Definisi operasional": ("definisi_operasional", "D"),
        "Makna": ("makna", "M"),
        "Alasan": ("alasan_pemilihan", "A"),
        "Penyedia data": ("penyedia_data", "PD"),
        "Penanggung jawab": ("penanggung_jawab", "PJ"),
        "Satuan": ("satuan", "S"),
        "Polarisasi": ("polarisasi", "minimum"),
        "Frekuensi": ("periode_pelaporan", "tahunan"),
        "Tipe perhitungan": ("tipe_perhitungan", "kumulatif"),
        "Bobot": ("bobot", "20%"),
        "Keterangan": ("keterangan", "K"),
    }
    one = _indikator("a", **dict(fields.values()), baseline={"tahun": "2020", "nilai": "7"})
    one |= {"kategori": [{"batas": "> 90", "sebutan": "baik"}], "realisasi": {"2023": "3"}}
    headings = [*fields, "Baseline", "Kondisi awal 2020", "Kategori", "Realisasi", "Capaian"]
    (table,) = _tables(headings, {"uraian": "S", "indikator": [one]})
    expected = [text for _, text in fields.values()]
    assert _texts(table) == [[*expected, "7 (2020)", "7", "> 90: baik", "3", ""]]


MISSING = '<p class="redup">tidak disebut dalam dokumen</p>'
NONE = "Naskah ini tidak memuat cara menghitung"


@pytest.mark.long
@pytest.mark.parametrize(
    ("formulas", "said", "cards"), [("", 1, 0), ("        rumus: Jumlah\n", 0, 1)]
)
def test_a_decree_without_formulas_says_so_once(
    bare: Settings, formulas: str, said: int, cards: int
) -> None:
    """Above its indicators and on no card; beside others that have one, on the card."""
    text = jabatan("SEKRETARIS", 1).replace("        rumus: Jumlah surat\n", "")
    text += f"      - id: b\n        nama: B\n{formulas}      - id: c\n        nama: C\n{formulas}"
    put(bare, {"2024/dokumen.yml": dokumen(2024), "2024/sekretaris.yml": text})
    checked = publishing.check(bare)
    assert checked.problems == []
    files = {each.address: each.text for each in rendering.render(checked.content, bare)}
    page = files["kab-contoh/dinas-contoh/2024/sekretaris/index.md"]
    assert page.count(NONE) == said
    assert page.count(MISSING) == cards


@pytest.mark.long
@pytest.mark.parametrize(
    ("headings", "label"),
    [
        (["KODE SASARAN", "KINERJA UTAMA", "INDIKATOR"], "Kinerja utama"),
        (["TOTAL SASARAN", "INDIKATOR"], "Sasaran"),
        (["TUJUAN", "SASARAN PROGRAM"], "Sasaran program"),
        (["TUJUAN", "INDIKATOR"], "Tujuan"),
        ([], "Sasaran"),
    ],
)
def test_the_label_over_a_goal(bare: Settings, headings: list[str], label: str) -> None:
    """The heading of its own column, never that of a code, a total or an aim beside it."""
    lines = ["judul_kolom:", *(f"  - {each}" for each in headings)] if headings else []
    put(
        bare,
        {
            "2024/dokumen.yml": dokumen(2024),
            "2024/sekretaris.yml": jabatan("SEKRETARIS", 1, *lines),
        },
    )
    content = publishing.check(bare).content
    files = {each.address: each.text for each in rendering.render(content, bare)}
    page = files["kab-contoh/dinas-contoh/2024/sekretaris/index.md"]
    above = f'<p class="label" data-tak-dicari>{label}</p>\n</div>\n\n\n### Tugas terlaksana {{#'
    assert above in page
