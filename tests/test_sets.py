"""Formulas over a set: a sum of what there is for each class, and roots."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.formula.forms.drawing import drawing
from generator.formula.forms.line import line
from generator.formula.forms.mathjson import mathjson
from generator.formula.forms.mathml import mathml
from generator.formula.forms.sentence import sentence
from generator.formula.forms.tex import tex
from generator.formula.grammar import Fault, index, parse
from generator.formula.kinds.bersyarat import Bersyarat
from generator.formula.kinds.latex import Latex
from generator.formula.kinds.rubrik import Rubrik
from generator.formula.kinds.ungkapan import Ungkapan
from generator.formula.tree import Call, Node, Term
from generator.formula.value import MAX_PARTS, MOST_MEMBERS, TOO_MANY, parts_with, value
from generator.values.effort import FORMULAS, TOO_MUCH, Effort, meant

SYMBOLS = {"P": "P", "Q": "Q", "R": "R", "A": "A"}
TEN_14 = "100.000.000.000.000"
ROOT_OF_2 = "1.4142135624"
SETS = {"P": "kelas ke-i", "Q": "kelas ke-i", "R": "loket ke-k"}


def _parsed(text: str) -> Node | Fault:
    return parse(text, SYMBOLS, meant, SETS)


def _tree(text: str) -> Node:
    tree = _parsed(text)
    assert not isinstance(tree, Fault), tree
    return tree


def test_every_form_of_a_sum_over_a_set() -> None:
    """One tree says all of them."""
    tree = _tree("jumlah(P × Q) / A")
    assert line(tree) == "jumlah(P × Q; setiap kelas ke-i) / A"
    assert sentence(tree) == "jumlah, untuk setiap kelas ke-i, dari (P dikali Q), dibagi A"
    assert tex(tree) == (r"\frac{\sum_{i} \left(\text{P}_{i} \times \text{Q}_{i}\right)}{\text{A}}")
    product = ["Multiply", ["At", "P", "i"], ["At", "Q", "i"]]
    each = ["Tabulate", ["Function", product, "i"], ["Length", "P"]]
    assert mathjson(tree) == ["Divide", ["Sum", each], "A"]
    assert (
        "<munder><mo>\u2211</mo><mi>i</mi></munder><mo>(</mo><msub><mi>P</mi><mi>i</mi></msub>"
        in mathml(tree)
    )
    assert "<sub>i</sub>" in drawing(_tree("jumlah(P × Q) + jumlah(P) + jumlah(Q) + A + A + A"))


def test_every_form_of_a_root() -> None:
    """The root sign goes over all of it."""
    tree = _tree("akar(A / 2)")
    assert line(tree) == "akar(A / 2)"
    assert sentence(tree) == "akar kuadrat dari (A dibagi 2)"
    assert sentence(_tree("akar(A) / 2")) == "akar kuadrat dari A dibagi 2"
    assert tex(tree) == r"\sqrt{\frac{\text{A}}{2}}"
    assert mathjson(tree) == ["Sqrt", ["Divide", "A", 2]]
    assert "<msqrt>" in mathml(tree)


def test_what_a_function_takes_is_heard() -> None:
    """Where it ends, and what it runs over."""
    assert sentence(_tree("bulat(A + 1) × 2")) == "pembulatan dari (A ditambah 1) dikali 2"
    assert sentence(_tree("min(P) + maks(R)")) == (
        "nilai terkecil, di antara setiap kelas ke-i, dari P, ditambah "
        "nilai terbesar, di antara setiap loket ke-k, dari R"
    )


def test_short_sums_are_mathml() -> None:
    """What a function runs over is not drawn, so it makes no drawing long; brackets are as high as
    what they hold."""
    assert "<math>" in drawing(_tree("jumlah(P × Q) / jumlah(Q)"))
    long = drawing(_tree("jumlah(P × Q × 100) / jumlah(Q × 100)"))
    assert (
        '<span class="rumus-kurung"><span class="rumus-himpunan">\u2211<sub>i</sub></span><i>(</i>'
        '<span><span class="rumus-kata">P<sub>i</sub></span>' in long
    )


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("jumlah(P × Q)", "32"),
        ("rata(P)", "2"),
        ("min(Q - P)", "3"),
        ("maks(P × Q / A)", "1.8"),
        ("jumlah(P) × jumlah(Q)", "90"),
        ("jumlah(R)", "7"),
        ("akar(A - 1)", "3"),
        (f"akar(2 / {TEN_14} / {TEN_14} / {TEN_14} / {TEN_14}) × {TEN_14} × {TEN_14}", ROOT_OF_2),
        ("jumlah(maks(P; 2) × A)", "70"),
        ("jumlah(P × jumlah(R))", "42"),
        ("akar(jumlah((P - rata(P)) × (P - rata(P))) / 3)", "0.8164965809"),
        ("jumlah(akar(rata(P) × 2) × Q)", "30"),
    ],
)
def test_values(text: str, result: str) -> None:
    """Each member in turn; two sets in two functions are two sets."""
    given = {"P": [1, 2, 3], "Q": [4, 5, 6], "R": [7]}
    values = {name: list(map(Decimal, each)) for name, each in given.items()}
    assert value(_tree(text), {**values, "A": Decimal(10)}) == Decimal(result)


def test_no_value() -> None:
    """What cannot be worked out is said."""
    uneven = {"P": [Decimal(1)], "Q": [Decimal(1), Decimal(2)]}
    assert value(_tree("jumlah(P × Q)"), uneven) == "banyak nilai tiap variabel tidak sama"
    assert value(_tree("akar(A)"), {"A": Decimal(-1)}) == "akar dari bilangan negatif"
    assert value(_tree("akar(A)"), {"A": Decimal(0)}) == 0


@given(st.decimals(min_value=0, max_value=10**15, places=6))
def test_a_root_is_right_to_fifteen_digits(number: Decimal) -> None:
    """As Decimal has it with more digits."""
    root = value(Call("akar", (Term("A", "A"),)), {"A": number})
    assert isinstance(root, Decimal)
    with localcontext(prec=60):
        assert abs(root - number.sqrt()) <= Decimal("5e-11")


@pytest.mark.parametrize(
    ("text", "column", "begins"),
    [
        ("jumlah(A × 2)", 1, 'fungsi "jumlah" perlu beberapa nilai, dipisah titik koma: jumlah(A'),
        ("2 × rata(A)", 5, 'fungsi "rata" perlu beberapa nilai'),
        ("P / A", 1, 'variabel "P" bernilai untuk setiap kelas ke-i: pakai di dalam jumlah('),
        ("jumlah(P) + Q", 13, 'variabel "Q" bernilai untuk setiap kelas ke-i'),
        ("jumlah(P; Q)", 8, 'variabel "P" bernilai untuk setiap kelas ke-i'),
        ("jumlah(P × R)", 8, '"setiap" berlainan dalam satu fungsi: kelas ke-i, loket ke-k.'),
        ("jumlah(jumlah(P))", 1, 'fungsi "jumlah" perlu beberapa nilai'),
        ("jumlah(P × rata(A))", 12, 'fungsi "rata" perlu beberapa nilai'),
        ("akar(A; 2)", 1, 'fungsi "akar" hanya menerima satu nilai.'),
    ],
)
def test_what_to_write_instead(text: str, column: int, begins: str) -> None:
    """A function of one plain number means nothing, and a set needs a function."""
    fault = _parsed(text)
    assert isinstance(fault, Fault)
    assert fault.column == column
    assert fault.message.startswith(begins)


@pytest.mark.parametrize(
    ("each", "letter"),
    [("kelas ke-i", "i"), ("loket ke k", "k"), ("tahun ken", ""), ("kelas", ""), ("ke-i", "")],
)
def test_the_letter_of_a_set(each: str, letter: str) -> None:
    """It ends what the set is of."""
    assert index(each) == letter


def _formula(**more: object) -> Ungkapan:
    variables = {name: {"arti": name, "setiap": "kelas ke-i"} for name in "MB"}
    return Ungkapan.model_validate(
        {"jenis": "ungkapan", "ungkapan": "jumlah(M × B)", "variabel": variables, **more}
    )


def test_an_example_of_several_values() -> None:
    """A list for what has several; at most a hundred."""
    formula = _formula(contoh={"M": ["1", "2"], "B": ["3", "4"], "hasil": "11"})
    assert formula.compute(formula.example()) == 11
    assert _formula(contoh={"M": "2", "B": "3", "hasil": "6"}).contoh is not None
    for wrong in (
        {"M": ["1", "2"], "B": ["3"], "hasil": "3"},
        {"M": "1", "B": "3", "hasil": ["3", "4"]},
        {"M": ["1"] * (MOST_MEMBERS + 1), "B": "3", "hasil": "3"},
    ):
        with pytest.raises(ValueError, match=r"contoh|isi"):
            _formula(contoh=wrong)


def test_points_for_conditions() -> None:
    """In words everywhere; nothing to copy or to calculate."""
    rubric = Rubrik.model_validate(
        {
            "jenis": "rubrik",
            "butir": [{"nilai": "0", "bila": "tidak ada"}, {"nilai": "4", "bila": "Apabila ada"}],
        }
    )
    assert rubric.line() == "0: tidak ada; 4: Apabila ada"
    assert rubric.sentence() == "Nilai 0 bila tidak ada; nilai 4 apabila ada."
    assert rubric.reading() is None
    assert not rubric.is_in_signs()
    assert "<dt>4</dt><dd>Apabila ada</dd>" in rubric.drawing()


def test_another_formula_for_each_case() -> None:
    """Each case is drawn, said and written; LaTeX only where each has some."""
    share = {"jenis": "persentase", "pembilang": "A", "penyebut": "B"}
    cases = [{"bila": "murah", "rumus": share}, {"bila": "mahal", "rumus": "Jumlah C"}]
    formula = Bersyarat.model_validate({"jenis": "bersyarat", "butir": cases})
    assert formula.line() == "bila murah: (A / B) × 100%; bila mahal: Jumlah C"
    assert formula.sentence() == (
        "Bila murah: A dibagi B, dikali 100 persen. Bila mahal: Jumlah C."
    )
    assert formula.tex() == (
        r"\begin{cases} \frac{\text{A}}{\text{B}} \times 100\% & \text{bila murah} \\ "
        r"\text{Jumlah C} & \text{bila mahal} \end{cases}"
    )
    assert Latex(jenis="latex", latex=formula.tex(), teks="x")
    assert [(when, each.jenis) for when, each in formula.cases()] == [
        ("Bila murah", "persentase"),
        ("Bila mahal", "jumlah"),
    ]
    assert formula.is_in_signs()
    words = [{"bila": "x", "rumus": "Sesuai pedoman"}]
    assert Bersyarat.model_validate({"jenis": "bersyarat", "butir": words}).tex() is None


def test_what_stands_for_the_eye_only_has_a_sentence() -> None:
    """LaTeX by hand, by itself and in a case, and a sign that nothing is said of."""
    latex = {"jenis": "latex", "latex": "x^2 % y", "teks": "x kuadrat"}
    assert Latex.model_validate(latex).reading() == "X kuadrat."
    cases = {"jenis": "bersyarat", "butir": [{"bila": "naik", "rumus": latex}]}
    formula = Bersyarat.model_validate(cases)
    assert [each.reading() for _, each in formula.cases()] == ["X kuadrat."]
    assert formula.tex() is None
    alone = {"jenis": "ungkapan", "ungkapan": "A", "variabel": {"A": {}}}
    assert Ungkapan.model_validate(alone).reading() == "A."


def test_meanings_are_heard() -> None:
    """Once; what comes again is introduced with its sign, unless its meaning has it."""
    variables = {
        "R": "Realisasi",
        "T": {"arti": "Target (T)"},
        "M": {"arti": "Kemajuan", "ungkapan": "R / T"},
        "B": {},
    }
    formula = Ungkapan.model_validate(
        {"jenis": "ungkapan", "ungkapan": "(R - T) / T × M + B", "variabel": variables}
    )
    assert formula.sentence() == (
        "Selisih Realisasi (R) dan Target (T), dibagi T, lalu dikali Kemajuan (M), ditambah B. "
        "M adalah R dibagi T."
    )


def test_a_meaning_is_not_repeated_without_end() -> None:
    """However often a variable stands in an expression."""
    data = {"jenis": "ungkapan", "ungkapan": "A" + "+A" * 199, "variabel": {"A": "kata " * 700}}
    assert len(Ungkapan.model_validate(data).sentence()) < 8_000


def test_signs_and_what_they_mean() -> None:
    """With the letter of their set; no row that says nothing. A letter inside a word is no sign."""
    variables = {
        "P": {"arti": "Persentase", "setiap": "kelas ke-i"},
        "D": {"ungkapan": "A / 2"},
        "A": {},
        "S": "S",
    }
    formula = Ungkapan.model_validate(
        {"jenis": "ungkapan", "ungkapan": "rata(P) + D + S", "variabel": variables}
    )
    rows = [(str(sign), told, drawn is not None) for sign, told, drawn in formula.legend()]
    assert rows == [
        ("P<sub>i</sub>", "Persentase, setiap kelas ke-i", False),
        ("D", "A dibagi 2.", True),
    ]
    assert formula.labels() == {"P": "Persentase, setiap kelas ke-i (P)", "S": "S"}


@pytest.mark.long
def test_many_numbers_have_an_end() -> None:
    """Sets in sets, and examples of many numbers in one file."""
    most = [Decimal(10**14 + n) for n in range(MOST_MEMBERS)]
    tree = _tree("jumlah(1 / (P - jumlah(1 / Q)))")
    assert parts_with(tree, {"P": most, "Q": most}) > MAX_PARTS
    assert value(tree, {"P": most, "Q": most}) == TOO_MANY
    assert isinstance(value(_tree("jumlah(1 / P)"), {"P": most}), Decimal)
    example = {"jenis": "ungkapan", "ungkapan": "jumlah(M" + " × M" * 9 + ")"}
    example |= {"variabel": {"M": {"setiap": "kelas ke-i"}}}
    example |= {"contoh": {"M": ["1"] * MOST_MEMBERS, "hasil": str(MOST_MEMBERS)}}
    effort = Effort()
    for _ in range(FORMULAS // 2_000):
        Ungkapan.model_validate(example, context=effort)
        if not effort.spend(0):
            break
    with pytest.raises(ValidationError) as raised:
        Ungkapan.model_validate(example, context=effort)
    assert raised.value.errors()[0]["ctx"]["kesalahan"] == [(("contoh",), TOO_MUCH, 0)]
