"""The calculator of the page gives the same digits as Python."""

import json
import random
from decimal import Decimal

import pytest
from playwright.sync_api import Browser

from generator.formula.forms.mathjson import mathjson
from generator.formula.grammar import OF_ONE
from generator.formula.tree import Call, Group, Negative, Node, Number, Operation, Over, Term
from generator.formula.value import (
    DIVISION_BY_ZERO,
    NEGATIVE_ROOT,
    TOO_LARGE,
    TOO_MANY,
    UNEVEN_SETS,
    value,
)
from generator.values import numbers

pytestmark = [pytest.mark.site, pytest.mark.browser]

WHY = {
    DIVISION_BY_ZERO: "nol",
    TOO_LARGE: "besar",
    NEGATIVE_ROOT: "akar",
    UNEVEN_SETS: "banyak",
    TOO_MANY: "rumit",
}
"""What the script calls the reasons why there is no value; the page has their words."""
NAMES = ("IKM", "IPP", "pembilang")
SETS = ("P", "Q")
RUN = """async cases => {
  const { calculate, readNumber, readNumbers } = await import("/assets/rumus.js");
  const read = (texts, by) => Object.fromEntries(Object.entries(texts).map(([n, t]) => [n, by(t)]));
  return cases.map(([tree, given, several]) =>
    calculate(tree, { ...read(given, readNumber), ...read(several, readNumbers) }));
}"""
READ = """async texts => {
  const { readNumber } = await import("/assets/rumus.js");
  return texts.map(text => {
    const read = readNumber(text);
    return read === null ? null : [String(read[0]), String(read[1])];
  });
}"""


def _tree(chance: random.Random, depth: int) -> Node:
    """A tree of any shape, some of it dividing by zero."""
    if depth == 0 or chance.random() < 0.2:
        if chance.random() < 0.6:
            return Term(name := chance.choice(NAMES), name, is_symbol=True)
        number = Decimal(chance.choice((0, 1, 2, 7, 25, 100, 999_999))).scaleb(
            chance.choice((0, -1, -3))
        )
        return Number(numbers.show(number), number)
    kind = chance.randrange(8)
    inner = [_tree(chance, depth - 1) for _ in range(chance.randint(1, 3))]
    if kind == 0:
        return Negative(Group(inner[0]))
    if kind == 1:
        function = chance.choice(("rata", "min", "maks", "jumlah", "bulat", "akar", "akar"))
        return Call(function, tuple(inner[:1] if function in OF_ONE else inner))
    if kind == 2:
        return _over(chance, depth)
    return Operation(chance.choice("+-×/"), Group(inner[0]), Group(inner[-1]))


def _set(chance: random.Random, depth: int) -> Node:
    """A tree over what has several values, with others beside them."""
    if depth <= 0 or chance.random() < 0.3:
        name = chance.choice(SETS)
        return Term(name, name, True, "i")
    beside = chance.choice((_set, _set, _over, _tree_without_sets, _tree_without_sets))
    left, right = _set(chance, depth - 1), beside(chance, depth - 1)
    if chance.random() < 0.2:
        return Call(chance.choice(("rata", "min", "maks", "jumlah")), (left, right))
    return Operation(chance.choice("+-×/"), Group(left), Group(right))


def _over(chance: random.Random, depth: int) -> Node:
    """A function over a set."""
    function = chance.choice(("rata", "min", "maks", "jumlah"))
    return Over(function, _set(chance, depth - 1), "i", "kelas ke-i")


def _large(members: int) -> tuple[Node, dict[str, str], dict[str, str]]:
    """Sums in a sum: beyond 98 members their parts are too many. Brackets are no parts."""
    first, second = (Term(name, name, True, "i") for name in SETS)
    inner = Group(Group(Over("jumlah", second, "i", "kelas ke-i")))
    whole = Over("jumlah", Operation("/", first, inner), "i", "kelas ke-i")
    given = "; ".join(str(10**14 + n) for n in range(members))
    return whole, {}, dict.fromkeys(SETS, given)


def _tree_without_sets(chance: random.Random, depth: int) -> Node:
    name = chance.choice(NAMES)
    if depth <= 0 or chance.random() < 0.5:
        return Term(name, name, is_symbol=True)
    root = Call("akar", (Group(Term(name, name, is_symbol=True)),))
    return Operation(chance.choice("+×"), root, Number("2", Decimal(2)))


def _several(chance: random.Random) -> dict[str, str]:
    """Mostly as many values of each set, sometimes not."""
    count = chance.randint(1, 4)
    return {
        name: "; ".join(
            numbers.show(Decimal(chance.randrange(-1000, 10**6)).scaleb(-2))
            for _ in range(count + (chance.random() < 0.05))
        )
        for name in SETS
    }


def _given(chance: random.Random) -> dict[str, str]:
    return {
        name: numbers.show(
            Decimal(chance.randrange(-(10**6), 10**9)).scaleb(-chance.choice((0, 0, 2, 4)))
            if chance.random() < 0.9
            else Decimal(0)
        )
        for name in NAMES
    }


