"""What a configuration names on the disk, and whether it is there."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.settings import folders
from generator.settings.dialect import texts
from generator.settings.kinds import templates
from generator.source.problem import Problem, Severity
from generator.source.source import Location, Source
from generator.values.characters import shown

FRAME = "main.html"
"""The template of our pages; without it they would be Material's own."""


def check(source: Source, root: Path) -> Iterator[Problem]:
    """Every folder and file that is named and is not there."""
    yield from _watched(source, root)
    no_theme = list(_theme_folder(source, root))
    yield from no_theme
    if no_theme or not list(texts(source, "theme", "custom_dir")):
        return
    yield from _pictures(source, root)
    yield from _icons(source, root)
    yield from _additions(source, root)


def is_there(source: Source, root: Path, path: str) -> bool:
    """Whether the site will have a file: the owner's own, one of the theme, or Material's."""
    return any(_holds(each, path) for each in (root / folders.EXTRAS, *_themes(source, root)))


def _holds(folder: Path, path: str) -> bool:
    there = os.path.normpath(folder / path)
    return there.startswith(f"{folder}{os.sep}") and os.path.isfile(there)


def _themes(source: Source, root: Path) -> list[Path]:
    return [Path(os.path.normpath(folders.overrides(source, root))), templates()]


def _theme_folder(source: Source, root: Path) -> Iterator[Problem]:
    usual = folders.usual(root)
    for location, name in texts(source, "theme", "custom_dir"):
        folder = Path(os.path.normpath(root / name))
        if not folder.is_relative_to(os.path.normpath(root)):
            message = f'folder "{shown(name)}" di luar proyek. Tulis "{usual}".'
        elif not _holds(Path(os.path.normpath(folders.overrides(source, root))), FRAME):
            message = f'tidak ada "{FRAME}" di folder "{shown(name)}". Tulis "{usual}".'
        else:
            continue
        yield source.problem(location, message, "letak")


def _pictures(source: Source, root: Path) -> Iterator[Problem]:
    for key in ("favicon", "logo"):
        for location, path in texts(source, "theme", key):
            if not is_there(source, root, path):
                yield source.problem(location, _not_there(path), "letak")


def _not_there(path: str) -> str:
    if "://" in path or path.startswith("/"):
        return f'"{shown(path)}" bukan berkas situs. Simpan di {folders.EXTRAS}/.'
    return f'berkas "{shown(path)}" tidak ada. Taruh di {folders.EXTRAS}/, atau hapus barisnya.'


def _icons(source: Source, root: Path) -> Iterator[Problem]:
    named = [*texts(source, "theme", "icon"), *texts(source, "theme", "palette")]
    for location, name in named:
        is_icon = "icon" in location
        drawn = f".icons/{name}.svg"
        if is_icon and not any(_holds(each, drawn) for each in _themes(source, root)):
            message = f'gambar "{shown(name)}" tidak ada pada tema. Tulis misalnya "material/home".'
            yield source.problem(location, message, "letak")


def _additions(source: Source, root: Path) -> Iterator[Problem]:
    """A stylesheet or script that is not there is left out, so that the site can be built."""
    for location, path in additions(source):
        if "://" in path or path.startswith("/"):
            yield source.problem(location, _not_there(path), "letak")
        elif not is_there(source, root, path):
            message = f"{_not_there(path)} Untuk sementara dilewati."
            yield source.problem(location, message, "letak", Severity.INGAT)


def additions(source: Source) -> Iterator[tuple[Location, str]]:
    """Every stylesheet and script of `extra_css` and `extra_javascript`."""
    yield from texts(source, "extra_css")
    for location, path in texts(source, "extra_javascript"):
        if location[-1] not in ("type", "defer", "async"):
            yield location, path


def _watched(source: Source, root: Path) -> Iterator[Problem]:
    for location, name in texts(source, "watch"):
        if not os.path.exists(root / name):
            message = f'"{shown(name)}" tidak ada di folder proyek. Perbaiki, atau hapus barisnya.'
            yield source.problem(location, message, "letak")
