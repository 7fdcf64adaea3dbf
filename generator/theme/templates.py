"""Templates, and what of a text they must change so that it is seen unchanged.

Data is never template source and never Markdown source: the environment escapes by default and
knows no undefined value; a heading, the only thing that Markdown converts, passes through `judul`.
"""

import re
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from generator.model.documents import EntriIstilah
from generator.theme import words
from generator.values.characters import one_line

_WORDS = re.compile(r"\S+|\s+")
_TYPED = re.compile(r"`([^`]+)`")
_EIGHT = re.compile(r".{1,8}")
_LONG = 24
_TOO_LONG = re.compile(rf"\S{{{_LONG + 1}}}")


def environment(theme: Path) -> Environment:
    """The environment for the templates of a theme; its words are `w`."""
    made = Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        # A theme that is edited is read by the next build.
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        # `{#` begins an anchor in Markdown.
        comment_start_string="{*",
        comment_end_string="*}",
    )
    made.filters.update(
        {
            "fill": filled,
            "judul": as_heading,
            "json": as_json,
            "kode": with_code,
            "patah": breakable,
            "ribuan": _thousands,
            "singkatan": with_meanings,
        }
    )
    made.globals["w"] = words.load(theme)
    return made


def as_heading(text: str) -> Markup:
    """A text that Markdown shows unchanged in a heading: any sign that could be markup, for
    Markdown or HTML, is an entity."""
    return Markup(
        "".join(
            each if each.isalnum() or each in " ,.-/()" or not each.isascii() else f"&#{ord(each)};"
            for each in one_line(text)
        )
    )


def breakable(text: str) -> Markup:
    """A text whose very long words may break in a table, which cannot be scrolled on paper."""
    if not _TOO_LONG.search(text):
        return escape(text)
    pieces = [
        _EIGHT.findall(each) if len(each) > _LONG else [each] for each in _WORDS.findall(text)
    ]
    return Markup().join(Markup("<wbr>").join(each) for each in pieces)


def with_code(text: str) -> Markup:
    """A sentence in which what stands between backticks is to be typed."""
    return Markup(_TYPED.sub(r"<code>\1</code>", str(escape(text))))


def as_json(value: Any) -> Markup:
    """A dataclass or some words as JSON that may stand between apostrophes in an attribute."""
    return htmlsafe_json_dumps(value, separators=(",", ":"), ensure_ascii=False, default=vars)


_MARKUP = re.compile(r"(<[^>]*>|&[^;\s]*;)")
_TAG = re.compile(r"<(/?)(a|button|summary|abbr|select|svg|math)\b")


def with_meanings(html: Markup, terms: list[EntriIstilah]) -> Markup:
    """What a template made, in which the first of each term tells its meaning, when touched too;
    not within what already does something when touched."""
    if not terms:
        return html
    meanings = {each.istilah: f"{each.kepanjangan}" for each in terms}
    pattern = _any_of(tuple(meanings))
    depth = 0
    pieces = []
    for piece in _MARKUP.split(html):
        if tag := _TAG.match(piece):
            depth += -1 if tag[1] else 1
        is_text = not depth and not piece.startswith(("<", "&"))
        pieces.append(pattern.sub(partial(_explained, meanings), piece) if is_text else piece)
    return Markup("".join(pieces))


@lru_cache(maxsize=256)
def _any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _explained(meanings: dict[str, str], found: re.Match[str]) -> str:
    """Only the first time; then the meaning is gone."""
    meaning = meanings.pop(found[0], "")
    if not meaning:
        return found[0]
    return f'<abbr title="{escape(meaning)}" tabindex="0">{found[0]}</abbr>'


def filled(word: str, **values: Any) -> Markup:
    """A word of ours, which may hold markup, with values in its braces, escaped."""
    return Markup(word).format(**values)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
