"""Rules about a dokumen."""

from collections.abc import Iterator

from generator.content import Content
from generator.problems import Problem


def year_or_period(content: Content) -> Iterator[Problem]:
    """Dokumen menyebut tahun, atau periode."""
    for entry in content.all_dokumen():
        if entry.document.tahun is None and entry.document.periode is None:
            message = 'bagian "tahun" (atau "periode") belum diisi.'
            yield entry.source.problem((), message, "wajib")


def folder_says_the_year(content: Content) -> Iterator[Problem]:
    """Nama folder edisi diawali tahun dokumen."""
    for entry in content.all_dokumen():
        year = entry.document.tahun or (entry.document.periode and entry.document.periode.mulai)
        if year and not entry.slug.startswith(str(year)):
            where = ("tahun",) if entry.document.tahun else ("periode", "mulai")
            message = f'tahun {year} tidak cocok dengan folder "{entry.slug}". Samakan keduanya.'
            yield entry.source.problem(where, message, "tahun")


def changed_edition_exists(content: Content) -> Iterator[Problem]:
    """Edisi yang diubah ada di instansi yang sama."""
    for entry in content.all_dokumen():
        change = entry.document.perubahan
        if change and not content.exists((*entry.key[:-1], change.atas)):
            message = f'edisi "{change.atas}" tidak ada di folder instansi ini.'
            yield entry.source.problem(("perubahan", "atas"), message, "rujukan")
