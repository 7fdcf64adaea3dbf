"""Numbers as Indonesians write them: what is read, what is refused with a remedy, what is shown."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values import numbers

# The calculator of the site reads the same table: tests/js/rumus.test.js.
TABLE = json.loads((Path(__file__).parent / "angka.json").read_text(encoding="utf-8"))
READ = TABLE["dibaca"]


@pytest.mark.parametrize(("text", "value"), READ.items(), ids=READ)
def test_parse(text: str, value: str) -> None:
    """A comma before the decimals, dots between thousands; decimals are kept as they stand."""
    assert str(numbers.parse(text)) == value


POINT = 'desimal memakai koma, bukan titik: tulis "{}".'
NO_NUMBER = '"{}" bukan angka. Tulis dengan angka saja, misalnya 12 atau 2,5.'
TOO_LONG = "angka terlalu panjang: paling banyak 15 digit."

REFUSED = {
    # The English way: the remedy is the same number written the Indonesian way. No thousands begin
    # with a zero: to read 0.013 as thirteen would be a thousand times too much.
    **{text: POINT.format(remedy) for text, remedy in TABLE["titik"].items()},
    **{text: NO_NUMBER.format(shown) for text, shown in TABLE["bukan"].items()},
    # Too long, whatever else is wrong.
    **dict.fromkeys([*TABLE["panjang"], "9" * 100_000], TOO_LONG),
}


@pytest.mark.parametrize(
    ("text", "message"), REFUSED.items(), ids=[repr(text[:20]) for text in REFUSED]
)
def test_refused(text: str, message: str) -> None:
    """What is no number is refused with what to type instead, on one short line."""
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        numbers.parse(text)
    assert str(caught.value) == message


SHOWN = {
    "0": "0",
    "-0": "0",
    "-0.00": "0",
    "12": "12",
    "100": "100",
    "2.50": "2,5",
    "0.013": "0,013",
    "1000": "1.000",
    "1E+3": "1.000",
    "1234567.50": "1.234.567,5",
    "-1234.5": "-1.234,5",
    "1E-10": "0,0000000001",
}


@pytest.mark.parametrize(("value", "text"), SHOWN.items(), ids=SHOWN)
def test_show(value: str, text: str) -> None:
    """Dots between thousands, a comma before decimals, no zeros that say nothing, no minus zero."""
    assert numbers.show(Decimal(value)) == text


DECIMALS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=5)


@given(DECIMALS)
def test_what_is_shown_is_read_as_the_same_number(value: Decimal) -> None:
    """A reader may type what a page shows."""
    assert numbers.parse(numbers.show(value)) == value


@given(DECIMALS, st.sampled_from(["{:f}", "{:,f}"]))
def test_a_remedy_is_accepted(value: Decimal, english: str) -> None:
    """What a refusal of an English number tells an officer to type is that number."""
    with pytest.raises(ValueError, match="tulis") as caught:
        numbers.parse(english.format(value))
    remedy = str(caught.value).split('"')[1]
    assert numbers.parse(remedy) == value


@given(st.text(st.characters()) | st.text("0123456789.,-"))
def test_any_text_is_a_number_or_refused_in_one_sentence(text: str) -> None:
    """Never another error, and never an endless message."""
    try:
        assert numbers.parse(text).is_finite()
    except ValueError as error:
        message = str(error)
        assert message.endswith(".")
        assert len(message) < 120
        assert len(message.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("90.5", "90,5"),
        ("0.25", "0,25"),
        ("1,250,000", "1.250.000"),
        ("1,250,000.00", "1.250.000"),
        ("1,250,000.50", "1.250.000,50"),
        ("1,25E+09", "1.250.000.000"),
        ("2.5e3", "2.500"),
        ("1.250", None),
        ("1.250.000", None),
        ("90,5", None),
        ("1,250", None),
        ("1,5E+0", None),
        ("31.12.2025", None),
    ],
)
def test_the_spelling_of_other_programs(text: str, meant: str | None) -> None:
    """What is surely English, or Excel's, is told as it is written here."""
    assert numbers.respelled(text) == meant
