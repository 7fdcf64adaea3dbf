"""`iki build`: check, then the whole site into `site/`."""

from dataclasses import replace
from pathlib import Path

import click

from generator import site
from generator.build import publishing, recording
from generator.commands.progress import working
from generator.commands.shared import (
    GOOD,
    MISTAKES,
    allowed_option,
    code_of,
    config_option,
    configured,
    format_option,
    on_this_machine,
    say,
    tell,
    tell_all,
)
from generator.settings import Settings
from generator.site.engine import NotBuiltError


@click.option("--draf", "drafts", is_flag=True, help="Muat juga edisi yang masih draf.")
@config_option
@allowed_option
@format_option
@on_this_machine
def build(config: Path | None, allowed: tuple[str, ...], style: str, drafts: bool) -> int:
    """Periksa, lalu bangun seluruh situs ke folder site/.

    Contoh:
      iki build
      iki build --draf
    """
    settings = replace(configured(config, allowed, style), drafts=drafts)
    with site.alone(settings, settings.site, say):
        code = _build(settings, style)
    if code == GOOD:
        say(f"Selesai: {settings.site.name}/")
    return code


def _build(settings: Settings, style: str) -> int:
    with working("Memeriksa …"):
        checked = publishing.check(settings)
    reminder = settings.address_reminder()
    shown = sorted([*checked.problems, *([reminder] if reminder else [])])
    tell_all(shown, len(checked.files), style, settings.root)
    if checked.mistakes:
        say(f"Situs tidak dibangun{_what_is_left(settings)}.")
        return code_of(checked.problems)
    try:
        with working("Membangun …") as told:
            faults = publishing.publish(checked, settings, told)
    except NotBuiltError as refused:
        tell(refused.problems, style, settings.root)
        say(f"Situs tidak dibangun{_what_is_left(settings)}.")
        return MISTAKES
    if faults:
        say("\n".join(["Pemeriksaan akhir menemukan kesalahan, situs tidak diganti:", *faults]))
        return MISTAKES
    if new := recording.unrecorded(checked, settings):
        say(f"{new} alamat belum tercatat. Bila situs ini diterbitkan, jalankan `iki ledger`.")
    return GOOD


def _what_is_left(settings: Settings) -> str:
    has_one = (settings.site / "index.html").is_file()
    return "; situs terakhir yang baik tetap ada" if has_one else ""
