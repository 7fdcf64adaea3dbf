"""What systems and editors leave in folders, and the names that Windows keeps for itself."""

import re

from generator.source.problem import Problem, Severity

DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
"""Names that Windows keeps for itself, whatever follows the dot."""

_LEFTOVER = re.compile(
    r"(?:ehthumbs|thumbs)\.db|desktop\.ini|icon\r|__macosx|@eadir|\$recycle\.bin"
    r"|system volume information|\._.*|~\$.*|#.*#|[^.].*(?:~|\.tmp|\.bak|\.swp|\.orig)",
    re.IGNORECASE | re.DOTALL,
)


def is_leftover(name: str) -> bool:
    """Whether a system, an office or an editor made a file or a folder for itself. Of those that
    systems hide, only what looks like a double of another file."""
    return bool(_LEFTOVER.fullmatch(name))


def told(paths: list[str]) -> Problem:
    """One sentence for all of them, at the first."""
    others = f", juga {len(paths) - 1} lainnya" if len(paths) > 1 else ""
    message = f"berkas sisa komputer atau penyunting dilewati{others}. Sebaiknya hapus."
    return Problem(paths[0], 0, 0, Severity.INGAT, "letak", message)
