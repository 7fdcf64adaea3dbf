"""Duties, functions and other lists: items by their marks, each with what lies below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importing.lines import Said, Value
from generator.importing.marks import Marked, mark


@dataclass
class _Item:
    text: str
    kind: str = "tanpa"
    value: str = ""
    below: list["_Item"] = field(default_factory=list)


@dataclass(frozen=True)
class Listed:
    """A list as a field holds it."""

    items: list[Value]
    numbering: str
    doubts: list[str]


def listed(lines: Sequence[Said]) -> Listed:
    """The items of some lines: a mark begins one, any other line goes on with one."""
    found: list[_Item] = []
    letters: list[str] = []
    for line in lines:
        marked = mark(line.text, letters)
        if marked is None:
            _go_on(found, line.text)
        elif marked.rest not in ("", "-"):
            _begin(found, marked)
            if marked.kind in ("huruf", "romawi"):
                letters.append(marked.value)
    found = [each for each in found if each.text.strip(" -–:;.") or each.below]
    kinds = [each.kind for each in found]
    numbering = kinds[-1] if kinds and kinds[-1] == kinds[0] else "tanpa"
    return Listed(list(map(_value, _led(found))), _numbering(found, numbering), _doubts(found))


def _numbering(found: list[_Item], numbering: str) -> str:
    is_led = len(found) != len(_led(found))
    return numbering if numbering in _NUMBERINGS and not is_led else "tanpa"


_NUMBERINGS = ("huruf", "angka", "strip", "titik")
"""What a reader sees before the items; Roman numbers stay in the texts."""


def _begin(found: list[_Item], marked: Marked) -> None:
    """Another item; below the last where its mark is of another kind than the list's."""
    is_roman = marked.kind == "romawi"
    text = f"{marked.printed} {marked.rest}" if is_roman else marked.rest
    item = _Item(text, marked.kind, marked.value)
    outer = next((each.kind for each in found if each.kind != "tanpa"), marked.kind)
    if marked.kind == outer or not found or found[-1].kind == "tanpa":
        found.append(item)
        return
    _below(found[-1], item)


def _below(parent: _Item, item: _Item) -> None:
    """A third kind of mark lies below the second."""
    if parent.below and parent.below[0].kind != item.kind:
        _below(parent.below[-1], item)
    else:
        parent.below.append(item)


_ENDED = re.compile(r"[;.]\s*(?:dan|dan/atau|serta)?\s*$")


def _go_on(found: list[_Item], text: str) -> None:
    """A line without a mark; in a list without marks the next item, where the last has its end."""
    if not found:
        found.append(_Item(text))
        return
    last = found[-1]
    while last.below:
        last = last.below[-1]
    if last.kind == "tanpa" and _ENDED.search(last.text):
        found.append(_Item(text))
    else:
        is_torn = re.search(r"\w-$", last.text) and text[:1].isalpha()
        last.text = f"{last.text}{'' if is_torn else ' '}{text}".strip()


def _led(found: list[_Item]) -> list[_Item]:
    """With a sentence that stands before the first mark as what leads the items in."""
    if len(found) > 1 and found[0].kind == "tanpa" and all(e.kind != "tanpa" for e in found[1:]):
        return [_Item(found[0].text, below=found[1:])]
    return found


def _value(item: _Item) -> Value:
    if not item.below:
        return item.text
    value: dict[str, Value] = {"teks": item.text} if item.text else {}
    kind = item.below[0].kind
    if kind != "huruf":
        value["penomoran"] = kind if kind in _NUMBERINGS else "tanpa"
    return {**value, "butir": list(map(_value, item.below))}


def _doubts(found: list[_Item]) -> list[str]:
    """Where letters or numbers skip or begin again, a reader will see others than were printed."""
    values = [each.value for each in found if each.kind in ("huruf", "angka")]
    due = [_nth(number, values[0].isdigit()) for number in range(1, len(values) + 1)]
    wrong = next((pair for pair in zip(values, due, strict=True) if pair[0] != pair[1]), None)
    if not wrong:
        return []
    return [
        f'tanda butir dalam naskah tidak berurutan: tercetak "{wrong[0]}", di sini "{wrong[1]}"'
    ]


def _nth(number: int, is_digit: bool) -> str:
    if is_digit:
        return str(number)
    return chr(96 + number) if number <= 26 else chr(96 + (number - 1) % 26 + 1) * 2
