"""How a page or an indicator is cited: in one line, and for programs that keep references."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.content.content import Entry
from generator.content.wording import edition_name, long_date
from generator.model.documents import Dokumen, Indikator, Jabatan
from generator.pages.parts import Perspective
from generator.values.characters import one_line
from generator.values.fields import Model


@dataclass(frozen=True)
class Record:
    """The same for a program: the name of the file, and an address that holds it."""

    name: str
    file: str
    href: str


@dataclass(frozen=True)
class Citation:
    text: str
    address: str
    """Whole; empty where that of the site is not known, and of a draft."""
    records: list[Record]
    """None without an address; those of an indicator are made from these by the page's script, for
    with them the page would weigh twice as much."""


@dataclass(frozen=True)
class _Known:
    """What a citation says of a decree, or of a part of it."""

    key: str
    title: str
    author: str
    document: Dokumen
    year: str
    address: str


def of_dokumen(see: Perspective, entry: Entry[Dokumen]) -> Citation:
    """How the page of a decree is cited."""
    title = see.readable(entry.document.judul)
    about = see.readable(entry.document.tentang)
    is_said = about.casefold() in title.casefold()
    word = see.w.kutipan.dokumen if is_said else see.w.kutipan.dokumen_tentang
    text = word.format(**_origin(see, entry), naskah=_decree(see, entry), tentang=about)
    whole = title if is_said else see.w.kutipan.judul_tentang.format(judul=title, tentang=about)
    return _citation(see, entry, text, whole)


def of_jabatan(see: Perspective, entry: Entry[Jabatan]) -> Citation:
    """How the page of a position is cited."""
    title = see.title(entry)
    if entry.document.is_position:
        title = see.w.kutipan.jabatan.format(jabatan=title)
    return _part(see, entry, title)


def of_indikator(see: Perspective, entry: Entry[Jabatan], indikator: Indikator) -> Citation:
    """How an indicator is cited, by its permanent address."""
    title = see.w.kutipan.indikator.format(indikator=indikator.nama, jabatan=see.title(entry))
    return _part(see, entry, title, indikator.id)


def _part(see: Perspective, entry: Entry[Jabatan], title: str, id: str = "") -> Citation:
    decree = _decree(see, see.content.dokumen_of(entry))
    text = see.w.kutipan.bagian.format(**_origin(see, entry), judul=title, naskah=decree)
    return _citation(see, entry, text, title, id)


def _citation(
    see: Perspective, entry: Entry[Model], text: str, title: str, id: str = ""
) -> Citation:
    address = see.whole(entry.key, id)
    if not address:
        return Citation(text, "", [])
    dokumen = see.content.entries[entry.key[:3]].document
    assert isinstance(dokumen, Dokumen)
    author = " ".join(_origin(see, entry).values())
    year = entry.key[2][:4]
    known = _Known("-".join(entry.key), one_line(title), author, dokumen, year, address)
    return Citation(text, address, [] if id else list(_records(see, known)))


def _origin(see: Perspective, entry: Entry[Model]) -> dict[str, str]:
    return {"instansi": see.instansi_name(entry.key), "pemda": see.pemda_name(entry.key)}


def _decree(see: Perspective, entry: Entry[Dokumen]) -> str:
    """Title, number and date; of one without a date the edition."""
    document = entry.document
    day = document.tanggal_ditetapkan
    decree = see.readable(document.judul) + _number(see, document)
    when = long_date(day) if day else edition_name(entry.key[2])
    return decree if when in decree else f"{decree}, {when}"


def _number(see: Perspective, document: Dokumen) -> str:
    if not document.nomor:
        return ""
    complete, with_hole = see.w.kutipan.nomor, see.w.kutipan.nomor_tidak_lengkap
    word = complete if document.nomor_lengkap else with_hole
    return f" {word.format(nomor=document.nomor)}"


def _records(see: Perspective, known: _Known) -> list[Record]:
    forms = {
        (see.w.kutipan.ris, "ris", "application/x-research-info-systems"): _ris(known),
        (see.w.kutipan.bibtex, "bib", "application/x-bibtex"): _bibtex(known),
    }
    return [
        Record(name, f"{known.key}.{ending}", f"data:{kind};charset=utf-8,{quote(text, safe='')}")
        for (name, ending, kind), text in forms.items()
    ]


def _ris(known: _Known) -> str:
    """The script of the page adds the day of retrieval before its last line."""
    day = known.document.tanggal_ditetapkan
    fields = {
        "TY": "GOVDOC",
        "AU": known.author,
        "TI": known.title,
        "PY": known.year,
        "DA": day and f"{day:%Y/%m/%d}",
        "M1": known.document.nomor,
        "LA": "id",
        "UR": known.address,
    }
    lines = [f"{name}  - {one_line(value)}" for name, value in fields.items() if value]
    return "\r\n".join([*lines, "ER  - ", ""])


_BIBTEX = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {sign: f"\\{sign}" for sign in "{}%#$&_"}
)


def _bibtex(known: _Known) -> str:
    day = known.document.tanggal_ditetapkan
    fields = {
        "author": f"{{{known.author.translate(_BIBTEX)}}}",
        "title": f"{{{known.title.translate(_BIBTEX)}}}",
        "year": known.year,
        "date": day and day.isoformat(),
        "number": known.document.nomor and one_line(known.document.nomor).translate(_BIBTEX),
        "language": "indonesian",
        "url": known.address,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{known.key},\n" + ",\n".join(lines) + "\n}\n"
