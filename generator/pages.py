"""Which pages exist, and their Markdown below `build/docs/` (a redirection is HTML already).

Data is never template source and never Markdown source: the environment escapes by default and
knows no undefined value; a heading, the only thing that Markdown converts, passes through `judul`.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from generator import addresses, colors
from generator.content import Content
from generator.model import Jabatan
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

_Dumper: Any = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper


@dataclass(frozen=True)
class Page:
    """A file: where it lies below the docs folder, and its text."""

    path: str
    text: str


def render(content: Content, settings: Settings) -> Iterator[Page]:
    """Every page of the site."""
    environment = _environment(settings.theme / "pages")
    situs = Situs(content, settings.iki)
    for address, view in _views(situs):
        head = view.kepala
        body = environment.get_template(f"{head.jenis}.md.jinja").render(v=view)
        yield Page(addresses.markdown_file(address), f"{_front_matter(head)}\n{body.strip()}\n")
    yield Page(addresses.VOCABULARY, _as_json(kosakata.kosakata(content)))
    for entry in content.all_jabatan():
        yield Page(addresses.formulas_file(addresses.page(entry.key)), _formulas(entry.document))
    if accent := settings.iki.warna:
        yield Page(
            addresses.COLORS, environment.get_template("warna.css.jinja").render(_shades(accent))
        )
    redirection = environment.get_template("alihan.html.jinja")
    for here, there, title in _redirections(situs):
        text = redirection.render(ke=addresses.relative(here, there), judul=title)
        yield Page(addresses.html_file(here), text)


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
    """From the address of each position without an edition to that of the edition in force."""
    content = situs.content
    for pemda_entry in content.pemda():
        for instansi_entry in content.instansi(pemda_entry.key):
            current = content.edition_in_force(instansi_entry.key)
            for each in content.jabatan(current.key) if current else []:
                there = addresses.page(each.key)
                title = readable(each.document.nama, content.abbreviations)
                yield addresses.in_force(each.key), there, title


def _views(situs: Situs) -> Iterator[tuple[str, Any]]:
    content = situs.content
    yield addresses.HOME, beranda.beranda(situs)
    yield addresses.SEARCH, cari.cari(situs)
    yield from indeks.indeks(situs)
    yield from banding.banding(situs)
    yield from banding.serupa(situs)
    yield from banding.edisi(situs)
    yield laman.istilah(situs)
    yield from laman.laman(situs)
    for each in content.pemda():
        yield addresses.page(each.key), pemda.pemda(situs, each)
        for one in content.instansi(each.key):
            yield addresses.page(one.key), instansi.instansi(situs, one)
    for edition in content.all_dokumen():
        yield addresses.page(edition.key), dokumen.dokumen(situs, edition)
    for position in content.all_jabatan():
        yield addresses.page(position.key), jabatan.jabatan(situs, position)


def write(pages: Iterator[Page], folder: Path) -> None:
    """Make `folder` hold just these pages, touching only the files that change."""
    written = {folder / page.path: page.text for page in pages}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in written:
            path.unlink()
    for path, text in written.items():
        assert path.resolve().is_relative_to(folder.resolve())
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


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
    environment.filters["json"] = _as_json
    return environment


def as_heading(text: str) -> Markup:
    """A text that Markdown shows unchanged in a heading: any sign that could be markup, for
    Markdown or HTML, is an entity."""
    return Markup(
        "".join(
            each if each.isalnum() or each in " ,.-/()" or not each.isascii() else f"&#{ord(each)};"
            for each in " ".join(text.split())
        )
    )


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
