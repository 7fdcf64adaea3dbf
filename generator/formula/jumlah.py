"""A count: 70 of 100 real formulas."""

from typing import Literal

from markupsafe import Markup
from pydantic import Field

from generator.fields import Teks
from generator.formula.kind import Kind, text_block
from generator.formula.tree import Term


class Jumlah(Kind):
    """Banyaknya sesuatu."""

    jenis: Literal["jumlah"]
    hitung: Teks = Field(description="Apa yang dihitung, misalnya Jumlah desa.")

    def tree(self) -> Term:
        return Term("hitung", self.hitung)

    def drawing(self) -> Markup:
        return text_block(self.hitung)
