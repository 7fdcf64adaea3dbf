"""The numbers of persons are found in any form, and no other number is taken for one."""

import time
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values import personal
from generator.values.personal import Number, masked, number, personal_number

PERSONAL = {
    "198503152010011002": "NIP",
    "19850315 201001 1 002": "NIP",
    "NIP. 19850315 201001 1 002": "NIP",
    "NIP198503152010011002": "NIP",
    "(NIP: 19850315.201001.1.002)": "NIP",
    "19850315-201001-1-002": "NIP",
    "19850315/201001/1/002": "NIP",
    "19850315  201001  1  002": "NIP",
    "19850315\u00a0201001\u00a01\u00a0002": "NIP",
    "19850315\n201001 1 002": "NIP",
    "1985 0315 2010 01 1 002": "NIP",
    "1985 03 15 2010 01 1 002": "NIP",
    "1985  03  15  2010  01  1  002": "NIP",
    "19850315 2010011002": "NIP",
    "1 9 8 5 0 3 1 5 2 0 1 0 0 1 1 0 0 2": "NIP",
    "19920315 202221 2 005": "NIP",  # a government employee with a work agreement
    "5 19850315 201001 1 002 6": "NIP",
    "pada 2024 oleh 198503152010011002.": "NIP",
    "20 Januari 2024, SITI CONTOH, SE 19800101 200501 2 001": "NIP",
    "123456789012345678": "NIP",
    "12345678 123456 1 123": "NIP",
    "3507010101800001": "NIK",
    "NIK 3507010101800001": "NIK",
    "NIK:3507010101800001.": "NIK",
    "3507 0101 0180 0001": "NIK",
    "3507-0101-0180-0001": "NIK",
    "3507.0101.0180.0001": "NIK",
    "3507\u00a00101\u00a00180\u00a00001": "NIK",
    "350701 010180 0001": "NIK",
    "35.07.01.010180.0001": "NIK",
    "3 5 0 7 0 1 0 1 0 1 8 0 0 0 0 1": "NIK",
    "1 3507010101800001 2": "NIK",
    "1901 2015 0180 0001": "NIK",
    "2018201920202021": "NIK",
    "19850315   201001   1   002": "NIP",
    "19850315 \n\n      201001 1 002": "NIP",
    "19850315 – 201001 – 1 – 002": "NIP",
    "19850315\u2212201001\u20101\u2015002": "NIP",
    "19850315, 201001, 1, 002": "NIP",
    "(19850315) [201001] {1} <002>": "NIP",
    "19850315_201001_1_002": "NIP",
    "19850315·201001•1…002": "NIP",
    "19850315 / 201001 : 1 | 002": "NIP",
    "1̲9̲8̲5̲0̲3̲1̲5̲2̲0̲1̲0̲0̲1̲1̲0̲0̲2̲": "NIP",
    "198503152010011002¹": "NIP",
    "198503152010011002⑩": "NIP",
    "¹⁹⁸⁵⁰³¹⁵²⁰¹⁰⁰¹¹⁰⁰²": "NIP",
    "①⑨⑧⑤⓪③①⑤ ②⓪①⓪⓪① ① ⓪⓪②": "NIP",
    "❶❾❽❺⓿❸❶❺❷⓿❶⓿⓿❶❶⓿⓿❷": "NIP",
    "⑴⑼⑻⑸(0)⑶⑴⑸⑵(0)⑴(0)(0)⑴⑴(0)(0)⑵": "NIP",
    "１９８５０３１５２０１００１１００２": "NIP",
    "𝟏𝟗𝟖𝟓𝟎𝟑𝟏𝟓𝟐𝟎𝟏𝟎𝟎𝟏𝟏𝟎𝟎𝟐": "NIP",
    "١٩٨٥٠٣١٥ ٢٠١٠٠١ ١ ٠٠٢": "NIP",
    "a198503152010011002x": "NIP",
    "ab198503152010011002ef": "NIP",
    "NIP19850315 201001 1 002TMT": "NIP",
    "https://contoh.go.id/foto/198503152010011002.jpg": "NIP",
    "19850315 201001 1 002, 19860412 201101 2 003": "NIP",
    "1. 19850315 201001 1 002; 2. 19860412 201101 2 003": "NIP",
    "35070101 01800001": "NIK",
    "350701 0101800001": "NIK",
    "350701010180 0001": "NIK",
    "35 07 01 01 01 80 00 01": "NIK",
    "35.07.01.01.01.80.00.01": "NIK",
    "35.07.01.01.01.80.0001": "NIK",
    "3507 — 0141 — 0180 — 0001": "NIK",
    "1. 3507 0101 0180 1234": "NIK",
    "1 3507 0101 0180 0001 2": "NIK",
    "3507 0101 0180 1234, 3507 0101 0180 1235": "NIK",
    "NIK3507010101800001KK": "NIK",
    "³⁵⁰⁷⁰¹⁰¹⁰¹⁸⁰⁰⁰⁰¹": "NIK",
}


