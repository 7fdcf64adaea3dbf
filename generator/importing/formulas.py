"""A printed formula as its kind, where nothing of it is left over; else as the words it is."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from pydantic import TypeAdapter, ValidationError

from generator.formula import Kinds
from generator.importing.blocks import Cell, Fraction, Line
from generator.importing.flat import lines_of, text_of
from generator.importing.lines import Value
from generator.importing.marks import mark
from generator.values import numbers
from generator.values.fields import MAX_TEXT

Rumus: TypeAlias = str | dict[str, Value]

PICTURE = "[rumus berupa gambar]"
"""What readers say where a formula is a picture."""
_TIMES = r"(?:[×xX*·]|dikali(?:kan)?)"
_HUNDRED = re.compile(rf"\s*{_TIMES}\s*(?P<factor>100\s*(?:%|persen)?)\s*\.?\s*", re.IGNORECASE)
_NUMBER = re.compile(rf"\s*{_TIMES}\s*(?P<factor>\d[\d.]*(?:,\d+)?)\s*\.?\s*", re.IGNORECASE)
_BEFORE = re.compile(r"\s*100\s*%?\s*" + _TIMES + r"\s*")
_DRAWN = re.compile(r"\s*(?:[-–—_]\s?){4,}\s*")
_FACTOR_AT_END = re.compile(
    rf"\s*{_TIMES}\s*(?:100\s*(?:%|persen)?|10?0?(?:\.?000)+)\s*\.?\s*$", re.IGNORECASE
)
_DIVIDED = re.compile(
    r"\s+(?:/|:|÷|dibagi(?: dengan)?)\s+|\s*÷\s*|(?<=\))\s*[/:]\s*(?=\()"
    r"|\s*/\s*(?=(?:jumlah|total|banyaknya)\b)",
    re.I,
)


def formula(cell: Cell) -> Rumus:
    """What a cell says; empty where it says nothing."""
    lines = [line for line in lines_of(cell) if text_of(line)]
    if not lines:
        return ""
    if all(text_of(line) == PICTURE for line in lines):
        return {"jenis": "hilang", "sebab": "rumus dalam naskah berupa gambar"}
    is_long = sum(len(text_of(line)) for line in lines) > MAX_TEXT
    found = None if is_long else _share(lines) or _counts(lines)
    return found if found and _is_right(found) else _words(lines)


def _is_right(rumus: Rumus) -> bool:
    """Whether the check takes a formula: a weight may be no number, a text too long."""
    try:
        TypeAdapter(Kinds).validate_python(rumus)
    except ValidationError:
        return False
    return True


def _share(lines: Sequence[Line]) -> Rumus | None:
    pieces: Line = tuple(piece for line in lines for piece in (*line, " "))
    fractions = [piece for piece in pieces if isinstance(piece, Fraction)]
    if len(fractions) == 1:
        at = pieces.index(fractions[0])
        upper, lower = text_of(fractions[0].upper), text_of(fractions[0].lower)
        before, behind = text_of(pieces[:at]), text_of(pieces[at + 1 :])
        return _of_parts(upper, lower, before, behind)
    if fractions:
        return None
    if not all(isinstance(piece, str) for piece in pieces):
        return None
    texts = [text_of(line) for line in lines]
    return _drawn(texts) or _written(" ".join(texts))


def _of_parts(upper: str, lower: str, before: str, behind: str) -> Rumus | None:
    """A share of two counts; nothing where anything but a factor stands around it."""
    if not (upper and lower):
        return None
    if not before and (found := _HUNDRED.fullmatch(f" {behind}")):
        return _percent(upper, lower, found["factor"])
    if not behind and _BEFORE.fullmatch(before):
        return _percent(upper, lower, "100%" if "%" in before else "100")
    if before:
        return None
    if not behind:
        return {"jenis": "rasio", "pembilang": upper, "penyebut": lower}
    if (found := _NUMBER.fullmatch(f" {behind}")) and _is_number(found["factor"]):
        factor = found["factor"]
        return {"jenis": "rasio", "pembilang": upper, "penyebut": lower, "faktor": factor}
    return None


def _is_number(text: str) -> bool:
    try:
        return bool(numbers.parse(text))
    except ValueError:
        return False


def _percent(upper: str, lower: str, factor: str) -> Rumus:
    rumus: dict[str, Value] = {"jenis": "persentase", "pembilang": upper, "penyebut": lower}
    return rumus if "%" in factor or "persen" in factor.lower() else {**rumus, "faktor": "100"}


def _drawn(texts: Sequence[str]) -> Rumus | None:
    """A fraction whose bar is a row of dashes, on one line or on three."""
    whole = " ".join(texts)
    bars = list(_DRAWN.finditer(whole))
    if len(bars) == 1:
        upper, rest = whole[: bars[0].start()].strip(), whole[bars[0].end() :].strip()
        found = _HUNDRED.match(f" {rest}")
        if found:
            return _of_parts(upper, f" {rest}"[found.end() :].strip(), "", found[0].strip())
        lower = _FACTOR_AT_END.sub("", rest)
        if upper and not rest.startswith("="):
            return _of_parts(upper, lower, "", rest[len(lower) :].strip())
        return None
    return _on_three_lines(texts) if not bars else None


def _on_three_lines(texts: Sequence[str]) -> Rumus | None:
    """`A`, `× 100 %`, `B`: the bar is not drawn, but the factor stands in its place."""
    factors = [at for at, text in enumerate(texts) if _HUNDRED.fullmatch(f" {text}")]
    if len(factors) != 1 or not 0 < factors[0] < len(texts) - 1:
        return None
    at = factors[0]
    return _of_parts(" ".join(texts[:at]), " ".join(texts[at + 1 :]), "", texts[at])


def _written(text: str) -> Rumus | None:
    """`A / B × 100 %` on one line. Without a factor a slash may part words as well."""
    found = _FACTOR_AT_END.search(text)
    if not found:
        return None
    body = _without_brackets(text[: found.start()].strip())
    parts = _DIVIDED.split(body)
    if len(parts) != 2 or not all(map(_is_balanced, parts)) or "=" in body:
        return None
    upper, lower = (_without_brackets(part.strip()) for part in parts)
    rumus = _of_parts(upper, lower, "", found[0].strip(" ."))
    if isinstance(rumus, dict) and _IN_WORDS.search(text):
        rumus["asli"] = text
    return rumus


_IN_WORDS = re.compile(r"\b(?:dibagi|dikali(?:kan)?|persen)\b", re.IGNORECASE)
"""Words that we say with signs."""


def _without_brackets(text: str) -> str:
    """A text without brackets around the whole of it."""
    while text.startswith("(") and text.endswith(")") and _is_balanced(text[1:-1]):
        text = text[1:-1].strip()
    return text


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


def _counts(lines: Sequence[Line]) -> Rumus | None:
    """Several counts, each with a mark."""
    texts = [text_of(line) for line in lines]
    marked = [mark(text) for text in texts]
    if marked[0] is None:
        return None
    items: list[str] = []
    for text, each in zip(texts, marked, strict=True):
        if each:
            items.append(each.rest)
        else:
            items[-1] += f" {text}"
    if len(items) == 1:
        return _weighted(items)
    if not all(each.lower().startswith("jumlah") for each in items):
        return None
    return _weighted(items) or {"jenis": "daftar", "butir": list(items)}


_WEIGHT = re.compile(
    r"(?P<hitung>.*\S)\s*\(\s*(?P<bobot>\d+(?:,\d+)?)\s*(?:/|per)\s*(?P<per>[^()]+?)\s*\)\.?$"
)


def _weighted(items: Sequence[str]) -> Rumus | None:
    """Counts with what each is worth: `Jumlah laporan (0,013/laporan)`."""
    found = [_WEIGHT.match(each) for each in items]
    if not found or not all(found):
        return None
    return {"jenis": "bobot", "butir": [dict(each.groupdict()) for each in found if each]}


_NO_COUNT = re.compile(r"\b(?:dibagi|dikali|kali)\b|[×xX*]\s*100\b|[-–—_]{4,}|=", re.IGNORECASE)
"""What a count has not: as a plain text it would be taken for one where it begins with `Jumlah`."""
_COMMAND = re.compile(r"\\(?:text|mathrm|textbf|frac|left|right)\b|[${}]")


def _words(lines: Sequence[Line]) -> Rumus:
    """The words as they are; drawn signs read on one line, and what we cannot read as it stands."""
    text = " ".join(map(text_of, lines))
    if re.search(r"\\[a-zA-Z]{2,}|\$[^$]+\$", text):
        plain = re.sub(r"\\[a-zA-Z]+", " ", _COMMAND.sub(" ", text))
        return {"jenis": "uraian", "uraian": " ".join(plain.split()) or text, "asli": text}
    prose: dict[str, Value] = {"jenis": "uraian", "uraian": text}
    if any(not isinstance(piece, str) for line in lines for piece in line):
        return {**prose, "asli": text}
    return prose if _NO_COUNT.search(text) else text
