"""Warnings: what was probably not meant. What is right is passed without a word."""

import pytest
from conftest import dokumen, jabatan, put

from generator.build import publishing
from generator.settings import Settings

SHARE = """\
          jenis: persentase
          pembilang: Jumlah surat
          penyebut: Jumlah surat
"""


def _told(settings: Settings) -> list[str]:
    return [each.message for each in publishing.check(settings).problems]


def _position(settings: Settings, *duties: str, more: str = "", formula: str = "") -> None:
    """A decree with one position, with duties, more lines and a formula."""
    lines = ["tugas:", *(f"  - {each}" for each in duties)] if duties else []
    text = jabatan("SEKRETARIS", 1, *lines)
    if formula:
        text = text.replace("        rumus: Jumlah surat\n", f"        rumus:{formula}")
    put(settings, {"2024/dokumen.yml": dokumen(2024), "2024/sekretaris.yml": text + more})


@pytest.mark.parametrize(
    "duty",
    [
        "Mengurus a. surat masuk dan b. surat keluar",
        "A. Yani",
        "Kurang dari < 5 hari, lebih dari > 3 hari",
        "surat *) dan **) lampiran",
        "Jumlah & selisih",
        "Mengurus surat “penting” dan “rahasia”",
        "'“Surat” dan “arsip”'",
        "__ dan ____ (isian)",
        "surel kantor: https://contoh.go.id",
        "1.000 surat",
        "2024-tw1",
    ],
)
def test_what_is_right(bare: Settings, duty: str) -> None:
    _position(bare, duty if ": " not in duty else f'"{duty}"')
    assert _told(bare) == []


@pytest.mark.parametrize(
    ("duty", "part"),
    [
        ("a. Mengurus surat", 'Tulis "Mengurus surat"'),
        ("'12) Mengurus surat'", 'tanda "12)" di depan'),
        ("'- Mengurus surat'", 'Tulis "Mengurus surat"'),
        ("• Mengurus surat", 'tanda "•" di depan'),
        ("Mengurus<br>surat", 'tanda "<br>" tampil'),
        ("Surat&nbsp;masuk", 'tanda "&nbsp;" tampil'),
        ("Mengurus **surat**", 'tanda "**surat**" tampil'),
        ("Lihat [laman](https://a.go.id)", "tampil apa adanya"),
        ("“Mengurus surat”", 'Tulis tanpa tanda kutip: "Mengurus surat"'),
        ("'\"Mengurus surat\"'", "ikut tampil"),
    ],
)
def test_signs_that_were_typed(bare: Settings, duty: str, part: str) -> None:
    _position(bare, duty)
    (message,) = _told(bare)
    assert part in message


def test_a_catatan_explains_words_of_the_decree(bare: Settings) -> None:
    """Duties twice and quotes may be printed so; signs of HTML are not."""
    twice = ("Mengurus surat", "Mengurus surat", "“Arsip”", "<b>Surat</b>")
    _position(bare, *twice)
    assert len(_told(bare)) == 3
    _position(bare, *twice, more="catatan: Butir b tercetak dua kali.\n")
    (message,) = _told(bare)
    assert "<b>" in message


@pytest.mark.parametrize("place", ["          catatan: x\n", "        catatan: x\n"])
def test_a_catatan_beside_a_formula(bare: Settings, place: str) -> None:
    """At the formula, or at its indicator."""
    _position(bare, formula=f"\n{SHARE}")
    assert "penyebut sama dengan pembilang" in _told(bare)[0]
    _position(bare, formula=f"\n{SHARE}{place}")
    assert _told(bare) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [("asli", "'= <b>A</b> / B x 100%'"), ("keterangan", "“a. Surat”"), ("catatan", "'**a**'")],
)
def test_what_is_given_as_it_is(bare: Settings, field: str, text: str) -> None:
    """Nothing is said of its signs."""
    formula = "\n          jenis: jumlah\n          hitung: Jumlah surat\n"
    _position(bare, formula=f"{formula}          {field}: {text}\n")
    assert _told(bare) == []


