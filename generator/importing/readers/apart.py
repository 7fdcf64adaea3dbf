"""Work in a process of its own, with bounded memory and time.

The libraries that read PDF and XLS unpack whatever a file says: a small file may ask for more
memory than there is, or never end.
"""

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from generator.importing.readers.refusal import BROKEN, TOO_LARGE, RefusedError

MOST_MEMORY = 2 * 2**30
MOST_SECONDS = 300.0

T = TypeVar("T")


def apart(reader: Callable[[Path], T], path: Path, seconds: float = MOST_SECONDS) -> T:
    """What a reader makes of a file; what is beyond the bounds is refused."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=answer, args=(reader, path, there), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise RefusedError(TOO_LARGE)
        found: T | Exception = here.recv()
    except EOFError as error:
        raise RefusedError(BROKEN) from error
    finally:
        process.kill()
        process.join()
        here.close()
    if isinstance(found, Exception):
        raise found
    return found


def answer(reader: Callable[[Path], T], path: Path, connection: Connection) -> None:
    """Runs in the other process; a fault of ours is told as well."""
    bound_memory()
    # A library that crashes writes pages of its own; what is ours to say goes through the pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        connection.send(reader(path))
    except Exception as error:
        error.add_note(traceback.format_exc())
        connection.send(error)


def bound_memory() -> None:
    """Let this process have no more; Windows knows no such bound."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
