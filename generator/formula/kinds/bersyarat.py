"""Another formula for each case."""

from typing import Literal

from markupsafe import Markup
from pydantic import Field

from generator.formula.forms.sentence import spoken
from generator.formula.forms.tex import words
from generator.formula.kinds.kind import Kind, case_block, finished
from generator.formula.kinds.sederhana import RumusSederhana
from generator.values.fields import Model, Teks


class Kasus(Model):
    """Satu keadaan dan rumusnya."""

    bila: Teks = Field(description="Keadaannya, misalnya ada pengaduan.")
    rumus: RumusSederhana = Field(
        description="Rumus untuk keadaan itu: satu teks, atau jenis dengan unsurnya."
    )


class Bersyarat(Kind):
    """Rumus yang berlainan menurut keadaan."""

    label = "Bersyarat"
    jenis: Literal["bersyarat"]
    butir: list[Kasus] = Field(
        min_length=1, description="Keadaan-keadaan, masing-masing dengan rumusnya."
    )

    def line(self) -> str:
        return "; ".join(f"bila {each.bila}: {each.rumus.line()}" for each in self.butir)

    def sentence(self) -> str:
        return " ".join(
            finished(f"bila {spoken(each.bila)}: {each.rumus.sentence()}") for each in self.butir
        )

    def drawing(self) -> Markup:
        return case_block([(each.bila, each.rumus.drawing()) for each in self.butir])

    def legend(self) -> list[tuple[str, str, Markup | None]]:
        return [row for each in self.butir for row in each.rumus.legend()]

    def tex(self) -> str | None:
        r"""`\begin{cases} … \end{cases}`, where every case has a formula."""
        rows = [(each.rumus.tex(), each.bila) for each in self.butir]
        if any(formula is None for formula, _ in rows):
            return None
        told = (rf"{formula} & {words(bila)}" for formula, bila in rows)
        return r"\begin{cases} " + r" \\ ".join(told) + r" \end{cases}"