def test_the_same_digits(browser: Browser, base: str) -> None:
    """Over 3,000 random trees and inputs, to the last digit and to the last refusal."""
    chance = random.Random(20240110)
    cases = [
        (_tree(chance, chance.randint(1, 5)), _given(chance), _several(chance)) for _ in range(3000)
    ]
    cases += [_large(98), _large(99)]
    expected = []
    for tree, given, several in cases:
        known: dict[str, Decimal | list[Decimal]] = {
            **{name: numbers.parse(text) for name, text in given.items()},
            **{name: list(map(numbers.parse, text.split("; "))) for name, text in several.items()},
        }
        found = value(tree, known)
        expected.append(WHY[found] if isinstance(found, str) else numbers.show(found))
    page = browser.new_page()
    page.goto(base)
    sent = [[mathjson(tree), given, several] for tree, given, several in cases]
    assert page.evaluate(RUN, json.loads(json.dumps(sent))) == expected
    refused = {each for each in expected if not each[-1].isdigit()}
    assert expected[-2:] == ["1", "rumit"]
    assert refused == {"nol", "besar", "akar", "banyak", "rumit"}
    page.close()


def test_the_same_numbers_are_understood(browser: Browser, base: str) -> None:
    """What Python refuses in the YAML, the field refuses too."""
    texts = ["1", "-2,5", "\u22122,5", "1.000", "1.000.000,25", " 7 ", "2.5", "1.00", "1,", ",5",
             "1.0000", "abc", "", "1e5", "12 500", "123456789012345", "1234567890123456",
             "٣", "１", "0,000", "-0", "--1", "+1", "0.125", "-0.500", "01.000"]  # fmt: skip
    page = browser.new_page()
    page.goto(base)
    for text, read in zip(texts, page.evaluate(READ, texts), strict=True):
        try:
            expected = numbers.parse(text)
        except ValueError:
            assert read is None, text
        else:
            assert Decimal(read[0]) / Decimal(read[1]) == expected, text
    page.close()


IKU = "kab-jombang/kecamatan-kesamben/2024/kecamatan-kesamben/"


def test_a_reader_calculates(browser: Browser, base: str) -> None:
    """Open by keyboard, type, hear the result; a wrong number is told what to type."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + IKU, wait_until="networkidle")
    card = page.locator("#ikpp + .indikator")
    card.locator("summary", has_text="Hitung").focus()
    page.keyboard.press("Enter")
    card.get_by_label("Indeks Kepuasan Masyarakat (IKM)").fill("86,25")
    for wrong, sentence in {
        "empat": "Tulis angka saja, misalnya 1.250 atau 2,5.",
        "1234567890123456": "Angka terlalu panjang: paling banyak 15 digit.",
    }.items():
        card.get_by_label("Indeks Pelayanan Publik (IPP)").fill(wrong)
        assert card.get_by_text(sentence).is_visible()
        assert card.get_by_label("Indeks Pelayanan").get_attribute("aria-invalid") == "true"
        assert card.locator("output").inner_text() == ""
    for typed, said in {
        "4.12": "Terbaca 4,12. Pakai koma untuk desimal: 4,12.",
        "0.125": "Terbaca 0,125. Pakai koma untuk desimal: 0,125.",
        "1.250": "Terbaca 1250.",
        "2,500": "Terbaca 2,5.",
        "12": "",
    }.items():
        card.get_by_label("Indeks Pelayanan Publik (IPP)").fill(typed)
        assert card.locator(".hitung-pesan").last.inner_text() == said
        assert card.get_by_label("Indeks Pelayanan").get_attribute("aria-invalid") == "false"
        assert card.locator("output").inner_text() != ""
    card.get_by_role("button", name="Isi contoh").click()
    assert card.get_by_text("Angka contoh, bukan data instansi.").is_visible()
    card.get_by_label("Indeks Pelayanan Publik (IPP)").fill("4.12")
    assert card.get_by_label("Indeks Kepuasan Masyarakat (IKM)").input_value() == "86,25"
    assert not card.get_by_text("Angka contoh, bukan data instansi.").is_visible()
    assert card.locator("output").inner_text() == "IKPP = 8,4325"
    card.get_by_label("Indeks Pelayanan Publik (IPP)").fill("4,12")
    card.get_by_role("button", name="Salin tautan hitungan").click()
    shared = page.evaluate("navigator.clipboard.readText()")
    assert shared == f"{base}{IKU}#hitung:ikpp;IKM=86,25;IPP=4,12"
    requests: list[str] = []
    other = context.new_page()
    other.on("request", lambda request: requests.append(request.url))
    other.goto(shared, wait_until="networkidle")
    assert other.locator("#ikpp + .indikator output").inner_text() == "IKPP = 8,4325"
    assert not any("86" in url.partition("#")[0] for url in requests)
    context.close()


SETS_OF = "kab-contoh/rsud-contoh/2024/komite-mutu/"


def test_a_reader_calculates_over_a_set(browser: Browser, example_base: str) -> None:
    """Several numbers in a field, as many in each; told where one is wrong; shared by a link."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(example_base + SETS_OF, wait_until="networkidle")
    card = page.locator("#indeks-mutu + .indikator")
    card.locator("summary", has_text="Hitung").click()
    values, weights = card.locator("input").first, card.locator("input").last
    label = "Bobot, setiap kelas perawatan ke-i (B) (beberapa angka, pisahkan dengan titik koma)"
    values.fill("80; 90,5")
    assert card.get_by_label(label).count() == 1
    for wrong, sentence in {
        "1; dua": "Tulis angka saja, misalnya 1.250 atau 2,5.",
        ";".join("1" * 101): "Paling banyak 100 angka.",
    }.items():
        weights.fill(wrong)
        assert card.get_by_text(sentence).is_visible()
        assert weights.get_attribute("aria-invalid") == "true"
        assert card.locator("output").inner_text() == ""
    weights.fill("1; ")
    assert card.locator("output").inner_text() == ""
    weights.fill("1")
    unequal = "Tidak dapat dihitung: banyak nilai tiap variabel tidak sama."
    assert card.locator("output").inner_text() == unequal
    weights.fill("1; 3")
    assert card.locator("output").inner_text() == "IM = 87,875"
    card.get_by_role("button", name="Salin tautan hitungan").click()
    other = context.new_page()
    other.goto(page.evaluate("navigator.clipboard.readText()"), wait_until="networkidle")
    assert other.locator("#indeks-mutu + .indikator output").inner_text() == "IM = 87,875"
    context.close()


