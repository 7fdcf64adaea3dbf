"""The JSON Schemas of the files, for editors in the browser, which take them from an address."""

from collections.abc import Iterator

from generator.content import addresses
from generator.content.content import Content
from generator.files import File
from generator.model import schema


def files(content: Content) -> Iterator[File]:
    """`data/schema/jabatan.schema.json` and its like; they hold for every content."""
    for name in schema.MODELS:
        yield File(addresses.schema_file(schema.file_name(name)), schema.text(name).encode())
