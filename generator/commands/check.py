"""`iki check`: every mistake in all files at once."""

from pathlib import Path

import click

from generator.build import publishing
from generator.commands import selection
from generator.commands.progress import working
from generator.commands.shared import (
    USAGE,
    allowed_option,
    code_of,
    config_option,
    configured,
    format_option,
    on_this_machine,
    say,
    tell_all,
)
from generator.values.characters import visible


@click.argument("paths", nargs=-1, metavar="[BERKAS]…")
@config_option
@allowed_option
@format_option
@on_this_machine
def check(paths: tuple[str, ...], config: Path | None, allowed: tuple[str, ...], style: str) -> int:
    """Periksa seluruh isi dan tunjukkan semua kesalahannya sekaligus.

    Contoh:
      iki check
      iki check content/kab-malang/diskominfo/2018
      iki check --format json
    """
    settings = configured(config, allowed, style)
    with working("Memeriksa …"):
        checked = publishing.check(settings)
    names = [*checked.files, *(each.path for each in checked.problems)]
    chosen, strangers = selection.within(paths, settings.root, names)
    for path in strangers:
        say(f'galat: tidak ada berkas {settings.content.name}/ di "{visible(path)}".')
    if strangers:
        return USAGE
    shown = [each for each in checked.problems if each.path in chosen]
    tell_all(shown, len(chosen.intersection(checked.files)), style, settings.root)
    return code_of(shown)
