"""Files that somebody else put into the published site: they do not vanish with the next build."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from generator.content import addresses
from generator.site import exchange, manifest

_OLD_INDEX = "pagefind"
"""A folder that sites had which came without the list."""
_OURS = ("index.html", addresses.MISSING, "sitemap.xml", manifest.NAME)
"""The files at the top of a site that a version without the list made."""
_SHOWN = 10


def carry_over(target: Path, fresh: Path, extras: set[str], say: Callable[[str], None]) -> None:
    """Copy the foreign files of the old site into the fresh one, and name them once. Where a page
    of ours or a file of `situs_tambahan/` has the address, that one stays."""
    old = exchange.place(target)
    ours = {path.name for path in fresh.iterdir()}
    carried, replaced = [], []
    for path in _foreign(old):
        if not _is_taken(fresh, path):
            _copy(old, fresh, path)
            carried.append(path)
        elif path.as_posix() not in extras:
            replaced.append(path)
    if carried:
        say(
            f"ingat: berkas di {target.name}/ yang bukan buatan `iki build` dibawa serta:"
            f" {_names(carried, ours)}. Pindahkan ke situs_tambahan/ supaya menjadi bagian proyek."
        )
    if replaced:
        say(
            f"ingat: berkas di {target.name}/ yang bukan buatan `iki build` diganti halaman situs:"
            f" {_names(replaced, ours)}."
        )


def _foreign(old: Path) -> Iterator[PurePosixPath]:
    made = manifest.read(old)
    is_older = made is None and (old / _OLD_INDEX).is_dir()
    for path in sorted(_files(old)):
        is_ours = _was_ours(path) if is_older else path.as_posix() in (made or ())
        if not is_ours:
            yield path


def _was_ours(path: PurePosixPath) -> bool:
    """In a site without the list: its pages lie in folders whose names have no dot in front."""
    first = path.parts[0]
    return first in _OURS if len(path.parts) == 1 else not first.startswith(".")


def _files(folder: Path) -> Iterator[PurePosixPath]:
    """Every file and link; a folder that cannot be read is not taken for an empty one."""
    for here, folders, files in os.walk(folder, onerror=_refuse):
        for name in (*folders, *files):
            path = Path(here, name)
            if path.is_symlink() or path.is_file():
                yield PurePosixPath(path.relative_to(folder).as_posix())


def _refuse(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _is_taken(fresh: Path, path: PurePosixPath) -> bool:
    return os.path.lexists(fresh / path) or any(
        (fresh / each).is_file() for each in path.parents if each.name
    )


def _copy(old: Path, fresh: Path, path: PurePosixPath) -> None:
    for each in reversed(path.parents[:-1]):
        if not (fresh / each).exists():
            (fresh / each).mkdir()
            shutil.copystat(old / each, fresh / each)
    shutil.copy2(old / path, fresh / path, follow_symlinks=False)


def _names(paths: list[PurePosixPath], ours: set[str]) -> str:
    """The files, or the folder in which all are foreign."""
    shown = sorted(
        {f"{each.parts[0]}/" if _is_inside(each, ours) else each.as_posix() for each in paths}
    )
    rest = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" dan {rest} lainnya" if rest > 0 else "")


def _is_inside(path: PurePosixPath, ours: set[str]) -> bool:
    return len(path.parts) > 1 and path.parts[0] not in ours
