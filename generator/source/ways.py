"""The way to a value in a file as one text, and back: `sasaran/#1/indikator/#2/nama`.

Items of a list are counted from 1, as people do. A name that has one of the signs that mean
something here has them spelled.
"""

import re

from generator.source.source import Location

EMPTY = {"#0": list, "#": dict}
"""What stands behind the way to a list or to parts of which there are none."""
_SPELLED = {"~": "~0", "/": "~1", "#": "~2"}
_SIGN = re.compile("[~/#]")
_CODE = re.compile("~[012]")
_ITEM = re.compile(r"#([1-9]\d{0,6})", re.ASCII)


def spelled(way: Location) -> str:
    """A way as a text."""
    return "/".join(f"#{step + 1}" if isinstance(step, int) else _name(step) for step in way)


def parsed(text: str) -> Location:
    """The way that a text spells."""
    return tuple(map(_step, text.split("/")))


def _name(step: str) -> str:
    return _SIGN.sub(lambda sign: _SPELLED[sign[0]], step)


def _step(text: str) -> str | int:
    if item := _ITEM.fullmatch(text):
        return int(item[1]) - 1
    signs = {code: sign for sign, code in _SPELLED.items()}
    return _CODE.sub(lambda code: signs[code[0]], text)
