"""What is wrong with the content, and where."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


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

    @property
    def is_fault(self) -> bool:
        """Whether the fault is ours, and not the content's."""
        return self.code == _FAULT


_FAULT = "program"


def fault(path: str, error: Exception) -> Problem:
    """Our own failure at a file, as a problem: what it hides is only what that file would say."""
    message = (
        f"program gagal di berkas ini ({described(error)}). Ini kesalahan kami, bukan kesalahan "
        "isinya: laporkan kepada pengembang, sertakan berkas ini."
    )
    return Problem(path, 0, 0, Severity.GALAT, _FAULT, message)


def described(error: Exception) -> str:
    """What failed, and where in our code: `RecursionError, tree.py:120`."""
    trace = error.__traceback__
    while trace and trace.tb_next and "generator" in trace.tb_next.tb_frame.f_code.co_filename:
        trace = trace.tb_next
    where = f", {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"
