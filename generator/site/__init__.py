"""From Markdown to a published site: the only package that knows MkDocs and Pagefind.

links -> search -> leaks -> engine -> the build
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.settings import Settings
from generator.site import engine, leaks, links, search

NAMES = frozenset({"assets", "templates"})
"""Names at the top of the site that the engine keeps for itself: it copies a theme's files to the
one, and reads no page from the other."""

_UNUSED = ("assets/javascripts", "sitemap.xml.gz", "assets/stylesheets/*.map")
"""What Material brings for its own search and scripts, which our pages do not load."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def build(settings: Settings, target: Path, is_preview: bool = False) -> list[str]:
    """Build the site and put it at `target`. Returns the links that lead nowhere, and where numbers
    of persons stand; if there are any, what stood at `target` stays."""
    fresh = settings.root / "build" / "html"
    render_html(settings, fresh)
    search.index(fresh)
    if faults := [*links.broken(fresh), *leaks.found(fresh)]:
        return faults
    if is_preview:
        _allow_reload(fresh)
    _swap(fresh, target)
    return []


def serve(
    build: Callable[[], None],
    folder: Path,
    watched: list[Path],
    host: str,
    port: int,
    say: Callable[[str], None],
) -> None:
    """Serve `folder` until Ctrl-C; call `build` first and whenever what is watched changes."""
    build()
    server = LiveReloadServer(build, host, port, str(folder))
    missing = folder / "404.html"
    # Before the first good build there is no such page either.
    server.error_handler = lambda code: (
        missing.read_bytes() if code == 404 and missing.is_file() else None
    )
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


def render_html(settings: Settings, folder: Path) -> None:
    """Run MkDocs over the written Markdown."""
    engine.render(settings, folder)
    for pattern in _UNUSED:
        for path in folder.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _swap(fresh: Path, site: Path) -> None:
    """Put the fresh site in place of the old one."""
    old = fresh.with_name("html-lama")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
