"""`iki import`: a draft beside what is there, and a report of what it does not hold."""

import hashlib
import re
import sys
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from conftest import ROOT, SOURCES

from generator.commands import cli, import_
from generator.content import loading
from generator.importing.blocks import Paragraph, Place, Source
from generator.importing.lembar import filled, making

SUMBER = ROOT / "tests" / "sumber"
AGENCY = "content/kab-contoh/dinas-contoh"
TEXT = """INDIKATOR KINERJA INDIVIDU

NAMA : BUDI
Jabatan : Arsiparis
Tugas : a. Menata arsip;
c. Merawat arsip.

SASARAN\tINDIKATOR KINERJA\tFORMULASI\tSUMBER DATA
Tertatanya arsip\tJumlah arsip yang ditata\tJumlah arsip yang ditata\tDaftar arsip

Cap dinas
"""


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as the folder one stands in, with a decree."""
    monkeypatch.chdir(example)
    (example / "naskah.txt").write_text(TEXT, "utf-8")
    return example


def test_a_decree_becomes_an_edition(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its hash, a doubt where it stands, and what is missing with its line."""
    assert cli.main(["import", "naskah.txt", "--ke", f"{AGENCY}/2025"]) == 0
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    assert (project / AGENCY / "2025" / "dokumen.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../../schema/dokumen.schema.json\n"
        "jenis: IKI\n"
        "# periksa: tidak ditemukan dalam naskah\n"
        "judul:\n"
        "# periksa: diambil dari judul lembar pertama\n"
        "tentang: INDIKATOR KINERJA INDIVIDU\n"
        "tahun: 2025\n"
        "berkas_sumber:\n"
        f"  sha256: {sha}\n"
        "status: draf\n"
    )
    assert (project / AGENCY / "2025" / "arsiparis.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../../schema/jabatan.schema.json\n"
        "nama: Arsiparis\n"
        "urutan: 1\n"
        '# periksa: tanda butir dalam naskah tidak berurutan: tercetak "c", di sini "b"\n'
        "tugas:\n"
        "  - Menata arsip;\n"
        "  - Merawat arsip.\n"
        "judul_kolom:\n"
        "  - SASARAN\n"
        "  - INDIKATOR KINERJA\n"
        "  - FORMULASI\n"
        "  - SUMBER DATA\n"
        "sasaran:\n"
        "  - uraian: Tertatanya arsip\n"
        "    indikator:\n"
        "      - id: jumlah-arsip-yang-ditata\n"
        "        nama: Jumlah arsip yang ditata\n"
        "        rumus: Jumlah arsip yang ditata\n"
        "        sumber_data:\n"
        "          - Daftar arsip\n"
    )
    told = capsys.readouterr()
    assert told.out == (
        f"{AGENCY}/2025/dokumen.yml\n"
        f"{AGENCY}/2025/arsiparis.yml\n"
        "Tidak dibawa ke draf (1 baris):\n"
        "  di luar jabatan:\n"
        "    baris 11: Cap dinas\n"
        "Perlu diperiksa (3):\n"
        f"  {AGENCY}/2025/dokumen.yml:3: tidak ditemukan dalam naskah\n"
        f"  {AGENCY}/2025/dokumen.yml:5: diambil dari judul lembar pertama\n"
        f"  {AGENCY}/2025/arsiparis.yml:4: tanda butir dalam naskah tidak berurutan: "
        'tercetak "c", di sini "b"\n'
        "Perlu diisi atau dibetulkan:\n"
        f'{AGENCY}/2025/dokumen.yml:4:7: galat: "judul" masih kosong, dan wajib diisi.\n'
    )
    assert told.err == (
        "1 jabatan; 3 tempat perlu diperiksa, 1 baris tidak dibawa, "
        "1 baris dengan nama atau nomor pribadi dihapus.\n"
        "Bandingkan dengan naskahnya, lalu hapus tiap baris # periksa yang sudah benar.\n"
    )


