"""What stands in a cell, as the fields of an indicator and of its goal hold it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import get_args

from pydantic import TypeAdapter, ValidationError

from generator.importing.blocks import Cell
from generator.importing.flat import cell_text, marked, text_of
from generator.importing.formulas import formula
from generator.importing.lines import Fields, Said, Value, doubt
from generator.importing.lists import listed
from generator.importing.marks import mark
from generator.importing.rows import without_label
from generator.model.columns import Column, Kolom
from generator.model.documents import Indikator
from generator.values.fields import Bobot

_CHOICES = {
    name: get_args(get_args(Indikator.model_fields[name].annotation)[0])
    for name in ("polarisasi", "periode_pelaporan", "tipe_perhitungan")
}
_TEXTS = (
    Kolom.PENANGGUNG_JAWAB,
    Kolom.PENYEDIA_DATA,
    Kolom.SATUAN,
    Kolom.MAKNA,
    Kolom.ALASAN_PEMILIHAN,
    Kolom.KETERANGAN,
)
_OF_PERIODS = (Kolom.TARGET, Kolom.REALISASI, Kolom.CAPAIAN)


def paragraphs(cell: Cell) -> list[str]:
    """The paragraphs of a cell, each on one line; one that begins low goes on with the last."""
    found: list[str] = []
    for paragraph in cell.paragraphs:
        text = " ".join(filter(None, map(text_of, marked(paragraph))))
        if found and text[:1].islower() and not mark(text):
            found[-1] += f" {text}"
        elif text:
            found.append(text)
    return found


def sources(cell: Cell) -> list[Value]:
    """One text for each source, with no mark before it."""
    found: list[str] = []
    for text in paragraphs(cell):
        marked = mark(text)
        found.append(marked.rest if marked else text)
    return [text for text in found if text.strip("-")]


def definition(cell: Cell) -> list[Value]:
    """The paragraphs of what a name means, with the lists among them."""
    found: list[Value] = []
    items: list[Said] = []
    for number, text in enumerate(paragraphs(cell)):
        told = text if number else without_label(text)
        if mark(told):
            items.append(Said(told, cell.place))
            continue
        found += _below(items)
        items = []
        found += [told] if told else []
    return [*found, *_below(items)]


def _below(items: Sequence[Said]) -> Iterator[Value]:
    if items:
        found = listed(items)
        numbering: Fields = {} if found.numbering == "huruf" else {"penomoran": found.numbering}
        yield {**numbering, "butir": found.items}


def fill(fields: Fields, column: Column, cell: Cell, year: str) -> None:
    """Put what stands in a cell where it belongs; what no field takes, under its heading."""
    text = cell_text(cell)
    if not text or text == "-":
        return
    taker = _TAKERS.get(column.kolom) if column.kolom else None
    is_taken = column.kolom not in _OF_PERIODS and (column.kolom or "") in fields
    if is_taken or not (taker and taker(fields, column, cell, year)):
        other = fields.setdefault("lainnya", {})
        assert isinstance(other, dict)
        other[column.name] = f"{other.get(column.name, '')} {text}".strip()


def _text(fields: Fields, column: Column, cell: Cell, year: str) -> bool:
    assert column.kolom
    fields[column.kolom.value] = cell_text(cell)
    return True


def _formula(fields: Fields, column: Column, cell: Cell, year: str) -> bool:
    fields["rumus"] = found = formula(cell)
    assert isinstance(found, str | dict)
    if isinstance(found, str):
        return True
    if found["jenis"] == "hilang":
        doubt(fields, "rumus", "rumus dalam naskah berupa gambar; tulis menurut naskah")
    elif found["jenis"] == "uraian":
        doubt(fields, "rumus", "rumus ini belum terurai; susun pembilang dan penyebutnya")
    return True


def _sources(fields: Fields, column: Column, cell: Cell, year: str) -> bool:
    fields["sumber_data"] = sources(cell)
    return True


def _definition(fields: Fields, column: Column, cell: Cell, year: str) -> bool:
    fields["definisi_operasional"] = definition(cell)
    return True


def _weight(fields: Fields, column: Column, cell: Cell, year: str) -> bool:
    try:
        TypeAdapter(Bobot).validate_python(cell_text(cell))
    except ValidationError:
        return False
    return _text(fields, column, cell, year)


def _choice(fields: Fields, column: Column, cell: Cell, year: str) -> bool:
    assert column.kolom
    said = cell_text(cell)
    if said not in _CHOICES[column.kolom.value]:
        return False
    fields[column.kolom.value] = said
    return True


def _baseline(fields: Fields, column: Column, cell: Cell, year: str) -> bool:
    known: Fields = {"tahun": column.period} if len(column.period) == 4 else {}
    fields["baseline"] = {**known, "nilai": cell_text(cell)}
    return True


def _of_period(fields: Fields, column: Column, cell: Cell, year: str) -> bool:
    """A value for the year or quarter of its column; of none, for that of the decree."""
    assert column.kolom
    period = column.period or year
    if re.match(r"(?:tw|s)\d", period):
        period = f"{year}-{period}" if year else ""
    if not period:
        return False
    values = fields.setdefault(column.kolom.value, {})
    assert isinstance(values, dict)
    if period in values:
        return False
    values[period] = cell_text(cell)
    return True


_TAKERS: dict[Kolom, Callable[[Fields, Column, Cell, str], bool]] = {
    Kolom.RUMUS: _formula,
    Kolom.SUMBER_DATA: _sources,
    Kolom.DEFINISI_OPERASIONAL: _definition,
    Kolom.BOBOT: _weight,
    Kolom.BASELINE: _baseline,
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(map(Kolom, _CHOICES), _choice),
    **dict.fromkeys(_OF_PERIODS, _of_period),
}
