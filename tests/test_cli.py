"""The command: what it says, and its exit codes."""

import errno
import io
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from conftest import DOCUMENTS, HISTORY

from generator.build import preview
from generator.commands import cli
from generator.commands.progress import working

FILES = len({*DOCUMENTS} - {HISTORY})
BROKEN = "kab-contoh/dinas-contoh/2024/sekretaris.yml"


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as the folder one stands in."""
    monkeypatch.chdir(example)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return example


def _break(project: Path) -> None:
    file = project / "content" / BROKEN
    file.write_text(file.read_text("utf-8").replace("urutan: 1", "urutan: satu"), "utf-8")


@pytest.mark.long
def test_check_good(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to mend: 0, and how many files were read."""
    assert cli.main(["check"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"{FILES} berkas dibaca, 0 kesalahan.\n")


@pytest.mark.long
def test_check_bad(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Mistakes: 1, each on a line of its own."""
    _break(project)
    assert cli.main(["check"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        f'content/{BROKEN}:2:9: galat: "urutan" harus bilangan bulat mulai dari 1. '
        "Tulis misalnya 3.\n"
    )
    assert err == f"{FILES} berkas dibaca, 1 kesalahan.\n"


def test_check_some_paths(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the mistakes of the files that are named."""
    _break(project)
    assert cli.main(["check", "content/kab-contoh/dinas-contoh/2023"]) == 0
    assert cli.main(["check", f"./content/{BROKEN}"]) == 1
    assert "urutan" in capsys.readouterr().out


@pytest.mark.parametrize(("running", "form"), [("true", "github"), ("", "teks")])
def test_a_run_of_github_has_annotations(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    running: str,
    form: str,
) -> None:
    """Without being asked; their paths begin at the repository, which may lie above the project."""
    _break(project)
    repository = project.parent / ".git"
    repository.mkdir()
    monkeypatch.setenv("GITHUB_ACTIONS", running)
    try:
        assert cli.main(["check"]) == 1
    finally:
        repository.rmdir()
    out = capsys.readouterr().out
    assert out.startswith("::error ") is (form == "github")
    assert (f"file={project.name}/content/{BROKEN}" in out) is (form == "github")
    assert (f"{project.name}/content/{BROKEN}" in out) is (form == "github")


def test_json_is_for_people_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One field a line, each level two blanks in."""
    _break(project)
    assert cli.main(["check", "--format", "json"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["[", "  {", f'    "path": "content/{BROKEN}",']


def test_check_for_github(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Annotations, and the whole list on the page of the run."""
    _break(project)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "ringkasan.md"))
    assert cli.main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file=content/{BROKEN},line=2,col=9::")
    summary = (project / "ringkasan.md").read_text("utf-8")
    assert summary.startswith(f"```text\ncontent/{BROKEN}:2:9: galat: ")


def test_a_build_with_mistakes_leaves_the_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last good site stays as it was."""
    _break(project)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("yang lama", "utf-8")
    assert cli.main(["build"]) == 1
    assert (project / "site" / "index.html").read_text("utf-8") == "yang lama"
    assert "Situs tidak dibangun; situs terakhir yang baik tetap ada." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cek"], 'galat: perintah "cek" tidak dikenal. Maksudnya `iki check`?'
         " Perintah yang ada: check, build, serve, format, diff, ledger, history, scope, publish,"
         " schema, upgrade, new, import.\n"),
        ([], "galat: perintah belum ditulis. Ketik `iki --help` untuk bantuan.\n"),
        (["check", "--formt", "teks"], "galat: pilihan --formt tidak dikenal. Maksudnya --format?"
         " Ketik `iki --help` untuk bantuan.\n"),
        (["check", "--format", "pdf"], "galat: isi --format tidak dapat dipakai."
         " Pilihan: github, json, teks. Ketik `iki --help` untuk bantuan.\n"),
        (["serve", "--port"], "galat: pilihan --port perlu diisi."
         " Ketik `iki --help` untuk bantuan.\n"),
        (["serve", "--port", "abc"], "galat: isi --port tidak dapat dipakai."
         " Ketik `iki --help` untuk bantuan.\n"),
        (["serve", "--port", "70000"], "galat: isi --port tidak dapat dipakai."
         " Ketik `iki --help` untuk bantuan.\n"),
        (["build", "semua"], 'galat: "semua" tidak diperlukan di sini.'
         " Ketik `iki --help` untuk bantuan.\n"),
    ],
)  # fmt: skip
def test_wrong_usage(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """One clear sentence, and 2."""
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err == said


def test_a_port_in_use(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commonest trouble with a preview: what to type."""

    def taken(*_: object) -> None:
        raise OSError(errno.EADDRINUSE, "in use")

    monkeypatch.setattr(preview, "serve", taken)
    assert cli.main(["serve"]) == 2
    assert capsys.readouterr().err == (
        "galat: port 8000 sedang dipakai. Pilih yang lain, misalnya `iki serve --port 8001`.\n"
    )


def test_no_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Started in the wrong folder: what to do."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check"]) == 2
    assert capsys.readouterr().out == (
        "site_config.yml: galat: berkas konfigurasi tidak ditemukan. "
        'Jalankan dari folder proyek, atau tunjukkan letaknya dengan "--config".\n'
    )


def test_wrong_configuration(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake in our part of the configuration has a place like any other."""
    file = project / "site_config.yml"
    file.write_text(
        file.read_text("utf-8").replace("tampilkan_nama_pejabat", "tampilkan_nama"), "utf-8"
    )
    assert cli.main(["check"]) == 1
    assert 'bagian "tampilkan_nama" tidak dikenal.' in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["serve", "--help"]])
def test_help_is_indonesian(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """No English leaks from the library below."""
    assert cli.main(arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith("Pemakaian: iki")
    for english in ("Usage", "Options", "Commands", "Show this", "default"):
        assert english not in out


def _commands(group: click.Group, *way: str) -> Iterator[list[str]]:
    for name, command in group.commands.items():
        yield [*way, name]
        if isinstance(command, click.Group):
            yield from _commands(command, *way, name)


@pytest.mark.parametrize("command", list(_commands(cli.iki)), ids=" ".join)
def test_each_command_explains_itself(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """What it does, how it is typed, and the code that it ends with."""
    assert cli.main([*command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Kode keluar:\n  0  Selesai" in out
    examples = re.findall(r"^  (iki .+)$", out.partition("Contoh:")[2], flags=re.M)
    assert command == ["new"] or examples
    assert all(each.split()[1 : len(command) + 1] == command for each in examples)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_shows_a_bar_at_a_terminal(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is worked at, and what is to be kept on a line of its own; elsewhere only lines."""
    for stream in (_Terminal(), io.StringIO()):
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr("sys.stderr", stream)
        with working("Memeriksa …") as told:
            told("Menulis halaman …")
            told("berkas [asing] dibawa serta")
        shown = stream.getvalue()
        assert "Menulis halaman …" in shown
        assert "berkas [asing] dibawa serta\n" in shown
        assert ("Memeriksa …" in shown) is stream.isatty()
        assert ("\x1b[" in shown) is stream.isatty()


def test_interrupted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C is no fault: the exit code of a shell, and no word."""

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(preview, "serve", stopped)
    assert cli.main(["serve"]) == 130


def test_the_installed_command(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes what was typed, and ends with the exit code."""
    monkeypatch.setattr("sys.argv", ["iki", "check"])
    with pytest.raises(SystemExit) as ended:
        cli.run()
    assert ended.value.code == 0
    assert capsys.readouterr().err == f"{FILES} berkas dibaca, 0 kesalahan.\n"
