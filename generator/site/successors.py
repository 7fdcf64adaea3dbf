"""What follows MkDocs and Material, whose support ends: the same Markdown, theme and configuration,
by a program of their own that reads them as files."""

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from generator.settings import Settings
from generator.site import engine
from generator.source.problem import Problem, Severity

NAMES = ("properdocs", "zensical")
_UNUSED = ("assets/javascripts", "sitemap.xml*", "search.json", "assets/stylesheets/**/*.map")
"""What they bring and our pages do not load, or which we make ourselves."""
_CONFIGURATION = "mesin.yml"
"""Beside the Markdown: Zensical takes only folders below its configuration."""


def render(settings: Settings, name: str, fresh: Path) -> None:
    """Lay the HTML of every page into a folder."""
    place = settings.docs.with_name("mesin")
    shutil.rmtree(place, ignore_errors=True)
    path = settings.docs.with_name(_CONFIGURATION)
    path.write_text(yaml.safe_dump(_values(settings, place), allow_unicode=True), "utf-8")
    _run(name, path)
    for pattern in _UNUSED:
        for each in sorted(place.glob(pattern)):
            shutil.rmtree(each) if each.is_dir() else each.unlink()
    shutil.copytree(place, fresh, dirs_exist_ok=True)
    shutil.rmtree(place)
    path.unlink()


def _values(settings: Settings, place: Path) -> dict[str, object]:
    return engine.values(settings, str) | {"docs_dir": settings.docs.name, "site_dir": place.name}


def _run(name: str, path: Path) -> None:
    program = Path(sys.executable).with_name(name)
    found = str(program) if program.is_file() else shutil.which(name)
    if found is None:
        remedy = f'program "{name}" tidak ada. Pasang dengan `pip install {name}`.'
        raise engine.NotBuiltError([_problem(remedy)])
    done = subprocess.run(  # noqa: S603
        [found, "build", "-f", str(path)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["?"]
        raise engine.NotBuiltError([_problem(f'{name} tidak dapat menyusun halaman: "{last[0]}".')])


def _problem(message: str) -> Problem:
    return Problem("site_config.yml", 0, 0, Severity.GALAT, "mesin", message)
