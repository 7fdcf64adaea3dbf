"""What changed between two documents: every field that the models know, word for word."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rapidfuzz.distance import LCSseq

from generator.content.wording import long_date
from generator.formula.kinds.kind import Kind
from generator.model.documents import (
    Butir,
    Group,
    Indikator,
    Jabatan,
    Rincian,
    as_line,
    as_marked_line,
)
from generator.values import numbers
from generator.values.fields import Model

MAX_WORDS = 2_000
"""Of longer texts nobody reads which words changed; they are shown one after the other."""


@dataclass(frozen=True)
class Piece:
    """A run of words: kept, added or removed."""

    kind: str
    """`tetap`, `tambah` or `hapus`."""
    text: str


Diff = list[Piece]
"""A text with its changes, in reading order."""
Way = tuple[str, ...]
"""A field, by the names on the way down to it: `("target", "2024")`."""


@dataclass(frozen=True)
class Change:
    """A field that differs: its value, or each item of it."""

    way: Way
    items: list[Diff]

    @property
    def label(self) -> str:
        """The field as a reader should see it: `Periode pelaporan`, `Target 2024`."""
        return label(self.way)


@dataclass(frozen=True)
class IndicatorChange:
    """An indicator in two editions."""

    kind: str
    """`tetap`, `berubah`, `baru` or `dihapus`."""
    nama: Diff
    rumus: Diff
    sumber_data: Diff
    others: list[Change]
    """Every other field that differs."""


@dataclass(frozen=True)
class JabatanChange:
    """A position in two editions."""

    others: list[Change]
    """Every field that differs and stands in none of the others."""
    tujuan: list[Diff]
    tugas: list[Diff]
    fungsi: list[Diff]
    sasaran: list[Diff]
    indikator: list[IndicatorChange]


def label(way: Way) -> str:
    """The names on the way down to a field, in words."""
    return " ".join(way).replace("_", " ").capitalize()


def of_jabatan(old: Jabatan, new: Jabatan) -> JabatanChange:
    """Everything that differs between a position and the same in a later edition."""
    return JabatanChange(
        of_facts(facts(old, _SHOWN_APART), facts(new, _SHOWN_APART)),
        of_lists(list(map(_goal, old.tujuan)), list(map(_goal, new.tujuan))),
        of_lists(old.tugas, new.tugas),
        of_lists(old.fungsi, new.fungsi),
        of_lists(list(map(_goal, old.sasaran)), list(map(_goal, new.sasaran))),
        list(_of_indicators(old, new)),
    )


def of_texts(old: str, new: str) -> Diff:
    """The words of both, each once where they are the same."""
    before, after = old.split(), new.split()
    if len(before) + len(after) > MAX_WORDS and old != new:
        return _replaced(before, after)
    diff: Diff = []
    for kept, removed, added in _aligned(before, after):
        diff += [Piece("tetap", " ".join(kept))] if kept else _replaced(removed, added)
    return diff


def of_lists(old: Sequence[Butir], new: Sequence[Butir]) -> list[Diff]:
    """The items of both lists; an item that was reworded is one item with its changes."""
    before, after = list(map(as_line, old)), list(map(as_line, new))
    if before == after and old != new:
        before, after = list(map(as_marked_line, old)), list(map(as_marked_line, new))
    items: list[Diff] = []
    for kept, removed, added in _aligned(before, after):
        items += [[Piece("tetap", each)] for each in kept]
        reworded = min(len(removed), len(added))
        items += [of_texts(*pair) for pair in zip(removed, added, strict=False)]
        items += [[Piece("hapus", each)] for each in removed[reworded:]]
        items += [[Piece("tambah", each)] for each in added[reworded:]]
    return items


Facts = Mapping[Way, list[Butir]]
"""What each field holds: one text, or the items of a list."""


def of_facts(old: Facts, new: Facts) -> list[Change]:
    """The fields that differ, in the order of the newer document."""
    return [
        Change(way, of_lists(old.get(way, []), new.get(way, [])))
        for way in dict.fromkeys([*new, *old])
        if old.get(way) != new.get(way)
    ]


def _aligned(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Runs of what both have, and between them what was removed and what was added."""
    removed: list[str] = []
    added: list[str] = []
    for step in LCSseq.opcodes(old, new):
        if step.tag != "equal":
            removed += old[step.src_start : step.src_end]
            added += new[step.dest_start : step.dest_end]
            continue
        if removed or added:
            yield [], removed, added
            removed, added = [], []
        yield old[step.src_start : step.src_end], [], []
    if removed or added:
        yield [], removed, added


