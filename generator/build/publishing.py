"""Check, then pages, then the site: all or nothing."""

import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator import files, paper, rules, settings, site
from generator.content import addresses, extras, loading, own_pages
from generator.content.content import Content
from generator.content.promises import Promises
from generator.content.public import public
from generator.importing import originals
from generator.pages import registry
from generator.pages.rendering import render
from generator.settings import Settings
from generator.site import Say, engine, machine
from generator.source.problem import Problem, Severity
from generator.theme import assets
from generator.values.characters import shown
from generator.values.effort import Effort


@dataclass(frozen=True)
class Checked:
    """The content, and everything that is wrong with it, sorted."""

    content: Content
    problems: list[Problem]
    files: list[str]
    """The files that were read, by the paths that problems name."""

    @property
    def mistakes(self) -> int:
        return sum(problem.is_mistake for problem in self.problems)


def configured(
    config: Path, allowed: frozenset[str] = frozenset()
) -> tuple[Settings | None, list[Problem]]:
    """The settings of a site that MkDocs can be built with, or what is wrong with them."""
    loaded, problems = settings.load(config, allowed)
    work = Path(tempfile.gettempdir())
    with machine.writing(work, work):
        refused = engine.rehearse(loaded) if loaded else []
    return (None if refused else loaded), [*problems, *refused]


def check(settings: Settings) -> Checked:
    """Read everything and apply every rule."""
    reading = loading.load(settings.content, settings.content.name)
    found = {
        *settings.reminders,
        *reading.problems,
        *rules.check(reading.content),
        *_taken_names(reading.content, settings),
        *_past(reading.content, settings),
        *originals.check(reading.content),
        *own_pages.check(settings.extras, _names(reading.content, settings)),
    }
    if not any(each.is_mistake for each in found):
        found |= set(_nav(reading.content, settings))
        found |= set(extras.check(settings, _made(reading.content, settings)))
        there = partial(_there, reading.content, settings)
        found |= set(own_pages.broken_links(settings.extras, there))
    pages = [f"{path.parent.name}/{path.name}" for path in own_pages.paths(settings.extras)]
    return Checked(reading.content, sorted(found), [*reading.files, *pages])


def promises(content: Content, settings: Settings) -> Promises:
    """The addresses that are promised to those who link to the site."""
    pages = registry.promised(settings)
    changing = registry.own_names(settings) | site.NAMES
    owners = (each.address for each in own_pages.pages(settings.extras))
    return Promises(
        content,
        pages,
        frozenset(changing - {each.split("/")[0] for each in pages}),
        frozenset(owners),
    )


def _past(content: Content, settings: Settings) -> list[Problem]:
    """What is wrong with the ledger of addresses and with the history; without them nothing has
    been promised yet, and nothing changed."""
    ledger, history = content.ledger, content.history
    if not (ledger.entries or history.events):
        return []
    held = promises(content, settings)
    found = rules.check_ledger(ledger, held) if ledger.entries else []
    return [*found, *rules.check_history(history, ledger, held)]


def _nav(content: Content, settings: Settings) -> Iterator[Problem]:
    """A page that the navigation names must be one that is made."""
    missing = {page for _, page in settings.nav()}
    visible = public(content, settings.iki, settings.drafts)
    there = registry.markdown_files(visible, settings)
    passed = []
    while missing and (path := next(there, None)):
        missing.discard(path)
        passed.append(path)
    effort = Effort()
    for location, page in settings.nav():
        if page in missing:
            likely = effort.meant(page, passed) or "index.md"
            message = (
                f'halaman "{shown(page)}" tidak ada. Maksudnya "{likely}"? Atau hapus barisnya.'
            )
            yield settings.source.problem(location, message, "nav")


def _made(content: Content, settings: Settings) -> Iterator[str]:
    """Where every file of the site will lie, but for the owner's."""
    for file in render(content, settings):
        yield addresses.built(file.address)
    yield from paper.names(content, settings)
    yield from _brought(settings)


def _brought(settings: Settings) -> Iterator[str]:
    """Where the files lie that theme and engine bring."""
    for file in assets.frame(settings.overrides):
        if not file.address.endswith((".html", ".xml")):
            yield file.address
    yield from site.ENGINE_FILES


def _there(
    content: Content, settings: Settings, wanted: Collection[str]
) -> dict[str, own_pages.Anchors | None]:
    """Where every file of the site will lie, and the anchors of the pages that are wanted."""
    others = (*_brought(settings), *map(str, extras.files(settings.extras)))
    others += tuple(paper.names(content, settings))
    found: dict[str, own_pages.Anchors | None] = dict.fromkeys(others)
    for file in render(content, settings):
        address = addresses.built(file.address)
        found[address] = own_pages.anchors(file.text) if address in wanted else None
    return found


def _names(content: Content, settings: Settings) -> set[str]:
    """The names at the top of the site, but for those of the owner's own pages."""
    pemda = {key[0] for key in (*content.entries, *content.broken)}
    return {*registry.own_names(settings), *site.NAMES, *pemda}


def _taken_names(content: Content, settings: Settings) -> Iterator[Problem]:
    """A pemda whose address would be one of the site's own."""
    taken = registry.own_names(settings) | site.NAMES
    for key in sorted({*content.entries, *content.broken}):
        if len(key) == 1 and key[0] in taken:
            message = f'nama "{key[0]}" dipakai oleh situs sendiri. Pilih nama lain.'
            path = f"{settings.content.name}/{key[0]}"
            yield Problem(path, 0, 0, Severity.GALAT, "letak", message)


def write_pages(checked: Checked, settings: Settings) -> None:
    """The Markdown of a content without mistakes, and the theme."""
    with machine.writing(settings.docs, settings.docs):
        pages = render(checked.content, settings)
        papers = paper.files(checked.content, settings)
        files.write(chain(pages, papers), settings.docs, settings.workers)
    lay_theme(settings)


def lay_theme(settings: Settings) -> None:
    """The theme where MkDocs looks for it, where the configuration says so."""
    if settings.laid:
        with machine.writing(settings.laid, settings.laid):
            files.write(assets.frame(settings.overrides), settings.laid)


def publish(checked: Checked, settings: Settings, say: Say, engine: str | None = None) -> list[str]:
    """Build `site/` from a content without mistakes, inside `site.alone`, by a successor of MkDocs
    where one is named. What stands in the way, such as broken links and numbers of persons, is
    returned; then nothing is published."""
    say("Menulis halaman …")
    write_pages(checked, settings)
    say("Menyusun situs dan indeks pencarian …")
    kept = promises(checked.content, settings).alive
    printed = paper.said(checked.content, settings)
    lay = partial(site.by, engine, settings) if engine else None
    return site.build(settings, settings.site, say, kept, lay, printed)
