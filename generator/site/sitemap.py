"""`sitemap.xml`: every lasting page, for engines of search elsewhere.

A file holds at most 50,000 addresses (sitemaps.org); a larger site has a list of such files. The
day of the build is not told: two builds of the same content are equal.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from generator.settings import Settings
from generator.site.seen import Seen

NAME = "sitemap.xml"
MOST = 50_000
_MISSING = "404.html"
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def write(folder: Path, pages: Mapping[str, Seen], settings: Settings) -> set[str]:
    """Lay it into a built site, and return the names of its files."""
    root = str(settings.source.value.get("site_url", ""))
    root = root and f"{root.rstrip('/')}/"
    made = dict(files(root, [each for each in pages if pages[each].is_lasting]))
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return {*made}


def files(root: str, pages: list[str], most: int = MOST) -> Iterator[tuple[str, str]]:
    """The names of the files, and their texts; no page is listed that has no address."""
    listed = [each.removesuffix("index.html") for each in pages if root and each != _MISSING]
    whole = [f"{root}{each}" for each in sorted(listed)]
    if len(whole) <= most:
        yield NAME, _text("urlset", "url", whole)
        return
    parts = [whole[start : start + most] for start in range(0, len(whole), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield NAME, _text("sitemapindex", "sitemap", [f"{root}{name}" for name in names])
    for name, part in zip(names, parts, strict=True):
        yield name, _text("urlset", "url", part)


def _text(whole: str, one: str, addresses: list[str]) -> str:
    lines = (f"<{one}><loc>{escape(each)}</loc></{one}>\n" for each in addresses)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} {_SPACE}>\n'
    return f"{head}{''.join(lines)}</{whole}>\n"
