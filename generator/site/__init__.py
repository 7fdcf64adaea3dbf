"""From Markdown to a published site: the only package that knows MkDocs.

blocks, entries, headers, indexing, machine, manifest, serving
    -> seen -> links, proof, search -> engine, exchange, leaks -> foreign, lock
"""

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.content import addresses, extras
from generator.files import write
from generator.settings import Settings
from generator.site import (
    engine,
    exchange,
    foreign,
    headers,
    leaks,
    links,
    lock,
    machine,
    manifest,
    proof,
    search,
    seen,
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

_UNUSED = ("assets/javascripts", "sitemap.xml.gz", "assets/stylesheets/*.map")
"""What Material brings for its own search and scripts, which our pages do not load."""


def html_address(address: str) -> str:
    """Where what is written for the engine lies in the site."""
    return re.sub(r"index\.md$", "index.html", address)


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
    settings: Settings, target: Path, say: Say, kept: Iterable[str] = frozenset()
) -> list[str]:
    """Build the site and put it at `target`, inside `alone`. Returns what is wrong with it: links
    that lead nowhere, numbers of persons, what is missing of what was written or of the addresses
    that are `kept`, and what nobody made. If there is any, what stood at `target` stays."""
    with exchange.workplace(target) as fresh:
        render_html(settings, fresh)
        pages = seen.all_of(fresh)
        search.index(fresh, pages.values())
        leaked = list(leaks.found(fresh))
        owners = _add_extras(settings.extras, fresh)
        _add_headers(settings, fresh)
        proved = _proof(settings, fresh, pages, owners, kept)
        if faults := [*links.broken(fresh, pages), *leaked, *proved]:
            return faults
        manifest.write(fresh)
        exchange.make_readable(fresh)
        foreign.carry_over(target, fresh, owners, say)
        exchange.put(fresh, target, say)
    return []


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


def _proof(
    settings: Settings,
    fresh: Path,
    pages: Mapping[str, seen.Seen],
    owners: set[str],
    kept: Iterable[str],
) -> Iterator[str]:
    """What the last look finds. A program that the owner allows may make files of its own."""
    docs = (path for path in settings.docs.rglob("*") if path.is_file())
    written = {html_address(path.relative_to(settings.docs).as_posix()) for path in docs}
    yield from proof.faults(fresh, pages, settings.base, written, kept)
    if not settings.allowed:
        brought = {file.address for file in assets.frame(settings.overrides)}
        known = {*written, *brought, *owners, *ENGINE_FILES, headers.NAME}
        yield from proof.strangers(fresh, known)


def _add_headers(settings: Settings, fresh: Path) -> None:
    """What servers say with each page: for hosts in the site, for one's own server beside it."""
    if not os.path.lexists(fresh / headers.NAME):
        (fresh / headers.NAME).write_text(headers.for_hosts(), "utf-8", newline="\n")
    with machine.writing(settings.server, settings.server):
        write(headers.for_servers(settings.base), settings.server)


def _add_extras(folder: Path, fresh: Path) -> set[str]:
    """Copy the owner's files as they are, and return their addresses, which must be their own."""
    made = [path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file()]
    if doubled := list(extras.doubled(folder, [*made, manifest.NAME])):
        raise engine.NotBuiltError(doubled)
    files = extras.files(folder)
    for path in files:
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, fresh / path)
    return {path.as_posix() for path in files}


def render_html(settings: Settings, folder: Path) -> None:
    """Run MkDocs over the written Markdown."""
    engine.render(settings, folder)
    for pattern in _UNUSED:
        for path in folder.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
