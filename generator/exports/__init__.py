"""Data made from the content, for scripts and programs: one format a file, all in one registry.

about, columns, filters, schemas, shape -> catalogue, data_schema, tables, twins, vocabulary
    -> linked, metadata, package, separated -> workbook
"""

from collections.abc import Callable, Iterator

from generator.content.content import Content
from generator.exports import (
    catalogue,
    data_schema,
    package,
    schemas,
    separated,
    twins,
    vocabulary,
    workbook,
)
from generator.exports.about import About
from generator.files import File

EXPORTS: tuple[Callable[[Content], Iterator[File]], ...] = (
    vocabulary.files,
    twins.files,
    separated.files,
    workbook.files,
    schemas.files,
    data_schema.files,
)
WITH_PUBLISHER: tuple[Callable[[Content, About], Iterator[File]], ...] = (
    package.files,
    catalogue.files,
)
"""Those that say whose the data are, and where."""


def files(content: Content, about: About) -> Iterator[File]:
    """Every file of every export."""
    for export in EXPORTS:
        yield from export(content)
    for publishing in WITH_PUBLISHER:
        yield from publishing(content, about)
