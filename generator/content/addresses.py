"""The only place that spells an address.

An address is what stands behind the site's own root: no leading slash, a slash at the end. Links
between pages are relative, so that the site works under any host and path.
"""

import itertools
from collections.abc import Collection

from generator.content.content import Key
from generator.values.slugs import slugged

HOME = ""
SEARCH = "cari/"
GLOSSARY = "istilah/"
COMPARE = "bandingkan/"
ASSETS = "assets/"
STYLE = f"{ASSETS}situs.css"
STYLE_OF_LISTS = f"{ASSETS}daftar.css"
COLORS = f"{ASSETS}warna.css"
VOCABULARY = "cari/kosakata.json"
SEARCH_INDEX = "cari/indeks/"
DATA = "data/"
GUIDES = "panduan/"
PAPER = "salinan.pdf"
PPID = "ppid/"
VERIFY = "periksa/"
JDIHN = "jdihn.json"
ORIGINAL = "naskah.pdf"
"""The name of a decree itself, in its folder and beside its page."""
CHANGES = "perubahan/"
FEED = "perubahan.xml"
MISSING = "404.html"
"""What is shown of an address that is not there."""


def page(key: Key) -> str:
    """The address of a document: `kab-malang/diskominfo/2018/seksi-statistik/`."""
    return "".join(f"{part}/" for part in key)


def in_force(jabatan: Key) -> str:
    """The address without an edition, which leads to the one in force:
    `kab-malang/diskominfo/seksi-statistik/`. An edition begins with a digit, a position with a
    letter, so the two never meet."""
    return page((*jabatan[:2], jabatan[3]))


def about(slug: str) -> str:
    """A page about the site itself."""
    return page((slug,))


def derived(words: str) -> str:
    """The part of an address that is made from printed words. Words without Latin letters share
    one: no printed word may make content that cannot be published."""
    return slugged(words) or "lainnya"


def kind(slug: str, number: int = 1) -> str:
    """One kind of position in several agencies, or a page of it:
    `bandingkan/jabatan/sekretaris/2/`."""
    return _paged(f"{COMPARE}jabatan/{slug}/", number)


def same_indikator(slug: str, number: int = 1) -> str:
    """One indicator in several agencies: `bandingkan/indikator/surat-masuk/`."""
    return _paged(f"{COMPARE}indikator/{slug}/", number)


def decrees(dokumen: Key, older: str) -> str:
    """A whole decree and an older one: `bandingkan/edisi/kab-malang/diskominfo/2018/2024/`. An
    edition begins with a digit, a position with a letter, so they meet no position's page."""
    return f"{COMPARE}edisi/{page((*dokumen[:2], older, dokumen[2]))}"


def _paged(address: str, number: int) -> str:
    return f"{address}{number}/" if number > 1 else address


def editions(jabatan: Key, older: str) -> str:
    """A position in its edition and an older one:
    `bandingkan/edisi/kab-malang/diskominfo/sekretaris/2018/2024/`."""
    return f"{COMPARE}edisi/{page((*jabatan[:2], jabatan[3], older, jabatan[2]))}"


def index(slug: str, part: str = "", number: int = 1) -> str:
    """An index, or one page of it: `indeks/jabatan/k/2/`."""
    return _paged(f"indeks/{slug}/{part}{'/' if part else ''}", number)


def free(slug: str, taken: Collection[str]) -> str:
    """A slug, or the same with the first number that nothing else has."""
    numbers = (f"{slug}-{number}" for number in itertools.count(2))
    return next(each for each in itertools.chain([slug], numbers) if each not in taken)


def changes(year: str, number: int = 1) -> str:
    """What changed in a year, or a page of it: `perubahan/2024/2/`."""
    return _paged(f"{CHANGES}{year}/", number)


def indikator(jabatan: Key, id: str) -> str:
    """The permanent address of an indicator, an anchor of its page."""
    return f"{page(jabatan)}#{id}"


def relative(start: str, end: str) -> str:
    """The link from the page at `start` to `end`: `../seksi-statistik/#buku`."""
    path, _, anchor = end.partition("#")
    here, there = start.split("/")[:-1], path.split("/")[:-1]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    link = "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:])
    if anchor and not link:
        return f"#{anchor}"
    return f"{link or './'}{'#' if anchor else ''}{anchor}"


def markdown_file(address: str) -> str:
    """Where the Markdown of a page lies below the folder that MkDocs reads."""
    return f"{address}index.md"


def twin_file(address: str) -> str:
    """Where the twin of a page lies, for programs."""
    return f"{address}index.json"


def table_file(address: str, ending: str) -> str:
    """Where the indicators of a decree or a position lie as a table, beside its page."""
    return f"{address}indikator.{ending}"


def data_file(name: str, folder: str = "") -> str:
    """Where a file with everything lies: `data/iki.json`; that of a pemda in a folder of its own:
    `data/kab-malang/iki.json`."""
    return f"{DATA}{folder}{name}"


def paper_file(address: str) -> str:
    """Where the copy of a decree to print and keep lies, beside its page."""
    return f"{address}{PAPER}"


def schema_file(name: str) -> str:
    """Where a JSON Schema lies, for editors and for who reads the data."""
    return f"{DATA}schema/{name}"


def ppid(key: Key) -> str:
    """What an officer of public information is told of a pemda or of an agency."""
    return f"{PPID}{page(key)}"


def digests(start: str) -> str:
    """Where the hashes of decrees lie, or those that begin with some digits."""
    return f"{VERIFY}sidik{'-' if start else ''}{start}.json"


def original(dokumen: Key) -> str:
    """The file of a decree itself, beside its page."""
    return f"{page(dokumen)}{ORIGINAL}"


def built(file: str) -> str:
    """Where what is written for MkDocs lies in the site."""
    is_page = file.endswith("index.md")
    return f"{file.removesuffix('md')}html" if is_page else file


def html_file(address: str) -> str:
    """Where a page that is HTML already lies below that folder."""
    return f"{address}index.html"
