"""What every kind of formula has, and how it shows itself."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from markupsafe import Markup
from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from generator.formula.forms.drawing import drawing
from generator.formula.forms.line import line
from generator.formula.forms.mathjson import Json, mathjson
from generator.formula.forms.mathml import mathml
from generator.formula.forms.sentence import sentence
from generator.formula.forms.strokes import Strokes, strokes
from generator.formula.forms.tex import tex
from generator.formula.tree import Node, Term, terms
from generator.formula.value import MOST_MEMBERS, Values, parts_with, rounded, value
from generator.values import numbers
from generator.values.effort import TOO_MUCH, Effort
from generator.values.fields import Angka, Below, Model, Teks, wrong_at


def _as_list(value: Any) -> Any:
    """One number is a list of one."""
    return [value] if isinstance(value, str) and value.strip() else value


Numbers = Annotated[
    list[Angka],
    BeforeValidator(_as_list, json_schema_input_type=Angka | list[Angka]),
    Field(min_length=1, max_length=MOST_MEMBERS),
]
"""A number, or one for each member of a set."""


class Kind(Model):
    """A formula. A kind that can be computed has a tree, and everything follows from it; a kind
    that cannot says in its own words what it shows."""

    label: ClassVar[str]
    """What formulas of this kind are called together."""
    is_drawn_in_words: ClassVar[bool] = False
    """Whether its drawing says all that its sentence says."""
    makes_a_good_example: ClassVar[bool] = False
    """Whether a reader who knows nothing yet understands one at a glance."""

    asli: Teks | None = Field(
        None,
        description="Teks tercetak, bila bacaan kita berbeda, misalnya Jml surat/seluruh x 100.",
    )
    satuan: Teks | None = Field(None, description="Satuan hasilnya, misalnya persen.")
    periode: Teks | None = Field(None, description="Masa penghitungan, misalnya tahun n.")
    keterangan: Teks | None = Field(
        None, description="Keterangan dalam naskah sendiri, misalnya Angka sementara."
    )
    catatan: Teks | None = Field(
        None,
        description="Catatan penyalin, tampil sebagai catatan, misalnya Pembilang kurang terbaca.",
    )
    contoh: dict[str, Numbers] | None = Field(
        None,
        description="Nilai tiap unsur dan hasilnya, selalu dihitung ulang, misalnya hasil: 92.",
    )

    def tree(self) -> Node | None:
        """What is computed; None where nothing can be."""
        return None

    def line(self) -> str:
        """One line of plain text."""
        tree = self.tree()
        assert tree is not None
        return line(tree)

    def sentence(self) -> str:
        """The formula in words, as a whole sentence."""
        tree = self.tree()
        assert tree is not None
        return finished(sentence(tree))

    def drawing(self) -> Markup:
        """The formula as a reader sees it."""
        tree = self.tree()
        return text_block(self.line()) if tree is None else drawing(tree)

    def tex(self) -> str | None:
        """LaTeX; None where there is no formula in signs."""
        tree = self.tree()
        return None if tree is None else tex(tree)

    def strokes(self) -> "Strokes | None":
        """What a printer draws; None where words say it as well."""
        tree = self.tree()
        if tree is None or isinstance(tree, Term) or self.is_drawn_in_words:
            return None
        return strokes(tree, self.result())

    def mathml(self) -> Markup | None:
        """MathML; None where there is no formula in signs."""
        tree = self.tree()
        return None if tree is None else mathml(tree)

    def mathjson(self) -> "Json | None":
        """A tree for programs, all that is calculated written out; None where nothing can be."""
        tree = self.whole_tree()
        return None if tree is None else mathjson(tree)

    def whole_tree(self) -> Node | None:
        """What is computed, down to what has to be known."""
        return self.tree()

    def cases(self) -> "list[tuple[str, Kind]]":
        """The formulas that it is made of, each with the words when it holds."""
        return []

    def reading(self) -> str | None:
        """The sentence, only where it says something that the drawing does not say to everyone."""
        said, line = self.sentence(), self.line()
        says_more = self.drawing() != text_block(line) or _plain(said) != _plain(line)
        return said if says_more and not self.is_drawn_in_words else None

    def is_in_signs(self) -> bool:
        """Whether there is more to copy than words."""
        return self.tex() is not None and not isinstance(self.tree(), Term)

    def example(self) -> Values:
        """The values of the worked example."""
        assert self.contoh is not None
        return {
            term.name: self.contoh[term.name] if term.index else self.contoh[term.name][0]
            for term in self.terms()
        }

    def compute(self, values: Values) -> Decimal | str:
        """The value for the given values of the terms, or why there is none."""
        tree = self.whole_tree()
        assert tree is not None
        return value(tree, values)

    def terms(self) -> list[Term]:
        """What has to be known to compute it, each once, in the order of the formula."""
        tree = self.whole_tree()
        return [] if tree is None else list(dict.fromkeys(terms(tree)))

    def legend(self) -> list[tuple[str, str, Markup | None]]:
        """Each sign: what it means, and how it is calculated if it is; none where words stand."""
        return []

    def labels(self) -> dict[str, str]:
        """What to call each term that is a sign; words label themselves."""
        return {}

    def result(self) -> str:
        """What the result is called; empty where it has no name."""
        return ""

    def unit(self, of_indicator: str | None) -> str:
        """What stands behind a result: the unit of the indicator, or of the formula."""
        unit = of_indicator or self.satuan
        return f" {unit}" if unit else ""

    @model_validator(mode="after")
    def _contoh_is_right(self, info: ValidationInfo) -> Self:
        if self.contoh is None:
            return self
        if fault := _fault_of_example(self, self.contoh, effort_of(info)):
            raise wrong_at([fault])
        return self


def effort_of(info: ValidationInfo) -> Effort:
    """What is left for the file; a formula that is checked by itself has all of it."""
    return info.context if isinstance(info.context, Effort) else Effort()


def finished(said: str) -> str:
    """A capital at the beginning, a full stop at the end."""
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith('.') else '.'}"


def _plain(text: str) -> str:
    return text.strip(" .").casefold()


def text_block(words: str) -> Markup:
    """A formula that is only words; nothing is hidden from a screen reader."""
    return Markup('<p class="rumus-teks">{}</p>').format(words)


def list_block(items: list[str]) -> Markup:
    """A formula that is a list of words."""
    rows = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup('<ul class="rumus-daftar">{}</ul>').format(rows)


def _fault_of_example(
    kind: Kind, example: dict[str, list[Decimal]], effort: Effort
) -> Below | None:
    terms = {term.name: term for term in kind.terms()}
    needed = list(terms)
    if not needed:
        return Below(
            ("contoh",), "tidak berlaku untuk jenis rumus ini, karena tidak dapat dihitung."
        )
    for name in example:
        if name not in (*needed, "hasil"):
            message = f"tidak dikenal. Yang diperlukan: {', '.join(needed)}, hasil."
            return Below(("contoh", name, "[key]"), message)
    for name in (*needed, "hasil"):
        if name not in example:
            return Below(("contoh",), f'belum memuat nilai "{name}".')
    for name, values in example.items():
        if len(values) > 1 and not (name in terms and terms[name].index):
            return Below(("contoh", name), "hanya satu angka.")
    if not effort.spend(_parts_of_sets(kind)):
        return Below(("contoh",), TOO_MUCH)
    computed = kind.compute(kind.example())
    if isinstance(computed, str):
        return Below(("contoh",), f"tidak dapat dihitung: {computed}.")
    (expected,) = example["hasil"]
    if rounded(computed, -int(expected.as_tuple().exponent)) != expected:
        return Below(("contoh", "hasil"), f"seharusnya {numbers.show(computed)} menurut rumusnya.")
    return None


def _parts_of_sets(kind: Kind) -> int:
    """What the example works out besides what was counted with the expression."""
    tree = kind.whole_tree()
    assert tree is not None
    return parts_with(tree, kind.example()) - parts_with(tree, {})
