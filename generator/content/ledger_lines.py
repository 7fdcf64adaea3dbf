"""The lines of `content/alamat.yml`.

Each is one address, so that the file can be sorted and merged by its lines. It is good YAML too,
but is not read as such: it grows with the site, and a hundred thousand lines must not be felt.
"""

import re
from bisect import bisect
from pathlib import Path

from generator.content.ledger import HEAD, KEPT, WITHDRAWN, Ledger, line_of
from generator.source.problem import Problem, Severity
from generator.source.reading import text_of
from generator.values import letters
from generator.values.personal import personal_number
from generator.values.slugs import ADDRESS, MAX_SLUG

UNTIDY = "urutan"
"""The code of what `iki ledger` puts right by itself."""
MOST_BYTES = 1 << 30

_REASON = r'[^"\\]*[^"\\\s][^"\\]*'
_LINE = re.compile(rf'({ADDRESS}): (?:({KEPT}|{ADDRESS})|"({WITHDRAWN}{_REASON})")[ \t]*')
# Among the letters of an address a number of a person is so many signs without a letter.
_NUMBER = re.compile(r"[0-9][^a-z\n]{15}")
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_LOOSE = re.compile(r"""[\s"'-]*([^\s"':]+)["']?\s*(?::|=|[-=]?>|→)\s*(.*)""")
_LEFT = re.compile(r"(?:di)?(?:cabut|hapus|tarik)(?:[\s:.,-]+(.+)?)?", re.IGNORECASE | re.DOTALL)
_MOVED = re.compile(r"(?:pindah|ganti|ubah)?\s*\bke\s+", re.IGNORECASE)
_QUOTED = re.compile(r"""^(["'])(.*)\1$""")
_BEFORE = re.compile(r"^(?:https?://[^/]*/|/+|(?:\./)?content/)")


def read(path: Path, shown: str) -> tuple[Ledger, list[Problem]]:
    """What a file says, line by line; a line that says nothing is a problem."""
    text, problem = text_of(path, shown, MOST_BYTES)
    return (Ledger(shown), [problem]) if problem else parse(text, shown)


