"""Formulas: the eleven kinds, each a class beside its siblings.

tree -> forms, grammar, value -> kinds
"""

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
from generator.formula.kinds.ungkapan import Ungkapan
from generator.formula.kinds.uraian import Uraian
from generator.values.fields import text_unless

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

LABELS: dict[str, str] = {
    get_args(kind.model_fields["jenis"].annotation)[0]: kind.label for kind in get_args(Kinds)
}
"""What each kind is called, by its `jenis`."""


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