@pytest.mark.long
def test_a_draft_that_was_edited_is_never_written_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert cli.main(["import", "naskah.txt", "--ke", f"{AGENCY}/2025"]) == 0
    assert capsys.readouterr().err.endswith(
        f"Draf ini sudah ada di {AGENCY}/2025; tidak ada yang ditulis.\n"
    )
    edited = project / AGENCY / "2025" / "arsiparis.yml"
    edited.write_text("nama: ARSIPARIS\n", "utf-8")
    for name in ("2025-impor", "2025-impor-2"):
        assert cli.main(["import", "naskah.txt", "--ke", f"{AGENCY}/2025"]) == 0
        assert capsys.readouterr().err.endswith(
            f"{AGENCY}/2025 sudah ada dan tidak disentuh; draf ini di {AGENCY}/{name}.\n"
        )
        assert (project / AGENCY / name / "arsiparis.yml").is_file()
    assert edited.read_text("utf-8") == "nama: ARSIPARIS\n"


def test_a_page_shows_source_and_draft_side_by_side(project: Path) -> None:
    """Every line of the source; what was left out marked, every doubt numbered and counted; no
    other file, no script, and no text of the source as code."""
    source = TEXT.replace("Cap dinas", "<script>alert(1)</script>")
    (project / "naskah.txt").write_text(source.replace("c. Merawat", "c. <b>Merawat"), "utf-8")
    assert cli.main(["import", "naskah.txt", "--ke", f"{AGENCY}/2025", "--tinjau", "t.html"]) == 0
    page = (project / "t.html").read_text("utf-8")
    assert re.findall(r'id="(periksa-\d)"', page) == ["periksa-1", "periksa-2", "periksa-3"]
    assert "Perlu diperiksa: 3." in page
    assert '<p class="sisa" title="di luar jabatan"><small>baris 11</small> &lt;script&gt;' in page
    assert '<ol type="a"><li>Menata arsip;</li><li>&lt;b&gt;Merawat arsip.</li></ol>' in page
    assert not re.search(r"<(?:script|b|link|img)\b|https?:", page)
    for text in ("Jabatan : Arsiparis", "Tertatanya arsip | Jumlah arsip yang ditata"):
        assert text in page


REFUSED = {
    ("tak-ada.txt", f"{AGENCY}/2025"): 'berkas "tak-ada.txt" tidak ada.',
    ("naskah.txt", "kab-contoh/2025"): (
        'alamat edisi ditulis pemda/instansi/edisi, bukan "kab-contoh/2025".'
    ),
    ("naskah.txt", "kab-contoh/dinas-lain/2025"): (
        'instansi "kab-contoh/dinas-lain" belum ada. Buat dahulu: '
        "`iki new instansi kab-contoh/dinas-lain`."
    ),
    ("lain.txt", f"{AGENCY}/2025"): (
        '"lain.txt": tidak ada jabatan yang terbaca. Pastikan tiap jabatan diawali baris '
        '"Jabatan : …".'
    ),
}


@pytest.mark.parametrize(("name", "address"), REFUSED)
def test_what_cannot_be_imported_is_refused_in_one_sentence(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, address: str
) -> None:
    """And nothing is written."""
    (project / "lain.txt").write_text("Undangan rapat.\n", "utf-8")
    before = sorted((project / "content").rglob("*"))
    assert cli.main(["import", name, "--ke", address]) == 2
    *_, sentence = capsys.readouterr().err.splitlines()
    assert sentence == f"galat: {REFUSED[name, address]}"
    assert sorted((project / "content").rglob("*")) == before


def test_what_a_reader_did_not_read_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Paragraph((("Jabatan : Camat",),), Place("baris 1"))
    monkeypatch.setattr(
        import_.readers, "read", lambda _: Source((line,), notes=("Lembar tersembunyi.",))
    )
    assert cli.main(["import", "naskah.txt", "--ke", f"{AGENCY}/2025"]) == 0
    assert "\nLembar tersembunyi.\n" in capsys.readouterr().out


