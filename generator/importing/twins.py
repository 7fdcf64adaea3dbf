"""A page that was read twice, the second time from its back or badly: told from a position that a
decree has twice."""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from generator.importing.flat import cell_text
from generator.importing.sheets import Sheet
from generator.model.columns import Kolom, columns

_ALIKE = 75
_NAMED_ALIKE = 60
_MISREAD = 65
_LEAST = 3
_LONGEST = 5_000
"""How alike, of 100, two readings are, their names, and two readings of one word; and how many
words must be misread: one may be a misprint of the decree's own."""


def is_second_reading(sheet: Sheet, before: Sheet, vocabulary: Counter[str]) -> bool:
    """Whether a sheet says what the one before it says, with its words misread or its table
    mirrored. One that says just the same is a position that the decree has twice."""
    names = [" ".join(line.text for line in each.name) for each in (sheet, before)]
    if fuzz.ratio(*(name.upper() for name in names)) < _NAMED_ALIKE:
        return False
    mine, other = words(sheet), words(before)
    if mine == other or max(len(mine), len(other)) > _LONGEST:
        return False
    if fuzz.token_sort_ratio(" ".join(mine), " ".join(other)) < _ALIKE:
        return False
    return _is_mirrored(sheet) or _is_misread(mine, other, vocabulary)


def _is_misread(mine: Sequence[str], other: Sequence[str], vocabulary: Counter[str]) -> bool:
    """Whether most words of its own stand nowhere else, and look like one of the other's."""
    own = [word for word in set(mine) - set(other) if word.isalpha()]
    lost = [word for word in set(other) - set(mine) if word.isalpha()]
    odd = [
        word
        for word in own
        if vocabulary[word] == mine.count(word)
        and any(fuzz.ratio(word, each) >= _MISREAD for each in lost)
    ]
    return len(odd) >= _LEAST and len(odd) * 2 > len(own)


def _is_mirrored(sheet: Sheet) -> bool:
    """Whether the columns stand the wrong way round: the sources first, the goals last."""
    for table in sheet.tables:
        kinds = [each.kolom for each in columns([cell_text(cell) for cell in table.rows[0]])]
        known = [each for each in kinds if each]
        if known and known[0] is Kolom.SUMBER_DATA and known[-1] is Kolom.SASARAN:
            return True
    return False


def words(sheet: Sheet) -> list[str]:
    """Every word of a sheet but those of its title."""
    lines = [*sheet.name, *(line for each in sheet.fields.values() for line in each)]
    texts = [line.text for line in (*lines, *sheet.raw, *sheet.after)]
    texts += [cell_text(c) for table in sheet.tables for row in table.rows for c in row]
    return re.findall(r"\w+", " ".join(texts).lower())
