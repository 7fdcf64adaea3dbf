"""The Markdown of every page below `build/docs/`; a redirection is HTML already."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urljoin

import yaml
from jinja2 import Environment

from generator.content import addresses, own_pages
from generator.content.content import Content, Entry
from generator.content.public import public
from generator.exports import linked
from generator.files import File, made_from
from generator.pages import alamat, laman, registry, riwayat
from generator.pages.parts import Head, Later, Site
from generator.settings import Iki, Settings
from generator.theme import assets
from generator.theme.templates import as_json, environment
from generator.values import colors

_Dumper: Any = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper


def render(content: Content, settings: Settings) -> Iterator[File]:
    """Every file of the site that the generator writes; each is made when it is wanted."""
    templates = environment(settings.theme)
    site = registry.site_of(public(content, settings.iki, settings.drafts), settings)
    for page in own_pages.pages(settings.extras):
        yield _own_page(templates, site, page.address, laman.own(site, page))
    for entry in site.content.entries.values():
        address = addresses.markdown_file(addresses.page(entry.key))
        yield File(address, partial(_of_document, templates, site, entry))
    yield from assets.files(settings.theme)
    if style := own_colors(templates, settings.iki):
        yield File(addresses.COLORS, style.encode())
    if site.has_feed:
        yield _feed(templates, site, settings.name)
    yield from _redirections(templates, site)
    for address, view in registry.own(site):
        yield _own_page(templates, site, address, view)
    yield from site.exported


def _of_document(templates: Environment, site: Site, entry: Entry[Any]) -> bytes:
    with made_from(entry.source.path):
        address = addresses.page(entry.key)
        view = registry.OF_DOCUMENTS[len(entry.key)](site, entry)
        steps = _steps(address, view.head)
        said = linked.of_document(site.content, site.about, entry, steps)
        return _page(templates, site, address, view, said)


def _own_page(templates: Environment, site: Site, address: str, view: registry.View) -> File:
    return File(addresses.markdown_file(address), partial(_own, templates, site, address, view))


def _own(templates: Environment, site: Site, address: str, view: registry.View) -> bytes:
    said = linked.of_page(site.about, _steps(address, view.head))
    return _page(templates, site, address, view, said)


def _steps(address: str, head: Head) -> linked.Steps:
    """The way down to a page, with the page itself, by addresses."""
    way = [(each.name, urljoin(f"/{address}", each.href).removeprefix("/")) for each in head.way]
    return [*way, (head.title, address)]


def _page(
    templates: Environment,
    site: Site,
    address: str,
    view: registry.View,
    said: linked.Thing | None,
) -> bytes:
    canonical = site.whole(address) if view.head.is_lasting else ""
    return f"{_front_matter(view.head, canonical, said)}\n{body(templates, view)}\n".encode()


def body(templates: Environment, view: registry.View) -> str:
    """The Markdown of a page below its front matter."""
    shown = view.make(view.head) if isinstance(view, Later) else view
    return templates.get_template(f"pages/{view.head.kind}.md.jinja").render(v=shown).strip()


def own_colors(templates: Environment, iki: Iki) -> str:
    """The style sheet of the owner's own accent; empty without one."""
    if not iki.warna:
        return ""
    return templates.get_template("pages/warna.css.jinja").render(_shades(iki.warna))


def _shades(accent: str) -> dict[str, str]:
    dark = colors.on_dark(accent)
    return {
        "light": accent,
        "dark": dark,
        "soft_light": colors.mixed(accent, colors.WHITE, 88),
        "soft_dark": colors.mixed(dark, colors.DARK, 80),
    }


def _feed(templates: Environment, site: Site, name: str) -> File:
    view = riwayat.feed(site, name)
    text = templates.get_template("pages/umpan.xml.jinja").render(v=view)
    return File(addresses.FEED, f"{text}\n".encode())


def _redirections(templates: Environment, site: Site) -> Iterator[File]:
    """From where a page was, or is never itself, to where it is."""
    template = templates.get_template("pages/alihan.html.jinja")
    for address, view in alamat.redirections(site):
        yield File(addresses.html_file(address), template.render(v=view).encode())


def _front_matter(head: Head, canonical: str, said: linked.Thing | None) -> str:
    values = {
        "title": head.title,
        "description": head.description,
        "jenis": head.kind,
        "letak": [{"nama": step.name, "href": step.href} for step in head.way],
        "saring": head.filters,
        **({"alamat_lama": True} if head.has_old_anchors else {}),
        **({} if head.is_lasting else {"sementara": True}),
        **({"kanonik": canonical} if canonical else {}),
        **({"jsonld": str(as_json(said))} if said else {}),
    }
    body = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"---\n{body}---\n"
