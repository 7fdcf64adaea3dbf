"""`iki new situs`: a repository of an agency's own."""

import os
from pathlib import Path

import click

from generator.commands.shared import GOOD, USAGE, RefusedError, on_this_machine, say
from generator.starter import package, project
from generator.starter.package import Package, PackageError


@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--paket",
    metavar="BERKAS-ATAU-ALAMAT",
    help="Paket .whl yang dipakai situs itu (bila bukan program yang sedang berjalan).",
)
@on_this_machine
def situs(folder: Path, paket: str | None) -> int:
    """Buat folder sebuah situs: isi contoh, konfigurasi, program, dan alur kerja.

    Contoh:
      iki new situs situs-kami
    """
    place = folder.absolute()
    if os.path.lexists(place):
        say(f'galat: "{folder}" sudah ada. Pilih nama folder yang belum ada.')
        return USAGE
    if not place.parent.is_dir():
        say(f'galat: folder "{place.parent}" tidak ada. Buat folder itu dahulu.')
        return USAGE
    project.make(place, chosen(paket))
    say(f"Selesai: {folder}/. Berikutnya: `cd {folder}`, lalu baca README.md.")
    return GOOD


def chosen(place: str | None) -> Package:
    """The package at a place, or the one that is running; what is wrong with it has been said."""
    try:
        return package.found(place) if place else package.running()
    except PackageError as error:
        say(f"galat: {error}")
        raise RefusedError(USAGE) from None
