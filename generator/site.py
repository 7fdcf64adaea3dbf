"""From Markdown to a published site: the only module that knows MkDocs and Pagefind."""

import asyncio
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.settings import Settings

# Both are read when MkDocs and Material are imported: the day of the build must not reach the
# output, and Material's notice about MkDocs 2 is no news to an officer.
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from pagefind.index import IndexConfig, PagefindIndex

_UNUSED = ("assets/javascripts", "sitemap.xml.gz", "assets/stylesheets/*.map")
"""What Material brings for its own search and scripts, which our pages do not load."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def build(settings: Settings, target: Path, is_preview: bool = False) -> list[str]:
    """Build the site and put it at `target`. Returns the links that lead nowhere; if there are any,
    what stood at `target` stays."""
    fresh = settings.root / "build" / "html"
    render_html(settings, fresh)
    asyncio.run(_index(fresh))
    if broken := list(broken_links(fresh)):
        return broken
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
    server.error_handler = lambda code: (folder / "404.html").read_bytes() if code == 404 else None
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
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    shutil.rmtree(folder, ignore_errors=True)
    config = load_config(str(settings.config), site_dir=str(folder))
    mkdocs_build(config)
    for pattern in _UNUSED:
        for path in folder.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


async def _index(folder: Path) -> None:
    config = IndexConfig(output_path=str(folder / "pagefind"), force_language="id")
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(folder))
    for unused in (folder / "pagefind").glob("pagefind-*ui.*"):
        unused.unlink()


def broken_links(folder: Path) -> Iterator[str]:
    """Every link of the site that leads to a page, a file or an anchor that is not there."""
    pages = {path.relative_to(folder).as_posix(): _Links(path) for path in folder.rglob("*.html")}
    anchors = {address: page.anchors for address, page in pages.items()}
    for address, page in sorted(pages.items()):
        for link in page.links:
            if fault := _fault(folder, address, link, anchors):
                yield f"{address}: {link}: {fault}"


class _Links(HTMLParser):
    """The links and anchors of one page."""

    def __init__(self, path: Path):
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            elif name in ("href", "src", "action") and value and tag != "form":
                self.links.append(value)


def _fault(folder: Path, address: str, link: str, anchors: dict[str, set[str]]) -> str | None:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    target = urlsplit(urljoin(f"/{address}", link))
    path = unquote(target.path).lstrip("/")
    if path.endswith("/") or not path:
        path += "index.html"
    if not (folder / path).is_file():
        return None if address == "404.html" else "halaman tidak ada"
    if target.fragment and path in anchors and unquote(target.fragment) not in anchors[path]:
        return "jangkar tidak ada"
    return None


def _swap(fresh: Path, site: Path) -> None:
    """Put the fresh site in place of the old one."""
    old = fresh.with_name("html-lama")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
