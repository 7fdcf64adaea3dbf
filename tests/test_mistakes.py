"""Every mistake of salah.yml gives just its message, on the line that was edited."""

from pathlib import Path

import pytest
import yaml

from generator import publishing
from generator.settings import Settings

ROWS = yaml.safe_load((Path(__file__).parent / "salah.yml").read_text(encoding="utf-8"))
DEFAULT = "kab-contoh/dinas-contoh/2024/sekretaris.yml"


def test_the_example_is_good(settings: Settings) -> None:
    """What every row edits has nothing wrong with it."""
    assert publishing.check(settings).problems == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["nama"])
def test_mistake(row: dict, settings: Settings) -> None:
    """The message is exact, and stands where the officer typed."""
    file = settings.content / row.get("berkas", DEFAULT)
    text = file.read_text(encoding="utf-8")
    assert text.count(row["semula"]) == 1, "the edit must have one place"
    before = text[: text.index(row["semula"])].count("\n")
    file.write_text(text.replace(row["semula"], row["menjadi"]), encoding="utf-8")

    problems = publishing.check(settings).problems

    expected = row["pesan"] if isinstance(row["pesan"], list) else [row["pesan"]]
    assert [each.message for each in problems] == expected
    place = f"content/{row.get('di', row.get('berkas', DEFAULT))}"
    assert {each.path for each in problems} == {place}
    if "di" not in row:
        reach = row["menjadi"].count("\n") + 1
        for each in problems:
            assert _is_near(each.line, before + 1, reach), each


def _is_near(line: int, first: int, reach: int) -> bool:
    """Within the edit, or, for something that is missing, at what should hold it."""
    return first <= line <= first + reach or line < first


def test_every_mistake_of_every_file_at_once(settings: Settings) -> None:
    """A broken file never hides another's mistakes."""
    folder = settings.content / "kab-contoh/dinas-contoh/2024"
    (folder / "dokumen.yml").write_text("jenis: IKI\njudul: [\n", encoding="utf-8")
    (folder / "sekretaris.yml").write_bytes(b"nama: \xff\n")
    file = folder / "pengelola-data-siak.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("urutan: 2", "urutan: dua"), "utf-8")

    problems = publishing.check(settings).problems

    assert [each.path.rpartition("/")[2] for each in problems] == [
        "dokumen.yml",
        "pengelola-data-siak.yml",
        "sekretaris.yml",
    ]
