"""`iki new instansi`."""

from pathlib import Path

import click

from generator.commands.new.asking import address_argument, asked, begin, place_of
from generator.commands.shared import config_option, on_this_machine
from generator.content import creating
from generator.model.documents import Instansi


@address_argument
@click.option("--nama", metavar="TEKS", help="Nama instansi.")
@click.option("--jenis", metavar="PILIHAN", help="Jenisnya, misalnya dinas.")
@config_option
@on_this_machine
def instansi(config: Path | None, address: str | None, nama: str | None, jenis: str | None) -> int:
    """Buat folder instansi dengan instansi.yml.

    Contoh:
      iki new instansi kab-malang/diskominfo
    """
    place = place_of(config, address, "instansi")
    given = {"nama": asked(nama, Instansi, "nama"), "jenis": asked(jenis, Instansi, "jenis")}
    return begin(place, creating.fresh(place, given), given)
