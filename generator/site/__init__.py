"""From Markdown to a published site: the only package that knows MkDocs.

addressed, blocks, entries, headers, indexing, machine, manifest, serving
    -> seen -> links, proof, search, sitemap -> engine, exchange, leaks
    -> foreign, html, lock, successors
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.content import addresses, extras
from generator.files import below, write
from generator.settings import Settings
from generator.site import (
    engine,
    exchange,
    foreign,
    headers,
    html,
    leaks,
    links,
    lock,
    machine,
    manifest,
    proof,
    search,
    seen,
    sitemap,
    successors,
)
from generator.site.serving import serve as serve
from generator.theme import assets

NAMES = frozenset({"assets", "templates"})
"""Names at the top of the site that the engine keeps for itself: it copies a theme's files to the
one, and reads no page from the other."""
ENGINE_FILES = (
    addresses.MISSING,
    "sitemap.xml",
    manifest.NAME,
    addresses.SEARCH_INDEX.rstrip("/"),
    "assets/images",
    "assets/stylesheets",
)
"""Files and folders that every site has and no page of ours makes."""
Say = Callable[[str], None]
"""Tells whoever waits what is being done."""
Lay = Callable[[Path], set[str]]
"""Puts the files of the pages into a folder, where others made them, and returns their names."""
NOT_PREVIEWED = (".xlsx", f"/{addresses.PAPER}")
"""What takes long and nobody looks at in a preview; links to it lead nowhere there."""


@contextmanager
def alone(settings: Settings, target: Path, say: Say) -> Iterator[None]:
    """One build at a time in a project and at a target; what a killed run left there is put right.
    Everything from the check on happens inside, so that the last to build has the newest content.
    """
    settings.docs.parent.mkdir(parents=True, exist_ok=True)
    _refuse_no_place(settings, target)
    with lock.held(settings.docs, say), lock.held(target, say):
        exchange.mend(target)
        yield


def build(
    settings: Settings,
    target: Path,
    say: Say,
    kept: Iterable[str] = frozenset(),
    lay: Lay | None = None,
    printed: Iterable[leaks.Text] = (),
) -> list[str]:
    """Build the site and put it at `target`, inside `alone`. Returns what is wrong with it: links
    that lead nowhere, numbers of persons, also in what is `printed`, what is missing of what was
    written or of the addresses that are `kept`, and what nobody made. If there is any, what stood
    at `target` stays."""
    unmade = () if settings.sheets else NOT_PREVIEWED
    with exchange.workplace(target) as fresh:
        written = lay(fresh) if lay else _renewed(settings, fresh)
        pages = seen.all_of(fresh)
        written |= sitemap.write(fresh, pages, settings)
        search.index(fresh, pages.values())
        leaked = list(leaks.found(fresh, printed))
        owners = _add_extras(settings.extras, fresh)
        _add_headers(settings, fresh)
        proved = list(proof.faults(fresh, pages, settings.base, written, kept))
        strange = _strangers(settings, fresh, written | owners)
        broken = links.broken(fresh, pages, settings.url, owners, unmade)
        if faults := [*broken, *leaked, *proved, *strange]:
            return faults
        manifest.write(fresh)
        exchange.make_readable(fresh)
        foreign.carry_over(target, fresh, owners, say)
        exchange.put(fresh, target, say)
    return []


def _renewed(settings: Settings, fresh: Path) -> set[str]:
    html.renew(settings)
    assemble(settings, fresh)
    return _written(settings)


def by(engine: str, settings: Settings, fresh: Path) -> set[str]:
    """Lay the site's files, the HTML of its pages made by a successor of MkDocs."""
    successors.render(settings, engine, fresh)
    _lay_written(settings, fresh)
    return _written(settings)


def _written(settings: Settings) -> set[str]:
    return {addresses.built(name) for name in below(settings.docs)}


def assemble(settings: Settings, fresh: Path) -> None:
    """The HTML of the pages, and every file that is written as it is published."""
    shutil.copytree(settings.html, fresh, dirs_exist_ok=True)
    _lay_written(settings, fresh)


def _lay_written(settings: Settings, fresh: Path) -> None:
    for name in below(settings.docs):
        if not name.endswith(".md"):
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(settings.docs / name, fresh / name)


def _refuse_no_place(settings: Settings, target: Path) -> None:
    """A target is a folder, or nothing yet; and no link to what the site is made from."""
    real = exchange.place(target)
    if not real.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target))
    if os.path.lexists(real) and not real.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
    for each in (settings.root, settings.content, settings.theme, settings.extras, settings.docs):
        if exchange.place(each).is_relative_to(real):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target))


def _strangers(settings: Settings, fresh: Path, known: set[str]) -> Iterator[str]:
    """Files that nobody made. A program that the owner allows may make some of its own."""
    if not settings.allowed:
        brought = {file.address for file in assets.frame(settings.overrides)}
        yield from proof.strangers(fresh, {*known, *brought, *ENGINE_FILES, headers.NAME})


def _add_headers(settings: Settings, fresh: Path) -> None:
    """What servers say with each page: for hosts in the site, for one's own server beside it."""
    if not os.path.lexists(fresh / headers.NAME):
        (fresh / headers.NAME).write_text(headers.for_hosts(), "utf-8", newline="\n")
    with machine.writing(settings.server, settings.server):
        write(headers.for_servers(settings.base), settings.server)


def _add_extras(folder: Path, fresh: Path) -> set[str]:
    """Copy the owner's files as they are, and return their addresses, which must be their own."""
    if doubled := list(extras.doubled(folder, [*below(fresh), manifest.NAME])):
        raise engine.NotBuiltError(doubled)
    files = extras.files(folder)
    for path in files:
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, fresh / path)
    return {path.as_posix() for path in files}
