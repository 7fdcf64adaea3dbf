"""`iki new lembar`."""

import os
from pathlib import Path

import click

from generator.commands.new.asking import refuse, with_the_extra
from generator.commands.shared import GOOD, on_this_machine, say


@click.argument("file", type=click.Path(path_type=Path), metavar="BERKAS.xlsx")
@on_this_machine
def lembar(file: Path) -> int:
    """Buat lembar isian Excel: sekali isi untuk semua jabatan, lalu diimpor.

    Contoh:
      iki new lembar iki-2025.xlsx
    """
    if file.suffix.lower() != ".xlsx":
        refuse(f'nama berkasnya harus berakhiran .xlsx, misalnya "{file.stem or "iki"}.xlsx".')
    if os.path.lexists(file):
        refuse(f'"{file}" sudah ada. Pilih nama berkas yang belum ada.')
    file.write_bytes(_made())
    say(f"Selesai: {file}. Isi dengan Excel atau LibreOffice, lalu impor.")
    return GOOD


def _made() -> bytes:
    with with_the_extra():
        from generator.importing.lembar import making  # noqa: PLC0415

        return making.made()
