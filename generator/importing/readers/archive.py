"""The parts of a zipped file, as far as they are small enough to be those of a decree."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias
from zipfile import ZipFile

from lxml import etree

from generator.importing.readers.refusal import BROKEN, LOCKED, TOO_LARGE, ZIP_FAULTS, RefusedError

Element: TypeAlias = Any
"""An element of lxml."""

MOST_BYTES = 64 * 2**20
"""So much all parts that are read may have together. The largest decree known has a sixteenth."""
MOST_TAGS = 2_000_000
_MOST_PARTS = 10_000
_ENCRYPTED = 0x1
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY", b"\0")
"""No such file declares anything of its own, and none is in UTF-16."""


class Archive:
    """A zipped file, whose parts together are bounded."""

    def __init__(self, path: Path):
        try:
            self._zip = ZipFile(path)
        except ZIP_FAULTS as error:
            raise RefusedError(BROKEN) from error
        self.names = self._zip.namelist()
        self._left = MOST_BYTES
        if len(self.names) > _MOST_PARTS:
            raise RefusedError(TOO_LARGE)
        if any(each.flag_bits & _ENCRYPTED for each in self._zip.infolist()):
            raise RefusedError(LOCKED)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is no such part."""
        if name not in self.names:
            return None
        # Never more is unpacked than the part says that it has.
        self._left -= self._zip.getinfo(name).file_size
        if self._left < 0:
            raise RefusedError(TOO_LARGE)
        try:
            return self._zip.read(name)
        except ZIP_FAULTS as error:
            raise RefusedError(BROKEN) from error

    def tree(
        self, name: str, renamed: Mapping[bytes, bytes] = MappingProxyType({})
    ) -> Element | None:
        """A part as a tree, with some names for others; None where there is no such part."""
        data = self.part(name)
        for old, new in renamed.items():
            data = data and data.replace(old, new)
        return None if data is None else parsed(data)

    def looked_through(self) -> Iterator[tuple[str, bytes]]:
        """Every part, after a look whether any reader may be given it."""
        for name in sorted(set(self.names)):
            data = self.part(name) or b""
            if name.lower().endswith((".xml", ".rels")):
                _look_at(data)
            yield name, data


def parsed(data: bytes) -> Element:
    """The tree of a part. Nothing is fetched, replaced or nested without end: libxml2 refuses what
    is deeper than 256."""
    _look_at(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(BROKEN) from error


def _look_at(data: bytes) -> None:
    if any(each in data for each in _DECLARATIONS):
        raise RefusedError(BROKEN)
    if data.count(b"<") > MOST_TAGS:
        raise RefusedError(TOO_LARGE)
