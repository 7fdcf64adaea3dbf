"""Which pages exist, and their Markdown below `build/docs/` (a redirection is HTML already).

Data is never template source and never Markdown source: the environment escapes by default and
knows no undefined value; a heading, the only thing that Markdown converts, passes through `judul`.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from generator import addresses, colors
from generator.characters import one_line
from generator.content import Content, Entry
from generator.fields import Model
from generator.model import Jabatan
from generator.public import public
from generator.settings import Settings
from generator.views import (
    banding,
    beranda,
    cari,
    dokumen,
    indeks,
    instansi,
    jabatan,
    kosakata,
    laman,
    pemda,
)
from generator.views.parts import Kepala, Situs
from generator.wording import readable

_WORDS = re.compile(r"\S+|\s+")
_EIGHT = re.compile(r".{1,8}")

_Dumper: Any = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper


class PageError(Exception):
    """A page could not be made, by a fault of ours; it is made from the file at `path`."""

    def __init__(self, path: str):
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class Page:
    """A file: where it lies below the docs folder, and its text."""

    path: str
    text: str


def render(content: Content, settings: Settings) -> Iterator[Page]:
    """Every page of the site."""
    environment = _environment(settings.theme / "pages")
    situs = Situs(public(content, settings.iki), settings.iki)
    for address, view in _own(situs):
        yield _page(environment, address, view)
    for entry in situs.content.entries.values():
        with _made_from(entry):
            address = addresses.page(entry.key)
            yield _page(environment, address, _VIEWS[len(entry.key)](situs, entry))
    yield Page(addresses.VOCABULARY, _as_json(kosakata.kosakata(situs.content)))
    for entry in situs.content.all_jabatan():
        with _made_from(entry):
            path = addresses.formulas_file(addresses.page(entry.key))
            yield Page(path, _formulas(entry.document))
    if accent := settings.iki.warna:
        yield Page(
            addresses.COLORS, environment.get_template("warna.css.jinja").render(_shades(accent))
        )
    redirection = environment.get_template("alihan.html.jinja")
    for here, there, title in _redirections(situs):
        text = redirection.render(
            ke=addresses.relative(here, there),
            aset=addresses.relative(here, addresses.ASSETS),
            judul=title,
        )
        yield Page(addresses.html_file(here), text)


def own_names(settings: Settings) -> set[str]:
    """The names at the top of the site that its own pages take, whatever the content is."""
    own = (address for address, _ in _own(Situs(Content(), settings.iki)))
    files = (addresses.VOCABULARY, addresses.COLORS, addresses.SEARCH_INDEX)
    return {path.split("/")[0] for path in (*own, *files)}


@contextmanager
def _made_from(entry: Entry[Model]) -> Iterator[None]:
    """Names the file in what goes wrong with its page."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise PageError(entry.source.path) from error


def _page(environment: Environment, address: str, view: Any) -> Page:
    head = view.kepala
    body = environment.get_template(f"{head.jenis}.md.jinja").render(v=view)
    return Page(addresses.markdown_file(address), f"{_front_matter(head)}\n{body.strip()}\n")


def paths(content: Content, settings: Settings) -> Iterator[str]:
    """Where the Markdown of every page lies, what is quickly known first."""
    for address, _ in _own(Situs(Content(), settings.iki)):
        yield addresses.markdown_file(address)
    for key in content.entries:
        yield addresses.markdown_file(addresses.page(key))
    for address, _ in _own(Situs(content, settings.iki)):
        yield addresses.markdown_file(address)


def _shades(accent: str) -> dict[str, str]:
    dark = colors.on_dark(accent)
    return {
        "terang": accent,
        "gelap": dark,
        "lembut_terang": colors.mixed(accent, colors.WHITE, 88),
        "lembut_gelap": colors.mixed(dark, colors.DARK, 80),
    }


def _formulas(document: Jabatan) -> str:
    """Every formula of a position in every form that can be copied."""
    forms = {
        each.id: {
            "teks": each.rumus.line(),
            "kalimat": each.rumus.sentence(),
            "latex": each.rumus.tex(),
            "mathml": each.rumus.mathml(),
            "mathjson": each.rumus.mathjson(),
        }
        for sasaran in document.sasaran
        for each in sasaran.indikator
    }
    there = {
        id: {form: value for form, value in each.items() if value is not None}
        for id, each in forms.items()
    }
    return json.dumps(there, ensure_ascii=False) + "\n"


def _redirections(situs: Situs) -> Iterator[tuple[str, str, str]]:
    """From the address of each position without an edition to the newest edition that has it."""
    content = situs.content
    for key in content.entries:
        for each in content.in_force(key) if len(key) == _INSTANSI else []:
            title = readable(each.document.nama, content.abbreviations)
            yield addresses.in_force(each.key), addresses.page(each.key), title


_PEMDA, _INSTANSI, _DOKUMEN, _JABATAN = 1, 2, 3, 4
_VIEWS: dict[int, Callable[[Situs, Entry[Any]], Any]] = {
    _PEMDA: pemda.pemda,
    _INSTANSI: instansi.instansi,
    _DOKUMEN: dokumen.dokumen,
    _JABATAN: jabatan.jabatan,
}
"""The page of a document, by how deep it lies."""


def _own(situs: Situs) -> Iterator[tuple[str, Any]]:
    """The pages of the site itself, which are not the page of one document."""
    yield addresses.HOME, beranda.beranda(situs)
    yield addresses.SEARCH, cari.cari(situs)
    yield from indeks.indeks(situs)
    yield from banding.banding(situs)
    yield from banding.serupa(situs)
    yield from banding.edisi(situs)
    yield laman.istilah(situs)
    yield from laman.laman(situs)


def write(pages: Iterator[Page], folder: Path) -> None:
    """Make `folder` hold just these pages, touching only the files that change."""
    written: dict[Path, bytes] = {}
    for page in pages:
        # Two pages at one address would hide each other, and nobody would be told.
        assert folder / page.path not in written, page.path
        written[folder / page.path] = page.text.encode()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in written:
            path.unlink()
    for path, data in written.items():
        assert path.resolve().is_relative_to(folder.resolve())
        # As bytes: a killed run may have left half a letter.
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{*",
        comment_end_string="*}",
    )
    environment.filters["judul"] = as_heading
    environment.filters["ribuan"] = _thousands
    environment.filters["patah"] = breakable
    environment.filters["json"] = _as_json
    return environment


def as_heading(text: str) -> Markup:
    """A text that Markdown shows unchanged in a heading: any sign that could be markup, for
    Markdown or HTML, is an entity."""
    return Markup(
        "".join(
            each if each.isalnum() or each in " ,.-/()" or not each.isascii() else f"&#{ord(each)};"
            for each in one_line(text)
        )
    )


def breakable(text: str) -> Markup:
    """A text whose very long words may break in a table, which cannot be scrolled on paper."""
    pieces = [_EIGHT.findall(each) if len(each) > 24 else [each] for each in _WORDS.findall(text)]
    return Markup().join(Markup("<wbr>").join(each) for each in pieces)


def _as_json(value: Any) -> Markup:
    """A dataclass as JSON that may stand between apostrophes in an attribute."""
    return htmlsafe_json_dumps(asdict(value), separators=(",", ":"), ensure_ascii=False)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _front_matter(head: Kepala) -> str:
    values = {
        "title": head.judul,
        "description": head.deskripsi,
        "jenis": head.jenis,
        "letak": [asdict(step) for step in head.letak],
        "saring": head.saring,
    }
    body = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"---\n{body}---\n"
