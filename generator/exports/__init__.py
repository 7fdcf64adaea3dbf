"""Data made from the content, for scripts and programs: one format a file, all in one registry.

filters -> vocabulary, digests, dip, formulas, jdihn, originals, schemas
"""

from collections.abc import Callable, Iterator

from generator.content.content import Content
from generator.exports import digests, dip, formulas, jdihn, originals, schemas, vocabulary
from generator.files import File

EXPORTS: tuple[Callable[[Content], Iterator[File]], ...] = (
    vocabulary.files,
    formulas.files,
    schemas.files,
    digests.files,
    originals.files,
)
WITH_ADDRESS: tuple[Callable[[Content, str], Iterator[File]], ...] = (dip.files, jdihn.files)
"""Those in which links lead back to the site."""


def files(content: Content, url: str) -> Iterator[File]:
    """Every file of every export; `url` is the address of the site, empty where nobody knows it."""
    for export in EXPORTS:
        yield from export(content)
    for linking in WITH_ADDRESS:
        yield from linking(content, url)
