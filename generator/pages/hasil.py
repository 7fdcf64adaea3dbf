"""Targets and results of an indicator: a small table, and a line where there are enough periods."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.content.results import Result, number, results, way
from generator.content.wording import period_name
from generator.model.documents import Indikator, RumusCapaian
from generator.theme.words import Words
from generator.values.numbers import show

SERIES = ("target", "realisasi")
LEAST = 3
"""Two points are no course."""
WIDTH, HEIGHT = 300, 80


@dataclass(frozen=True)
class Value:
    """A cell: its text, and what a reader should know beside it."""

    text: str
    other: str = ""
    """What it should be by calculation, where that is another number."""


@dataclass(frozen=True)
class Line:
    """A line of a chart, from point to point."""

    name: str
    kind: str
    """`target` or `realisasi`."""
    points: list[tuple[int, int]]


@dataclass(frozen=True)
class Chart:
    """A small line chart."""

    periods: list[tuple[int, str]]
    """Each period, and where it stands."""
    lines: list[Line]
    text: str
    """All of it in words."""


@dataclass(frozen=True)
class Results:
    """Periods by target, result and share."""

    columns: list[str]
    rows: list[tuple[str, list[Value]]]
    way: str
    """How the shares were worked out; empty where none was."""
    cap: str
    """The cap of the decree, for which none was."""
    chart: Chart | None


def of(w: Words, indikator: Indikator, own: RumusCapaian | None) -> Results | None:
    """None where the decree has neither targets nor results."""
    how = way(indikator, own)
    found = results(indikator, how)
    if not found:
        return None
    columns = list(_columns(w, found))
    rows = [(period_name(each.periode), [cell(each) for _, cell in columns]) for each in found]
    cap = (own.batas if own and indikator.realisasi else None) or ""
    told = str(how) if any(each.worked_out for each in found) else ""
    return Results([name for name, _ in columns], rows, told, cap, _chart(w, found))


def _columns(w: Words, found: list[Result]) -> Iterator[tuple[str, Callable[[Result], Value]]]:
    if any(each.target for each in found):
        yield w.capaian.target, lambda each: Value(each.target)
    if any(each.realisasi for each in found):
        yield w.capaian.realisasi, lambda each: Value(each.realisasi)
    if any(each.capaian or each.worked_out for each in found):
        yield w.capaian.capaian, _share


def _share(result: Result) -> Value:
    is_told = result.capaian and not result.differs
    return Value(result.capaian, "" if is_told else result.worked_out)


def _chart(w: Words, found: list[Result]) -> Chart | None:
    """Of the periods of one length, the longest that are enough."""
    by_length: dict[str, list[Result]] = {}
    for each in found:
        by_length.setdefault(_length(each.periode), []).append(each)
    for _, periods in sorted(by_length.items()):
        series = {name: _values(periods, name) for name in SERIES}
        enough = {name: values for name, values in series.items() if len(values) >= LEAST}
        if enough:
            return _drawn(w, [each.periode for each in periods], enough)
    return None


def _length(period: str) -> str:
    """`2024` before `2024-s1` before `2024-tw1`."""
    return period[4:].rstrip("1234")


def _values(periods: list[Result], name: str) -> dict[str, Decimal]:
    numbers = {each.periode: number(getattr(each, name)) for each in periods}
    return {period: found[0] for period, found in numbers.items() if found}


def _drawn(w: Words, periods: list[str], series: dict[str, dict[str, Decimal]]) -> Chart:
    across = {each: WIDTH * n // (len(periods) - 1) for n, each in enumerate(periods)}
    every = [value for values in series.values() for value in values.values()]
    low, high = min(every), max(every)

    def up(value: Decimal) -> int:
        return HEIGHT // 2 if low == high else int(HEIGHT * (high - value) / (high - low))

    lines = [
        Line(
            getattr(w.capaian, name),
            name,
            [(across[each], up(value)) for each, value in told.items()],
        )
        for name, told in series.items()
    ]
    words = "; ".join(_in_words(w, name, told) for name, told in series.items())
    return Chart([(across[each], period_name(each)) for each in periods], lines, words)


def _in_words(w: Words, name: str, told: dict[str, Decimal]) -> str:
    values = ", ".join(f"{period_name(each)} {show(value)}" for each, value in told.items())
    return f"{getattr(w.capaian, name)}: {values}"
