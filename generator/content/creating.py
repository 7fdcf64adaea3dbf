"""New files: where they lie, and what stands in them before anybody wrote a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.content.loading import FOLDER_FILES, LEVELS, fault_of_name
from generator.model.schema import MODELS, file_name
from generator.model.template import Values, modeline, template
from generator.model.validation import validate
from generator.source.problem import Problem
from generator.source.reading import parse, text_of
from generator.source.source import Location, Source
from generator.source.writing import with_values
from generator.values.slugs import is_slug

_NAMES = ("pemda", "instansi", "dokumen", "jabatan")
"""The schema of the file that begins each level."""
_OF_A_DECREE: tuple[Location, ...] = (
    ("judul",),
    ("nomor",),
    ("tanggal_ditetapkan",),
    ("mulai_berlaku",),
    ("diperiksa",),
    ("perubahan", "atas"),
    ("berkas_sumber", "url"),
    ("berkas_sumber", "sha256"),
    ("berkas_sumber", "halaman"),
    ("berkas_sumber", "alasan_tidak_ada"),
)
"""What no decree has in common with the one before it."""

Files = dict[Path, str]


@dataclass(frozen=True)
class Place:
    """Where something new shall lie: `kab-malang/diskominfo/2024`."""

    content: Path
    key: tuple[str, ...]
    schemas: str = ""
    """The address at which schemas are published; empty where the site has none yet."""

    @property
    def depth(self) -> int:
        return len(self.key) - 1

    @property
    def folder(self) -> Path:
        return self.content.joinpath(*self.key)

    @property
    def file(self) -> Path:
        """The file that begins it."""
        if self.depth == 3:
            return self.folder.with_name(f"{self.key[-1]}.yml")
        return self.folder / FOLDER_FILES[self.depth]

    def above(self, depth: int) -> "Place":
        """What it lies in."""
        return Place(self.content, self.key[: depth + 1])

    def shown(self, path: Path) -> str:
        """A path as it is told."""
        return path.relative_to(self.content.parent).as_posix()

    def modeline(self) -> str:
        """The line by which an editor finds the schema of its file."""
        up = "../" * (len(self.file.relative_to(self.content).parts))
        return modeline((self.schemas or f"{up}schema/") + file_name(_NAMES[self.depth]))


def fault_of(place: Place) -> str | None:
    """Why nothing new can lie there."""
    there = place.file if place.depth == 3 else place.folder
    taken = f"{place.shown(there)} sudah ada; tidak ditimpa." if there.exists() else None
    return fault_of_way(place) or taken


def fault_of_way(place: Place) -> str | None:
    """Why nothing can lie there, whether it is there already or not."""
    for depth, name in enumerate(place.key):
        if fault := fault_of_name(name, depth):
            return f'"{name}": {fault}'
    for depth in range(place.depth):
        if not place.above(depth).file.is_file():
            address = "/".join(place.key[: depth + 1])
            what = LEVELS[depth]
            return f'{what} "{address}" belum ada. Buat dahulu: `iki new {what} {address}`.'
    return None


def is_edition(place: Place, edition: str) -> bool:
    """Whether the agency of a new edition has an earlier one of that name."""
    return is_slug(edition) and place.folder.with_name(edition).joinpath(FOLDER_FILES[2]).is_file()


def next_number(place: Place) -> int:
    """The number behind the last position of an edition."""
    found = [0]
    for path in place.file.parent.glob("*.yml"):
        text, _ = text_of(path, path.name)
        source, _ = parse(text, path.name)
        number = source.value.get("urutan", "") if source else ""
        if isinstance(number, str) and number.isdecimal():
            found.append(int(number))
    return max(found) + 1


def fresh(place: Place, values: Values) -> Files:
    """The file of something new, to be filled in."""
    return {place.file: place.modeline() + template(_NAMES[place.depth], values)}


def copied(place: Place, edition: str) -> tuple[Files, list[Problem]]:
    """An edition with the files of an earlier one, and what is known of the new decree: its year.
    Its number, its date and its title are to be filled in."""
    files: Files = {}
    old = place.folder.with_name(edition)
    for path in sorted(old.glob("*.yml")):
        text, problem = text_of(path, place.shown(path))
        if problem:
            return {}, [problem]
        files[place.folder / path.name] = text
    source, problems = parse(files[place.file], place.shown(old / place.file.name))
    if source is None:
        return {}, problems
    files[place.file] = _of_a_new_decree(files[place.file], source, place.key[-1][:4])
    return files, []


def _of_a_new_decree(text: str, source: Source, year: str) -> str:
    known: Mapping[Location, str] = {
        **dict.fromkeys(_OF_A_DECREE, ""),
        ("tahun",): year,
        ("status",): "draf",
        ("berkas_sumber", "tanpa_nip"): "false",
    }
    return with_values(text, {way: each for way, each in known.items() if way in source.values})


def faults_of(place: Place, files: Files, given: Values) -> list[str]:
    """What is wrong with the values that were given, as sentences."""
    source, problems = parse(files[place.file], place.shown(place.file))
    if source is None:
        return [each.message for each in problems]
    _, problems = validate(source, MODELS[_NAMES[place.depth]])
    places = {source.values[(name,)] for name in given}
    return [each.message for each in problems if (each.line, each.column) in places]
