"""What would run a program: plugins, hooks, Markdown extensions."""

from collections.abc import Collection, Iterator

from generator.source.problem import Problem
from generator.source.source import Location, Source, Value
from generator.values.characters import shown
from generator.values.effort import Effort

PLUGINS = frozenset(("search", "material/search"))
"""MkDocs loads this one by itself where nothing is said; it writes one file of words."""

_MARKDOWN = (
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs "
    "legacy_em md_in_html meta nl2br sane_lists smarty tables toc wikilinks"
).split()
_PYMDOWN = (
    "arithmatex betterem blocks.admonition blocks.caption blocks.definition blocks.details "
    "blocks.html blocks.tab caret critic details emoji escapeall extra fancylists highlight "
    "inlinehilite keys magiclink mark progressbar quotes saneheaders smartsymbols striphtml "
    "superfences tabbed tasklist tilde"
).split()
EXTENSIONS = frozenset(
    (
        *_MARKDOWN,
        *(f"markdown.extensions.{name}" for name in _MARKDOWN),
        *(f"pymdownx.{name}" for name in _PYMDOWN),
    )
)
"""Python-Markdown's own and PyMdown's, but for those that read files (snippets, b64): a name that
is not known here would be imported, and so run."""

_SAFE = {"plugins": PLUGINS, "markdown_extensions": EXTENSIONS, "hooks": frozenset[str]()}
_CALLED = {"plugins": "plugin", "markdown_extensions": "ekstensi Markdown", "hooks": "program"}


def check(source: Source, allowed: Collection[str]) -> Iterator[Problem]:
    """Every name that is neither harmless nor allowed by the owner."""
    effort = Effort()
    for key, safe in _SAFE.items():
        for location, name in _names(source.value.get(key, ""), (key,)):
            if name and name not in safe and name not in allowed:
                hint = _hint(name, safe, effort)
                typed = name if name == shown(name) else "NAMA"
                message = (
                    f'{_CALLED[key]} "{shown(name)}" tidak dijalankan dari konfigurasi.{hint} '
                    f"Hapus, atau bila pemilik situs mengizinkannya: `iki build --izinkan {typed}`."
                )
                yield source.key_problem(location, message, "program")


def _names(value: Value, location: Location) -> Iterator[tuple[Location, str]]:
    """The names of a list or of a part, with or without options."""
    if isinstance(value, dict):
        yield from (((*location, name), name) for name in value)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            here = (*location, number)
            yield from [(here, item)] if isinstance(item, str) else _names(item, here)


def _hint(name: str, safe: Collection[str], effort: Effort) -> str:
    own_names = {_own(each): each for each in sorted(safe, reverse=True)}
    likely = effort.meant(_own(name), own_names)
    return f' Maksudnya "{own_names[likely]}"?' if likely else ""


def _own(name: str) -> str:
    """A name without its package: nobody mistypes an extension as another of the same package."""
    return name.rpartition(".")[2]
