"""The files of a new project, and the one thing in it that is renewed: the package."""

import shutil
import tempfile
from pathlib import Path

from generator.model import schema
from generator.starter.package import Package

VENDOR = "vendor"
REQUIREMENTS = "requirements.txt"
_FILES = Path(__file__).parent / "files"
_HEAD = "# Ditulis oleh `iki new situs` dan `iki upgrade`; jangan disunting.\n"


def make(folder: Path, package: Package) -> None:
    """Make a project at a place where there is nothing: whole, or not at all."""
    with tempfile.TemporaryDirectory(prefix=".iki-", dir=folder.parent) as work:
        fresh = Path(work, "baru")
        # Not with the modes of the package, which nobody but its owner may write.
        shutil.copytree(_FILES, fresh, copy_function=shutil.copyfile)
        schema.write(fresh / schema.FOLDER)
        (fresh / VENDOR).mkdir()
        pin(fresh, package)
        fresh.rename(folder)


def is_one(folder: Path) -> bool:
    """Whether a folder has a package that can be renewed."""
    return (folder / VENDOR).is_dir() and (folder / REQUIREMENTS).is_file()


def pin(folder: Path, package: Package) -> None:
    """Put the package in the place of another, and say by their hashes what is installed."""
    vendor = folder / VENDOR
    (vendor / package.file).write_bytes(package.data)
    line = f"./{VENDOR}/{package.file} \\\n    --hash=sha256:{package.sha256}\n"
    text = f"{_HEAD}{line}{package.lock()}"
    (folder / REQUIREMENTS).write_text(text, encoding="utf-8", newline="\n")
    for other in vendor.glob("iki_terbuka-*.whl"):
        if other.name != package.file:
            other.unlink()
