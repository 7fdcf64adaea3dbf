"""The arithmetic that an officer writes in `ungkapan`, as a tree.

    sum      = product { ("+" | "-") product }
    product  = sign { ("×" | "/") sign }
    sign     = [ "-" ] atom
    atom     = number | name | function "(" sum { ";" sum } ")" | "(" sum ")"

A decimal has a comma, so arguments are parted by `;`. A lone `x` is the sign ×. There are no
powers, so a value cannot grow faster than the text. A function of one argument that holds indexed
variables runs over their set; a function inside it runs over all of its own. There is no `%`: in
`40% × IKM` it means 0,4, in `× 100%` it means a hundred, and a reader of the formula could not tell
which.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.formula.tree import Call, Group, Negative, Node, Number, Operation, Over, Term
from generator.values import numbers
from generator.values.characters import shown
from generator.values.effort import meant

MAX_CHARACTERS = 500
MAX_BRACKETS = 24
MAX_NAME = 40
FUNCTIONS = ("rata", "min", "maks", "jumlah", "bulat", "akar")
OF_ONE = ("bulat", "akar")
"""Functions of one number; the others are of several, or of a set."""

_SIGNS = {
    "+": "+",
    **dict.fromkeys("-\u2212\u2013\u2014", "-"),
    **dict.fromkeys("×xX·*⋅", "×"),
    **dict.fromkeys("/:÷", "/"),
}
_NAMES = {"+": "ditambah", "-": "dikurangi", "×": "dikali", "/": "dibagi"}
_TOKEN = re.compile(
    r"(?P<number>\d[\d.]*(?:,\d+)?)|(?P<name>[^\W\d_]\w*)|(?P<sign>[+\-−–—×·*⋅/:÷])|(?P<mark>[();])"
)


@dataclass(frozen=True)
class Fault:
    """Why a text is no formula: the column from 1, and an Indonesian remedy."""

    column: int
    message: str


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    column: int


class Expression(str):
    """A text that could be read, with its tree: a formula is read once, when it is checked."""

    tree: Node


class _FaultError(Exception):
    def __init__(self, column: int, message: str):
        self.fault = Fault(column, message)


Meant = Callable[[str, Iterable[str]], str | None]
"""Finds the name that was probably meant."""


Sets = Mapping[str, str]
"""Which variables have a value for each member of a set, and what it is of: `kelas ke-i`."""
_NO_SETS: Sets = {}


def index(each: str) -> str:
    """The `i` of `kelas ke-i`; empty where there is none."""
    found = re.fullmatch(r".+\bke[- ]([a-z])", each)
    return found[1] if found else ""


def parse(
    text: str, symbols: Mapping[str, str], likely: Meant = meant, sets: Sets = _NO_SETS
) -> Node | Fault:
    """The tree of an expression over variables, or what is wrong with it. `symbols` maps each name
    that may be typed to the sign that a reader sees."""
    try:
        return _Parser(_tokens(text), symbols, likely, sets).whole()
    except _FaultError as error:
        return error.fault


def expression(text: str, tree: Node) -> Expression:
    """The text of a tree."""
    found = Expression(text)
    found.tree = tree
    return found


def is_name(text: str) -> bool:
    """Whether a variable may be called so."""
    is_word = len(text) <= MAX_NAME and re.fullmatch(r"[^\W\d_]\w*", text)
    return bool(is_word) and text not in (*FUNCTIONS, "x", "X")


def _tokens(text: str) -> list[_Token]:
    if len(text) > MAX_CHARACTERS:
        raise _FaultError(
            MAX_CHARACTERS + 1, f"terlalu panjang (paling banyak {MAX_CHARACTERS} huruf)."
        )
    tokens: list[_Token] = []
    index = 0
    while index < len(text):
        if text[index].isspace():
            index += 1
            continue
        token = _token(text, index)
        tokens.append(token)
        index += len(token.text)
    if sum(token.text == "(" for token in tokens) > MAX_BRACKETS:
        raise _FaultError(1, f"terlalu banyak kurung (paling banyak {MAX_BRACKETS}).")
    return [*tokens, _Token("end", "", len(text) + 1)]


def _token(text: str, index: int) -> _Token:
    found = _TOKEN.match(text, index)
    if text[index] == "%":
        raise _FaultError(
            index + 1, 'tanda "%" tidak dipakai di sini: tulis 0,4 untuk 40%, dan 100 untuk × 100%.'
        )
    if thousands := _ENGLISH.match(text, index):
        meant = thousands[0].replace(",", ".")
        raise _FaultError(index + 1, f'ribuan memakai titik, bukan koma: tulis "{meant}".')
    if text.startswith("**", index):
        raise _FaultError(index + 1, f'tanda "**" tidak dikenal dalam rumus. Di sini {_POWER}')
    if found and (odd := _ODD_DIGIT.search(found[0])):
        index += odd.start()
        found = None
    if found is None:
        help = _HELPS.get(text[index], _HELP)
        if text[index] == "=" and (before := text[:index].strip()):
            help += f' Hapus "{shown(before)} =" dari sini.'
        raise _FaultError(index + 1, f'tanda "{text[index]}" tidak dikenal dalam rumus.{help}')
    kind, written = found.lastgroup or "", found[0]
    if kind == "name" and written in ("x", "X"):
        kind = "sign"
    return _Token(kind, written, index + 1)


_ENGLISH = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3}){2,}(?![\d,])", re.ASCII)
_ODD_DIGIT = re.compile("[²³½¼¾]")
_POWER = "tidak ada pangkat: tulis perkaliannya, misalnya A × A."
_HELPS = {
    "\\": ' LaTeX ditulis dengan "jenis: latex".',
    "=": ' Nama hasil di depan "=" ditulis di "hasil".',
    "^": f" Di sini {_POWER}",
    ",": ' Nilai di dalam fungsi dipisah titik koma: rata(A; B); desimal ditulis "2,5".',
    **dict.fromkeys("[{", ' Tulis "(".'),
    **dict.fromkeys("]}", ' Tulis ")".'),
    **dict.fromkeys("√", " Tulis akar(…)."),
    **dict.fromkeys("Σ∑", " Tulis jumlah(…)."),
    **dict.fromkeys("²³", f" Di sini {_POWER}"),
    "½": " Tulis dengan koma, misalnya 0,5 atau 2,5.",
    "¼": " Tulis dengan koma, misalnya 0,25 atau 2,25.",
    "¾": " Tulis dengan koma, misalnya 0,75 atau 2,75.",
}
_SPREADSHEET = {
    "σ": "jumlah",
    "sum": "jumlah",
    "total": "jumlah",
    "average": "rata",
    "avg": "rata",
    "mean": "rata",
    "sqrt": "akar",
    "round": "bulat",
}
"""What functions are called in Excel."""
_HELP = " Yang boleh: angka, nama variabel, + - × / dan kurung ( )."


class _Parser:
    """Reads the tokens from left to right, one function per line of the grammar."""

    def __init__(self, tokens: list[_Token], symbols: Mapping[str, str], likely: Meant, sets: Sets):
        self._tokens = iter(tokens)
        self._symbols = symbols
        self._likely = likely
        self._sets = sets
        self._indexed: list[_Token] = []
        """The indexed variables that no function runs over yet."""
        self._last = self._next = next(self._tokens)

    def whole(self) -> Node:
        if self._next.kind == "end":
            raise _FaultError(1, "rumus masih kosong.")
        tree = self._sum()
        if self._next.text == ")":
            self._fail('ada kurung tutup ")" tanpa kurung buka.')
        if self._next.text == ";":
            self._fail('tanda ";" hanya dipakai di dalam fungsi, misalnya rata(A; B).')
        if self._next.kind != "end":
            self._fail_between()
        for token in self._indexed:
            raise _FaultError(
                token.column,
                f'variabel "{shown(token.text)}" bernilai untuk setiap '
                f"{self._sets[token.text]}: pakai di dalam jumlah(…), rata(…), min(…) atau "
                "maks(…).",
            )
        return tree

    def _fail_between(self) -> None:
        """Two values without a sign between them; two words may be one name."""
        both = f"{self._last.text}_{self._next.text}"
        hint = f'Maksudnya "{both}"?' if both in self._symbols else "Kurang tanda + - × atau /?"
        self._fail(f'tidak menyangka "{self._next.text}" di sini. {hint}')

    def _fail(self, message: str) -> None:
        raise _FaultError(self._next.column, message)

    def _take(self) -> _Token:
        token = self._last = self._next
        self._next = next(self._tokens, token)
        return token

    def _sign_among(self, signs: str) -> str | None:
        sign = _SIGNS.get(self._next.text) if self._next.kind == "sign" else None
        if sign and sign in signs:
            self._take()
            return sign
        return None

    def _sum(self) -> Node:
        tree = self._product()
        while sign := self._sign_among("+-"):
            tree = Operation(sign, tree, self._product())
        return tree

    def _product(self) -> Node:
        tree = self._signed()
        while sign := self._sign_among("×/"):
            tree = Operation(sign, tree, self._signed())
        return tree

    def _signed(self) -> Node:
        if self._sign_among("-"):
            return Negative(self._atom())
        return self._atom()

    def _atom(self) -> Node:
        if self._next.kind == "number":
            return self._number(self._take())
        if self._next.kind == "name":
            return self._name(self._take())
        if self._next.text == "(":
            opening = self._take()
            inner = self._sum()
            self._close(opening)
            return Group(inner)
        if self._next.kind == "end":
            self._fail("rumus terputus di sini: lengkapi dengan angka atau nama variabel.")
        if self._next.kind == "sign":
            name = _NAMES[_SIGNS[self._next.text]]
            self._fail(
                f'tanda "{self._next.text}" ({name}) belum punya angka atau nama di depannya.'
            )
        raise _FaultError(
            self._next.column,
            f'tidak menyangka "{self._next.text}" di sini. Isi dengan angka atau nama.',
        )

    def _close(self, opening: _Token) -> None:
        if self._next.kind in ("name", "number"):
            self._fail_between()
        if self._next.text != ")":
            raise _FaultError(opening.column, 'kurung buka "(" ini belum ditutup dengan ")".')
        self._take()

    def _number(self, token: _Token) -> Node:
        try:
            return Number(token.text, numbers.parse(token.text))
        except ValueError as error:
            raise _FaultError(token.column, str(error)) from None

    def _name(self, token: _Token) -> Node:
        if self._next.text == "(" and (token.text in FUNCTIONS or token.text not in self._symbols):
            return self._call(token)
        if token.text in FUNCTIONS and token.text not in self._symbols:
            raise _FaultError(
                token.column, f'fungsi "{token.text}" ditulis dengan kurung: {token.text}(A; B).'
            )
        if token.text not in self._symbols:
            known = self._likely(token.text, self._symbols)
            hint = f' Maksudnya "{known}"?' if known else ' Tambahkan di "variabel".'
            name = shown(token.text)
            raise _FaultError(token.column, f'variabel "{name}" tidak dikenal.{hint}')
        if each := self._sets.get(token.text):
            self._indexed.append(token)
        return Term(token.text, self._symbols[token.text], True, index(each or ""))

    def _call(self, token: _Token) -> Node:
        if token.text not in FUNCTIONS:
            known = _SPREADSHEET.get(token.text.lower()) or self._likely(token.text, FUNCTIONS)
            hint = f'Maksudnya "{known}"?' if known else f"Pilihan: {', '.join(FUNCTIONS)}."
            name = shown(token.text)
            raise _FaultError(token.column, f'fungsi "{name}" tidak dikenal. {hint}')
        opening = self._take()
        before = len(self._indexed)
        arguments = [self._sum()]
        while self._next.text == ";":
            self._take()
            arguments.append(self._sum())
        self._close(opening)
        if token.text in OF_ONE and len(arguments) > 1:
            raise _FaultError(token.column, f'fungsi "{token.text}" hanya menerima satu nilai.')
        if token.text in OF_ONE or len(arguments) > 1:
            return Call(token.text, tuple(arguments))
        return self._over(token, arguments[0], self._indexed[before:])

    def _over(self, token: _Token, inner: Node, members: list[_Token]) -> Node:
        """A function over a set, whose members stand in its only argument."""
        sets = {self._sets[each.text] for each in members}
        if not sets:
            raise _FaultError(
                token.column,
                f'fungsi "{token.text}" perlu beberapa nilai, dipisah titik koma: '
                f"{token.text}(A; B). Bila nilainya satu untuk setiap kelas, tulis "
                '"setiap: kelas ke-i" pada variabelnya.',
            )
        if len(sets) > 1:
            raise _FaultError(
                members[0].column,
                f'"setiap" berlainan dalam satu fungsi: {", ".join(sorted(sets))}. Samakan.',
            )
        del self._indexed[-len(members) :]
        (each,) = sets
        return Over(token.text, inner, index(each), each)
