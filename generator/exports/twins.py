"""JSON: a twin of the page of every document at its address, and all twins in one file.

Each twin is made once; `iki.json` and `iki.ndjson` are the same lines, with and without a frame.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.content import addresses
from generator.content.content import Content
from generator.exports.shape import plain, twin
from generator.files import File, made_from

VERSION = "1.0"
"""Of the shape: a higher second number adds, a higher first number changes or takes away."""
_GROUPS = ("pemda", "instansi", "dokumen", "jabatan")
"""What `iki.json` calls the documents of each depth."""


def files(content: Content) -> Iterator[File]:
    """`index.json` of each document, `data/iki.json` and `data/iki.ndjson`."""
    groups: dict[str, list[bytes]] = {name: [] for name in _GROUPS}
    for key, entry in sorted(content.entries.items()):
        with made_from(entry.source.path):
            line = _line(twin(content, entry))
        yield File(addresses.twin_file(addresses.page(key)), line + b"\n")
        groups[_GROUPS[len(key) - 1]].append(line)
    terms = [_line(plain(each, "")) for each in content.terms]
    yield File(addresses.data_file("iki.json"), _framed({**groups, "istilah": terms}))
    lines = (line + b"\n" for group in groups.values() for line in group)
    yield File(addresses.data_file("iki.ndjson"), b"".join(lines))


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _framed(groups: dict[str, list[bytes]]) -> bytes:
    """One document a line: what is read as a whole can be read line by line too."""
    parts = [f'"versi":"{VERSION}"'.encode()]
    parts += [
        f'"{name}":['.encode() + (b"\n" + b",\n".join(lines) + b"\n" if lines else b"") + b"]"
        for name, lines in groups.items()
    ]
    return b"{" + b",\n".join(parts) + b"}\n"
