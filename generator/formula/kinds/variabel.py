"""The variables of an expression, and those among them that are calculated from others."""

import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Annotated, TypeAlias

from pydantic import Field

from generator.formula.grammar import (
    MAX_NAME,
    Expression,
    Fault,
    Meant,
    Sets,
    expression,
    index,
    is_name,
    parse,
)
from generator.formula.tree import MAX_DEPTH, MAX_NODES, Group, Node, Size, size, terms
from generator.formula.value import divides_by_zero
from generator.values import characters
from generator.values.effort import TOO_MUCH, Effort
from generator.values.fields import (
    AsMapping,
    AsText,
    Below,
    Model,
    Pendek,
    Teks,
    TextOrMapping,
    wrong_at,
)
from generator.values.personal import personal_number
from generator.values.quotes import can_repeat


class Variabel(Model):
    """Arti satu nama dalam ungkapan, atau cara menghitungnya dari nama lain."""

    simbol: Pendek | None = Field(
        None, description="Tulisan yang ditampilkan, bila bukan namanya, misalnya IKM non konversi."
    )
    arti: Teks | None = Field(None, description="Arti nama ini, misalnya Nilai IKM non konversi.")
    ungkapan: Teks | None = Field(
        None, description="Cara menghitungnya dari variabel lain, misalnya IKM / 25."
    )
    setiap: Pendek | None = Field(
        None, description="Bila nilainya satu untuk tiap anggota himpunan, misalnya kelas ke-i."
    )


Variables = dict[
    str, Annotated[Annotated[Teks, AsText] | Annotated[Variabel, AsMapping], TextOrMapping]
]
Faults: TypeAlias = Iterator[Below]
TOO_LARGE = (
    f"terlalu panjang bila variabelnya diuraikan (paling banyak {MAX_NODES} bagian, "
    f"{MAX_DEPTH} tingkat)."
)
BY_ZERO = "membagi dengan nol: pembaginya selalu 0. Perbaiki pembaginya menurut naskah."


def symbols(variables: Variables) -> dict[str, str]:
    """Each name, and the sign that a reader sees for it."""
    return {
        name: (isinstance(each, Variabel) and each.simbol) or name
        for name, each in variables.items()
    }


def sets(variables: Variables) -> Sets:
    """Which variables have a value for each member of a set, and what it is of."""
    return {
        name: each.setiap
        for name, each in variables.items()
        if isinstance(each, Variabel) and each.setiap
    }


def meaning(variable: str | Variabel) -> str:
    """What a variable means, as far as that is said."""
    return variable if isinstance(variable, str) else variable.arti or ""


def said(variable: str | Variabel) -> str:
    """The same with what its set is of."""
    each = None if isinstance(variable, str) else variable.setiap
    return ", ".join(filter(None, (meaning(variable), each and f"setiap {each}")))


def derived(variables: Variables) -> dict[str, Node]:
    """The tree of each variable that is calculated from others, by its name."""
    return {
        name: text.tree
        for name, text in _expressions(variables).items()
        if isinstance(text, Expression)
    }


def read(variables: Variables, effort: Effort) -> Variables:
    """The variables with the trees of those that are calculated. Raises `isi_di` with what is
    wrong with the names, and with how they are calculated."""
    if not effort.spend(sum(map(len, _expressions(variables).values()))):
        raise wrong_at([Below((), TOO_MUCH)])
    trees = _parsed(variables, effort.meant)
    good = _good(trees)
    wrong = [*_bad_names(variables), *_bad_sets(variables), *_unreadable(trees)]
    if faults := wrong or [*_circle(good)] or [*_first_too_large(good)]:
        raise wrong_at(faults)
    return {name: _with_tree(each, good.get(name)) for name, each in variables.items()}


def _with_tree(variable: str | Variabel, tree: Node | None) -> str | Variabel:
    if tree is None or isinstance(variable, str) or not variable.ungkapan:
        return variable
    return variable.model_copy(update={"ungkapan": expression(variable.ungkapan, tree)})


def sizes(trees: Mapping[str, Node]) -> dict[str, Size]:
    """How large each calculated variable is once all that it needs is written out."""
    found: dict[str, Size] = {}
    for name in _order(trees):
        found[name] = size(Group(trees[name]), found)
    return found


def _parsed(variables: Variables, likely: Meant) -> dict[str, Node | Fault]:
    signs, indexed = symbols(variables), sets(variables)
    texts = _expressions(variables)
    return {name: parse(text, signs, likely, indexed) for name, text in texts.items()}


def _expressions(variables: Variables) -> dict[str, str]:
    """How each calculated variable is calculated."""
    return {
        name: each.ungkapan
        for name, each in variables.items()
        if isinstance(each, Variabel) and each.ungkapan
    }


def _good(trees: Mapping[str, Node | Fault]) -> dict[str, Node]:
    return {name: tree for name, tree in trees.items() if not isinstance(tree, Fault)}


def _bad_names(variables: Variables) -> Faults:
    for name in variables:
        if not is_name(name):
            yield Below(
                (name, "[key]"),
                "bukan nama variabel: diawali huruf, lalu huruf, angka atau garis bawah; "
                f'paling panjang {MAX_NAME} huruf; bukan "x" dan bukan nama fungsi.'
                f"{_as_name(name)}",
            )


def _bad_sets(variables: Variables) -> Faults:
    for name, each in variables.items():
        if isinstance(each, str) or each.setiap is None:
            continue
        if each.ungkapan:
            yield Below((name, "setiap"), 'tidak dapat bersama "ungkapan". Pilih salah satu.')
        elif not index(each.setiap):
            thing = re.sub(r"^(?:setiap|tiap|per|masing-masing)\s+", "", each.setiap, flags=re.I)
            example = f"{thing} ke-i" if thing and can_repeat(thing) else "kelas ke-i"
            yield Below((name, "setiap"), f'harus menyebut anggotanya, misalnya "{example}".')


def _as_name(text: str) -> str:
    """The nearest name, to be typed here and in the expression."""
    name = re.sub(r"\W+", "_", text).strip("_")
    is_better = is_name(name) and not personal_number(text)
    return f' Tulis "{name}", juga dalam ungkapan.' if is_better else ""


def _unreadable(trees: Mapping[str, Node | Fault]) -> Faults:
    for name, tree in trees.items():
        if isinstance(tree, Fault):
            message = f"kolom {tree.column}: {tree.message}"
            yield Below((name, "ungkapan"), message, tree.column - 1)
        elif divides_by_zero(tree):
            yield Below((name, "ungkapan"), BY_ZERO)


def _order(trees: Mapping[str, Node]) -> list[str]:
    """The calculated variables, each behind those that it needs. Raises CycleError."""
    needs = {name: sorted(_needs(tree) & trees.keys()) for name, tree in trees.items()}
    return list(TopologicalSorter(needs).static_order())


def _needs(tree: Node) -> set[str]:
    return {term.name for term in terms(tree)}


def _circle(trees: Mapping[str, Node]) -> Faults:
    """The way from a variable back to itself, if there is one."""
    try:
        _order(trees)
    except CycleError as error:
        # The way goes from what is needed to what needs it.
        way: list[str] = error.args[1][::-1]
        message = f"berputar pada dirinya sendiri: {characters.way(way)}."
        yield Below((way[0], "ungkapan"), message)


def _first_too_large(trees: Mapping[str, Node]) -> Faults:
    """The first variable that is too large; those that need it are too large by it."""
    for name, each in sizes(trees).items():
        if each.is_too_large:
            yield Below((name, "ungkapan"), TOO_LARGE)
            return
