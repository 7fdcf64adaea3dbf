"""Arithmetic over named variables: an index, a weighted mean."""

from collections.abc import Iterator
from typing import Annotated, Literal

from markupsafe import Markup
from pydantic import Field, ValidationInfo, field_validator

from generator.fields import AsMapping, AsText, Model, Teks, TextOrMapping, wrong, wrong_at
from generator.formula.drawing import drawing
from generator.formula.grammar import Fault, is_name, parse
from generator.formula.kind import Kind, finished
from generator.formula.line import line
from generator.formula.mathml import mathml
from generator.formula.sentence import sentence
from generator.formula.tex import tex
from generator.formula.tree import Group, Node, Term, replaced, terms

MAX_TERMS = 200
"""So many terms may stand in an expression once every calculated variable is written out."""


class Variabel(Model):
    """Arti satu nama dalam ungkapan, atau cara menghitungnya dari nama lain."""

    simbol: Teks | None = Field(None, description="Tulisan yang ditampilkan, bila bukan namanya.")
    arti: Teks | None = Field(None, description="Arti nama ini.")
    ungkapan: Teks | None = Field(None, description="Cara menghitungnya dari variabel lain.")


Variables = dict[
    str, Annotated[Annotated[Teks, AsText] | Annotated[Variabel, AsMapping], TextOrMapping]
]


class Ungkapan(Kind):
    """Hitungan dengan nama-nama: (IKM × 2,5 + IPP × 2) / 2."""

    jenis: Literal["ungkapan"]
    hasil: Teks | None = Field(None, description="Nama hasilnya, misalnya IKPP.")
    variabel: Variables = Field(min_length=1, description="Arti tiap nama dalam ungkapan.")
    ungkapan: Teks = Field(description="Hitungannya: angka, nama, + - × / dan kurung.")

    @field_validator("variabel")
    @classmethod
    def _variables_are_right(cls, variables: Variables) -> Variables:
        faults = [*_bad_names(variables), *_bad_derivations(variables)]
        if not faults and (cycle := _cycle(variables)):
            way = " → ".join(cycle)
            faults = [((cycle[0], "ungkapan"), f"berputar pada dirinya sendiri: {way}.")]
        if faults:
            raise wrong_at(faults)
        return variables

    @field_validator("ungkapan")
    @classmethod
    def _expression_is_right(cls, text: str, info: ValidationInfo) -> str:
        if "variabel" not in info.data:
            return text
        tree = parse(text, info.data["variabel"])
        if isinstance(tree, Fault):
            raise wrong(f"kolom {tree.column}: {tree.message}")
        if _length_written_out(tree, info.data["variabel"]) > MAX_TERMS:
            raise wrong(
                f"terlalu panjang bila variabelnya diuraikan (paling banyak {MAX_TERMS} nama)."
            )
        return text

    def tree(self) -> Node:
        return _shown(self.ungkapan, self.variabel)

    def line(self) -> str:
        return " = ".join(filter(None, (self.hasil, line(self.tree()))))

    def sentence(self) -> str:
        said = sentence(self.tree())
        first = f"{self.hasil} adalah {said}" if self.hasil else said
        others = [f"{sign} adalah {sentence(tree)}" for sign, tree in self._derived()]
        return " ".join(map(finished, [first, *others]))

    def drawing(self) -> Markup:
        return drawing(self.tree(), self.hasil or "")

    def legend(self) -> list[tuple[str, str, Markup | None]]:
        """Each variable: its sign, its meaning, and how it is calculated if it is."""
        drawn = {sign: drawing(tree, sign) for sign, tree in self._derived()}
        signs = [(_symbol(name, self.variabel), each) for name, each in self.variabel.items()]
        return [(sign, _meaning(each), drawn.get(sign)) for sign, each in signs]

    def mathml(self) -> Markup:
        """With its left side."""
        return mathml(self.tree(), self.hasil or "")

    def meanings(self) -> dict[str, str]:
        """Each name with what it means, as far as that is said."""
        return {name: _meaning(each) for name, each in self.variabel.items()}

    def tex(self) -> str:
        """With its left side."""
        left = self.hasil and tex(Term("hasil", self.hasil))
        return " = ".join(filter(None, (left, tex(self.tree()))))

    def whole_tree(self) -> Node:
        """Every calculated variable replaced by its own expression."""

        def write_out(term: Term) -> Node:
            variable = self.variabel[term.name]
            if isinstance(variable, Variabel) and variable.ungkapan:
                return Group(replaced(_shown(variable.ungkapan, self.variabel), write_out))
            return term

        return replaced(self.tree(), write_out)

    def _derived(self) -> list[tuple[str, Node]]:
        return [
            (_symbol(name, self.variabel), _shown(each.ungkapan, self.variabel))
            for name, each in self.variabel.items()
            if isinstance(each, Variabel) and each.ungkapan
        ]


def _shown(text: str, variables: Variables) -> Node:
    """The tree, with the signs that a reader sees beside the names that are typed."""
    tree = parse(text, variables)
    assert not isinstance(tree, Fault)
    return replaced(tree, lambda term: Term(term.name, _symbol(term.name, variables), True))


def _symbol(name: str, variables: Variables) -> str:
    variable = variables[name]
    return (isinstance(variable, Variabel) and variable.simbol) or name


def _meaning(variable: str | Variabel) -> str:
    return variable if isinstance(variable, str) else variable.arti or ""


def _bad_names(variables: Variables) -> Iterator[tuple[tuple[str, ...], str]]:
    for name in variables:
        if not is_name(name):
            yield (
                (name,),
                "bukan nama variabel: diawali huruf, lalu huruf, angka atau garis bawah; "
                'bukan "x" dan bukan nama fungsi.',
            )


def _bad_derivations(variables: Variables) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, each in variables.items():
        if isinstance(each, Variabel) and each.ungkapan:
            tree = parse(each.ungkapan, variables)
            if isinstance(tree, Fault):
                yield (name, "ungkapan"), f"kolom {tree.column}: {tree.message}"


def _length_written_out(tree: Node, variables: Variables) -> int:
    """How many terms there are when each calculated variable is replaced; each is counted once,
    since a short chain of variables can stand for a very long expression."""
    lengths: dict[str, int] = {}

    def length(name: str) -> int:
        variable = variables[name]
        if not (isinstance(variable, Variabel) and variable.ungkapan):
            return 1
        if name not in lengths:
            inner = terms(_shown(variable.ungkapan, variables))
            lengths[name] = sum(length(term.name) for term in inner)
        return lengths[name]

    return sum(length(term.name) for term in terms(tree))


def _cycle(variables: Variables) -> list[str] | None:
    """The way from a variable back to itself, if there is one. Each variable is looked at once."""
    done: set[str] = set()

    def search(way: list[str]) -> list[str] | None:
        for name in _needs(variables[way[-1]], variables):
            if name in way:
                return [*way[way.index(name) :], name]
            if name not in done and (found := search([*way, name])):
                return found
        done.add(way[-1])
        return None

    return next(filter(None, (search([name]) for name in variables if name not in done)), None)


def _needs(variable: str | Variabel, variables: Variables) -> list[str]:
    """The variables that one is calculated from, each once."""
    if not (isinstance(variable, Variabel) and variable.ungkapan):
        return []
    return list(dict.fromkeys(term.name for term in terms(_shown(variable.ungkapan, variables))))
