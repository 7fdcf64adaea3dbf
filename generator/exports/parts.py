"""What grows with the whole site can also be had by pemda: the same files, in a folder of its name.

A site of one pemda has the whole only: it would be the same twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.content.content import Content, Entry, Key
from generator.values.fields import Model

T = TypeVar("T")


def divided(by_pemda: Mapping[str, T]) -> Iterator[tuple[str, list[T]]]:
    """What was made for each pemda: all of it, then each alone, with its folder below `data/`."""
    yield "", [*by_pemda.values()]
    if len(by_pemda) > 1:
        yield from ((f"{slug}/", [each]) for slug, each in by_pemda.items())


def contents(content: Content) -> Iterator[tuple[str, Content]]:
    """The content, then that of each pemda, with its folder below `data/`."""
    by_pemda: dict[str, dict[Key, Entry[Model]]] = {}
    for key, entry in sorted(content.entries.items()):
        by_pemda.setdefault(key[0], {})[key] = entry
    for folder, found in divided(by_pemda):
        yield folder, replace(content, entries=found[0]) if folder else content
