"""A project without a theme of its own: it has the generator's, and its own logo and colours."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from generator.build import publishing
from generator.commands import cli
from generator.settings import load

OVERRIDES = ROOT / "theme" / "overrides"


@pytest.fixture
def project(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as an agency has it: content and configuration."""
    shutil.rmtree(example / "theme")
    _edit(example, "custom_dir: theme/overrides", "custom_dir: build/theme")
    monkeypatch.chdir(example)
    return example


def _edit(project: Path, old: str, new: str) -> None:
    file = project / "site_config.yml"
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _said(project: Path) -> list[str]:
    _, problems = publishing.configured(project / "site_config.yml")
    return [f"{each.line}:{each.column} {each.severity}: {each.message}" for each in problems]


@pytest.mark.long
def test_the_check_writes_nothing(project: Path) -> None:
    """A configuration that names what only a build lays is right before the first build."""
    assert cli.main(["check"]) == 0
    assert sorted(os.listdir(project)) == ["content", "site_config.yml"]


def test_a_folder_that_is_not_there(project: Path) -> None:
    """What to write depends on whose theme it is."""
    _edit(project, "custom_dir: build/theme", "custom_dir: theme/overrides")
    assert _said(project) == [
        '12:15 galat: tidak ada "main.html" di folder "theme/overrides". Tulis "build/theme".'
    ]


def test_the_markdown_is_not_written_over_the_theme(project: Path) -> None:
    """Nor any other folder that is not for it."""
    _edit(project, "docs_dir: build/docs", "docs_dir: build/theme")
    (said,) = _said(project)
    assert said.startswith('5:11 galat: "docs_dir" harus folder di dalam build/')


@pytest.mark.site
def test_the_site_is_the_same(project: Path, history: Path, example_site: Path) -> None:
    """Byte for byte that of a project which has the theme beside it; what a build lays is the part
    for MkDocs, is not touched when nothing changed, and is enough for MkDocs alone."""
    assert cli.main(["build"]) == 0
    assert _bytes(project / "site") == _bytes(example_site)
    laid = project / "build" / "theme"
    assert _bytes(laid) == _bytes(OVERRIDES)
    before = {path: path.stat().st_mtime_ns for path in laid.rglob("*")}
    (laid / "lama.html").write_text("dari tema yang lama", "utf-8")
    assert cli.main(["build"]) == 0
    assert {path: path.stat().st_mtime_ns for path in laid.rglob("*") if path.is_file()} == {
        path: time for path, time in before.items() if path.is_file()
    }
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "site_config.yml"],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    page = (project / "build" / "html" / "index.html").read_text("utf-8")
    assert 'class="kepala"' in page


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def _logo(project: Path) -> None:
    pictures = project / "situs_tambahan" / "gambar"
    pictures.mkdir(parents=True)
    for name in ("logo.svg", "tab.png", "warna.css"):
        (pictures / name).write_text(LOGO, "utf-8")
    _edit(project, "favicon: assets/ikon.svg", "favicon: gambar/tab.png\n  logo: gambar/logo.svg")
    _edit(project, "plugins: []", "plugins: []\nextra_css: [gambar/warna.css]")
    _edit(project, '# warna: "#0b5c6b"', 'warna: "#7a1f1f"')


def test_a_logo_that_is_not_there(project: Path) -> None:
    """It says where to put it."""
    _edit(project, "favicon: assets/ikon.svg", "favicon: gambar/tab.png")
    assert _said(project) == [
        '15:12 galat: berkas "gambar/tab.png" tidak ada. '
        "Taruh di situs_tambahan/, atau hapus barisnya."
    ]


def test_a_picture_of_the_theme_is_no_file_of_the_owner(project: Path) -> None:
    """Material looks for icons in the theme alone."""
    icons = project / "situs_tambahan" / ".icons" / "kota"
    icons.mkdir(parents=True)
    (icons / "lambang.svg").write_text(LOGO, "utf-8")
    _edit(project, "font: false", "font: false\n  icon: {logo: kota/lambang}")
    (said,) = _said(project)
    assert said.startswith('15:16 galat: gambar "kota/lambang" tidak ada pada tema.')


@pytest.mark.site
def test_logo_and_colours_of_the_owner(project: Path) -> None:
    """They are on every page, from `situs_tambahan/`; nothing of the theme is edited for them."""
    _logo(project)
    settings, problems = load(project / "site_config.yml")
    assert settings, problems
    assert problems == []
    assert cli.main(["build"]) == 0
    page = (project / "site/kab-contoh/index.html").read_text("utf-8")
    for link in ("gambar/logo.svg", "gambar/tab.png", "gambar/warna.css", "assets/warna.css"):
        assert f'="../{link}"' in page
        assert (project / "site" / link).is_file()
    assert "#7a1f1f" in (project / "site/assets/warna.css").read_text("utf-8")
