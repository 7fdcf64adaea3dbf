"""What changed between two documents: every field that the models know, word for word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content import facts as fields
from generator.content import marking, pairing
from generator.content.facts import Change
from generator.content.marking import Diff
from generator.formula.kinds.kind import Kind
from generator.model.documents import Butir, Group, Indikator, Jabatan, as_line
from generator.values.fields import Model

LIKE = 90
"""From here on, of a hundred, indicators are one though the id changed, whose names are alike, or
whose names with their formulas are: of short names one word makes another indicator."""


@dataclass(frozen=True)
class IndicatorChange:
    """An indicator before and after."""

    kind: str
    """`tetap`, `berubah`, `baru` or `dihapus`."""
    nama: Diff
    rumus: Diff
    sumber_data: Diff
    others: list[Change]
    """Every other field that differs."""
    old: Indikator | None
    new: Indikator | None

    @property
    def says_formula(self) -> bool:
        """Whether the line of the formula tells what the name has not told."""
        return not marking.is_kept(self.rumus) and self.rumus != self.nama

    @property
    def says_sources(self) -> bool:
        """Whether the data sources are others than before."""
        return not marking.is_kept(self.sumber_data)

    @property
    def is_renamed(self) -> bool:
        """Whether its address changed."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id


@dataclass(frozen=True)
class JabatanChange:
    """A position before and after."""

    others: list[Change]
    """Every field that differs and stands in none of the others."""
    tujuan: list[Diff]
    tugas: list[Diff]
    fungsi: list[Diff]
    sasaran: list[Diff]
    indikator: list[IndicatorChange]

    @property
    def differs(self) -> bool:
        """Whether anything of it is another than before, the address of an indicator included."""
        lists = [*self.tujuan, *self.tugas, *self.fungsi, *self.sasaran]
        return (
            bool(self.others)
            or not all(map(marking.is_kept, lists))
            or any(each.kind != "tetap" or each.is_renamed for each in self.indikator)
        )


def of_jabatan(old: Jabatan, new: Jabatan) -> JabatanChange:
    """Everything that differs between a position and the same at another time."""
    return JabatanChange(
        of_fields(old, new, _SHOWN_APART),
        marking.of_lists(list(map(_goal, old.tujuan)), list(map(_goal, new.tujuan))),
        fields.of_items(old.tugas, new.tugas),
        fields.of_items(old.fungsi, new.fungsi),
        marking.of_lists(list(map(_goal, old.sasaran)), list(map(_goal, new.sasaran))),
        list(_of_indicators(old, new)),
    )


def of_fields(old: Model, new: Model, apart: frozenset[str] = frozenset()) -> list[Change]:
    """The fields of two documents of one kind that differ, but for those shown apart."""
    return fields.of_facts(fields.facts(old, apart), fields.facts(new, apart))


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
_Place = tuple[str, int]
"""The id of an indicator, and which of those with this id it is: there should be one."""


def _of_indicators(old: Jabatan, new: Jabatan) -> Iterator[IndicatorChange]:
    """Those of the newer document in its order, then those that are gone."""
    before, after = _stands(old), _stands(new)
    was = {now: then for then, now in pairing.pairs(before, after, _known_by, LIKE).items()}
    goals = {each.uraian or "" for each in old.sasaran}, {each.uraian or "" for each in new.sasaran}
    for place, stand in after.items():
        yield _of_indicator(before[was[place]] if place in was else None, stand, goals)
    still = set(was.values())
    for place in (each for each in before if each not in still):
        yield _of_indicator(before[place], None, goals)


def same_lines(old: Indikator, new: Indikator) -> dict[str, str]:
    """Where each line of an indicator stands now that is still there: its id, by the id before."""
    before, after = ({each.id: each for each in one.rincian} for one in (old, new))
    return pairing.pairs(before, after, lambda each: (each.nama,), LIKE)


def _stands(document: Jabatan) -> dict[_Place, _Stand]:
    sources = document.sources()
    count: Counter[str] = Counter()
    found: dict[_Place, _Stand] = {}
    for group in document.groups():
        for each in group.indikator:
            count[each.id] += 1
            stand = _Stand(each, group.uraian or "", sources[each.id])
            found[each.id, count[each.id]] = stand
    return found


def _known_by(stand: _Stand) -> tuple[str, str]:
    name, formula, _ = stand.told
    return name, f"{name}\n{formula}"


def _of_indicator(
    old: _Stand | None, new: _Stand | None, goals: tuple[set[str], set[str]]
) -> IndicatorChange:
    before, after = old.told if old else _NOTHING, new.told if new else _NOTHING
    others = list(_others(old, new, goals)) if old and new else []
    if old and new:
        kind = "berubah" if others or before != after else "tetap"
    else:
        kind = "baru" if new else "dihapus"
    nama, rumus, sumber_data = map(marking.of_texts, before, after)
    return IndicatorChange(
        kind,
        nama,
        rumus,
        sumber_data,
        others,
        old.indikator if old else None,
        new.indikator if new else None,
    )


def _others(old: _Stand, new: _Stand, goals: tuple[set[str], set[str]]) -> Iterator[Change]:
    """What differs besides what is told of every indicator."""
    # A goal that was reworded is told among the goals; here only that an indicator changed places.
    if old.sasaran != new.sasaran and (old.sasaran in goals[1] or new.sasaran in goals[0]):
        yield Change(("sasaran",), [marking.of_texts(old.sasaran, new.sasaran)])
    yield from of_fields(old.indikator, new.indikator, _TOLD)
    yield from _formula_details(old.indikator.rumus, new.indikator.rumus)
    if old.told[2] == new.told[2] and old.sumber_data != new.sumber_data:
        yield Change(("sumber_data",), fields.of_items(old.sumber_data, new.sumber_data))


def _formula_details(old: Kind | None, new: Kind | None) -> Iterator[Change]:
    """What its one line does not say of a formula."""
    lines = [each.line() if each else "" for each in (old, new)]
    was, now = (fields.facts(each) if each else {} for each in (old, new))
    for change in fields.of_facts(was, now):
        is_own = change.way[0] not in Kind.model_fields
        is_in_line = all(text in " ".join(lines) for text in _changed(change.items))
        is_told = lines[0] != lines[1] and (is_in_line or change.way == ("jenis",))
        if not (is_own and is_told):
            yield Change(("rumus", *change.way), change.items)


def _changed(items: Sequence[Diff]) -> Iterator[str]:
    return (piece.text for item in items for piece in item if piece.kind != "tetap")


def _goal(group: Group) -> str:
    """A goal or an aim with all that is said of it but its indicators."""
    return fields.with_facts(group.uraian or "", group, ("uraian", "indikator"))
