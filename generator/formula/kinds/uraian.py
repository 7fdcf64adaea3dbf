"""Prose: what the decree says where it gives no formula."""

from typing import Literal

from pydantic import Field

from generator.formula.forms.sentence import spoken
from generator.formula.kinds.kind import Kind, finished
from generator.values.fields import Teks


class Uraian(Kind):
    """Penjelasan dengan kata-kata."""

    label = "Kalimat, bukan rumus"
    jenis: Literal["uraian"]
    uraian: Teks = Field(
        description="Penjelasannya dengan kata-kata, misalnya Dihitung dari hasil survei."
    )

    def line(self) -> str:
        return self.uraian

    def sentence(self) -> str:
        return finished(spoken(self.uraian))
