"""`iki serve`: a preview that follows what is edited."""

import errno
from pathlib import Path

import click

from generator.build import preview
from generator.commands import report
from generator.commands.shared import (
    GOOD,
    USAGE,
    allowed_option,
    config_option,
    configured,
    on_this_machine,
    say,
)
from generator.source.problem import Problem


@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    metavar="NOMOR",
    help="Nomor port (bila tidak ditulis: 8000).",
)
@config_option
@allowed_option
@on_this_machine
def serve(port: int, config: Path | None, allowed: tuple[str, ...]) -> int:
    """Pratinjau situs di komputer ini; berubah sendiri bila isi berubah.

    Contoh:
      iki serve
      iki serve --port 8080
    """
    settings = configured(config, allowed, "teks")
    try:
        preview.serve(settings, "127.0.0.1", port, preview.Listener(_say, _tell))
    except OSError as error:
        if (reason := _port_refused(error)) is None:
            raise
        other = f"`iki serve --port {port + 1 if 1024 <= port < 65535 else 8000}`"
        say(f"galat: port {port} {reason}. Pilih yang lain, misalnya {other}.")
        return USAGE
    return GOOD


def _port_refused(error: OSError) -> str | None:
    """Why a port could not be opened; the error of a file has its name."""
    if error.errno == errno.EADDRINUSE:
        return "sedang dipakai"
    if error.errno == errno.EACCES and error.filename is None:
        return "hanya boleh dibuka pengelola komputer ini"
    return None


def _say(words: str) -> None:
    print(words, flush=True)


def _tell(problems: list[Problem]) -> None:
    print(report.teks(problems), end="", flush=True)
