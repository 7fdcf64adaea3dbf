"""One build at a time: a lock of the operating system, which a dead process cannot keep."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from generator.site import exchange, machine

PATIENCE = 600.0
"""Seconds to wait for another build."""
_PAUSE = 0.1


@contextmanager
def held(target: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock beside a target; wait while another process does, and say so."""
    path = exchange.beside(target, "kunci")
    with machine.writing(path, path.parent):
        file = _wait(path, target, say)
    try:
        yield
    finally:
        _release(path, file)


def _wait(path: Path, target: Path, say: Callable[[str], None]) -> BinaryIO:
    deadline = time.monotonic() + PATIENCE
    file = _take(path)
    if file is None:
        say("Perintah lain sedang membangun situs ini; menunggu sampai selesai …")
    while file is None:
        if time.monotonic() > deadline:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(target))
        time.sleep(_PAUSE)
        file = _take(path)
    return file


if sys.platform == "win32":
    import msvcrt

    def _take(path: Path) -> BinaryIO | None:
        """The locked file, or nothing while another process holds it."""
        file = path.open("ab")
        with suppress(OSError):
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return file
        file.close()
        return None

    def _release(path: Path, file: BinaryIO) -> None:
        file.close()
        # Another process that waits has it open, and then it stays.
        with suppress(OSError):
            path.unlink()
else:
    import fcntl

    def _take(path: Path) -> BinaryIO | None:
        """The locked file, or nothing while another process holds it."""
        file = path.open("ab")
        with suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Who held it before may have removed it meanwhile: that lock keeps nobody out.
            if _is_there(file, path):
                return file
        file.close()
        return None

    def _is_there(file: BinaryIO, path: Path) -> bool:
        with suppress(FileNotFoundError):
            return os.path.samestat(os.fstat(file.fileno()), path.stat())
        return False

    def _release(path: Path, file: BinaryIO) -> None:
        path.unlink(missing_ok=True)
        file.close()
