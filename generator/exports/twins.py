"""JSON: a twin of the page of every document at its address, and all twins in one file.

Each twin is made once; `iki.json` and `iki.ndjson` are the same lines, with and without a frame.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.content import addresses
from generator.content.content import Content
from generator.exports.parts import divided
from generator.exports.shape import plain, twin
from generator.files import File, made_from

VERSION = "1.0"
"""Of the shape: a higher second number adds, a higher first number changes or takes away."""
_GROUPS = ("pemda", "instansi", "dokumen", "jabatan")
"""What `iki.json` calls the documents of each depth."""


def files(content: Content) -> Iterator[File]:
    """`index.json` of each document, `data/iki.json` and `data/iki.ndjson`."""
    lines: dict[str, dict[str, list[bytes]]] = {}
    for key, entry in sorted(content.entries.items()):
        with made_from(entry.source.path):
            line = _line(twin(content, entry))
        yield File(addresses.twin_file(addresses.page(key)), line + b"\n")
        groups = lines.setdefault(key[0], {name: [] for name in _GROUPS})
        groups[_GROUPS[len(key) - 1]].append(line)
    terms = [_line(plain(each, "")) for each in content.terms]
    for folder, found in divided(lines):
        told = {name: [line for each in found for line in each[name]] for name in _GROUPS}
        framed = partial(_framed, {**told, "istilah": terms})
        yield File(addresses.data_file("iki.json", folder), framed)
        yield File(addresses.data_file("iki.ndjson", folder), partial(_listed, told))


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _listed(groups: dict[str, list[bytes]]) -> bytes:
    return b"".join(line + b"\n" for group in groups.values() for line in group)


def _framed(groups: dict[str, list[bytes]]) -> bytes:
    """One document a line: what is read as a whole can be read line by line too."""
    parts = [f'"versi":"{VERSION}"'.encode()]
    parts += [
        f'"{name}":['.encode() + (b"\n" + b",\n".join(lines) + b"\n" if lines else b"") + b"]"
        for name, lines in groups.items()
    ]
    return b"{" + b",\n".join(parts) + b"}\n"
