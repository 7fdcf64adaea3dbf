"""A value that somebody else assesses."""

from typing import Literal

from pydantic import Field

from generator.fields import Teks
from generator.formula.kind import Kind, finished
from generator.formula.sentence import spoken


class Nilai(Kind):
    """Nilai yang ditetapkan oleh pihak lain."""

    jenis: Literal["nilai"]
    nilai: Teks = Field(description="Nilai apa, misalnya Nilai Evaluasi AKIP.")
    penilai: Teks | None = Field(None, description="Siapa yang menilai.")

    def line(self) -> str:
        return self.nilai

    def sentence(self) -> str:
        by_whom = f", ditetapkan oleh {self.penilai}" if self.penilai else ""
        return finished(f"{spoken(self.nilai)}{by_whom}")
