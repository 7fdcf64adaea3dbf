"""`iki diff`: what a change of the content means."""

from pathlib import Path

import click

from generator import settings
from generator.commands.shared import (
    GOOD,
    USAGE,
    RefusedError,
    config_option,
    on_this_machine,
    project,
    say,
    tell,
)
from generator.content import differences
from generator.review import data, markdown, page, revisions, snapshots, text
from generator.review.outline import outline
from generator.review.revisions import NoRevisionError
from generator.settings import Settings
from generator.values.characters import shown

_FORMS = {"teks": text.text, "markdown": markdown.markdown}


@click.argument("old", required=False, metavar="[LAMA]")
@click.argument("new", required=False, metavar="[BARU]")
@click.option(
    "--format",
    "form",
    type=click.Choice([*_FORMS, "json"]),
    default="teks",
    metavar="BENTUK",
    help="Bentuk laporan: teks, markdown, atau json.",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BERKAS",
    help="Tulis juga satu berkas HTML: setiap halaman yang berubah, sebelum dan sesudah.",
)
@config_option
@on_this_machine
def diff(
    config: Path | None, old: str | None, new: str | None, form: str, html: Path | None
) -> int:
    """Jelaskan perubahan isi: LAMA dan BARU masing-masing folder atau revisi git. Tanpa keduanya,
    dari pangkal cabang ini ke folder kerja.

    Contoh:
      iki diff
      iki diff v2024 --html perubahan.html
      iki diff FOLDER-LAMA FOLDER-BARU --format json
    """
    loaded = _settings(config)
    try:
        (before, was), (after, now) = _state(loaded, old, ""), _state(loaded, new, "folder kerja")
    except NoRevisionError as refused:
        say(f"galat: {refused}")
        return USAGE
    sides = snapshots.read(was, now, loaded.iki)
    found = differences.between(sides.old, sides.new)
    told = outline(sides, found, before, after)
    click.echo(
        _FORMS[form](told) if form in _FORMS else data.as_json(sides, found, before, after),
        nl=False,
    )
    if html:
        html.write_text(page.page(told, sides, loaded), encoding="utf-8", newline="\n")
        say(f"Selesai: {html.name}")
    return GOOD


def _settings(config: Path | None) -> Settings:
    path = project(config)
    loaded, problems = settings.load(path)
    if loaded is None:
        tell(problems, "teks", path.parent)
        raise RefusedError(USAGE)
    return loaded


def _state(loaded: Settings, name: str | None, working: str) -> tuple[str, snapshots.Files]:
    """What to call a state of the content, and its files. Without a name it is the folder where the
    work is done, or, where that has no name either, where the work began."""
    if name is None and working:
        return working, snapshots.of_folder(loaded.content)
    if name is not None and Path(name).is_dir():
        return _folder(Path(name), loaded.content.name)
    root = loaded.root
    state = (
        revisions.beginning(root, loaded.iki.cabang)
        if name is None
        else revisions.revision(root, name)
    )
    return state.title, revisions.files(root, state, loaded.content.name)


def _folder(folder: Path, content: str) -> tuple[str, snapshots.Files]:
    inside = folder / content
    there = inside if inside.is_dir() else folder
    files = snapshots.of_folder(there)
    if there.resolve().name != content and not any(path.count("/") == 1 for path in files):
        missing = f'folder "{shown(str(folder))}" bukan {content}/ dan tidak memuatnya.'
        raise NoRevisionError(f"{missing} Sebut folder lain, atau revisi git.")
    return f"folder {folder.resolve().name}", files
