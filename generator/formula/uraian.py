"""Prose: what the decree says where it gives no formula."""

from typing import Literal

from pydantic import Field

from generator.fields import Teks
from generator.formula.kind import Kind, finished
from generator.formula.sentence import spoken


class Uraian(Kind):
    """Penjelasan dengan kata-kata."""

    jenis: Literal["uraian"]
    uraian: Teks = Field(description="Penjelasannya.")

    def line(self) -> str:
        return self.uraian

    def sentence(self) -> str:
        return finished(spoken(self.uraian))
