"""What `iki` says of itself, in Indonesian: usage, options, and what was typed wrongly."""

import re

import click

from generator.commands.shared import USAGE, RefusedError
from generator.values.effort import meant


def usage_message(error: click.UsageError) -> str:
    """What was typed wrongly, and what to type instead."""
    match error:
        case click.exceptions.NoSuchOption():
            likely = meant(error.option_name, [o for p in _parameters(error) for o in p.opts])
            hint = f" Maksudnya {likely}?" if likely else ""
            return f"pilihan {error.option_name} tidak dikenal.{hint}"
        case click.exceptions.NoArgsIsHelpError():
            return "perintah belum ditulis."
        case click.MissingParameter():
            return f"{error.param.metavar if error.param else ''} belum ditulis."
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


_CODES = (
    ("0", "Selesai, tidak ada yang keliru."),
    (
        "1",
        "Ada yang perlu dibetulkan atau ditinjau dahulu (format --check: ada yang akan berubah).",
    ),
    ("2", "Perintahnya keliru, atau komputer ini menolak."),
    ("3", "Kesalahan program: laporkan kepada pengembang."),
)
"""What a script, and who reads its log, is told by the code that a command ends with."""


class Command(click.Command):
    """Help in Indonesian."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words, _, examples = (self.help or "").partition("Contoh:\n")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words.strip())
        if examples:
            with formatter.section("Contoh"):
                for line in examples.strip().split("\n"):
                    formatter.write_text(line.strip())

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Kode keluar"):
            formatter.write_dl(_CODES)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(
            "[PILIHAN]" if piece == "[OPTIONS]" else piece
            for piece in self.collect_usage_pieces(ctx)
        )
        formatter.write_usage(ctx.command_path, pieces, prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        rows = [record for each in options if (record := each.get_help_record(ctx))]
        if rows:
            with formatter.section("Pilihan"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class Group(Command, click.Group):
    """The list of commands in Indonesian."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Command.format_options(self, ctx, formatter)
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
            hint = f" Maksudnya `{ctx.command_path} {likely}`?" if likely else ""
            click.echo(
                f'galat: perintah "{args[0]}" tidak dikenal.{hint} '
                f"Perintah yang ada: {', '.join(self.commands)}.",
                err=True,
            )
            raise RefusedError(USAGE)
        return super().resolve_command(ctx, args)
