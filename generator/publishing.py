"""Check, then pages, then the site: all or nothing."""

import multiprocessing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import content, pages, report, rules, settings, site
from generator.content import Content
from generator.problems import Problem, Severity
from generator.settings import Settings

Say = Callable[[str], None]
"""Tells whoever waits what is being done."""


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


def check(settings: Settings) -> Checked:
    """Read everything and apply every rule."""
    reading = content.load(settings.content, settings.content.name)
    found = {
        *reading.problems,
        *rules.check(reading.content),
        *_taken_names(reading.content, settings),
    }
    problems = sorted(found)
    return Checked(reading.content, problems, reading.files)


def _taken_names(content: Content, settings: Settings) -> Iterator[Problem]:
    """A pemda whose address would be one of the site's own."""
    taken = pages.own_names(settings) | site.NAMES
    for key in sorted({*content.entries, *content.broken}):
        if len(key) == 1 and key[0] in taken:
            message = f'nama "{key[0]}" dipakai oleh situs sendiri. Pilih nama lain.'
            path = f"{settings.content.name}/{key[0]}"
            yield Problem(path, 0, 0, Severity.GALAT, "letak", message)


def write_pages(checked: Checked, settings: Settings) -> None:
    """The Markdown of a content without mistakes."""
    pages.write(pages.render(checked.content, settings), settings.docs)


def publish(checked: Checked, settings: Settings, say: Say) -> list[str]:
    """Build `site/` from a content without mistakes. Broken links and numbers of persons are
    returned; then nothing is published."""
    say("Menulis halaman …")
    write_pages(checked, settings)
    say("Menyusun situs dan indeks pencarian …")
    return site.build(settings, settings.site)


def serve(settings: Settings, host: str, port: int, say: Say) -> None:
    """Preview the site; rebuild and reload it when content, theme or generator change."""
    watched = [settings.content, settings.theme, settings.config, Path(__file__).parent]
    site.serve(_in_new_process(settings.config), settings.preview, watched, host, port, say)


def _in_new_process(config: Path) -> Callable[[], None]:
    """A build in a fresh interpreter, so that a change of the generator itself takes effect."""

    def build() -> None:
        context = multiprocessing.get_context("spawn")
        process = context.Process(target=preview, args=(config,))
        process.start()
        process.join()

    return build


def preview(config: Path) -> None:
    """Build the preview; with mistakes, say them and keep the last good one."""
    loaded, problems = settings.load(config)
    if loaded is None:
        print(report.teks(problems), end="", flush=True)
        return
    checked = check(loaded)
    print(report.teks(checked.problems), end="", flush=True)
    if checked.mistakes:
        print("Pratinjau tetap yang terakhir sampai kesalahan di atas diperbaiki.", flush=True)
        return
    write_pages(checked, loaded)
    for fault in site.build(loaded, loaded.preview, is_preview=True):
        print(fault, flush=True)
