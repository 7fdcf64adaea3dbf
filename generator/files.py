"""What is written: one address, one writer, and only what changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class File:
    """A file: where it lies below the folder that is written, and its bytes, or what makes them
    once they are wanted: who asks for addresses only need not wait."""

    address: str
    made: bytes | Callable[[], bytes]

    @cached_property
    def data(self) -> bytes:
        return self.made if isinstance(self.made, bytes) else self.made()

    @property
    def text(self) -> str:
        """What it says; of a sheet or a PDF nothing that can be read."""
        return self.data.decode("utf-8", "replace")


class MakingError(Exception):
    """A file could not be made, by a fault of ours; it is made from the content at `path`."""

    def __init__(self, path: str):
        super().__init__(path)
        self.path = path


@contextmanager
def made_from(path: str) -> Iterator[None]:
    """Names the content in what goes wrong with what is made from it."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise MakingError(path) from error


def write(files: Iterable[File], folder: Path) -> None:
    """Make `folder` hold just these files, touching only those that change."""
    written: dict[Path, bytes] = {}
    for file in files:
        # Two files at one address would hide each other, and nobody would be told.
        assert folder / file.address not in written, file.address
        written[folder / file.address] = file.data
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in written:
            path.unlink()
    for path, data in written.items():
        assert path.resolve().is_relative_to(folder.resolve())
        # As bytes: a killed run may have left half a letter.
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