def _replaced(before: Sequence[str], after: Sequence[str]) -> Diff:
    pieces = (Piece("hapus", " ".join(before)), Piece("tambah", " ".join(after)))
    return [piece for piece in pieces if piece.text]


_SHOWN_APART = frozenset({"tujuan", "tugas", "fungsi", "sasaran"})
_TOLD = frozenset({"id", "nama", "rumus", "sumber_data"})


@dataclass(frozen=True)
class _Stand:
    """An indicator with what it has from where it stands."""

    indikator: Indikator
    sasaran: str
    sumber_data: list[Butir]

    @property
    def told(self) -> tuple[str, str, str]:
        """Name, formula and data sources: what is shown of every indicator."""
        sources = "; ".join(map(as_line, self.sumber_data))
        rumus = self.indikator.rumus
        return self.indikator.nama, rumus.line() if rumus else "", sources


_NOTHING = ("", "", "")


def _of_indicators(old: Jabatan, new: Jabatan) -> Iterator[IndicatorChange]:
    before, after = _by_id(old), _by_id(new)
    goals = {each.uraian or "" for each in old.sasaran}, {each.uraian or "" for each in new.sasaran}
    for id in dict.fromkeys([*after, *before]):
        yield _of_indicator(before.get(id), after.get(id), goals)


def _by_id(document: Jabatan) -> dict[str, _Stand]:
    sources = document.sources()
    return {
        each.id: _Stand(each, group.uraian or "", sources[each.id])
        for group in document.groups()
        for each in group.indikator
    }


def _of_indicator(
    old: _Stand | None, new: _Stand | None, goals: tuple[set[str], set[str]]
) -> IndicatorChange:
    before, after = old.told if old else _NOTHING, new.told if new else _NOTHING
    others = list(_others(old, new, goals)) if old and new else []
    if old and new:
        kind = "berubah" if others or before != after else "tetap"
    else:
        kind = "baru" if new else "dihapus"
    nama, rumus, sumber_data = map(of_texts, before, after)
    return IndicatorChange(kind, nama, rumus, sumber_data, others)


def _others(old: _Stand, new: _Stand, goals: tuple[set[str], set[str]]) -> Iterator[Change]:
    """What differs besides what is told of every indicator."""
    # A goal that was reworded is told among the goals; here only that an indicator changed places.
    if old.sasaran != new.sasaran and (old.sasaran in goals[1] or new.sasaran in goals[0]):
        yield Change(("sasaran",), [of_texts(old.sasaran, new.sasaran)])
    yield from of_facts(facts(old.indikator, _TOLD), facts(new.indikator, _TOLD))
    yield from _formula_details(old.indikator.rumus, new.indikator.rumus)
    if old.told[2] == new.told[2] and old.sumber_data != new.sumber_data:
        yield Change(("sumber_data",), of_lists(old.sumber_data, new.sumber_data))


def _formula_details(old: Kind | None, new: Kind | None) -> Iterator[Change]:
    """What its one line does not say of a formula."""
    lines = [each.line() if each else "" for each in (old, new)]
    for change in of_facts(facts(old) if old else {}, facts(new) if new else {}):
        texts = [piece.text for item in change.items for piece in item if piece.kind != "tetap"]
        is_own = change.way[0] not in Kind.model_fields
        if not (is_own and lines[0] != lines[1] and all(text in " ".join(lines) for text in texts)):
            yield Change(("rumus", *change.way), change.items)


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
    elif isinstance(value, list) and all(isinstance(each, Decimal) for each in value):
        found[way] = list(map(_text, value))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            _collect((*way, str(number)), inner, found)
    else:
        found[way] = [_text(value)]


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


def _goal(group: Group) -> str:
    """A goal or an aim with all that is said of it but its indicators."""
    others = facts(group, ("uraian", "indikator"))
    told = [f"{label(way)}: {'; '.join(map(as_line, items))}" for way, items in others.items()]
    uraian = group.uraian or ""
    return f"{uraian} ({'; '.join(told)})".strip() if told else uraian
