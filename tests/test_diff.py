"""What a change means, told of scripted edits of the good example: each with its exact words, which
`--perbarui` writes anew into tests/beda."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import EXAMPLE, HISTORY, LEDGER, dokumen, jabatan
from playwright.sync_api import Browser
from test_browser import violations

from generator.commands import cli
from generator.review import markdown, page
from generator.review.embedding import embedded
from generator.review.outline import Block, Outline, Sentence

BEDA = Path(__file__).parent / "beda"
DINAS = "kab-contoh/dinas-contoh"
SEKRETARIS = f"{DINAS}/2024/sekretaris.yml"
PENGELOLA = f"{DINAS}/2024/pengelola-data-siak.yml"
RSUD = "kab-contoh/rsud-contoh"

Edit = Callable[[Path], None]


def _text(path: str, *pairs: tuple[str, str]) -> Edit:
    """Put other words into a file."""

    def edit(content: Path) -> None:
        text = (content / path).read_text("utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (content / path).write_text(text, "utf-8")

    return edit


def _put(files: dict[str, str]) -> Edit:
    def edit(content: Path) -> None:
        for path, text in files.items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_text(text, "utf-8")

    return edit


def _remove(path: str) -> Edit:
    def edit(content: Path) -> None:
        there = content / path
        shutil.rmtree(there) if there.is_dir() else there.unlink()

    return edit


def _move(old: str, new: str) -> Edit:
    return lambda content: shutil.move(content / old, content / new) and None


def _swap(one: str, other: str) -> Edit:
    def edit(content: Path) -> None:
        first, second = ((content / each).read_bytes() for each in (one, other))
        (content / one).write_bytes(second)
        (content / other).write_bytes(first)

    return edit


def _all(*edits: Edit) -> Edit:
    def edit(content: Path) -> None:
        for each in edits:
            each(content)

    return edit


def _same_meaning(content: Path) -> None:
    """Other quotes, another order, comments, other line ends."""
    path = content / SEKRETARIS
    text = path.read_text("utf-8")
    text = text.replace("urutan: 1\n", "").replace(
        "unit_kerja: Sekretariat", "urutan: 1\nunit_kerja: 'Sekretariat'"
    )
    path.write_bytes(f"# catatan\n{text}".replace("\n", "\r\n").encode())


def _as_draft(content: Path) -> None:
    _text(f"{RSUD}/2024-perubahan-1/dokumen.yml", ("status: berlaku", "status: draf"))(content)


def _ledger(content: Path) -> None:
    """What moved and what was withdrawn are recorded, but for one line that is gone."""
    lines = LEDGER.read_text("utf-8").splitlines()
    lines.remove("kab-contoh/rsud-contoh/: tetap")
    text = "".join(f"{line}\n" for line in (*lines, "kab-contoh/sekolah-contoh/: tetap"))
    old, new = f"{DINAS}/2024/pengelola-data-siak/", f"{DINAS}/2024/pengelola-siak/"
    text = re.sub(rf"^({old}(.*)): tetap$", rf"\1: {new}\2", text, flags=re.M)
    text = re.sub(rf"^({DINAS}/2023/.*): tetap$", r'\1: "dicabut: keliru dimuat"', text, flags=re.M)
    (content / "alamat.yml").write_text(text, "utf-8")


CUTI = (
    "      - id: cuti\n        nama: Jumlah cuti yang diurus\n"
    "        rumus: Jumlah cuti yang diurus\n"
)
LONG = " ".join(f"kata{number}" for number in range(300))
NEW_DECREE = dokumen(2025, "nomor: 188/1/2025", "tanggal_ditetapkan: 2025-01-07")
AMENDMENT = dokumen(
    2025,
    "nomor: 188/2/2025",
    "perubahan:",
    "  jenis: perubahan",
    "  atas: 2024",
    "  menghapus:",
    "    - pengelola-data-siak",
)

EDITS: dict[str, Edit] = {
    "arti-sama": _same_meaning,
    "tugas-diubah": _text(
        SEKRETARIS, ("- Mengurus surat\n", "- Mengurus surat masuk dan keluar\n")
    ),
    "tugas-disisipkan-di-atas": _text(
        SEKRETARIS, ("tugas:\n  - Mengurus surat", "tugas:\n  - Memimpin rapat\n  - Mengurus surat")
    ),
    "tugas-dihapus": _text(SEKRETARIS, ("  - Mengurus surat\n", "")),
    "tugas-berpindah": _text(
        SEKRETARIS,
        ("  - Mengurus surat\n", ""),
        ("fungsi:\n  - Pengelolaan", "  - Mengurus surat\nfungsi:\n  - Pengelolaan"),
    ),
    "penomoran-diubah": _text(
        SEKRETARIS,
        (
            "    penomoran: angka\n    butir:\n      - cuti",
            "    penomoran: huruf\n    butir:\n      - cuti",
        ),
    ),
    "fungsi-ditambah": _text(
        SEKRETARIS, ("  - Pengelolaan surat\n", "  - Pengelolaan surat\n  - Pengelolaan arsip\n")
    ),
    "tujuan-diubah": _text(
        SEKRETARIS, ("Meningkatkan tata kelola", "Meningkatkan mutu tata kelola")
    ),
    "sasaran-diubah": _text(
        SEKRETARIS, ("Meningkatnya pelayanan\n", "Meningkatnya pelayanan surat\n")
    ),
    "keterangan-jabatan": _text(
        SEKRETARIS,
        ("kelompok: administrator", "kelompok: pengawas"),
        ("unit_kerja: Sekretariat\n", ""),
    ),
    "indikator-ditambah": _text(
        SEKRETARIS,
        (
            "      - id: cuti\n",
            "      - id: arsip\n        nama: Jumlah arsip\n"
            "        rumus: Jumlah arsip yang tertata\n      - id: cuti\n",
        ),
    ),
    "indikator-dihapus": _text(
        PENGELOLA,
        (
            "      - id: uraian\n        nama: Kualitas\n"
            "        rumus: Terlaksananya kegiatan sesuai pedoman\n",
            "",
        ),
    ),
    "indikator-berganti-kata": _text(
        SEKRETARIS, ("Persentase surat yang tepat waktu", "Persentase surat masuk yang tepat waktu")
    ),
    "indikator-berganti-id": _text(SEKRETARIS, ("id: surat-tepat-waktu", "id: surat")),
    "indikator-berganti-id-dan-kata": _text(
        SEKRETARIS,
        ("id: surat-tepat-waktu", "id: surat"),
        ("Persentase surat yang tepat waktu", "Persentase surat yang dijawab tepat waktu"),
    ),
    "indikator-pindah-sasaran": _text(
        SEKRETARIS,
        (
            CUTI,
            "      - id: arsip\n        nama: Jumlah arsip\n        rumus: Jumlah arsip\n",
        ),
        (
            "  - uraian: Terurusnya",
            f"{CUTI}  - uraian: Terurusnya",
        ),
    ),
    "id-tertukar": _text(
        PENGELOLA, ("id: nilai", "id: x"), ("id: uraian", "id: nilai"), ("id: x", "id: uraian")
    ),
    "rincian-dihapus": _text(
        f"{RSUD}/2024/rsud-contoh.yml", ("id: kunjungan-smp", "id: kunjungan-smp-mts")
    ),
    "rumus-penyebut": _text(
        SEKRETARIS, ("penyebut: Jumlah surat\n", "penyebut: Jumlah surat masuk\n")
    ),
    "rumus-kata": _text(
        SEKRETARIS,
        ("rumus: Jumlah cuti yang diurus", "rumus: Jumlah cuti pegawai yang selesai diurus"),
    ),
    "rumus-berganti-jenis": _text(
        SEKRETARIS,
        (
            "rumus: Jumlah cuti yang diurus",
            "rumus:\n          jenis: persentase\n          pembilang: Jumlah cuti yang diurus\n"
            "          penyebut: Jumlah cuti yang diajukan",
        ),
    ),
    "rumus-variabel": _text(
        SEKRETARIS, ("IPP: Indeks Pelayanan Publik", "IPP: Indeks Pelayanan Prima")
    ),
    "target-diubah": _text(SEKRETARIS, ("2024: 90", "2024: 95"), ("satuan: persen", "satuan: '%'")),
    "sumber-data": _text(SEKRETARIS, ("- Laporan surat", "- Laporan surat bulanan")),
    "jabatan-ditambah": _put(
        {f"{DINAS}/2024/bendahara.yml": jabatan("BENDAHARA", 3, "tugas:", "  - Mengurus kas")}
    ),
    "jabatan-dihapus": _remove(PENGELOLA),
    "jabatan-berganti-berkas": _move(PENGELOLA, f"{DINAS}/2024/pengelola-siak.yml"),
    "jabatan-pindah-instansi": _all(
        _move(f"{RSUD}/2024/komite-mutu.yml", "kab-contoh/puskesmas-contoh/2024/komite-mutu.yml"),
        _text(
            "kab-contoh/puskesmas-contoh/2024/komite-mutu.yml",
            ("KETUA KOMITE MUTU", "KETUA KOMITE MUTU PUSKESMAS"),
        ),
    ),
    "berkas-tertukar": _swap(SEKRETARIS, PENGELOLA),
    "nama-tertukar": _all(
        _text(SEKRETARIS, ("nama: Plt. SEKRETARIS DINAS", "nama: PENGELOLA DATA SIAK")),
        _text(PENGELOLA, ("nama: PENGELOLA DATA SIAK", "nama: Plt. SEKRETARIS DINAS")),
    ),
    "edisi-ditambah": _all(
        _put(
            {
                f"{DINAS}/2025/dokumen.yml": NEW_DECREE,
                f"{DINAS}/2025/bendahara.yml": jabatan("BENDAHARA", 2),
            }
        ),
        lambda content: shutil.copy(content / SEKRETARIS, content / DINAS / "2025") and None,
    ),
    "edisi-perubahan": _all(
        _put({f"{DINAS}/2024-perubahan-1/dokumen.yml": AMENDMENT}),
        lambda content: (
            shutil.copy(content / SEKRETARIS, content / DINAS / "2024-perubahan-1") and None
        ),
        _text(
            f"{DINAS}/2024-perubahan-1/sekretaris.yml",
            ("- Mengurus surat\n", "- Mengurus surat masuk\n"),
        ),
    ),
    "edisi-dihapus": _remove(f"{DINAS}/2023"),
    "edisi-berganti-folder": _move(f"{RSUD}/2024-perubahan-1", f"{RSUD}/2024-perubahan-2"),
    "edisi-menjadi-draf": _as_draft,
    "naskah": _text(
        f"{DINAS}/2024/dokumen.yml",
        ("menimbang:\n", "menimbang:\n  - bahwa layanan perlu diperbaiki;\n"),
        ('isi: "Menetapkan indikator untuk:"', 'isi: "Menetapkan indikator kinerja untuk:"'),
        ("tanggal_ditetapkan: 2024-01-10", "tanggal_ditetapkan: 2024-01-11"),
    ),
    "instansi-dihapus": _remove(RSUD),
    "instansi-berganti-folder": _all(
        _move(DINAS, "kab-contoh/diskominfo"),
        _text(
            "kab-contoh/diskominfo/2024/sekretaris.yml",
            ("- Mengurus surat\n", "- Mengurus surat masuk\n"),
        ),
    ),
    "instansi-diubah": _text(
        f"{DINAS}/instansi.yml", ("nama: Dinas Contoh", "nama: Dinas Contoh dan Teladan")
    ),
    "pemda-diubah": _text(
        "kab-contoh/pemda.yml", ("nama: Kabupaten Contoh", "nama: Kabupaten Teladan")
    ),
    "istilah": _text(
        "istilah.yml",
        (
            "      - e-KTP\n",
            "      - e-KTP\n      - KTP elektronik\n"
            "  - istilah: SPJ\n    kepanjangan: Surat Pertanggungjawaban\n",
        ),
    ),
    "berkas-rusak": _text(SEKRETARIS, ("urutan: 1\n", "urutan: satu\n")),
    "berkas-rusak-bernomor-pribadi": _text(
        SEKRETARIS, ("nama: SITI CONTOH, SE", "nama: SITI CONTOH, SE 19800101 200501 2 003")
    ),
    "berkas-lain": _put(
        {"catatan.yml": "kab-contoh/: tetap\n", f"{DINAS}/catatan.txt": "\x1b[31m::error::halo\n"}
    ),
    "alamat-dicatat": _all(
        _move(PENGELOLA, f"{DINAS}/2024/pengelola-siak.yml"), _remove(f"{DINAS}/2023"), _ledger
    ),
    "alamat-rusak": _all(
        lambda content: shutil.copy(LEDGER, content) and None,
        _text("alamat.yml", ("kab-contoh/: tetap\n", "kab-contoh/ tetap\n")),
    ),
    "riwayat-dibetulkan": _all(
        lambda content: shutil.copy(HISTORY, content) and None,
        _text("riwayat.yml", ("satu halaman naskah", "dua halaman naskah")),
    ),
    "pejabat": _text(SEKRETARIS, ("SITI CONTOH, SE", "ANI CONTOH, SE")),
    "teks-panjang": _text(SEKRETARIS, ("- Mengurus surat\n", f"- Mengurus surat {LONG} selesai\n")),
    "tanda": _text(
        SEKRETARIS,
        (
            "- Mengurus surat\n",
            "- 'Mengurus surat <b>*penting*</b> | @semua ``` [x](https://contoh.go.id) {+ -]'\n",
        ),
    ),
}


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as the folder one stands in, beside itself as it was: without promises, but for
    the edits of the ledger."""
    before = example / "contoh"
    shutil.copytree(example / "content", before / "content")
    monkeypatch.chdir(example)
    return example


