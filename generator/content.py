"""All documents with their sources, linked by where they lie."""

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar, cast

from generator import leftovers
from generator.fields import MAX_SLUG, Model, as_slug, is_slug
from generator.model import Dokumen, EntriIstilah, Instansi, Istilah, Jabatan, Pemda
from generator.personal import personal_number
from generator.problems import Problem, Severity, fault
from generator.reading import Source, read
from generator.validation import validate

Key = tuple[str, ...]
"""Where a document lies, and its address: pemda, instansi, edisi, jabatan."""

D = TypeVar("D", bound=Model)
D_co = TypeVar("D_co", bound=Model, covariant=True)

FOLDER_FILES = ("pemda.yml", "instansi.yml", "dokumen.yml")
"""The file that says what a folder is, by depth."""
_FOLDER_MODELS = (Pemda, Instansi, Dokumen)
_LEVELS = ("pemda", "instansi", "edisi", "jabatan")


@dataclass(frozen=True)
class Entry(Generic[D_co]):
    """One document and the file it was read from."""

    key: Key
    source: Source
    document: D_co

    @property
    def slug(self) -> str:
        return self.key[-1]


@dataclass(frozen=True)
class Content:
    """Every document that could be read, by where it lies."""

    entries: dict[Key, Entry[Model]] = field(default_factory=dict)
    istilah: Entry[Istilah] | None = None
    broken: set[Key] = field(default_factory=set)
    """Documents that are there but cannot be read: to refer to one is no mistake."""

    def exists(self, key: Key) -> bool:
        """Whether there is a file for it, good or broken."""
        return key in self.entries or key in self.broken

    def documents(self) -> list[Entry[Model]]:
        """Every document, in the order of the addresses; the glossary at the end."""
        entries = [entry for _, entry in sorted(self.entries.items())]
        return [*entries, *([self.istilah] if self.istilah else [])]

    @property
    def terms(self) -> list[EntriIstilah]:
        """The entries of the glossary."""
        return self.istilah.document.istilah if self.istilah else []

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The words that stay in capitals."""
        words = (word for each in self.terms for word in each.istilah.split())
        return frozenset(word for word in words if word.isupper())

    @cached_property
    def _children(self) -> dict[Key, list[Entry[Model]]]:
        children: dict[Key, list[Entry[Model]]] = {}
        for key, entry in sorted(self.entries.items()):
            children.setdefault(key[:-1], []).append(entry)
        return children

    def pemda(self) -> list[Entry[Pemda]]:
        """Every pemda, by name."""
        found = cast(list[Entry[Pemda]], self._children.get((), []))
        return sorted(found, key=lambda entry: entry.document.nama)

    def instansi(self, pemda: Key) -> list[Entry[Instansi]]:
        """The instansi of a pemda, by name."""
        found = cast(list[Entry[Instansi]], self._children.get(pemda, []))
        return sorted(found, key=lambda entry: entry.document.nama)

    def dokumen(self, instansi: Key) -> list[Entry[Dokumen]]:
        """The editions of an instansi, the newest first."""
        found = cast(list[Entry[Dokumen]], self._children.get(instansi, []))
        return sorted(found, key=self._age, reverse=True)

    def day(self, dokumen: Entry[Dokumen]) -> date:
        """The day of a decree. One without a date follows the one before it in its year, by the
        names of their folders; the first begins the year."""
        return self._days[dokumen.key]

    def _age(self, dokumen: Entry[Dokumen]) -> tuple[date, list[str | int]]:
        return self.day(dokumen), _natural(dokumen.slug)

    @cached_property
    def _days(self) -> dict[Key, date]:
        days: dict[Key, date] = {}
        last: dict[Key, date] = {}
        for entry in sorted(self.all_dokumen(), key=lambda each: _natural(each.slug)):
            year = (*entry.key[:2], entry.slug[:4])
            begun = last.get(year, date(int(entry.slug[:4]), 1, 1))
            days[entry.key] = last[year] = entry.document.tanggal_ditetapkan or begun
        return days

    def jabatan(self, dokumen: Key) -> list[Entry[Jabatan]]:
        """The positions of an edition, in the order of the decree."""
        found = cast(list[Entry[Jabatan]], self._children.get(dokumen, []))
        return sorted(found, key=lambda entry: (entry.document.urutan, entry.slug))

    def edition_in_force(self, instansi: Key) -> Entry[Dokumen] | None:
        """The newest edition, never a draft; one that was revoked only where there is no other."""
        return next(iter(self._by_force(instansi)), None)

    def in_force(self, instansi: Key) -> list[Entry[Jabatan]]:
        """Every position of an instansi, each from the newest edition that has it; from one that
        was revoked only where no other has it, and never from a draft."""
        newest: dict[str, Entry[Jabatan]] = {}
        for edition in self._by_force(instansi):
            for entry in self.jabatan(edition.key):
                newest.setdefault(entry.slug, entry)
        return [entry for _, entry in sorted(newest.items())]

    def _by_force(self, instansi: Key) -> list[Entry[Dokumen]]:
        editions = [each for each in self.dokumen(instansi) if each.document.status != "draf"]
        return sorted(editions, key=lambda each: each.document.status == "dicabut")

    def dokumen_of(self, jabatan: Entry[Jabatan]) -> Entry[Dokumen]:
        """The edition that a position belongs to."""
        return cast(Entry[Dokumen], self.entries[jabatan.key[:3]])

    def neighbours(
        self, jabatan: Entry[Jabatan]
    ) -> tuple[Entry[Jabatan] | None, Entry[Jabatan] | None]:
        """The positions before and after this one in the decree."""
        siblings = self.jabatan(jabatan.key[:3])
        number = siblings.index(jabatan)
        before = siblings[number - 1] if number else None
        after = siblings[number + 1] if number + 1 < len(siblings) else None
        return before, after

    def sibling(self, entry: Entry[Jabatan], slug: str) -> Entry[Jabatan] | None:
        """Another position of the same edition."""
        found = self.entries.get((*entry.key[:-1], slug))
        return cast(Entry[Jabatan], found) if found else None

    def superior(self, entry: Entry[Jabatan]) -> Entry[Jabatan] | None:
        """The position that this one is under, if the decree says so."""
        return self.sibling(entry, entry.document.atasan) if entry.document.atasan else None

    def all_dokumen(self) -> Iterator[Entry[Dokumen]]:
        """Every edition, in the order of the addresses."""
        for key, entry in sorted(self.entries.items()):
            if len(key) == 3:
                yield cast(Entry[Dokumen], entry)

    def all_jabatan(self) -> Iterator[Entry[Jabatan]]:
        """Every position, in the order of the addresses."""
        for key, entry in sorted(self.entries.items()):
            if len(key) == 4:
                yield cast(Entry[Jabatan], entry)


def _natural(slug: str) -> list[str | int]:
    """`2022-perubahan-10` behind `2022-perubahan-9`."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", slug)]


