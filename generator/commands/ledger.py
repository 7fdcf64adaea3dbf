"""`iki ledger`: the addresses that are published, for ever."""

from pathlib import Path

import click

from generator.build import publishing, recording
from generator.build.publishing import Checked
from generator.build.recording import Move, Recorded
from generator.commands.progress import working
from generator.commands.shared import (
    GOOD,
    MISTAKES,
    USAGE,
    allowed_option,
    code_of,
    config_option,
    configured,
    format_option,
    on_this_machine,
    say,
    tell,
)
from generator.content.ledger_lines import as_address
from generator.settings import Settings


@click.option(
    "--pindah",
    "moved",
    nargs=2,
    metavar="LAMA BARU",
    help="Alamat lama, dengan semua di bawahnya, kini ada di alamat baru.",
)
@config_option
@allowed_option
@format_option
@on_this_machine
def ledger(
    moved: tuple[str, str] | None, config: Path | None, allowed: tuple[str, ...], style: str
) -> int:
    """Catat alamat yang terbit di content/alamat.yml, supaya tidak ada yang hilang.

    Contoh:
      iki ledger
      iki ledger --pindah kab-malang/diskominfo/ kab-malang/dinas-kominfo/
    """
    settings = configured(config, allowed, style)
    with working("Memeriksa …"):
        checked = publishing.check(settings)
    if blocking := recording.in_the_way(checked):
        tell(blocking, style, settings.root)
        say("Alamat belum dicatat: betulkan dahulu kesalahan di atas.")
        return code_of(blocking)
    if moved is None:
        return _record(recording.recorded(checked, settings), checked, settings, style)
    move = Move(*map(as_address, moved))
    if fault := recording.fault_of(move, checked, settings):
        say(f"galat: {fault}")
        return USAGE
    return _record(recording.with_move(move, checked, settings), checked, settings, style)


def _record(found: Recorded, checked: Checked, settings: Settings, style: str) -> int:
    file = settings.root / checked.content.ledger.path
    text = found.ledger.text()
    if not file.is_file() or file.read_bytes() != text.encode():
        file.write_text(text, encoding="utf-8", newline="\n")
    tell(found.problems, style, settings.root)
    say(_told(found))
    return MISTAKES if found.problems else GOOD


def _told(found: Recorded) -> str:
    where = found.ledger.path
    if found.moved:
        return f"{found.moved} alamat dipindahkan di {where}."
    if found.problems:
        return f"Alamat baru belum dicatat: betulkan dahulu {where}."
    return f"{found.added} alamat baru dicatat di {where}."
