"""The way out, for a formula that no other kind can say: LaTeX with a sentence beside it.

`math-core` turns it into MathML; an allow-list of elements is a second wall behind its escaping.
"""

import re
from typing import Annotated, Any, Literal

import nh3
from markupsafe import Markup
from math_core import LatexError, LatexToMathML
from pydantic import AfterValidator, Field

from generator.formula.kinds.kind import Kind, finished
from generator.values.fields import Kode, Teks, wrong
from generator.values.quotes import repeated

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
    if not _is_drawn(latex):
        raise wrong(f"bukan LaTeX yang dapat digambar. {_remedy(latex)}")
    return latex


def _is_drawn(latex: str) -> bool:
    try:
        _CONVERTER.convert_with_local_state(latex, displaystyle=True)
    except LatexError:
        return False
    return True


def _remedy(latex: str) -> str:
    """What is probably wrong: the signs around a formula, a brace too few, a command."""
    bare = _AROUND.sub("", latex).strip()
    if bare != latex and _is_drawn(bare):
        return f"Hapus tanda di sekelilingnya: '{repeated(bare)}'."
    missing = latex.count("{") - latex.count("}")
    if missing:
        sign = "}" if missing > 0 else "{"
        return f'Kurang {abs(missing)} tanda "{sign}".'
    return (
        'Periksa kurung kurawal dan perintah "\\…", atau pakai jenis rumus lain (persentase, '
        "ungkapan)."
    )


_AROUND = re.compile(r"^\s*(?:\$\$?|\\\(|\\\[)|(?:\$\$?|\\\)|\\\])\s*$")


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
