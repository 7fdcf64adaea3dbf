"""The way out, for a formula that no other kind can say: LaTeX with a sentence beside it.

`math-core` turns it into MathML; an allow-list of elements is a second wall behind its escaping.
"""

from typing import Annotated, Any, Literal

import nh3
from markupsafe import Markup
from math_core import LatexError, LatexToMathML
from pydantic import AfterValidator, Field

from generator.formula.kinds.kind import Kind, finished
from generator.values.fields import Kode, Teks, wrong

MAX_CHARACTERS = 1_000

_ELEMENTS = set(
    "math mfrac mi mn mo mover mpadded mrow ms mspace msqrt mroot mstyle msub msubsup msup mtable"
    " mtd mtext mtr munder munderover".split()
)
_ATTRIBUTES: dict[str, set[str]] = {"math": {"display"}, "mo": {"stretchy", "form", "fence"}}
_CONVERTER = LatexToMathML(fancy_error=False)


def _convertible(latex: str) -> str:
    if len(latex) > MAX_CHARACTERS:
        raise wrong(f"terlalu panjang (paling banyak {MAX_CHARACTERS} huruf).")
    try:
        _CONVERTER.convert_with_local_state(latex, displaystyle=True)
    except LatexError:
        raise wrong(
            'bukan LaTeX yang dapat digambar. Periksa kurung kurawal dan perintah "\\…", '
            "atau pakai jenis rumus lain (persentase, ungkapan)."
        ) from None
    return latex


class Latex(Kind):
    """Rumus LaTeX, hanya bila jenis lain tidak dapat menuliskannya."""

    label = "Rumus"
    jenis: Literal["latex"]
    latex: Annotated[Kode, AfterValidator(_convertible)] = Field(
        description="Rumus LaTeX, misalnya \\sqrt{a + b}."
    )
    teks: Teks = Field(
        description="Kalimat yang membacakan rumus itu, misalnya akar dari jumlah a dan b."
    )

    def line(self) -> str:
        return self.teks

    def sentence(self) -> str:
        return finished(self.teks)

    def tex(self) -> str:
        return self.latex

    def mathml(self) -> Markup:
        mathml: Any = _CONVERTER.convert_with_local_state(self.latex, displaystyle=True)
        return Markup(nh3.clean(mathml, tags=_ELEMENTS, attributes=_ATTRIBUTES))

    def drawing(self) -> Markup:
        return Markup('<div class="rumus rumus-lebar" aria-hidden="true">{}</div>').format(
            self.mathml()
        )
