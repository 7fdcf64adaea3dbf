"""`iki import`: a draft of an edition out of a decree's file."""

import hashlib
from pathlib import Path
from typing import cast

import click

from generator.commands.new.asking import refuse, way_of, with_the_extra
from generator.commands.progress import working
from generator.commands.shared import (
    GOOD,
    MISTAKES,
    RefusedError,
    config_option,
    on_this_machine,
    say,
    tell,
)
from generator.content import creating
from generator.content.creating import Place
from generator.importing import blocks, edition, readers, report, review
from generator.importing.draft import Draft, drafted
from generator.importing.lembar import form
from generator.importing.lembar.typed import Filled
from generator.importing.lines import Fields, Leftover
from generator.importing.readers import refusal
from generator.values.characters import visible


@click.argument("file", type=click.Path(path_type=Path), metavar="BERKAS")
@click.option("--ke", "address", required=True, metavar="ALAMAT", help="Folder edisi yang dibuat.")
@click.option(
    "--tinjau",
    "review_at",
    type=click.Path(path_type=Path),
    metavar="HALAMAN.html",
    help="Tulis juga halaman untuk membandingkan draf dengan naskahnya.",
)
@config_option
@on_this_machine
def import_command(file: Path, address: str, review_at: Path | None, config: Path | None) -> int:
    """Buat draf edisi dari berkas naskah. Yang sudah ada tidak ditimpa.

    Contoh:
      iki import naskah.txt --ke content/kab-malang/diskominfo/2024
      iki import naskah.txt --ke content/kab-malang/diskominfo/2024 --tinjau tinjau.html
    """
    place = way_of(config, address, "edisi")
    if fault := creating.fault_of_way(place):
        refuse(fault)
    if not file.is_file():
        refuse(f'berkas "{visible(str(file))}" tidak ada.')
    with working("Membaca naskah …"):
        draft = _draft(file, place)
    files = edition.texts(draft, place)
    if review_at:
        page = review.page(draft, visible(file.name))
        review_at.write_text(page, encoding="utf-8", newline="\n")
    if edition.is_there(place, files):
        say(f"Draf ini sudah ada di {place.shown(place.folder)}; tidak ada yang ditulis.")
        return GOOD
    free = edition.free(place)
    edition.write(free, edition.texts(draft, free))
    _tell(draft, files, free)
    if free != place:
        there = place.shown(place.folder)
        say(f"{there} sudah ada dan tidak disentuh; draf ini di {free.shown(free.folder)}.")
    return GOOD


def _draft(file: Path, place: Place) -> Draft:
    """What a file says; one that cannot be read ends the command."""
    if form.is_form(file):
        return _typed(file)
    if form.is_exported(file):
        return _exported(file, "/".join(place.key))
    source = readers.read(file)
    if source.refused:
        refuse(f'"{visible(file.name)}": {source.refused}')
    draft = drafted(source, place.key[-1][:4], hashlib.sha256(file.read_bytes()).hexdigest())
    if draft.refused:
        refuse(f'"{visible(file.name)}": {draft.refused}')
    if len(draft.files) == 1:
        refuse(
            f'"{visible(file.name)}": tidak ada jabatan yang terbaca. Pastikan tiap jabatan '
            'diawali baris "Jabatan : …".'
        )
    return draft


def _typed(file: Path) -> Draft:
    """What was typed into our form for Excel."""
    with with_the_extra():
        from generator.importing.lembar import filled  # noqa: PLC0415

        try:
            found = filled.read(file)
        except refusal.RefusedError as error:
            refuse(f'"{visible(file.name)}": {error}')
    return _without_mistakes(found)


def _exported(file: Path, wanted: str) -> Draft:
    """The edition that is wanted of a workbook of open data, or the only one in it."""
    with with_the_extra():
        from generator.importing.lembar import exported  # noqa: PLC0415

        try:
            found = exported.read(file)
        except refusal.RefusedError as error:
            refuse(f'"{visible(file.name)}": {error}')
    if not found:
        refuse(f'"{visible(file.name)}": lembar {form.SHEET_OF_FILES} kosong.')
    if len(found) > 1 and wanted not in found:
        refuse(
            f'"{visible(file.name)}" memuat {len(found)} edisi, dan "{wanted}" tidak ada di '
            f'antaranya. Tulis alamat salah satunya di --ke, misalnya "{visible(min(found))}".'
        )
    return _without_mistakes(found.get(wanted) or found[min(found)])


def _without_mistakes(found: Filled) -> Draft:
    """What was typed, as a draft; mistakes in it end the command."""
    for each in found.mistakes:
        click.echo(visible(each))
    if found.mistakes:
        say(f"{len(found.mistakes)} kesalahan; tidak ada yang ditulis. Betulkan, lalu impor lagi.")
        raise RefusedError(MISTAKES)
    sources = [
        (name, [Leftover(text, blocks.Place(cell), "") for cell, text in cells])
        for name, cells in found.typed.items()
    ]
    return Draft(cast(dict[str, Fields], found.files), sources=sources)


def _tell(draft: Draft, files: dict[str, str], place: Place) -> None:
    """The files, what they do not hold, what is doubtful in them and what is missing."""
    folder = place.shown(place.folder)
    for name in files:
        click.echo(f"{folder}/{name}")
    for note in draft.notes:
        click.echo(visible(note))
    for line in report.left(draft.leftovers):
        click.echo(visible(line))
    doubts = report.doubtful({f"{folder}/{name}": text for name, text in files.items()})
    if doubts:
        click.echo(f"Perlu diperiksa ({len(doubts)}):")
        click.echo("".join(f"  {visible(each)}\n" for each in doubts), nl=False)
    problems = edition.problems(place)
    if problems:
        click.echo("Perlu diisi atau dibetulkan:")
        tell(problems, "teks", place.content.parent)
    say(
        f"{len(files) - 1} jabatan; {len(doubts)} tempat perlu diperiksa, {len(draft.leftovers)} "
        f"baris tidak dibawa, {draft.dropped} baris dengan nama atau nomor pribadi dihapus."
    )
    say("Bandingkan dengan naskahnya, lalu hapus tiap baris # periksa yang sudah benar.")
