"""Formulas: the eleven kinds, each a class beside its siblings.

tree -> grammar -> line -> sentence -> mathml -> tex -> mathjson -> drawing -> value -> kind
     -> variabel -> the kinds
"""

from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field

from generator.fields import text_unless
from generator.formula.ambang import Ambang
from generator.formula.bobot import Bobot
from generator.formula.daftar import Daftar
from generator.formula.hilang import Hilang
from generator.formula.jumlah import Jumlah
from generator.formula.latex import Latex
from generator.formula.nilai import Nilai
from generator.formula.persentase import Persentase
from generator.formula.rasio import Rasio
from generator.formula.ungkapan import Ungkapan
from generator.formula.uraian import Uraian

Kinds = (
    Jumlah
    | Persentase
    | Rasio
    | Ungkapan
    | Bobot
    | Daftar
    | Ambang
    | Nilai
    | Uraian
    | Hilang
    | Latex
)


def _from_short_form(value: Any) -> Any:
    """A plain text is a count when it begins with "Jumlah", else prose."""
    if not isinstance(value, str) or not value.strip():
        return value
    if value.strip().lower().startswith("jumlah"):
        return {"jenis": "jumlah", "hitung": value}
    return {"jenis": "uraian", "uraian": value}


_FIELDS = {name for kind in get_args(Kinds) for name in kind.model_fields}

Rumus = Annotated[
    Kinds,
    Field(discriminator="jenis"),
    BeforeValidator(_from_short_form),
    text_unless(_FIELDS, likely=("jenis", "pembilang", "penyebut", "hitung", "ungkapan")),
]
