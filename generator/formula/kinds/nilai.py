"""A value that somebody else assesses."""

from typing import Literal

from pydantic import Field

from generator.formula.forms.sentence import spoken
from generator.formula.kinds.kind import Kind, finished
from generator.values.fields import Teks


class Nilai(Kind):
    """Nilai yang ditetapkan oleh pihak lain."""

    label = "Dinilai pihak lain"
    jenis: Literal["nilai"]
    nilai: Teks = Field(description="Nilai apa, misalnya Nilai Evaluasi AKIP.")
    penilai: Teks | None = Field(None, description="Siapa yang menilai, misalnya Inspektorat.")

    def line(self) -> str:
        return self.nilai

    def sentence(self) -> str:
        by_whom = f", ditetapkan oleh {self.penilai}" if self.penilai else ""
        return finished(f"{spoken(self.nilai)}{by_whom}")
