"""What was changed after it was published, as pages tell it: by day, then by page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.content import addresses, marking
from generator.content.content import Content, Entry
from generator.content.marking import Diff
from generator.content.wording import long_date
from generator.model.documents import Dokumen, Peristiwa
from generator.pages.alamat import named
from generator.pages.parts import Link, Perspective

MOST = 20
"""Of one page on one day so many corrections are told one by one; all stand on the page itself."""


@dataclass(frozen=True)
class Happening:
    """Something that happened to a page on a day, and each correction of it."""

    day: date
    page: str
    """Its address as it is now."""
    kind: str
    """`naskah` or `perubahan` on the day of a decree, `terbit` or `terbit_perubahan` on the day
    that it was published; `koreksi`, `ditarik`."""
    events: tuple[Peristiwa, ...] = ()


@dataclass(frozen=True)
class Correction:
    """What was corrected, with the words before and after."""

    part: str | None
    link: Link | None
    """The indicator that it is about."""
    words: Diff
    reason: str | None
    is_withdrawn: bool


@dataclass(frozen=True)
class Day:
    """A day, and what was corrected then on one page."""

    name: str
    iso: str
    corrections: list[Correction]


@dataclass(frozen=True)
class Corrected:
    """What was corrected on a page since it was published."""

    days: list[Day]
    count: int
    all: Link


def happenings(content: Content) -> list[Happening]:
    """All that happened, the newest first."""
    found = [*_of_history(content), *_of_decrees(content)]
    return sorted(found, key=lambda each: (-each.day.toordinal(), each.page, each.kind))


def _of_history(content: Content) -> Iterator[Happening]:
    def key(event: Peristiwa) -> tuple[date, str, str]:
        return event.tanggal, content.ledger.page(event.alamat), event.jenis

    for (day, page, kind), group in groupby(sorted(content.history.events, key=key), key):
        if kind == "terbit":
            yield Happening(day, page, _published(content, page))
        else:
            yield Happening(day, page, kind, tuple(group))


def _published(content: Content, page: str) -> str:
    entry = content.entries.get(tuple(page.split("/")[:-1]))
    amends = entry is not None and getattr(entry.document, "perubahan", None)
    return "terbit_perubahan" if amends else "terbit"


def _of_decrees(content: Content) -> Iterator[Happening]:
    """Each decree on its own day, unless it is known on which day it was published here."""
    events = content.history.events
    told = {content.ledger.end(each.alamat) for each in events if each.jenis == "terbit"}
    for entry in content.all_dokumen():
        page, day = addresses.page(entry.key), entry.document.tanggal_ditetapkan
        if day and page not in told and not _is_draft(entry):
            yield Happening(day, page, "perubahan" if entry.document.perubahan else "naskah")


def _is_draft(entry: Entry[Dokumen]) -> bool:
    return entry.document.status == "draf"


def corrected(see: Perspective) -> Corrected | None:
    """What was corrected on this page; nothing where nothing was."""
    events = see.site.corrections.get(see.here, ())
    if not events:
        return None
    newest = sorted(events, key=lambda each: each.tanggal, reverse=True)
    days = [
        Day(long_date(day), day.isoformat(), list(corrections(see, group)))
        for day, group in groupby(newest[: MOST * 5], lambda each: each.tanggal)
    ]
    link = Link(see.w.riwayat.semua, see.to(addresses.CHANGES))
    return Corrected(days, len(events), link)


def corrections(see: Perspective, events: Iterable[Peristiwa]) -> Iterator[Correction]:
    """Events of one page, as they are shown."""
    for each in events:
        yield Correction(
            each.bagian,
            named(see, each.alamat) if "#" in each.alamat else None,
            _words(each),
            each.alasan,
            each.jenis == "ditarik",
        )


def _words(event: Peristiwa) -> Diff:
    if not (event.semula or event.menjadi):
        return []
    return marking.shortened(marking.of_sides(event.semula or "", event.menjadi or ""))
