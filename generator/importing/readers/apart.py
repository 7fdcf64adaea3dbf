"""Work in a process of its own, with bounded memory and time.

The libraries that read PDF and XLS unpack whatever a file says: a small file may ask for more
memory than there is, or never end.
"""

import multiprocessing
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from generator.importing.blocks import Source
from generator.importing.readers.refusal import BROKEN, TOO_LARGE

MOST_MEMORY = 2 * 2**30
MOST_SECONDS = 300.0

Reader = Callable[[Path], Source]


def apart(reader: Reader, path: Path, seconds: float = MOST_SECONDS) -> Source:
    """What a reader makes of a file, or why not."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=answer, args=(reader, path, there), daemon=True)
    process.start()
    there.close()
    try:
        found = here.recv() if here.poll(seconds) else Source(refused=TOO_LARGE)
    except EOFError:
        found = Source(refused=BROKEN)
    finally:
        process.kill()
        process.join()
        here.close()
    if isinstance(found, Exception):
        raise found
    assert isinstance(found, Source)
    return found


def answer(reader: Reader, path: Path, connection: Connection) -> None:
    """Runs in the other process; a fault of ours is told as well."""
    bound_memory()
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
