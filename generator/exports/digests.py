"""Which decree a file is: every SHA-256 that is known, for the page that looks one up.

A long list is split by the first digits of the hash, so that what a reader loads stays small.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.content import addresses
from generator.content.content import Content, Entry
from generator.files import File
from generator.model.documents import Dokumen, Instansi, Pemda

MOST = 400
"""So many hashes lie in one file; one takes about 300 bytes."""

Editions = list[dict[str, Any]]


def files(content: Content) -> Iterator[File]:
    """`periksa/sidik.json`, or `periksa/sidik-a3.json` and its like."""
    known = _known(content)
    digits = split(len(known))
    parts: dict[str, dict[str, Editions]] = {} if digits else {"": {}}
    for digest, editions in sorted(known.items()):
        parts.setdefault(digest[:digits], {})[digest] = editions
    for start, part in parts.items():
        text = json.dumps(part, ensure_ascii=False, separators=(",", ":")) + "\n"
        yield File(addresses.digests(start), text.encode())


def count(content: Content) -> int:
    """How many files are known."""
    return len(_known(content))


def split(known: int) -> int:
    """By how many digits a list is split."""
    digits = 0
    while known > MOST * 16**digits:
        digits += 1
    return digits


def _known(content: Content) -> dict[str, Editions]:
    known: dict[str, Editions] = {}
    for entry in content.all_dokumen():
        file = entry.document.berkas_sumber
        if file and file.sha256 and entry.document.status != "draf":
            known.setdefault(file.sha256.lower(), []).append(_edition(content, entry))
    return known


def _edition(content: Content, entry: Entry[Dokumen]) -> dict[str, Any]:
    """Addresses are relative to the page that looks a file up."""
    newer, status = content.newer(entry), content.status(entry)
    # What was looked into is the status that its own file tells.
    day = entry.document.diperiksa if status == entry.document.status else None
    told = {
        "nama": _name(content, entry),
        "alamat": addresses.relative(addresses.VERIFY, addresses.page(entry.key)),
        "status": status,
        "diperiksa": day and day.isoformat(),
        "baru": newer and _name(content, newer),
        "alamat_baru": newer and addresses.relative(addresses.VERIFY, addresses.page(newer.key)),
    }
    return {name: value for name, value in told.items() if value}


def _name(content: Content, entry: Entry[Dokumen]) -> str:
    pemda, instansi = (content.entries[entry.key[:depth]].document for depth in (1, 2))
    assert isinstance(pemda, Pemda)
    assert isinstance(instansi, Instansi)
    return f"{entry.document.judul} ({instansi.nama}, {pemda.nama}, {entry.slug})"
