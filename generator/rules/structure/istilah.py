"""Rules about the glossary."""

from collections.abc import Iterator

from generator.content.content import Content, Entry
from generator.model.documents import Istilah
from generator.rules.registry import rule
from generator.source.problem import Problem


@rule(Istilah)
def terms_are_unique(content: Content, entry: Entry[Istilah]) -> Iterator[Problem]:
    """Tiap istilah ditulis sekali."""
    seen: dict[str, int] = {}
    for number, each in enumerate(entry.document.istilah):
        place = ("istilah", number, "istilah")
        term = each.istilah.casefold()
        if term in seen:
            message = (
                f'istilah "{each.istilah}" sudah ditulis di baris {seen[term]}. '
                "Gabungkan keduanya, atau hapus satu."
            )
            yield entry.source.problem(place, message, "ganda")
        seen.setdefault(term, entry.source.values[place][0])
