"""The server of the preview: it answers only to its own name, keeps the policy of the pages, and
sees what was moved away and came back."""

import base64
import hashlib
import logging
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.content import addresses
from generator.settings import Settings

_NAMES = ("127.0.0.1", "localhost")
"""Another name that leads here was given by somebody else: a page of his could read the drafts."""
_REFUSED = "Pratinjau hanya menjawab di {url}."
_SCRIPT = re.compile(rb"<script>([^<]*)</script>(?=</body>)")
"""What the server adds to a page, to reload it; pages themselves have no inline script."""
_PAUSE = 0.25
"""Seconds between two looks at what is watched."""


class _Preview(LiveReloadServer):
    """Opens its port at once: one that is in use is told before a long build."""

    def __init__(self, build: Callable[[], None], host: str, port: int, folder: Path, mount: str):
        super().__init__(build, host, port, str(folder), mount)
        self.hosts = {f"{name}:{port}" for name in _NAMES} | ({*_NAMES} if port == 80 else set())
        # What tells it that pages are to reload themselves.
        self._watched_paths = dict.fromkeys(_NAMES, 1)
        super().server_bind()
        super().server_activate()

    def server_bind(self) -> None:
        """It is open already."""

    def server_activate(self) -> None:
        """It is open already."""

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """The answer to whoever asked for this server by its name."""
        if environ.get("HTTP_HOST") in self.hosts:
            return super().serve_request(environ, start_response)
        start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
        return [_REFUSED.format(url=self.url).encode()]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return with_leave(super()._inject_js_into_html(content, epoch))  # type: ignore[no-untyped-call]

    def again(self) -> None:
        """Build once more."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()


def with_leave(page: bytes) -> bytes:
    """A page whose policy lets just the script run that the preview has added to it."""
    if not (script := _SCRIPT.search(page)):
        return page
    digest = base64.b64encode(hashlib.sha256(script[1]).digest()).decode()
    return page.replace(b"script-src 'self'", f"script-src 'self' 'sha256-{digest}'".encode(), 1)


class _Watcher(threading.Thread):
    """Looks at what is watched, file by file. What is away, also from the beginning, is only
    another look: whoever asks the system to tell is told nothing of what comes back."""

    def __init__(self, paths: list[Path], changed: Callable[[], None]):
        super().__init__(daemon=True)
        self.paths, self.changed = paths, changed
        self.done = threading.Event()
        self.seen = self._look()

    def run(self) -> None:
        while not self.done.wait(_PAUSE):
            if (now := self._look()) != self.seen:
                self.seen = now
                self.changed()

    def _look(self) -> set[tuple[str, int, int]]:
        return {each for path in self.paths for each in _files(str(path))}


def _files(path: str) -> Iterator[tuple[str, int, int]]:
    """Each file at a path or below it, with what changes when it is written. Links to folders are
    not followed, for they may go in circles."""
    try:
        if not os.path.isdir(path):
            found = os.stat(path)
            yield path, found.st_mtime_ns, found.st_size
            return
        for entry in os.scandir(path):
            is_link = entry.is_symlink() and entry.is_dir()
            if not is_link and entry.name != "__pycache__":
                yield from _files(entry.path)
    except OSError:
        # It went away meanwhile, or may not be read.
        return


def serve(
    build: Callable[[], bool],
    settings: Settings,
    watched: list[Path],
    host: str,
    port: int,
    say: Callable[[str], None],
) -> None:
    """Serve the preview until Ctrl-C; call `build` first and whenever what is watched changes, and
    once more where it says that the rest follows."""
    # Not every page that is missing, in English.
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    # Below the same path as the published site: its page for what is missing links there.
    server = _Preview(lambda: None, host, port, settings.preview, settings.base)

    def build_on() -> None:
        if build():
            server.again()

    server.builder = build_on
    missing = settings.preview / addresses.MISSING
    # Before the first good build there is no such page either.
    server.error_handler = lambda code: (
        missing.read_bytes() if code == 404 and missing.is_file() else None
    )
    watcher = _Watcher(watched, server.again)
    build_on()
    watcher.start()
    say(f"Pratinjau ada di {server.url} (Ctrl-C untuk berhenti).")
    say("Berkas XLSX dan PDF tidak ada di pratinjau; `iki build` membuatnya.")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        watcher.done.set()
