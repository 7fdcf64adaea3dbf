"""The command `iki`: one function a command; no logic."""

import errno
import functools
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from generator import machine, publishing, report, selection, site
from generator.effort import meant
from generator.pages import PageError
from generator.problems import Problem, described
from generator.settings import Settings, nearest
from generator.site.engine import NotBuiltError

GOOD, MISTAKES, USAGE, FAULT = 0, 1, 2, 3
"""Exit codes: all is well; the content has mistakes; the command was not understood, or the machine
refuses; a fault of ours."""


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
    except Exception as error:
        click.echo(f"galat: {_our_fault(error)}", err=True)
        return FAULT


def _our_fault(error: Exception) -> str:
    cause = error.__cause__ if isinstance(error, PageError) else error
    where = f" pada halaman dari {error.path}" if isinstance(error, PageError) else ""
    assert isinstance(cause, Exception)
    return (
        f"program gagal{where} ({described(cause)}). Ini kesalahan kami, bukan kesalahan isinya: "
        "laporkan kepada pengembang, sertakan pesan ini."
    )


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


def _on_this_machine(command: Callable[..., int]) -> Callable[..., int]:
    """A full disk or a missing permission is told in one sentence."""

    @functools.wraps(command)
    def run(config: Path | None, **others: object) -> int:
        try:
            return command(config=config, **others)
        except OSError as error:
            root = (config or nearest(Path.cwd())).absolute().parent
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
@allowed_option
@format_option
@_on_this_machine
def check(paths: tuple[str, ...], config: Path | None, allowed: tuple[str, ...], style: str) -> int:
    settings = _settings(config, allowed, style)
    checked = publishing.check(settings)
    names = [*checked.files, *(each.path for each in checked.problems)]
    chosen, strangers = selection.within(paths, settings.root, names)
    for path in strangers:
        place = f"{settings.content.name}/"
        click.echo(f'galat: tidak ada berkas {place} di "{report.visible(path)}".', err=True)
    if strangers:
        return USAGE
    shown = [each for each in checked.problems if each.path in chosen]
    _report(shown, len(chosen.intersection(checked.files)), style, settings)
    return _code(shown)


@iki.command(help="Periksa, lalu bangun seluruh situs ke folder site/.")
@config_option
@allowed_option
@format_option
@_on_this_machine
def build(config: Path | None, allowed: tuple[str, ...], style: str) -> int:
    settings = _settings(config, allowed, style)
    with site.alone(settings, settings.site, _say):
        code = _build(settings, style)
    if code == GOOD:
        _say(f"Selesai: {settings.site.name}/")
    return code


def _build(settings: Settings, style: str) -> int:
    checked = publishing.check(settings)
    reminder = settings.address_reminder()
    shown = sorted([*checked.problems, *([reminder] if reminder else [])])
    _report(shown, len(checked.files), style, settings)
    if checked.mistakes:
        _say(f"Situs tidak dibangun{_what_is_left(settings)}.")
        return _code(checked.problems)
    try:
        faults = publishing.publish(checked, settings, _say)
    except NotBuiltError as refused:
        click.echo(report.FORMATS[style](refused.problems), nl=False)
        _say(f"Situs tidak dibangun{_what_is_left(settings)}.")
        return MISTAKES
    if faults:
        _say("\n".join(["Tautan putus atau nomor pribadi, situs tidak diganti:", *faults]))
        return MISTAKES
    return GOOD


def _what_is_left(settings: Settings) -> str:
    has_one = (settings.site / "index.html").is_file()
    return "; situs terakhir yang baik tetap ada" if has_one else ""


def _say(words: str) -> None:
    click.echo(words, err=True)


@iki.command(help="Pratinjau situs di komputer ini; berubah sendiri bila isi berubah.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    metavar="NOMOR",
    help="Nomor port (8000).",
)
@config_option
@allowed_option
@_on_this_machine
def serve(port: int, config: Path | None, allowed: tuple[str, ...]) -> int:
    try:
        publishing.serve(_settings(config, allowed, "teks"), "127.0.0.1", port, click.echo)
    except OSError as error:
        if (reason := _port_refused(error)) is None:
            raise
        other = f"`iki serve --port {port + 1 if 1024 <= port < 65535 else 8000}`"
        _say(f"galat: port {port} {reason}. Pilih yang lain, misalnya {other}.")
        return USAGE
    return GOOD


def _port_refused(error: OSError) -> str | None:
    """Why a port could not be opened; the error of a file has its name."""
    if error.errno == errno.EADDRINUSE:
        return "sedang dipakai"
    if error.errno == errno.EACCES and error.filename is None:
        return "hanya boleh dibuka pengelola komputer ini"
    return None


def _settings(config: Path | None, allowed: tuple[str, ...], style: str) -> Settings:
    path = (config or nearest(Path.cwd())).absolute()
    settings, problems = publishing.configured(path, frozenset(allowed))
    if settings is None:
        if style == "github":
            problems = report.within_repository(problems, path.parent)
        click.echo(report.FORMATS[style](problems), nl=False)
        raise _RefusedError(MISTAKES if path.is_file() else USAGE)
    return settings


def _code(problems: list[Problem]) -> int:
    if any(each.is_fault for each in problems):
        return FAULT
    return MISTAKES if any(each.is_mistake for each in problems) else GOOD


def _report(problems: list[Problem], files: int, style: str, settings: Settings) -> None:
    if style == "github":
        problems = report.within_repository(problems, settings.root)
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


def run() -> None:
    """The installed command. Whatever the console's own code is, ours is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    raise SystemExit(main())
