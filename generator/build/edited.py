"""The pages that were just edited: shown at once, before the whole preview is built anew."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.content import addresses, loading
from generator.content.content import Content, Entry
from generator.files import File, below
from generator.pages.rendering import render
from generator.settings import Settings
from generator.site import html
from generator.values.fields import Model

_MOST = 5
"""Files that somebody edits at once; more are copied, moved or fetched."""
Stamps = dict[str, tuple[int, int]]
"""When each file was written last, and how long it is."""


@dataclass
class Edited:
    """A content as it was when the preview was built last."""

    settings: Settings
    content: Content = field(default_factory=Content)
    stamps: Stamps = field(default_factory=dict)

    def remember(self) -> None:
        """Read all of it, after the whole preview was built; with mistakes the last good one stays,
        so that what mends them is shown at once as well."""
        now = _stamps(self.settings.content)
        if now == self.stamps:
            return
        reading = loading.load(self.settings.content, self.settings.content.name)
        if not any(each.is_mistake for each in reading.problems):
            self.stamps, self.content = now, reading.content

    def show(self) -> bool:
        """Put the pages of the edited files into the preview; false where it takes the whole, as it
        does where a program that the owner allows may look at other pages."""
        if self.settings.allowed:
            return False
        now = _stamps(self.settings.content)
        changed = [name for name in now if self.stamps.get(name) != now[name]]
        if now.keys() != self.stamps.keys() or not 0 < len(changed) <= _MOST:
            return False
        entries = list(filter(None, map(self._read, changed)))
        if len(entries) != len(changed):
            return False
        self.stamps = now
        both = {**self.content.entries, **{each.key: each for each in entries}}
        self.content = replace(self.content, entries=both)
        html.show(self.settings, self._pages(entries))
        return True

    def _read(self, name: str) -> Entry[Model] | None:
        shown = f"{self.settings.content.name}/{name}"
        known = (each for each in self.content.entries.values() if each.source.path == shown)
        before = next(known, None)
        return before and loading.again(self.settings.content, before)

    def _pages(self, entries: list[Entry[Model]]) -> list[File]:
        """Of each its own page; it is one of the first that are made."""
        wanted = {addresses.markdown_file(addresses.page(each.key)) for each in entries}
        found: list[File] = []
        for file in render(self.content, self.settings):
            if file.address in wanted:
                found.append(file)
            if len(found) == len(wanted):
                break
        return found


def _stamps(folder: Path) -> Stamps:
    told = {name: (folder / name).stat() for name in below(folder)}
    return {name: (each.st_mtime_ns, each.st_size) for name, each in told.items()}
