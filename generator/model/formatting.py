"""A file as every file is written: fields in the order of the models, texts in quotes where other
readers need them, an `id` wherever one is due. What it says stays, its comments too."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.documents import Format
from generator.model.layout import Layout, layout
from generator.model.lifting import written_anew
from generator.model.validation import validate
from generator.source.dialect import CONTENT
from generator.source.problem import Problem
from generator.source.reading import parse
from generator.source.source import Location, Source, Value
from generator.source.writing import ordered, quoted, with_first, with_values
from generator.values.fields import Model
from generator.values.slugs import slugged
from generator.values.versions import CURRENT

_TO_FORMAT = replace(CONTENT, marks_bare=False)
"""Texts that lack their quotes are no mistake where they are given them."""
LONGEST = 40
"""An `id` is a few words."""


def formatted(text: str, shown: str, model: type[Model]) -> tuple[str | None, list[Problem]]:
    """The file as it should be written; nothing where it has mistakes, which are told."""
    source, problems = parse(text, shown, _TO_FORMAT)
    if source is None:
        return None, problems
    text = written_anew(text, source, model)
    source, problems = parse(text, shown)
    assert source is not None
    filled = _with_ids(text, source, model)
    source, problems = parse(filled, shown, _TO_FORMAT)
    assert source is not None
    document, found = validate(source, model)
    if document is None:
        return None, [*problems, *found]
    new = _arranged(filled, layout(model, source.value))
    _assert_same(source, new)
    return _of_now(new, model), []


def _of_now(text: str, model: type[Model]) -> str:
    """What every file is written in, where this is the file that says it."""
    return with_values(text, {("versi_format",): f'"{CURRENT}"'}) if model is Format else text


def _arranged(text: str, parts: Layout) -> str:
    def names(way: Location) -> list[str] | None:
        model = parts.models.get(way)
        return model.written() if model else None

    return ordered(quoted(text, parts.typed.__contains__), names)


def _assert_same(old: Source, text: str) -> None:
    """Whoever asked for order must not lose a word."""
    new, _ = parse(text, old.path, _TO_FORMAT)
    assert new is not None
    assert new.value == old.value
    assert sorted(each for _, each in new.comments) == sorted(each for _, each in old.comments)


def _with_ids(text: str, source: Source, model: type[Model]) -> str:
    """With an `id` for each indicator, and each line of one, that has none."""
    mappings = [(way, _at(source.value, way)) for way in _with_id(layout(model, source.value))]
    taken = {str(each["id"]) for _, each in mappings if each.get("id")}
    missing: dict[Location, str] = {}
    empty: dict[Location, str] = {}
    for way, each in mappings:
        if isinstance(nama := each.get("nama"), str) and not each.get("id"):
            id = free_id(nama, taken)
            taken.add(id)
            if "id" in each:
                empty[*way, "id"] = id
            else:
                missing[way] = f"id: {id}"
    return with_first(with_values(text, empty), missing)


def _with_id(parts: Layout) -> Iterator[Location]:
    return (way for way, model in parts.models.items() if "id" in model.model_fields)


def _at(value: Value, way: Location) -> dict[str, Value]:
    found: dict[str, Value] = value  # type: ignore[assignment]
    for step in way:
        found = found[step]  # type: ignore[assignment, index]
    return found


def free_id(nama: str, taken: set[str]) -> str:
    """The first words of a name, with a number where another has them."""
    words = slugged(nama)
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    id, number = words or "indikator", 1
    while id in taken:
        number += 1
        id = f"{words or 'indikator'}-{number}"
    return id
