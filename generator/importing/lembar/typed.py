"""What was typed into a workbook."""

from dataclasses import dataclass

from generator.source.source import Value


@dataclass(frozen=True)
class Filled:
    """What was typed: the files of an edition by name, and what is wrong with them."""

    files: dict[str, dict[str, Value]]
    mistakes: tuple[str, ...]
    """`Indikator!C14: …`"""
    typed: dict[str, list[tuple[str, str]]]
    """The cells that each file is made of, with what was typed there."""
