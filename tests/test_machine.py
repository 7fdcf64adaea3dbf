"""What the machine refuses: one sentence, exit code 2, and the old site stays."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import preview
from generator.commands import cli
from generator.site import lock, machine

DENIED = "tidak dapat dibuka atau ditulis karena tidak diizinkan; perbaiki pemilik dan izinnya"


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example, with an old site, as the folder one stands in."""
    monkeypatch.chdir(example)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return example


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "tidak dapat ditulis karena disk penuh; kosongkan ruang disk, lalu ulangi."),
        (errno.EFBIG, "tidak dapat ditulis karena ukuran berkas dibatasi; longgarkan batas itu"
         " (`ulimit -f`), lalu ulangi."),
        (errno.EROFS, "tidak dapat ditulis karena disknya hanya boleh dibaca; pindahkan ke disk"
         " yang boleh ditulis, lalu ulangi."),
        (errno.EACCES, f"{DENIED}, lalu ulangi."),
        (errno.EPERM, f"{DENIED}, lalu ulangi."),
    ],
)  # fmt: skip
def test_a_sentence_for_each(tmp_path: Path, number: int, said: str) -> None:
    """With the path as it lies in the project, wherever the program stands."""

    def refused(name: str | None) -> str | None:
        return machine.refusal(OSError(number, "", name), tmp_path)

    assert refused(str(tmp_path / "build" / "docs")) == f'"build/docs" {said}'
    assert refused(str(tmp_path)) == f"folder proyek ini {said}"
    assert refused("/di/luar") == f'"/di/luar" {said}'
    assert refused(None) == f"keluaran {said}"


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EINVAL, errno.ECHILD])
def test_what_may_be_our_fault(tmp_path: Path, number: int) -> None:
    """A file that we only thought to be there is no matter of the machine."""
    assert machine.refusal(OSError(number, "", str(tmp_path / "x")), tmp_path) is None


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (OSError(errno.ENOSPC, ""), "site"),
        (OSError(errno.ENOSPC, "", "/theme/a.css", None, "/.site.baru/a.css"), "site"),
        (OSError(errno.EACCES, "", "/.site.baru/a.css"), "site"),
        (OSError(errno.EACCES, "", "/theme/a.css"), "/theme/a.css"),
    ],
)
def test_a_work_folder_is_no_name(error: OSError, named: str) -> None:
    """What fails on the way is told of what is to be written; what cannot be read, of itself."""
    with pytest.raises(OSError) as caught, machine.writing(Path("/.site.baru"), Path("site")):  # noqa: PT011
        raise error
    assert caught.value.filename == named


def _file(path: str) -> Callable[[Path], None]:
    return lambda project: (project / path).write_text("", "utf-8") and None


def _link(path: str, to: str) -> Callable[[Path], None]:
    return lambda project: (project / path).symlink_to(to)


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (_file("build"), '"build" bukan folder; pindahkan atau ganti namanya, lalu ulangi.'),
        (_link("build", "tidak/ada"),
         '"build" bukan folder; pindahkan atau ganti namanya, lalu ulangi.'),
        (_file("site"), '"site" bukan folder; pindahkan atau ganti namanya, lalu ulangi.'),
        (_link("site", "site"), '"site" bukan folder; pindahkan atau ganti namanya, lalu ulangi.'),
        (_link("site", "/tidak/ada"),
         '"site" menunjuk ke folder yang tidak ada; buat folder itu, lalu ulangi.'),
        (_link("site", "."), '"site" menunjuk ke folder proyek ini sendiri atau berputar; arahkan'
         " ke folder lain, lalu ulangi."),
        (_link("site", "content"), '"site" menunjuk ke folder proyek ini sendiri atau berputar;'
         " arahkan ke folder lain, lalu ulangi."),
    ],
)  # fmt: skip
def test_no_place_for_the_site(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    prepare: Callable[[Path], None],
    said: str,
) -> None:
    """It is told before anything is built, and nothing is touched."""
    prepare(project)
    before = sorted(os.listdir(project))
    assert cli.main(["build"]) == 2
    assert capsys.readouterr() == ("", f"galat: {said}\n")
    assert set(os.listdir(project)) - {"build"} == set(before) - {"build"}


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        (".", f"folder proyek ini {DENIED}, lalu ulangi."),
        ("build", f'"build" {DENIED}, lalu ulangi.'),
    ],
)
def test_a_folder_that_may_not_be_written(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    said: str,
) -> None:
    """Root may write everywhere, so the refusal is made."""
    take = lock._take

    def refuse(path: Path) -> object:
        if path.parent == project / folder:
            raise PermissionError(errno.EACCES, "denied", str(path))
        return take(path)

    monkeypatch.setattr(lock, "_take", refuse)
    assert cli.main(["build"]) == 2
    assert capsys.readouterr().err == f"galat: {said}\n"


@pytest.mark.parametrize(
    ("port", "number", "said"),
    [
        (80, errno.EACCES, "port 80 hanya boleh dibuka pengelola komputer ini. Pilih yang lain,"
         " misalnya `iki serve --port 8000`."),
        (80, errno.EADDRINUSE, "port 80 sedang dipakai. Pilih yang lain,"
         " misalnya `iki serve --port 8000`."),
        (65535, errno.EADDRINUSE, "port 65535 sedang dipakai. Pilih yang lain,"
         " misalnya `iki serve --port 8000`."),
    ],
)  # fmt: skip
def test_a_port_that_is_refused(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    port: int,
    number: int,
    said: str,
) -> None:
    """And one to type that may be opened."""

    def refuse(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(preview, "serve", refuse)
    assert cli.main(["serve", "--port", str(port)]) == 2
    assert capsys.readouterr().err == f"galat: {said}\n"


def test_mistakes_without_a_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is told that the last good site is there when there is none."""
    (project / "content" / "kab-contoh" / "pemda.yml").unlink()
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "Situs tidak dibangun."


def test_a_half_done_exchange_is_put_right_first(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the check: then the last good one is there when we say so."""
    (project / ".site.lama").mkdir()
    (project / ".site.lama" / "index.html").write_text("lama", "utf-8")
    (project / ".site.baru").mkdir()
    (project / "content" / "kab-contoh" / "pemda.yml").unlink()
    assert cli.main(["build"]) == 1
    assert "situs terakhir yang baik tetap ada." in capsys.readouterr().err
    assert (project / "site" / "index.html").read_text("utf-8") == "lama"
    assert sorted(os.listdir(project)) == ["build", "content", "site", "site_config.yml", "theme"]
