"""Points for conditions: 0 where nothing is there, 4 where it was begun, 10 where it is done."""

from typing import Literal

from markupsafe import Markup
from pydantic import Field

from generator.formula.forms.sentence import condition
from generator.formula.kinds.kind import Kind, finished
from generator.values.fields import Model, Teks


class ButirRubrik(Model):
    """Satu nilai dan syaratnya."""

    nilai: Teks = Field(description="Nilai yang diberikan, misalnya 4.")
    bila: Teks = Field(description="Kapan nilai itu diberikan, misalnya laporan sudah disusun.")


class Rubrik(Kind):
    """Nilai menurut keadaan yang tercapai."""

    label = "Rubrik penilaian"
    is_drawn_in_words = True
    jenis: Literal["rubrik"]
    butir: list[ButirRubrik] = Field(
        min_length=1, description="Nilai-nilai, masing-masing dengan syaratnya."
    )

    def line(self) -> str:
        return "; ".join(f"{each.nilai}: {each.bila}" for each in self.butir)

    def sentence(self) -> str:
        return finished(
            "; ".join(f"nilai {each.nilai} {condition(each.bila)}" for each in self.butir)
        )

    def drawing(self) -> Markup:
        rows = Markup("").join(
            Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(each.nilai, each.bila)
            for each in self.butir
        )
        return Markup('<dl class="rumus-rubrik">{}</dl>').format(rows)
