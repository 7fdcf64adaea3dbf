"""The group of commands that begin something."""

import click

from generator.commands.help import Group
from generator.commands.new.edisi import edisi
from generator.commands.new.instansi import instansi
from generator.commands.new.jabatan import jabatan
from generator.commands.new.lembar import lembar
from generator.commands.new.pemda import pemda
from generator.commands.new.situs import situs


@click.group(
    cls=Group, help="Buat yang baru: sebuah situs, atau berkas isi yang berisi penjelasan."
)
def new() -> None:
    pass


for _command in (situs, pemda, instansi, edisi, jabatan, lembar):
    new.command()(_command)
