"""How much of a decree `iki import` gets right, point by point: `make bench-impor`.

The drafts made of `tests/sumber/` are compared with their transcriptions in `content/`: names,
duties, functions, and of each row of a table its goal, indicator, formula, numerator, denominator
and source. The same of the five as DOCX, as PDF with ruled tables, and typed in the form for Excel
(`tests/made_files.py`). `--salah` lists every point that was missed.
A point that the draft has and the transcription has not counts against it.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import made_files

from generator.formula.kinds.hilang import Hilang
from generator.formula.kinds.kind import Kind
from generator.importing.draft import drafted
from generator.importing.lembar import filled
from generator.importing.lembar.form import is_form
from generator.importing.lines import Fields
from generator.importing.readers import read
from generator.importing.writing import written
from generator.model.documents import Jabatan, as_line
from generator.model.validation import validate
from generator.source.reading import parse

ROOT = Path(__file__).parents[1]
GROUPS = "nama tugas fungsi sasaran indikator rumus pembilang penyebut sumber".split()
HEAD = GROUPS[:3]


@dataclass
class Score:
    """Points by group."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    invented_rows: int = 0

    def percent(self, groups: Iterable[str] = GROUPS) -> float:
        of = sum(self.of[each] for each in groups)
        return 100 * sum(self.right[each] for each in groups) / of if of else 100.0

    def point(self, group: str, right: Any, draft: Any) -> None:
        """One point, of which both or one may have nothing."""
        if not right and not draft:
            return
        self.of[group] += 1
        if right == draft:
            self.right[group] += 1
        else:
            self.missed.append(f"{group}: {right!r} / {draft!r}")


@dataclass(frozen=True)
class Row:
    """A row of a table, as plain texts."""

    sasaran: str
    indikator: str
    rumus: str
    pembilang: str
    penyebut: str
    sumber: tuple[str, ...]


def tidy(text: object) -> str:
    return " ".join(str(text or "").split())


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+|[%Σ]", text))


def rows(position: Jabatan) -> list[Row]:
    found = []
    for group in position.groups():
        for each in group.indikator:
            rumus: Any = each.rumus
            parts = [tidy(getattr(rumus, name, "")) for name in ("pembilang", "penyebut")]
            sources = tuple(tidy(as_line(line)) for line in each.sumber_data)
            found.append(Row(tidy(group.uraian), tidy(each.nama), _formula(rumus), *parts, sources))
    return found


def _formula(rumus: Kind | None) -> str:
    """What it says; where the source shows none, it is no point."""
    return "" if rumus is None or isinstance(rumus, Hilang) else words(rumus.asli or rumus.line())


