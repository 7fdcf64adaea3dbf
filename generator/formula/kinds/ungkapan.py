"""Arithmetic over named variables: an index, a weighted mean."""

from functools import cached_property
from typing import Literal

from markupsafe import Markup
from pydantic import Field, ValidationInfo, field_validator

from generator.formula.forms.drawing import drawing
from generator.formula.forms.line import line
from generator.formula.forms.mathml import mathml
from generator.formula.forms.sentence import sentence
from generator.formula.forms.tex import tex
from generator.formula.grammar import Expression, Fault, expression, parse
from generator.formula.kinds import variabel
from generator.formula.kinds.kind import Kind, finished
from generator.formula.kinds.variabel import Variables, meaning, said, symbols
from generator.formula.tree import Group, Node, Term, replaced, size
from generator.values.effort import Effort
from generator.values.fields import Teks, wrong


class Ungkapan(Kind):
    """Hitungan dengan nama-nama: (IKM × 2,5 + IPP × 2) / 2."""

    label = "Indeks atau hitungan"
    jenis: Literal["ungkapan"]
    hasil: Teks | None = Field(None, description="Nama hasilnya, misalnya IKPP.")
    variabel: Variables = Field(
        min_length=1,
        description="Arti tiap nama dalam ungkapan, misalnya IKM: Nilai survei kepuasan.",
    )
    ungkapan: Teks = Field(
        description="Hitungannya: angka, nama, + - × / dan kurung, misalnya (IKM × 2,5 + IPP) / 2."
    )

    @field_validator("variabel")
    @classmethod
    def _variables_are_right(cls, variables: Variables, info: ValidationInfo) -> Variables:
        return variabel.read(variables, _effort(info))

    @field_validator("ungkapan")
    @classmethod
    def _expression_is_right(cls, text: str, info: ValidationInfo) -> str:
        if "variabel" not in info.data:
            return text
        variables, effort = info.data["variabel"], _effort(info)
        if not effort.spend(len(text)):
            raise wrong(variabel.TOO_MUCH)
        tree = parse(text, symbols(variables), effort.meant, variabel.sets(variables))
        if isinstance(tree, Fault):
            raise wrong(f"kolom {tree.column}: {tree.message}")
        whole = size(tree, variabel.sizes(variabel.derived(variables)))
        if whole.is_too_large or not effort.spend(whole.nodes):
            raise wrong(variabel.TOO_LARGE if whole.is_too_large else variabel.TOO_MUCH)
        return expression(text, tree)

    @cached_property
    def _derived(self) -> dict[str, Node]:
        """The tree of each variable that is calculated from others, by its name."""
        return variabel.derived(self.variabel)

    def tree(self) -> Node:
        assert isinstance(self.ungkapan, Expression)
        return self.ungkapan.tree

    def line(self) -> str:
        return " = ".join(filter(None, (self.hasil, line(self.tree()))))

    def sentence(self) -> str:
        said = self._heard(self.tree())
        first = f"{self.hasil} adalah {said}" if self.hasil else said
        others = [
            f"{self._name(name)} adalah {self._heard(each)}" for name, each in self._derived.items()
        ]
        return " ".join(map(finished, [first, *others]))

    def _heard(self, tree: Node) -> str:
        """A sentence of meanings: letters say nothing to who hears them."""
        return sentence(
            replaced(tree, lambda term: Term(term.name, self._name(term.name), False, term.index))
        )

    def _name(self, name: str) -> str:
        """What a variable means, or its sign where that is not said."""
        return meaning(self.variabel[name]) or symbols(self.variabel)[name]

    def drawing(self) -> Markup:
        return drawing(self.tree(), self.hasil or "")

    def result(self) -> str:
        return self.hasil or ""

    def legend(self) -> list[tuple[str, str, Markup | None]]:
        signs = symbols(self.variabel)
        drawn = {name: drawing(tree, signs[name]) for name, tree in self._derived.items()}
        rows = [(signs[name], said(each), drawn.get(name)) for name, each in self.variabel.items()]
        return [row for row in rows if row[1] or row[2]]

    def mathml(self) -> Markup:
        """With its left side."""
        return mathml(self.tree(), self.hasil or "")

    def labels(self) -> dict[str, str]:
        meanings = {name: said(each) for name, each in self.variabel.items()}
        return {
            name: told if name in told else f"{told} ({name})"
            for name, told in meanings.items()
            if told
        }

    def tex(self) -> str:
        """With its left side."""
        left = self.hasil and tex(Term("hasil", self.hasil))
        return " = ".join(filter(None, (left, tex(self.tree()))))

    def whole_tree(self) -> Node:
        """Every calculated variable replaced by its own expression."""

        def write_out(term: Term) -> Node:
            inner = self._derived.get(term.name)
            return term if inner is None else Group(replaced(inner, write_out))

        return replaced(self.tree(), write_out)


def _effort(info: ValidationInfo) -> Effort:
    """What is left for the file; a formula that is checked by itself has all of it."""
    return info.context if isinstance(info.context, Effort) else Effort()
