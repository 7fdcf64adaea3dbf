"""Texts without quotes that other readers of YAML take for something else."""

import re

# Whatever PyYAML, ruamel.yaml or the npm package `yaml` read as no text, or write back otherwise.
_OTHER = re.compile(
    r"""
    ~ | null | Null | NULL                                          # nothing
    | = | <<                                                        # a default, a merge
    | --- | \.\.\.                                                   # another document
    | (?i:true|false|yes|no|on|off)                                 # yes and no
    | [-+]?0b[01_]+ | [-+]?0o?[0-7_]+ | [-+]?0x[0-9a-fA-F_]+        # other bases
    | [-+]?[0-9][0-9_]* | [-+][0-9_]+                               # whole numbers
    | [-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?                # decimals
    | [-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?
    | [-+]?[0-9][0-9_]*[eE][-+]?[0-9]+
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?              # hours and minutes
    | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?                  # days
    """,
    re.VERBOSE,
)
_WHOLE = re.compile(r"-?[1-9][0-9]{0,14}|0")
"""What stays as it is: a number to others, in the same digits; JavaScript rounds longer ones."""


def is_read_alike(text: str) -> bool:
    """Whether every reader of YAML finds the same signs in a text without quotes."""
    return not _OTHER.fullmatch(text) or bool(_WHOLE.fullmatch(text))


class Bare(str):
    """A text without quotes that others take for something else: right where that is meant; a text
    needs quotes."""

    __slots__ = ()


def marked(text: str) -> str:
    """A text without quotes, known again where others take it for something else."""
    return text if is_read_alike(text) else Bare(text)
