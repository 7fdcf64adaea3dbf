"""Any kind of file, as paragraphs and tables: one kind a file.

latex, persons -> text
"""

from pathlib import Path

from generator.importing.blocks import Source
from generator.importing.readers import text
from generator.importing.readers.persons import without_persons


def read(path: Path) -> Source:
    """What a file holds, without names and numbers of persons."""
    source = text.read(path)
    return source if source.refused else without_persons(source)
