"""Rules about a dokumen."""

from collections.abc import Iterator

from generator.content import Content, Entry
from generator.model import Dokumen
from generator.problems import Problem
from generator.rules.registry import rule


@rule(Dokumen)
def year_or_period(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Dokumen menyebut tahun, atau periode."""
    if entry.document.tahun is None and entry.document.periode is None:
        message = 'bagian "tahun" (atau "periode") belum diisi.'
        yield entry.source.problem((), message, "wajib")


@rule(Dokumen)
def folder_says_the_year(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Nama folder edisi diawali tahun dokumen."""
    year = entry.document.tahun or (entry.document.periode and entry.document.periode.mulai)
    if year and not entry.slug.startswith(str(year)):
        where = ("tahun",) if entry.document.tahun else ("periode", "mulai")
        message = f'tahun {year} tidak cocok dengan folder "{entry.slug}". Samakan keduanya.'
        yield entry.source.problem(where, message, "tahun")


@rule(Dokumen)
def changed_edition_exists(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Edisi yang diubah ada di instansi yang sama."""
    change = entry.document.perubahan
    if change and not content.exists((*entry.key[:-1], change.atas)):
        message = f'edisi "{change.atas}" tidak ada di folder instansi ini.'
        yield entry.source.problem(("perubahan", "atas"), message, "rujukan")