def test_nothing_by_zero(browser: Browser, base: str) -> None:
    """A denominator of zero is said, and a long result is rounded and says so."""
    page = browser.new_page()
    page.goto(f"{base}{IKU}#hitung:kinerja-aparatur;pembilang=2;penyebut=0")
    card = page.locator(".indikator-nama + .indikator", has=page.locator("output"))
    assert card.locator("output").inner_text() == ("Tidak dapat dihitung: penyebut bernilai nol.")
    card.locator("input").last.fill("3")
    assert card.locator("output").inner_text() == "Hasil ≈ 66,6667%"
    page.close()


def test_copying_a_formula(browser: Browser, base: str) -> None:
    """Text, LaTeX, MathML, JSON."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + IKU, wait_until="networkidle")
    card = page.locator("#ikpp + .indikator")
    card.locator(".salin > summary").click()
    copied = {}
    for name in ("Teks", "LaTeX", "MathML", "JSON"):
        card.get_by_role("button", name=f"{name} Indeks Kualitas Pelayanan Publik").click()
        copied[name] = page.evaluate("navigator.clipboard.readText()")
    assert copied["Teks"] == "IKPP = ((IKM Non Konversi × 2,5) + (IPP × 2)) / 2"
    assert copied["LaTeX"].startswith(r"\text{IKPP} = \frac{")
    assert copied["MathML"].startswith("<math><mrow><mtext>IKPP</mtext><mo>=</mo><mfrac>")
    assert json.loads(copied["JSON"])[0] == "Divide"
    context.close()


@pytest.mark.parametrize(
    "hash",
    [
        "100%",
        "%",
        "%E0%A4%A",
        "hitung:",
        "hitung:ikpp;IKM=100%;IPP=%zz",
        "hitung:ikpp;IKM;=5;;IPP",
        'hitung:"];x=1',
        "hitung:tidak-ada;A=1",
        "hitung:ikpp;constructor=1;__proto__=2",
        f"hitung:ikpp;IKM={'9' * 5000}",
        "\u2028\ufffd\x07",
    ],
)
def test_any_address(browser: Browser, base: str, hash: str) -> None:
    """Whatever stands behind #, the page works."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{base}{IKU}#{hash}")
    page.evaluate("hash => { location.hash = hash; }", f"{hash}%")
    card = page.locator("#ikpp + .indikator")
    page.locator("details.hitung").evaluate_all("all => all.forEach(each => (each.open = true))")
    card.get_by_label("Indeks Kepuasan Masyarakat (IKM)").fill("86,25")
    card.get_by_label("Indeks Pelayanan Publik (IPP)").fill("4,12")
    assert card.locator("output").inner_text() == "IKPP = 8,4325"
    assert card.locator(".salin > summary").is_visible()
    assert errors == []
    page.close()


def test_formulas_that_do_not_come(browser: Browser, base: str) -> None:
    """It is said, and opening again tries again."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(base + IKU)
    page.route("**/index.json", lambda route: route.fulfill(status=404, body="<h1>Tidak ada</h1>"))
    card = page.locator("#ikpp + .indikator")
    summary = card.locator(".salin > summary")
    failed = card.get_by_text("Rumus tidak dapat dimuat. Periksa sambungan internet")
    summary.click()
    failed.wait_for()
    page.unroute("**/index.json")
    page.route("**/index.json", lambda route: route.abort())
    summary.click()
    summary.click()
    failed.wait_for()
    page.unroute("**/index.json")
    summary.click()
    summary.click()
    card.get_by_role("button", name="LaTeX").wait_for()
    assert not failed.is_visible()
    summary.click()
    summary.click()
    assert card.get_by_role("button", name="LaTeX").count() == 1
    assert errors == []
    page.close()
