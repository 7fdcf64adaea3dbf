"""The version that content says it is written in, and what an older one accepted."""

from pathlib import Path

import pytest

from generator.commands import cli
from generator.content import loading
from generator.model import lifting
from generator.model.documents import Indikator, Jabatan
from generator.model.lifting import Lift
from generator.source.reading import parse
from generator.values import versions

pytestmark = pytest.mark.long

POSITION = "content/kab-contoh/dinas-contoh/2024/sekretaris.yml"
SAID = 'sejak versi_format 1.2 bagian "sumber" ditulis "sumber_data". `iki format` menggantinya.'


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example, formatted, as the folder one stands in."""
    monkeypatch.chdir(example)
    assert cli.main(["format"]) == 0
    return example


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of two minor versions later, in which two fields have other names."""
    monkeypatch.setattr(versions, "CURRENT", "1.2")
    monkeypatch.setattr(loading, "CURRENT", "1.2")
    monkeypatch.setattr(
        lifting,
        "LIFTS",
        (
            Lift(Jabatan, "tupoksi", "tugas", "1.1"),
            Lift(Indikator, "sumber", "sumber_data", "1.2"),
        ),
    )


def _aged(project: Path, version: str) -> None:
    """The example as the older version wrote it."""
    path = project / POSITION
    text = (
        path.read_text("utf-8").replace("sumber_data:", "sumber:").replace("\ntugas:", "\ntupoksi:")
    )
    path.write_text(text, "utf-8")
    (project / "content" / "format.yml").write_text(f'versi_format: "{version}"\n', "utf-8")


def _check(capsys: pytest.CaptureFixture[str], code: int) -> list[str]:
    capsys.readouterr()
    assert cli.main(["check"]) == code
    return [line for line in capsys.readouterr().out.splitlines() if "versi_format" in line]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('"1.0"', None),
        ('"1.1"', '"versi_format" lebih baru daripada program ini (1.0).'
         " Perbarui program: `iki upgrade`."),
        ('"2.0"', '"versi_format" lebih baru daripada program ini (1.0).'
         " Perbarui program: `iki upgrade`."),
        ("satu", '"versi_format" harus versi, misalnya "1.0".'),
        ('"0.9"', '"versi_format" harus versi, misalnya "1.0".'),
        ('"1"', '"versi_format" harus versi, misalnya "1.0".'),
    ],
)  # fmt: skip
def test_what_a_package_reads(
    project: Path, capsys: pytest.CaptureFixture[str], written: str, said: str | None
) -> None:
    (project / "content" / "format.yml").write_text(f"versi_format: {written}\n", "utf-8")
    found = _check(capsys, 1 if said else 0)
    assert found == ([f"content/format.yml:1:15: galat: {said}"] if said else [])


@pytest.mark.usefixtures("later")
def test_a_major_version_reads_no_older_content(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "CURRENT", "2.0")
    (project / "content" / "format.yml").write_text('versi_format: "1.2"\n', "utf-8")
    assert _check(capsys, 1) == [
        'content/format.yml:1:15: galat: "versi_format" tidak dibaca lagi oleh program ini'
        " (2.0). CHANGELOG menyebut caranya."
    ]


@pytest.mark.usefixtures("later")
def test_older_content_is_read_with_a_word(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At each place, and no page is lost."""
    before = loading.load(project / "content", "content").content
    _aged(project, "1.1")
    found = _check(capsys, 1)
    assert [each for each in found if ": galat: " in each and "tupoksi" not in each] == []
    assert any(each.endswith(f": ingat: {SAID}") for each in found)
    _aged(project, "1.0")

    assert all(": ingat: " in each for each in _check(capsys, 0))
    after = loading.load(project / "content", "content").content
    assert {key: each.document for key, each in after.entries.items()} == {
        key: each.document for key, each in before.entries.items()
    }


@pytest.mark.usefixtures("later")
def test_new_content_has_the_new_names(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _aged(project, "1.2")
    assert all(": galat: " in each for each in _check(capsys, 1))


@pytest.mark.usefixtures("later")
def test_both_names_are_no_older_content(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One of them is unknown: nothing is written over."""
    _aged(project, "1.0")
    path = project / POSITION
    path.write_text(path.read_text("utf-8") + "tugas:\n  - Lain\n", "utf-8")
    capsys.readouterr()
    assert cli.main(["check"]) == 1
    assert 'bagian "tupoksi" tidak dikenal.' in capsys.readouterr().out


@pytest.mark.usefixtures("later")
def test_format_writes_the_names_of_now(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the version with them; once is enough."""
    monkeypatch.setattr("generator.model.formatting.CURRENT", "1.2")
    before = (project / POSITION).read_text("utf-8")
    _aged(project, "1.0")
    assert cli.main(["format"]) == 0
    assert (project / POSITION).read_text("utf-8") == before
    assert (project / "content" / "format.yml").read_text("utf-8") == 'versi_format: "1.2"\n'
    assert _check(capsys, 0) == []
    assert cli.main(["format", "--check"]) == 0


@pytest.mark.usefixtures("later")
def test_a_name_in_a_text_or_under_another_part_stays() -> None:
    text = "nama: A\nurutan: 1\ntupoksi:\n  - 'tupoksi: sumber'\nsumber: B\n"
    source, _ = parse(text, "a.yml")
    assert source is not None
    anew = text.replace("\ntupoksi:", "\ntugas:")
    assert lifting.written_anew(text, source, Jabatan) == anew
