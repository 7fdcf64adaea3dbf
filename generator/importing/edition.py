"""Where a draft lies: a folder of its own, and never over what is there."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from generator import rules
from generator.content import loading
from generator.content.creating import Place
from generator.importing.draft import Draft
from generator.importing.writing import written
from generator.model.documents import Dokumen, Jabatan
from generator.source.problem import Problem

_DECREE = "dokumen.yml"


def texts(draft: Draft, place: Place) -> dict[str, str]:
    """The text of each file of a draft, by its name."""
    found = {}
    for name, fields in draft.files.items():
        if name == _DECREE:
            found[name] = written(fields, Dokumen, place.modeline())
        else:
            file = replace(place, key=(*place.key, name.removesuffix(".yml")))
            found[name] = written(fields, Jabatan, file.modeline())
    return found


def is_there(place: Place, files: dict[str, str]) -> bool:
    """Whether just these files lie there already."""
    there = sorted(place.folder.glob("*")) if place.folder.is_dir() else []
    return {path.name for path in there} == files.keys() and all(
        path.read_bytes() == files[path.name].encode() for path in there
    )


def free(place: Place) -> Place:
    """The place itself, or one beside it where somebody's files lie there."""
    return next(each for each in _beside(place) if not each.folder.exists())


def _beside(place: Place) -> Iterator[Place]:
    *above, name = place.key
    yield place
    yield replace(place, key=(*above, f"{name}-impor"))
    yield from (replace(place, key=(*above, f"{name}-impor-{number}")) for number in count(2))


def write(place: Place, files: dict[str, str]) -> None:
    """All files of a draft, or none."""
    fresh = place.folder.with_name(f".{place.folder.name}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        for name, text in files.items():
            (fresh / name).write_text(text, encoding="utf-8", newline="\n")
        fresh.rename(place.folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def problems(place: Place) -> list[Problem]:
    """What `iki check` says of an edition."""
    reading = loading.load(place.content, place.content.name)
    found = {*reading.problems, *rules.check(reading.content)}
    return sorted(each for each in found if each.path.startswith(f"{place.shown(place.folder)}/"))
