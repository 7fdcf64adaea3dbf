"""One thing for each of another: pembilang / penyebut, times a number."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.formula.kinds.kind import Kind
from generator.formula.tree import Group, Node, Number, Operation, Term
from generator.values import numbers
from generator.values.fields import Angka, Penyebut, Teks, wrong


def _no_lost_thousands(value: Any) -> Any:
    """`1,000` is one with three zeros behind it; who writes so means a thousand."""
    if isinstance(value, str) and re.fullmatch(r"\s*[1-9]\d{0,2}(?:,000)+\s*", value, re.ASCII):
        thousands = value.strip().replace(",", ".")
        raise wrong(f'ribuan memakai titik, bukan koma: tulis "{thousands}".')
    return value


class Rasio(Kind):
    """Perbandingan dua hal."""

    label = "Rasio"
    jenis: Literal["rasio"]
    pembilang: Teks = Field(description="Yang di atas garis, misalnya Jumlah kelahiran.")
    penyebut: Penyebut = Field(description="Yang di bawah garis, misalnya Jumlah penduduk.")
    faktor: Annotated[Angka, BeforeValidator(_no_lost_thousands)] | None = Field(
        None, description="Angka pengali, misalnya 1.000."
    )

    def tree(self) -> Node:
        ratio = Operation("/", Term("pembilang", self.pembilang), Term("penyebut", self.penyebut))
        if self.faktor is None:
            return ratio
        return Operation("×", Group(ratio), Number(numbers.show(self.faktor), self.faktor))
