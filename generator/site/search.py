"""The search index of a built site: Pagefind reads the pages, and what it read is laid out for our
script. Its own engine for the browser would be two thirds of a reader's first query."""

import errno
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.content import addresses
from generator.site import indexing
from generator.site.indexing import Page

_MARK = b"pagefind_dcd"
"""What Pagefind's compressed files begin with."""


def index(folder: Path) -> None:
    """Write the index into a built site: the same bytes for the same pages."""
    target = folder / addresses.SEARCH_INDEX
    target.mkdir(parents=True, exist_ok=True)
    for name, text in indexing.files(read(folder)):
        (target / name).write_text(text, encoding="utf-8")


def shown(folder: Path) -> Iterator[Path]:
    """The files of the index that hold the texts of pages; the others hold single words."""
    yield from (folder / addresses.SEARCH_INDEX).glob(f"{indexing.SHOWN}*.json")


def read(folder: Path) -> list[Page]:
    """The pages of a built site that can be found."""
    place = folder / "pagefind"
    _run(folder, place)
    pages = list(_pages(place))
    entry = json.loads((place / "pagefind-entry.json").read_text(encoding="utf-8"))
    shutil.rmtree(place)
    if len(pages) != sum(each["page_count"] for each in entry["languages"].values()):
        raise _full(place)
    return pages


def _run(folder: Path, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--force-language", "id"]
    done = subprocess.run(  # noqa: S603
        [*command, "--site", str(folder), "--output-path", str(target)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise _failure(done, target)


def _failure(done: subprocess.CompletedProcess[str], target: Path) -> Exception:
    """What the machine refused Pagefind, or else a fault of Pagefind with its own words."""
    if number := re.search(r"Os { code: (\d+)", done.stderr):
        return OSError(int(number[1]), os.strerror(int(number[1])), str(target))
    error = subprocess.CalledProcessError(done.returncode, "pagefind")
    error.add_note(done.stderr)
    return error


def _pages(folder: Path) -> Iterator[Page]:
    for path in folder.glob("fragment/*.pf_fragment"):
        told = json.loads(_whole(path).removeprefix(_MARK))
        yield Page(
            told["url"].removeprefix("/"),
            told["meta"]["title"],
            told["meta"].get("tertulis", ""),
            told["content"],
            [
                (each["id"], each["text"], each["location"])
                for each in told["anchors"]
                if not each["id"].startswith("_")
            ],
            told["filters"],
        )


def _whole(path: Path) -> bytes:
    """Pagefind says nothing of a disk that is full: it ends well, and its files end early."""
    with suppress(EOFError, gzip.BadGzipFile, zlib.error):
        if text := gzip.decompress(path.read_bytes()):
            return text
    raise _full(path)


def _full(path: Path) -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
