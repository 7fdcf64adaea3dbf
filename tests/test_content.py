"""Where files lie, and what is said when they lie wrong."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import publishing
from generator.content import loading
from generator.settings import Settings
from generator.source.problem import Problem, Severity

PEMDA = "kab-contoh"
INSTANSI = f"{PEMDA}/dinas-contoh"
EDISI = f"{INSTANSI}/2024"


def _write(name: str, text: str = "nama: X\n") -> Callable[[Path], None]:
    def act(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return act


def _remove(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


def _link(name: str, target: str) -> Callable[[Path], None]:
    return lambda root: (root / name).symlink_to(target)


@pytest.mark.parametrize(
    ("act", "path", "message"),
    [
        (
            _remove(f"{PEMDA}/pemda.yml"),
            PEMDA,
            'folder pemda ini belum punya "pemda.yml".',
        ),
        (
            _remove(f"{INSTANSI}/instansi.yml"),
            INSTANSI,
            'folder instansi ini belum punya "instansi.yml".',
        ),
        (
            _remove(f"{EDISI}/dokumen.yml"),
            EDISI,
            'folder edisi ini belum punya "dokumen.yml".',
        ),
        (
            _write(f"{EDISI}/Kepala Seksi.yml"),
            f"{EDISI}/Kepala Seksi.yml",
            "nama hanya boleh huruf kecil, angka dan tanda hubung, paling panjang 64. "
            'Ganti misalnya menjadi "kepala-seksi.yml".',
        ),
        (
            _write(f"{EDISI}/kasi.yaml"),
            f"{EDISI}/kasi.yaml",
            'akhiran berkas harus ".yml". Ganti nama menjadi "kasi.yml".',
        ),
        (
            _write(f"{EDISI}/sk.pdf"),
            f"{EDISI}/sk.pdf",
            'naskah yang dimuat bernama "naskah.pdf". Ganti nama berkas ini, atau pindahkan ke '
            "luar content.",
        ),
        (
            _write(f"{EDISI}/2-kasi.yml"),
            f"{EDISI}/2-kasi.yml",
            'nama jabatan harus diawali huruf. Ganti misalnya menjadi "kasi.yml".',
        ),
        (
            _write(f"{EDISI}/con.yml"),
            f"{EDISI}/con.yml",
            'nama "con" tidak dapat disimpan di Windows. Pilih nama lain.',
        ),
        (
            _write(f"{EDISI}/lpt1.yml"),
            f"{EDISI}/lpt1.yml",
            'nama "lpt1" tidak dapat disimpan di Windows. Pilih nama lain.',
        ),
        (
            _write("com9/pemda.yml"),
            "com9",
            'nama "com9" tidak dapat disimpan di Windows. Pilih nama lain.',
        ),
        (
            _write(f"{EDISI}/séksi.yml"),
            f"{EDISI}/séksi.yml",
            "nama hanya boleh huruf kecil, angka dan tanda hubung, paling panjang 64. "
            'Ganti misalnya menjadi "seksi.yml".',
        ),
        (
            _write(f"{EDISI}/Kepala Seksi.YML"),
            f"{EDISI}/Kepala Seksi.YML",
            'akhiran berkas harus ".yml". Ganti nama menjadi "kepala-seksi.yml".',
        ),
        (
            _write(f"{EDISI}/kasi.yml.txt"),
            f"{EDISI}/kasi.yml.txt",
            'akhiran berkas harus ".yml". Ganti nama menjadi "kasi.yml".',
        ),
        (
            _write(f"{PEMDA}/Pemda.yml"),
            f"{PEMDA}/Pemda.yml",
            'nama berkas ditulis dengan huruf kecil. Ganti nama menjadi "pemda.yml".',
        ),
        (
            _write(f"{EDISI}/dalam/kasi.yml"),
            f"{EDISI}/dalam",
            "folder edisi hanya berisi berkas jabatan. Pindahkan folder ini.",
        ),
        (
            _write(f"{INSTANSI}/tahun-ini/dokumen.yml"),
            f"{INSTANSI}/tahun-ini",
            'nama folder edisi diawali tahun: "2021" atau "2022-perubahan-1".',
        ),
        (
            _write(f"{PEMDA}/kasi.yml"),
            f"{PEMDA}/kasi.yml",
            'letak keliru: di folder pemda hanya ada "pemda.yml". Berkas jabatan dipindahkan ke '
            "folder edisi.",
        ),
        (
            _write("Alamat.yml"),
            "Alamat.yml",
            'nama berkas ditulis dengan huruf kecil. Ganti nama menjadi "alamat.yml".',
        ),
        (
            _write("kasi.yml"),
            "kasi.yml",
            "letak keliru: di sini hanya folder pemda, istilah.yml, format.yml, alamat.yml, dan "
            "riwayat.yml.",
        ),
        (
            _write("cari/pemda.yml", "nama: X\njenis: kota\n"),
            "cari",
            'nama "cari" dipakai oleh situs sendiri. Pilih nama lain.',
        ),
        (
            _write(f"{EDISI}/siti-198503152010011002.yml"),
            f"{EDISI}/siti-198503152010011002.yml",
            "nama ini memuat nomor pribadi (NIP). Ganti namanya: nomor pribadi tidak dimuat.",
        ),
        (
            _write(f"{EDISI}/siti-19850315-201001-1-002.yaml"),
            f"{EDISI}/siti-19850315-201001-1-002.yaml",
            "nama ini memuat nomor pribadi (NIP). Ganti namanya: nomor pribadi tidak dimuat.",
        ),
        (
            _write(f"{EDISI}/19850315 201001 1 002.pdf"),
            f"{EDISI}/19850315 201001 1 002.pdf",
            "nama ini memuat nomor pribadi (NIP). Ganti namanya: nomor pribadi tidak dimuat.",
        ),
        (
            _write(f"{INSTANSI}/2021-3507-0101-0180-0001/dokumen.yml"),
            f"{INSTANSI}/2021-3507-0101-0180-0001",
            "nama ini memuat nomor pribadi (NIK). Ganti namanya: nomor pribadi tidak dimuat.",
        ),
        (
            _write(f"{PEMDA}/dinas-3507010101800001/instansi.yml"),
            f"{PEMDA}/dinas-3507010101800001",
            "nama ini memuat nomor pribadi (NIK). Ganti namanya: nomor pribadi tidak dimuat.",
        ),
        (
            _link(f"{EDISI}/kasi.yml", "/etc/passwd"),
            f"{EDISI}/kasi.yml",
            "harus berkas biasa, bukan tautan (symlink) atau berkas khusus.",
        ),
        (
            _link(f"{EDISI}/folder", "/etc"),
            f"{EDISI}/folder",
            "tautan (symlink) tidak dipakai di sini. Salin berkasnya.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_a_file_in_the_wrong_place(
    settings: Settings, act: Callable[[Path], None], path: str, message: str
) -> None:
    """One sentence that says where, and what to do; a file or a folder has no line."""
    act(settings.content)
    (found,) = publishing.check(settings).problems
    assert (found.path, found.message) == (f"content/{path}", message)
    assert (found.line, found.column) == (0, 0)


def test_hidden_files_are_no_content(settings: Settings) -> None:
    """What a system leaves in folders is passed over."""
    (settings.content / ".DS_Store").write_bytes(b"\0")
    (settings.content / EDISI / ".kasi.yml.swp").write_bytes(b"\0")
    assert publishing.check(settings).problems == []


LEFTOVERS = [
    "Thumbs.db",
    "THUMBS.DB",
    "ehthumbs.db",
    "desktop.ini",
    "Desktop.ini",
    "._sekretaris.yml",
    "~$sekretaris.docx",
    "sekretaris.yml~",
    "#sekretaris.yml#",
    "sekretaris.yml.bak",
    "sekretaris.tmp",
    "Icon\r",
    "__MACOSX",
    "@eaDir",
    "$RECYCLE.BIN",
    "System Volume Information",
]


@pytest.mark.parametrize("name", LEFTOVERS)
def test_what_a_system_leaves_is_passed_over(settings: Settings, name: str) -> None:
    """Wherever it lies, with a word about it; the rest is read."""
    _write(f"{EDISI}/{name}")(settings.content)
    problems = publishing.check(settings).problems
    message = "berkas sisa komputer atau penyunting dilewati. Sebaiknya hapus."
    path = f"content/{EDISI}/{name}"
    assert problems == [Problem(path, 0, 0, Severity.INGAT, "letak", message)]


def test_what_systems_leave_is_said_once(settings: Settings) -> None:
    """One sentence for all of it, files in a folder that is passed over not counted."""
    for name in ("Thumbs.db", f"{PEMDA}/desktop.ini", f"{EDISI}/__MACOSX/sekretaris.yml"):
        _write(name)(settings.content)
    assert [each.message for each in publishing.check(settings).problems] == [
        "berkas sisa komputer atau penyunting dilewati, juga 2 lainnya. Sebaiknya hapus."
    ]


def test_leftovers_are_no_content(settings: Settings) -> None:
    """A folder that holds nothing else is empty."""
    shutil.rmtree(settings.content)
    _write("Thumbs.db")(settings.content)
    assert [each.message for each in loading.load(settings.content, "content").problems] == [
        "belum ada isinya: tambahkan folder pemda dengan pemda.yml.",
        "berkas sisa komputer atau penyunting dilewati. Sebaiknya hapus.",
    ]


@pytest.mark.parametrize("name", ["kasi-tmp", "desktop", "thumbs", "com10", "com", "lpt", "const"])
def test_names_that_only_look_like_others(settings: Settings, name: str) -> None:
    """Names that no system keeps for itself are good."""
    good = (settings.content / EDISI / "sekretaris.yml").read_text(encoding="utf-8")
    other = good.replace("urutan: 1", "urutan: 9").replace("SEKRETARIS", "LAIN")
    _write(f"{EDISI}/{name}.yml", other)(settings.content)
    assert publishing.check(settings).problems == []


def test_no_content(settings: Settings) -> None:
    """A missing and an empty folder: one clear sentence each."""
    shutil.rmtree(settings.content)
    assert [each.message for each in loading.load(settings.content, "content").problems] == [
        'folder "content" belum ada. Buat folder itu di sebelah konfigurasi.'
    ]
    settings.content.mkdir()
    assert [each.message for each in loading.load(settings.content, "content").problems] == [
        "belum ada isinya: tambahkan folder pemda dengan pemda.yml."
    ]


def test_a_reference_to_a_broken_file_is_no_second_mistake(settings: Settings) -> None:
    """The officer hears of the broken file only."""
    (settings.content / EDISI / "sekretaris.yml").write_text("nama: X\n", encoding="utf-8")
    messages = [each.message for each in publishing.check(settings).problems]
    assert messages == [
        'bagian wajib "sasaran" belum diisi.',
        'bagian wajib "urutan" belum diisi.',
    ]


def test_what_the_content_knows(settings: Settings) -> None:
    """Editions newest first, positions in the decree's order, superiors, neighbours."""
    found = loading.load(settings.content, "content").content
    assert [each.slug for each in found.dokumen((PEMDA, "dinas-contoh"))] == ["2024", "2023"]
    first, second = found.jabatan((PEMDA, "dinas-contoh", "2024"))
    assert (first.slug, second.slug) == ("sekretaris", "pengelola-data-siak")
    assert found.superior(second) == first
    assert found.superior(first) is None
    assert found.neighbours(first) == (None, second)
    assert found.neighbours(second) == (first, None)
    lists = found.lists_in_force((PEMDA, "dinas-contoh"))
    assert [(edition.slug, positions) for edition, positions in lists] == [
        ("2024", [first, second])
    ]
    assert found.abbreviations == {"SIAK"}
