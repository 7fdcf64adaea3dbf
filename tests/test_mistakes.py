"""Every mistake of salah.yml gives just its message, at its line and column."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import EXAMPLE, HISTORY, LEDGER

from generator.build import publishing
from generator.content import loading
from generator.settings import Settings
from generator.source import reading

ROWS = yaml.load((Path(__file__).parent / "salah.yml").read_text("utf-8"), yaml.CSafeLoader)
DEFAULT = "kab-contoh/dinas-contoh/2024/sekretaris.yml"


def test_the_example_is_good(settings: Settings) -> None:
    """What every row edits has nothing wrong with it."""
    assert publishing.check(settings).problems == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["nama"])
def test_mistake(row: dict, settings: Settings) -> None:
    """The message is exact, and stands at the line and column where the officer should look."""
    past = {row.get("berkas"), row.get("di")} & {LEDGER.name, HISTORY.name}
    if past:
        shutil.copy(LEDGER, settings.content)
    if HISTORY.name in past:
        shutil.copy(HISTORY, settings.content)
    file = settings.content / row.get("berkas", DEFAULT)
    text = file.read_text(encoding="utf-8")
    assert text.count(row["semula"]) == 1, "the edit must have one place"
    file.write_text(text.replace(row["semula"], row["menjadi"]), encoding="utf-8")

    problems = publishing.check(settings).problems

    assert [each.message for each in problems] == _listed(row["pesan"])
    place = row.get("di", row.get("berkas", DEFAULT))
    assert {each.path for each in problems} == {f"content/{place}"}
    shown = (settings.content / place).read_text(encoding="utf-8")
    expected = [_place(shown, each) for each in _listed(row["pada"])]
    assert [(each.line, each.column) for each in problems] == expected


@pytest.mark.long
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["nama"])
def test_the_parser_makes_no_difference(row: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml is missing, the same is said of the same places."""
    text = (EXAMPLE / "content" / row.get("berkas", DEFAULT)).read_text(encoding="utf-8")
    text = text.replace(row["semula"], row["menjadi"])
    found = []
    for parser in (yaml.CSafeLoader, yaml.SafeLoader):
        monkeypatch.setattr(reading, "_Loader", parser)
        read = reading.parse_all(text, "berkas.yml", loading.CONTENT)
        found.append((read.problems, read.source and read.source.value, read.rest))

    assert found[0] == found[1]


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _place(text: str, part: str) -> tuple[int, int]:
    """Line and column of a part of the file, or of the mark in it."""
    if part == "berkas":
        return 0, 0
    before, mark, after = part.rpartition("¦")
    assert text.count(before + after) == 1, f"{part!r} must have one place"
    lines = re.split(
        r"\r\n|\r|\n", text[: text.index(before + after) + len(before if mark else "")]
    )
    return len(lines), len(lines[-1]) + 1


@pytest.mark.long
def test_every_mistake_of_every_file_at_once(settings: Settings) -> None:
    """A broken file never hides another's mistakes."""
    folder = settings.content / "kab-contoh/dinas-contoh/2024"
    (folder / "dokumen.yml").write_text("jenis: IKI\njudul: [\n", encoding="utf-8")
    (folder / "sekretaris.yml").write_bytes(b"nama: \xff\n")
    file = folder / "pengelola-data-siak.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("urutan: 2", "urutan: dua"), "utf-8")

    problems = publishing.check(settings).problems

    assert list(dict.fromkeys(each.path.rpartition("/")[2] for each in problems)) == [
        "dokumen.yml",
        "pengelola-data-siak.yml",
        "sekretaris.yml",
    ]
