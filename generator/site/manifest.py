"""The list of the published files with their SHA-256: by it the next build knows what is ours."""

import hashlib
import json
from pathlib import Path

from generator.files import below

NAME = "manifes.json"


def write(folder: Path) -> None:
    """List every file of the folder."""
    listed = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in below(folder)
    }
    text = json.dumps(listed, indent=0, sort_keys=True)
    (folder / NAME).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def read(folder: Path) -> frozenset[str] | None:
    """The files that a build made there; nothing where no list can be read."""
    try:
        listed = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return frozenset(listed) | {NAME} if isinstance(listed, dict) else None
