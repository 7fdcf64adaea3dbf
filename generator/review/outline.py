"""What a change means, said once for every form: headings, sentences, lists, formulas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.content import marking
from generator.content.addresses import page
from generator.content.changes import IndicatorChange, JabatanChange
from generator.content.content import Content, Entry, Key
from generator.content.differences import Differences, DocumentChange, FolderChange, Move
from generator.content.facts import Change
from generator.content.loading import FOLDER_FILES
from generator.content.marking import Diff, Run
from generator.content.wording import long_date, readable
from generator.formula.kinds.kind import Kind
from generator.model.documents import Dokumen, Instansi, Jabatan, Pemda
from generator.review.snapshots import Sides, TextChange
from generator.values.fields import Model

MOST_ADDRESSES = 200
"""So many addresses are told one by one; a program is told all."""
MOST_POSITIONS = 10
"""Of a decree that changes more positions only their names are told, for a whole edition is read on
its own pages."""


@dataclass(frozen=True)
class Heading:
    """A heading, and what it is about as a path."""

    level: int
    text: str
    path: str = ""


@dataclass(frozen=True)
class Sentence:
    text: str


@dataclass(frozen=True)
class Listing:
    """What changed of a field: its name, and its one value or the items of it that changed."""

    label: str
    runs: list[Run]

    @property
    def is_single(self) -> bool:
        return sum(len(run.items) for run in self.runs) == 1


@dataclass(frozen=True)
class Typed:
    """Lines to type, or names of files: each letter counts."""

    lines: list[str]


@dataclass(frozen=True)
class Formula:
    """A formula before and after, of which at least one has signs; it may have come or gone."""

    old: Kind | None
    new: Kind | None

    @property
    def label(self) -> str:
        """Of what kind it is, and of what kind it was if that is another."""
        labels = dict.fromkeys(each.label for each in (self.old, self.new) if each)
        return f"{HOW} ({' menjadi '.join(labels)})"

    @property
    def reading(self) -> Diff:
        """Its sentence, with the words that differ."""
        old, new = (each.sentence() if each else "" for each in (self.old, self.new))
        return marking.of_texts(old, new)

    @property
    def sides(self) -> list[tuple[str, Kind]]:
        """When, and what it was or is then."""
        named = ((BEFORE, self.old), (AFTER, self.new))
        return [(when, each) for when, each in named if each]


@dataclass(frozen=True)
class Lines:
    """A file as text: each line with the sign of what happened to it."""

    lines: list[tuple[str, str]]


@dataclass(frozen=True)
class Pages:
    """Where the pages of a document can be shown, before and after."""

    old: Key | None
    new: Key | None


HOW = "Bagaimana dihitung"
READ = "Cara membaca"
BEFORE, AFTER = "sebelum", "sesudah"
KEPT = "{} butir tetap"

Block = Heading | Sentence | Listing | Typed | Formula | Lines | Pages


@dataclass(frozen=True)
class Outline:
    """A whole report."""

    title: str
    summary: str
    blocks: list[Block] = field(default_factory=list)


def outline(sides: Sides, found: Differences, before: str, after: str) -> Outline:
    """What differs between two states, whose names are given; what can hurt first."""
    teller = _Teller(sides)
    blocks = [
        *_addresses(found.addresses),
        *teller.folders(found.folders),
        *teller.documents(found.documents),
        *_glossary(found.istilah),
        *_texts(sides.texts),
        *_hidden(sides.hidden),
    ]
    title = f"Perubahan isi dari {before} ke {after}"
    return Outline(title, _summary(found, sides), blocks)


_LEVELS = ("pemda", "instansi", "edisi", "jabatan")
_DONE = {
    "tambah": "ditambah",
    "hapus": "dihapus",
    "ganti": "berganti alamat",
    "pindah": "pindah",
    "ubah": "diubah",
}
_OF_INDICATOR = {"baru": "ditambah", "dihapus": "dihapus", "berubah": "diubah", "tetap": "diubah"}


def _summary(found: Differences, sides: Sides) -> str:
    counts: dict[str, int] = {}

    def count(what: str, done: str, many: int = 1) -> None:
        counts[f"{what} {done}"] = counts.get(f"{what} {done}", 0) + many

    for move in found.addresses:
        count("alamat", _MOVED[move.kind])
    for change in found.folders:
        done = _DONE["tambah" if change.is_added else "hapus"]
        for entry in (change.entry, *change.below):
            count(_level(entry), done)
    for document in found.documents:
        count(_level(document.entry), _DONE[document.kind])
        for each in _changed(document.jabatan):
            count("indikator", _OF_INDICATOR[each.kind])
    count("istilah", "berubah", len(found.istilah))
    count("berkas", "dibandingkan sebagai teks", len(sides.texts))
    count("nama pejabat", "berubah", len(sides.hidden))
    told = ", ".join(f"{many} {what}" for what, many in counts.items() if many)
    return f"{told[:1].upper()}{told[1:]}." if told else "Tidak ada isi yang berubah."


_MOVED = {
    "pindah": "pindah",
    "mati": "akan mati",
    "tertukar": "berganti isi",
    "lepas": "hilang dari catatan",
    "catat": "dicatat pindah",
    "tarik": "dicatat ditarik",
    "terbit": "baru dicatat",
}


def _level(entry: Entry[Model]) -> str:
    if isinstance(entry.document, Jabatan) and not entry.document.is_position:
        return "IKU instansi"
    return _LEVELS[len(entry.key) - 1]


def _changed(change: JabatanChange | None) -> list[IndicatorChange]:
    indicators = change.indikator if change else []
    return [each for each in indicators if each.kind != "tetap" or each.is_renamed]


def _addresses(moves: Sequence[Move]) -> Iterator[Block]:
    if moves:
        yield Heading(2, "Alamat")
    for kind, told in _ON_ADDRESSES.items():
        if chosen := [each for each in moves if each.kind == kind]:
            yield Sentence(told)
            yield Typed([_line(each) for each in chosen[:MOST_ADDRESSES]])
            if rest := chosen[MOST_ADDRESSES:]:
                yield Sentence(f"… dan {len(rest)} lagi; semuanya ada di `--format json`.")
    if new := [each for each in moves if each.kind == "terbit"]:
        yield Sentence(f"{len(new)} alamat baru dicatat di content/alamat.yml.")


def _line(move: Move) -> str:
    if move.kind == "tertukar":
        return f"{move.old} (isinya kini di {move.new})"
    return f"{move.old}: {move.new}" if move.new else move.old


_ON_ADDRESSES = {
    "mati": (
        "Alamat ini akan mati: yang ada di sana dihapus atau menjadi draf. Kembalikan, atau ketik "
        "penggantinya di content/alamat.yml, misalnya halaman di atasnya:"
    ),
    "lepas": (
        "Baris ini dihapus dari content/alamat.yml, padahal alamatnya pernah terbit. Kembalikan:"
    ),
    "tertukar": (
        "Alamat ini tetap ada, tetapi kini memuat hal lain, sehingga tautan lama menyesatkan. "
        "Kembalikan nama berkas atau id-nya:"
    ),
    "pindah": (
        "Alamat ini pindah. Catat dengan `iki ledger --pindah LAMA BARU`, atau ketik di "
        "content/alamat.yml:"
    ),
    "catat": "Alamat ini pindah, dan sudah dicatat di content/alamat.yml:",
    "tarik": "Alamat ini ditarik dari situs, dan alasannya sudah dicatat di content/alamat.yml:",
}


class _Teller:
    """Documents in words; their names are those that readers see."""

    def __init__(self, sides: Sides):
        self._sides = sides

    def _content(self, is_new: bool) -> Content:
        return self._sides.new if is_new else self._sides.old

    def _name(self, entry: Entry[Model], is_new: bool = True) -> str:
        document = entry.document
        if isinstance(document, Jabatan):
            name = readable(document.nama, self._content(is_new).abbreviations)
            return f"{name} ({document.pembeda})" if document.pembeda else name
        if isinstance(document, Pemda | Instansi):
            return document.nama
        return f"edisi {entry.slug}"

    def _title(self, change: DocumentChange) -> str:
        """In the heading of a folder a decree has been named already."""
        if isinstance(change.entry.document, Dokumen):
            return "Naskah"
        return self._name(change.entry, change.new is not None)

    def _where(self, key: Key, is_new: bool) -> str:
        """`Dinas Contoh, Kab Contoh, edisi 2024`: the folders down to one."""
        entries = self._content(is_new).entries
        above = [key[:2], key[:1], key[:3]]
        ways = [way for way in dict.fromkeys(above) if len(way) <= len(key)]
        named = [entries.get(way) for way in ways]
        return ", ".join(
            self._name(entry, is_new) if entry else way[-1]
            for entry, way in zip(named, ways, strict=True)
        )

    def folders(self, found: Sequence[FolderChange]) -> Iterator[Block]:
        for change in found:
            yield from self._folder(change)

    def _folder(self, change: FolderChange) -> Iterator[Block]:
        key, is_added = change.entry.key, change.is_added
        done = "Ditambah" if is_added else "Dihapus"
        yield Heading(2, f"{done}: {self._where(key, is_added)}", f"{'/'.join(key)}/")
        if isinstance(change.entry.document, Dokumen) and is_added:
            yield Sentence(_nature(change.entry.document))
        yield Sentence(f"Memuat {_counted(change)}.")
        if change.removed:
            yield _named("Jabatan yang dihapus naskah ini", change.removed)
        yield Pages(*((None, key) if is_added else (key, None)))
        if change.compared:
            yield from self._beside(change)
        elif len(key) > 1 and change.jabatan:
            yield _named("Jabatan", [self._name(each, is_added) for each in change.jabatan])

    def _beside(self, change: FolderChange) -> Iterator[Block]:
        """The positions of an edition that came, beside the same in the edition before."""
        groups: dict[str, list[DocumentChange]] = {kind: [] for kind in _BESIDE}
        for each in change.compared:
            differs = each.jabatan and each.jabatan.differs
            groups["baru" if not each.old else "berubah" if differs else "sama"].append(each)
        for kind, label in _BESIDE.items():
            if chosen := groups[kind]:
                yield _named(label, [self._name(each.entry) for each in chosen])
        amends = getattr(change.entry.document, "perubahan", None)
        if amends and len(groups["berubah"]) <= MOST_POSITIONS:
            for each in groups["berubah"]:
                yield from self._document(each)

    def documents(self, found: Sequence[DocumentChange]) -> Iterator[Block]:
        """Each under the folder it lies in."""
        here: tuple[Key, bool] | None = None
        is_told = False
        for change in found:
            key = change.entry.key
            folder = (key[:3] if len(key) > 3 else key, change.new is not None)
            if folder != here:
                here = folder
                yield Heading(2, self._where(*folder), f"{'/'.join(folder[0])}/")
                if len(folder[0]) == 3:
                    yield Sentence(f"{_CORRECTION}{'' if is_told else _HINT}")
                    is_told = True
            yield from self._document(change)

    def _document(self, change: DocumentChange) -> Iterator[Block]:
        done = _DONE[change.kind]
        also = " dan diubah" if change.is_moved and change.is_changed else ""
        yield Heading(3, f"{self._title(change)}: {done}{also}", file(change.entry.key))
        if change.old and change.new and change.old.key != change.new.key:
            yield from self._way(change.old.key, change.new.key, change.is_moved)
        if change.jabatan:
            yield from _position(change.jabatan)
        elif isinstance(change.entry.document, Jabatan):
            yield from _whole(change.entry.document)
        yield from map(_listing, change.others)
        yield Pages(change.old.key if change.old else None, change.new.key if change.new else None)

    def _way(self, old: Key, new: Key, is_moved: bool) -> Iterator[Block]:
        if not is_moved:
            if old[2] == new[2]:
                return
            yield Sentence(f"Dibandingkan dengan edisi {old[2]}.")
        elif old[:-1] == new[:-1]:
            yield Sentence(f"Dahulu {file(old)}.")
        else:
            yield Sentence(f"Dahulu {file(old)}, {self._where(old[:-1], False)}.")


_BESIDE = {
    "baru": "Jabatan baru",
    "berubah": "Jabatan yang berubah dari edisi sebelumnya",
    "sama": "Jabatan yang sama dengan edisi sebelumnya",
}
_CORRECTION = "Koreksi salinan atau keterangan: edisinya tetap."
_HINT = " Bila bunyi naskahnya sendiri yang berubah, buat edisi baru."


def _counted(change: FolderChange) -> str:
    """`2 instansi, 3 edisi, 24 jabatan, 60 indikator`: what lies in a folder."""
    counts: dict[str, int] = {}
    for entry in change.below:
        counts[_level(entry)] = counts.get(_level(entry), 0) + 1
    counts["indikator"] = sum(len(each.document.all_indikator()) for each in change.jabatan)
    return ", ".join(f"{many} {what}" for what, many in counts.items())


def file(key: Key) -> str:
    """The file of a document: `kab-contoh/dinas-contoh/2024/dokumen.yml`."""
    name = f"{key[3]}.yml" if len(key) > 3 else FOLDER_FILES[len(key) - 1]
    return f"{page(key[:3])}{name}"


def _nature(document: Dokumen) -> str:
    """Whether an edition that came is a change of the law, and of which."""
    change = document.perubahan
    when = f" tanggal {long_date(day)}" if (day := document.tanggal_ditetapkan) else ""
    number = f" Nomor {document.nomor}" if document.nomor else ""
    draft = " Masih draf: belum punya alamat." if document.status == "draf" else ""
    told = f"Naskah baru{number}{when}"
    if change is None:
        return f"{told}.{draft}"
    about = f"edisi {change.atas}" if change.atas else change.atas_naskah or "naskah lain"
    does = "mencabut" if change.mencabut else _AMENDS[change.jenis]
    return f"{told}, yang {does} {about}: perubahan naskah, bukan koreksi salinan.{draft}"


_AMENDS = {"perubahan": "mengubah", "revisi": "merevisi", "reviu": "mereviu"}


def _position(change: JabatanChange) -> Iterator[Block]:
    yield from map(_listing, change.others)
    for name in ("tujuan", "tugas", "fungsi", "sasaran"):
        items: list[Diff] = getattr(change, name)
        if not all(map(marking.is_kept, items)):
            yield Listing(name.capitalize(), _runs(items))
    for each in _changed(change):
        yield from _indicator(each)


def _indicator(change: IndicatorChange) -> Iterator[Block]:
    one = change.new or change.old
    assert one is not None
    yield Heading(4, f"Indikator {one.nama}: {_OF_INDICATOR[change.kind]}", f"#{one.id}")
    if change.is_renamed and change.old:
        yield Sentence(f"id berganti: {change.old.id} menjadi {one.id}.")
    if change.kind == "berubah" and not marking.is_kept(change.nama):
        yield Listing("Nama", _runs([change.nama]))
    if change.says_formula:
        yield _formula(change)
    if change.says_sources:
        yield Listing("Sumber data", _runs([change.sumber_data]))
    yield from map(_listing, change.others)


def _formula(change: IndicatorChange) -> Block:
    """Words are marked; what has signs is shown whole, before and after."""
    old, new = (each.rumus if each else None for each in (change.old, change.new))
    if any(each and each.is_in_signs() for each in (old, new)):
        return Formula(old, new)
    return Listing(HOW, _runs([change.rumus]))


def _whole(document: Jabatan) -> Iterator[Block]:
    """A position that came or went, in short."""
    counts = [f"{len(document.tugas)} tugas", f"{len(document.fungsi)} fungsi"]
    indicators = document.all_indikator()
    yield Sentence(f"Memuat {', '.join(counts)}, {len(indicators)} indikator.")
    yield _named("Indikator", [each.nama for each in indicators])


def _listing(change: Change) -> Listing:
    return Listing(change.label, _runs(change.items))


def _glossary(items: list[Diff]) -> Iterator[Block]:
    if items:
        yield Heading(2, "Istilah", "istilah.yml")
        yield Listing("Istilah", _runs(items))


def _texts(found: Sequence[TextChange]) -> Iterator[Block]:
    if found:
        yield Heading(2, "Berkas yang dibandingkan sebagai teks")
    for each in found:
        yield Heading(3, f"{each.path}: {_DONE[each.kind]}")
        if each.reason:
            yield Sentence(f"Tidak terbaca menurut aturan sekarang: {each.reason}")
        if each.is_cut:
            yield Sentence("Terlalu panjang untuk dibandingkan baris demi baris.")
        elif each.lines:
            yield Lines(each.lines)
        else:
            yield Sentence("Hanya akhir baris atau sandinya yang berbeda.")


def _hidden(paths: Sequence[str]) -> Iterator[Block]:
    if paths:
        yield Heading(2, "Nama pejabat")
        yield Sentence("Nama pejabat berubah, tetapi tidak ditampilkan, sesuai pengaturan situs:")
        yield Typed(list(paths))


def _named(label: str, names: Sequence[str]) -> Sentence:
    """`Jabatan (2): Sekretaris; Bendahara.`"""
    return Sentence(f"{label} ({len(names)}): {'; '.join(names)}.")


def _runs(items: Sequence[Diff]) -> list[Run]:
    return [
        Run(run.is_kept, run.items if run.is_kept else list(map(marking.shortened, run.items)))
        for run in marking.runs(items)
    ]
