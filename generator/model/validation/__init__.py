"""One source becomes one document, or problems; never a lost document without a problem.

kinds, private, synonyms, way -> levels, table -> formulas
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.formula.grammar import is_name
from generator.model.validation import private
from generator.model.validation.formulas import other_kinds
from generator.model.validation.kinds import file_of, meant_for
from generator.model.validation.levels import belongs
from generator.model.validation.synonyms import field_for
from generator.model.validation.table import ELSE, TABLE, Case, Error
from generator.model.validation.way import Spot, follow
from generator.source.problem import Problem
from generator.source.reading import Read
from generator.source.source import Location, Source
from generator.values.characters import shown
from generator.values.effort import Effort, meant
from generator.values.fields import Model
from generator.values.quotes import typed

D = TypeVar("D", bound=Model)


def validate(
    source: Source, model: type[D], start: Location = ()
) -> tuple[D | None, list[Problem]]:
    """The document that a source holds (below `start`), and everything that is wrong with it."""
    document, found = _validated(source, model, start)
    is_good = not any(each.is_mistake for each in found)
    assert document is not None or not is_good
    return (document if is_good else None), found


def validate_rest(found: Read, model: type[Model]) -> list[Problem]:
    """What else is wrong with a file of which not all could be read: nothing about lines of which
    enough was said, nor what only follows from it."""
    if found.rest is None:
        return []
    told = {(each.line, each.column) for each in found.problems}
    _, problems = _validated(found.rest, model, (), is_sure=found.is_sure)
    return [
        each
        for each in problems
        if each.line not in found.faulty and (each.line, each.column) not in told
    ]


def _validated(
    source: Source, model: type[D], start: Location, is_sure: bool = True
) -> tuple[D | None, list[Problem]]:
    found = list(private.found_in(source))
    value = _at(source.value, start)
    effort = Effort()
    try:
        return model.model_validate(value, context=effort), found
    except ValidationError as error:
        if message := meant_for(source, model):
            return None, [*found, source.problem((), message, "letak")]
        errors: list[Error] = [
            each
            for each in error.errors(include_url=False)
            if is_sure or _is_own(each) or _is_mistyped(each, source, model)
        ]
        below = _Below(source, model, start, value, effort)
        found += private.without_numbers(below.all_problems(errors), found)
    return None, found


def _is_own(error: Error) -> bool:
    """Whether an error is about one text alone, wherever it stands."""
    return isinstance(error["input"], str) and error["type"] not in ("extra_forbidden", "missing")


def _is_mistyped(error: Error, source: Source, model: type[Model]) -> bool:
    """Whether a name without blanks before it is nearly one of those that stand there."""
    if not _is_unknown(error) or len(error["loc"]) != 1:
        return False
    (name,) = error["loc"]
    is_first = source.keys.get((name,), (0, 0))[1] == 1
    return is_first and bool(meant(str(name), model.model_fields, _ALIKE))


def _at(value: Any, location: Location) -> Any:
    for step in location:
        value = value[step]
    return value


_ALIKE = 0.75
"""So much like a field is a name that was mistyped, and no other word."""
_MOST_BESIDE = 100
"""For so many names it is asked whether they stand beside what should hold them."""
_FEWEST_OF_AN_ITEM = 2
"""So many names of one item say what it is."""
_MOST_OF_A_PAIR = 3
"""So many fields has a thing that is a name and what belongs to it."""
_FIELD_AND_YEAR = re.compile(
    r"([a-z_]+?)[ _(-]+(?:(?:tahun|thn?)[ _.]+)?(\d{4}(?:-(?:tw[1-4]|s[12]))?)\)?"
)
_NO_VARIABLE = re.compile(r'variabel "(\w+)" tidak dikenal')
_KEY = ("[key]",)
"""pydantic's last step, and ours, where the key of a mapping is meant and not what it holds."""


