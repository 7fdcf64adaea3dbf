"""`iki new jabatan`."""

from pathlib import Path

import click

from generator.commands.new.asking import address_argument, asked, begin, place_of
from generator.commands.shared import config_option, on_this_machine
from generator.content import creating
from generator.model.documents import Jabatan


@address_argument
@click.option("--nama", metavar="TEKS", help="Nama jabatan seperti tercetak.")
@click.option("--urutan", metavar="NOMOR", help="Urutan dalam naskah (sesudah yang terakhir).")
@config_option
@on_this_machine
def jabatan(config: Path | None, address: str | None, nama: str | None, urutan: str | None) -> int:
    """Buat berkas jabatan.

    Contoh:
      iki new jabatan kab-malang/diskominfo/2024/sekretaris --nama "SEKRETARIS"
    """
    place = place_of(config, address, "jabatan")
    number = urutan or str(creating.next_number(place))
    given = {"nama": asked(nama, Jabatan, "nama"), "urutan": number}
    return begin(place, creating.fresh(place, given), given)
