"""The page of open data: what there is, how it is opened, what each column means."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.exports import catalogue
from generator.exports.tables import Table, indikator, jabatan
from generator.exports.twins import VERSION
from generator.pages.panduan import FIELDS, guide
from generator.pages.parts import Head, Link, Perspective, Site

_DESCRIBING = ("datapackage.json", catalogue.NAME)
"""What describes the other files."""


@dataclass(frozen=True)
class FileRow:
    """A file: its name, where it lies, how large it is, what it holds."""

    name: str
    href: str
    size: str
    about: str


@dataclass(frozen=True)
class DataView:
    head: Head
    see: Perspective
    missing: list[str]
    """What the configuration lacks for a catalogue."""
    tables: list[Table]
    fields: str
    """Where all fields are explained."""
    version: str

    parts: list[tuple[str, list[Link]]]
    """The same files of each pemda, where there are several."""

    @property
    def files(self) -> list[FileRow]:
        """Each with its size; so this waits until the page is drawn."""
        made = {each.address: each for each in self.see.site.exported}
        return [
            _row(self.see, name, len(made[address].data))
            for name in (*catalogue.FORMATS, *_DESCRIBING)
            if (address := addresses.data_file(name)) in made
        ]


def _row(see: Perspective, name: str, size: int) -> FileRow:
    told = getattr(see.w.data.berkas, name.replace(".", "_"))
    return FileRow(name, name, _kilobytes(see, size), told)


def pages(site: Site) -> Iterator[tuple[str, DataView]]:
    """The one page."""
    see = Perspective(site, addresses.DATA)
    head = Head("data", see.w.data.judul, see.w.data.deskripsi, see.way())
    tables = [indikator(site.content), jabatan(site.content)]
    fields = see.to(guide(FIELDS))
    parts = list(_parts(site))
    yield see.here, DataView(head, see, site.about.missing, tables, fields, VERSION, parts)


def _parts(site: Site) -> Iterator[tuple[str, list[Link]]]:
    pemda = site.content.pemda()
    named = [each for each in catalogue.FORMATS if site.has_sheets or not each.endswith(".xlsx")]
    for each in pemda if len(pemda) > 1 else ():
        yield each.document.nama, [Link(name, f"{each.slug}/{name}") for name in named]


def _kilobytes(see: Perspective, size: int) -> str:
    """Rounded up, with dots between thousands."""
    thousands = f"{-(-size // 1024):,}".replace(",", ".")
    return str(see.w.data.ukuran.format(banyak=thousands))
