"""Another formula for each case."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.formula.forms.sentence import condition
from generator.formula.forms.tex import words
from generator.formula.kinds.kind import Kind, finished
from generator.formula.kinds.sederhana import RumusSederhana
from generator.values.fields import Below, Model, Teks, wrong_at


def _no_cases_within(value: Any) -> Any:
    if isinstance(value, dict) and value.get("jenis") == "bersyarat":
        message = (
            "bersyarat tidak boleh di dalam bersyarat: jadikan satu daftar, dengan kedua syarat "
            'dalam satu "bila".'
        )
        raise wrong_at([Below(("jenis",), message)])
    return value


class Kasus(Model):
    """Satu keadaan dan rumusnya."""

    bila: Teks = Field(description="Keadaannya, misalnya ada pengaduan.")
    rumus: Annotated[RumusSederhana, BeforeValidator(_no_cases_within)] = Field(
        description="Rumus untuk keadaan itu: satu teks, atau jenis dengan unsurnya."
    )


class Bersyarat(Kind):
    """Rumus yang berlainan menurut keadaan."""

    label = "Bersyarat"
    is_drawn_in_words = True
    jenis: Literal["bersyarat"]
    butir: list[Kasus] = Field(
        min_length=1, description="Keadaan-keadaan, masing-masing dengan rumusnya."
    )

    def line(self) -> str:
        return "; ".join(f"{condition(each.bila)}: {each.rumus.line()}" for each in self.butir)

    def sentence(self) -> str:
        return " ".join(f"{when}: {rumus.sentence()}" for when, rumus in self.cases())

    def cases(self) -> list[tuple[str, Kind]]:
        return [(finished(condition(each.bila))[:-1], each.rumus) for each in self.butir]

    def tex(self) -> str | None:
        r"""`\begin{cases} … \end{cases}`, where every case is worked out; LaTeX that was written by
        hand could reach beyond its own."""
        if any(each.rumus.tree() is None for each in self.butir):
            return None
        told = (f"{each.rumus.tex()} & {words(condition(each.bila))}" for each in self.butir)
        return " ".join((r"\begin{cases}", r" \\ ".join(told), r"\end{cases}"))
