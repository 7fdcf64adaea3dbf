"""Every kind of formula that holds no other."""

import re
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field

from generator.formula.kinds.ambang import Ambang
from generator.formula.kinds.bobot import Bobot
from generator.formula.kinds.daftar import Daftar
from generator.formula.kinds.hilang import Hilang
from generator.formula.kinds.jumlah import Jumlah
from generator.formula.kinds.latex import Latex
from generator.formula.kinds.nilai import Nilai
from generator.formula.kinds.persentase import Persentase
from generator.formula.kinds.rasio import Rasio
from generator.formula.kinds.rubrik import Rubrik
from generator.formula.kinds.ungkapan import Ungkapan
from generator.formula.kinds.uraian import Uraian
from generator.values.fields import Teks, text_unless, wrong
from generator.values.quotes import repeated

Sederhana = (
    Jumlah
    | Persentase
    | Rasio
    | Ungkapan
    | Bobot
    | Daftar
    | Ambang
    | Nilai
    | Uraian
    | Rubrik
    | Hilang
    | Latex
)


def from_short_form(value: Any) -> Any:
    """A plain text is a count when it begins with "Jumlah", else prose."""
    if not isinstance(value, str) or not value.strip():
        return value
    if fault := fault_of_signs(value.strip()):
        raise wrong(fault)
    if value.strip().lower().startswith("jumlah"):
        return {"jenis": "jumlah", "hitung": value}
    return {"jenis": "uraian", "uraian": value}


_LATEX = re.compile(r"\\[a-zA-Z]{2,}|\$[^$]+\$")


def fault_of_signs(text: str) -> str | None:
    """What to write instead of a formula in the signs of another program."""
    if re.match(r"=\s*[A-Za-z0-9(+-]", text):
        return (
            'berisi rumus Excel, yang tidak dibaca. Tulis dengan kata, misalnya "rumus: Jumlah '
            'surat"; atau di bawah "rumus:" tulis "jenis: persentase", "pembilang: …" dan '
            '"penyebut: …".'
        )
    if _LATEX.search(text):
        latex = repeated(text.strip("$").replace("'", "''"))
        return (
            'berisi LaTeX, yang tidak dibaca dalam satu baris. Di bawah "rumus:" tulis '
            f'"jenis: latex", "latex: \'{latex}\'" dan "teks: …" (kalimat yang membacakannya); '
            'atau "jenis: persentase", "pembilang: …" dan "penyebut: …".'
        )
    return None


LIKELY = ("jenis", "pembilang", "penyebut", "hitung", "ungkapan")
"""Fields by which one sees that a formula was meant, and no text."""

_WithKind = Annotated[Sederhana, Field(discriminator="jenis")]
RumusSederhana = Annotated[
    _WithKind,
    BeforeValidator(from_short_form, json_schema_input_type=Teks | _WithKind),
    text_unless({name for kind in get_args(Sederhana) for name in kind.model_fields}, LIKELY),
]
