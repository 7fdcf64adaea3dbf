"""What is written: these files and no others, and only what changed."""

import os
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from generator.files import File, MakingError, made_from, write

LONG_AGO = 1_000_000_000


def test_a_folder_holds_just_what_is_written(tmp_path: Path) -> None:
    """What was there before is gone; below folders too."""
    write([File("a.md", b"a"), File("b/c.md", b"c")], tmp_path)
    write([File("b/d.md", b"d")], tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["d.md"]


def test_only_what_changes_is_touched(tmp_path: Path) -> None:
    """A preview that watches the folder sees nothing else."""
    write([File("a.md", b"a"), File("b.md", b"b")], tmp_path)
    for path in tmp_path.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    write([File("a.md", b"a"), File("b.md", b"B")], tmp_path)
    assert (tmp_path / "a.md").stat().st_mtime == LONG_AGO
    assert (tmp_path / "b.md").stat().st_mtime > LONG_AGO
    assert (tmp_path / "b.md").read_bytes() == b"B"


@pytest.mark.parametrize("second", ["a.md", "../a.md", "b/../../a.md"])
def test_an_address_is_one_file_in_the_folder(tmp_path: Path, second: str) -> None:
    """Twice the same, or one outside, is our own fault; nothing is written outside."""
    with pytest.raises(AssertionError):
        write([File("a.md", b"a"), File(second, b"b")], tmp_path / "docs")
    assert not (tmp_path / "a.md").exists()


def test_a_file_stays_as_it_was_made() -> None:
    """Its text is its bytes."""
    file = File("a.md", "é".encode())
    assert file.text == "é"
    with pytest.raises(FrozenInstanceError):
        file.data = b""  # type: ignore[misc]


def test_a_fault_names_the_content() -> None:
    """Not that of a disk, which has nothing to do with it."""
    with pytest.raises(MakingError) as raised, made_from("content/a.yml"):
        raise KeyError
    assert raised.value.path == "content/a.yml"
    assert isinstance(raised.value.__cause__, KeyError)
    with pytest.raises(OSError, match="penuh"), made_from("content/a.yml"):
        raise OSError("penuh")
