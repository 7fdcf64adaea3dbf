"""A formula that the source no longer shows. It is never invented."""

from typing import Literal

from markupsafe import Markup
from pydantic import Field

from generator.formula.kinds.kind import Kind, finished
from generator.values.fields import Nomor, Teks


class Hilang(Kind):
    """Rumus yang tidak terbaca pada naskah sumber."""

    label = "Tidak tersedia"
    is_drawn_in_words = True
    jenis: Literal["hilang"]
    sebab: Teks = Field(description="Mengapa tidak ada, misalnya gambar tidak terbaca.")
    halaman: Nomor | None = Field(None, description="Halaman naskah tempat rumus itu, misalnya 7.")

    def line(self) -> str:
        where = f", halaman {self.halaman}" if self.halaman else ""
        return f"(rumus tidak tersedia: {self.sebab}{where})"

    def sentence(self) -> str:
        return finished(self.line().strip("()"))

    def drawing(self) -> Markup:
        return Markup('<p class="rumus-teks rumus-hilang">{}</p>').format(self.sentence())
