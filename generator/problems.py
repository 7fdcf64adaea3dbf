"""What is wrong with the content, and where."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is, in the word that an officer reads."""

    GALAT = "galat"
    """Nothing is published until it is mended."""
    INGAT = "ingat"
    """Probably not meant; the site is built all the same."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that an officer should mend. The message is Indonesian and says what to type."""

    path: str
    """Relative to the folder of site_config.yml, with forward slashes."""
    line: int
    """From 1; 0 where the whole file or folder is meant."""
    column: int
    """From 1, in characters; 0 where the whole file or folder is meant."""
    severity: Severity
    code: str
    """A short word for programs; never shown to an officer."""
    message: str

    @property
    def is_mistake(self) -> bool:
        return self.severity is Severity.GALAT
