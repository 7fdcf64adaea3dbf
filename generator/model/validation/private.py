"""What of persons stands in a file: each value, key and comment is searched by itself."""

from collections.abc import Iterable, Iterator

from generator.source.problem import Problem, Severity
from generator.source.source import Location, Place, Source
from generator.values.contacts import private_contact
from generator.values.personal import personal_number

_OF_AN_OFFICE = ("telepon", "surel", "kontak")
"""Fields in which an office says how to reach it."""
_OFFICES: tuple[Location, ...] = ((), ("extra", "iki"))


def found_in(source: Source) -> Iterator[Problem]:
    """Numbers of persons, which are never published, and what probably should not be."""
    for location, text in source.scalars():
        yield from _found(source, source.values[location], text)
        if not (location[-1] in _OF_AN_OFFICE and location[:-1] in _OFFICES):
            yield from _contacts(source, source.values[location], text)
    for location, place in source.keys.items():
        yield from _found(source, place, str(location[-1]))
        yield from _contacts(source, place, str(location[-1]))
    for place, text in source.comments:
        yield from _found(source, place, text)
        yield from _contacts(source, place, text)


def without_numbers(others: Iterable[Problem], found: Iterable[Problem]) -> Iterator[Problem]:
    """What else is wrong, but for what is to be deleted anyway, or would repeat a number."""
    deleted = {each.line for each in found if each.is_mistake and each.code == "pribadi"}
    for each in others:
        if each.line not in deleted and not personal_number(each.message):
            yield each


def _found(source: Source, place: Place, text: str) -> Iterator[Problem]:
    if kind := personal_number(text):
        message = f"teks ini memuat nomor pribadi ({kind}). Hapus: nomor pribadi tidak dimuat."
        yield Problem(source.path, *place, Severity.GALAT, "pribadi", message)


def _contacts(source: Source, place: Place, text: str) -> Iterator[Problem]:
    if what := private_contact(text):
        message = (
            f"teks ini memuat {what}. Bila milik seseorang, ganti dengan milik kantor, atau hapus."
        )
        yield Problem(source.path, *place, Severity.INGAT, "pribadi", message)
