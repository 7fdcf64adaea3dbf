"""A fresh folder in the place of an old one: whole, or not at all."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.site import entries, machine
from generator.site.entries import remove

_HERE = -100
"""AT_FDCWD: a relative name is meant from the current folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS."""


def place(target: Path) -> Path:
    """Where a target really lies; a link that leads to it stays a link."""
    return Path(os.path.realpath(target))


def beside(target: Path, what: str) -> Path:
    """A name of ours beside a target, on its file system: `.site.baru`."""
    real = place(target)
    return real.with_name(f".{real.name}.{what}")


@contextmanager
def workplace(target: Path) -> Iterator[Path]:
    """A fresh folder beside the target, which is gone afterwards however it ends."""
    fresh = beside(target, "baru")
    with machine.writing(fresh, target):
        fresh.mkdir()
        try:
            yield fresh
        finally:
            remove(fresh)


def mend(target: Path) -> None:
    """Put right what a killed run left: a half-done exchange first, then the left-overs."""
    real, old = place(target), beside(target, "lama")
    with machine.writing(real.parent, target):
        if old.is_dir() and not os.path.lexists(real):
            old.rename(real)
        if real.is_dir():
            entries.finish(real)
    for each in (beside(target, "baru"), old):
        remove(each)
        if os.path.lexists(each):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(each))


def make_readable(folder: Path) -> None:
    """A web server may read all of it, whatever the umask of who builds: 755 and 644 at least."""
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        wanted = mode | (0o755 if path.is_dir() else 0o644)
        if mode != wanted:
            path.chmod(wanted)


def put(fresh: Path, target: Path, say: Callable[[str], None]) -> None:
    """Let `fresh` take the place of the target. What stood there is gone afterwards."""
    real = place(target)
    if not os.path.lexists(real):
        fresh.rename(real)
        return
    try:
        _trade(fresh, real)
    except OSError as error:
        if error.errno not in (errno.EBUSY, errno.EXDEV):
            raise
        say(
            f"ingat: {target.name}/ tidak dapat diganti sekaligus (titik kait), jadi isinya diganti"
            " satu per satu; sesaat isi lama dan baru bercampur."
        )
        entries.put(fresh, real)


def _trade(fresh: Path, real: Path) -> None:
    """Where the system can, the two change places in one step and there is a whole site at every
    moment. Elsewhere (Windows, some network disks) there is none between two renames; `mend` puts
    the old one back if the run is killed just there."""
    if _exchanged(fresh, real):
        return
    old = beside(real, "lama")
    real.rename(old)
    try:
        fresh.rename(real)
    finally:
        if not real.exists():
            old.rename(real)
    remove(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; false where the system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        rename = getattr(ctypes.CDLL(None), "renameat2", lambda *_: -1)
        return bool(rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    if sys.platform == "darwin":
        return bool(ctypes.CDLL(None).renamex_np(*names, _EXCHANGE) == 0)
    return False
