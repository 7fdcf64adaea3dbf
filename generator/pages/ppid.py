"""What an officer of public information works with: every decree, what is known of it, what its
file lacks, and a sheet of evidence for each agency."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.content.content import Entry, Key
from generator.content.lacking import Lack, is_lacking_for, lacks
from generator.content.wording import edition_name, long_date
from generator.model.documents import Dokumen
from generator.pages.parts import (
    Counts,
    Head,
    Link,
    Perspective,
    Site,
    count_indikator,
    count_jabatan,
)
from generator.pages.usulan import Actions, actions

MOST_ROWS = 100
"""With more decrees than that the front page leads to the pemda only."""


@dataclass(frozen=True)
class Row:
    """A decree."""

    link: Link
    number: str | None
    day: str | None
    state: str
    address: str
    """Whole, or relative to the root of the site where nobody knows that of the site."""
    counts: Counts
    lacking: int
    complete: str
    """Where it is told what its file lacks."""


@dataclass(frozen=True)
class Group:
    """The decrees of a pemda or of an agency."""

    link: Link
    count: int
    lacking: int
    rows: list[Row]
    """None on the front page of a large site."""


@dataclass(frozen=True)
class PpidView:
    """Every pemda, or every agency of one."""

    head: Head
    groups: list[Group]
    jdihn: int | None
    """How many decrees the feed of the national network has; None below the front page."""
    data: str
    """The way to the files of data."""
    verify: str
    has_address: bool


@dataclass(frozen=True)
class Typed:
    """A field to be filled in."""

    said: str
    where: str
    line: str
    uses: str


@dataclass(frozen=True)
class Completion:
    """What the file of a decree lacks."""

    id: str
    title: str
    path: str
    typed: list[Typed]
    actions: Actions


@dataclass(frozen=True)
class PpidInstansiView:
    head: Head
    instansi: Link
    pemda: str
    rows: list[Row]
    completions: list[Completion]


View = PpidView | PpidInstansiView


def pages(site: Site) -> Iterator[tuple[str, View]]:
    """The front page, that of each pemda, and that of each agency."""
    yield _front(site)
    for pemda in site.content.pemda():
        yield _of_pemda(site, pemda.key)
        for instansi in site.content.instansi(pemda.key):
            yield _of_instansi(site, instansi.key)


def _front(site: Site) -> tuple[str, PpidView]:
    see = Perspective(site, addresses.PPID)
    total = len(list(_settled(see, ())))
    groups = [_group(see, each.key, total <= MOST_ROWS) for each in site.content.pemda()]
    ready = sum(not is_lacking_for(each.document, "jdihn") for each in _settled(see, ()))
    head = Head("ppid", see.w.ppid.judul, see.w.ppid.deskripsi, see.way())
    return see.here, _view(see, head, groups, ready if site.url else 0)


def _of_pemda(site: Site, key: Key) -> tuple[str, PpidView]:
    see = Perspective(site, addresses.ppid(key))
    groups = [_group(see, each.key, True) for each in site.content.instansi(key)]
    title = see.w.ppid.judul_bagian.format(nama=see.pemda_name(key))
    head = Head("ppid", title, see.w.ppid.deskripsi_bagian.format(nama=title), _way(see))
    return see.here, _view(see, head, groups, None)


def _view(see: Perspective, head: Head, groups: list[Group], jdihn: int | None) -> PpidView:
    data, verify = see.to(addresses.DATA), see.to(addresses.VERIFY)
    return PpidView(head, groups, jdihn, data, verify, bool(see.site.url))


def _of_instansi(site: Site, key: Key) -> tuple[str, PpidInstansiView]:
    see = Perspective(site, addresses.ppid(key))
    name = see.instansi_name(key)
    title = see.w.ppid.judul_bagian.format(nama=name)
    above = Link(see.pemda_name(key), see.to(addresses.ppid(key[:1])))
    description = see.w.ppid.deskripsi_bagian.format(nama=f"{name}, {above.name}")
    head = Head("ppid-instansi", title, description, [*_way(see), above])
    found = list(_settled(see, key))
    return see.here, PpidInstansiView(
        head,
        see.link(name, key),
        above.name,
        [_row(see, each) for each in found],
        [_completion(see, each) for each in found],
    )


def _way(see: Perspective) -> list[Link]:
    return [*see.way(), Link(see.w.ppid.judul, see.to(addresses.PPID))]


def _settled(see: Perspective, key: Key) -> Iterator[Entry[Dokumen]]:
    """The decrees below something, but for drafts: the newest of each agency first."""
    for pemda in see.content.pemda():
        for instansi in see.content.instansi(pemda.key):
            if instansi.key[: len(key)] == key:
                yield from (
                    each
                    for each in see.content.dokumen(instansi.key)
                    if each.document.status != "draf"
                )


def _group(see: Perspective, key: Key, with_rows: bool) -> Group:
    name = see.pemda_name(key) if len(key) == 1 else see.instansi_name(key)
    found = list(_settled(see, key))
    lacking = sum(1 for each in found for _ in lacks(each))
    rows = [_row(see, each) for each in found] if with_rows else []
    return Group(Link(name, see.to(addresses.ppid(key))), len(found), lacking, rows)


def _row(see: Perspective, entry: Entry[Dokumen]) -> Row:
    document, positions = entry.document, see.content.jabatan(entry.key)
    title = see.w.ppid.naskah.format(
        judul=see.readable(document.judul),
        instansi=see.instansi_name(entry.key),
        edisi=edition_name(entry.slug),
    )
    return Row(
        see.link(title, entry.key),
        document.nomor,
        long_date(document.tanggal_ditetapkan) if document.tanggal_ditetapkan else None,
        see.state(entry),
        see.whole(entry.key) or addresses.page(entry.key),
        Counts(1, count_jabatan(positions), count_indikator(positions)),
        len(list(lacks(entry))),
        f"{see.to(addresses.ppid(entry.key[:2]))}#{_id(entry)}",
    )


def _completion(see: Perspective, entry: Entry[Dokumen]) -> Completion:
    found = list(lacks(entry))
    title = see.w.label.edisi.format(edisi=edition_name(entry.slug))
    typed = [_typed(see, each, found) for each in found]
    return Completion(_id(entry), title, entry.source.path, typed, actions(see, entry))


def _id(entry: Entry[Dokumen]) -> str:
    return f"_lengkapi-{entry.slug}"


def _typed(see: Perspective, lack: Lack, found: list[Lack]) -> Typed:
    """A part that is not there begins with its own name, once."""
    part, line = str(lack.field[0]), lack.line
    is_new_part = len(lack.field) > 1 and not lack.below
    is_first = next(each for each in found if each.field[0] == part) is lack
    if lack.replaces:
        where = see.w.ppid.ganti_baris.format(baris=lack.replaces)
    elif lack.below:
        where = see.w.ppid.di_bawah_baris.format(baris=lack.below, bagian=part)
    elif is_new_part and not is_first:
        where = see.w.ppid.di_bawah_bagian.format(bagian=part)
    else:
        where = see.w.ppid.di_akhir
    if is_new_part and is_first:
        line = f"{part}:\n{line}"
    return Typed(
        lack.said, where, line, ", ".join(getattr(see.w.ppid.guna, use) for use in lack.uses)
    )
