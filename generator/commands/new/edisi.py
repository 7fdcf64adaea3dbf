"""`iki new edisi`."""

from pathlib import Path

import click

from generator.commands.new.asking import address_argument, asked, begin, place_of, refuse
from generator.commands.shared import config_option, on_this_machine, tell
from generator.content import creating
from generator.content.creating import Place
from generator.model.documents import Dokumen
from generator.model.template import Values


@address_argument
@click.option("--dari", "earlier", metavar="EDISI", help="Salin jabatan dari edisi ini.")
@click.option("--perubahan", "base", metavar="EDISI", help="Naskah ini mengubah edisi itu.")
@click.option("--jenis", metavar="PILIHAN", help="Isi naskah, misalnya IKI.")
@click.option("--judul", metavar="TEKS", help="Judul naskah seperti tercetak.")
@click.option("--tentang", metavar="TEKS", help="Perihal naskah.")
@config_option
@on_this_machine
def edisi(
    config: Path | None,
    address: str | None,
    earlier: str | None,
    base: str | None,
    jenis: str | None,
    judul: str | None,
    tentang: str | None,
) -> int:
    """Buat folder edisi: kosong, salinan edisi lain, atau perubahan atasnya.

    Contoh:
      iki new edisi kab-malang/diskominfo/2024 --dari 2018
      iki new edisi kab-malang/diskominfo/2024-perubahan-1 --perubahan 2024
    """
    place = place_of(config, address, "edisi")
    if earlier and base:
        refuse("--dari dan --perubahan tidak dipakai bersama. Perubahan memuat yang diubah saja.")
    for each in filter(None, (earlier, base)):
        if not creating.is_edition(place, each):
            refuse(f'edisi "{each}" tidak ada di instansi itu.')
    if earlier:
        return _copy(place, earlier)
    words = {
        "jenis": asked(jenis, Dokumen, "jenis"),
        "judul": asked(judul, Dokumen, "judul"),
        "tentang": asked(tentang, Dokumen, "tentang"),
    }
    values: dict[str, str | Values] = {**words, "tahun": place.key[-1][:4], "status": "draf"}
    if base:
        values["perubahan"] = {"jenis": "perubahan", "atas": base}
    return begin(place, creating.fresh(place, values), words)


def _copy(place: Place, earlier: str) -> int:
    files, problems = creating.copied(place, earlier)
    if problems:
        tell(problems, "teks", place.content.parent)
        refuse(f'edisi "{earlier}" belum terbaca. Perbaiki dahulu yang di atas.')
    return begin(place, files, {})
