"""Arithmetic over named variables: an index, a weighted mean."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from markupsafe import Markup
from pydantic import Field, ValidationInfo, field_validator

from generator.formula.forms.drawing import drawing, signed
from generator.formula.forms.line import line
from generator.formula.forms.mathml import mathml
from generator.formula.forms.sentence import sentence, spoken
from generator.formula.forms.tex import tex
from generator.formula.grammar import Expression, Fault, expression, index, parse
from generator.formula.kinds import variabel
from generator.formula.kinds.kind import Kind, effort_of, finished
from generator.formula.kinds.variabel import Variables, meaning, said, symbols
from generator.formula.tree import Group, Node, Term, replaced, size, terms
from generator.formula.value import divides_by_zero
from generator.values.effort import TOO_MUCH
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
        return variabel.read(variables, effort_of(info))

    @field_validator("ungkapan")
    @classmethod
    def _expression_is_right(cls, text: str, info: ValidationInfo) -> str:
        if "variabel" not in info.data:
            return text
        variables, effort = info.data["variabel"], effort_of(info)
        if not effort.spend(len(text)):
            raise wrong(TOO_MUCH)
        tree = parse(text, symbols(variables), effort.meant, variabel.sets(variables))
        if isinstance(tree, Fault):
            raise wrong(f"kolom {tree.column}: {tree.message}", tree.column - 1)
        whole = size(tree, variabel.sizes(variabel.derived(variables)))
        if whole.is_too_large or not effort.spend(whole.nodes):
            raise wrong(variabel.TOO_LARGE if whole.is_too_large else TOO_MUCH)
        if divides_by_zero(tree):
            raise wrong(variabel.BY_ZERO)
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
        call = _Calling(self.variabel, self._mentions())
        said = sentence(replaced(self.tree(), call))
        whole = [f"{self.hasil} adalah {said}" if self.hasil else said]
        signs = self._signs()
        for name, tree in self._derived.items():
            left = sentence(call(signs[name]))
            whole.append(f"{left} adalah {sentence(replaced(tree, call))}")
        return " ".join(map(finished, whole))

    def _mentions(self) -> Iterator[str]:
        """Every variable, as often as the sentence has it."""
        yield from self._derived
        for tree in (self.tree(), *self._derived.values()):
            yield from (term.name for term in terms(tree))

    def _signs(self) -> dict[str, Term]:
        """Each variable as it is drawn."""
        each = variabel.sets(self.variabel)
        return {
            name: Term(name, sign, is_symbol=True, index=index(each.get(name, "")))
            for name, sign in symbols(self.variabel).items()
        }

    def drawing(self) -> Markup:
        return drawing(self.tree(), self.hasil or "")

    def result(self) -> str:
        return self.hasil or ""

    def legend(self) -> list[tuple[str, str, Markup | None]]:
        rows = map(self._explained, self._signs().values())
        return [row for row in rows if row[1] not in ("", row[0])]

    def _explained(self, term: Term) -> tuple[str, str, Markup | None]:
        """A sign, in words; how it is calculated where nothing else is said of it."""
        tree, sign = self._derived.get(term.name), signed(term)
        told = said(self.variabel[term.name])
        if tree is None:
            return sign, told, None
        return sign, told or finished(sentence(tree)), drawing(tree, sign)

    def mathml(self) -> Markup:
        """With its left side."""
        return mathml(self.tree(), self.hasil or "")

    def labels(self) -> dict[str, str]:
        meanings = {name: said(each) for name, each in self.variabel.items()}
        return {
            name: told if _names(told, name) else f"{told} ({name})"
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


def _names(words: str, sign: str) -> bool:
    """Whether a sign stands among the words."""
    return re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", words, re.I) is not None


class _Calling:
    """What variables are called in a sentence: what they mean, for letters say nothing to who hears
    them; one that comes again is introduced with its sign, and is called by that from then on."""

    def __init__(self, variables: Variables, mentions: Iterable[str]):
        self._variables = variables
        self._mentions = Counter(mentions)
        self._known: set[str] = set()

    def __call__(self, term: Term) -> Term:
        told = spoken(meaning(self._variables[term.name]))
        if not told or term.name in self._known:
            return term
        self._known.add(term.name)
        needs_sign = self._mentions[term.name] > 1 and not _names(told, term.words)
        return Term(term.name, f"{told} ({term.words})" if needs_sign else told)
