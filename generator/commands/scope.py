"""`iki scope`: no change of content carries another one with it unnoticed."""

from pathlib import Path

import click

from generator.commands.shared import (
    USAGE,
    code_of,
    config_option,
    format_option,
    job_summary,
    on_this_machine,
    project,
    say,
    tell,
)
from generator.delivery import scope as touching
from generator.delivery.git import GitError
from generator.source.problem import Problem, Severity
from generator.values.characters import visible


@click.argument("old", metavar="LAMA")
@click.argument("new", metavar="BARU")
@click.option("--label", "labels", default="", metavar="LABEL", help="Label usul, dipisah koma.")
@config_option
@format_option
@on_this_machine
def scope(old: str, new: str, labels: str, config: Path | None, style: str) -> int:
    """Sebut berkas lain yang diubah bersama isi, supaya tidak luput dari yang meninjau.

    Contoh:
      iki scope origin/main HEAD
    """
    root = project(config).parent
    is_seen = touching.LABEL in (each.strip() for each in labels.split(","))
    try:
        repository = touching.repository(root)
        others = touching.beyond_content(root, old, new)
        problems = [_problem(root, name, is_seen) for name in others]
    except GitError as error:
        say(f"galat: git menolak ({visible(str(error))}). Sebut dua komit yang ada di sini.")
        return USAGE
    tell(problems, style, repository)
    job_summary(problems, repository)
    say(f"{len(others)} berkas lain diubah bersama isi.")
    return code_of(problems)


def _problem(root: Path, name: str, is_seen: bool) -> Problem:
    what = f"berkas ini {touching.decides(root, name)}, dan diubah bersama isi."
    if is_seen:
        return Problem(name, 0, 0, Severity.INGAT, "lingkup", f"{what} Sudah ditinjau (label).")
    remedy = (
        "Pisahkan menjadi dua usul; bila memang harus bersama, pengelola situs meninjau semuanya "
        f'lalu memberi label "{touching.LABEL}".'
    )
    return Problem(name, 0, 0, Severity.GALAT, "lingkup", f"{what} {remedy}")
