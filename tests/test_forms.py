"""Each kind of part of a formula in each form, and dates: what no formula of the example holds."""

import pytest

from generator.formula.forms.drawing import drawing
from generator.formula.forms.line import line
from generator.formula.forms.mathjson import mathjson
from generator.formula.forms.sentence import sentence
from generator.formula.grammar import Fault, parse
from generator.formula.tree import Node, Sum, Term, replaced
from generator.values.dates import as_iso

WORDS = {"A": "Jumlah surat", "B": "Jumlah desa"}


def _parsed(text: str) -> Node:
    tree = parse(text, WORDS)
    assert not isinstance(tree, Fault), tree
    return tree


SUM = Sum((Term("A", "Jumlah surat"), Term("B", "Jumlah desa")))
FORMS = [
    (
        SUM,
        "Jumlah surat + Jumlah desa",
        ["Add", "A", "B"],
        'kata">Jumlah surat</span> <span class="rumus-tanda">+</span> <span class="rumus-kata">J',
    ),
    (
        _parsed("rata(A; B)"),
        "rata(Jumlah surat; Jumlah desa)",
        ["Mean", ["List", "A", "B"]],
        '<span class="rumus-kurung">rata<i>(</i><span><span class="rumus-kata">Jumlah surat',
    ),
    (
        _parsed("-A - B"),
        "-Jumlah surat - Jumlah desa",
        ["Subtract", ["Negate", "A"], "B"],
        '<span class="rumus-tanda">\u2212</span><span class="rumus-kata">Jumlah surat</span> '
        '<span class="rumus-tanda">\u2212</span>',
    ),
    (
        _parsed("(A / B) × 100"),
        "(Jumlah surat / Jumlah desa) × 100",
        ["Multiply", ["Divide", "A", "B"], 100],
        '<span class="rumus-pecahan"><span><span class="rumus-kata">Jumlah surat',
    ),
    (
        _parsed("(A + B) × 2"),
        "(Jumlah surat + Jumlah desa) × 2",
        ["Multiply", ["Add", "A", "B"], 2],
        '<span class="rumus-kurung"><i>(</i><span><span class="rumus-kata">Jumlah surat',
    ),
]


@pytest.mark.parametrize(("tree", "shown", "sent", "drawn"), FORMS, ids=[f[1] for f in FORMS])
def test_every_form(tree: Node, shown: str, sent: object, drawn: str) -> None:
    """The line, what a machine computes with, and words drawn in HTML."""
    assert line(tree) == shown
    assert mathjson(tree) == sent
    assert drawn in str(drawing(tree))
    assert replaced(tree, lambda term: term) == tree


def test_a_sum_and_a_function_are_heard() -> None:
    """Both list their parts."""
    assert sentence(SUM) == "jumlah dari Jumlah surat dan Jumlah desa"
    assert sentence(_parsed("rata(A; B)")) == "rata-rata dari Jumlah surat dan Jumlah desa"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10 Januari 2024", "2024-01-10"),
        ("7 desember 2023", "2023-12-07"),
        ("10/1/2024", "2024-01-10"),
        ("31-12-2024", "2024-12-31"),
        ("10 Jan 2024", "2024-01-10"),
        ("10 Pebruari 2024", "2024-02-10"),
        ("3 Nopember 2023", "2023-11-03"),
        ("10-1-2024", "2024-01-10"),
        ("10.01.2024", "2024-01-10"),
        ("1/1/24", "2024-01-01"),
        ("2024/01/10", "2024-01-10"),
        ("2024-01-10 00:00:00", "2024-01-10"),
        ("20240110", "2024-01-10"),
        ("10012024", "2024-01-10"),
        ("Rabu, 10 Januari 2024", "2024-01-10"),
        ("Malang, 10 Mei 2024", "2024-05-10"),
        ("10 / I / 2024", "2024-01-10"),
        ("45301", "2024-01-10"),
        ("32/1/2024", None),
        ("1/13/2024", "2024-01-13"),
        ("29 Februari 2023", None),
        ("10 Foo 2024", None),
        ("19999", None),
        ("1" * 5000, None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_the_date_that_was_meant(text: str, meant: str | None) -> None:
    """Day, month and year in that order; else an example of how a date is written."""
    assert as_iso(text) == meant
