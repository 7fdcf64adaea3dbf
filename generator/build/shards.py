"""A part of a site, made anywhere from nothing but data, and the parts put together.

A shard is the pages of some agencies as they stand in the whole site; the first has besides what is
of the site itself. Where each is made does not matter, nor how many there are.
"""

import io
import tempfile
import threading
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from generator import files, paper, settings, site
from generator.build import publishing
from generator.content import loading
from generator.content.content import Key
from generator.files import File
from generator.pages.rendering import render
from generator.settings import Settings
from generator.site import html

_BROUGHT = ("content", "theme", "situs_tambahan")
_AGENCY = ("pemda", "instansi")
_ONE = threading.Lock()
"""MkDocs makes one site at a time in a process."""


@dataclass(frozen=True)
class Shard:
    """Which part, of how many, of which site."""

    number: int
    count: int
    drafts: bool = False
    papers: bool = False

    def has(self, address: str, agencies: dict[Key, int]) -> bool:
        """Whether a file of the site is of this part, by the numbers of agencies."""
        return agencies.get(tuple(address.split("/")[:2]), 0) % self.count == self.number


def packed(project: Settings) -> bytes:
    """What a site is made from: the same bytes for the same files."""
    names = {settings.CONFIG: project.config}
    for folder in _BROUGHT:
        there = sorted(files.below(project.root / folder, through_links=True))
        names |= {f"{folder}/{name}": project.root / folder / name for name in there}
    return _archive((name, path.read_bytes()) for name, path in names.items())


def made(project: bytes, shard: Shard) -> bytes:
    """The files of a part, as they are published; `unpack` lays them into the site."""
    with _ONE:
        whole = _unpacked(project)
        own = replace(whole.settings, drafts=shard.drafts, papers=shard.papers)
        files.write(_own(shard, whole, own), own.docs)
        publishing.lay_theme(own)
        html.renew(own)
        with tempfile.TemporaryDirectory() as folder:
            assembled = Path(folder)
            site.assemble(own, assembled)
            kept = sorted(
                each for each in files.below(assembled) if shard.has(each, whole.agencies)
            )
            return _archive((name, (assembled / name).read_bytes()) for name in kept)


def _own(shard: Shard, whole: "_Unpacked", project: Settings) -> Iterator[File]:
    """Of what is of other parts only the pages that each run of MkDocs needs."""
    everywhere = html.everywhere(project)
    for file in chain(render(whole.content, project), paper.files(whole.content, project)):
        if shard.has(file.address, whole.agencies) or file.address in everywhere:
            yield file


class _Unpacked:
    """A project in a folder of its own, as long as somebody needs it."""

    def __init__(self, project: bytes):
        self._folder = tempfile.TemporaryDirectory()
        root = Path(self._folder.name)
        unpack(project, root)
        loaded, problems = settings.load(root / settings.CONFIG)
        assert loaded is not None, problems
        self.settings = loaded
        self.content = loading.load(loaded.content, loaded.content.name).content
        keys = sorted(key for key in self.content.entries if len(key) == len(_AGENCY))
        self.agencies = {key: number for number, key in enumerate(keys, 1)}


_unpacked = lru_cache(maxsize=1)(_Unpacked)


def _archive(named: Iterable[tuple[str, bytes]]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in named:
            archive.writestr(zipfile.ZipInfo(name), data)
    return whole.getvalue()


def unpack(archive: bytes, folder: Path) -> None:
    """Lay files into a folder."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        opened.extractall(folder)
