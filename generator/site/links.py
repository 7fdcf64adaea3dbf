"""The links of a built site, held against its pages, files and anchors."""

from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


def broken(folder: Path, owners: Collection[str] = ()) -> Iterator[str]:
    """Every link that leads to a page, a file or an anchor that is not there. The pages of the
    owner are published as they are, so they are not read."""
    addresses = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.html")}
    pages = {here: _Page(path) for here, path in addresses.items() if here not in owners}
    for address, page in sorted(pages.items()):
        for link in page.links:
            if fault := _fault(folder, address, link, pages):
                yield f"{address}: {link}: {fault}"


class _Page(HTMLParser):
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
            elif name in ("href", "src", "action") and value:
                self.links.append(value)


def _fault(folder: Path, address: str, link: str, pages: dict[str, _Page]) -> str | None:
    target = urlsplit(urljoin(f"/{address}", link))
    # 404.html is shown at any depth, so its links begin at the root of the host.
    if target.scheme or target.netloc or address == "404.html":
        return None
    path = unquote(target.path).lstrip("/")
    if path.endswith("/") or not path:
        path += "index.html"
    if not (folder / path).is_file():
        return "halaman tidak ada"
    if target.fragment and path in pages and unquote(target.fragment) not in pages[path].anchors:
        return "jangkar tidak ada"
    return None
