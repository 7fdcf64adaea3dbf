"""The decree itself beside its page: only what a person looked at, just the file that was copied,
and no number of a person in its text."""

import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from fpdf import FPDF

from generator.build import publishing
from generator.importing import originals
from generator.importing.readers.refusal import RefusedError
from generator.pages import rendering
from generator.settings import Settings
from generator.site import machine

EDITION = "kab-contoh/rsud-contoh/2024"
SHOWN = f"content/{EDITION}/naskah.pdf"
DECREE = f"content/{EDITION}/dokumen.yml"
NIP = "19700101 199003 1 001"


def _pdf(*pages: str) -> bytes:
    file = FPDF()
    file.set_font("Helvetica")
    for text in pages:
        file.add_page()
        file.multi_cell(0, text=text)
    file.set_creation_date(datetime(2024, 1, 10, tzinfo=UTC))
    return bytes(file.output())


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read apart is read here."""
    monkeypatch.setattr(originals, "apart", lambda reader, path: reader(path))


def _with(settings: Settings, data: bytes, *lines: str) -> Path:
    path = settings.content / EDITION / "naskah.pdf"
    path.write_bytes(data)
    _write(settings, *lines)
    return path


def _write(settings: Settings, *lines: str) -> None:
    file = settings.content / EDITION / "dokumen.yml"
    text = "".join(f"  {line}\n" for line in lines)
    file.write_text(file.read_text("utf-8") + f"berkas_sumber:\n{text}", "utf-8")


def _said(settings: Settings) -> list[tuple[str, str]]:
    return [(each.path, each.message) for each in publishing.check(settings).problems]


@pytest.mark.long
def test_a_good_one_is_published(settings: Settings) -> None:
    """Byte for byte, beside the page, which links to it and to its sheets."""
    data = _pdf("Keputusan", "Lampiran")
    digest = sha256(data).hexdigest()
    _with(settings, data, "tanpa_nip: true", f"sha256: {digest.upper()}", "halaman: 2")
    checked = publishing.check(settings)
    assert checked.problems == []
    files = {each.address: each for each in rendering.render(checked.content, settings)}
    assert files[f"{EDITION}/naskah.pdf"].data == data
    page = files[f"{EDITION}/index.md"].text
    assert '<a href="./naskah.pdf" rel="noopener nofollow">naskah.pdf</a>' in page
    assert '<a href="../naskah.pdf#page=5">5</a>' in files[f"{EDITION}/direktur/index.md"].text


@pytest.mark.long
def test_an_indicator_leads_to_its_sheet(settings: Settings) -> None:
    """Also in the file at the agency, if it is a PDF."""
    file = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
    text = file.read_text("utf-8").replace(
        "- id: surat-tepat-waktu", "- halaman: 7\n        id: surat-tepat-waktu"
    )
    assert "halaman: 7" in text
    file.write_text(text, "utf-8")
    files = {e.address: e for e in rendering.render(publishing.check(settings).content, settings)}
    page = files["kab-contoh/dinas-contoh/2024/sekretaris/index.md"].text
    assert '<a href="https://contoh.contohkab.go.id/berkas.pdf#page=7">7</a>' in page


@pytest.mark.long
def test_one_that_nobody_looked_at(settings: Settings) -> None:
    """It is a mistake that it lies there, and it is in no site."""
    _with(settings, _pdf("Keputusan"), "halaman: 1")
    digest = sha256((settings.content / EDITION / "naskah.pdf").read_bytes()).hexdigest()
    assert _said(settings) == [
        (DECREE, f'sidik naskah.pdf belum ditulis. Tulis di bawahnya "sha256: {digest}".'),
        (
            SHOWN,
            "berkas ini belum boleh dimuat. Lihat setiap halamannya: bila tidak ada NIP atau nomor "
            'pribadi lain, tulis "tanpa_nip: true" di bawah "berkas_sumber:" di dokumen.yml; bila '
            "ada, pindahkan berkas ini ke luar content.",
        ),
    ]
    content = publishing.check(settings).content
    assert not [e for e in rendering.render(content, settings) if e.address.endswith(".pdf")]


def test_one_without_a_word_in_its_decree(settings: Settings) -> None:
    path = settings.content / EDITION / "naskah.pdf"
    path.write_bytes(_pdf("Keputusan"))
    assert [where for where, _ in _said(settings)] == [SHOWN]


def test_another_file(settings: Settings) -> None:
    """The hash tells what lies there."""
    data = _pdf("Keputusan")
    _with(settings, data, "tanpa_nip: true", f"sha256: {'a' * 64}")
    assert _said(settings) == [
        (
            DECREE,
            f'naskah.pdf di folder ini bersidik "{sha256(data).hexdigest()}". Tulis sidik itu bila '
            "berkasnya benar; bila tidak, taruh berkas yang disalin.",
        )
    ]


def test_one_that_is_promised_and_not_there(settings: Settings) -> None:
    _write(settings, "tanpa_nip: true")
    assert _said(settings) == [
        (
            DECREE,
            '"naskah.pdf" tidak ada di folder ini. Taruh berkasnya di sebelah dokumen.yml, atau '
            "hapus baris ini.",
        )
    ]


def test_a_number_in_its_text(settings: Settings) -> None:
    """Told by its page and kind, never by itself; also where a mark says that nobody saw one."""
    data = _pdf("Keputusan", f"NIP. {NIP}\nNIP. {NIP}")
    _with(settings, data, "tanpa_nip: true", f"sha256: {sha256(data).hexdigest()}")
    assert _said(settings) == [
        (
            SHOWN,
            "halaman 2 memuat nomor pribadi (NIP). Tutup nomor itu dalam berkasnya, bukan hanya "
            "gambarnya, lalu simpan ulang.",
        )
    ]


@pytest.mark.parametrize("data", [b"%PDF-1.7\nrusak", b"PK\x03\x04"])
def test_one_that_cannot_be_read(data: bytes, settings: Settings) -> None:
    _with(settings, data, "tanpa_nip: true", f"sha256: {sha256(data).hexdigest()}")
    said = [message for where, message in _said(settings) if where == SHOWN]
    assert any(each.startswith("berkas ini tidak dapat dibaca") for each in said)
    assert (
        data.startswith(b"%PDF-") or "ini bukan berkas PDF. Simpan naskahnya sebagai PDF." in said
    )


@pytest.mark.long
def test_one_that_is_too_large(settings: Settings) -> None:
    data = _pdf("Keputusan") + b"\n" * 10 * 2**20
    _with(settings, data, "tanpa_nip: true", f"sha256: {sha256(data).hexdigest()}")
    assert [message[:28] for _, message in _said(settings)] == ["berkas ini lebih dari 10 MB."]


def test_without_the_library_that_is_said(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stops nobody: a person looked at it."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    data = _pdf("Keputusan")
    _with(settings, data, "tanpa_nip: true", f"sha256: {sha256(data).hexdigest()}")
    (problem,) = publishing.check(settings).problems
    assert not problem.is_mistake
    assert problem.message == (
        "teks di dalam berkas ini belum diperiksa: mungkin ada NIP. Ketik "
        '`pip install "iki-terbuka[impor]"`, lalu periksa lagi.'
    )


@pytest.mark.long
def test_why_there_is_none(settings: Settings) -> None:
    """The reason stands on the page, or that nobody gave one; then nothing is asked for."""
    _write(settings, "alasan_tidak_ada: Naskah hanya tersimpan di kertas.")
    files = {e.address: e for e in rendering.render(publishing.check(settings).content, settings)}
    page = files[f"{EDITION}/index.md"].text
    assert "<dt>Berkas naskah</dt><dd>Naskah hanya tersimpan di kertas.</dd>" in page
    page = files["kab-contoh/dinas-contoh/2023/index.md"].text
    assert "<dd>Belum ditautkan; mintalah kepada PPID instansinya.</dd>" in page


def test_a_reason_beside_a_file(settings: Settings) -> None:
    _write(settings, "url: https://contoh.go.id/a.pdf", "alasan_tidak_ada: Hilang.")
    assert _said(settings) == [(DECREE, "berkasnya ada. Hapus alasan ini.")]


def test_a_link_is_no_file(settings: Settings) -> None:
    target = settings.root / "lain.pdf"
    target.write_bytes(_pdf("Keputusan"))
    (settings.content / EDITION / "naskah.pdf").symlink_to(target)
    assert _said(settings) == [(SHOWN, "tautan (symlink) tidak dipakai di sini. Salin berkasnya.")]


@pytest.mark.long
def test_it_is_read_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a file makes of a library does not reach the check."""
    monkeypatch.undo()
    good, bad = tmp_path / "a.pdf", tmp_path / "b.pdf"
    good.write_bytes(_pdf("Keputusan", NIP))
    bad.write_bytes(b"%PDF-1.4")
    assert originals.apart(originals.numbers, good) == [(2, "NIP")]
    with pytest.raises(RefusedError):
        originals.apart(originals.numbers, bad)


@pytest.mark.long
def test_one_that_changes_meanwhile(settings: Settings) -> None:
    """What was not looked at is not published: that is said in one sentence."""
    data = _pdf("Keputusan")
    path = _with(settings, data, f"sha256: {sha256(data).hexdigest().upper()}", "tanpa_nip: true")
    checked = publishing.check(settings)
    assert checked.mistakes == 0
    list(rendering.render(checked.content, settings))
    path.write_bytes(_pdf(f"NIP {NIP}"))
    with pytest.raises(OSError, match=r"naskah\.pdf") as caught:
        list(rendering.render(checked.content, settings))
    assert machine.refusal(caught.value, settings.root) == (
        f'"{SHOWN}" berubah selagi situs dibangun; tunggu sampai selesai disimpan, lalu ulangi.'
    )
