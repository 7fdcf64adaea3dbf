"""What several pages show."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from generator import exports
from generator.content import addresses
from generator.content.content import Content, Entry, Key
from generator.content.glossary import Glossary
from generator.content.topics import Subjects
from generator.content.wording import (
    KELOMPOK,
    bare,
    common_name,
    edition_name,
    in_sentence,
    kind_name,
    long_date,
    plain_title,
    readable,
)
from generator.exports.about import About
from generator.files import File
from generator.model.documents import (
    Butir,
    Dokumen,
    EntriIstilah,
    Indikator,
    Instansi,
    Jabatan,
    Pemda,
    Penomoran,
    Peristiwa,
)
from generator.model.texts import texts
from generator.settings import Iki
from generator.theme.words import Words
from generator.values import web
from generator.values.fields import Model

_IN_BRACKETS = re.compile(r"\(([^()\n]*)\)")


@dataclass(frozen=True)
class Link:
    """A link: its words, and where it leads, relative to the page that shows it."""

    name: str
    href: str


@dataclass(frozen=True)
class Head:
    """What the frame of a page needs to know."""

    kind: str
    title: str
    description: str
    way: list[Link] = field(default_factory=list)
    """The way down to this page, without the page itself."""
    filters: dict[str, list[str]] = field(default_factory=dict)
    """The keys that a search can be narrowed by."""
    has_old_anchors: bool = False
    """Whether it answers for anchors that left it."""
    is_lasting: bool = True
    """Not so for a draft and for what was withdrawn: neither is listed by search engines."""


@dataclass(frozen=True)
class Later:
    """A page whose view takes long to make, or much room: it is made when the page is."""

    head: Head
    make: Callable[["Head"], Any]


@dataclass(frozen=True)
class Letter:
    """A link to a page of an index, with how much stands there."""

    link: Link
    count: int
    is_current: bool


@dataclass(frozen=True)
class Turning:
    """Which page of a long list one is, and the way to those before and after it."""

    page: str
    """Empty where there is only one."""
    before: Link | None = None
    after: Link | None = None

    def titled(self, title: str) -> str:
        """A title that no other page of the list has."""
        return f"{title}, {self.page}" if self.page else title


@dataclass(frozen=True)
class Fact:
    """A labelled value."""

    label: str
    value: str
    href: str | None = None


@dataclass(frozen=True)
class PrintedList:
    """A list as printed, with its marks."""

    butir: list[Butir]
    penomoran: Penomoran


@dataclass(frozen=True)
class Counts:
    """How much lies below something."""

    edisi: int
    jabatan: int
    indikator: int


@dataclass(frozen=True)
class JabatanRow:
    """A position in a list."""

    link: Link
    jenis: str
    indikator: int
    kelompok: str = ""
    edition: str = ""
    """Where that is not the edition of the list."""

    @property
    def group(self) -> str:
        """The group of positions that it is of, as a reader knows it."""
        return KELOMPOK.get(self.kelompok, "")


@dataclass(frozen=True)
class EdisiRow:
    """An edition in a list."""

    link: Link
    title: str
    status: str
    counts: Counts


@dataclass(frozen=True)
class InstansiRow:
    """An instansi in a list."""

    link: Link
    counts: Counts


@dataclass(frozen=True)
class Kind:
    """Positions of one kind, and what they are called together."""

    name: str
    pages: list[list[Entry[Jabatan]]]
    """So many as stand beside each other, agencies of one sort together."""

    @property
    def agencies(self) -> int:
        """In how many agencies it is."""
        return len({each.key[:2] for page in self.pages for each in page})

    def compared(self, w: Words) -> str:
        """What they are called where they stand side by side."""
        return str(w.sejenis.judul.format(nama=in_sentence(self.name), banyak=self.agencies))


@dataclass(frozen=True)
class SameName:
    """One indicator that several agencies have, and the end of its address."""

    slug: str
    name: str
    places: list[tuple[Entry[Jabatan], Indikator]]

    @property
    def agencies(self) -> int:
        """In how many agencies it is."""
        return len({entry.key[:2] for entry, _ in self.places})


@dataclass(frozen=True)
class Outcome:
    """What comparing a position with itself in another edition came to."""

    differs: bool
    counts: str
    """How many indicators are new, gone, changed and kept."""


BESIDE = 6
"""So many positions can be read beside each other."""


@dataclass(frozen=True)
class Site:
    """What every view is made from, and what takes all of it to work out."""

    content: Content
    iki: Iki
    words: Words
    url: str
    """The address of the site, for what leaves it; empty where nobody knows it yet."""
    about: About
    """Whose data these are."""
    has_papers: bool = False
    """Whether each decree has a copy to print and keep."""
    has_feed: bool = False
    """Whether what changed is told to programs, which need that address."""
    has_sheets: bool = True
    """Whether the open data are workbooks too."""

    def whole(self, address: str) -> str:
        """An address as it is typed elsewhere; empty where nobody knows that of the site."""
        return f"{self.url}{address}" if self.url else ""

    @cached_property
    def exported(self) -> list[File]:
        """The files of open data; made when they are asked for."""
        made = exports.files(self.content, self.about)
        return [each for each in made if self.has_sheets or not each.address.endswith(".xlsx")]

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kinds of position in force in more than one agency, by the end of their address."""
        groups: dict[str, list[Entry[Jabatan]]] = {}
        for entry in self.content.all_in_force():
            if entry.document.is_position and (kind := self.kind_of(entry)):
                groups.setdefault(kind, []).append(entry)
        return {
            slug: Kind(self._common(entries), self._beside(entries))
            for slug, entries in sorted(groups.items())
            if len({each.key[:2] for each in entries}) > 1
        }

    def _beside(self, entries: list[Entry[Jabatan]]) -> list[list[Entry[Jabatan]]]:
        in_order = sorted(entries, key=self._sort)
        pages = math.ceil(len(entries) / BESIDE)
        ends = [len(entries) * page // pages for page in range(pages + 1)]
        return [in_order[start:end] for start, end in pairwise(ends)]

    def _sort(self, entry: Entry[Jabatan]) -> tuple[str, ...]:
        """The same agency of other governments first, then agencies of the same sort."""
        pemda, instansi, *rest = entry.key
        document = self.content.entries[entry.key[:2]].document
        assert isinstance(document, Instansi)
        return (document.jenis, instansi, pemda, *rest)

    @cached_property
    def kind_addresses(self) -> dict[Key, str]:
        """Where each position stands beside others of its kind, by agency and position."""
        return {
            (*each.key[:2], each.slug): addresses.kind(slug, number)
            for slug, kind in self.kinds.items()
            for number, page in enumerate(kind.pages, 1)
            for each in page
        }

    @cached_property
    def same_names(self) -> dict[str, SameName]:
        """The indicators in force in more than one agency, by their bare names."""
        groups: dict[str, list[tuple[Entry[Jabatan], Indikator]]] = {}
        for entry in self.content.all_in_force():
            for each in entry.document.all_indikator():
                groups.setdefault(bare(each.nama), []).append((entry, each))
        found: dict[str, SameName] = {}
        taken: set[str] = set()
        for name, places in sorted(groups.items()):
            if len({entry.key[:2] for entry, _ in places}) > 1:
                slug = addresses.free(addresses.derived(name), taken)
                taken.add(slug)
                found[name] = SameName(slug, places[0][1].nama, places)
        return found

    def same_address(self, name: str) -> str:
        """Where an indicator of this name stands beside those of other agencies; empty where no
        other agency has it."""
        same = self.same_names.get(bare(name))
        return addresses.same_indikator(same.slug) if same else ""

    @cached_property
    def outcomes(self) -> dict[tuple[Key, Key], Outcome]:
        """What comparisons of two editions of a position came to, as far as they are made: where
        the whole decrees are compared, that need not be done again."""
        return {}

    @cached_property
    def subjects(self) -> Subjects:
        """What the indicators are about that can be compared."""
        pages = (page for kind in self.kinds.values() for page in kind.pages)
        positions = (each.document for page in pages for each in page)
        return Subjects(each.nama for one in positions for each in one.all_indikator())

    def kind_of(self, entry: Entry[Jabatan]) -> str:
        """The kind of a position, as the end of its address; empty where its title tells none."""
        name = kind_name(self.readable(entry.document.nama))
        return addresses.derived(name) if name else ""

    @cached_property
    def readable(self) -> Callable[[str], str]:
        """A shouted text in readable case: a name stands on many pages and is worked out once."""
        return cache(lambda text: readable(text, self.content.abbreviations))

    def _common(self, entries: list[Entry[Jabatan]]) -> str:
        titles = [self.readable(each.document.nama) for each in entries]
        return common_name(list(map(plain_title, titles)), kind_name(titles[0]))

    @cached_property
    def parts(self) -> dict[str, list[Entry[Dokumen]]]:
        """The parts that decrees have in other agencies, by the decree."""
        found: dict[str, list[Entry[Dokumen]]] = {}
        for each in self.content.all_dokumen():
            if each.document.bagian_dari:
                found.setdefault(each.document.bagian_dari, []).append(each)
        return found

    @cached_property
    def corrections(self) -> dict[str, list[Peristiwa]]:
        """What was corrected or withdrawn, by the page that it stands on now."""
        found: dict[str, list[Peristiwa]] = {}
        for each in self.content.history.events:
            if each.jenis != "terbit":
                page = self.content.ledger.page(each.alamat)
                found.setdefault(page, []).append(each)
        return found

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that have an expansion."""
        return Glossary(each for each in self.content.terms if each.kepanjangan)

    def terms_of(self, entry: Entry[Model]) -> list[EntriIstilah]:
        """The terms with an expansion that stand in the texts of a document, as whole words. What
        the decree itself explains, `Standar Pelayanan Publik (SPP)`, may mean something else
        here."""
        if entry.key not in self._terms:
            self._terms[entry.key] = self._found(entry.document)
        return self._terms[entry.key]

    @cached_property
    def _terms(self) -> dict[Key, list[EntriIstilah]]:
        return {}

    def _found(self, document: Model) -> list[EntriIstilah]:
        if isinstance(document, Jabatan):
            # What stands behind the name of a person is a title.
            document = document.model_copy(update={"pejabat": None})
        if isinstance(document, Dokumen):
            document = document.model_copy(update={"penandatangan": None})
        whole = "\n".join(texts(document))
        explained = {each.casefold() for each in _IN_BRACKETS.findall(whole)}
        found = {each.istilah for each in self.glossary.found(whole)}
        return [
            each
            for each in self.content.terms
            if each.istilah in found
            and each.kepanjangan
            and each.istilah.casefold() not in explained
        ]


class Perspective:
    """The content as seen from one page: names for readers, links relative to the page."""

    def __init__(self, site: Site, here: str):
        self.site = site
        self.content = site.content
        self.iki = site.iki
        self.w = site.words
        self.here = here

    def readable(self, text: str) -> str:
        """A shouted text in readable case."""
        return self.site.readable(text)

    def title(self, entry: Entry[Jabatan]) -> str:
        """What a position is called, told apart from others of its name."""
        if not entry.document.is_position:
            return str(self.w.jabatan.iku.format(instansi=self.instansi_name(entry.key)))
        name = self.readable(entry.document.nama)
        return f"{name} ({entry.document.pembeda})" if entry.document.pembeda else name

    def pemda_name(self, key: Key) -> str:
        """The name of the pemda that something belongs to."""
        return self._named(key[:1])

    def instansi_name(self, key: Key) -> str:
        """The name of the instansi that something belongs to."""
        return self._named(key[:2])

    def _named(self, key: Key) -> str:
        document = self.content.entries[key].document
        assert isinstance(document, Pemda | Instansi)
        return document.nama

    def where(self, key: Key) -> str:
        """Agency, pemda and edition of something."""
        return f"{self.instansi_name(key)}, {self.pemda_name(key)}, {edition_name(key[2])}"

    def link(self, name: str, key: Key) -> Link:
        """A link to a document."""
        return Link(name, self.to(addresses.page(key)))

    def to(self, address: str) -> str:
        """The way from this page to an address."""
        return addresses.relative(self.here, address)

    def whole(self, key: Key, id: str = "") -> str:
        """The permanent address of a document or of an indicator as it is typed elsewhere; empty
        where nobody knows that of the site, and for a draft, whose address is not promised."""
        if not self.is_lasting(key):
            return ""
        return self.site.whole(addresses.indikator(key, id) if id else addresses.page(key))

    def is_lasting(self, key: Key) -> bool:
        """Whether something is more than a part of a draft."""
        above = self.content.entries[key[:3]].document
        return not (isinstance(above, Dokumen) and above.status == "draf")

    def file(self, address: str) -> str:
        """The way from this page to a file at the top of the site."""
        return f"{self.to(addresses.HOME)}{address}"

    def way(self, key: Key = ()) -> list[Link]:
        """The way down to a document, from the front page."""
        steps = [Link(self.w.label.beranda, self.to(addresses.HOME))]
        for depth in range(1, len(key)):
            above = key[:depth]
            steps.append(
                self.link(edition_name(above[-1]) if depth == 3 else self._named(above), above)
            )
        return steps

    def edition(self, key: Key) -> Link:
        """A link to an edition, or to a position of it, by the name of the edition."""
        return self.link(edition_name(key[2]), key)

    def between(self, word: str, old: Key, new: Key, **values: str) -> str:
        """A word of ours about two editions, with their names."""
        return word.format(lama=edition_name(old[2]), baru=edition_name(new[2]), **values)

    def origin(self, key: Key) -> list[Link]:
        """The instansi and the edition that something belongs to."""
        edition = self.w.label.edisi_dalam_kalimat.format(edisi=edition_name(key[2]))
        return [self.link(self.instansi_name(key), key[:2]), self.link(edition, key[:3])]

    def filters(self, key: Key) -> dict[str, list[str]]:
        """The keys that a search can find a document by: two agencies may have one name."""
        filters = {"pemda": [key[0]], "instansi": ["/".join(key[:2])]}
        if len(key) > 2:
            filters["tahun"] = [key[2][:4]]
        return filters

    def badges(self, kind: str, entry: Entry[Dokumen]) -> list[str]:
        """What a page is, at a glance."""
        status = self.badge(entry)
        return [
            str(getattr(self.w.lencana, kind, kind)),
            self.w.label.edisi.format(edisi=edition_name(entry.slug)),
            *([status] if status else []),
        ]

    def badge(self, entry: Entry[Dokumen]) -> str:
        """What is said of an edition; of one in force nothing, for only its agency can promise
        that."""
        return str(getattr(self.w.lencana, self.content.status(entry), ""))

    def state(self, entry: Entry[Dokumen]) -> str:
        """What is known of an edition's force, and since when."""
        document, known = entry.document, self.content.status(entry)
        said = str(getattr(self.w.status, known))
        if document.diperiksa is None or known != document.status:
            return said
        day = long_date(document.diperiksa)
        if document.status == "berlaku":
            return str(self.w.status.berlaku_per.format(tanggal=day))
        return str(self.w.status.diperiksa.format(status=said, tanggal=day))

    def newer(self, entry: Entry[Dokumen], jabatan: str = "") -> Link | None:
        """The page of a newer edition, and there of a position if it has it. A position that an
        amendment leaves as it is holds as it is."""
        later = self.content.newer(entry)
        root = self.content.editions(entry.key[:2]).root
        if later is None or (jabatan and root(later.slug) == root(entry.slug)):
            return None
        name = self.w.label.edisi_dalam_kalimat.format(edisi=edition_name(later.slug))
        there = (*later.key, jabatan)
        return self.link(name, there if there in self.content.entries else later.key)

    def original(self, dokumen: Key) -> str:
        """Where a decree itself lies, if it is published here."""
        return f"{self.to(addresses.page(dokumen))}{addresses.ORIGINAL}"

    def sheet(self, dokumen: Entry[Dokumen], number: int | None) -> str | None:
        """Where a page of the decree itself can be seen."""
        file = dokumen.document.berkas_sumber
        if file is None or number is None:
            return None
        if file.tanpa_nip:
            return f"{self.original(dokumen.key)}#page={number}"
        is_pdf = file.url is not None and file.url.lower().endswith(".pdf")
        return f"{web.with_scheme(file.url)}#page={number}" if file.url and is_pdf else None

    def facts(self, entry: Entry[Dokumen]) -> list[Fact]:
        """How we know: number, place and date of a decree, last what is known of its force."""
        document = entry.document
        facts: list[Fact] = []
        if document.nomor:
            word = "{nomor}" if document.nomor_lengkap else self.w.fakta.nomor_tidak_lengkap
            facts.append(Fact(self.w.fakta.nomor, word.format(nomor=document.nomor)))
        when = long_date(document.tanggal_ditetapkan) if document.tanggal_ditetapkan else ""
        if place := ", ".join(filter(None, (document.tempat_ditetapkan, when))):
            facts.append(Fact(self.w.fakta.ditetapkan if when else self.w.fakta.tempat, place))
        if document.mulai_berlaku:
            facts.append(Fact(self.w.fakta.mulai_berlaku, long_date(document.mulai_berlaku)))
        facts.append(Fact(self.w.fakta.status, self.state(entry)))
        return facts

    def jabatan_row(self, entry: Entry[Jabatan], dokumen: Key) -> JabatanRow:
        """A position in a list of an edition."""
        return JabatanRow(
            self.link(self.title(entry), entry.key),
            entry.document.jenis,
            count_indikator([entry]),
            entry.document.kelompok or "",
            "" if entry.key[:3] == dokumen else edition_name(entry.key[2]),
        )

    def edisi_row(self, entry: Entry[Dokumen], name: str) -> EdisiRow:
        """An edition, under the given name."""
        positions = self.content.jabatan(entry.key)
        return EdisiRow(
            self.link(name, entry.key),
            self.readable(entry.document.judul),
            self.badge(entry),
            Counts(1, count_jabatan(positions), count_indikator(positions)),
        )

    def instansi_row(self, entry: Entry[Instansi]) -> InstansiRow:
        """An instansi with what it has published."""
        editions = self.content.dokumen(entry.key)
        positions = [each for one in editions for each in self.content.jabatan(one.key)]
        return InstansiRow(
            self.link(entry.document.nama, entry.key),
            Counts(len(editions), count_jabatan(positions), count_indikator(positions)),
        )


def turning(see: Perspective, number: int, of: int, address: Callable[[int], str]) -> Turning:
    """The way from a page of a long list to those before and after it."""
    w = see.w
    before = Link(w.halaman.sebelumnya, see.to(address(number - 1))) if number > 1 else None
    after = Link(w.halaman.berikutnya, see.to(address(number + 1))) if number < of else None
    page = w.halaman.nomor.format(nomor=number, banyak=of) if of > 1 else ""
    return Turning(page, before, after)


def count_jabatan(documents: Iterable[Entry[Jabatan]]) -> int:
    """How many of them are positions."""
    return sum(each.document.is_position for each in documents)


def count_indikator(positions: Iterable[Entry[Jabatan]]) -> int:
    """How many indicators some positions have together."""
    return sum(len(each.document.all_indikator()) for each in positions)
