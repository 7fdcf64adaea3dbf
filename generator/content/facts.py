"""What a document says, field by field, as a reader should see it; and which fields differ."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from generator.content import marking
from generator.content.marking import Diff, Run
from generator.content.wording import long_date
from generator.model.documents import Butir, Rincian, as_line, as_marked_line
from generator.values import numbers
from generator.values.fields import Model

Way = tuple[str, ...]
"""A field, by the names on the way down to it: `("target", "2024")`."""
Facts = Mapping[Way, list[Butir]]
"""What each field holds: one text, or the items of a list."""


@dataclass(frozen=True)
class Change:
    """A field that differs: its value, or each item of it."""

    way: Way
    items: list[Diff]

    @property
    def label(self) -> str:
        """The field as a reader should see it: `Periode pelaporan`, `Target 2024`."""
        return label(self.way)

    @property
    def runs(self) -> list[Run]:
        """The items by what changed of them and what did not."""
        return marking.runs(self.items)


def label(way: Way) -> str:
    """The names on the way down to a field, in words."""
    words = " ".join(way).replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def of_items(old: Sequence[Butir], new: Sequence[Butir]) -> list[Diff]:
    """The items of two lists; their marks only where nothing else differs."""
    before, after = list(map(as_line, old)), list(map(as_line, new))
    if before == after and old != new:
        before, after = list(map(as_marked_line, old)), list(map(as_marked_line, new))
    return marking.of_lists(before, after)


def of_facts(old: Facts, new: Facts) -> list[Change]:
    """The fields that differ, in the order of the newer document."""
    return [
        Change(way, of_field(old.get(way, []), new.get(way, [])))
        for way in dict.fromkeys([*new, *old])
        if old.get(way) != new.get(way)
    ]


def of_field(old: list[Butir], new: list[Butir]) -> list[Diff]:
    """A single value is one text that was reworded, however little of it was kept."""
    if len(old) == len(new) == 1 and isinstance(old[0], str) and isinstance(new[0], str):
        return [marking.of_texts(old[0], new[0])]
    return of_items(old, new)


def facts(document: Model, apart: Collection[str] = ()) -> Facts:
    """Every field that holds something, down to single values, but for those shown apart."""
    found: dict[Way, list[Butir]] = {}
    for name in type(document).model_fields:
        if name not in apart:
            _collect((name,), getattr(document, name), found)
    return found


def _collect(way: Way, value: Any, found: dict[Way, list[Butir]]) -> None:
    if value in (None, [], {}):
        return
    if isinstance(value, list) and all(isinstance(each, str | Rincian) for each in value):
        found[way] = value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            _collect((*way, name), getattr(value, name), found)
    elif isinstance(value, dict):
        for key, inner in value.items():
            _collect((*way, key), inner, found)
    elif isinstance(value, list):
        found[way] = [line(each) if isinstance(each, Model) else _text(each) for each in value]
    else:
        found[way] = [_text(value)]


def line(value: Model) -> str:
    """A value of several fields on one line, without what an item of a list can be told by:
    `KESATU: Menetapkan indikator (Butir: a; b)`."""
    needed = [name for name, each in type(value).model_fields.items() if each.is_required()]
    texts = [name for name in needed if isinstance(getattr(value, name), str)]
    return with_facts(": ".join(getattr(value, name) for name in texts), value, texts)


def with_facts(head: str, value: Model, apart: Collection[str]) -> str:
    """Some words, and behind them in brackets what else a value says."""
    told = "; ".join(_labelled(facts(value, apart)))
    return f"{head} ({told})".strip() if told else head


def _labelled(found: Facts) -> Iterator[str]:
    for way, items in found.items():
        yield f"{label(way)}: {'; '.join(map(as_line, items))}"


def _text(value: str | bool | int | Decimal | date) -> str:
    match value:
        case bool():
            return "ya" if value else "tidak"
        case Decimal():
            return numbers.written(value)
        case date():
            return long_date(value)
        case _:
            return str(value)
