"""`iki history`: what was changed after it was published, for ever."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import click

from generator.commands.shared import (
    GOOD,
    MISTAKES,
    USAGE,
    allowed_option,
    config_option,
    configured,
    format_option,
    on_this_machine,
    say,
    tell,
)
from generator.content import history_lines
from generator.content.history import HEAD, NAME, History
from generator.delivery import history as recording
from generator.delivery.git import GitError
from generator.delivery.history import Recorded
from generator.review.revisions import NoRevisionError
from generator.settings import Settings
from generator.source.problem import Problem
from generator.values.characters import visible

_JAKARTA = timezone(timedelta(hours=7))
"""Where a day begins, wherever the machine stands."""


@click.option(
    "--sejak",
    "since",
    metavar="REVISI",
    help="Keadaan yang terakhir terbit (bila bukan yang disebut content/riwayat.yml).",
)
@click.option(
    "--tanggal",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="TANGGAL",
    help="Hari terbitnya, misalnya 2024-01-31 (bila bukan hari ini).",
)
@config_option
@allowed_option
@format_option
@on_this_machine
def history(
    since: str | None,
    day: datetime | None,
    config: Path | None,
    allowed: tuple[str, ...],
    style: str,
) -> int:
    """Catat di content/riwayat.yml apa yang dikoreksi atau ditarik sejak situs terakhir terbit,
    untuk halaman Perubahan. Bagian dari penerbitan, sesudah `iki ledger`.

    Contoh:
      iki history
      iki history --sejak v2024 --tanggal 2024-01-31
    """
    settings = configured(config, allowed, style)
    file = settings.content / NAME
    known, problems = _read(file, settings)
    if problems:
        tell(problems, style, settings.root)
        say("Perubahan belum dicatat: betulkan dahulu kesalahan di atas.")
        return MISTAKES
    text = file.read_text("utf-8") if file.is_file() else _nothing()
    today = day.date() if day else _today()
    try:
        found = recording.recorded(settings, known, text, since, today)
    except (NoRevisionError, GitError) as refused:
        say(f"galat: {visible(str(refused))}{_REMEDY}")
        return USAGE
    if found.text != text:
        file.write_text(found.text, encoding="utf-8", newline="\n")
    say(_told(found, f"{settings.content.name}/{NAME}"))
    return GOOD


_REMEDY = " Atau sebut keadaan yang terakhir terbit dengan `--sejak REVISI`."


def _today() -> date:
    return datetime.now(_JAKARTA).date()


def _nothing() -> str:
    return "".join(f"{line}\n" for line in HEAD) + "riwayat: []\n"


def _read(file: Path, settings: Settings) -> tuple[History, list[Problem]]:
    shown = f"{settings.content.name}/{NAME}"
    if not file.is_file():
        return History(shown), []
    known, problems = history_lines.read(file, shown)
    return known, [each for each in problems if each.is_mistake]


def _told(found: Recorded, where: str) -> str:
    if found.is_first:
        return f"{where} dimulai: perubahan dicatat sejak terbit yang ini."
    told = f"{len(found.events)} perubahan dicatat di {where}."
    if found.unread:
        told += f" Tidak terbaca, jadi tidak dibandingkan: {', '.join(found.unread)}."
    return told
