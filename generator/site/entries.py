"""A folder that cannot be renamed, such as a mount: its entries are replaced one by one.

The new entries are copied into it first. From the moment `.iki-siap` stands there they are
complete, and an exchange that was cut off is finished by the next run.
"""

import json
import os
import shutil
from pathlib import Path

_COPYING, _READY = ".iki-baru", ".iki-siap"
_NEW, _OLD, _NAMES = "isi", "lama", "nama.json"
_KEPT = {_COPYING, _READY, "lost+found"}


def put(fresh: Path, folder: Path) -> None:
    """Replace what the folder holds by what `fresh` holds."""
    staged = folder / _COPYING
    try:
        (staged / _OLD).mkdir(parents=True)
        _copy(fresh, staged / _NEW)
        names = sorted(path.name for path in fresh.iterdir())
        (staged / _NAMES).write_text(json.dumps(names), encoding="utf-8")
        staged.rename(folder / _READY)
    finally:
        remove(staged)
    finish(folder)


def finish(folder: Path) -> None:
    """Go on with an exchange that was begun, if there is one, and remove what it left."""
    ready, done = folder / _READY, folder / _COPYING
    remove(done)
    if not ready.is_dir():
        return
    names = json.loads((ready / _NAMES).read_text(encoding="utf-8"))
    # The first page last: until then it leads to what is there already.
    for name in sorted(names, key=lambda name: (name == "index.html", name)):
        if os.path.lexists(ready / _NEW / name):
            _move_away(folder / name, ready / _OLD)
            (ready / _NEW / name).rename(folder / name)
    for path in sorted(folder.iterdir()):
        if path.name not in _KEPT.union(names):
            _move_away(path, ready / _OLD)
    # What is removed must no longer look ready.
    ready.rename(done)
    remove(done)


def remove(path: Path) -> None:
    """Remove a folder, also one in which its owner may not write."""
    for each, _, _ in os.walk(path):
        if not os.access(each, os.W_OK):
            Path(each).chmod(0o700)
    shutil.rmtree(path, ignore_errors=True)


def _move_away(path: Path, old: Path) -> None:
    if os.path.lexists(path):
        remove(old / path.name)
        shutil.move(path, old / path.name)


def _copy(source: Path, target: Path) -> None:
    """Not by `shutil.copytree`, whose error does not tell a full disk from another."""
    target.mkdir()
    for path in sorted(source.iterdir()):
        if path.is_dir() and not path.is_symlink():
            _copy(path, target / path.name)
        else:
            shutil.copy2(path, target / path.name, follow_symlinks=False)
    shutil.copystat(source, target)
