"""Rules about formulas."""

import re
from collections.abc import Iterator

from generator.content.content import Content, Entry
from generator.formula.grammar import Expression
from generator.formula.kinds.jumlah import Jumlah
from generator.formula.kinds.kind import Kind
from generator.formula.kinds.persentase import Persentase
from generator.formula.kinds.rasio import Rasio
from generator.formula.kinds.sederhana import fault_of_signs
from generator.formula.kinds.ungkapan import Ungkapan
from generator.formula.kinds.uraian import Uraian
from generator.formula.kinds.variabel import Variabel
from generator.formula.tree import terms
from generator.model.columns import normal
from generator.model.documents import Jabatan
from generator.rules.quality.noted import is_noted, warning
from generator.rules.registry import rule
from generator.source.problem import Problem, Severity
from generator.source.source import Location
from generator.values.quotes import repeated

_PERCENT = re.compile(
    r"(?:[^/:÷]*?=)?\s*\(?\s*(?P<above>[^/÷=]*\S)\s*[/÷]\s*(?P<below>[^/÷=]*?\S)\s*\)?\s*"
    r"[x×*·]\s*100\s*%?\.?",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?P<above>(?:(?! dibagi ).){3,}?)\s+dibagi\s+(?:dengan\s+)?"
    r"(?P<below>(?:(?! dibagi ).){3,}?)\s+"
    r"(?:dikalikan|dikali|kali|x|×|\*)\s+(?:dengan\s+)?100\s*(?:%|persen)?\.?",
    re.IGNORECASE,
)
_TIMES_100 = re.compile(r"\s*\)?\s*[x×*·]\s*100\s*%?\s*$", re.IGNORECASE)


def _formulas(entry: Entry[Jabatan]) -> Iterator[tuple[Location, Kind]]:
    """Every formula with its place."""
    for place, indikator in entry.document.places():
        for number, each in enumerate(indikator.lines()):
            where = (*place, "rincian", number - 1) if number else place
            if each.rumus:
                yield (*where, "rumus"), each.rumus


def _unexplained(entry: Entry[Jabatan]) -> Iterator[tuple[Location, Kind]]:
    """Those about which no `catatan` says that the decree has them so."""
    for location, formula in _formulas(entry):
        if not is_noted(entry.source, location):
            yield location, formula


@rule(Jabatan)
def shares_are_written_as_shares(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Pembagian kali 100% ditulis sebagai persentase, bukan sebagai kalimat."""
    for location, formula in _unexplained(entry):
        field = "uraian" if isinstance(formula, Uraian) else "hitung"
        text = getattr(formula, field) if isinstance(formula, Uraian | Jumlah) else ""
        if found := _PERCENT.fullmatch(text) or _SPOKEN.fullmatch(text):
            message = (
                'rumus ini dapat digambar dan dihitung bila ditulis di bawah "rumus:" sebagai '
                f'"jenis: persentase", "pembilang: {repeated(found["above"])}" dan '
                f'"penyebut: {repeated(found["below"].rstrip(") "))}".'
            )
            inner = (*location, field)
            yield warning(entry, inner if inner in entry.source.values else location, message)


@rule(Jabatan)
def formulas_are_words(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Bagian rumus ditulis dengan kata, bukan dengan tanda Excel atau LaTeX."""
    for location, formula in _formulas(entry):
        for field in ("hitung", "pembilang", "penyebut", "uraian"):
            text = getattr(formula, field, "")
            if isinstance(text, str) and fault_of_signs(text):
                message = (
                    f'"{field}" berisi tanda Excel atau LaTeX, yang tampil apa adanya. Tulis '
                    'dengan kata, misalnya "Jumlah surat yang masuk".'
                )
                yield warning(entry, (*location, field), message)


@rule(Jabatan)
def a_factor_is_no_part_of_a_term(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Kali 100% bukan bagian dari pembilang atau penyebut."""
    for location, formula in _formulas(entry):
        for field in ("pembilang", "penyebut") if isinstance(formula, Persentase | Rasio) else ():
            text = getattr(formula, field)
            if found := _TIMES_100.search(text):
                message = (
                    f'"{found[0].strip(" )")}" sudah ditambahkan sendiri pada persentase. '
                    f'Tulis "{repeated(text[: found.start()])}".'
                )
                yield warning(entry, (*location, field), message)


@rule(Jabatan)
def shares_have_two_terms(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Pembilang dan penyebut tidak sama."""
    for location, formula in _unexplained(entry):
        if isinstance(formula, Persentase | Rasio) and _same(formula.pembilang, formula.penyebut):
            message = (
                "penyebut sama dengan pembilang, sehingga hasilnya selalu sama. Periksa naskah; "
                "bila tercetak begitu, jelaskan di catatan."
            )
            yield warning(entry, (*location, "penyebut"), message)


def _same(first: str, second: str) -> bool:
    return normal(first) == normal(second)


@rule(Jabatan)
def every_variable_is_used(content: Content, entry: Entry[Jabatan]) -> Iterator[Problem]:
    """Tiap variabel dipakai dalam ungkapan."""
    for location, formula in _formulas(entry):
        if isinstance(formula, Ungkapan):
            for name in _unused(formula):
                message = (
                    f'variabel "{name}" tidak dipakai dalam ungkapan. '
                    "Hapus, atau lengkapi ungkapannya."
                )
                place = (*location, "variabel", name)
                yield entry.source.key_problem(place, message, "mutu", Severity.INGAT)


def _unused(formula: Ungkapan) -> list[str]:
    inner = [each.ungkapan for each in formula.variabel.values() if isinstance(each, Variabel)]
    trees = [each.tree for each in (formula.ungkapan, *inner) if isinstance(each, Expression)]
    used = {term.name for tree in trees for term in terms(tree)}
    return [name for name in formula.variabel if name not in used]