@dataclass(frozen=True)
class Reading:
    """What was found under `content/`."""

    content: Content
    problems: list[Problem]
    files: list[str]
    """The files that were read, by the paths that problems name."""


def load(root: Path, shown: str) -> Reading:
    """Read every file under `root`; `shown` is the name of that folder in problems."""
    loader = _Loader()
    # Reading makes many objects and drops hardly any; looking for those to drop takes a third of
    # the time.
    gc.disable()
    try:
        loader.whole(root, shown)
    finally:
        gc.enable()
    return Reading(loader.content, loader.problems, loader.files)


class _Loader:
    def __init__(self) -> None:
        self.content = Content()
        self.problems: list[Problem] = []
        self.files: list[str] = []
        self.left_behind: list[str] = []
        """Files that a system or an editor made, and nobody wrote."""

    def refuse(self, shown: str, message: str, code: str = "letak") -> None:
        self.problems.append(Problem(shown, 0, 0, Severity.GALAT, code, message))

    def whole(self, root: Path, shown: str) -> None:
        """Read everything below `content/`."""
        if not root.is_dir():
            message = f'folder "{shown}" belum ada. Buat folder itu di sebelah konfigurasi.'
            self.refuse(shown, message)
            return
        self.folder(root, shown, ())
        if not self.files and not self.problems:
            self.refuse(shown, "belum ada isinya: tambahkan folder pemda dengan pemda.yml.")
        if self.left_behind:
            self.problems.append(leftovers.told(self.left_behind))

    def folder(self, folder: Path, shown: str, key: Key) -> None:
        """Read a folder: its own file, the files of its positions, the folders in it."""
        depth = len(key)
        try:
            children = sorted(folder.iterdir())
        except OSError:
            self.refuse(shown, "folder tidak dapat dibaca. Periksa izin bacanya.")
            return
        # Not by asking the system, which on Windows takes Pemda.yml for pemda.yml.
        if depth and FOLDER_FILES[depth - 1] not in {child.name for child in children}:
            self.refuse(
                shown, f'folder {_LEVELS[depth - 1]} ini belum punya "{FOLDER_FILES[depth - 1]}".'
            )
        for child in children:
            if leftovers.is_leftover(child.name):
                self.left_behind.append(f"{shown}/{child.name}")
            elif not child.name.startswith("."):
                self._child(child, f"{shown}/{child.name}", key)

    def _child(self, child: Path, shown: str, key: Key) -> None:
        if kind := personal_number(child.name):
            why = f"nama ini memuat nomor pribadi ({kind})."
            remedy = "Ganti namanya: nomor pribadi tidak dimuat."
            self.refuse(shown, f"{why} {remedy}", "pribadi")
        elif child.is_dir() and not child.is_symlink():
            self._inner_folder(child, shown, key)
        elif key and child.name == FOLDER_FILES[len(key) - 1]:
            self._document(child, shown, key, _FOLDER_MODELS[len(key) - 1])
        elif not key and child.name == "istilah.yml":
            self._istilah(child, shown)
        elif len(key) == 3 and child.suffix == ".yml":
            if self._good_name(child.stem, shown, 3):
                self._document(child, shown, (*key, child.stem), Jabatan)
        else:
            self.refuse(shown, _misplaced(child, len(key)))

    def _inner_folder(self, folder: Path, shown: str, key: Key) -> None:
        if len(key) == 3:
            self.refuse(shown, "folder edisi hanya berisi berkas jabatan. Pindahkan folder ini.")
        elif self._good_name(folder.name, shown, len(key)):
            self.folder(folder, shown, (*key, folder.name))

    def _good_name(self, name: str, shown: str, depth: int) -> bool:
        if not is_slug(name):
            self.refuse(
                shown,
                f"nama hanya boleh huruf kecil, angka dan tanda hubung, paling panjang {MAX_SLUG}. "
                f'Ganti misalnya menjadi "{as_slug(name)}".',
            )
        elif depth == 2 and not re.match(r"(19|20)\d\d(-|$)", name):
            self.refuse(shown, 'nama folder edisi diawali tahun: "2021" atau "2022-perubahan-1".')
        elif depth != 2 and not name[0].isalpha():
            self.refuse(shown, f"nama {_LEVELS[depth]} harus diawali huruf.")
        elif name in leftovers.DEVICES:
            self.refuse(shown, f'nama "{name}" tidak dapat disimpan di Windows. Pilih nama lain.')
        else:
            return True
        return False

    def _document(self, path: Path, shown: str, key: Key, model: type[Model]) -> None:
        if found := self._read(path, shown, model):
            self.content.entries[key] = Entry(key, *found)
        else:
            self.content.broken.add(key)

    def _istilah(self, path: Path, shown: str) -> None:
        if found := self._read(path, shown, Istilah):
            self.content = replace(self.content, istilah=Entry((path.stem,), *found))

    def _read(self, path: Path, shown: str, model: type[D]) -> tuple[Source, D] | None:
        self.files.append(shown)
        try:
            source, problems = read(path, shown)
            document, more = validate(source, model) if source else (None, [])
        except Exception as error:
            source, document, problems, more = None, None, [fault(shown, error)], []
        self.problems += [*problems, *more]
        return (source, document) if source and document else None


def _misplaced(child: Path, depth: int) -> str:
    if child.is_symlink():
        return "tautan (symlink) tidak dipakai di sini. Salin berkasnya."
    if yaml := re.fullmatch(r"(.+?)\.ya?ml(?:\.txt)?", child.name, re.IGNORECASE):
        name = f"{as_slug(yaml[1])}.yml"
        if child.suffix != ".yml":
            return f'akhiran berkas harus ".yml". Ganti nama menjadi "{name}".'
        if name in (*FOLDER_FILES, "istilah.yml") and name != child.name:
            return f'nama berkas ditulis dengan huruf kecil. Ganti nama menjadi "{name}".'
    if child.suffix != ".yml":
        return "hanya berkas .yml yang dipakai di sini. Pindahkan berkas ini ke luar content."
    if depth == 0:
        return "letak keliru: di sini hanya folder pemda dan istilah.yml."
    return f'letak keliru: di folder {_LEVELS[depth - 1]} hanya ada "{FOLDER_FILES[depth - 1]}".'
