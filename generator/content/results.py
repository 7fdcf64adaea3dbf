"""Targets, and what was reached, by period; and the share that was reached, where it can be worked
out."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from generator.formula.grammar import Expression
from generator.formula.value import rounded, value
from generator.model.documents import HitunganCapaian, Indikator, RumusCapaian
from generator.values import numbers

_EXPRESSION: TypeAdapter[Any] = TypeAdapter(HitunganCapaian)
USUAL: dict[str, Expression] = {
    "maksimum": _EXPRESSION.validate_python("R / T × 100%"),
    "minimum": _EXPRESSION.validate_python("(2 × T − R) / T × 100%"),
}
"""How a share is worked out where the decree does not say it, by `polarisasi`."""
DECIMALS = 2
"""Of a share that the decree does not print."""
_PLAIN = re.compile(r"(.*\d)\s*(%?)")


@dataclass(frozen=True)
class Result:
    """One period of an indicator."""

    periode: str
    target: str
    realisasi: str
    capaian: str
    """As printed."""
    worked_out: str
    """What follows from target and result; empty where nothing does."""
    differs: bool
    """Whether what is printed is another number."""


def results(indikator: Indikator, how: Expression | None) -> list[Result]:
    """Every period of which something is said, the earliest first."""
    target, reached, printed = indikator.target, indikator.realisasi, indikator.capaian
    return [
        _result(each, target.get(each, ""), reached.get(each, ""), printed.get(each, ""), how)
        for each in sorted({*target, *reached, *printed})
    ]


def way(indikator: Indikator, own: RumusCapaian | None) -> Expression | None:
    """How a share is worked out: the decree's own way, else the usual one. None where the
    indicator does not say what is better, and where the decree has a cap."""
    if indikator.polarisasi not in USUAL or (own and own.batas):
        return None
    return getattr(own, indikator.polarisasi, None) or USUAL[indikator.polarisasi]


def number(text: str) -> tuple[Decimal, str] | None:
    """A plain number and its percent sign: `98,5%`; None for a range, a threshold, a grade."""
    found = _PLAIN.fullmatch(text.strip())
    try:
        return (numbers.parse(found[1]), found[2]) if found else None
    except ValueError:
        return None


def _result(period: str, target: str, reached: str, printed: str, how: Expression | None) -> Result:
    share = _share(target, reached, how) if how else None
    told = number(printed)
    if share is None or (printed and told is None):
        return Result(period, target, reached, printed, "", False)
    decimals = -int(told[0].as_tuple().exponent) if told else DECIMALS
    worked_out = rounded(share, decimals)
    text = f"{numbers.written(worked_out) if told else numbers.show(worked_out)}%"
    return Result(period, target, reached, printed, text, bool(told and told[0] != worked_out))


def _share(target: str, reached: str, how: Expression) -> Decimal | None:
    goal, result = number(target), number(reached)
    if not goal or not result or goal[1] != result[1] or not goal[0]:
        return None
    share = value(how.tree, {"T": goal[0], "R": result[0]})
    return None if isinstance(share, str) else share
