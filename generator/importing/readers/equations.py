"""Equations of Word (OMML) as pieces."""

import unicodedata
from collections.abc import Callable, Iterator

from generator.importing.blocks import Fraction, Piece, Root, Sum
from generator.importing.readers.archive import Element
from generator.importing.readers.lines import line_of, said

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SUMS = "∑Σ"


def equation(element: Element) -> Iterator[Piece]:
    """The pieces of an equation, or of any part of one."""
    for child in element:
        if isinstance(child.tag, str):
            yield from _part(child)


def _part(element: Element) -> Iterator[Piece]:
    name = element.tag.rpartition("}")[2]
    if name in _SIGNS:
        yield _SIGNS[name]
    elif name == "t":
        yield element.text or ""
    elif name not in ("del", "delText", "moveFrom") and not name.endswith("Pr"):
        yield from _FORMS.get(name, equation)(element)


def _fraction(element: Element) -> Iterator[Piece]:
    yield Fraction(_line(element, "num"), _line(element, "den"))


def _one_below_another(element: Element) -> Iterator[Piece]:
    yield from _apart(element.findall(f"{M}e"), "\n")


def _matrix(element: Element) -> Iterator[Piece]:
    for row in element.findall(f"{M}mr"):
        yield from _apart(row.findall(f"{M}e"), "\t")
        yield "\n"


def _line(element: Element, name: str) -> tuple[Piece, ...]:
    part = element.find(M + name)
    return () if part is None else line_of(equation(part))


def _pieces(element: Element, name: str) -> Iterator[Piece]:
    part = element.find(M + name)
    if part is not None:
        yield from equation(part)


def _property(element: Element, kind: str, name: str, otherwise: str) -> str:
    """A setting of an equation; an empty one where it is there without a value."""
    found = element.find(f"{M}{kind}/{M}{name}")
    return otherwise if found is None else found.get(f"{M}val", "")


def _nary(element: Element) -> Iterator[Piece]:
    sign = _property(element, "naryPr", "chr", "∫")
    if sign in _SUMS and sign:
        yield Sum(_line(element, "sub"), _line(element, "sup"), _line(element, "e"))
        return
    yield sign
    yield from _script(element, "sub", "_")
    yield from _script(element, "sup", "^")
    yield " "
    yield from _pieces(element, "e")


def _root(element: Element) -> Iterator[Piece]:
    if degree := _line(element, "deg"):
        yield from ("akar pangkat ", *degree, " dari (", *_pieces(element, "e"), ")")
    else:
        yield Root(_line(element, "e"))


def _within_brackets(element: Element) -> Iterator[Piece]:
    yield _property(element, "dPr", "begChr", "(")
    yield from _apart(element.findall(f"{M}e"), _property(element, "dPr", "sepChr", "|"))
    yield _property(element, "dPr", "endChr", ")")


def _apart(elements: list[Element], sign: str) -> Iterator[Piece]:
    for place, element in enumerate(elements):
        if place:
            yield sign
        yield from equation(element)


def _with_scripts(element: Element) -> Iterator[Piece]:
    yield from _pieces(element, "e")
    yield from _script(element, "sub", "_")
    yield from _script(element, "sup", "^")


def _script(element: Element, name: str, sign: str) -> Iterator[Piece]:
    """What stands lower or higher; in brackets where it is more than one word."""
    if line := _line(element, name):
        yield from (sign, *line) if said(line).isalnum() else (f"{sign}(", *line, ")")


def _with_limit(element: Element) -> Iterator[Piece]:
    """A sum may be written as its sign with a limit."""
    base, limit = _line(element, "e"), _line(element, "lim")
    is_low = element.tag == f"{M}limLow"
    if said(base) in _SUMS and base:
        yield Sum(limit if is_low else (), () if is_low else limit, ())
        return
    yield from base
    yield from _script(element, "lim", "_" if is_low else "^")


def _with_line_over(element: Element) -> Iterator[Piece]:
    base = _line(element, "e")
    if len(said(base)) == 1:
        yield unicodedata.normalize("NFC", f"{said(base)}\u0304")
    else:
        yield from ("‾(", *base, ")")


_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n"}
_FORMS: dict[str, Callable[[Element], Iterator[Piece]]] = {
    "f": _fraction,
    "nary": _nary,
    "rad": _root,
    "d": _within_brackets,
    "eqArr": _one_below_another,
    "m": _matrix,
    **dict.fromkeys(("sSub", "sSup", "sSubSup", "sPre"), _with_scripts),
    **dict.fromkeys(("limLow", "limUpp"), _with_limit),
    **dict.fromkeys(("acc", "bar"), _with_line_over),
}
"""What is more than its parts one after another."""
