"""`iki upgrade`: another version of the program for a site."""

from pathlib import Path

import click

from generator.commands.new.situs import chosen
from generator.commands.shared import GOOD, USAGE, on_this_machine, say
from generator.settings import nearest
from generator.starter import project


@click.argument("paket", metavar="BERKAS-ATAU-ALAMAT")
@on_this_machine
def upgrade(paket: str) -> int:
    """Ganti program situs ini (vendor/ dan requirements.txt) dengan paket .whl yang lain.

    Contoh:
      iki upgrade iki_terbuka-0.2.0-py3-none-any.whl
    """
    root = nearest(Path.cwd()).parent
    if not project.is_one(root):
        say("galat: tidak ada vendor/ dan requirements.txt di sini. Jalankan dari folder situs.")
        return USAGE
    package = chosen(paket)
    project.pin(root, package)
    say(
        f"Selesai: versi {package.version} ada di vendor/. Berikutnya: "
        "`.venv/bin/pip install --require-hashes -r requirements.txt`, lalu `iki build`."
    )
    return GOOD
