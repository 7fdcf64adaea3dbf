"""Data made from the content, for scripts and programs: one format a file, all in one registry.

filters -> vocabulary, formulas, schemas
"""

from collections.abc import Callable, Iterator

from generator.content.content import Content
from generator.exports import formulas, schemas, vocabulary
from generator.files import File

EXPORTS: tuple[Callable[[Content], Iterator[File]], ...] = (
    vocabulary.files,
    formulas.files,
    schemas.files,
)


def files(content: Content) -> Iterator[File]:
    """Every file of every export."""
    for export in EXPORTS:
        yield from export(content)
