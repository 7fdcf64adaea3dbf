"""The owner's own files in `situs_tambahan/`, which are copied into the site as they are."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.content import own_pages
from generator.settings import Settings
from generator.source.problem import Problem, Severity


def files(folder: Path) -> list[PurePosixPath]:
    """Every file of the owner that is no page, relative to the folder; links and special files are
    left out."""
    pages = own_pages.paths(folder)
    return [
        PurePosixPath(path.relative_to(folder).as_posix())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and path not in pages
    ]


def check(settings: Settings, made: Iterable[str]) -> Iterator[Problem]:
    """What cannot be copied, and what has the address of one of the files that are made."""
    folder = settings.extras
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        yield _problem(folder.name, "ini harus folder biasa. Ganti dengan folder yang sebenarnya.")
        return
    for path in sorted(folder.rglob("*")):
        shown = path.relative_to(settings.root).as_posix()
        if path.is_symlink():
            yield _problem(shown, "tautan (symlink) tidak dipakai di sini. Salin berkasnya.")
        elif not (path.is_dir() or path.is_file()):
            yield _problem(shown, "hanya berkas biasa yang dapat disalin. Pindahkan dari sini.")
    yield from doubled(folder, made)


def doubled(folder: Path, made: Iterable[str]) -> Iterator[Problem]:
    """The owner's files that have the address of a file that the site makes, or of its folder."""
    owners = files(folder)
    # What is made takes long to find out, and most projects have no such files.
    taken = {each.casefold() for each in made} if owners else set()
    folders = {each.as_posix() for path in taken for each in PurePosixPath(path).parents}
    for path in owners:
        name = PurePosixPath(path.as_posix().casefold())
        if {name.as_posix()} & (taken | folders) or {p.as_posix() for p in name.parents} & taken:
            message = "alamat ini sudah dipakai situs. Ganti nama berkas ini."
            yield _problem(f"{folder.name}/{path}", message)


def _problem(shown: str, message: str) -> Problem:
    return Problem(shown, 0, 0, Severity.GALAT, "tambahan", message)