class _Below:
    """The part of a source that should be a document of a model."""

    def __init__(
        self,
        source: Source,
        model: type[Model],
        start: Location,
        value: Any,
        effort: Effort,
    ):
        self._source = source
        self._model = model
        self._start = start
        self._value = value
        self._effort = effort
        self._missing: list[tuple[Any, ...]] = []
        """The ways to the fields that must be there and are not."""
        self._unknown: list[tuple[Any, ...]] = []
        """The ways to the names that are not known there."""
        self._beside_holders: dict[tuple[Any, ...], str] = {}
        """Ways to names that stand beside what should hold them, each with that."""
        self._of_others: set[Location] = set()
        """Items of lists that are only a part of the one above."""
        self._explained: set[tuple[Any, ...]] = set()
        """The ways to missing fields that stand there under another name or elsewhere."""

    def all_problems(self, errors: list[Error]) -> list[Problem]:
        """Everything that pydantic found. What is unknown comes first: it explains what is
        missing. Nothing is said of what stands below a wrong name."""
        misnamed = {each["loc"][:-1] for each in errors if each["loc"][-1:] == _KEY}
        errors = [each for each in errors if each["loc"] not in misnamed]
        errors = other_kinds(errors, self._model, self._value)
        self._missing = [each["loc"] for each in errors if each["type"] == "missing"]
        self._unknown = [each["loc"] for each in errors if _is_unknown(each)]
        errors = self._without_empty_holders(errors)
        odd = {str(each["loc"][-1]) for each in filter(_is_unknown, errors)}
        errors = [each for each in errors if _lacks(each) not in odd]
        found = {id(each): list(self.problems(each)) for each in errors if _is_unknown(each)}
        for each in errors:
            if not _is_unknown(each) and not self._is_explained(each):
                found[id(each)] = list(self.problems(each))
        _tell_together([each for each in errors if _is_unknown(each)], found)
        return [problem for each in errors for problem in found.get(id(each), ())]

    def _without_empty_holders(self, errors: list[Error]) -> list[Error]:
        """Without those about names that are empty because what they hold stands beside them."""
        for each in islice(filter(_is_unknown, errors), _MOST_BESIDE):
            if holder := self._holder(each["loc"]):
                self._beside_holders[each["loc"]] = holder
        empty = {
            (*self._spot(way[:-1]).location, name) for way, name in self._beside_holders.items()
        }
        return [
            each
            for each in errors
            if not empty or each["input"] != "" or self._spot(each["loc"]).location not in empty
        ]

    def _holder(self, way: tuple[Any, ...]) -> str | None:
        """The empty name above, beside which a name stands that belongs below it."""
        above, word = self._spot(way[:-1]), way[-1]
        there = _at_or_none(self._value, above.location) or {}
        names = list(there)
        if word not in names or str(word).lower() in above.fields():
            return None
        before = names[: names.index(word)]
        holder = next((each for each in reversed(before) if there[each] == ""), None)
        if holder is None:
            return None
        between = [*before[before.index(holder) + 1 :], word]
        return holder if all(above.below(holder).takes(str(each)) for each in between) else None

    def _is_explained(self, error: Error) -> bool:
        return error["type"] == "missing" and (
            error["loc"] in self._explained
            or error["loc"][-1:] in self._explained
            or self._spot(error["loc"][:-1]).location in self._of_others
        )

    def problems(self, error: Error) -> Iterator[Problem]:
        """What pydantic found, each with its place in the file."""
        if error["type"] == "isi_di":
            yield from self._inner(error)
            return
        if holder := self._beside_holders.get(error["loc"]):
            yield self._further_in(error["loc"], holder)
            return
        row = TABLE.get(error["type"], ELSE)
        case = self._case(error)
        location = row.place(self._source, self._start + case.spot.location)
        if error["type"] == "missing" and (odd := self._parted(error["loc"])):
            self._of_others.add(odd[:-1])
            first = shown(str(odd[-1]))
            message = (
                f'hapus tanda "- " di depan "{first}": baris ini bagian dari butir di atasnya.'
            )
            yield self._source.dash_problem(self._start + odd[:-1], message, "wajib")
            return
        is_key = row.is_key or error["loc"][-1:] == _KEY
        if error["loc"][-1:] == _KEY and (place := self._beside(error["loc"])):
            message = f'bagian "{shown(str(error["input"]))}" salah letak. {place}'
            yield self._source.key_problem(location, message, row.code)
            return
        said = row.sentence(case)
        if is_key:
            yield self._source.key_problem(location, said, row.code)
        else:
            offset = error.get("ctx", {}).get("huruf", 0)
            yield self._source.problem_within(location, offset, said, row.code)

    def _further_in(self, way: tuple[Any, ...], holder: str) -> Problem:
        above = (*self._start, *self._spot(way[:-1]).location)
        (_, outer), (_, inner) = (self._source.keys[*above, each] for each in (holder, way[-1]))
        message = (
            f'bagian "{shown(str(way[-1]))}" ditulis di bawah "{holder}": beri '
            f"{max(outer + 2 - inner, 1)} spasi lagi di awal baris ini."
        )
        return self._source.key_problem((*above, way[-1]), message, "letak")

    def _beside(self, way: tuple[Any, ...]) -> str | None:
        """Where a name belongs that stands among the free names of a mapping, and is a field."""
        *above, name, _ = way
        spots = [self._spot(tuple(above[:number])) for number in range(len(above) + 1)]
        return belongs([str(name)], spots, self._source, self._start)

    def _parted(self, way: tuple[Any, ...]) -> Location | None:
        """The first name of the next item of a list, where that has what this one lacks and nothing
        of what it has: a dash parts what belongs together."""
        there, name = self._spot(way[:-1]).location, way[-1]
        if not there or not isinstance(there[-1], int):
            return None
        here = _at_or_none(self._value, there)
        after = _at_or_none(self._value, (*there[:-1], there[-1] + 1))
        if not isinstance(here, dict) or not isinstance(after, dict) or not after:
            return None
        is_rest = name in after and here.keys().isdisjoint(after)
        return (*there[:-1], there[-1] + 1, next(iter(after))) if is_rest else None

    def _inner(self, error: Error) -> Iterator[Problem]:
        """Faults of values below the one that was checked, each with the way down to it."""
        here = self._start + self._spot(error["loc"]).location
        for way, message, offset in error["ctx"]["kesalahan"]:
            is_key = way[-1:] == _KEY
            location = (*here, *(way[:-1] if is_key else way))
            said = f'"{_name(location)}" {message}'
            if is_key:
                yield self._source.key_problem(location, said, "isi")
            else:
                yield self._source.problem_within(location, offset, said, "isi")

    def _case(self, error: Error) -> Case:
        spot, above = self._spot(error["loc"]), self._spot(error["loc"][:-1])
        choices = sorted(TABLE.get(error["type"], ELSE).choices(spot, above))
        name = _name(self._start + spot.location)
        remedy = self._remedy(error, above) if _is_unknown(error) else ""
        beside = _at_or_none(self._value, spot.location[:-1])
        return Case(error, spot, above, name, choices, self._effort.meant, remedy, beside)

    def _remedy(self, error: Error, above: Spot) -> str:
        """What to do about a field that is not known there; empty where nothing is likely."""
        *way, word = error["loc"]
        there = _at_or_none(self._value, above.location) or {}
        free = [each for each in above.fields() if each not in there]
        if not self._effort.has_left():
            return ""
        spots = [self._spot(tuple(way[:number])) for number in range(len(way) + 1)]
        if said := self._of_a_year(str(word), there, above):
            return said
        if said := self._of_another_list(tuple(way), there, spots):
            return said
        if field := field_for(str(word), free):
            self._explained.add((*way, field))
            return f'Maksudnya "{field}"?'
        if said := self._for_missing(tuple(way), str(word), there, above):
            return said
        if isinstance(there.get("variabel"), dict) and is_name(str(word)):
            return 'Bila variabel, tulis di bawah "variabel": beri 2 spasi lagi di awal baris ini.'
        if place := belongs([str(word)], spots, self._source, self._start):
            self._explained.add((word,))
            return place
        if not way and (file := file_of(str(word), self._model)):
            return f"Bagian ini ditulis di {file}."
        if likely := self._effort.meant(str(word), free):
            self._explained.add((*way, likely))
            return f'Maksudnya "{likely}"?'
        return self._as_another(str(word), there, above)

    def _of_another_list(self, way: tuple[Any, ...], there: Any, spots: list[Spot]) -> str:
        """Where an item belongs of which no name is known where it stands."""
        unknown = [str(each[-1]) for each in self._unknown if each[:-1] == way]
        if len(unknown) < _FEWEST_OF_AN_ITEM or len(unknown) != len(there):
            return ""
        place = belongs(unknown, spots, self._source, self._start) if _is_item(spots[-1]) else None
        if place:
            self._explained |= {each for each in self._missing if each[:-1] == way}
        return place or ""

    def _of_a_year(self, word: str, there: Any, above: Spot) -> str:
        """What to type for `target 2024: 90`."""
        found = _FIELD_AND_YEAR.fullmatch(word)
        told = there.get(word)
        if found is None or found[1] not in above.fields() or not isinstance(told, str):
            return ""
        if above.is_by_names(found[1]):
            inner = f'"{found[2].lower()}: {typed(told)}"'
        elif {"tahun", "nilai"} <= set(above.below(found[1]).fields()):
            inner = f'"tahun: {found[2]}" dan "nilai: {typed(told)}"'
        else:
            return ""
        return f'Tulis "{found[1]}:" dan di baris berikutnya, menjorok, {inner}.'

    def _as_another(self, word: str, there: Any, above: Spot) -> str:
        """What to do about a second name for a field that is there: `alamat kantor`."""
        taken = [each for each in above.fields() if each in there]
        plain = word.lower().replace(" ", "_")
        starts = [each for each in taken if plain.startswith(f"{each}_")]
        field = field_for(word, taken) or next(iter(starts), None)
        place = self._source.keys.get((*self._start, *above.location, field or ""))
        if place is None:
            return ""
        return (
            f'"{field}" sudah diisi di baris {place[0]}: gabungkan isinya di sana, lalu hapus '
            "baris ini."
        )

    def _for_missing(self, way: tuple[Any, ...], word: str, there: Any, above: Spot) -> str:
        """What to do about a name where fields are missing that it probably stands for."""
        lacking = [str(each[-1]) for each in self._missing if each[:-1] == way]
        free = [each for each in above.fields() if each not in there]
        if not lacking or self._effort.meant(word, free, _ALIKE):
            return ""
        said = _as_label(word, there, above.fields(), lacking)
        field = _only_missing(there, above, lacking)
        if not said and field:
            said = f'Maksudnya "{field}", yang belum diisi?'
        if said:
            self._explained |= {(*way, each) for each in lacking}
        return said

    def _spot(self, steps: tuple[Any, ...]) -> Spot:
        return follow(self._model, steps, self._value)


