"""Rules about the printed table."""

from collections.abc import Iterator

from generator.columns import column
from generator.content import Content
from generator.problems import Problem, Severity
from generator.reading import Location


def headings_are_known(content: Content) -> Iterator[Problem]:
    """Judul kolom tabel menyebut apa isinya."""
    for entry in content.all_jabatan():
        places: list[tuple[Location, list[str]]] = [(("judul_kolom",), entry.document.judul_kolom)]
        for number, sasaran in enumerate(entry.document.sasaran):
            places.append((("sasaran", number, "judul_kolom"), sasaran.judul_kolom))
        for place, headings in places:
            for number, heading in enumerate(headings):
                if column(heading) is None:
                    message = (
                        f'judul kolom "{heading}" tidak dikenal, sehingga kolomnya tampil kosong.'
                    )
                    where = (*place, number)
                    yield entry.source.problem(where, message, "kolom", Severity.INGAT)
