"""Rules about indicators."""

from collections.abc import Iterator

from generator.content import Content
from generator.problems import Problem


def ids_are_unique(content: Content) -> Iterator[Problem]:
    """Tiap indikator satu jabatan punya id sendiri."""
    for entry in content.all_jabatan():
        seen: dict[str, int] = {}
        for s, sasaran in enumerate(entry.document.sasaran):
            for i, indikator in enumerate(sasaran.indikator):
                place = ("sasaran", s, "indikator", i, "id")
                if indikator.id in seen:
                    message = (
                        f'id "{indikator.id}" sudah dipakai di baris {seen[indikator.id]}. '
                        "Tulis id lain."
                    )
                    yield entry.source.problem(place, message, "ganda")
                seen.setdefault(indikator.id, entry.source.values[place][0])
