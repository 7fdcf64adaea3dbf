"""A site of an agency's own: made by a command, built with a package that it carries."""

import io
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.metadata import Distribution
from pathlib import Path
from urllib.error import URLError

import pytest
from conftest import EXAMPLE, ROOT

from generator.commands import cli
from generator.settings import load
from generator.starter import package, project
from generator.starter.package import Package, PackageError

FILES = ROOT / "generator" / "starter" / "files"


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of this repository."""
    made = package.running()
    path = tmp_path_factory.mktemp("paket") / made.file
    path.write_bytes(made.data)
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that one stands in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


@pytest.fixture
def made(here: Path, wheel: Path) -> Path:
    """A new project."""
    assert cli.main(["new", "situs", "situs-kami", "--paket", str(wheel)]) == 0
    return here / "situs-kami"


@pytest.mark.long
def test_a_new_project(made: Path, wheel: Path) -> None:
    """What it is made of, and nothing beside it."""
    assert os.listdir(made.parent) == ["situs-kami"]
    files = _bytes(made)
    assert files.pop(f"vendor/{wheel.name}") == wheel.read_bytes()
    assert files.pop("requirements.txt")
    schemas = {f"schema/{name}": data for name, data in _bytes(ROOT / "schema").items()}
    assert files == _bytes(FILES) | schemas


@pytest.mark.long
def test_an_editor_finds_the_schemas(made: Path) -> None:
    """By the first line of every file of the content."""
    for path in (made / "content").rglob("*.yml"):
        head = path.read_text("utf-8").partition("\n")[0]
        name = path.stem if (made / f"schema/{path.stem}.schema.json").exists() else "jabatan"
        schema = (path.parent / head.partition("$schema=")[2]).resolve()
        assert schema == (made / f"schema/{name}.schema.json").resolve()


@pytest.mark.long
def test_its_example_is_right(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to mend or to warn of, and each file says by comments what it is."""
    monkeypatch.chdir(made)
    capsys.readouterr()
    assert cli.main(["check"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "5 berkas dibaca, 0 kesalahan.\n"
    files = list((made / "content").rglob("*.yml"))
    assert len(files) == 5
    assert all(path.read_text("utf-8").startswith("# ") for path in files)


@pytest.mark.long
def test_its_configuration_is_ours_but_for_names_and_theme(made: Path) -> None:
    """What MkDocs needs stays the same in both."""
    theirs, ours = (load(path / "site_config.yml")[0] for path in (made, ROOT))
    assert theirs
    assert ours
    values, expected = theirs.for_mkdocs(str), ours.for_mkdocs(str)
    for each in (values, expected):
        for key in ("site_name", "site_url", "site_description"):
            del each[key]
        del each["theme"]["custom_dir"]
        # What prints is installed here, and there only where an agency wants it.
        each["extra"]["iki"].pop("pdf", None)
    assert values == expected
    assert theirs.laid == made / "build" / "theme"


def test_what_is_installed_is_locked(made: Path, wheel: Path) -> None:
    """The package by its hash, and the rest as this repository's lock has it."""
    text = (made / "requirements.txt").read_text("utf-8")
    head, _, rest = text.partition("annotated-types==")
    assert f"annotated-types=={rest}" == (ROOT / "requirements.lock").read_text("utf-8")
    sha256 = package.found(str(wheel)).sha256
    assert head.splitlines()[1:] == [
        f"./vendor/{wheel.name} \\",
        f"    --hash=sha256:{sha256}",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ada"], 'galat: "ada" sudah ada. Pilih nama folder yang belum ada.'),
        (["tautan"], 'galat: "tautan" sudah ada. Pilih nama folder yang belum ada.'),
        (["tiada/baru"], 'tiada" tidak ada. Buat folder itu dahulu.'),
        ([], "galat: FOLDER belum ditulis."),
        (["baru", "--paket", "tiada.whl"], 'galat: berkas "tiada.whl" tidak ada.'),
        (["baru", "--paket", "http://a.id/x.whl"], 'alamat paket harus diawali "https://".'),
        (["baru", "--paket", "ada/x.whl"], 'galat: "x.whl" bukan paket IKI Terbuka:'),
        (
            ["baru", "--paket", "ada/iki_terbuka-1.0-py3-none-any.whl"],
            'galat: isi "iki_terbuka-1.0-py3-none-any.whl" rusak atau bukan paket.',
        ),
    ],
)
def test_what_is_refused(
    arguments: list[str], said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence and 2; nothing is overwritten, and nothing half made is left."""
    (here / "ada").mkdir()
    (here / "ada" / "x.whl").write_bytes(b"")
    (here / "ada" / "iki_terbuka-1.0-py3-none-any.whl").write_bytes(b"PK")
    (here / "tautan").symlink_to("entah")
    before = sorted(os.listdir(here))
    assert cli.main(["new", "situs", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert sorted(os.listdir(here)) == before


def test_nothing_half_made(here: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full leaves nothing behind."""

    def full(folder: Path, package: Package) -> None:
        raise OSError(28, os.strerror(28), str(folder))

    monkeypatch.setattr(project, "pin", full)
    assert cli.main(["new", "situs", "baru", "--paket", str(wheel)]) == 2
    assert os.listdir(here) == []


class _Answer:
    """What an address gives."""

    def __init__(self, data: bytes):
        self.data = data

    def __enter__(self) -> "_Answer":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, most: int) -> bytes:
        return self.data[:most]


def test_a_package_at_an_address(wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is fetched once and has the name that the address ends with; an address that does not
    answer is told."""
    asked: list[str] = []

    def answer(address: str, timeout: float) -> _Answer:
        asked.append(address)
        return _Answer(wheel.read_bytes())

    monkeypatch.setattr(package, "urlopen", answer)
    address = f"https://unduh.kotaanda.go.id/rilis/{wheel.name}?versi=1"
    found = package.found(address)
    assert (found.file, found.data) == (wheel.name, wheel.read_bytes())
    assert asked == [address]

    def silence(address: str, timeout: float) -> _Answer:
        raise URLError("putus")

    monkeypatch.setattr(package, "urlopen", silence)
    with pytest.raises(PackageError, match=r"tidak dapat diambil \(putus\)"):
        package.found(address)


def test_upgrade_needs_a_project(
    here: Path, wheel: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing is pinned nothing is written."""
    assert cli.main(["upgrade", str(wheel)]) == 2
    assert "Jalankan dari folder situs." in capsys.readouterr().err
    assert os.listdir(here) == []


@pytest.mark.long
def test_the_same_commit_is_packed_into_the_same_bytes(wheel: Path) -> None:
    """Whoever packs it."""
    assert package.running().data == wheel.read_bytes()


@pytest.mark.long
def test_what_is_installed_is_packed_again(wheel: Path, tmp_path: Path) -> None:
    """An installer keeps no package, so one is made of its files: the same in all but what says
    when it was packed. Not of files that somebody edited."""
    with zipfile.ZipFile(wheel) as files:
        files.extractall(tmp_path)
    (info,) = tmp_path.glob("*.dist-info")
    (info / "INSTALLER").write_text("pip\n", "utf-8")
    with (info / "RECORD").open("a", encoding="utf-8") as record:
        record.write(f"{info.name}/INSTALLER,,\n../../../bin/iki,sha256=x,1\n")
    again = package._packed(Distribution.at(info))
    assert again.file == wheel.name
    assert package._packed(Distribution.at(info)) == again
    assert _entries(again.data) == _entries(wheel.read_bytes())
    (tmp_path / "generator" / "files.py").write_text("", "utf-8")
    with pytest.raises(PackageError, match=r'"generator/files.py" berubah sejak dipasang'):
        package._packed(Distribution.at(info))


def _entries(data: bytes) -> dict[str, list[bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        return {name: sorted(wheel.read(name).splitlines()) for name in wheel.namelist()}


# An environment of its own, without this repository


def _newer(wheel: Path, folder: Path) -> Path:
    """The package of a later version, from a copy of the repository in which something of the theme
    is new."""
    copy = folder / "salinan"
    copy.mkdir()
    for name in ("generator", "theme", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "requirements.lock", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    config = copy / "pyproject.toml"
    version = package.found(str(wheel)).version
    text = config.read_text("utf-8")
    assert text.count(f'version = "{version}"') == 1
    config.write_text(text.replace(f'version = "{version}"', 'version = "99.0.0"'), "utf-8")
    sheet = copy / "theme" / "components" / "dasar" / "dasar.css"
    sheet.write_text(sheet.read_text("utf-8") + "\n.baru { color: red; }\n", "utf-8")
    made = package._built(copy)
    path = folder / made.file
    path.write_bytes(made.data)
    return path


class _Machine:
    """An environment that has what the generator needs, and the generator only when it has been
    installed. Nothing comes from a network: what is needed is this environment's own."""

    def __init__(self, folder: Path):
        self.folder = folder
        venv.create(folder, with_pip=False, symlinks=True)
        self.python = folder / "bin" / "python"
        site = Path(
            self._out("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
        )
        (site / "ketergantungan.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")

    def _out(self, *arguments: str, cwd: Path | None = None) -> str:
        done = subprocess.run(
            [self.python, *arguments],
            cwd=cwd or self.folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _environment(self) -> dict[str, str]:
        left_out = ("PYTHON", "PIP_", "GITHUB_", "COV_")
        return {k: v for k, v in os.environ.items() if not k.startswith(left_out)}

    def install(self, project: Path) -> None:
        """Just as its README says, without a network."""
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "--python", self.python, "install", "-q"),
                *("--no-index", "--require-hashes", "-r", "requirements.txt"),
            ],
            cwd=project,
            env=self._environment()
            | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_CONFIG_FILE": os.devnull},
            check=True,
        )

    def iki(self, *arguments: str, cwd: Path) -> str:
        return self._out("-m", "generator", *arguments, cwd=cwd)


@pytest.mark.site
def test_from_an_empty_environment_to_a_newer_version(
    tmp_path: Path, wheel: Path, made: Path
) -> None:
    """The package alone makes a project, builds it with an agency of its own, and is replaced by a
    newer one: of what the agency wrote not a byte changes."""
    machine = _Machine(tmp_path / "mesin")
    machine.install(made)
    assert machine.iki("--version", cwd=tmp_path) == f"iki {package.found(str(wheel)).version}\n"

    # The one that runs is packed again; twice the same bytes.
    machine.iki("new", "situs", "satu", cwd=tmp_path)
    machine.iki("new", "situs", "dua", cwd=tmp_path)
    assert _bytes(tmp_path / "satu") == _bytes(tmp_path / "dua")
    second = _Machine(tmp_path / "mesin-dua")
    second.install(tmp_path / "satu")
    second.iki("check", cwd=tmp_path / "satu")

    project = tmp_path / "satu"
    machine.iki("build", cwd=project)
    shutil.copytree(
        EXAMPLE / "content" / "kab-contoh" / "rsud-contoh",
        project / "content" / "kab-contoh" / "rsud-contoh",
    )
    (project / "situs_tambahan").mkdir()
    (project / "situs_tambahan" / "kontak.md").write_text("# Kontak\n", "utf-8")
    machine.iki("build", cwd=project)
    assert (project / "site/kab-contoh/rsud-contoh/index.html").is_file()
    assert (project / "site/kontak/index.html").is_file()
    assert ".baru{color:red}" not in (project / "site/assets/situs.css").read_text("utf-8")

    before = _bytes(project)
    newer = _newer(wheel, tmp_path)
    machine.iki("upgrade", str(newer), cwd=project)
    after = _bytes(project)
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed == {f"vendor/{wheel.name}", f"vendor/{newer.name}", "requirements.txt"}
    machine.install(project)
    assert machine.iki("--version", cwd=project) == "iki 99.0.0\n"
    machine.iki("build", cwd=project)
    assert ".baru{color:red}" in (project / "site/assets/situs.css").read_text("utf-8")
    ours = ("build/", "site/", "vendor/", "requirements.txt")
    theirs = {k: v for k, v in _bytes(project).items() if not k.startswith(ours)}
    assert theirs == {k: v for k, v in before.items() if not k.startswith(ours)}
