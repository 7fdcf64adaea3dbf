"""Every file below `content/`, read and put where it lies."""

import gc
import re
from dataclasses import dataclass, replace
from pathlib import Path

from generator.content import history_lines, ledger_lines, leftovers
from generator.content.addresses import ORIGINAL
from generator.content.content import Content, D, Entry, Key
from generator.content.history import NAME as HISTORY
from generator.content.history import History
from generator.content.ledger import NAME as LEDGER
from generator.content.ledger import Ledger
from generator.model.documents import Dokumen, Format, Instansi, Istilah, Jabatan, Pemda
from generator.model.lifting import lifted
from generator.model.names import FAMILIES, LISTS, MAPPINGS
from generator.model.validation import validate, validate_rest
from generator.model.validation.private import without_numbers
from generator.source import dialect
from generator.source.problem import Problem, Severity, fault
from generator.source.reading import read_all, together
from generator.source.source import Source
from generator.values.effort import meant
from generator.values.fields import Model
from generator.values.personal import personal_number
from generator.values.slugs import MAX_SLUG, as_slug, is_slug
from generator.values.versions import CURRENT

FOLDER_FILES = ("pemda.yml", "instansi.yml", "dokumen.yml")
"""The file that says what a folder is, by depth."""


_FOLDER_MODELS = (Pemda, Instansi, Dokumen)


GLOSSARY_FILE, FORMAT_FILE = "istilah.yml", "format.yml"
_TOP_MODELS: dict[str, type[Model]] = {GLOSSARY_FILE: Istilah, FORMAT_FILE: Format}
"""What lies beside the folders of the pemda, and may be absent."""

CONTENT = replace(dialect.CONTENT, families=FAMILIES, mappings=MAPPINGS, lists=LISTS)
"""What our files take of YAML, and which names stand together in them."""

LEVELS = ("pemda", "instansi", "edisi", "jabatan")
"""What lies how deep below `content/`."""


@dataclass(frozen=True)
class Reading:
    """What was found under `content/`."""

    content: Content
    problems: list[Problem]
    files: list[str]
    """The files that were read, by the paths that problems name."""


def model_of(shown: str) -> type[Model] | None:
    """What a file that was read holds, by where it lies: `content/kab-malang/pemda.yml`; ledger and
    history are no documents."""
    depth, name = shown.count("/") - 1, shown.rpartition("/")[2]
    if depth == 0:
        return _TOP_MODELS.get(name)
    return _FOLDER_MODELS[depth - 1] if name == FOLDER_FILES[depth - 1] else Jabatan


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


def again(root: Path, entry: Entry[D]) -> Entry[D] | None:
    """One document as it is now; None where something is wrong with it."""
    loader = _Loader()
    loader._format(root / FORMAT_FILE, FORMAT_FILE)
    path = root / entry.source.path.partition("/")[2]
    found = loader._read(path, entry.source.path, type(entry.document))
    is_right = not any(each.is_mistake for each in loader.problems)
    return Entry(entry.key, *found) if found and is_right else None


