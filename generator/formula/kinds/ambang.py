"""A threshold: less than 10 minutes a document."""

from typing import Literal

from pydantic import Field

from generator.formula.forms.sentence import spoken
from generator.formula.kinds.kind import Kind, finished
from generator.values.fields import Teks


class Ambang(Kind):
    """Batas yang harus dipenuhi."""

    label = "Ambang batas"
    jenis: Literal["ambang"]
    ukur: Teks = Field(description="Apa yang diukur, misalnya Waktu penyelesaian dokumen.")
    batas: Teks = Field(
        description="Batasnya dengan kata, misalnya kurang dari 10 atau paling lama 3."
    )

    def line(self) -> str:
        return f"{self.ukur}: {self._limit()}"

    def sentence(self) -> str:
        return finished(f"{spoken(self.ukur)} harus {spoken(self._limit()).replace('/', ' per ')}")

    def _limit(self) -> str:
        return f"{self.batas} {self.satuan}" if self.satuan else self.batas