def _told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    if Path("content/alamat.yml").exists():
        shutil.copy(LEDGER, "contoh/content")
    if Path("content/riwayat.yml").exists():
        shutil.copy(HISTORY, "contoh/content")
    assert cli.main(["diff", "contoh", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told(
    name: str, project: Path, capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    """In these words."""
    EDITS[name](project / "content")
    told = _told(capsys)
    golden = BEDA / f"{name}.txt"
    if pytestconfig.getoption("--perbarui"):
        golden.write_text(told, "utf-8", newline="\n")
    assert told == golden.read_text("utf-8")


def test_every_golden_file_has_an_edit() -> None:
    assert {path.stem for path in BEDA.iterdir()} == set(EDITS)


def test_markdown_shows_texts_unchanged(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Marks of Markdown and HTML in a text are read as they were written, and nobody is called."""
    EDITS["tanda"](project / "content")
    told = _told(capsys, "--format", "markdown")
    assert "- Mengurus surat <ins>&#60;b&#62;&#42;penting&#42;&#60;/b&#62; &#124; " in told
    assert "&#64;<!-- -->semua &#96;&#96;&#96; &#91;x&#93;(https&#58;//contoh.go.id)" in told
    _put({f"{DINAS}/x.txt": "```\n# judul\n````\n"})(project / "content")
    told = _told(capsys, "--format", "markdown")
    assert "`````diff\n+```\n+# judul\n+````\n`````\n" in told


@pytest.mark.parametrize("first", ["-", "1.", "12)", "."])
def test_markdown_makes_no_list_of_a_text(first: str) -> None:
    """Whatever it begins with."""
    assert markdown.plain(f"{first} a").startswith(first[:-1] + "&#")


def test_markdown_has_room_on_the_page_of_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too long ends with where to read the rest."""
    monkeypatch.setattr(markdown, "MOST_BYTES", 100)
    blocks: list[Block] = [Sentence("a" * 60), Sentence("b" * 60)]
    told = markdown.markdown(Outline("Perubahan", "Satu.", blocks))
    assert told.endswith(
        f"{'a' * 60}\n\nSelebihnya terlalu panjang untuk halaman ini: "
        "pakai `iki diff --html perubahan.html`.\n"
    )


@pytest.mark.parametrize("name", EDITS)
def test_json_hides_nothing(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever differs stands in it, and it says nothing where nothing differs."""
    EDITS[name](project / "content")
    told = json.loads(_told(capsys, "--format", "json"))
    parts = ("alamat", "folder", "dokumen", "istilah", "berkas", "nama_pejabat")
    assert list(told) == ["dari", "ke", *parts]
    assert any(told[part] for part in parts) == (name != "arti-sama")
    if name == "edisi-ditambah":
        (folder,) = told["folder"]
        assert [each["berkas"] for each in folder["memuat"]] == [
            f"{DINAS}/2025/bendahara.yml",
            f"{DINAS}/2025/sekretaris.yml",
        ]
        assert folder["memuat"][0]["isi"]["sasaran"][0]["indikator"][0]["id"] == "surat"
        assert [each["jenis"] for each in folder["dibandingkan"]] == ["ubah", "tambah"]


def test_a_formula_in_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before and after in every form."""
    EDITS["rumus-berganti-jenis"](project / "content")
    (document,) = json.loads(_told(capsys, "--format", "json"))["dokumen"]
    (rumus,) = [each["rumus"] for each in document["indikator"] if each["jenis"] == "berubah"]
    assert (rumus["lama"]["jenis"], rumus["lama"]["baris"]) == ("Jumlah", "Jumlah cuti yang diurus")
    assert rumus["baru"]["kalimat"].startswith("Jumlah cuti yang diurus dibagi")
    assert rumus["baru"]["latex"]
    assert rumus["baru"]["mathml"].startswith("<math")


class _Html(HTMLParser):
    """The ids, links and loaded things of a file."""

    def __init__(self, text: str):
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]


def _html(project: Path, *names: str) -> str:
    for name in names:
        EDITS[name](project / "content")
    assert cli.main(["diff", str(EXAMPLE), "--html", "beda.html"]) == 0
    return (project / "beda.html").read_text("utf-8")


@pytest.mark.long
def test_one_file_of_html(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It asks for nothing else, each of its anchors is one, and its pages are those of the site."""
    text = _html(project, "rumus-penyebut", "edisi-perubahan", "tanda", "jabatan-pindah-instansi")
    assert capsys.readouterr().err == "Selesai: beda.html\n"
    assert "<code>iki ledger --pindah LAMA BARU</code>" in text
    found = _Html(text)
    assert len(found.ids) == len(set(found.ids)) > 20
    assert {link for link in found.links if not link.startswith("#")} == {"data:,"}
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert found.tags.isdisjoint({"script", "img", "iframe", "object"})
    assert found.names.isdisjoint({"style", "src", "action", "onclick"})
    assert re.search(r'<h1 id="sebelum-\d+-_atas">', text)
    assert "&lt;b&gt;*penting*&lt;/b&gt;" in text
    assert '<span class="rumus-kata">Jumlah surat masuk</span>' in text
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text


def test_a_page_that_cannot_be_made(project: Path) -> None:
    """What the check refuses is compared all the same, and says why no page is shown."""
    broken = _put({f"{DINAS}/2024/dokumen.yml": "jenis: IKI\n"})
    broken(project / "content")
    text = _html(project, "tugas-diubah")
    assert "Halaman ini belum dapat dibuat: jalankan `iki check` untuk melihat sebabnya." in text
    assert "Tidak terbaca menurut aturan sekarang" in text


def test_pages_of_many_documents(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as a phone can open, and the rest is said."""
    monkeypatch.setattr(page, "MOST_PAGES", 1)
    text = _html(project, "tugas-diubah", "jabatan-ditambah")
    assert "Halaman hanya ditunjukkan untuk 1 dokumen pertama." in text
    assert text.count("Halaman seperti dilihat pembaca") == 1


def test_embedding_leaves_out_what_could_load_or_run() -> None:
    """Whatever a page may hold some day."""
    html = (
        '<p id="a" onclick="x()" style="color:red" hidden>&amp;&#60;<a href="../x/">y</a>'
        '<a href="#a" aria-label="w">z</a><img src="https://x" alt="&quot;"/><script>p()</script>'
        '<svg viewBox="0 0 1 1"><path d="M0"/></svg><!-- c --></p>'
    )
    assert embedded(html, "k 1") == (
        '<p id="k-1-a" hidden>&amp;&#60;<a>y</a><a href="#k-1-a" aria-label="w (k 1)">z</a>'
        '<img alt="&quot;"/>'
        '<svg viewBox="0 0 1 1"><path d="M0"/></svg></p>'
    )


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Tes", "-c", "user.email=tes@contoh.go.id")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example on a branch that began at main."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    _git(project, "init", "-q", "-b", "main")
    _git(project, "add", "content", "site_config.yml")
    _git(project, "commit", "-q", "-m", "satu")
    _git(project, "checkout", "-q", "-b", "usul")
    EDITS["tugas-diubah"](project / "content")
    return project


def _words(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.main(["diff", *arguments])
    out, err = capsys.readouterr()
    return code, out + err


@pytest.mark.long
def test_from_where_the_branch_began(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name: what this branch changes, committed or not, whatever came to main since."""
    golden = (BEDA / "tugas-diubah.txt").read_text("utf-8").split("\n", 1)[1]
    code, told = _words(capsys)
    assert code == 0
    assert re.fullmatch(
        r"Perubahan isi dari pangkal cabang main \([0-9a-f]{10}\) ke folder kerja",
        told.partition("\n")[0],
    )
    assert told.partition("\n")[2] == golden
    _git(repository, "commit", "-q", "-a", "-m", "dua")
    _git(repository, "checkout", "-q", "main")
    EDITS["istilah"](repository / "content")
    _git(repository, "commit", "-q", "-a", "-m", "tiga")
    _git(repository, "checkout", "-q", "usul")
    assert _words(capsys)[1].partition("\n")[2] == golden
    assert _words(capsys, "main~1", "usul")[1].partition("\n")[2] == golden
    assert _words(capsys, "usul")[1].endswith("\nTidak ada isi yang berubah.\n")
    assert "istilah berubah" in _words(capsys, "usul", "main")[1]


@pytest.mark.long
def test_links_and_what_is_not_there_in_a_revision(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link is where it leads to; a revision without content has none."""
    link = repository / "content" / DINAS / "2024" / "x.yml"
    link.symlink_to("sekretaris.yml")
    _git(repository, "add", "-A")
    _git(repository, "commit", "-q", "-m", "dua")
    assert _words(capsys, "usul")[1].endswith("\nTidak ada isi yang berubah.\n")
    assert "+| sekretaris.yml" in _words(capsys)[1]
    _git(repository, "rm", "-q", "-r", "content")
    _git(repository, "commit", "-q", "-m", "tiga")
    assert "1 pemda dihapus" in _words(capsys, "usul~1", "usul")[1]


@pytest.mark.long
def test_below_the_root_of_a_repository(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The project may be a folder of a repository."""
    (repository / ".git").rename(repository.parent / ".git")
    try:
        _git(repository.parent, "add", f"{repository.name}/content")
        _git(repository.parent, "commit", "-q", "-m", "dua")
        assert _words(capsys, "usul")[1].endswith("\nTidak ada isi yang berubah.\n")
    finally:
        shutil.rmtree(repository.parent / ".git")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("tidak-ada",),
            '"tidak-ada" bukan folder dan bukan revisi git. Ketik `git fetch origin`, lalu sebut '
            "cabang, tanda, atau nomor komit yang ada.",
        ),
        (
            ("situs_tambahan",),
            'folder "situs_tambahan" bukan content/ dan tidak memuatnya. Sebut folder lain, atau '
            "revisi git.",
        ),
        (("a", "b", "c"), '"c" tidak diperlukan di sini. Ketik `iki --help` untuk bantuan.'),
        (
            ("--format", "pdf"),
            "isi --format tidak dapat dipakai. Pilihan: teks, markdown, json. Ketik `iki --help` "
            "untuk bantuan.",
        ),
    ],
)
def test_wrong_usage(
    repository: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    """One sentence, with what to do; 2."""
    (repository / "situs_tambahan").mkdir()
    assert _words(capsys, *arguments) == (2, f"galat: {said}\n")


@pytest.mark.long
def test_a_shallow_clone(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a server makes it: how to get the rest."""
    _git(repository, "commit", "-q", "-a", "-m", "dua")
    clone = repository.parent / f"{repository.name}-klon"
    source = repository.as_uri()
    _git(repository.parent, "clone", "-q", "--depth", "1", "-b", "usul", source, clone.name)
    (clone / "theme").symlink_to(repository / "theme")
    monkeypatch.chdir(clone)
    remedy = (
        "Riwayat di sini hanya sebagian: ketik `git fetch --unshallow origin`, atau tulis "
        "`fetch-depth: 0` pada langkah checkout, lalu ulangi."
    )
    said = f'galat: pangkal dari cabang "main" tidak ditemukan. {remedy}\n'
    assert _words(capsys) == (2, said)
    said = f'galat: "main" bukan folder dan bukan revisi git. {remedy}\n'
    assert _words(capsys, "main") == (2, said)


def test_without_git(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No repository, no git, or one of somebody else; two folders can be compared all the same."""
    folders = "atau bandingkan dua folder: `iki diff FOLDER-LAMA FOLDER-BARU`."
    said = f"galat: folder ini bukan repositori git. Jalankan di dalam repositori, {folders}\n"
    assert _words(capsys) == (2, said)
    path = project / "bin"
    path.mkdir()
    (path / "git").write_text("#!/bin/sh\necho 'detected dubious ownership' >&2\nexit 128\n")
    (path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{path}:/bin")
    assert _words(capsys)[1].startswith(
        "galat: git menolak folder ini karena pemiliknya orang lain."
    )
    monkeypatch.setenv("PATH", str(project))
    assert _words(capsys) == (2, f"galat: git belum terpasang. Pasang git, {folders}\n")
    assert _words(capsys, str(EXAMPLE))[0] == 0


def test_a_configuration_that_cannot_be_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told with its line; 2."""
    (project / "site_config.yml").write_text("site_name: [\n", "utf-8")
    code, told = _words(capsys, str(EXAMPLE))
    assert code == 2
    assert told.startswith("site_config.yml:")


@pytest.mark.long
def test_the_same_bytes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whenever it is asked."""
    for name in ("edisi-perubahan", "berkas-tertukar", "istilah", "jabatan-ditambah"):
        EDITS[name](project / "content")
    assert _told(capsys, "--format", "json") == _told(capsys, "--format", "json")
    assert _html(project) == _html(project)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_file_in_a_browser(project: Path, browser: Browser, scheme: str) -> None:
    """From the disk: one request, no errors, no sideways scrolling at 320 px, and accessible."""
    _html(project, "rumus-penyebut", "edisi-perubahan", "tanda", "jabatan-pindah-instansi")
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    shown = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda message: said.append(message.text))
    shown.goto((project / "beda.html").as_uri(), wait_until="networkidle")
    shown.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert shown.evaluate(wide) == 0
    assert violations(shown) == []
    assert (asked, said) == ([(project / "beda.html").as_uri()], [])
    context.close()
