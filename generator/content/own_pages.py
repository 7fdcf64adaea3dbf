"""The owner's own pages: each `situs_tambahan/NAMA.md` is one, and its first line the title."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from generator.content import addresses
from generator.source import markdown
from generator.source.problem import Problem, Severity
from generator.source.reading import written
from generator.source.source import Place
from generator.values.characters import shown
from generator.values.personal import personal_number
from generator.values.slugs import as_slug, is_slug

_TITLE = re.compile(r"#[ \t]+(\S.*)")
_ANCHOR = re.compile(r"""(?:\bid=["']|\{#)([^"'}\s]+)""")
_TOP = "_atas"
"""The anchor that the title of every page has."""
_UP = "../"
"""From the folder of such a page to the root."""


@dataclass(frozen=True)
class OwnPage:
    """A page of the owner: its file, its title, and the Markdown below that."""

    path: str
    """Of its file, as problems name it."""
    slug: str
    title: str
    text: str
    """The whole file, so that places can be counted in it."""

    @property
    def address(self) -> str:
        return addresses.about(self.slug)

    @property
    def body(self) -> str:
        """Without the title; the line stays, so that places are those of the file."""
        return _TITLE.sub("", self.text, count=1)

    def html(self) -> Markup:
        return markdown.as_html(self.body, _renamed)


def paths(folder: Path) -> list[Path]:
    """The files of the owner that are pages."""
    there = sorted(folder.glob("*.md")) if folder.is_dir() and not folder.is_symlink() else []
    return [path for path in there if path.is_file() and not path.is_symlink()]


def pages(folder: Path) -> list[OwnPage]:
    """The pages of a folder in which nothing is wrong."""
    return [page for path in paths(folder) if (page := _read(path)[0])]


def check(folder: Path, taken: Collection[str]) -> Iterator[Problem]:
    """What is wrong with a page by itself; `taken` are the names that the site has already."""
    for path in paths(folder):
        page, problems = _read(path)
        yield from problems
        where = f"{folder.name}/{path.name}"
        if kind := personal_number(path.stem):
            message = f"nama ini memuat nomor pribadi ({kind}). Ganti namanya."
            yield Problem(where, 0, 0, Severity.GALAT, "pribadi", message)
        elif not is_slug(path.stem):
            message = (
                "nama berkas ini menjadi alamat halaman: pakai huruf kecil, angka, dan tanda "
                f'hubung, misalnya "{as_slug(path.stem)}.md".'
            )
            yield Problem(where, 0, 0, Severity.GALAT, "tambahan", message)
        elif path.stem in taken:
            message = "alamat ini sudah dipakai situs. Ganti nama berkas ini."
            yield Problem(where, 0, 0, Severity.GALAT, "tambahan", message)
        if page:
            yield from _left_out(page)


def _read(path: Path) -> tuple[OwnPage | None, list[Problem]]:
    where = f"{path.parent.name}/{path.name}"
    text, problems = written(path, where)
    if text is None:
        return None, problems
    problems = list(_faults(text, where))
    title = _TITLE.match(text)
    if problems or not title:
        return None, problems
    return OwnPage(where, path.stem, title[1].strip(), text), []


def _faults(text: str, where: str) -> Iterator[Problem]:
    if excess := markdown.excess(text):
        yield Problem(where, *excess[0], Severity.GALAT, "banyak", excess[1])
    if not _TITLE.match(text):
        message = 'baris pertama harus judul halaman: "#", spasi, lalu judul, misalnya "# Kontak".'
        yield Problem(where, 1, 1, Severity.GALAT, "judul", message)
    for number, line in enumerate(text.split("\n"), 1):
        if number > 1 and _TITLE.match(line):
            message = 'satu halaman satu judul. Tulis judul bagian dengan dua tanda: "## …".'
            yield Problem(where, number, 1, Severity.GALAT, "judul", message)
        if kind := personal_number(line):
            message = f"baris ini memuat nomor pribadi ({kind}). Hapus: nomor pribadi tidak dimuat."
            yield Problem(where, number, 1, Severity.GALAT, "pribadi", message)


def _left_out(page: OwnPage) -> Iterator[Problem]:
    for place, tag in markdown.left_out(page.body):
        message = (
            f'HTML "<{shown(tag)}>" tidak dimuat di situs. Hapus, atau tulis dengan cara lain.'
        )
        yield Problem(page.path, *place, Severity.INGAT, "html", message)


Anchors = frozenset[str]
There = Callable[[Collection[str]], Mapping[str, Anchors | None]]
"""Every file that the site will have; of those pages that are asked for the anchors too."""


def broken_links(folder: Path, there: There) -> Iterator[Problem]:
    """Links of the pages to what the site will not have, and pictures of other sites; what it will
    have takes long to find out, and is asked for only where there are such pages."""
    links = [(page, *link) for page in pages(folder) for link in markdown.links(page.body)]
    files = there({_file(link) for *_, link in links if urlsplit(link).fragment}) if links else {}
    for page, name, link in links:
        if message := _foreign(name, link) or _missing(link, page, files):
            yield Problem(page.path, *_place(link, page), Severity.GALAT, "tautan", message)


def anchors(text: str) -> Anchors:
    """The anchors of a page, of its Markdown and of its HTML."""
    return frozenset(_ANCHOR.findall(text))


def _file(link: str) -> str:
    target = markdown.from_the_root(link) or ""
    return f"{target}index.html" if not target or target.endswith("/") else target


def _foreign(name: str, link: str) -> str | None:
    if name == "src" and urlsplit(link).netloc:
        return "gambar dari situs lain tidak dimuat. Simpan gambarnya di situs_tambahan/."
    return None


def _missing(link: str, page: OwnPage, files: Mapping[str, Anchors | None]) -> str | None:
    if markdown.from_the_root(link) is None:
        is_own = link.startswith("#") and link != "#"
        known: Anchors | None = anchors(page.html()) | {_TOP} if is_own else None
    elif (file := _file(link)) in files:
        known = files[file]
    elif f"{file}/index.html" in files:
        return f'alamat halaman diakhiri "/". Tulis "{link}/".'
    else:
        return (
            f'tautan "{shown(link)}" tidak ada di situs. Tulis alamat halaman dari akar situs, '
            'misalnya "cari/", atau nama berkas di situs_tambahan/.'
        )
    part = unquote(urlsplit(link).fragment)
    if part and known is not None and part not in known:
        return f'halaman itu tidak punya bagian "#{shown(part)}". Perbaiki, atau hapus sejak "#".'
    return None


def _place(link: str, page: OwnPage) -> Place:
    """Where a link stands first."""
    found = re.search(rf"""(?<=[("'=<\s]){re.escape(link)}""", page.text)
    before = page.text[: found.start()] if found else ""
    return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def _renamed(_: str, link: str) -> str:
    """Links are written as from the root, and the page lies in a folder of its own."""
    target = markdown.from_the_root(link)
    if target is None:
        return link
    parts = urlsplit(link)
    rest = (f"?{parts.query}" if parts.query else "") + (
        f"#{parts.fragment}" if parts.fragment else ""
    )
    return f"{_UP}{target}{rest}"
