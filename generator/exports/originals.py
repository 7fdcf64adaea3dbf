"""The decrees themselves, where somebody looked at every page and found no number of a person."""

from collections.abc import Iterator

from generator.content import addresses
from generator.content.content import Content
from generator.files import File


def files(content: Content) -> Iterator[File]:
    """`naskah.pdf` beside the page of a decree."""
    for entry in content.all_dokumen():
        file, path = entry.document.berkas_sumber, content.originals.get(entry.key)
        if file and file.tanpa_nip and path:
            yield File(addresses.original(entry.key), path.read_bytes())
