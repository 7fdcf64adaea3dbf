"""Random input by the hundred thousand: `make fuzz`, and a hundredth of it in the tests.

Two ways in turn. Bytes and structure: a good file is cut, doubled, mixed up and sprinkled with
signs that mean something; the reader and the models say what is wrong, or nothing, and never fail.
Texts: any text in any field is refused, or comes out of the data as it went in. Every input follows
from its number, so that one that fails can be tried again: `python tests/fuzz.py 1 NUMBER`.
"""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hostile import PAYLOADS, Walk

from generator.content import ledger_lines
from generator.exports.shape import plain
from generator.model.documents import Dokumen, Instansi, Istilah, Jabatan, Pemda, Riwayat
from generator.model.validation import validate, validate_rest
from generator.source import reading
from generator.values.characters import first_invisible, one_line
from generator.values.fields import Model

FOLDER = Path(__file__).parent / "contoh/content"
MODELS: dict[str, type[Model]] = {
    "pemda.yml": Pemda,
    "instansi.yml": Instansi,
    "dokumen.yml": Dokumen,
    "istilah.yml": Istilah,
    "riwayat.yml": Riwayat,
}
"""By the names of files; all others are positions, but for the ledger."""
FILES = sorted(FOLDER.rglob("*.yml"))
DATA = {path: path.read_bytes() for path in FILES}
SIGNS = [*PAYLOADS, *": - # & * ! | > ' \" % @ ` { } [ ] , ? \\ \t \n \r \0 \x1b".split(" ")]
SIGNS += [
    "\n  ",
    "\n- ",
    ": ",
    " #",
    "\u202e",
    "\ufeff",
    "\u2028",
    "é",
    "漢",
    "𝟘",
    "19850315",
    "---\n",
]
MOST_SECONDS = 5
"""Of processor time for one input."""


def run(number: int, path: Path) -> str:
    """Try one input, and say what became of it."""
    chance = random.Random(number)
    return _mixed(chance, path) if number % 2 else _texts(chance, path)


def _mixed(chance: random.Random, path: Path) -> str:
    source = chance.choice(FILES)
    data = bytearray(DATA[source])
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        here = chance.randrange(len(data) + 1)
        there = min(len(data), here + chance.choice((0, 1, 3, 20, 300)))
        part = bytes(data[here:there])
        match chance.randrange(6):
            case 0:
                data[here:there] = b""
            case 1:
                data[here:here] = part * chance.choice((1, 2, 30))
            case 2:
                data[here:there] = bytes(chance.randrange(256) for _ in part)
            case 3:
                data[here:there] = chance.choice(SIGNS).encode("utf-8", "surrogatepass")
            case 4:
                other = DATA[chance.choice(FILES)]
                start = chance.randrange(len(other))
                data[here:there] = other[start : start + len(part) + 20]
            case _:
                lines = bytes(data).split(b"\n")
                one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                lines[one] = b" " * chance.randrange(9) + lines[one].lstrip()
                data[:] = b"\n".join(lines)
    path.write_bytes(data)
    if source.name == "alamat.yml":
        _, problems = ledger_lines.read(path, "alamat.yml")
        return _judged(problems)
    model = MODELS.get(source.name, Jabatan)
    found = reading.read_all(path, source.name)
    if found.source is None:
        return _judged([*found.problems, *validate_rest(found, model)], is_refused=True)
    document, problems = validate(found.source, model)
    return _judged([*found.problems, *problems], is_refused=document is None)


def _judged(problems: list[Any], is_refused: bool = False) -> str:
    """What is refused has its reason, and no reason gives orders to a terminal."""
    assert problems or not is_refused
    for each in problems:
        assert each.message.strip()
        assert not each.is_fault, each
        assert first_invisible(each.message) is None, each
    return "ditolak" if is_refused else "diterima"


def _text(chance: random.Random) -> str:
    """A few signs of any kind, or one of the hostile texts in the midst of them."""
    kinds = (
        lambda: chr(chance.randrange(32, 127)),
        lambda: chr(chance.randrange(0xA0, 0x2100)),
        lambda: chr(chance.choice((*range(0x2100, 0xD800), *range(0xE000, 0x11000)))),
        lambda: chance.choice(SIGNS),
        lambda: chance.choice(("Jumlah ", "kata ", "a", "1", "2,5", ". ", "×")),
    )
    weights = (9, 1, 1, 2, 9) if chance.random() < 0.3 else (9, 0, 0, 2, 9)
    return "".join(chance.choices(kinds, weights)[0]() for _ in range(chance.randrange(1, 12)))


def _texts(chance: random.Random, path: Path) -> str:
    """One document in which some fields have any text."""
    model = chance.choice((Pemda, Instansi, Dokumen, Jabatan, Jabatan, Istilah))
    often = chance.choice((0.004, 0.05, 1.0))
    walk = Walk(lambda _: _text(chance) if chance.random() < often else "Teks biasa")
    written = yaml.dump(
        walk.filled(model),
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
        width=10**6,
        default_style='"',
    )
    path.write_text(written, "utf-8", "surrogatepass")
    found = reading.read_all(path, "berkas.yml")
    if found.source is None:
        return _judged([*found.problems, *validate_rest(found, model)], is_refused=True)
    document, problems = validate(found.source, model)
    if document is None:
        return _judged([*found.problems, *problems], is_refused=True)
    said = {*_leaves(plain(document, "x/"))}
    for way, text in found.source.scalars():
        if way[-1] not in _OURS and not {"pejabat"} & {*way}:
            assert one_line(text) in said, (way, text)
    return _judged([*found.problems, *problems])


_OURS = {
    "urutan",
    "halaman",
    "tahun",
    "bobot",
    "nomor",
    "nilai",
    "batas",
    "per",
    "faktor",
    "tanpa_nip",
}
_OURS |= {"nomor_lengkap", "sebagian", "mencabut", "id", "hitung", "maksimum", "minimum", "status"}
"""Fields that may come out as numbers or truths, or in another form."""


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield str(value)


def main(count: int, first: int = 0) -> int:
    """Try so many inputs from a number on; the numbers of those that failed are told."""
    ends: Counter[str] = Counter()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, first + count):
            before = time.process_time()
            try:
                end = run(number, Path(folder, "berkas.yml"))
            except Exception as error:
                end = "gagal"
                print(f"{number}: {type(error).__name__}: {error}"[:400], flush=True)
            if time.process_time() - before > MOST_SECONDS:
                end = "lambat"
                print(f"{number}: lambat", flush=True)
            ends[end] += 1
    seconds = time.monotonic() - begun
    print(f"{count} masukan dari {first}: {dict(sorted(ends.items()))}, {seconds:.0f} s")
    return ends["gagal"] + ends["lambat"]


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
