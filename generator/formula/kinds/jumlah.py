"""A count: 70 of 100 real formulas."""

from typing import Literal

from markupsafe import Markup
from pydantic import Field

from generator.formula.kinds.kind import Kind, text_block
from generator.formula.tree import Term
from generator.values.fields import Teks


class Jumlah(Kind):
    """Banyaknya sesuatu."""

    label = "Jumlah"
    jenis: Literal["jumlah"]
    hitung: Teks = Field(description="Apa yang dihitung, misalnya Jumlah desa yang dibina.")

    def tree(self) -> Term:
        return Term("hitung", self.hitung)

    def drawing(self) -> Markup:
        return text_block(self.hitung)