@pytest.mark.parametrize(("text", "kind"), PERSONAL.items(), ids=map(repr, PERSONAL))
def test_numbers_of_persons(text: str, kind: str) -> None:
    """18 digits are a NIP, 16 a NIK, spaced as people space them, also beside other numbers."""
    assert personal_number(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Camat",
        "2018 2019 2020 2021",
        "2018, 2019, 2020, 2021",
        "2018-2019-2020-2021",
        "2018 2019 2020 2021 2022",
        "2017 2018 2019 2020 2021 2022 2023 2024",
        "10-01-2018 05-12-2018",
        "2018-01-10 2018-12-05",
        "20180110-20181205",
        "(0341) 391679",
        "0341-391679",
        "0341-391679 0341-391680",
        "(0341) 391679, 391680, 0341391681",
        "081234567890 081345678901",
        "0812-3456-7890 0813-4567-8901",
        "0812 3456 7890 0813 4567 8901",
        "+62 812 3456 7890",
        "+62 812-3456-7890 / +62 813-4567-8901",
        "Rp 12.500.000 13.750.000",
        "Rp 1.234.567.890.123,00",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "188.45/123/KEP/35.07.013/2018",
        "12345678901234567",
        "1234567890123456789",
        "35070101018000011",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ab1234567890123456cd198503152010011002ef",
        "0,1234567890123",
        "10-01-2018 s.d. 05-12-2018",
        "11-01-2018 05-12-2018",
        "11-01-2018 - 05-12-2018",
        "11012018-05122018",
        "11012018 05122018",
        "1990-01-10 2018-12-10 25",
        "1990-01-10 05-12-2018",
        "2005-01-01/2025-12-15 10:30",
        "12/1990, 01/05/2010, 10/2018",
        "10-01-2018 08:00, 05-12-2018 10:30",
        "2018-01-10 08:00:00 2018-01-11 09:30:00",
        "20180110 0800 0900",
        "2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021",
        "2018/2019/2020/2021",
        "(2018) (2019) (2020) (2021)",
        "1200 1250 1300 1350",
        "1275 1280 1285 1290",
        "1.200 1.250 1.300 1.350 1.400",
        "75 80 85 90 95 96 97 98",
        "11 12 13 14 15 16 17 18",
        "75,5 80,5 85,5 90,5 95,5 96,5",
        "85% 90% 95% 97% 98% 99% 100% 100%",
        "12% 25% 11% 30% 10% 60% 75% 90%",
        "(0341) 391679 / 391680",
        "391679 (0341) 391680",
        "(0335) 4438894 Fax. (0335) 4438894",
        "(021) 3501234, 3501235, 3501236",
        "0812-3456-1203 0813-4567-8901",
        "0812 3456 1203 0813 4567 8901",
        "0857 4099 3502 - 0844-1146-4729 - +62 865 9137 3605",
        "860138; 420198; 0854-6899-6322; 0855-7789-7656",
        "1234567890",
        "144-00-1234567-8",
        "0031-01-001234-50-7",
        "123456789012345",
        "01.234.567.8-901.000",
        "65119, 65141, 65151, 65161",
        "821.2/35/35.07.207/2018",
        "440/0123/35.07.101/2024",
        "Nomor 188/45/KEP/421.013/2018 tanggal 10-01-2018",
        "Rp1.250.000.000,00 Rp1.300.000.000,00",
        "12.500.000 – 13.750.000 – 15.000.000",
        "35.07, 35.73, 35.79",
        "35.07.01, 35.07.02, 35.07.03, 35.07.04",
        "35.07.13.2001, 35.07.13.2002, 35.07.13.2003",
        "12.07.01.01 12.07.01.02",
        "5.1.02.01.01.0024",
        "1.02.01.2.01.0001",
        "5.1.02.01.01.0024, 5.1.02.01.01.0025, 5.1.02.02.01.0026",
        "1.02.01.2.01.0001 1.02.01.2.01.0002",
        "-7.981894, 112.626503",
        "550e8400-e29b-41d4-4716-446655440000",
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
    ],
)
def test_other_numbers(text: str) -> None:
    """Years, dates, telephones, amounts, decree numbers and hashes are nobody's number."""
    assert personal_number(text) is None


_NIP = st.builds(
    lambda birth, age, month, sex, last: (
        f"{birth:%Y%m%d}{birth.year + age}{month:02}{sex}{last:03}"
    ),
    st.dates(date(1945, 1, 1), date(2005, 12, 31)),
    st.integers(17, 35),
    st.integers(1, 12),
    st.sampled_from("12"),
    st.integers(1, 999),
)
_NIK = st.builds(
    lambda place, birth, is_woman, last: (
        f"{place}{birth.day + 40 * is_woman:02}{birth:%m%y}{last:04}"
    ),
    st.sampled_from(["110105", "350701", "357901", "327301", "640203", "910312", "317106"]),
    st.dates(date(1930, 1, 1), date(2020, 12, 31)),
    st.booleans(),
    st.integers(1, 999),
)
_SIGNS = st.sampled_from(
    [" ", "   ", "\n", "\u00a0", "\t", *"-‐‑‒–—―−.,/|_·:;'*+~", " – ", ", ", " / ", ") (", "]["]
)
_AS_PEOPLE_GROUP = {
    "NIP": (
        (18,), (8, 6, 1, 3), (8, 6, 4), (8, 10), (8, 7, 3), (14, 4), (8, 4, 2, 1, 3),
        (4, 4, 4, 2, 1, 3), (4, 2, 2, 4, 2, 1, 3), (4, 4, 4, 3, 3), (6, 6, 6), (9, 9),
        (3,) * 6, (2,) * 9, (1,) * 18,
    ),
    "NIK": (
        (16,), (8, 8), (6, 10), (12, 4), (4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4),
        (6, 2, 2, 2, 4), (2, 2, 2, 2, 2, 2, 4), (2,) * 8, (1,) * 16,
    ),
}  # fmt: skip


