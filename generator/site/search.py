"""The search index of a built site, by Pagefind."""

import errno
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import cbor2

_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "*worker.js", "wasm.unknown.pagefind")
"""Pagefind's interfaces and worker, and its engine for other languages: our pages load none."""
MARK = b"pagefind_dcd"
"""What Pagefind's compressed files begin with, before their CBOR."""


def index(folder: Path) -> None:
    """Write `pagefind/` into a built site: the same bytes for the same pages."""
    target = folder / "pagefind"
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
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            path.unlink()
    _check_whole(target)
    _put_in_order(target)


def _failure(done: subprocess.CompletedProcess[str], target: Path) -> Exception:
    """What the machine refused Pagefind, or else a fault of Pagefind with its own words."""
    if number := re.search(r"Os { code: (\d+)", done.stderr):
        return OSError(int(number[1]), os.strerror(int(number[1])), str(target))
    error = subprocess.CalledProcessError(done.returncode, "pagefind")
    error.add_note(done.stderr)
    return error


def _check_whole(target: Path) -> None:
    """Pagefind says nothing of a disk that is full: it ends well, and its files end early."""
    for path in sorted(target.rglob("*")):
        if path.is_file() and not _is_whole(path.read_bytes()):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def _is_whole(data: bytes) -> bool:
    if not data.startswith(b"\x1f\x8b"):
        return data.endswith((b"};", b"();", b"}"))
    try:
        return bool(gzip.decompress(data))
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return False


def _put_in_order(target: Path) -> None:
    """Pagefind writes the values of a filter in random order, and names files after their bytes;
    so the filters are written anew, sorted, and what refers to them follows."""
    entry_file = target / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        old = target / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(old)
        old.unlink()
        meta[3] = sorted([name, _sorted_filter(target, hash)] for name, hash in meta[3])
        language["hash"] = _write(target, "pagefind.{}.pf_meta", meta)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _sorted_filter(target: Path, hash: str) -> str:
    old = target / "filter" / f"{hash}.pf_filter"
    name, values = _read(old)
    old.unlink()
    return _write(target / "filter", "{}.pf_filter", [name, sorted(values)])


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(MARK))


def _write(folder: Path, name: str, value: Any) -> str:
    """Write a file under the hash of its bytes, and return that."""
    data = MARK + cbor2.dumps(value)
    hash = f"id_{hashlib.sha256(data).hexdigest()[:10]}"
    (folder / name.format(hash)).write_bytes(gzip.compress(data, 9, mtime=0))
    return hash