class _Loader:
    def __init__(self) -> None:
        self.content = Content()
        self.problems: list[Problem] = []
        self.files: list[str] = []
        self.written_in = CURRENT
        """The version of the format that the content names."""
        self.left_behind: list[str] = []
        """Files that a system or an editor made, and nobody wrote."""
        self.misnamed: dict[str, str] = {}
        """Files that say what a folder is, but for their names: what they should be called."""

    def refuse(self, shown: str, message: str, code: str = "letak") -> None:
        self.problems.append(Problem(shown, 0, 0, Severity.GALAT, code, message))

    def whole(self, root: Path, shown: str) -> None:
        """Read everything below `content/`."""
        if not root.is_dir():
            message = f'folder "{shown}" belum ada. Buat folder itu di sebelah konfigurasi.'
            self.refuse(shown, message)
            return
        self.content = Content(
            ledger=Ledger(f"{shown}/{LEDGER}"), history=History(f"{shown}/{HISTORY}")
        )
        self._format(root / FORMAT_FILE, f"{shown}/{FORMAT_FILE}")
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
        names = {child.name for child in children}
        names |= {_meant_name(child.name) for child in children if child.is_file()}
        if depth and FOLDER_FILES[depth - 1] not in names:
            self._without_own_file(shown, key, sorted(names))
        for child in children:
            if leftovers.is_leftover(child.name):
                self.left_behind.append(f"{shown}/{child.name}")
            elif not child.name.startswith("."):
                self._child(child, f"{shown}/{child.name}", key)

    def _without_own_file(self, shown: str, key: Key, names: list[str]) -> None:
        """A folder that does not say what it is, or in a file of another name."""
        own = FOLDER_FILES[len(key) - 1]
        if likely := meant(own, names, _ALIKE):
            self.content.broken.add(key)
            self.misnamed[f"{shown}/{likely}"] = own
        else:
            self.refuse(shown, f'folder {LEVELS[len(key) - 1]} ini belum punya "{own}".')

    def _child(self, child: Path, shown: str, key: Key) -> None:
        if kind := personal_number(child.name):
            why = f"nama ini memuat nomor pribadi ({kind})."
            remedy = "Ganti namanya: nomor pribadi tidak dimuat."
            self.refuse(shown, f"{why} {remedy}", "pribadi")
        elif child.is_dir() and not child.is_symlink():
            self._inner_folder(child, shown, key)
        elif key and child.name == FOLDER_FILES[len(key) - 1]:
            self._document(child, shown, key, _FOLDER_MODELS[len(key) - 1])
        elif not key and child.name == GLOSSARY_FILE:
            self._istilah(child, shown)
        elif not key and child.name == FORMAT_FILE:
            pass  # Read before all others.
        elif not key and child.name == LEDGER:
            self._ledger(child, shown)
        elif len(key) == 3 and child.name == ORIGINAL and not child.is_symlink():
            self.content.originals[key] = child
        elif not key and child.name == HISTORY:
            self._history(child, shown)
        elif len(key) == 3 and child.suffix == ".yml" and not self._says_what_a_folder_is(shown):
            if self._good_name(child.stem, shown, 3):
                self._document(child, shown, (*key, child.stem), Jabatan)
            else:
                self.content.broken.add((*key, as_slug(child.stem)))
        else:
            # To refer to a file whose ending alone is wrong is no mistake.
            self.content.broken.add((*key, child.stem))
            own = self.misnamed.get(shown)
            renamed = f'nama berkas keliru. Ganti nama menjadi "{own}".'
            self.refuse(shown, renamed if own else _misplaced(child, len(key)))

    def _says_what_a_folder_is(self, shown: str) -> bool:
        """Whether a file is no position, whatever lies beside it."""
        return shown in self.misnamed or shown.endswith(tuple(f"/{each}" for each in FOLDER_FILES))

    def _inner_folder(self, folder: Path, shown: str, key: Key) -> None:
        if len(key) == 3:
            self.refuse(shown, "folder edisi hanya berisi berkas jabatan. Pindahkan folder ini.")
        elif self._good_name(folder.name, shown, len(key)):
            self.folder(folder, shown, (*key, folder.name))
        else:
            self.content.broken.add((*key, as_slug(folder.name)))

    def _good_name(self, name: str, shown: str, depth: int) -> bool:
        if fault := fault_of_name(name, depth, ".yml" if depth == 3 else ""):
            self.refuse(shown, fault)
        return fault is None

    def _document(self, path: Path, shown: str, key: Key, model: type[Model]) -> None:
        if found := self._read(path, shown, model):
            self.content.entries[key] = Entry(key, *found)
        else:
            self.content.broken.add(key)

    def _istilah(self, path: Path, shown: str) -> None:
        if found := self._read(path, shown, Istilah):
            self.content = replace(self.content, istilah=Entry((path.stem,), *found))

    def _format(self, path: Path, shown: str) -> None:
        if path.is_file() and (found := self._read(path, shown, Format)):
            self.written_in = found[1].versi_format

    def _ledger(self, path: Path, shown: str) -> None:
        self.files.append(shown)
        try:
            ledger, problems = ledger_lines.read(path, shown)
        except Exception as error:
            self.problems.append(fault(shown, error))
            return
        self.content = replace(self.content, ledger=ledger)
        self.problems += problems

    def _history(self, path: Path, shown: str) -> None:
        self.files.append(shown)
        try:
            history, problems = history_lines.read(path, shown)
        except Exception as error:
            self.problems.append(fault(shown, error))
            return
        self.content = replace(self.content, history=history)
        self.problems += problems

    def _read(self, path: Path, shown: str, model: type[D]) -> tuple[Source, D] | None:
        self.files.append(shown)
        try:
            found = read_all(path, shown, CONTENT)
            if found.source is None:
                self._tell(found.problems, validate_rest(found, model))
                return None
            source, old = lifted(found.source, model, self.written_in)
            document, problems = validate(source, model)
        except Exception as error:
            self.problems.append(fault(shown, error))
            return None
        self._tell(found.problems, [*old, *problems])
        return (source, document) if document else None

    def _tell(self, of_reading: list[Problem], of_content: list[Problem]) -> None:
        """What is wrong with a file; nothing else about a line to be deleted, or with a part that
        was lost."""
        self.problems += together(list(without_numbers(of_reading, of_content)), of_content)