def pairs(right: Sequence[str], draft: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which of two lists belong together."""
    for tag, a, b, c, d in SequenceMatcher(None, right, draft, autojunk=False).get_opcodes():
        one, other = list(range(a, b)), list(range(c, d))
        if tag != "equal" and len(one) != len(other):
            yield from _likeliest(one, other, right, draft)
            continue
        yield from zip(one, other, strict=True)


def _likeliest(
    one: list[int], other: list[int], right: Sequence[str], draft: Sequence[str]
) -> Iterator[tuple[int | None, int | None]]:
    """In lists of different lengths the likeliest stand together, the rest alone."""
    while one and other:
        a = one.pop(0)
        best = max(other, key=lambda n: SequenceMatcher(None, right[a], draft[n]).ratio())
        if len(one) + 1 > len(other) and SequenceMatcher(None, right[a], draft[best]).ratio() < 0.5:
            yield a, None
            continue
        yield from ((None, n) for n in other[: other.index(best)])
        other = other[other.index(best) + 1 :]
        yield a, best
    yield from ((a, None) for a in one)
    yield from ((None, n) for n in other)


def at(values: Sequence[Any], number: int | None) -> Any:
    return None if number is None else values[number]


def compare(right: Sequence[Jabatan], draft: Sequence[Jabatan]) -> Score:
    """The score of the positions of a draft."""
    score = Score()
    names = [[tidy(each.nama) for each in positions] for positions in (right, draft)]
    for a, b in pairs(*names):
        _position(score, at(right, a), at(draft, b))
    return score


def _position(score: Score, right: Jabatan | None, draft: Jabatan | None) -> None:
    both = (right, draft)
    score.point("nama", *(tidy(each.nama) if each else None for each in both))
    for group in ("tugas", "fungsi"):
        texts = [[tidy(as_line(b)) for b in getattr(each, group)] if each else [] for each in both]
        for a, b in pairs(*texts):
            score.point(group, at(texts[0], a), at(texts[1], b))
    tables = [rows(each) if each else [] for each in both]
    keys = [[f"{each.indikator} {each.rumus}" for each in table] for table in tables]
    for a, b in pairs(*keys):
        score.invented_rows += a is None
        for group in GROUPS[3:]:
            here = [
                getattr(at(t, n), group) if n is not None else None
                for t, n in zip(tables, (a, b), strict=True)
            ]
            score.point(group, *here)


def as_position(text: str, name: str) -> Jabatan:
    """What a file says; a draft without a table has none."""
    source, problems = parse(text, name)
    assert source is not None, problems
    value = dict(source.value)
    if not value.get("sasaran"):
        value["sasaran"] = [{"indikator": [{"id": "x", "nama": "x"}]}]
        return Jabatan.model_validate(value).model_copy(update={"sasaran": []})
    document, found = validate(source, Jabatan)
    assert document is not None, (name, found)
    return document


def draft_of(path: Path) -> list[Jabatan]:
    """The positions of a draft, in their order."""
    files = (
        filled.read(path).files if is_form(path) else drafted(read(path), "2024", "0" * 64).files
    )
    return [
        as_position(written(cast(Fields, fields), Jabatan, ""), name)
        for name, fields in files.items()
        if name != "dokumen.yml"
    ]


def transcribed(folder: Path) -> list[Jabatan]:
    """The positions of an edition, in their order."""
    files = sorted(path for path in folder.glob("*.yml") if path.stem != "dokumen")
    found = [as_position(path.read_text("utf-8"), path.name) for path in files]
    return sorted(found, key=lambda each: each.urutan)


def editions() -> dict[str, Path]:
    """The folder of every edition that has a source, by the name of that."""
    folders = sorted(path.parent for path in (ROOT / "content").glob("*/*/*/dokumen.yml"))
    named = {"-".join(each.relative_to(ROOT / "content").parts): each for each in folders}
    return {
        name: each for name, each in named.items() if (ROOT / f"tests/sumber/{name}.txt").exists()
    }


FORMS = ("teks", "DOCX", "PDF", "lembar")


def made(form: str, name: str, folder: Path, where: Path) -> Path:
    """A decree in one of its forms."""
    match form:
        case "DOCX":
            return made_files.as_docx(made_files.Decree.of(folder), where / f"{name}.docx")
        case "PDF":
            return made_files.as_pdf(made_files.Decree.of(folder), where / f"{name}.pdf")
        case "lembar":
            return made_files.as_lembar(folder, where / f"{name}.xlsx")
    return ROOT / f"tests/sumber/{name}.txt"


def main(arguments: Sequence[str]) -> None:
    """The table, and with `--salah` every point that was missed."""
    print(f"{'':41}{'bentuk':>7}{'seluruhnya':>11}", end="")
    print("".join(f"{each:>10}" for each in (*GROUPS, "karangan", "waktu")))
    with TemporaryDirectory() as where:
        for name, folder in editions().items():
            for form in FORMS:
                path = made(form, name, folder, Path(where))
                score = _print(name, form, transcribed(folder), path)
                if "--salah" in arguments:
                    print("\n".join(f"    {each}" for each in score.missed))


def _print(name: str, form: str, right: Sequence[Jabatan], path: Path) -> Score:
    """One line of the table."""
    start = time.perf_counter()
    draft = draft_of(path)
    seconds = time.perf_counter() - start
    score = compare(right, draft)
    groups = "".join(f"{score.percent([group]):9.1f}%" for group in GROUPS)
    whole = f"{name:41}{form:>7}{score.percent():10.1f}%"
    print(f"{whole}{groups}{score.invented_rows:10}{seconds:8.1f} s")
    return score


if __name__ == "__main__":
    main(sys.argv[1:])
