"""A share in percent: pembilang / penyebut × 100%."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.formula.kinds.kind import Kind
from generator.formula.tree import Group, Node, Number, Operation, Term
from generator.values.fields import Penyebut, Teks, wrong


def _factor(value: Any) -> Any:
    """`100%`, or `100` where the decree leaves the sign out: both mean percent."""
    if isinstance(value, str) and value.replace(" ", "") not in ("100%", "100"):
        is_hundred = re.fullmatch(r"[x×*]?\s*100\s*%?", value.strip(), re.IGNORECASE)
        remedy = 'Tulis "100%".' if is_hundred else 'Untuk faktor lain pakai jenis "rasio".'
        raise wrong(f'hanya boleh "100%" atau "100". {remedy}')
    return value.replace(" ", "") if isinstance(value, str) else value


_Hundred = Annotated[
    Any,
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^\s*100\s*%?\s*$",
            "minimum": 100,
            "maximum": 100,
        }
    ),
]


class Persentase(Kind):
    """Bagian dari keseluruhan, dalam persen. Boleh melebihi 100."""

    label = "Persentase"
    makes_a_good_example = True
    jenis: Literal["persentase"]
    pembilang: Teks = Field(
        description="Yang di atas garis, misalnya Jumlah surat yang tepat waktu."
    )
    penyebut: Penyebut = Field(description="Yang di bawah garis, misalnya Jumlah surat.")
    faktor: Annotated[str, BeforeValidator(_factor, json_schema_input_type=_Hundred)] = Field(
        "100%",
        description="Pengalinya: 100%, atau misalnya 100 bila naskah tidak menulis tanda persen.",
    )

    def unit(self, of_indicator: str | None) -> str:
        return "%"

    def tree(self) -> Node:
        share = Operation("/", Term("pembilang", self.pembilang), Term("penyebut", self.penyebut))
        return Operation("×", Group(share), Number(self.faktor, Decimal(100)))
