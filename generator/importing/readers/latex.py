"""LaTeX between dollar signs, as the pieces that it draws."""

import re

from generator.importing.blocks import Fraction, Line, Piece, Root, Sum

_SIGNS = {
    r"\times": "×",
    r"\cdot": "×",
    r"\div": "÷",
    r"\Sigma": "Σ",
    r"\sum": "Σ",
    r"\leq": "≤",
    r"\le": "≤",
    r"\geq": "≥",
    r"\ge": "≥",
    r"\pm": "±",
    r"\bullet": "•",
    r"\%": "%",
    r"\&": "&",
    r"\_": "_",
    r"\#": "#",
    r"\$": "$",
    r"\{": "(",
    r"\}": ")",
    **dict.fromkeys((r"\ ", r"\,", r"\;", r"\:", r"\!", r"\\", r"\quad", r"\qquad", "~"), " "),
    **dict.fromkeys((r"\left", r"\right", r"\displaystyle", r"\limits", r"\big", r"\Big"), ""),
}
_WORDS = {r"\text", r"\textbf", r"\textit", r"\mathrm", r"\mathbf", r"\mathit", r"\operatorname"}
_FRACTIONS = {r"\frac", r"\dfrac", r"\tfrac", r"\cfrac"}
_SIGN = re.compile(r"\\[a-zA-Z]+|\\.|[{}^_~]|[^\\{}^_~]+", re.DOTALL)
_DEEPEST = 20


class _UnknownError(Exception):
    """What is written is more than we can read."""


def pieces(latex: str) -> Line | None:
    """What stands between the dollar signs; None where it says more than we can read."""
    try:
        reading = _Reading(_SIGN.findall(latex))
        found = reading.until("")
    except _UnknownError:
        return None
    return joined(found)


def joined(found: list[Piece]) -> Line:
    """With texts that stand together made one."""
    line: list[Piece] = []
    for piece in found:
        if isinstance(piece, str) and line and isinstance(line[-1], str):
            line[-1] += piece
        else:
            line.append(piece)
    return tuple(each for each in line if not isinstance(each, str) or each.strip())


class _Reading:
    """One walk over the signs."""

    def __init__(self, signs: list[str]):
        self._signs = signs
        self._at = 0
        self._depth = 0

    def until(self, end: str) -> list[Piece]:
        """The pieces up to a closing brace, or to the end."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UnknownError
        found: list[Piece] = []
        while (sign := self._next(end)) != end:
            found += self._piece(sign)
        self._depth -= 1
        return found

    def _next(self, end: str) -> str:
        if self._at == len(self._signs):
            if end:
                raise _UnknownError
            return ""
        self._at += 1
        return self._signs[self._at - 1]

    def _piece(self, sign: str) -> list[Piece]:
        if sign in _FRACTIONS:
            return [Fraction(joined(self._group()), joined(self._group()))]
        if sign == r"\sum":
            return self._sum()
        if sign == r"\sqrt":
            return [Root(joined(self._group()))]
        if sign in _WORDS:
            return self._group()
        if sign == "{":
            return self.until("}")
        if sign in _SIGNS:
            return [_SIGNS[sign]]
        if sign.startswith("\\") or sign in "}^_":
            raise _UnknownError
        return [sign]

    def _group(self) -> list[Piece]:
        """What stands in braces, or the one sign."""
        sign = self._next("}")
        while not sign.strip():
            sign = self._next("}")
        if sign == "{":
            return self.until("}")
        if sign in _FRACTIONS | _WORDS | {r"\sqrt", r"\sum"}:
            raise _UnknownError
        return self._piece(sign)

    def _sum(self) -> list[Piece]:
        """A sign of summation; with its limits it is more than a word for "number of"."""
        limits: dict[str, Line] = {}
        while self._at < len(self._signs) and self._signs[self._at] in ("_", "^"):
            sign = self._next("}")
            limits[sign] = joined(self._group())
        if not limits:
            return [_SIGNS[r"\sum"]]
        return [Sum(limits.get("_", ()), limits.get("^", ()), ())]
