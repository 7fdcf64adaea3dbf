"""One thing for each of another: pembilang / penyebut, times a number."""

from typing import Literal

from pydantic import Field

from generator.formula.kinds.kind import Kind
from generator.formula.tree import Group, Node, Number, Operation, Term
from generator.values import numbers
from generator.values.fields import Angka, Teks


class Rasio(Kind):
    """Perbandingan dua hal."""

    label = "Rasio"
    jenis: Literal["rasio"]
    pembilang: Teks = Field(description="Yang di atas garis, misalnya Jumlah kelahiran.")
    penyebut: Teks = Field(description="Yang di bawah garis, misalnya Jumlah penduduk.")
    faktor: Angka | None = Field(None, description="Angka pengali, misalnya 1.000.")

    def tree(self) -> Node:
        ratio = Operation("/", Term("pembilang", self.pembilang), Term("penyebut", self.penyebut))
        if self.faktor is None:
            return ratio
        return Operation("×", Group(ratio), Number(numbers.show(self.faktor), self.faktor))
