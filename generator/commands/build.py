"""`iki build`: check, then the whole site into `site/`."""

from dataclasses import replace
from pathlib import Path

import click

from generator import site
from generator import workers as processors
from generator.build import cluster, publishing, recording
from generator.commands.progress import working
from generator.commands.shared import (
    GOOD,
    MISTAKES,
    USAGE,
    allowed_option,
    code_of,
    config_option,
    configured,
    format_option,
    on_this_machine,
    say,
    tell,
    tell_all,
)
from generator.settings import Settings
from generator.site import successors
from generator.site.engine import NotBuiltError


@click.option("--draf", "drafts", is_flag=True, help="Muat juga edisi yang masih draf.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="BANYAK",
    help="Banyak prosesor yang dipakai (bila tidak ditulis: semua).",
)
@click.option(
    "--dask",
    "scheduler",
    is_flag=False,
    flag_value="",
    metavar="ALAMAT",
    help="Bagi pekerjaan ke banyak mesin dengan Dask (tanpa alamat: ke proses di mesin ini).",
)
@click.option(
    "--hasil",
    "results",
    metavar="TEMPAT",
    help="Dengan --dask: folder atau alamat yang dapat ditulis semua mesin (build/bagian).",
)
@click.option(
    "--engine",
    type=click.Choice(successors.NAMES),
    metavar="NAMA",
    help="Susun halaman dengan pengganti MkDocs yang terpasang: properdocs atau zensical.",
)
@config_option
@allowed_option
@format_option
@on_this_machine
def build(
    config: Path | None,
    allowed: tuple[str, ...],
    style: str,
    drafts: bool,
    workers: int | None,
    scheduler: str | None,
    results: str | None,
    engine: str | None,
) -> int:
    """Periksa, lalu bangun seluruh situs ke folder site/.

    Contoh:
      iki build
      iki build --draf
      iki build --workers 1
      iki build --dask tcp://10.0.0.5:8786 --hasil s3://situs/bagian
    """
    settings = configured(config, allowed, style)
    settings = replace(settings, drafts=drafts, workers=workers or processors.available())
    if said := _refused({"--engine": engine, "--izinkan": allowed}, scheduler, results):
        say(said)
        return USAGE
    place = _place(settings, scheduler, results)
    with site.alone(settings, settings.site, say):
        try:
            code = _build(settings, style, place, engine)
        except cluster.NoDaskError:
            say('galat: Dask belum terpasang. Jalankan `pip install "iki-terbuka[dask]"`.')
            return USAGE
    if code == GOOD:
        say(f"Selesai: {settings.site.name}/")
    return code


def _refused(others: dict[str, object], scheduler: str | None, results: str | None) -> str | None:
    """What to say of options that mean nothing together."""
    if scheduler is None:
        return 'galat: "--hasil" perlu "--dask". Tulis keduanya.' if results else None
    if given := [name for name, value in others.items() if value]:
        return f'galat: "{given[0]}" tidak dapat dipakai bersama "--dask". Hapus salah satunya.'
    return None


def _place(settings: Settings, scheduler: str | None, results: str | None) -> cluster.Place | None:
    """Where others make the parts, if they do."""
    if scheduler is None:
        return None
    return cluster.Place(scheduler, results or str(settings.docs.with_name("bagian")))


def _build(settings: Settings, style: str, place: cluster.Place | None, engine: str | None) -> int:
    with working("Memeriksa …"):
        checked = publishing.check(settings)
    reminder = settings.address_reminder()
    shown = sorted([*checked.problems, *([reminder] if reminder else [])])
    tell_all(shown, len(checked.files), style, settings.root)
    if checked.mistakes:
        say(f"Situs tidak dibangun{_what_is_left(settings)}.")
        return code_of(checked.problems)
    try:
        with working("Membangun …") as told:
            if place:
                faults = cluster.publish(checked, settings, place, told)
            else:
                faults = publishing.publish(checked, settings, told, engine)
    except NotBuiltError as refused:
        tell(refused.problems, style, settings.root)
        say(f"Situs tidak dibangun{_what_is_left(settings)}.")
        return MISTAKES
    if faults:
        say("\n".join(["Pemeriksaan akhir menemukan kesalahan, situs tidak diganti:", *faults]))
        return MISTAKES
    if new := recording.unrecorded(checked, settings):
        say(f"{new} alamat belum tercatat. Bila situs ini diterbitkan, jalankan `iki ledger`.")
    return GOOD


def _what_is_left(settings: Settings) -> str:
    has_one = (settings.site / "index.html").is_file()
    return "; situs terakhir yang baik tetap ada" if has_one else ""