def _parted(digits: str, sizes: Sequence[int], sign: str) -> str:
    edges = pairwise(accumulate(sizes, initial=0))
    return sign.join(digits[start:end] for start, end in edges)


@pytest.mark.parametrize("kind", ["NIP", "NIK"])
@given(data=st.data())
def test_any_number_of_a_person(kind: str, data: st.DataObject) -> None:
    """In each grouping, whatever sign parts the groups, with words or letters around it."""
    digits = data.draw(_NIP if kind == "NIP" else _NIK)
    sizes = data.draw(st.sampled_from(_AS_PEOPLE_GROUP[kind]))
    text = _parted(digits, sizes, data.draw(_SIGNS))
    before, after = data.draw(
        st.sampled_from([("", ""), (f"{kind} ", "."), ("x", "x"), ("(", ")")])
    )
    assert personal_number(f"{before}{text}{after}") == kind


_DAY = st.dates(date(1990, 1, 1), date(2035, 12, 31))
_INNOCENT = st.one_of(
    st.lists(st.integers(1945, 2045).map(str), max_size=12),
    st.lists(st.builds(lambda day: f"{day:%d-%m-%Y}", _DAY), max_size=6),
    st.lists(st.builds(lambda day: f"{day:%Y-%m-%d}", _DAY), max_size=6),
    st.lists(st.builds(lambda day: f"{day:%d%m%Y}", _DAY), max_size=2),
    st.lists(st.integers(1, 999).map(str), max_size=5),
    st.lists(st.integers(0, 100).map(lambda share: f"{share}%"), max_size=12),
    st.lists(st.integers(1000, 9999), max_size=5).map(lambda rows: map(str, sorted(rows))),
    st.lists(st.integers(10**5, 10**10).map(lambda n: f"{n:,}".replace(",", ".")), max_size=6),
    st.lists(st.integers(2 * 10**5, 9 * 10**6).map(lambda n: f"(0341) {n}"), max_size=5),
    st.lists(st.integers(10**6, 10**8 - 1).map(lambda n: f"0812-{n}"), max_size=5),
    st.lists(st.integers(10000, 99999).map(str), max_size=3),
    st.lists(st.integers(1, 9999).map(lambda n: f"5.1.02.01.01.{n:04}"), max_size=4),
    st.lists(st.integers(1, 33).map(lambda n: f"35.07.{n:02}.2001"), max_size=4),
    st.lists(st.integers(10**9, 10**15 - 1).map(str), max_size=1),
)


@given(rows=_INNOCENT, sign=st.sampled_from([" ", ", ", "; ", " - ", " / ", "   "]))
def test_rows_of_other_numbers(rows: Iterable[str], sign: str) -> None:
    """Years, dates, targets, shares, amounts, telephones, accounts and codes, side by side."""
    text = sign.join(rows)
    assert personal_number(text) is None, text


def test_what_was_found() -> None:
    """The digits, as they are grouped."""
    assert number("5 NIP 19850315/201001 1-002.") == Number(
        "NIP", ("19850315", "201001", "1", "002")
    )
    assert number("NIK 3507010101800001") == Number("NIK", ("3507010101800001",))
    assert number("2018 2019") is None


@given(st.text() | _NIP.map("NIP {}".format) | _NIP.map(lambda n: _parted(n, (8, 6, 1, 3), "  ")))
def test_a_masked_text_holds_none(text: str) -> None:
    """And of a text without a number nothing is masked."""
    assert personal_number(masked(text)) is None
    if personal_number(text) is None:
        assert masked(text) == text


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "1985  ",
        "19850315 201001 ",
        "1. ",
        "3507 ",
        "35070 1010101 0010 ",
        "a",
        "1 1-",
        "35 ",
        "①",
        "٣",
        "1¹",
        "\ufdfa",
    ],
)
def test_a_long_row_takes_no_long_time(unit: str) -> None:
    """The search stays linear on 256 KB made for the worst case."""
    text = unit * (256 * 1024 // len(unit))
    start = time.process_time()

    personal_number(text)

    assert time.process_time() - start < 1


@given(st.text(st.sampled_from("0123456789 .-_aé１①½㏠٣·\u200b\n"), max_size=60))
def test_a_quick_look_misses_nothing(text: str) -> None:
    """Digits of other scripts, raised ones, and letters that are none of ours."""
    slow = any(personal._MANY_DIGITS.search(form) for form in personal._forms(text))
    assert personal.may_hold(text) == slow
