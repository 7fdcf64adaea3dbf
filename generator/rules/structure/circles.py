"""Circles among things of which each leads to one other at most."""

from collections.abc import Iterator, Mapping

_SHOWN = 8
"""So many steps of a circle are told."""


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
    names = [*circle, circle[0]]
    told = names if len(names) <= _SHOWN else [*names[: _SHOWN - 1], "…", names[-1]]
    return " → ".join(told)