@pytest.mark.parametrize(
    ("formula", "above", "below"),
    [
        ("Surat masuk / surat keluar x 100%", "Surat masuk", "surat keluar"),
        ("(Surat masuk ÷ surat keluar) × 100 %", "Surat masuk", "surat keluar"),
        ("Jumlah surat / Jumlah arsip * 100.", "Jumlah surat", "Jumlah arsip"),
        ("Capaian = surat masuk/surat keluar x 100%", "surat masuk", "surat keluar"),
    ],
)
def test_a_share_in_words(bare: Settings, formula: str, above: str, below: str) -> None:
    _position(bare, formula=f" {formula}\n")
    (message,) = _told(bare)
    assert f'"pembilang: {above}" dan "penyebut: {below}"' in message


@pytest.mark.parametrize(
    "formula", ["Surat masuk/keluar yang diurus", "A / B / C x 100%", "5 x 100%"]
)
def test_no_share(bare: Settings, formula: str) -> None:
    _position(bare, formula=f" {formula}\n")
    assert _told(bare) == []


def test_a_variable_of_another_one_is_used(bare: Settings) -> None:
    """Those that only a calculated variable needs are needed; others are told."""
    variables = (
        "            A:\n              ungkapan: B / 2\n            B: b\n            C: c\n"
    )
    head = "\n          jenis: ungkapan\n          ungkapan: A\n          variabel:\n"
    _position(bare, formula=f"{head}{variables}")
    (message,) = _told(bare)
    assert message.startswith('variabel "C" tidak dipakai')


def _edition(year: int, *more: str) -> dict[str, str]:
    return {
        f"{year}/dokumen.yml": dokumen(year, *more),
        f"{year}/sekretaris.yml": jabatan("SEKRETARIS", 1),
    }


def test_a_copied_edition(bare: Settings) -> None:
    """Its number and its date are still those of the first."""
    old = ["nomor: 188/1/2023", "tanggal_ditetapkan: 2023-02-01"]
    put(bare, _edition(2023, *old) | _edition(2024, *old))
    assert [message.partition(".")[0] for message in _told(bare)] == [
        '"nomor" masih sama dengan edisi "2023"',
        '"tanggal_ditetapkan" masih sama dengan edisi "2023"',
    ]
    put(bare, _edition(2024, "nomor: 188/1/2024", "tanggal_ditetapkan: 2024-02-01"))
    assert _told(bare) == []


def test_a_title_of_another_year(bare: Settings) -> None:
    """A title may stay where it names no year, or its own."""
    files = _edition(2023) | _edition(2024)
    for year in (2023, 2024):
        name = f"{year}/dokumen.yml"
        head, _, tail = files[name].partition("judul: ")
        files[name] = f"{head}judul: INDIKATOR TAHUN 2023\n{tail.partition(chr(10))[2]}"
    put(bare, files)
    assert _told(bare) == [
        '"judul" masih sama dengan edisi "2023". Tulis menurut naskah edisi ini.'
    ]


def test_an_id_that_changed(bare: Settings) -> None:
    """The name stayed, the address did not."""
    files = _edition(2023) | _edition(2024)
    name = "2024/sekretaris.yml"
    files[name] = files[name].replace("id: surat", "id: surat-baru")
    put(bare, files)
    (message,) = _told(bare)
    assert message == (
        'indikator ini ber-id "surat" pada edisi "2023". Tulis id yang sama, supaya alamatnya '
        "tetap."
    )


def test_the_first_item_of_a_list_below_a_text(bare: Settings) -> None:
    """One line is no list yet, but nobody would break a sentence there."""
    _position(bare, "Mengurus surat\n    a. masuk")
    (message,) = _told(bare)
    assert "tampaknya sebuah daftar" in message
