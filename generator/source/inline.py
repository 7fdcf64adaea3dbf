"""What is wrong with a value within its line, and how it is typed rightly."""

import re
from dataclasses import dataclass

from generator.source.dialect import Dialect
from generator.source.line import comment_start
from generator.values.quotes import can_repeat, quoted, remedy

UNCLOSED = "tanda kutip yang dibuka di sini belum ditutup. Tulis {} di akhir teks itu{}."
UNCLOSED_NAME = "tanda kutip di sini bukan untuk nama saja, atau belum ditutup. Tulis: {}"
DETACHED = "tulisan ini tidak menyambung dengan yang di depannya. {}"
OPENING = 'teks tidak boleh diawali "{}". {}'
EARLY = "tanda kutip {} di sini menutup teksnya terlalu awal."
BACKSLASH = (
    r'tanda "\" di dalam kutip ganda punya arti khusus. Tulis "\\", atau pakai kutip tunggal.'
)
COLON = "ada titik dua di dalam teks. {}"
DASH = (
    'teks tidak boleh diawali "- ". Tulis butir daftar di baris baru{}, atau apit seluruh teks '
    "dengan tanda kutip."
)
_LONE_DASH = (
    'tanda "-" sendirian terbaca sebagai butir daftar. Apit dengan tanda kutip: "-"; bila memang '
    "tidak ada isinya, hapus baris ini."
)
FLOW = (
    "tanda {} tidak dipakai di sini. Tulis tiap isi di baris sendiri{}, "
    "atau apit teks dengan tanda kutip."
)
_BLOCK = re.compile(r"[|>][-+0-9]*(?: +#.*| *)$")
_EMPTY_FLOW = re.compile(r"\[ *\]|\{ *\}")
_NAMED = re.compile(r"(?:&[\w-]+|\*[\w-]+|!!?[\w:/.,-]*)(?= |$)", re.ASCII)
"""What gives a value a name, a type, or repeats another: the parser tells it."""
_COLON = re.compile(r":(?= |$)")
_CODE = re.compile(
    r'\\(?:[0abtnvfreNLP_ "/\\\t]|x[0-9a-fA-F]{2}|u(?![dD][89abAB])[0-9a-fA-F]{4}'
    r"|U000[0-9a-fA-F]{5}|U0010[0-9a-fA-F]{4})"
)
_OF_A_YEAR = re.compile(r"\d{4}(?:-(?:tw[1-4]|s[12]))? *: +\S")
_BELOW = 'isi menurut tahun ditulis di baris baru, menjorok: "{}".'
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.?)*+"'), "'": re.compile(r"'(?:[^']|'')*+'")}
_PARTS = {'"': re.compile(r'(?:[^"\\]|\\.?)*+"'), "'": re.compile(r"(?:[^']|'')*+'")}


@dataclass(frozen=True)
class Fault:
    """What is wrong, where behind the beginning of the value, and what the value becomes, so that
    the rest of the file can be read."""

    offset: int
    message: str
    instead: str


def is_block(value: str) -> bool:
    """Whether a value is the sign of a block of text below it."""
    return bool(_BLOCK.match(value))


def bare(value: str) -> str:
    """A value without the comment behind it."""
    return value[: comment_start(value)].rstrip(" ")


def leaves_open(value: str) -> bool:
    """Whether a value is only a name or a type of what follows."""
    text = bare(value)
    named = _NAMED.match(text)
    return not text or (named is not None and named[0] == text and text[0] != "*")


def goes_on(value: str) -> bool:
    """Whether a text without quotes may go on in the next line; behind a comment it does not."""
    return value[0] not in "[{*" and comment_start(value) == len(value)


def fault(value: str, dialect: Dialect) -> Fault | None:
    """What is wrong with a value that does not begin with a quote."""
    text = bare(value)
    if value.startswith("#") or is_block(value) or (dialect.tags and value[0] == "!"):
        return None
    if named := _NAMED.match(text):
        rest = text[named.end() :].strip(" ")
        is_right = not (rest and text[0] == "*") and text.find("!", 2) < 0
        return None if is_right else _opening(text)
    return _of_sign(text, dialect) or _of_colon(text, dialect)


def _of_sign(text: str, dialect: Dialect) -> Fault | None:
    if text[:1] in ("[", "{"):
        return None if dialect.has_brackets else _of_flow(text)
    if text == "-":
        return Fault(0, _LONE_DASH, quoted(text))
    if text.startswith("- "):
        return Fault(0, DASH.format(_typed(text)), quoted(text))
    if re.match(r"[&*!|>%@`,\]}]|\?(?: |$)", text):
        return _opening(text)
    return None


def _opening(text: str) -> Fault:
    return Fault(0, OPENING.format(text[0], remedy(text)), quoted(text))


def _of_flow(text: str) -> Fault | None:
    if empty := _EMPTY_FLOW.match(text):
        rest = text[empty.end() :]
        return _detached(text, empty.end()) if rest.strip(" ") else None
    if re.fullmatch(r".[^\[\]{}]*[\]}][^\[\]{}]*\w[^\[\]{}]*", text):
        return _opening(text)
    signs = "[ ]" if text[0] == "[" else "{ }"
    return Fault(0, FLOW.format(signs, _typed(_first_within(text))), quoted(text))


def _first_within(text: str) -> str:
    """The first thing between brackets as a line of its own."""
    inner = re.fullmatch(
        r"\[([^\[\]{},]+)(?:, [^\[\]{}]*)?\]"
        r"|\{([^\[\]{},:]+: [^\[\]{},]+)(?:, [^\[\]{}]*)?\}",
        text,
    )
    said = (inner[1] or inner[2]).strip() if inner else ""
    return f"- {said}" if said and inner and inner[1] else said


def _typed(line: str) -> str:
    return f' (misalnya "{line}")' if line and can_repeat(line) else ""


def _of_colon(text: str, dialect: Dialect) -> Fault | None:
    found = _COLON.search(text)
    if found is None or text[:1] in ("[", "{"):
        return None
    if _OF_A_YEAR.match(text) and can_repeat(text):
        return Fault(0, _BELOW.format(text), quoted(text))
    said = COLON.format(remedy(text.strip("“”„‟")))
    name = text[: found.start()].rpartition(" ")[2]
    if any(name in each for each in dialect.families) and can_repeat(text):
        second = text[found.start() - len(name) :]
        said += f' Bila "{name}" bagian tersendiri, tulis "{second}" di baris baru.'
    return Fault(found.start(), said, quoted(text))


def _detached(text: str, end: int) -> Fault:
    rest = text[end:]
    place = end + len(rest) - len(rest.lstrip(" "))
    return Fault(place, DETACHED.format(remedy(text)), quoted(text))


def unclosed_name(value: str) -> str | None:
    """`"No.: 1` as it was meant: with its name between quotes."""
    found = re.fullmatch(r"""(["'])([^"':]+)(:(?: .*?)?)(\1?)""", value)
    if found is None:
        return None
    if re.fullmatch(r"\d\d", found[2]):
        return f"20{found[2]}{found[3]}"
    return found[2] + found[3] if found[4] else f"{found[1]}{found[2]}{found[1]}{found[3]}"


def closed(value: str) -> re.Match[str] | None:
    """The quoted text that a value begins with, if it ends on its line."""
    return _QUOTED[value[0]].match(value)


def closing(sign: str, line: str) -> re.Match[str] | None:
    """The part of a later line that belongs to a quoted text, up to its end."""
    return _PARTS[sign].match(line)


def fault_behind(value: str, end: int) -> Fault | None:
    """What is wrong behind a quoted text that ends there, or within it."""
    rest = value[end:]
    if rest.strip(" ") and comment_start(rest) != len(rest) - len(rest.lstrip(" ")) - 1:
        return _inner(value, end) or _detached(value, end)
    return fault_of_codes(value[:end])


def _inner(value: str, end: int) -> Fault | None:
    """A quote of the same kind inside quotes."""
    text = bare(value)
    sign = text[0]
    if not text.endswith(sign) or len(text) <= end:
        return None
    right = quoted(text[1:-1]) if sign == '"' else f'"{text[1:-1]}"'
    if text.count(sign) > 3 and sign == "'":
        right = f'"{text}"'
    other = "'" if sign == '"' else '"'
    said = f"Tulis: {right}." if can_repeat(text) else f"Apit seluruh teks dengan {other} saja."
    return Fault(end - 1, f"{EARLY.format(sign)} {said}", quoted(text[1:-1]))


def fault_of_codes(text: str) -> Fault | None:
    """A backslash between double quotes that is no code."""
    if text[0] != '"' or "\\" not in text:
        return None
    here = 0
    while (here := text.find("\\", here)) >= 0:
        code = _CODE.match(text, here)
        if code is None:
            return Fault(here, BACKSLASH, quoted(text[1:-1]))
        here = code.end()
    return None
