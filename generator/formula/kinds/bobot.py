"""Weighted points, as in angka kredit: 0,013 for each activity, 0,001 for each 1000 characters."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import AfterValidator, Field

from generator.formula.forms.sentence import spoken
from generator.formula.kinds.kind import Kind, finished
from generator.formula.tree import Group, Node, Number, Operation, Term, total
from generator.values import numbers
from generator.values.fields import Angka, Model, Teks, wrong


def _units(per: str) -> Decimal | None:
    found = re.match(r"\d\S*", per)
    return numbers.parse(found[0]) if found else None


def _with_good_number(per: str) -> str:
    try:
        units = _units(per)
    except ValueError as error:
        raise wrong(str(error)) from None
    if units == 0:
        raise wrong("tidak boleh nol.")
    return per


class ButirBobot(Model):
    """Satu kegiatan dan bobotnya."""

    hitung: Teks = Field(
        description="Apa yang dihitung, misalnya Jumlah naskah yang diterjemahkan."
    )
    bobot: Angka = Field(description="Bobotnya, misalnya 0,013.")
    per: Annotated[Teks, AfterValidator(_with_good_number)] | None = Field(
        None, description="Untuk setiap apa, misalnya kegiatan atau 1000 karakter."
    )

    def units(self) -> Decimal | None:
        """The 1000 of `1000 karakter`; None where one is meant."""
        return _units(self.per or "")


class Bobot(Kind):
    """Jumlah hasil kali tiap kegiatan dengan bobotnya."""

    label = "Berbobot"
    jenis: Literal["bobot"]
    butir: list[ButirBobot] = Field(
        min_length=1, description="Kegiatan-kegiatan, masing-masing dengan bobotnya."
    )

    def tree(self) -> Node:
        return total(*(self._weighted(number, each) for number, each in enumerate(self.butir, 1)))

    def _weighted(self, number: int, butir: ButirBobot) -> Node:
        count: Node = Term(f"butir_{number}", butir.hitung)
        if (units := butir.units()) is not None:
            count = Group(Operation("/", count, Number(numbers.show(units), units)))
        return Operation("×", count, Number(numbers.show(butir.bobot), butir.bobot))

    def strokes(self) -> None:
        """Words say it: a list, each with its weight."""

    def line(self) -> str:
        return "; ".join(f"{each.hitung} ({_weight(each)})" for each in self.butir)

    def sentence(self) -> str:
        said = "; ".join(f"{spoken(each.hitung)}, {_spoken_weight(each)}" for each in self.butir)
        return finished(said if len(self.butir) == 1 else f"jumlahkan: {said}")

    def drawing(self) -> Markup:
        rows = Markup("").join(
            Markup("<li><span>{}</span> <b>{}</b></li>").format(each.hitung, _weight(each))
            for each in self.butir
        )
        return Markup('<ol class="rumus-daftar rumus-bobot">{}</ol>').format(rows)


def _weight(butir: ButirBobot) -> str:
    weight = numbers.written(butir.bobot)
    return f"{weight} per {butir.per}" if butir.per else f"bobot {weight}"


def _spoken_weight(butir: ButirBobot) -> str:
    units = butir.units()
    share = f"dibagi {numbers.show(units)}, " if units is not None else ""
    return f"{share}dikali {numbers.written(butir.bobot)}"
