"""What the components bring for `assets/` of the site, and what a build lays for MkDocs."""

from collections.abc import Iterator
from pathlib import Path

from generator.content import addresses
from generator.files import File

_BASE = "dasar"


def files(theme: Path) -> Iterator[File]:
    """The style sheets as one, the base first and then by name; each script as it is."""
    components = theme / "components"
    sheets = sorted(components.glob("*/*.css"), key=lambda path: (path.stem != _BASE, path.stem))
    style = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    yield File(addresses.STYLE, style.encode())
    for script in sorted(components.glob("*/*.js")):
        yield File(f"{addresses.ASSETS}{script.name}", script.read_bytes())


def frame(overrides: Path) -> Iterator[File]:
    """The templates and files that MkDocs is given, as they are."""
    for path in sorted(overrides.rglob("*")):
        if path.is_file():
            yield File(path.relative_to(overrides).as_posix(), path.read_bytes())
