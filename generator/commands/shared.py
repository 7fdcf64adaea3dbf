"""What commands share: options, exit codes, and the way they tell."""

import functools
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from generator.build import publishing
from generator.commands import report
from generator.settings import Settings, nearest
from generator.site import machine
from generator.source.problem import Problem

GOOD, MISTAKES, USAGE, FAULT = 0, 1, 2, 3
"""Exit codes: all is well; the content has mistakes; the command was not understood, or the machine
refuses; a fault of ours."""


class RefusedError(Exception):
    """A command ends with this code; what was wrong has been said."""

    def __init__(self, code: int):
        self.code = code


def on_this_machine(command: Callable[..., int]) -> Callable[..., int]:
    """A full disk or a missing permission is told in one sentence."""

    @functools.wraps(command)
    def run(**values: object) -> int:
        try:
            return command(**values)
        except OSError as error:
            config = values.get("config")
            named = config if isinstance(config, Path) else nearest(Path.cwd())
            root = named.absolute().parent
            if (sentence := machine.refusal(error, root)) is None:
                raise
            click.echo(f"galat: {sentence}", err=True)
            return USAGE

    return run


config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Konfigurasi situs (bila bukan site_config.yml di folder ini atau di atasnya).",
)
allowed_option = click.option(
    "--izinkan",
    "allowed",
    multiple=True,
    metavar="NAMA",
    help="Plugin, hook, atau ekstensi di konfigurasi yang boleh dijalankan (boleh diulang).",
)
format_option = click.option(
    "--format",
    "style",
    type=click.Choice(sorted(report.FORMATS)),
    default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") else "teks",
    metavar="BENTUK",
    help="Bentuk laporan: teks, github, atau json (teks; di GitHub Actions: github).",
)


def configured(config: Path | None, allowed: tuple[str, ...], style: str) -> Settings:
    """The settings of the project one stands in, or of the one that is named."""
    path = (config or nearest(Path.cwd())).absolute()
    settings, problems = publishing.configured(path, frozenset(allowed))
    if settings is None:
        tell(problems, style, path.parent)
        raise RefusedError(MISTAKES if path.is_file() else USAGE)
    return settings


def project(config: Path | None) -> Path:
    """The configuration of the project one stands in, or of the one that is named, right or not:
    for what only needs to know where things lie."""
    path = (config or nearest(Path.cwd())).absolute()
    return path if path.is_file() else configured(path, (), "teks").config


def code_of(problems: Sequence[Problem]) -> int:
    """The exit code that problems call for."""
    if any(each.is_fault for each in problems):
        return FAULT
    return MISTAKES if any(each.is_mistake for each in problems) else GOOD


def tell(problems: Sequence[Problem], style: str, root: Path) -> None:
    """Print problems in the form that was chosen."""
    shown = report.within_repository(problems, root) if style == "github" else problems
    click.echo(report.FORMATS[style](shown), nl=False)


def tell_all(problems: Sequence[Problem], files: int, style: str, root: Path) -> None:
    """Print problems, how many there are, and all of them on the page of a run."""
    tell(problems, style, root)
    job_summary(problems, root)
    mistakes = sum(each.is_mistake for each in problems)
    warnings = len(problems) - mistakes
    also = f", {warnings} peringatan" if warnings else ""
    say(f"{files} berkas dibaca, {mistakes} kesalahan{also}.")


def job_summary(problems: Sequence[Problem], root: Path) -> None:
    """The whole list on the page of the GitHub run, which shows only ten annotations."""
    if (summary := os.environ.get("GITHUB_STEP_SUMMARY")) and problems:
        shown = report.teks(report.within_repository(problems, root))
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"```text\n{shown}```\n")


def say(words: str) -> None:
    """Tell whoever waits; what a program reads goes to the other stream."""
    click.echo(words, err=True)
