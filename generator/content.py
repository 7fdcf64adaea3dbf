"""All documents with their sources, linked by where they lie."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar, cast

from generator.fields import MAX_SLUG, Model, as_slug, is_slug
from generator.model import Dokumen, Instansi, Istilah, Jabatan, Pemda
from generator.problems import Problem, Severity
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
RESERVED = frozenset(
    "assets cari index indeks pagefind search sitemap data unduh istilah bandingkan mutu tentang"
    " aksesibilitas privasi kebijakan-tautan con nul aux prn".split()
)
"""Names that are addresses of the site itself, or that some systems cannot store."""


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
    istilah: Istilah = field(default_factory=lambda: Istilah(istilah=[]))
    broken: set[Key] = field(default_factory=set)
    """Documents that are there but cannot be read: to refer to one is no mistake."""

    def exists(self, key: Key) -> bool:
        """Whether there is a file for it, good or broken."""
        return key in self.entries or key in self.broken

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The words that stay in capitals."""
        words = (word for each in self.istilah.istilah for word in each.istilah.split())
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
        return sorted(found, key=lambda entry: entry.slug, reverse=True)

    def jabatan(self, dokumen: Key) -> list[Entry[Jabatan]]:
        """The positions of an edition, in the order of the decree."""
        found = cast(list[Entry[Jabatan]], self._children.get(dokumen, []))
        return sorted(found, key=lambda entry: (entry.document.urutan, entry.slug))

    def edition_in_force(self, instansi: Key) -> Entry[Dokumen] | None:
        """The newest edition that is in force, else the newest."""
        editions = self.dokumen(instansi)
        in_force = [each for each in editions if each.document.status == "berlaku"]
        return next(iter(in_force or editions), None)

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


@dataclass(frozen=True)
class Reading:
    """What was found under `content/`."""

    content: Content
    problems: list[Problem]
    files: int


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
        self.files = 0

    def refuse(self, shown: str, message: str) -> None:
        self.problems.append(Problem(shown, 0, 0, Severity.GALAT, "letak", message))

    def whole(self, root: Path, shown: str) -> None:
        """Read everything below `content/`."""
        if not root.is_dir():
            message = f'folder "{shown}" belum ada. Buat folder itu di sebelah konfigurasi.'
            self.refuse(shown, message)
            return
        self.folder(root, shown, ())
        if not self.files and not self.problems:
            self.refuse(shown, "belum ada isinya: tambahkan folder pemda dengan pemda.yml.")

    def folder(self, folder: Path, shown: str, key: Key) -> None:
        """Read a folder: its own file, the files of its positions, the folders in it."""
        depth = len(key)
        try:
            children = sorted(folder.iterdir())
        except OSError:
            self.refuse(shown, "folder tidak dapat dibaca. Periksa izin bacanya.")
            return
        if depth and not (folder / FOLDER_FILES[depth - 1]).exists():
            self.refuse(
                shown, f'folder {_LEVELS[depth - 1]} ini belum punya "{FOLDER_FILES[depth - 1]}".'
            )
        for child in children:
            if not child.name.startswith("."):
                self._child(child, f"{shown}/{child.name}", key)

    def _child(self, child: Path, shown: str, key: Key) -> None:
        if child.is_dir() and not child.is_symlink():
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
        elif depth == 2 and not (name[:4].isdigit() and name[4:5] in ("", "-")):
            self.refuse(shown, 'nama folder edisi diawali tahun: "2021" atau "2022-perubahan-1".')
        elif depth != 2 and not name[0].isalpha():
            self.refuse(shown, f"nama {_LEVELS[depth]} harus diawali huruf.")
        elif name in RESERVED:
            self.refuse(shown, f'nama "{name}" dipakai oleh situs sendiri. Pilih nama lain.')
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
            self.content = replace(self.content, istilah=found[1])

    def _read(self, path: Path, shown: str, model: type[D]) -> tuple[Source, D] | None:
        self.files += 1
        source, problems = read(path, shown)
        self.problems += problems
        if source is None:
            return None
        document, problems = validate(source, model)
        self.problems += problems
        return (source, document) if document else None


def _misplaced(child: Path, depth: int) -> str:
    if child.is_symlink():
        return "tautan (symlink) tidak dipakai di sini. Salin berkasnya."
    if child.suffix == ".yaml":
        return f'akhiran berkas harus ".yml". Ganti nama menjadi "{child.stem}.yml".'
    if child.suffix != ".yml":
        return "hanya berkas .yml yang dipakai di sini. Pindahkan berkas ini ke luar content."
    if depth == 0:
        return "letak keliru: di sini hanya folder pemda dan istilah.yml."
    return f'letak keliru: di folder {_LEVELS[depth - 1]} hanya ada "{FOLDER_FILES[depth - 1]}".'