def parse(text: str, shown: str) -> tuple[Ledger, list[Problem]]:
    """The same for lines that are already text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = _Reader(shown, bool(_NUMBER.search(lines)))
    for number, line in enumerate(lines.split("\n"), 1):
        reader.take(number, line)
    head = tuple(reader.head) or HEAD
    ledger = Ledger(shown, reader.entries, reader.lines, head, frozenset(reader.unread))
    return ledger, reader.problems


def formatted(text: str, shown: str) -> tuple[str | None, list[Problem]]:
    """The lines as they should be written; nothing where one of them says nothing."""
    ledger, problems = parse(text, shown)
    faults = [each for each in problems if each.code != UNTIDY]
    return (None, faults) if faults else (ledger.text(), [])


class _Reader:
    def __init__(self, shown: str, may_hold_numbers: bool):
        self.shown = shown
        self.may_hold_numbers = may_hold_numbers
        self.entries: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.head: list[str] = []
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        """The addresses of lines that say nothing."""
        self._in_order: list[str] = []

    def take(self, number: int, line: str) -> None:
        found = _LINE.fullmatch(line)
        # The letters of an address are known; what else stands on a line is looked at.
        is_known = found and not found[3]
        if (self.may_hold_numbers or not is_known) and self._is_refused(number, line):
            return
        if found:
            self._entry(number, found[1], found[2] or found[3])
        elif line.startswith("#") and not self.entries:
            self.head.append(line)
        elif line.strip():
            self._loose(number, line)

    def _loose(self, number: int, line: str) -> None:
        """A line that says nothing: what it is about is known all the same, so that nothing else is
        told of it."""
        found = _LOOSE.fullmatch(_BEFORE.sub("", line.lstrip("\"' ")))
        if found and re.fullmatch(ADDRESS, address := as_address(found[1])):
            self.unread.add(address)
        is_value = found and _LINE.fullmatch(f"{line[: len(line) - len(found[2])].rstrip()} {KEPT}")
        column = len(line) - len(found[2]) + 1 if found and is_value else 1
        self._refuse(number, _fault(line), column)

    def _is_refused(self, number: int, line: str) -> bool:
        """Whether a line holds what no file may hold."""
        if kind := personal_number(line):
            self._refuse(number, _personal(line, kind), code="pribadi")
            return True
        faults = letters.faults(line)
        for index, message in faults:
            self._refuse(number, message, index + 1, "karakter")
        return bool(faults)

    def _entry(self, number: int, address: str, value: str) -> None:
        if first := self.lines.get(address):
            self._doubled(number, first, value == self.entries[address])
            return
        self.entries[address] = value
        self.lines[address] = number
        if self._in_order and address < self._in_order[-1]:
            self._unsorted(number, address)
        else:
            self._in_order.append(address)

    def _doubled(self, number: int, first: int, is_same: bool) -> None:
        if is_same:
            message = f"alamat ini sudah ada di baris {first}. Hapus baris ini."
        else:
            message = (
                f"alamat ini sudah ada di baris {first}, dengan isi lain. Hapus salah satunya: "
                "simpan yang benar sekarang."
            )
        self._refuse(number, message, code=UNTIDY if is_same else "baris")

    def _unsorted(self, number: int, address: str) -> None:
        following = self._in_order[bisect(self._in_order, address)]
        message = (
            f"baris ini tidak pada urutannya. Pindahkan ke atas baris {self.lines[following]}, "
            "atau jalankan `iki ledger`, yang mengurutkan semuanya."
        )
        self._refuse(number, message, code=UNTIDY)

    def _refuse(self, line: int, message: str, column: int = 1, code: str = "baris") -> None:
        self.problems.append(Problem(self.shown, line, column, Severity.GALAT, code, message))


def _personal(line: str, kind: str) -> str:
    address, colon, _ = line.partition(":")
    if colon and personal_number(address):
        return (
            f"alamat ini memuat nomor pribadi ({kind}). Hapus baris ini: alamat seperti itu tidak "
            "dijanjikan."
        )
    return f"baris ini memuat nomor pribadi ({kind}). Hapus nomornya: nomor pribadi tidak dimuat."


def _fault(line: str) -> str:
    """Why a line says nothing, and what to type."""
    if _CONFLICT.match(line):
        return (
            "ini tanda bentrokan dari penggabungan. Hapus baris tanda ini dan simpan baris alamat "
            "di antaranya, lalu jalankan `iki ledger`."
        )
    if line.startswith("#"):
        return "komentar hanya di awal berkas ini. Hapus, atau pindahkan ke awal."
    if meant := _meant(line):
        return f"baris ini tidak terbaca. Tulis `{meant}`."
    return (
        f"baris ini tidak terbaca. Tulis `ALAMAT/: {KEPT}`, `ALAMAT/: ALAMAT-BARU/`, atau "
        f'`ALAMAT/: "{WITHDRAWN}alasan"`.'
    )


def _meant(line: str) -> str | None:
    """What an officer meant by a line of nearly the right form."""
    bare = _BEFORE.sub("", line.lstrip("\"' "))
    found = _LOOSE.fullmatch(bare)
    if found is None:
        return None
    value = _QUOTED.sub(r"\2", found[2].strip()).strip()
    new = line_of(as_address(found[1]), _value(value))
    return new if _LINE.fullmatch(new) else None


def _value(typed: str) -> str:
    typed = _MOVED.sub("", typed)
    if re.fullmatch(rf"{KEPT}[\s.,;]*(?:#.*)?", typed, re.IGNORECASE):
        return KEPT
    if reason := _LEFT.fullmatch(typed):
        return WITHDRAWN + (reason[1] or "alasan").replace('"', "'").replace("\\", "/").strip()
    return as_address(typed)


def as_address(typed: str) -> str:
    """The address that is meant by what was typed: with the host, as the path of a file, or without
    the slash at its end."""
    path, mark, anchor = _BEFORE.sub("", typed.strip().replace("\\", "/")).partition("#")
    path = re.sub(r"(?:(?:/|^)(?:index\.html|(?:pemda|instansi|dokumen)\.yml)|\.yml)?/*$", "", path)
    return f"{path}/{mark}{anchor}"


def has_long_name(address: str) -> bool:
    """Whether one of the names in an address is longer than any can be."""
    return len(address) > MAX_SLUG and any(
        len(name) > MAX_SLUG for name in re.split("[/#]", address)
    )
