"""Rules about the printed table."""

from collections.abc import Iterator

from generator.content.content import Content, Entry
from generator.model.columns import column
from generator.model.documents import Jabatan
from generator.rules.registry import rule
from generator.source.problem import Problem, Severity
from generator.source.source import Location


@rule(Jabatan)
def headings_are_known(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Judul kolom tabel menyebut apa isinya."""
    for place, headings in _headings(entry.document):
        for number, heading in enumerate(headings):
            if column(heading) is None:
                message = f'judul kolom "{heading}" tidak dikenal, sehingga kolomnya tampil kosong.'
                where = (*place, number)
                yield entry.source.problem(where, message, "kolom", Severity.INGAT)


def _headings(document: Jabatan) -> Iterator[tuple[Location, list[str]]]:
    yield ("judul_kolom",), document.judul_kolom
    for number, sasaran in enumerate(document.sasaran):
        yield ("sasaran", number, "judul_kolom"), sasaran.judul_kolom
