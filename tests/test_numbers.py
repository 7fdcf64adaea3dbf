"""Numbers as Indonesians write them: what is read, what is refused with a remedy, what is shown."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import numbers

READ = {
    "0": "0",
    "12": "12",
    "007": "7",
    "2,5": "2.5",
    "0,013": "0.013",
    "12,50": "12.50",
    "1.000": "1000",
    "1.234.567": "1234567",
    "1.234,5": "1234.5",
    "999.999.999.999,999": "999999999999.999",
    "123456789012345": "123456789012345",
    "-2,5": "-2.5",
    "\u22122,5": "-2.5",
    " 12 ": "12",
    "\u00a012": "12",
}


@pytest.mark.parametrize(("text", "value"), READ.items(), ids=READ)
def test_parse(text: str, value: str) -> None:
    """A comma before the decimals, dots between thousands; decimals are kept as they stand."""
    assert str(numbers.parse(text)) == value


POINT = 'desimal memakai koma, bukan titik: tulis "{}".'
NO_NUMBER = '"{}" bukan angka. Tulis dengan angka saja, misalnya 12 atau 2,5.'
TOO_LONG = "angka terlalu panjang: paling banyak 15 digit."

REFUSED = {
    # The English way: the remedy is the same number written the Indonesian way.
    "2.5": POINT.format("2,5"),
    "12.50": POINT.format("12,50"),
    "1.00": POINT.format("1,00"),
    "-2.5": POINT.format("-2,5"),
    "1.2345": POINT.format("1,2345"),
    "1234.567": POINT.format("1234,567"),
    "1,234.5": POINT.format("1.234,5"),
    # No thousands begin with a zero: to read 0.013 as thirteen would be a thousand times too much.
    "0.013": POINT.format("0,013"),
    "0.125": POINT.format("0,125"),
    "01.234": POINT.format("01,234"),
    # No numbers.
    "": NO_NUMBER.format(""),
    "  ": NO_NUMBER.format(""),
    "dua": NO_NUMBER.format("dua"),
    "12%": NO_NUMBER.format("12%"),
    "Rp 1.000": NO_NUMBER.format("Rp 1.000"),
    "1 000": NO_NUMBER.format("1 000"),
    "1.00.000": NO_NUMBER.format("1.00.000"),
    "1..000": NO_NUMBER.format("1..000"),
    "1.000.5": NO_NUMBER.format("1.000.5"),
    "1,5,2": NO_NUMBER.format("1,5,2"),
    "1.5,2": NO_NUMBER.format("1.5,2"),
    "1,234,567": NO_NUMBER.format("1,234,567"),
    "01,234.5": NO_NUMBER.format("01,234.5"),
    ",5": NO_NUMBER.format(",5"),
    "5,": NO_NUMBER.format("5,"),
    "+5": NO_NUMBER.format("+5"),
    "--5": NO_NUMBER.format("--5"),
    "1e3": NO_NUMBER.format("1e3"),
    "0x1F": NO_NUMBER.format("0x1F"),
    "1_000": NO_NUMBER.format("1_000"),
    "NaN": NO_NUMBER.format("NaN"),
    "Infinity": NO_NUMBER.format("Infinity"),
    "½": NO_NUMBER.format("½"),
    "²": NO_NUMBER.format("²"),
    "\u0662": NO_NUMBER.format("\u0662"),  # an Arabic two
    "\uff12,5": NO_NUMBER.format("\uff12,5"),  # a wide two
    "1\n2": NO_NUMBER.format("1 2"),
    "dua belas koma lima puluh tujuh persen": NO_NUMBER.format("dua belas koma lima puluh tuj…"),
    # Too long, whatever else is wrong.
    "1234567890123456": TOO_LONG,
    "0,0000000000000001": TOO_LONG,
    "9" * 100_000: TOO_LONG,
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
