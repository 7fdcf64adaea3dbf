"""What a new file needs to know: by options, or by questions to whoever sits at a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from generator import settings
from generator.commands.shared import GOOD, USAGE, RefusedError, project, say
from generator.content import creating
from generator.content.addresses import schema_file
from generator.content.creating import Files, Place
from generator.content.loading import LEVELS
from generator.importing.readers import LIBRARIES, MISSING
from generator.model.template import Values
from generator.model.validation.way import Spot
from generator.values.characters import visible
from generator.values.fields import Model

address_argument = click.argument("address", required=False, metavar="[ALAMAT]")


def place_of(config: Path | None, address: str | None, level: str) -> Place:
    """Where something new shall lie, as it was typed; or the end of the command."""
    place = way_of(config, address, level)
    if fault := creating.fault_of(place):
        refuse(fault)
    return place


def way_of(config: Path | None, address: str | None, level: str) -> Place:
    """A place as it was typed, whether anything is there or not."""
    depth = LEVELS.index(level)
    form = "/".join(LEVELS[: depth + 1])
    typed = address or _answer("alamat", f"Alamatnya: {form}")
    key = tuple(typed.replace("\\", "/").strip("/").removeprefix("content/").split("/"))
    if len(key) != depth + 1:
        refuse(f'alamat {level} ditulis {form}, bukan "{visible(typed)}".')
    path = project(config)
    return Place(path.parent / "content", key, _published(path))


def _published(config: Path) -> str:
    """Where the schemas of a site with an address of its own can be found by an editor."""
    loaded, _ = settings.load(config)
    if loaded is None or loaded.address_reminder():
        return ""
    return f"{str(loaded.source.value['site_url']).rstrip('/')}/{schema_file('')}"


@contextmanager
def with_the_extra() -> Iterator[None]:
    """What reads and writes the files of other programs, which not every installation has."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        refuse(MISSING)


def asked(value: str | None, model: type[Model], name: str) -> str:
    """What an option says, or what is answered; a word that must be chosen until it is one."""
    if value:
        return value
    field = model.model_fields[name]
    choices = Spot((), field.annotation).choices()
    question = f"{field.description}" + (f" Pilihan: {', '.join(choices)}." if choices else "")
    while choices and (answer := _answer(name, question)) not in choices:
        say(f'"{visible(answer)}" bukan pilihan.')
    return answer if choices else _answer(name, question)


def _answer(name: str, question: str) -> str:
    if not sys.stdin.isatty():
        option = "ALAMAT" if name == "alamat" else f"--{name}"
        refuse(f"{option} belum ditulis.")
    click.echo(question)
    answer: str = click.prompt(name)
    return answer.strip()


def refuse(sentence: str) -> NoReturn:
    """End the command: it cannot be done as it was asked for."""
    say(f"galat: {sentence}")
    raise RefusedError(USAGE)


def begin(place: Place, files: Files, given: Values) -> int:
    """Write new files, if what was given is right, and say what to do with them."""
    for sentence in creating.faults_of(place, files, given):
        refuse(sentence)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        click.echo(place.shown(path))
    say("Isi bagian yang kosong (id diisi oleh `iki format`), lalu periksa: `iki check`.")
    return GOOD
