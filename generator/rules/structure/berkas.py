"""Rules about the decree itself, as a file: it may hold the numbers of persons."""

from collections.abc import Iterator
from hashlib import file_digest

from generator.content.addresses import ORIGINAL
from generator.content.content import Content, Entry
from generator.model.documents import BerkasSumber, Dokumen
from generator.rules.registry import rule
from generator.source.problem import Problem, Severity

MOST_MEGABYTES = 10
_BEGINNING = b"%PDF-"


@rule(Dokumen)
def an_original_was_looked_at(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """naskah.pdf dimuat bila seseorang melihat setiap halamannya, dan tidak ada NIP."""
    file, is_there = _file(entry), entry.key in content.originals
    if is_there and not (file and file.tanpa_nip):
        message = (
            "berkas ini belum boleh dimuat. Lihat setiap halamannya: bila tidak ada NIP atau nomor "
            'pribadi lain, tulis "tanpa_nip: true" di bawah "berkas_sumber:" di dokumen.yml; bila '
            "ada, pindahkan berkas ini ke luar content."
        )
        yield _problem(entry, message, "pribadi")
    elif file and file.tanpa_nip and not is_there:
        message = (
            f'"{ORIGINAL}" tidak ada di folder ini. Taruh berkasnya di sebelah dokumen.yml, atau '
            "hapus baris ini."
        )
        yield entry.source.key_problem(("berkas_sumber", "tanpa_nip"), message, "rujukan")


@rule(Dokumen)
def an_original_is_the_file_that_was_copied(
    content: Content, entry: Entry[Dokumen]
) -> Iterator[Problem]:
    """Sidik naskah.pdf sama dengan sha256 yang ditulis."""
    path, file = content.originals.get(entry.key), _file(entry)
    if path is None or file is None:
        return
    with path.open("rb") as data:
        digest = file_digest(data, "sha256").hexdigest()
    if file.sha256 is None:
        message = f'sidik {ORIGINAL} belum ditulis. Tulis di bawahnya "sha256: {digest}".'
        yield entry.source.key_problem(("berkas_sumber",), message, "wajib")
    elif file.sha256.lower() != digest:
        message = (
            f'{ORIGINAL} di folder ini bersidik "{digest}". Tulis sidik itu bila berkasnya benar; '
            "bila tidak, taruh berkas yang disalin."
        )
        yield entry.source.problem(("berkas_sumber", "sha256"), message, "sidik")


@rule(Dokumen)
def an_original_is_a_pdf(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """naskah.pdf adalah PDF yang dapat diunduh dengan ponsel."""
    path = content.originals.get(entry.key)
    if path is None:
        return
    with path.open("rb") as data:
        if data.read(len(_BEGINNING)) != _BEGINNING:
            message = "ini bukan berkas PDF. Simpan naskahnya sebagai PDF."
            yield _problem(entry, message, "berkas")
    if path.stat().st_size > MOST_MEGABYTES * 2**20:
        message = (
            f"berkas ini lebih dari {MOST_MEGABYTES} MB. Kecilkan, atau taruh di situs instansi "
            'dan tulis alamatnya di "url".'
        )
        yield _problem(entry, message, "besar")


@rule(Dokumen)
def a_reason_is_for_what_is_not_there(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Alasan ditulis bila berkasnya memang tidak ada."""
    file = _file(entry)
    if file and file.alasan_tidak_ada and (file.url or file.tanpa_nip):
        message = "berkasnya ada. Hapus alasan ini."
        yield entry.source.key_problem(("berkas_sumber", "alasan_tidak_ada"), message, "rujukan")


def _file(entry: Entry[Dokumen]) -> BerkasSumber | None:
    return entry.document.berkas_sumber


def _problem(entry: Entry[Dokumen], message: str, code: str) -> Problem:
    path = f"{entry.source.path.rpartition('/')[0]}/{ORIGINAL}"
    return Problem(path, 0, 0, Severity.GALAT, code, message)
