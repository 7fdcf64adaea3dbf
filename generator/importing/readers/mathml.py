"""Equations of LibreOffice (MathML) as pieces."""

from collections.abc import Iterator

from generator.importing.blocks import Fraction, Line, Piece, Root, Sum
from generator.importing.readers.archive import Element
from generator.importing.readers.lines import line_of, said

_SUMS = "∑Σ"


def mathml(element: Element) -> Iterator[Piece]:
    """The pieces of an equation, or of any part of one."""
    parts = [each for each in element if isinstance(each.tag, str)]
    match element.tag.rpartition("}")[2]:
        case "mi" | "mn" | "mo" | "mtext" | "ms":
            yield element.text or ""
        case "mspace":
            yield " "
        case "mfrac" if len(parts) == 2:
            yield Fraction(_line(parts[0]), _line(parts[1]))
        case "msqrt":
            yield Root(line_of(each for part in parts for each in mathml(part)))
        case "mroot" if len(parts) == 2:
            yield from ("akar pangkat ", *_line(parts[1]), " dari (", *mathml(parts[0]), ")")
        case "munder" | "msub" if len(parts) == 2:
            yield from _scripted(parts[0], _line(parts[1]), ())
        case "mover" | "msup" if len(parts) == 2:
            yield from _scripted(parts[0], (), _line(parts[1]))
        case "munderover" | "msubsup" if len(parts) == 3:
            yield from _scripted(parts[0], _line(parts[1]), _line(parts[2]))
        case "annotation" | "annotation-xml":
            return
        case "mtr":
            yield from (each for part in parts for each in (*mathml(part), " "))
            yield "\n"
        case _:
            yield from _row(parts)


def _row(parts: list[Element]) -> Iterator[Piece]:
    """A sign of summation stands before its body."""
    for place, part in enumerate(parts):
        pieces = list(mathml(part))
        match pieces:
            case [Sum(lower, upper, ())]:
                rest = line_of(_row(parts[place + 1 :]))
                yield Sum(lower, upper, rest)
                return
        yield from pieces


def _line(element: Element) -> Line:
    return line_of(mathml(element))


def _scripted(base: Element, lower: Line, upper: Line) -> Iterator[Piece]:
    line = _line(base)
    if line and said(line) in _SUMS:
        yield Sum(lower, upper, ())
        return
    yield from line
    for sign, script in (("_", lower), ("^", upper)):
        if script:
            yield from (sign, *script) if said(script).isalnum() else (f"{sign}(", *script, ")")
