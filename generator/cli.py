"""The command `iki`: one function a command; no logic."""

import errno
import os
import re
from collections.abc import Sequence
from pathlib import Path

import click

from generator import publishing, report
from generator.problems import Problem
from generator.settings import Settings, load
from generator.suggestions import meant

GOOD, MISTAKES, USAGE = 0, 1, 2
"""Exit codes: all is well; the content has mistakes; the command was not understood."""


class _RefusedError(Exception):
    """A command ends with this code; what was wrong has been said."""

    def __init__(self, code: int):
        self.code = code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    try:
        result = iki.main(arguments, prog_name="iki", standalone_mode=False)
        return result if isinstance(result, int) else GOOD
    except _RefusedError as refused:
        return refused.code
    except click.UsageError as error:
        click.echo(f"galat: {_usage_message(error)} Ketik `iki --help` untuk bantuan.", err=True)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return 130


def _usage_message(error: click.UsageError) -> str:
    match error:
        case click.exceptions.NoSuchOption():
            likely = meant(error.option_name, [o for p in _parameters(error) for o in p.opts])
            hint = f" Maksudnya {likely}?" if likely else ""
            return f"pilihan {error.option_name} tidak dikenal.{hint}"
        case click.exceptions.NoArgsIsHelpError():
            return "perintah belum ditulis."
        case click.BadParameter():
            name = error.param.opts[0] if error.param else ""
            choices = getattr(error.param.type, "choices", ()) if error.param else ()
            hint = f" Pilihan: {', '.join(choices)}." if choices else ""
            return f"isi {name} tidak dapat dipakai.{hint}"
        case click.exceptions.BadOptionUsage():
            return f"pilihan {error.option_name} perlu diisi."
    extra = re.search(r"\((.+)\)", error.format_message())
    return f'"{extra[1]}" tidak diperlukan di sini.' if extra else "perintah tidak dimengerti."


def _parameters(error: click.UsageError) -> list[click.Parameter]:
    return error.ctx.command.params if error.ctx else []


class _Command(click.Command):
    """Help in Indonesian."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(
            "[PILIHAN]" if piece == "[OPTIONS]" else piece
            for piece in self.collect_usage_pieces(ctx)
        )
        formatter.write_usage(ctx.command_path, pieces, prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [record for each in self.get_params(ctx) if (record := each.get_help_record(ctx))]
        if rows:
            with formatter.section("Pilihan"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class _Group(_Command, click.Group):
    """The list of commands in Indonesian."""

    command_class = _Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Command.format_options(self, ctx, formatter)
        with formatter.section("Perintah"):
            formatter.write_dl(
                [(name, command.get_short_help_str(90)) for name, command in self.commands.items()]
            )

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[PILIHAN]", "PERINTAH", "…"]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            likely = meant(args[0], self.commands)
            hint = f" Maksudnya `iki {likely}`?" if likely else ""
            click.echo(
                f'galat: perintah "{args[0]}" tidak dikenal.{hint} '
                f"Perintah yang ada: {', '.join(self.commands)}.",
                err=True,
            )
            raise _RefusedError(USAGE)
        return super().resolve_command(ctx, args)


config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("site_config.yml"),
    metavar="BERKAS",
    help="Konfigurasi situs (bila tidak di folder ini).",
)
format_option = click.option(
    "--format",
    "style",
    type=click.Choice(sorted(report.FORMATS)),
    default="github" if os.environ.get("GITHUB_ACTIONS") else "teks",
    metavar="BENTUK",
    help="Bentuk laporan: teks, github, atau json.",
)


@click.group(cls=_Group, help="IKI Terbuka: indikator kinerja setiap jabatan, terbuka untuk semua.")
def iki() -> None:
    pass


@iki.command(help="Periksa seluruh isi dan tunjukkan semua kesalahannya sekaligus.")
@click.argument("paths", nargs=-1, metavar="[BERKAS]…")
@config_option
@format_option
def check(paths: tuple[str, ...], config: Path, style: str) -> int:
    checked = publishing.check(_settings(config, style))
    shown = [each for each in checked.problems if not paths or _is_among(each, paths)]
    _report(shown, checked.files, style)
    return MISTAKES if any(each.is_mistake for each in shown) else GOOD


@iki.command(help="Periksa, lalu bangun seluruh situs ke folder site/.")
@config_option
@format_option
def build(config: Path, style: str) -> int:
    settings = _settings(config, style)
    checked = publishing.check(settings)
    _report(checked.problems, checked.files, style)
    if checked.mistakes:
        click.echo("Situs tidak dibangun; situs terakhir yang baik tetap ada.", err=True)
        return MISTAKES
    if broken := publishing.publish(checked, settings, lambda words: click.echo(words, err=True)):
        click.echo("Tautan putus, situs tidak diganti:\n" + "\n".join(broken), err=True)
        return MISTAKES
    click.echo(f"Selesai: {settings.site.name}/", err=True)
    return GOOD


@iki.command(help="Pratinjau situs di komputer ini; berubah sendiri bila isi berubah.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    metavar="NOMOR",
    help="Nomor port (8000).",
)
@config_option
def serve(port: int, config: Path) -> int:
    try:
        publishing.serve(_settings(config, "teks"), "127.0.0.1", port, click.echo)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        other = f"`iki serve --port {port + 1}`"
        click.echo(
            f"galat: port {port} sedang dipakai. Pilih yang lain, misalnya {other}.", err=True
        )
        return USAGE
    return GOOD


def _settings(config: Path, style: str) -> Settings:
    settings, problems = load(config.absolute())
    if settings is None:
        click.echo(report.FORMATS[style](problems), nl=False)
        raise _RefusedError(USAGE if not config.exists() else MISTAKES)
    return settings


def _report(problems: list[Problem], files: int, style: str) -> None:
    click.echo(report.FORMATS[style](problems), nl=False)
    _job_summary(problems)
    mistakes = sum(each.is_mistake for each in problems)
    warnings = len(problems) - mistakes
    also = f", {warnings} peringatan" if warnings else ""
    click.echo(f"{files} berkas dibaca, {mistakes} kesalahan{also}.", err=True)


def _job_summary(problems: list[Problem]) -> None:
    """The whole list on the page of the GitHub run, which shows only ten annotations."""
    if (summary := os.environ.get("GITHUB_STEP_SUMMARY")) and problems:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"```text\n{report.teks(problems)}```\n")


def _is_among(problem: Problem, paths: tuple[str, ...]) -> bool:
    wanted = [Path(path).as_posix().removeprefix("./") for path in paths]
    return any(problem.path == each or problem.path.startswith(f"{each}/") for each in wanted)


def run() -> None:
    """The installed command."""
    raise SystemExit(main())
