"""Two editions: one position in both, and a whole decree against its predecessor."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.content import addresses, changes, marking, matching
from generator.content.changes import IndicatorChange, JabatanChange
from generator.content.content import Content, Entry
from generator.content.facts import Change
from generator.content.marking import Run
from generator.model.documents import Dokumen, Jabatan
from generator.pages.parts import Head, Later, Link, Outcome, Perspective, Site

KINDS = ("baru", "dihapus", "berubah", "tetap")
"""What became of something, what is told first first."""


@dataclass(frozen=True)
class Section:
    """One list of a position: what changed of it, and what did not, which is folded."""

    name: str
    anchor: str
    runs: list[Run]


@dataclass(frozen=True)
class EdisiView:
    head: Head
    title: str
    old: Link
    new: Link
    counts: str
    """How many indicators are new, gone, changed and kept."""
    differs: bool
    whole: Link | None
    """Where the whole decrees are compared."""
    others: list[Change]
    sections: list[Section]
    changed: list[IndicatorChange]
    kept: list[str]
    """The names of the indicators that are as they were."""


@dataclass(frozen=True)
class Position:
    """What became of a position."""

    link: Link
    before: Link | None
    """What it was before, where its address was another."""
    counts: str
    comparison: Link | None


@dataclass(frozen=True)
class NaskahView:
    head: Head
    title: str
    old: Link
    new: Link
    counts: str
    """How many positions are new, gone, changed and kept."""
    lists: list[tuple[str, list[Position]]]
    """The positions, by what became of them."""


def pages(site: Site) -> Iterator[tuple[str, Later]]:
    """Every position of an edition with the same of an earlier one, then the whole edition."""
    for edition in site.content.all_dokumen():
        for new in site.content.jabatan(edition.key):
            if old := site.content.before(new):
                yield _edisi(site, old, new)
        if old_edition := predecessor(site.content, edition):
            yield _naskah(site, old_edition, edition)


def predecessor(content: Content, edition: Entry[Dokumen]) -> Entry[Dokumen] | None:
    """The edition that one is compared with as a whole; a decree without its positions is none."""
    old = content.predecessor(edition)
    return old if old and content.whole(old.key) and content.whole(edition.key) else None


def whole(see: Perspective, edition: Entry[Dokumen]) -> Link | None:
    """Where a whole decree is compared with its predecessor."""
    old = predecessor(see.content, edition)
    if old is None:
        return None
    address = addresses.decrees(edition.key, old.slug)
    return Link(
        see.w.edisi_naskah.bandingkan.format(edisi=see.edition(old.key).name), see.to(address)
    )


def _edisi(site: Site, old: Entry[Jabatan], new: Entry[Jabatan]) -> tuple[str, Later]:
    """One position in two editions, with what changed marked."""
    see = Perspective(site, addresses.editions(new.key, old.key[2]))
    name = see.title(new)
    title = see.between(see.w.edisi.judul, old.key, new.key, jabatan=name)
    description = see.w.edisi.deskripsi.format(jabatan=name, instansi=see.instansi_name(new.key))
    head = Head("edisi", title, description, _way(see))
    return see.here, Later(head, partial(_edisi_view, see, old, new))


def _edisi_view(
    see: Perspective, old: Entry[Jabatan], new: Entry[Jabatan], head: Head
) -> EdisiView:
    change = changes.of_jabatan(old.document, new.document)
    see.site.outcomes[old.key, new.key] = outcome = _outcome(see, change)
    return EdisiView(
        head,
        head.title,
        see.edition(old.key),
        see.edition(new.key),
        outcome.counts,
        change.differs,
        whole(see, see.content.dokumen_of(new)),
        change.others,
        list(_sections(see, change)),
        [each for each in change.indikator if each.kind != "tetap"],
        [each.new.nama for each in change.indikator if each.new and each.kind == "tetap"],
    )


def _outcome(see: Perspective, change: JabatanChange) -> Outcome:
    return Outcome(change.differs, _counts(see, (each.kind for each in change.indikator)))


def _sections(see: Perspective, change: JabatanChange) -> Iterator[Section]:
    """The lists of a position, those that have anything."""
    for name in ("tujuan", "tugas", "fungsi", "sasaran"):
        if items := getattr(change, name):
            yield Section(getattr(see.w.label, name), f"_{name}", marking.runs(items))


def _way(see: Perspective) -> list[Link]:
    return [*see.way(), Link(see.w.label.bandingkan, see.to(addresses.COMPARE))]


def _counts(see: Perspective, kinds: Iterable[str]) -> str:
    """`3 baru, 1 dihapus`."""
    counts = Counter(kinds)
    told = ((counts[kind], getattr(see.w.beda.jenis, kind)) for kind in KINDS)
    return ", ".join(f"{count} {word}" for count, word in told if count)


def _naskah(site: Site, old: Entry[Dokumen], new: Entry[Dokumen]) -> tuple[str, Later]:
    """A whole decree against its predecessor."""
    see = Perspective(site, addresses.decrees(new.key, old.slug))
    w, agency = see.w, see.instansi_name(new.key)
    title = see.between(w.edisi_naskah.judul, old.key, new.key, instansi=agency)
    description = w.edisi_naskah.deskripsi.format(instansi=agency, pemda=see.pemda_name(new.key))
    head = Head("edisi-naskah", title, description, _way(see))
    return see.here, Later(head, partial(_naskah_view, see, old, new))


def _naskah_view(
    see: Perspective, old: Entry[Dokumen], new: Entry[Dokumen], head: Head
) -> NaskahView:
    found = list(_positions(see, old, new))
    by_kind = ((kind, [each for which, each in found if which == kind]) for kind in KINDS)
    return NaskahView(
        head,
        head.title,
        see.edition(old.key),
        see.edition(new.key),
        _counts(see, (kind for kind, _ in found)),
        [(kind, positions) for kind, positions in by_kind if positions],
    )


def _positions(
    see: Perspective, old: Entry[Dokumen], new: Entry[Dokumen]
) -> Iterator[tuple[str, Position]]:
    """What became of each: those of the newer edition in its order, then those that are gone."""
    before, after = see.content.whole(old.key), see.content.whole(new.key)
    was = {now: then for then, now in matching.positions(before, after).items()}
    for slug, entry in after.items():
        if slug in was:
            yield _kept(see, before[was[slug]], entry)
        else:
            yield "baru", Position(see.link(see.title(entry), entry.key), None, "", None)
    for slug in sorted(before.keys() - set(was.values())):
        gone = before[slug]
        yield "dihapus", Position(see.link(see.title(gone), gone.key), None, "", None)


def _kept(see: Perspective, old: Entry[Jabatan], new: Entry[Jabatan]) -> tuple[str, Position]:
    link = see.link(see.title(new), new.key)
    if old is new:
        return "tetap", Position(link, None, "", None)
    outcome = see.site.outcomes.get((old.key, new.key))
    if outcome is None:
        outcome = _outcome(see, changes.of_jabatan(old.document, new.document))
    before = None if old.slug == new.slug else see.link(see.title(old), old.key)
    if not outcome.differs and before is None:
        return "tetap", Position(link, None, "", None)
    return "berubah", Position(link, before, outcome.counts, _comparison(see, old, new))


def _comparison(see: Perspective, old: Entry[Jabatan], new: Entry[Jabatan]) -> Link | None:
    """Where the two are compared, if they are."""
    if see.content.before(new) is not old:
        return None
    address = addresses.editions(new.key, old.key[2])
    return Link(see.w.label.bandingkan, see.to(address))
