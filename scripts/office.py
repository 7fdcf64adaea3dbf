"""Whether LibreOffice reads what we give to spreadsheets: every sheet and CSV file of a project.

    python scripts/office.py [FOLDER]    a project, as `iki build` takes it

Each file is opened without a window and written out again; cell by cell it must say what we wrote,
texts as texts. It needs `soffice` (Debian: libreoffice-calc-nogui), so it is a part of `make long`.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

from generator import settings
from generator.content import loading
from generator.files import write
from generator.pages.rendering import render

ROOT = Path(__file__).parent.parent
_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1"
"""Every sheet as CSV in UTF-8, texts in quotes, cells as they are and not as they look."""
_READ = "CSV:44,34,76,1,,0,true,false"
_MANY = 200
"""Files that one run of the program opens."""


def main(project: Path) -> int:
    """Say what differs; 0 where nothing does."""
    office = shutil.which("soffice")
    if not office:
        sys.exit("soffice is needed: apt-get install libreoffice-calc-nogui")
    loaded, problems = settings.load(project / settings.CONFIG)
    assert loaded, problems
    content = loading.load(loaded.content, loaded.content.name).content
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "made")
        wanted = (".xlsx", ".csv")
        write((each for each in render(content, loaded) if each.address.endswith(wanted)), made)
        paths = [_flat(each, made) for each in sorted(made.rglob("*")) if each.is_file()]
        differing = list(_differing(office, paths, Path(folder)))
    print("\n".join(differing) or f"sama: {len(paths)} berkas")
    return bool(differing)


def _flat(path: Path, made: Path) -> Path:
    """LibreOffice names what it writes after the file alone."""
    return path.rename(made / path.relative_to(made).as_posix().replace("/", "--"))


def _differing(office: str, paths: list[Path], folder: Path) -> Iterator[str]:
    out = folder / "out"
    for start in range(0, len(paths), _MANY):
        command = [office, f"-env:UserInstallation=file://{folder}/own", "--headless"]
        some = paths[start : start + _MANY]
        for kind in (".xlsx", ".csv"):
            of_kind = [str(each) for each in some if each.suffix == kind]
            filtered = [f"--infilter={_READ}"] if kind == ".csv" else []
            to = ["--convert-to", _SHEETS, "--outdir", str(out / kind[1:])]
            if of_kind:
                subprocess.run(
                    [*command, *filtered, *to, *of_kind], check=True, capture_output=True
                )
    for path in paths:
        yield from _of_sheets(path, out) if path.suffix == ".xlsx" else _of_csv(path, out)


def _of_sheets(path: Path, out: Path) -> Iterator[str]:
    book = openpyxl.load_workbook(path)
    for sheet in book:
        ours = [[_said(each) for each in row] for row in sheet.iter_rows(values_only=True)]
        yield from _compared(f"{path.name}!{sheet.title}", ours, _sheet(path, sheet.title, out))


def _sheet(path: Path, title: str, out: Path) -> list[list[str]]:
    return _rows(out / "xlsx" / f"{path.stem}-{title}.csv")


def _of_csv(path: Path, out: Path) -> Iterator[str]:
    found = [*(out / "csv").glob(f"{path.stem}-*.csv"), *(out / "csv").glob(f"{path.stem}.csv")]
    yield from _compared(path.name, _rows(path), _rows(found[0]) if found else [])


def _rows(path: Path) -> list[list[str]]:
    text = path.read_text("utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True)))


def _said(value: Any) -> str:
    """A cell as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)


def _compared(name: str, ours: list[list[str]], theirs: list[list[str]]) -> Iterator[str]:
    if len(ours) != len(theirs):
        yield f"{name}: {len(ours)} baris, dibaca {len(theirs)}"
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False), 1):
        padded = [*other, *[""] * (len(one) - len(other))]
        for column, (mine, read) in enumerate(zip(one, padded, strict=False), 1):
            if mine.replace("\r\n", "\n") != read.replace("\r\n", "\n"):
                yield f"{name}: {number}:{column}: {mine[:60]!r}, dibaca {read[:60]!r}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT))