@pytest.mark.long
def test_a_text_of_names_alone_is_no_decree(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends at once, and nothing is written."""
    (project / "naskah.txt").write_text("Jabatan : Camat\n" * 20_000, "utf-8")
    assert cli.main(["import", "naskah.txt", "--ke", f"{AGENCY}/2025"]) == 2
    assert capsys.readouterr().err == (
        'galat: "naskah.txt": ada lebih dari 5.000 jabatan di dalamnya. Bagi menjadi beberapa '
        "berkas.\n"
    )
    assert not (project / AGENCY / "2025").exists()


def test_what_a_reader_refuses_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_.readers, "read", lambda _: Source(refused="Simpan sebagai DOCX."))
    assert cli.main(["import", "naskah.txt", "--ke", f"{AGENCY}/2025"]) == 2
    *_, sentence = capsys.readouterr().err.splitlines()
    assert sentence == 'galat: "naskah.txt": Simpan sebagai DOCX.'
    assert not (project / AGENCY / "2025").exists()


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_draft_passes_the_check_but_for_what_only_a_person_knows(
    project: Path, name: str
) -> None:
    """A table whose columns are gone, what a position is told apart by, a title."""
    assert cli.main(["import", str(SUMBER / f"{name}.txt"), "--ke", f"{AGENCY}/{name[-4:]}"]) == 0
    reading = loading.load(project / "content", "content")
    missing = r'"(sasaran|tentang|judul)" masih kosong, dan wajib diisi'
    mistakes = [each.message for each in reading.problems if each.is_mistake]
    assert [each for each in mistakes if not re.match(missing, each)] == []


# The form for Excel


def _form(path: Path, year: object = 2025) -> None:
    book = openpyxl.load_workbook(BytesIO(making.made()))
    for line, value in ((1, "IKI"), (2, "KEPUTUSAN"), (4, "IKI"), (5, year)):
        book["Dokumen"].cell(line, 2, value)
    book["Jabatan"]["A3"] = "ARSIPARIS"
    book["Tugas"]["A3"], book["Tugas"]["B3"] = "ARSIPARIS", "Menata arsip"
    for column, value in enumerate(("ARSIPARIS", "Tertatanya arsip", "Jumlah arsip"), 1):
        book["Indikator"].cell(3, column, value)
    book.save(path)


@pytest.fixture
def form_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filled, "apart", lambda reader, path: reader(path))


@pytest.mark.long
@pytest.mark.usefixtures("form_in_this_process")
def test_a_form_becomes_an_edition(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once; its cells stand beside what became of them."""
    _form(project / "isi.xlsx")
    arguments = ["import", "isi.xlsx", "--ke", f"{AGENCY}/2025", "--tinjau", "t.html"]
    assert cli.main(arguments) == 0
    assert (project / AGENCY / "2025" / "arsiparis.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../../schema/jabatan.schema.json\n"
        "nama: ARSIPARIS\n"
        "urutan: 1\n"
        "tugas:\n"
        "  - Menata arsip\n"
        "sasaran:\n"
        "  - uraian: Tertatanya arsip\n"
        "    indikator:\n"
        "      - id: jumlah-arsip\n"
        "        nama: Jumlah arsip\n"
    )
    page = (project / "t.html").read_text("utf-8")
    assert "<p><small>Indikator!B3</small> Tertatanya arsip</p>" in page
    assert "<dt>uraian</dt><dd>Tertatanya arsip</dd>" in page
    capsys.readouterr()
    assert cli.main(arguments) == 0
    assert "Draf ini sudah ada di" in capsys.readouterr().err


@pytest.mark.usefixtures("form_in_this_process")
def test_mistakes_in_a_form_are_told_by_their_cells(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _form(project / "isi.xlsx", "tahun ini")
    assert cli.main(["import", "isi.xlsx", "--ke", f"{AGENCY}/2025", "--tinjau", "t.html"]) == 1
    told, summary = capsys.readouterr()
    assert told.startswith("Dokumen!B5: ")
    assert summary.endswith("1 kesalahan; tidak ada yang ditulis. Betulkan, lalu impor lagi.\n")
    assert not (project / AGENCY / "2025").exists()
    assert not (project / "t.html").exists()


def test_without_the_extra_a_form_is_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _form(project / "isi.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "generator.importing.lembar.filled", raising=False)
    monkeypatch.delattr("generator.importing.lembar.filled", raising=False)
    assert cli.main(["import", "isi.xlsx", "--ke", f"{AGENCY}/2025"]) == 2
    assert '`pip install "iki-terbuka[impor]"`' in capsys.readouterr().err
    assert not (project / AGENCY / "2025").exists()
