"""The search index of a built site, by Pagefind."""

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import cbor2

_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""Pagefind's own interfaces, and its engine for other languages: our pages load neither."""
MARK = b"pagefind_dcd"
"""What Pagefind's compressed files begin with, before their CBOR."""


def index(folder: Path) -> None:
    """Write `pagefind/` into a built site: the same bytes for the same pages."""
    target = folder / "pagefind"
    command = [sys.executable, "-m", "pagefind", "--force-language", "id"]
    subprocess.run(  # noqa: S603
        [*command, "--site", str(folder), "--output-path", str(target)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            path.unlink()
    _put_in_order(target)


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