def _as_label(word: str, there: Any, fields: list[str], lacking: list[str]) -> str:
    """What to type where a name is what the first field should say: `KESATU: Menetapkan…`."""
    pair, told = fields[:2], there.get(word)
    is_pair = 1 < len(fields) <= _MOST_OF_A_PAIR and not {"id", *there} & set(pair)
    if not (is_pair and set(lacking) <= set(pair) and isinstance(told, str)):
        return ""
    return f'Tulis "{pair[0]}: {typed(word)}" dan di bawahnya "{pair[1]}: {typed(told)}".'


def _only_missing(there: Any, above: Spot, lacking: list[str]) -> str | None:
    """The one field that is missing where one name is unknown, and holds what that may hold."""
    unknown = [each for each in there if each not in above.fields()]
    if len(lacking) != 1 or len(unknown) != 1 or lacking[0] == "id":
        return None
    is_text = isinstance(there[unknown[0]], str)
    return lacking[0] if is_text == above.is_text(lacking[0]) else None


def _is_item(spot: Spot) -> bool:
    return bool(spot.location) and isinstance(spot.location[-1], int)


def _tell_together(errors: list[Error], found: dict[int, list[Problem]]) -> None:
    """Tell once, at the first, what is to be done alike with several names of one thing."""
    groups: dict[Any, list[Error]] = {}
    for each in errors:
        word = f'"{shown(str(each["loc"][-1]))}"'
        for problem in found[id(each)]:
            if "ditulis di" in problem.message or "tulis di bawah" in problem.message:
                key = each["loc"][:-1], problem.message.replace(word, "", 1)
                groups.setdefault(key, []).append(each)
    for group in groups.values():
        names = [f'"{shown(str(each["loc"][-1]))}"' for each in group]
        for each in group[1:]:
            found[id(each)] = []
        if len(group) > 1:
            (first,) = found[id(group[0])]
            found[id(group[0])] = [replace(first, message=_of_several(first.message, names))]


def _of_several(message: str, names: list[str]) -> str:
    said = message.replace(names[0], f"{', '.join(names[:-1])} dan {names[-1]}", 1)
    return said.replace("Bagian ini", "Semua itu").replace("baris ini", "tiap baris itu")


def _lacks(error: Error) -> str | None:
    """The variable that an expression does not find."""
    found = _NO_VARIABLE.search(error.get("ctx", {}).get("pesan", ""))
    return found[1] if found else None


def _is_unknown(error: Error) -> bool:
    return bool(error["type"] == "extra_forbidden")


def _at_or_none(value: Any, location: Location) -> Any:
    for step in location:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _name(location: Location) -> str:
    """What an officer calls the value: its key, or the key of the list it stands in."""
    return next((step for step in reversed(location) if isinstance(step, str)), "berkas")
