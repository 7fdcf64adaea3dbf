"""`iki check PATH`: no path that is typed wrongly is taken for a good file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands import cli

BROKEN = "content/kab-contoh/dinas-contoh/2024/sekretaris.yml"


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example with one broken file, as the folder one stands in."""
    monkeypatch.chdir(example)
    file = example / BROKEN
    file.write_text(file.read_text("utf-8").replace("urutan: 1", "urutan: satu"), "utf-8")
    return example


SPELLINGS: dict[str, Callable[[Path], str]] = {
    "relative": lambda root: BROKEN,
    "absolute": lambda root: str(root / BROKEN),
    "here": lambda root: ".",
    "here, with a slash": lambda root: "./",
    "the folder above": lambda root: "..",
    "the folder": lambda root: "content",
    "a folder in it": lambda root: "content/kab-contoh/dinas-contoh/2024/",
    "not normal": lambda root: "content/../content//kab-contoh/./dinas-contoh/2024",
    "backslashes": lambda root: BROKEN.replace("/", "\\"),
    "absolute folder": str,
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_every_way_to_name_a_file(
    project: Path, spelling: Callable[[Path], str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The mistake is found, and said with the path from the project's own folder."""
    assert cli.main(["check", spelling(project)]) == 1
    assert capsys.readouterr().out.startswith(f"{BROKEN}:2:9: galat: ")


def test_from_a_folder_below(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The configuration is found above, and paths are read from where one stands."""
    monkeypatch.chdir(project / "content/kab-contoh/dinas-contoh/2023")
    assert cli.main(["check", "."]) == 0
    assert cli.main(["check", "../2024/sekretaris.yml"]) == 1
    assert cli.main(["check"]) == 1
    capsys.readouterr()


def test_through_a_link(project: Path, tmp_path: Path) -> None:
    """A project that is reached by a link is the same project."""
    link = tmp_path.parent / f"{tmp_path.name}-tautan"
    link.symlink_to(project)
    assert cli.main(["check", str(link / BROKEN)]) == 1
    os.chdir(link)
    assert cli.main(["check", str(project / BROKEN)]) == 1


def test_only_what_is_asked_for(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other files are read, but only those asked for are told and counted."""
    assert cli.main(["check", "content/kab-contoh/dinas-contoh/2023"]) == 0
    assert capsys.readouterr().err == "2 berkas dibaca, 0 kesalahan.\n"


@pytest.mark.parametrize(
    "path",
    ["content/tidak/ada.yml", "content/kab-contoh/dinas-contoh/2024/sekretaris", "theme", "/", ""],
)
def test_a_path_without_content(
    project: Path, path: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """It is refused, also beside one that is good: nothing that was meant goes unchecked."""
    if path in ("", "/"):
        path = str(tmp_path.parent / "tempat-lain")
    assert cli.main(["check", "content/kab-contoh/dinas-contoh/2023", path]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f'galat: tidak ada berkas content/ di "{path}".\n')
