"""The decrees themselves, where somebody looked at every page and found no number of a person."""

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from generator.content import addresses
from generator.content.content import Content
from generator.files import File


def files(content: Content) -> Iterator[File]:
    """`naskah.pdf` beside the page of a decree."""
    for entry in content.all_dokumen():
        file, path = entry.document.berkas_sumber, content.originals.get(entry.key)
        if file and file.tanpa_nip and path:
            yield File(addresses.original(entry.key), _looked_at(path, file.sha256))


def _looked_at(path: Path, sha256: str | None) -> bytes:
    """The file that was checked, and no other that took its place meanwhile."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != (sha256 or "").lower():
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(path))
    return data
