"""Which laws a text cites, however it writes them: `UU 23/2014` is `Undang-Undang Nomor 23 Tahun
2014 tentang Pemerintahan Daerah (Lembaran Negara …)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.words import words

OTHERS = "Peraturan menteri dan lembaga"
FORMS = (
    "Undang-Undang Dasar",
    "Undang-Undang",
    "Peraturan Pemerintah Pengganti Undang-Undang",
    "Peraturan Pemerintah",
    "Peraturan Presiden",
    "Keputusan Presiden",
    "Instruksi Presiden",
    OTHERS,
    "Peraturan Daerah",
    "Peraturan Gubernur",
    "Peraturan Bupati",
    "Peraturan Walikota",
)
"""What laws are, from the highest on."""
LAST = len(FORMS)
"""The rank of a text in which no number is found."""

_SHORT = {
    "uu": "Undang-Undang",
    "perpu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpres": "Peraturan Presiden",
    "keppres": "Keputusan Presiden",
    "inpres": "Instruksi Presiden",
    "permendagri": "Peraturan Menteri Dalam Negeri",
    "perda": "Peraturan Daerah",
    "pergub": "Peraturan Gubernur",
    "perbup": "Peraturan Bupati",
    "perwali": "Peraturan Walikota",
    "perwal": "Peraturan Walikota",
}
_LONG = "Undang[- ]?Undang|Peraturan|Keputusan|Instruksi|Surat Edaran|Surat Keputusan|Qanun"
_NUMBER = r"(?P<number>[\w./-]*\d[\w./-]*(?: [A-Z.]+/[\w./-]+)?)"
_YEAR = r"(?:,? Tahun (?P<year>\d{4})\b)?"
_END = r"(?=[ ,]*(?:\(|;|\.?$|sebagaimana\b|jo\b|juncto\b))"
_ABOUT = rf"(?=(?:,? tentang (?P<about>[^;(]{{1,300}}?){_END})?)"
_CITED = re.compile(
    rf"\b(?:(?P<long>(?:{_LONG})(?: (?!tentang\b|nomor\b|no\b|tahun\b)[\w./&,-]+){{0,14}}?)"
    rf",? (?:Nomor|No)\b[ .:]*|(?P<short>{'|'.join(_SHORT)})\b(?: (?:Nomor|No)\b)?[ .:]*)"
    rf"{_NUMBER}{_YEAR}{_ABOUT}",
    re.IGNORECASE,
)
_CONSTITUTION = re.compile(
    r"\bUUD(?: Tahun)? 1945|Undang[- ]?Undang Dasar\b[^;,(]{0,60}?\b1945", re.IGNORECASE
)
_WITH_YEAR = re.compile(r"(\d+)/((?:19|20)\d\d)")
_ENDS_WITH_YEAR = re.compile(r"((?:19|20)\d\d)$")


@dataclass(frozen=True)
class Law:
    """A law that a text cites."""

    form: str
    """What it is: `Undang-Undang`; empty for a text in which no number is found."""
    number: str
    year: str
    about: str

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same for every way to write it."""
        number = (word.lstrip("0") or "0" for word in words(self.number))
        return (
            (_plain(self.form), *number, "tahun", self.year)
            if self.form
            else tuple(words(self.about))
        )

    @property
    def name(self) -> str:
        """`Undang-Undang Nomor 23 Tahun 2014`; the text itself where no number is found."""
        if not self.form:
            return self.about
        number = f" Nomor {self.number}" if self.number else ""
        return f"{self.form}{number}{f' Tahun {self.year}' if self.year else ''}"

    @property
    def rank(self) -> int:
        """The place of its form in `FORMS`; of another form between those of the country and of a
        region, and of a text without a number at the end."""
        if not self.form:
            return LAST
        plain = _plain(self.form)
        ranks = [place for place, form in enumerate(FORMS) if plain.startswith(_plain(form))]
        return ranks[0] if ranks else FORMS.index(OTHERS)


def _plain(form: str) -> str:
    return " ".join(words(form)).replace("wali kota", "walikota")


def cited(text: str) -> Iterator[Law]:
    """Every law in a text, each once; the text itself where no number is found."""
    line = " ".join(text.split())
    found = {law.key: law for law in reversed([*_constitution(line), *_numbered(line)])}
    if not found:
        yield Law("", "", "", line.rstrip(" .;,"))
    yield from reversed(found.values())


def _constitution(line: str) -> Iterator[Law]:
    if _CONSTITUTION.search(line):
        yield Law("Undang-Undang Dasar", "", "1945", "")


def _numbered(line: str) -> Iterator[Law]:
    for match in _CITED.finditer(line):
        number, year = match["number"].strip(".-/"), match["year"] or ""
        if not year and (both := _WITH_YEAR.fullmatch(number)):
            number, year = both.groups()
        yield Law(_form(match), number, year, (match["about"] or "").strip(" .,"))


def _form(match: re.Match[str]) -> str:
    """A form by its full name; one that has one name everywhere as it is written everywhere."""
    said = _SHORT[match["short"].lower()] if match["short"] else match["long"].strip(" ,")
    return next((form for form in FORMS if _plain(form) == _plain(said)), said)


def year(law: Law) -> str:
    """The year of a law, also where only its number tells it; empty where nothing does."""
    ending = _ENDS_WITH_YEAR.search(law.number)
    return law.year or (ending[1] if ending else "")
