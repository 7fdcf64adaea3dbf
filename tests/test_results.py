"""Targets and results: what follows from them, and what is printed."""

from typing import Any

import pytest
from conftest import ROOT

from generator.content.results import number, results, way
from generator.model.documents import Indikator, RumusCapaian
from generator.pages.hasil import Results, of
from generator.theme import words

WORDS = words.load(ROOT / "theme")


def _indikator(polarisasi: str | None = "maksimum", **values: Any) -> Indikator:
    told = {"polarisasi": polarisasi} if polarisasi else {}
    return Indikator.model_validate({"id": "a", "nama": "A", **told, **values})


def _one(
    target: str, reached: str, printed: str = "", polarisasi: str | None = "maksimum", **own: str
) -> tuple[str, bool]:
    told = {"target": target, "realisasi": reached, "capaian": printed}
    values = {name: {"2024": text} for name, text in told.items() if text}
    indikator = _indikator(polarisasi, **values)
    how = way(indikator, RumusCapaian.model_validate(own) if own else None)
    (found,) = results(indikator, how)
    return found.worked_out, found.differs


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("98,5", "98.5"),
        ("98,5%", "98.5"),
        ("1.250 %", "1250"),
        ("150–250", None),
        ("> 1", None),
        ("≤ 5 menit", None),
        ("5 menit", None),
        ("B", None),
        ("BB/A", None),
        ("N/A", None),
        ("98.5", None),
        ("", None),
        ("12345678901234567", None),
    ],
)
def test_plain_numbers(text: str, value: str | None) -> None:
    """Only a number, in percent or not; ranges, thresholds and grades are texts."""
    found = number(text)
    assert (str(found[0]) if found else None) == value


@pytest.mark.parametrize(
    ("target", "reached", "polarisasi", "share"),
    [
        ("90", "91,5", "maksimum", "101,67%"),
        ("90%", "45%", "maksimum", "50%"),
        ("60", "45", "minimum", "125%"),
        ("10", "25", "minimum", "-50%"),
        ("10", "10", "minimum", "100%"),
        ("0", "5", "maksimum", ""),
        ("0", "5", "minimum", ""),
        ("90", "91", "stabil", ""),
        ("90", "91", None, ""),
        ("90", "91%", "maksimum", ""),
        ("150–250", "200", "maksimum", ""),
        ("BB", "A", "maksimum", ""),
        ("90", "", "maksimum", ""),
    ],
)
def test_a_share_is_worked_out(
    target: str, reached: str, polarisasi: str | None, share: str
) -> None:
    """From two plain numbers of one kind, where it is said what is better."""
    assert _one(target, reached, "", polarisasi) == (share, False)


@pytest.mark.parametrize(
    ("printed", "worked_out", "differs"),
    [
        ("101,67", "101,67%", False),
        ("101,67 %", "101,67%", False),
        ("102", "102%", False),
        ("101,7%", "101,7%", False),
        ("101,6%", "101,7%", True),
        ("101,670", "101,667%", True),
        ("tercapai", "", False),
    ],
)
def test_what_is_printed_is_compared(printed: str, worked_out: str, differs: bool) -> None:
    """At the decimals that are printed."""
    assert _one("90", "91,5", printed) == (worked_out, differs)


def test_the_way_of_the_decree() -> None:
    """Its own formula where it prints one; nothing where it has a cap."""
    assert _one("60", "45", "", "minimum", minimum="(1 + (1 − R/T)) × 100 %") == ("125%", False)
    assert _one("60", "45", "", "minimum", minimum="T / R × 100") == ("133,33%", False)
    assert _one("60", "45", "", "minimum", maksimum="R / T × 50") == ("125%", False)
    assert _one("60", "75", "", batas="paling tinggi 120%") == ("", False)


def _drawn(**values: Any) -> Results:
    found = of(WORDS, _indikator(**values), None)
    assert found is not None
    return found


def test_a_table_of_periods() -> None:
    """Columns for what there is; what was worked out stands beside what is printed."""
    found = _drawn(
        target={"2024": "90", "2023": "80", "2024-tw2": "40"},
        realisasi={"2023": "88"},
        capaian={"2023": "100"},
    )
    assert found.columns == ["Target", "Realisasi", "Capaian"]
    assert [period for period, _ in found.rows] == ["2023", "2024", "Triwulan II 2024"]
    assert [(each.text, each.other) for each in found.rows[0][1]] == [
        ("80", ""),
        ("88", ""),
        ("100", "110%"),
    ]
    assert found.way == "R / T × 100%"
    assert of(WORDS, _indikator(), None) is None


def test_a_line_from_three_periods() -> None:
    """Two points are no course; periods of one length belong together."""
    years = {"2021": "80", "2022": "90", "2023": "100"}
    chart = _drawn(target=years, realisasi={"2021": "90", "2022": "BB"}).chart
    assert chart is not None
    assert chart.periods == [(0, "2021"), (150, "2022"), (300, "2023")]
    assert [(each.name, each.points) for each in chart.lines] == [
        ("Target", [(0, 80), (150, 40), (300, 0)])
    ]
    assert chart.text == "Target: 2021 80, 2022 90, 2023 100"
    assert _drawn(target={"2021": "80", "2022": "90", "2022-tw1": "7"}).chart is None
    flat = _drawn(target=dict.fromkeys(("2024-tw1", "2024-tw2", "2024-tw3"), "5")).chart
    assert flat is not None
    assert flat.lines[0].points == [(0, 40), (150, 40), (300, 40)]
