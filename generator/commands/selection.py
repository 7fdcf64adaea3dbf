"""The files that an officer means by the paths that were typed."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path


def within(paths: Sequence[str], root: Path, shown: Iterable[str]) -> tuple[set[str], list[str]]:
    """Those of `shown` (paths below `root`, with forward slashes) that lie in one of `paths`, and
    those of `paths` in which none lies. Without paths all are meant."""
    if not paths:
        return set(shown), []
    names = sorted(set(shown))
    found = {path: _in(path, root, names) for path in paths}
    return set().union(*found.values()), [path for path, there in found.items() if not there]


def _in(path: str, root: Path, names: list[str]) -> set[str]:
    there, start = _resolved(path), Path(os.path.realpath(root))
    if start.is_relative_to(there):
        return set(names)
    if not there.is_relative_to(start):
        return set()
    wanted = there.relative_to(start).as_posix()
    return {name for name in names if name == wanted or name.startswith(f"{wanted}/")}


def _resolved(path: str) -> Path:
    """From wherever the officer stands, also as Windows writes it."""
    written = path if os.path.lexists(path) else path.replace("\\", "/")
    # The last name may be a link that is itself a mistake, so only what holds it is followed.
    folder, name = os.path.split(os.path.abspath(written))
    return Path(os.path.realpath(folder)) / name
