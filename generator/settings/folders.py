"""Where the theme lies: beside the configuration, or in the package."""

from pathlib import Path

import generator
from generator.settings.dialect import texts
from generator.source.source import Source

EXTRAS = "situs_tambahan"
"""The owner's own files."""
LAID = "build/theme"
"""Where a build lays what MkDocs needs of the theme, for a project without a theme of its own."""
_OWN = "theme/overrides"


def theme(root: Path) -> Path:
    """The project's own theme, else the one that came with the generator."""
    own = root / "theme"
    return own if own.is_dir() else _packaged()


def _packaged() -> Path:
    """In a repository of the generator it stands beside the package, in a wheel inside."""
    package = Path(generator.__file__).parent
    inside = package / "theme" / "files"
    return inside if inside.is_dir() else package.parent / "theme"


def overrides(source: Source, root: Path) -> Path:
    """The templates and files that MkDocs is given."""
    named = next((name for _, name in texts(source, "theme", "custom_dir")), LAID)
    return theme(root) / "overrides" if is_laid(named) else root / named


def is_laid(folder: str) -> bool:
    """Whether this is how a configuration names the theme that a build lays."""
    return folder.rstrip("/") == LAID


def usual(root: Path) -> str:
    """What to write as `custom_dir`."""
    return _OWN if (root / _OWN).is_dir() else LAID
