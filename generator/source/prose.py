"""Texts over several lines, of which YAML makes one."""

import re

from generator.values.characters import BULLETS

_FORMULAS = frozenset(("ungkapan", "latex", "asli"))
"""Fields whose lines may go on with a sign."""
_LINE_END = re.compile(r"[\r\n]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(rf"[-–—*{BULLETS}]\ufe0f?\s")
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")

_FIRST = re.compile(r"(?:a|A|1|i)[.)]\s")
_SUB_ITEMS = (
    "baris di bawah teks ini menyatu dengannya, padahal tampaknya sebuah daftar. Untuk butir di "
    'dalam butir, tulis "- teks: …", lalu "butir:" di bawah kata "teks", lalu daftarnya. Bila '
    "memang satu kalimat, tulis dalam satu baris."
)

_ITEM_OF_PARAGRAPHS = (
    "butir ini memuat beberapa alinea yang akan menyatu. Jadikan tiap alinea butir sendiri: "
    'baris baru yang diawali "- ".'
)
_TEXT_OF_PARAGRAPHS = (
    "teks ini memuat beberapa alinea yang akan menyatu. Jadikan satu alinea tanpa baris kosong; "
    "atau, bila bagian ini boleh berupa daftar (misalnya definisi_operasional), tulis tiap alinea "
    'di baris baru yang diawali "- ".'
)
_ITEM_OF_ITEMS = (
    "baris-baris di bawah butir ini akan menyatu dengannya. Untuk butir tersendiri, mulai "
    'barisnya dengan "- " tepat di bawah "- " butir ini. Untuk butir di dalam butir, tulis '
    '"- teks: …", lalu "butir:" di bawah kata "teks", lalu daftarnya. Bila memang satu kalimat, '
    "tulis dalam satu baris."
)
_TEXT_OF_ITEMS = (
    "teks ini memuat baris-baris daftar yang akan menyatu. Bila bagian ini boleh berupa daftar, "
    'tulis tiap butir di baris baru yang diawali "- "; bila tidak, tulis sebagai satu kalimat.'
)


def fault(style: str, written: str, value: str, way: tuple[str | int, ...]) -> str | None:
    """What is lost where a text becomes one line, and what to write instead.

    `style` is YAML's: `|` and `>` for a block; of all others the first line is a part of the text.
    """
    is_item = isinstance(way[-1], int) if way else False
    if _has_paragraphs(style, value.strip()):
        return _ITEM_OF_PARAGRAPHS if is_item else _TEXT_OF_PARAGRAPHS
    lines = [line.strip(" \t\"'") for line in _LINE_END.split(written)]
    if _has_items(style, [line for line in lines if line], way):
        return _ITEM_OF_ITEMS if is_item else _TEXT_OF_ITEMS
    return None


def suspicion(written: str, way: tuple[str | int, ...]) -> str | None:
    """What is probably lost where a later line of a text begins as the first of a list does."""
    later = (line.strip(" \t") for line in _LINE_END.split(written)[1:])
    if any(map(_FIRST.match, later)) and not _FORMULAS.intersection(way):
        return _SUB_ITEMS
    return None


def _has_paragraphs(style: str, value: str) -> bool:
    """In all but a block with `|` YAML keeps a line break only for a blank line."""
    return bool(_PARAGRAPHS.search(value)) if style == "|" else bool(_LINE_END.search(value))


def _has_items(style: str, lines: list[str], way: tuple[str | int, ...]) -> bool:
    is_block = style in ("|", ">")
    lines = lines[1:] if is_block else lines
    if len(lines) < 2:
        return False
    later = lines if is_block else lines[1:]
    if any(map(_BULLET.match, later)) and not _FORMULAS.intersection(way):
        return True
    is_listed = style == "|" and any(line.endswith((";", ":")) for line in lines[:-1])
    return is_listed or sum(bool(_NUMBER.match(line)) for line in lines) > 1
