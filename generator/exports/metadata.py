"""The sheets MS-Ind and MS-Var of Badan Pusat Statistik: what a decree says of their fields.

What it does not say stays empty, and is counted: nobody knows it but the agency.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.content import addresses
from generator.exports.columns import Column, Take, Value, cell
from generator.exports.tables import Row, Table
from generator.formula.kinds.kind import Kind
from generator.formula.tree import Term
from generator.model.documents import Indikator

_MEASURES = ("jumlah", "persentase", "rasio")
"""The kinds of formula whose name is a measure too."""


class Variable(NamedTuple):
    """Something that has to be known to work out an indicator."""

    row: Row
    rumus: Kind
    term: Term


def variables(rows: Iterable[Row]) -> Iterator[Variable]:
    """What each indicator is worked out from, in the order of its formula."""
    for row in rows:
        for rumus in _formulas(row):
            yield from (Variable(row, rumus, term) for term in rumus.terms())


def _formulas(row: Row) -> list[Kind]:
    """The formula of an indicator, or those of its cases."""
    rumus = row.line.rumus
    return [] if rumus is None else [rumus, *(each for _, each in rumus.cases())]


def _nothing(owner: object) -> None:
    """What no field of ours holds."""


def _definition(row: Row) -> Value:
    return cell(row.line.definisi_operasional) if isinstance(row.line, Indikator) else None


def _meaning(row: Row) -> Value:
    return row.line.makna if isinstance(row.line, Indikator) else None


def _formula(row: Row) -> Value:
    return row.line.rumus.line() if row.line.rumus else None


def _measure(row: Row) -> Value:
    rumus = row.line.rumus
    return rumus.label if rumus and rumus.jenis in _MEASURES else None


def _unit(row: Row) -> Value:
    return row.line.satuan or (row.line.rumus.satuan if row.line.rumus else None)


def _variables(row: Row) -> Value:
    return cell(list(dict.fromkeys(map(_name, variables([row])))))


def _name(variable: Variable) -> str:
    term = variable.term
    return variable.rumus.labels().get(term.name, term.words)


def _alias(variable: Variable) -> Value:
    """Only a sign that is not the name itself."""
    words = variable.term.words
    return words if words != _name(variable) else None


_INDICATOR: dict[str, Take] = {
    "Nama Indikator": lambda row: row.line.nama,
    "Konsep": _nothing,
    "Definisi": _definition,
    "Interpretasi": _meaning,
    "Metode/Rumus Penghitungan": _formula,
    "Ukuran": _measure,
    "Satuan": _unit,
    "Klasifikasi Penyajian": _nothing,
    "Indikator Komposit": _nothing,
    "Publikasi Ketersediaan Indikator Pembangun": _nothing,
    "Nama Indikator Pembangun": _nothing,
    "Kegiatan Penghasil Variabel Pembangun": _nothing,
    "Kode Kegiatan": _nothing,
    "Nama Variabel Pembangun": _variables,
    "Level Estimasi": _nothing,
    "Dapat Diakses Umum": _nothing,
}
_VARIABLE: dict[str, Take] = {
    "Nama Variabel": _name,
    "Alias": _alias,
    "Konsep": _nothing,
    "Definisi": _nothing,
    "Referensi Pemilihan": _nothing,
    "Referensi Waktu": lambda variable: variable.rumus.periode,
    "Tipe Data": _nothing,
    "Klasifikasi Isian": _nothing,
    "Aturan Validasi": _nothing,
    "Kalimat Pertanyaan": _nothing,
    "Dapat Diakses Umum": _nothing,
}


def _sheet(name: str, fields: dict[str, Take], row: Take) -> Table:
    def empty(owner: object) -> int:
        return sum(take(owner) is None for take in fields.values())

    return Table(
        name,
        [
            Column("Alamat", "", row),
            *(Column(heading, "", take) for heading, take in fields.items()),
            Column("Belum diisi", "", empty, "integer"),
        ],
        tuple,
    )


def _address(row: Row) -> str:
    return addresses.indikator(row.entry.key, row.line.id)


MS_IND = _sheet("MS-Ind", _INDICATOR, _address)
MS_VAR = _sheet("MS-Var", _VARIABLE, lambda variable: _address(variable.row))
