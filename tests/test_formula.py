"""Formulas: each kind in each output."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.formula import Rumus
from generator.formula.forms import drawing
from generator.formula.forms.line import line
from generator.formula.forms.mathml import mathml
from generator.formula.forms.sentence import sentence
from generator.formula.grammar import FUNCTIONS, Fault, is_name, parse
from generator.formula.kinds.kind import Kind
from generator.formula.tree import Call, Group, Negative, Node, Number, Operation, Term, bare
from generator.formula.value import value

NAMES = ("IKM", "IPP", "n_1")
SYMBOLS = {name: name for name in NAMES}


def _read(data: object) -> Kind:
    return TypeAdapter(Rumus).validate_python(data)


TOO_LARGE = "terlalu panjang bila variabelnya diuraikan (paling banyak 400 bagian, 200 tingkat)."


def _faults(data: object) -> list[str]:
    """What is wrong with a formula: where, and the sentence."""
    with pytest.raises(ValidationError) as raised:
        _read(data)
    found = []
    for error in raised.value.errors():
        context = error["ctx"]
        for way, message, *_ in context.get("kesalahan", [((), context.get("pesan"))]):
            found.append(f"{'.'.join(map(str, (*error['loc'][1:], *way)))} {message}")
    return found


def _parsed(text: str) -> Node:
    tree = parse(text, SYMBOLS)
    assert not isinstance(tree, Fault), tree
    return tree


@pytest.mark.parametrize(
    ("data", "shown", "said"),
    [
        ("Jumlah desa", "Jumlah desa", "Jumlah desa."),
        ("Terlaksananya kegiatan", "Terlaksananya kegiatan", "Terlaksananya kegiatan."),
        (
            {"jenis": "jumlah", "hitung": "Σ server yang berfungsi"},
            "Σ server yang berfungsi",
            "Jumlah server yang berfungsi.",
        ),
        (
            {"jenis": "persentase", "pembilang": "Jumlah A", "penyebut": "Jumlah B"},
            "(Jumlah A / Jumlah B) × 100%",
            "Jumlah A dibagi Jumlah B, dikali 100 persen.",
        ),
        (
            {"jenis": "persentase", "pembilang": "Σ A.", "penyebut": "B " * 40},
            f"(Σ A. / {('B ' * 40).strip()}) × 100%",
            f"Jumlah A, dibagi {('B ' * 40).strip()}, dikali 100 persen.",
        ),
        (
            {"jenis": "persentase", "pembilang": "Σ A", "penyebut": "Σ B", "faktor": "100"},
            "(Σ A / Σ B) × 100",
            "Jumlah A dibagi jumlah B, dikali 100.",
        ),
        (
            {"jenis": "rasio", "pembilang": "Petugas", "penyebut": "Penduduk", "faktor": "1.000"},
            "(Petugas / Penduduk) × 1.000",
            "Petugas dibagi Penduduk, dikali 1.000.",
        ),
        (
            {"jenis": "rasio", "pembilang": "A", "penyebut": "B"},
            "A / B",
            "A dibagi B.",
        ),
        (
            {
                "jenis": "ungkapan",
                "hasil": "IKPP",
                "ungkapan": "((IKM_NK × 2,5) + (IPP × 2)) / 2",
                "variabel": {
                    "IKM_NK": {"simbol": "IKM non konversi", "ungkapan": "IKM / 25"},
                    "IKM": "Indeks Kepuasan Masyarakat",
                    "IPP": "Indeks Pelayanan Publik",
                },
            },
            "IKPP = ((IKM non konversi × 2,5) + (IPP × 2)) / 2",
            "IKPP adalah IKM non konversi dikali 2,5, ditambah Indeks Pelayanan Publik dikali 2, "
            "seluruhnya dibagi 2. IKM non konversi adalah Indeks Kepuasan Masyarakat dibagi 25.",
        ),
        (
            {
                "jenis": "bobot",
                "butir": [
                    {"hitung": "Menggandakan data", "bobot": "0,013", "per": "kegiatan"},
                    {"hitung": "Merekam data", "bobot": "0,001", "per": "1000 karakter"},
                ],
            },
            "Menggandakan data (0,013 per kegiatan); Merekam data (0,001 per 1000 karakter)",
            "Jumlahkan: Menggandakan data, dikali 0,013; Merekam data, dibagi 1.000, dikali 0,001.",
        ),
        (
            {"jenis": "daftar", "gabung": "jumlahkan", "butir": ["Akta lahir", "Akta mati"]},
            "Akta lahir + Akta mati",
            "Jumlah dari: Akta lahir; Akta mati.",
        ),
        (
            {"jenis": "daftar", "butir": ["Jumlah KK", "Σ KTP"]},
            "Jumlah KK; Σ KTP",
            "Dihitung masing-masing: Jumlah KK; jumlah KTP.",
        ),
        (
            {"jenis": "ambang", "ukur": "Waktu", "batas": "kurang dari 10", "satuan": "menit"},
            "Waktu: kurang dari 10 menit",
            "Waktu harus kurang dari 10 menit.",
        ),
        (
            {"jenis": "nilai", "nilai": "Nilai AKIP", "penilai": "Tim AKIP"},
            "Nilai AKIP",
            "Nilai AKIP, ditetapkan oleh Tim AKIP.",
        ),
        ({"jenis": "nilai", "nilai": "Nilai AKIP"}, "Nilai AKIP", "Nilai AKIP."),
        (
            {"jenis": "hilang", "sebab": "gambar tidak terbaca", "halaman": "5"},
            "(rumus tidak tersedia: gambar tidak terbaca, halaman 5)",
            "Rumus tidak tersedia: gambar tidak terbaca, halaman 5.",
        ),
        (
            {"jenis": "latex", "latex": r"\sqrt{a}", "teks": "akar dari a"},
            "akar dari a",
            "Akar dari a.",
        ),
    ],
)
def test_line_and_sentence(data: object, shown: str, said: str) -> None:
    """One line of text, and the sentence that is read out."""
    rumus = _read(data)
    assert rumus.line() == shown
    assert rumus.sentence() == said


def test_a_fraction_of_words_is_drawn_for_the_eye_only() -> None:
    """HTML that wraps, hidden from screen readers; the words are escaped."""
    data = {"jenis": "persentase", "pembilang": "A < B", "penyebut": "<script>"}
    assert _read(data).drawing() == (
        '<div class="rumus" aria-hidden="true"><span class="rumus-baris">(</span>'
        '<span class="rumus-pecahan"><span><span class="rumus-kata">A &lt; B</span></span>'
        '<span class="rumus-baris"> / </span>'
        '<span><span class="rumus-kata">&lt;script&gt;</span></span></span>'
        '<span class="rumus-baris">)</span> <span class="rumus-tanda">×</span>'
        ' <span class="rumus-angka">100%</span></div>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "(IKM + 2,5) / IPP",
        "((IKM × 2,5) + (IPP × 2)) / 2",
        "IKM / (IPP − n_1)",
        "3 × (IKM / IPP)",
        "IKM / (IPP / n_1)",
        "(IKM / IPP) / n_1",
        "IKM × 2 / IPP",
    ],
)
def test_a_drawing_copies_as_its_line(text: str) -> None:
    """What the bar says to the eye, hidden signs say in a copy and on a page without its style."""
    tree = _parsed(text)
    shown = re.sub("<[^>]+>", "", drawing._html(bare(tree))).replace("\u2212", "-")
    assert re.sub(r"\s+", "", shown) == re.sub(r"\s+", "", line(bare(tree)))


def test_a_short_expression_is_mathml() -> None:
    """Signs are drawn natively, inside one row."""
    assert mathml(_parsed("(IKM + 2,5) / IPP")) == (
        "<math><mrow><mfrac><mrow><mi>IKM</mi><mo>+</mo><mn>2,5</mn></mrow>"
        "<mrow><mi>IPP</mi></mrow></mfrac></mrow></math>"
    )
    assert mathml(_parsed("-(IKM − rata(IPP; 2)) × 3")) == (
        "<math><mrow><mrow><mo>−</mo><mrow><mo>(</mo><mi>IKM</mi><mo>−</mo><mrow><mi>rata</mi>"
        "<mo>(</mo><mi>IPP</mi><mo>;</mo><mn>2</mn><mo>)</mo></mrow><mo>)</mo></mrow></mrow>"
        "<mo>×</mo><mn>3</mn></mrow></math>"
    )


@pytest.mark.parametrize("sign", ["×", "x", "X", "*", "·"])
def test_every_way_to_write_times(sign: str) -> None:
    """What a keyboard has is as good as what a decree prints."""
    assert line(_parsed(f"IKM {sign} 2,5")) == "IKM × 2,5"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("IKM + IPP × 2", "IKM ditambah IPP dikali 2"),
        ("(IKM + IPP) × 2", "IKM ditambah IPP, seluruhnya dikali 2"),
        ("(IPP - IKM) / IKM × 100", "selisih IPP dan IKM, dibagi IKM, lalu dikali 100"),
        ("(IPP - IKM) × 2", "selisih IPP dan IKM, dikali 2"),
        ("IPP - IKM", "IPP dikurangi IKM"),
        ("IKM / (IPP + 2)", "IKM dibagi (IPP ditambah 2)"),
        ("IKM - (IPP - 2)", "IKM dikurangi (IPP dikurangi 2)"),
        ("IKM - (IPP × 2)", "IKM dikurangi IPP dikali 2"),
        ("rata(IKM; IPP; 3)", "rata-rata dari IKM, IPP, dan 3"),
        ("min(IKM; IPP)", "nilai terkecil di antara IKM dan IPP"),
        ("maks(IKM; IPP)", "nilai terbesar di antara IKM dan IPP"),
        ("jumlah(IKM; IPP)", "jumlah dari IKM dan IPP"),
        ("bulat(IKM)", "pembulatan dari IKM"),
    ],
)
def test_brackets_are_spoken_only_where_they_matter(text: str, said: str) -> None:
    """Precedence is heard, not read out."""
    assert sentence(_parsed(text)) == said


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", 1, "rumus masih kosong."),
        ("IKM +", 6, "rumus terputus di sini: lengkapi dengan angka atau nama variabel."),
        ("IKM IPP", 5, 'tidak menyangka "IPP" di sini. Kurang tanda + - × atau /?'),
        ("+ 2", 1, 'tanda "+" (ditambah) belum punya angka atau nama di depannya.'),
        ("IKM × × 2", 7, 'tanda "×" (dikali) belum punya angka atau nama di depannya.'),
        ("(IKM", 1, 'kurung buka "(" ini belum ditutup dengan ")".'),
        ("IKM)", 4, 'ada kurung tutup ")" tanpa kurung buka.'),
        ("()", 2, 'tidak menyangka ")" di sini. Isi dengan angka atau nama.'),
        ("IKN", 1, 'variabel "IKN" tidak dikenal. Maksudnya "IKM"?'),
        ("BMD", 1, 'variabel "BMD" tidak dikenal. Tambahkan di "variabel".'),
        ("ratarata(2)", 1, 'fungsi "ratarata" tidak dikenal. Maksudnya "rata"?'),
        ("bulat(2; 3)", 1, 'fungsi "bulat" hanya menerima satu nilai.'),
        ("2; 3", 2, 'tanda ";" hanya dipakai di dalam fungsi, misalnya rata(A; B).'),
        ("IKM ^ 2", 5, 'tanda "^" tidak dikenal dalam rumus. '
         "Di sini tidak ada pangkat: tulis perkaliannya, misalnya A × A."),
        ("IKM ** 2", 5, 'tanda "**" tidak dikenal dalam rumus. '
         "Di sini tidak ada pangkat: tulis perkaliannya, misalnya A × A."),
        ("maks(IKM, 5)", 9, 'tanda "," tidak dikenal dalam rumus. Nilai di dalam fungsi dipisah '
         'titik koma: rata(A; B); desimal ditulis "2,5".'),
        ("[IKM]", 1, 'tanda "[" tidak dikenal dalam rumus. Tulis "(".'),
        ("√(IKM)", 1, 'tanda "√" tidak dikenal dalam rumus. Tulis akar(…).'),
        ("2 × 40%", 7, 'tanda "%" tidak dipakai di sini: tulis 0,4 untuk 40%, '
         "dan 100 untuk × 100%."),
        ("2.5", 1, 'desimal memakai koma, bukan titik: tulis "2,5".'),
        ("1234567890123456", 1, "angka terlalu panjang: paling banyak 15 digit."),
        ("(" * 25, 1, "terlalu banyak kurung (paling banyak 24)."),
        ("1+" * 251, 501, "terlalu panjang (paling banyak 500 huruf)."),
    ],
)  # fmt: skip
def test_what_is_no_expression(text: str, column: int, message: str) -> None:
    """A column, and what to type instead."""
    assert parse(text, SYMBOLS) == Fault(column, message)


@pytest.mark.parametrize("name", [*FUNCTIONS, "x", "X", "1a", "a b", "", "_a", "a-b", "a" * 41])
def test_what_no_variable_may_be_called(name: str) -> None:
    """Names that the grammar would read as something else."""
    assert not is_name(name)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("IKM × 2,5 + 1", "216.625"),
        ("IKM / 0", "penyebut bernilai nol"),
        ("0 / 0", "penyebut bernilai nol"),
        ("999999999999999 × 999999999999999 × 2", "hasil terlalu besar"),
        ("2 / 3", "0.6666666667"),
        ("-2 / 3", "-0.6666666667"),
        ("rata(1; 2; 6)", "3"),
        ("min(3; 2) + maks(3; 2) + jumlah(1; 1)", "7"),
        ("bulat(2,5) - bulat(-2,5)", "6"),
        ("-(1 - 3)", "2"),
        ("1.000 / 4", "250"),
    ],
)
def test_value(text: str, result: str) -> None:
    """Decimal arithmetic; what has no value says why."""
    found = value(_parsed(text), {"IKM": Decimal("86.25"), "IPP": Decimal(4), "n_1": Decimal(1)})
    assert str(found if isinstance(found, str) else found.normalize() + 0) == result


def test_a_percentage_may_exceed_a_hundred() -> None:
    """And 100 counts as 100%: both mean percent."""
    for factor in ("100%", "100"):
        rumus = _read({"jenis": "persentase", "pembilang": "A", "penyebut": "B", "faktor": factor})
        numbers = {"pembilang": Decimal(3), "penyebut": Decimal(2)}
        assert rumus.compute(numbers) == Decimal(150)


def test_points_for_a_thousand_characters() -> None:
    """A weight is for as many as the decree says."""
    rumus = _read(
        {"jenis": "bobot", "butir": [{"hitung": "x", "bobot": "0,001", "per": "1.000 karakter"}]}
    )
    assert rumus.compute({"butir_1": Decimal(5000)}) == Decimal("0.005")


def test_a_derived_variable_is_worked_out() -> None:
    """Only what is not derived has to be known."""
    rumus = _read(
        {
            "jenis": "ungkapan",
            "ungkapan": "A × 2",
            "variabel": {"A": {"ungkapan": "B + C"}, "B": "b", "C": {"ungkapan": "B / 2"}},
        }
    )
    assert [term.name for term in rumus.terms()] == ["B"]
    assert rumus.compute({"B": Decimal(4)}) == Decimal(12)


def _trees() -> st.SearchStrategy[Node]:
    atoms = st.one_of(
        st.sampled_from([Term(name, name, is_symbol=True) for name in NAMES]),
        st.integers(0, 999).map(lambda n: Number(str(n), Decimal(n))),
    )
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            st.builds(Operation, st.sampled_from("+-×/"), inner.map(_wrapped), inner.map(_wrapped)),
            st.builds(Negative, inner.map(_wrapped)),
            st.builds(Group, inner),
            st.builds(
                Call,
                st.sampled_from(("rata", "min", "maks", "jumlah")),
                st.lists(inner, min_size=2, max_size=3).map(tuple),
            ),
            st.builds(Call, st.sampled_from(("bulat", "akar")), inner.map(lambda one: (one,))),
        ),
        max_leaves=8,
    )


def _wrapped(node: Node) -> Node:
    """What the grammar would only give in brackets."""
    return Group(node) if isinstance(node, Operation | Negative) else node


@given(_trees())
def test_printing_and_reading_give_the_same_tree(tree: Node) -> None:
    """The line of a tree says all of it."""
    text = line(tree)
    if len(text) <= 500 and text.count("(") <= 24:
        assert parse(text, SYMBOLS) == tree


@given(st.text("IKMx+-×/:;(), 0123456789.%^\"'_\n", max_size=500) | st.text(max_size=500))
def test_no_text_breaks_the_parser(text: str) -> None:
    """Any text is a tree, or a fault with a column inside the text or just behind it."""
    result = parse(text, SYMBOLS)
    if isinstance(result, Fault):
        assert 1 <= result.column <= len(text) + 1
        assert result.message.endswith((".", "?"))


@pytest.mark.parametrize(
    ("data", "tex", "tree"),
    [
        (
            {"jenis": "persentase", "pembilang": "A & B", "penyebut": "50% C_1"},
            r"\frac{\text{A \& B}}{\text{50\% C\_1}} \times 100\%",
            ["Multiply", ["Divide", "pembilang", "penyebut"], 100],
        ),
        (
            {
                "jenis": "ungkapan",
                "ungkapan": "rata(A; 2,5) - (A + 1) × -A",
                "variabel": {"A": "a"},
            },
            r"\operatorname{rata}\left(\text{A}; 2{,}5\right) - "
            r"\left(\text{A} + 1\right) \times -\text{A}",
            [
                "Subtract",
                ["Mean", ["List", "A", {"num": "2.5"}]],
                ["Multiply", ["Add", "A", 1], ["Negate", "A"]],
            ],
        ),
        (
            {"jenis": "daftar", "gabung": "jumlahkan", "butir": ["A", "B"]},
            r"\text{A} + \text{B}",
            ["Add", "butir_1", "butir_2"],
        ),
        ({"jenis": "daftar", "butir": ["A", "B"]}, None, None),
        ("Terlaksananya", None, None),
    ],
)
def test_forms_to_copy(data: object, tex: str | None, tree: object) -> None:
    """LaTeX with every special sign escaped, and a tree for programs."""
    rumus = _read(data)
    assert rumus.tex() == tex
    assert rumus.mathjson() == tree


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\text{<img src=x onerror=alert(1)>}",
        r"\text{<svg/onload=alert(1)>}",
        r"\text{</math><script>alert(1)</script>}",
        r"\href{javascript:alert(1)}{x}",
        r"\url{javascript:alert(1)}",
        r"\class{x}{y}",
        r"\style{color:red}{x}",
        r"\htmlId{x}{y}",
        r"\includegraphics{x}",
        r"\input{/etc/passwd}",
        r"\write18{ls}",
        r"\def\a{\a\a}\a",
        r"\newcommand{\a}{\a\a}\a",
        r"\def\a{b\a}\a",
        r"\color{red}x",
        r"\unicode{x3c}script\unicode{x3e}",
        "x" * 1001,
        "{" * 400,
        r"\frac" * 200,
        r"\left( " * 140,
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        r"\operatorname{<img/src=x/onerror=alert(1)>}",
    ],
)
def test_hostile_latex_is_refused_or_inert(latex: str) -> None:
    """What passes holds nothing but MathML and words."""
    try:
        rumus = _read({"jenis": "latex", "latex": latex, "teks": "kalimat"})
    except ValidationError:
        return
    drawn = str(rumus.drawing())
    tags = set(re.findall(r"<\s*([a-zA-Z0-9]+)", drawn))
    assert tags <= {"div", "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "mstyle"}
    assert not re.search(r"<[^>]*\b(on\w+|href|src|style|id)\s*=", drawn)


def test_a_chain_of_variables_cannot_explode() -> None:
    """Twenty doublings are refused at once."""
    variables = {f"V{n}": {"ungkapan": f"V{n + 1} + V{n + 1}"} for n in range(20)}
    data = {"jenis": "ungkapan", "ungkapan": "V0", "variabel": {**variables, "V20": "dasar"}}
    assert _faults(data) == [f"variabel.V12.ungkapan {TOO_LARGE}"]


def _chained(length: int) -> dict[str, object]:
    variables: dict[str, object] = {f"V{n}": {"ungkapan": f"V{n + 1}"} for n in range(length)}
    return {"jenis": "ungkapan", "ungkapan": "V0", "variabel": {**variables, f"V{length}": "dasar"}}


@pytest.mark.long
def test_a_long_chain_of_variables_is_a_fault_and_no_crash() -> None:
    """Each link is short; all of them written out are not. The longest allowed can be shown."""
    assert _faults(_chained(500)) == [f"variabel.V300.ungkapan {TOO_LARGE}"]
    longest = _read(_chained(199))
    assert longest.compute({"V199": Decimal(7)}) == 7
    assert longest.sentence().startswith("V0. V0 adalah V1. V1 adalah V2.")
    assert longest.tex() == r"\text{V0}"
    assert longest.mathjson() == "V199"


def test_sums_within_sums_are_a_fault_and_no_crash() -> None:
    """Four variables of 240 `+1` each, one in the other."""
    ones = "+1" * 240
    variables = {f"V{n}": {"ungkapan": f"V{n + 1}{ones}"} for n in range(4)}
    data = {"jenis": "ungkapan", "ungkapan": "V0", "variabel": {**variables, "V4": "dasar"}}
    assert _faults(data) == [f"variabel.V3.ungkapan {TOO_LARGE}"]


def test_the_longest_sum_has_every_form() -> None:
    """What the limits let through is drawn, said and worked out."""
    data = {"jenis": "ungkapan", "ungkapan": "A" + "+A" * 199, "variabel": {"A": "a"}}
    rumus = _read(data)
    assert rumus.compute({"A": Decimal(2)}) == 400
    assert all((rumus.line(), rumus.sentence(), rumus.drawing(), rumus.tex(), rumus.mathml()))
    assert _faults({**data, "ungkapan": "A" + "+A" * 200}) == [f"ungkapan {TOO_LARGE}"]


def test_a_circle_of_many_variables_is_told_in_short() -> None:
    """Found in one pass, and told by its beginning and its end."""
    variables = {f"V{n}": {"ungkapan": f"V{(n + 1) % 1500}"} for n in range(1500)}
    (fault,) = _faults({"jenis": "ungkapan", "ungkapan": "V0", "variabel": variables})
    assert "berputar pada dirinya sendiri: V" in fault
    assert fault.count("→") == 8


@pytest.mark.parametrize("gabung", ["jumlahkan", "terpisah"])
def test_a_list_may_be_long(gabung: str) -> None:
    """1,500 items have every form that the kind has, and a worked example."""
    items = [f"Jumlah {n}" for n in range(1500)]
    rumus = _read({"jenis": "daftar", "butir": items, "gabung": gabung})
    assert rumus.line().count("Jumlah") == 1500
    assert rumus.sentence().count(";") == 1499
    assert rumus.drawing().count("<li>") == 1500
    if gabung == "jumlahkan":
        assert (
            rumus.compute(dict.fromkeys((f"butir_{n}" for n in range(1, 1501)), Decimal(1))) == 1500
        )
        assert all((rumus.tex(), rumus.mathml(), rumus.mathjson()))


@pytest.mark.long
def test_weighted_points_may_be_many() -> None:
    """As above, each with its weight."""
    items = [{"hitung": f"Jumlah {n}", "bobot": "0,5", "per": "2 lembar"} for n in range(1500)]
    rumus = _read({"jenis": "bobot", "butir": items})
    assert rumus.compute(dict.fromkeys((f"butir_{n}" for n in range(1, 1501)), Decimal(4))) == 1500
    assert all((rumus.line(), rumus.sentence(), rumus.drawing(), rumus.tex(), rumus.mathml()))


def test_an_example_of_very_large_numbers_is_compared() -> None:
    """As many digits before the comma as a value may have, and as many behind it as one types."""
    data = {
        "jenis": "ungkapan",
        "ungkapan": "A × A",
        "variabel": {"A": "a"},
        "contoh": {"A": "999999999999999", "hasil": "0,12345678901234"},
    }
    expected = "999.999.999.999.998.000.000.000.000.001"
    assert _faults(data) == [f"contoh.hasil seharusnya {expected} menurut rumusnya."]
