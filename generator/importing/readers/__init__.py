"""Any kind of file, as paragraphs and tables: one kind a file.

latex -> text
"""

from pathlib import Path

from generator.importing.blocks import Source
from generator.importing.persons import without_persons
from generator.importing.readers import text


def read(path: Path) -> Source:
    """What a file holds, without names and numbers of persons."""
    source = text.read(path)
    return source if source.refused else without_persons(source.blocks)
