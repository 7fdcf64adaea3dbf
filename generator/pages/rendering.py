"""The Markdown of every page below `build/docs/`; a redirection is HTML already."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import yaml
from jinja2 import Environment

from generator import exports
from generator.content import addresses
from generator.content.content import Content
from generator.content.public import public
from generator.files import File, made_from
from generator.pages import registry
from generator.pages.parts import Kepala, Perspective, Situs
from generator.settings import Settings
from generator.theme import assets
from generator.theme.templates import environment
from generator.values import colors

_Dumper: Any = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper


def render(content: Content, settings: Settings) -> Iterator[File]:
    """Every file of the site that the generator writes."""
    templates = environment(settings.theme)
    situs = registry.situs_of(public(content, settings.iki), settings)
    for address, view in registry.own(situs):
        yield _page(templates, address, view)
    for entry in situs.content.entries.values():
        with made_from(entry.source.path):
            view = registry.OF_DOCUMENTS[len(entry.key)](situs, entry)
            yield _page(templates, addresses.page(entry.key), view)
    yield from exports.files(situs.content)
    yield from assets.files(settings.theme)
    if accent := settings.iki.warna:
        style = templates.get_template("pages/warna.css.jinja").render(_shades(accent))
        yield File(addresses.COLORS, style.encode())
    yield from _redirections(templates, situs)


def _page(templates: Environment, address: str, view: registry.View) -> File:
    head = view.kepala
    body = templates.get_template(f"pages/{head.jenis}.md.jinja").render(v=view)
    text = f"{_front_matter(head)}\n{body.strip()}\n"
    return File(addresses.markdown_file(address), text.encode())


def _shades(accent: str) -> dict[str, str]:
    dark = colors.on_dark(accent)
    return {
        "terang": accent,
        "gelap": dark,
        "lembut_terang": colors.mixed(accent, colors.WHITE, 88),
        "lembut_gelap": colors.mixed(dark, colors.DARK, 80),
    }


def _redirections(templates: Environment, situs: Situs) -> Iterator[File]:
    """From the address of each position without an edition to the newest edition that has it."""
    template = templates.get_template("pages/alihan.html.jinja")
    for entry in situs.content.all_in_force():
        see = Perspective(situs, addresses.in_force(entry.key))
        text = template.render(
            ke=see.to(addresses.page(entry.key)),
            aset=see.to(addresses.ASSETS),
            judul=see.title(entry),
        )
        yield File(addresses.html_file(see.here), text.encode())


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
