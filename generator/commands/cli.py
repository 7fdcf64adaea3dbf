"""The command `iki`."""

import io
import sys
from collections.abc import Sequence

import click

from generator.commands.build import build
from generator.commands.check import check
from generator.commands.diff import diff
from generator.commands.format import format_command
from generator.commands.help import Group, usage_message
from generator.commands.history import history
from generator.commands.import_ import import_command
from generator.commands.ledger import ledger
from generator.commands.new.group import new
from generator.commands.publish import publish
from generator.commands.schema import schema
from generator.commands.scope import scope
from generator.commands.serve import serve
from generator.commands.shared import FAULT, GOOD, USAGE, RefusedError, say
from generator.commands.upgrade import upgrade
from generator.files import MakingError
from generator.source.problem import described
from generator.starter.package import NAME


@click.group(cls=Group, help="IKI Terbuka: indikator kinerja setiap jabatan, terbuka untuk semua.")
@click.version_option(
    package_name=NAME, message="iki %(version)s", help="Tampilkan versi program ini."
)
def iki() -> None:
    pass


_COMMANDS = (
    check,
    build,
    serve,
    format_command,
    diff,
    ledger,
    history,
    scope,
    publish,
    schema,
    upgrade,
)
for _command in _COMMANDS:
    iki.command()(_command)
iki.add_command(new)
iki.command("import")(import_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    try:
        result = iki.main(arguments, prog_name="iki", standalone_mode=False)
        return result if isinstance(result, int) else GOOD
    except RefusedError as refused:
        return refused.code
    except click.UsageError as error:
        say(f"galat: {usage_message(error)} Ketik `iki --help` untuk bantuan.")
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Exception as error:
        say(f"galat: {_our_fault(error)}")
        return FAULT


def _our_fault(error: Exception) -> str:
    cause = error.__cause__ if isinstance(error, MakingError) else error
    where = f" pada halaman dari {error.path}" if isinstance(error, MakingError) else ""
    assert isinstance(cause, Exception)
    return (
        f"program gagal{where} ({described(cause)}). Ini kesalahan kami, bukan kesalahan isinya: "
        "laporkan kepada pengembang, sertakan pesan ini."
    )


def run() -> None:
    """The installed command. Whatever the console's own code is, ours is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    raise SystemExit(main())
