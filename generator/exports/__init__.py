"""Data made from the content, for scripts and programs: one format a file, all in one registry.

about, columns, filters, parts, schemas, shape
    -> catalogue, data_schema, digests, dip, jdihn, originals, tables, twins, vocabulary
    -> editions, linked, metadata, package, separated -> workbook
"""

from collections.abc import Callable, Iterator

from generator.content.content import Content
from generator.exports import (
    catalogue,
    data_schema,
    digests,
    dip,
    jdihn,
    originals,
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
    digests.files,
    originals.files,
)
WITH_ADDRESS: tuple[Callable[[Content, str], Iterator[File]], ...] = (dip.files, jdihn.files)
"""Those in which links lead back to the site."""
WITH_PUBLISHER: tuple[Callable[[Content, About], Iterator[File]], ...] = (
    package.files,
    catalogue.files,
)
"""Those that say whose the data are, and where."""


def files(content: Content, about: About) -> Iterator[File]:
    """Every file of every export."""
    for export in EXPORTS:
        yield from export(content)
    for linking in WITH_ADDRESS:
        yield from linking(content, about.url)
    for publishing in WITH_PUBLISHER:
        yield from publishing(content, about)
