"""What the components bring for `assets/` of the site, and what a build lays for MkDocs."""

import re
from collections.abc import Iterator
from functools import partial
from operator import attrgetter
from pathlib import Path

import rcssmin
import rjsmin

from generator.content import addresses
from generator.files import File
from generator.theme import words
from generator.theme.templates import as_json
from generator.theme.words import Words

_FIRST = ("material", "dasar")
"""What is used of Material, and the base that changes it."""
_LISTS = ("beranda", "cari", "indeks", "matriks", "panduan", "pohon", "senama")
"""What the page of no position needs: a sheet of its own, which the others load besides."""
_WORDS = re.compile(r"\bKATA\.([a-z_]+(?:\.[a-z_]+)*)")
"""A word of the theme, or a group of them, as a script names it: `KATA.alat.hitung`. Each script
carries its own, so that a page need not, and words that nobody asked for are not loaded."""


def files(theme: Path) -> Iterator[File]:
    """The style sheets as two, and each script with its words, without what only their writers
    read."""
    components = theme / "components"
    sheets = _sheets(components)
    lists = [path for path in sheets if path.stem in _LISTS]
    yield _style(addresses.STYLE, [path for path in sheets if path not in lists])
    yield _style(addresses.STYLE_OF_LISTS, lists)
    known = words.load(theme)
    for script in sorted(components.glob("*/*.js")):
        text = with_words(rjsmin.jsmin(script.read_text(encoding="utf-8")), known)
        yield File(f"{addresses.ASSETS}{script.name}", text.encode())


def _style(address: str, sheets: list[Path]) -> File:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    return File(address, rcssmin.cssmin(text).encode())


def with_words(script: str, known: Words) -> str:
    """A script in which the words stand that it names."""
    return _WORDS.sub(partial(_said, known), script)


def _said(known: Words, named: re.Match[str]) -> str:
    return str(as_json(attrgetter(named[1])(known)))


def _sheets(components: Path) -> list[Path]:
    """What all others stand on first, then by name."""
    named = {path.stem: path for path in sorted(components.glob("*/*.css"))}
    first = [named.pop(name) for name in _FIRST if name in named]
    return [*first, *named.values()]


def frame(overrides: Path) -> Iterator[File]:
    """The templates and files that MkDocs is given, as they are."""
    for path in sorted(overrides.rglob("*")):
        if path.is_file():
            yield File(path.relative_to(overrides).as_posix(), path.read_bytes())
