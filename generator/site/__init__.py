"""From Markdown to a published site: the only package that knows MkDocs.

blocks, entries, indexing, machine, manifest
    -> seen -> links, search, sitemap -> engine, exchange, leaks -> foreign, html, lock
"""

import errno
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.content import addresses, extras
from generator.files import below
from generator.settings import Settings
from generator.site import (
    engine,
    exchange,
    foreign,
    html,
    leaks,
    links,
    lock,
    manifest,
    search,
    seen,
    sitemap,
)

NAMES = frozenset({"assets", "templates"})
"""Names at the top of the site that the engine keeps for itself: it copies a theme's files to the
one, and reads no page from the other."""
ENGINE_FILES = (
    "404.html",
    "sitemap.xml",
    manifest.NAME,
    addresses.SEARCH_INDEX.rstrip("/"),
    "assets/images",
    "assets/stylesheets",
)
"""Files and folders that every site has and no page of ours makes."""
Say = Callable[[str], None]
"""Tells whoever waits what is being done."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


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
    lay: Callable[[Path], None] | None = None,
    *,
    is_preview: bool = False,
) -> list[str]:
    """Build the site and put it at `target`, inside `alone`; `lay` puts the files of its pages
    into a folder, where others made them. Returns the links that lead nowhere, and where numbers
    of persons stand; if there are any, what stood at `target` stays."""
    with exchange.workplace(target) as fresh:
        if lay:
            lay(fresh)
        else:
            html.renew(settings)
            assemble(settings, fresh)
        pages = seen.all_of(fresh)
        sitemap.write(fresh, pages, settings)
        search.index(fresh, pages.values())
        leaked = list(leaks.found(fresh))
        owners = _add_extras(settings.extras, fresh)
        if faults := [*links.broken(fresh, pages), *leaked]:
            return faults
        if is_preview:
            _allow_reload(fresh)
        manifest.write(fresh)
        exchange.make_readable(fresh)
        foreign.carry_over(target, fresh, owners, say)
        exchange.put(fresh, target, say)
    return []


def assemble(settings: Settings, fresh: Path) -> None:
    """The HTML of the pages, and every file that is written as it is published."""
    shutil.copytree(settings.html, fresh, dirs_exist_ok=True)
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


def _add_extras(folder: Path, fresh: Path) -> set[str]:
    """Copy the owner's files as they are, and return their addresses, which must be their own."""
    if doubled := list(extras.doubled(folder, [*below(fresh), manifest.NAME])):
        raise engine.NotBuiltError(doubled)
    files = extras.files(folder)
    for path in files:
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, fresh / path)
    return {path.as_posix() for path in files}


class _Preview(LiveReloadServer):
    """Opens its port at once: one that is in use is told before a long build."""

    def __init__(self, build: Callable[[], None], host: str, port: int, folder: Path, mount: str):
        super().__init__(build, host, port, str(folder), mount)
        super().server_bind()
        super().server_activate()

    def server_bind(self) -> None:
        """It is open already."""

    def server_activate(self) -> None:
        """It is open already."""


def serve(
    build: Callable[[], None],
    settings: Settings,
    watched: list[Path],
    host: str,
    port: int,
    say: Say,
) -> None:
    """Serve the preview until Ctrl-C; call `build` first and whenever what is watched changes."""
    # Not every page that is missing, in English.
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    # Below the same path as the published site: its page for what is missing links there.
    server = _Preview(build, host, port, settings.preview, settings.base)
    missing = settings.preview / "404.html"
    # Before the first good build there is no such page either.
    server.error_handler = lambda code: (
        missing.read_bytes() if code == 404 and missing.is_file() else None
    )
    build()
    for path in watched:
        server.watch(str(path))
    say(f"Pratinjau ada di {server.url} (Ctrl-C untuk berhenti).")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


def _allow_reload(folder: Path) -> None:
    """The preview reloads itself with an inline script, which the published policy forbids."""
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(_POLICY.sub("", text), encoding="utf-8")
