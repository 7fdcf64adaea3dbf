"""What is written: one address, one writer, and only what changed."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from generator.workers import spread

_FEW = 64
"""Files that are written before anybody else could have begun to help."""


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


def write(files: Iterable[File], folder: Path, workers: int = 1) -> None:
    """Make `folder` hold just these files, touching only those that change."""
    shares: dict[tuple[str, ...], list[File]] = {}
    addresses: set[str] = set()
    for file in files:
        # Two files at one address would hide each other, and nobody would be told.
        assert file.address not in addresses, file.address
        assert ".." not in file.address.split("/"), file.address
        addresses.add(file.address)
        shares.setdefault(_agency(file), []).append(file)
    _remove_others(folder, addresses)
    has_time = len(addresses) > _FEW
    spread(partial(_write, folder), [*shares.values()], workers if has_time else 1)


def below(folder: Path, *, through_links: bool = False) -> Iterator[str]:
    """Every file of a folder and of those inside, by its name from there."""
    for here, _, names in os.walk(folder, followlinks=through_links):
        way = Path(here).relative_to(folder).as_posix()
        yield from names if way == "." else (f"{way}/{name}" for name in names)


def _agency(file: File) -> tuple[str, ...]:
    """The agency whose pages are written together; what is of the whole site takes longest, and
    begins first."""
    pemda, *rest = file.address.split("/")
    return (pemda, rest[0]) if len(rest) > 1 else ()


def _remove_others(folder: Path, addresses: set[str]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        address = path.relative_to(folder).as_posix()
        if not path.is_dir() or path.is_symlink():
            if address not in addresses:
                path.unlink()
        elif address in addresses or not any(path.iterdir()):
            shutil.rmtree(path)


def _write(folder: Path, files: list[File]) -> None:
    # Each is let go when it is written: all of them at once would fill the memory.
    files.reverse()
    while files:
        file = files.pop()
        path, data = folder / file.address, file.data
        # As bytes: a killed run may have left half a letter.
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
