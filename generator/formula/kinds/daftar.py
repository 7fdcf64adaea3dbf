"""Several counts under one indicator."""

from typing import Literal

from markupsafe import Markup
from pydantic import Field

from generator.formula.forms.sentence import spoken
from generator.formula.kinds.kind import Kind, finished, list_block
from generator.formula.tree import Node, Term, total
from generator.values.fields import Teks


class Daftar(Kind):
    """Beberapa hitungan: dijumlahkan, atau masing-masing sendiri."""

    label = "Daftar hitungan"
    is_drawn_in_words = True
    jenis: Literal["daftar"]
    butir: list[Teks] = Field(
        min_length=1,
        description="Hitungan-hitungannya, satu butir tiap hitungan, misalnya Jumlah surat masuk.",
    )
    gabung: Literal["jumlahkan", "terpisah"] = Field(
        "terpisah", description="jumlahkan: satu hasil; terpisah: masing-masing sendiri."
    )

    def tree(self) -> Node | None:
        if self.gabung == "terpisah":
            return None
        return total(*(Term(f"butir_{n}", each) for n, each in enumerate(self.butir, 1)))

    def line(self) -> str:
        return (" + " if self.gabung == "jumlahkan" else "; ").join(self.butir)

    def sentence(self) -> str:
        said = "; ".join(map(spoken, self.butir))
        if self.gabung == "jumlahkan":
            return finished(f"jumlah dari: {said}")
        return finished(f"dihitung masing-masing: {said}")

    def drawing(self) -> Markup:
        return list_block(self.butir)
