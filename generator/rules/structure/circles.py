"""Circles among things of which each leads to one other at most."""

from collections.abc import Iterator, Mapping

from generator.values import characters


def circles(leads_to: Mapping[str, str]) -> Iterator[list[str]]:
    """Each circle of more than one, once, from its first name. Every step is taken once."""
    seen: set[str] = set()
    for start in leads_to:
        way: dict[str, int] = {}
        here = start
        while here in leads_to and here not in seen:
            seen.add(here)
            way[here] = len(way)
            here = leads_to[here]
        if here in way and leads_to[here] != here:
            circle = list(way)[way[here] :]
            first = circle.index(min(circle))
            yield [*circle[first:], *circle[:first]]


def around(circle: list[str]) -> str:
    """The way around a circle and back: `a → b → a`."""
    return characters.way([*circle, circle[0]])
