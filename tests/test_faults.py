"""A fault of ours is said as ours, with the file it concerns, and hides nothing else."""

from pathlib import Path

import pytest

from generator.build import publishing
from generator.commands import cli
from generator.content import loading
from generator.pages import jabatan
from generator.source.source import Source
from generator.values.fields import Model

FILE = "content/kab-contoh/dinas-contoh/2024/sekretaris.yml"


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as the folder one stands in."""
    monkeypatch.chdir(example)
    return example


@pytest.mark.usefixtures("read_anew")
def test_while_reading(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other files are still checked; the exit code says that it is our fault."""
    other = project / "content/kab-contoh/pemda.yml"
    other.write_text("nama: X\njenis: negara\n", "utf-8")
    plain = loading.validate

    def failing(source: Source, model: type[Model]) -> object:
        if source.path == FILE:
            raise RecursionError
        return plain(source, model)

    monkeypatch.setattr(loading, "validate", failing)
    assert cli.main(["check"]) == 3
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("content/kab-contoh/pemda.yml:2:8: galat: jenis") for line in lines)
    (ours,) = [line for line in lines if line.startswith(FILE)]
    assert "program gagal di berkas ini (RecursionError" in ours
    assert ours.endswith("laporkan kepada pengembang, sertakan berkas ini.")


@pytest.mark.long
def test_while_making_a_page(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file that the page is made from is named, and nothing is published."""

    def failing(*_: object) -> object:
        raise KeyError("x")

    monkeypatch.setattr(jabatan, "goals", failing)
    assert cli.main(["build"]) == 3
    err = capsys.readouterr().err
    assert "galat: program gagal pada halaman dari content/kab-contoh/dinas-contoh/" in err
    assert "(KeyError, jabatan.py:" in err
    assert "Traceback" not in err
    assert not (project / "site").exists()


def test_anywhere_else(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and 3."""

    def failing(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(publishing, "check", failing)
    assert cli.main(["check"]) == 3
    assert capsys.readouterr().err.startswith("galat: program gagal (ZeroDivisionError")
