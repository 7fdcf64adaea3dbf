"""Rules about a dokumen."""

from collections.abc import Iterator

from generator.content.content import Content, Entry
from generator.model.documents import Dokumen, Instansi
from generator.rules.registry import rule
from generator.rules.structure.circles import around, circles
from generator.source.problem import Problem


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


@rule(Dokumen)
def edition_does_not_change_itself(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Yang diubah oleh satu edisi adalah edisi lain."""
    if entry.document.perubahan and entry.document.perubahan.atas == entry.slug:
        message = "edisi ini tidak dapat mengubah dirinya sendiri. Tulis edisi yang diubahnya."
        yield entry.source.problem(("perubahan", "atas"), message, "rujukan")


@rule(Instansi)
def changes_do_not_circle(content: Content, entry: Entry[Instansi]) -> Iterator[Problem]:
    """Yang diubah oleh satu edisi tidak kembali mengubah edisi itu."""
    editions = {each.slug: each for each in content.dokumen(entry.key)}
    changes = {
        slug: each.document.perubahan.atas
        for slug, each in editions.items()
        if each.document.perubahan
    }
    for circle in circles(changes):
        message = f"perubahan berputar: {around(circle)}. Perbaiki edisi yang keliru."
        yield editions[circle[0]].source.problem(("perubahan", "atas"), message, "rujukan")


@rule(Dokumen)
def period_runs_forward(content: Content, entry: Entry[Dokumen]) -> Iterator[Problem]:
    """Tahun terakhir periode tidak mendahului tahun pertamanya."""
    period = entry.document.periode
    if period and period.akhir < period.mulai:
        message = (
            f"tahun terakhir {period.akhir} mendahului tahun pertama {period.mulai}. "
            "Perbaiki salah satunya."
        )
        yield entry.source.problem(("periode", "akhir"), message, "tahun")
