"""`iki new pemda`."""

from pathlib import Path

import click

from generator.commands.new.asking import address_argument, asked, begin, place_of
from generator.commands.shared import config_option, on_this_machine
from generator.content import creating
from generator.model.documents import Pemda


@address_argument
@click.option("--nama", metavar="TEKS", help="Nama resminya.")
@click.option("--jenis", metavar="PILIHAN", help="Jenisnya, misalnya kabupaten.")
@config_option
@on_this_machine
def pemda(config: Path | None, address: str | None, nama: str | None, jenis: str | None) -> int:
    """Buat folder pemda dengan pemda.yml.

    Contoh:
      iki new pemda kab-malang
      iki new pemda kab-malang --nama "Kabupaten Malang" --jenis kabupaten
    """
    place = place_of(config, address, "pemda")
    given = {"nama": asked(nama, Pemda, "nama"), "jenis": asked(jenis, Pemda, "jenis")}
    return begin(place, creating.fresh(place, given), given)