def fault_of_name(name: str, depth: int, ending: str = "") -> str | None:
    """What is wrong with the name of a folder or of a position, so deep below `content/`; what to
    call it instead is told with its ending."""
    if not is_slug(name):
        bare = re.sub(r"(?:\.ya?ml)+$", "", name)
        return (
            f"nama hanya boleh huruf kecil, angka dan tanda hubung, paling panjang {MAX_SLUG}. "
            f'Ganti misalnya menjadi "{as_slug(bare)}{ending}".'
        )
    if depth == 2 and not re.match(r"(19|20)\d\d(-|$)", name):
        return f"nama folder edisi diawali tahun: {_beginning_with_year(name)}."
    if depth != 2 and not name[0].isalpha():
        remedy = (
            f' Ganti misalnya menjadi "{bare}{ending}".'
            if (bare := name.lstrip("0123456789-"))
            else ""
        )
        return f"nama {LEVELS[depth]} harus diawali huruf.{remedy}"
    if name in leftovers.DEVICES:
        return f'nama "{name}" tidak dapat disimpan di Windows. Pilih nama lain.'
    return None


def _beginning_with_year(name: str) -> str:
    """What to call the folder of an edition that has its year elsewhere, or two examples."""
    found = re.fullmatch(r"(.+)-((?:19|20)\d\d)", name)
    return f'"{found[2]}-{found[1]}"' if found else '"2021" atau "2022-perubahan-1"'


def _meant_name(name: str) -> str:
    """What a file was probably to be called; empty where it is none of ours."""
    yaml = re.fullmatch(r"(.+?)(?:\.ya?ml)+(?:\.txt)?", name, re.IGNORECASE)
    return f"{as_slug(yaml[1])}.yml" if yaml else ""


_ALIKE = 0.85
"""So much like the name of a folder's own file is one that was mistyped."""


def _misplaced(child: Path, depth: int) -> str:
    if child.is_symlink():
        return "tautan (symlink) tidak dipakai di sini. Salin berkasnya."
    if name := _meant_name(child.name):
        if child.suffix != ".yml":
            return f'akhiran berkas harus ".yml". Ganti nama menjadi "{name}".'
        if name in (*FOLDER_FILES, *_TOP_MODELS, LEDGER, HISTORY) and name != child.name:
            return f'nama berkas ditulis dengan huruf kecil. Ganti nama menjadi "{name}".'
        if name in FOLDER_FILES and name != FOLDER_FILES[depth - 1]:
            return f"letak keliru: pindahkan berkas ini ke folder {name.removesuffix('.yml')}."
    if depth == 3 and child.suffix.lower() == ".pdf":
        return (
            f'naskah yang dimuat bernama "{ORIGINAL}". Ganti nama berkas ini, atau pindahkan ke '
            "luar content."
        )
    if child.suffix != ".yml":
        return "hanya berkas .yml yang dipakai di sini. Pindahkan berkas ini ke luar content."
    if depth == 0:
        return (
            "letak keliru: di sini hanya folder pemda, istilah.yml, format.yml, alamat.yml, dan "
            "riwayat.yml."
        )
    return (
        f'letak keliru: di folder {LEVELS[depth - 1]} hanya ada "{FOLDER_FILES[depth - 1]}". '
        "Berkas jabatan dipindahkan ke folder edisi."
    )
