"""The HTML of pages is made anew where something changed, and is what a first build makes."""

import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import own

from generator import site, workers
from generator.build import publishing
from generator.settings import Settings
from generator.site import engine, html
from generator.workers import spread

pytestmark = pytest.mark.long

POSITION = "kab-contoh/dinas-contoh/2024/sekretaris.yml"


def _build(settings: Settings) -> dict[str, bytes]:
    with site.alone(settings, settings.site, print):
        checked = publishing.check(settings)
        assert checked.mistakes == 0, checked.problems
        publishing.write_pages(checked, settings)
        assert site.build(settings, settings.site, print) == []
    return {
        path.relative_to(settings.site).as_posix(): path.read_bytes()
        for path in settings.site.rglob("*")
        if path.is_file()
    }


def _made_anew(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Which pages MkDocs is given, by run."""
    given: list[list[str]] = []
    render = engine.render

    def watched(settings: Settings, docs: Path, folder: Path) -> None:
        given.append(sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md")))
        render(settings, docs, folder)

    monkeypatch.setattr(engine, "render", watched)
    return given


def test_only_what_changed_is_made_anew(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of an edited position, what lists it, and the page that is in every run; nothing
    when nothing changed."""
    _build(settings)
    given = _made_anew(settings, monkeypatch)
    before = _build(settings)
    assert given == []

    path = settings.content / POSITION
    path.write_text(
        path.read_text("utf-8").replace("tugas:\n", "tugas:\n  - Merapikan ruang.\n", 1)
    )
    after = _build(settings)
    [pages] = given
    assert {"index.md", POSITION.replace(".yml", "/index.md")} <= {*pages}
    assert "kab-contoh/index.md" not in pages
    assert before.keys() == after.keys()
    shutil.rmtree(settings.html)
    assert _build(settings) == after


def test_a_frame_that_changed_reaches_every_page(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the theme, the configuration, or a page of the owner in the navigation."""
    _build(settings)
    given = _made_anew(settings, monkeypatch)
    foot = own(settings.theme / "overrides") / "partials" / "kaki.html"
    foot.write_text(foot.read_text("utf-8") + "<!-- baru -->")
    pages = _build(settings)
    assert all(b"<!-- baru -->" in pages[each] for each in pages if each == "404.html")
    assert b"<!-- baru -->" in pages["kab-contoh/index.html"]
    settings.extras.mkdir()
    (settings.extras / "kontak.md").write_text("# Hubungi kami\n\nSurat.\n")
    assert b"Hubungi kami" in _build(settings)["kab-contoh/index.html"]
    assert [len(each) for each in given[1:]] == [len(given[0]) + 1]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_edited_it_is_the_site_of_a_first_build(seed: int, settings: Settings) -> None:
    """Pages that come, go, change and move, and a build that was cut off between."""
    chance = random.Random(seed)
    _build(settings)
    for _ in range(6):
        _edit(settings, chance)
        if chance.random() < 0.5:
            next(iter(settings.html.rglob("index.html"))).unlink()
        (settings.html / "kab-lama").mkdir(exist_ok=True)
        (settings.html / "kab-lama/index.html").write_text("of a run that was cut off")
    found = _build(settings)
    shutil.rmtree(settings.html)
    assert found == _build(settings)


def _edit(settings: Settings, chance: random.Random) -> None:
    """A right edit: what the check refuses is taken back."""
    path = chance.choice(sorted((settings.content / "kab-contoh").rglob("202*/*.yml")))
    text = path.read_text("utf-8")
    other = path.with_name(f"{path.stem}-{chance.randrange(99)}.yml")
    match chance.randrange(4):
        case 0:
            path.write_text(text.replace("a ", "a dan ", 3), "utf-8")
        case 1:
            lines = (line for line in text.splitlines(True) if not line.startswith("urutan:"))
            other.write_text("".join(lines).replace("nama: ", "nama: Wakil ", 1), "utf-8")
        case 2:
            path.unlink()
        case _:
            path.rename(other)
    if publishing.check(settings).mistakes:
        other.unlink(missing_ok=True)
        path.write_text(text, "utf-8")


def test_work_is_spread(tmp_path: Path) -> None:
    """In the order of the tasks, by several processes; a process that dies leaves nothing out, and
    what one cannot do is told as if it were here."""
    code = (
        "import os, sys; from generator.workers import spread\n"
        "own = os.getpid()\n"
        "def work(n):\n"
        "    if n == 3 and os.getpid() != own: os._exit(9)\n"
        "    return n * 2, os.getpid() != own\n"
        "done = spread(work, range(8), 2)\n"
        "print([each for each, _ in done], any(apart for _, apart in done))\n"
        "def refused(n): raise OSError(28, 'penuh', f'berkas-{n}')\n"
        "try: spread(refused, range(4), 2)\n"
        "except OSError as error: print(error.errno, error.filename)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[0, 2, 4, 6, 8, 10, 12, 14] True\n28 berkas-0\n"
    assert spread(lambda n: (n, os.getpid()), [1], 2) == [(1, os.getpid())]


def test_several_processors_make_the_same_site(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever their number, and however many runs MkDocs takes."""
    alone = _build(settings)
    monkeypatch.setattr(workers, "_can_copy", lambda: False)
    monkeypatch.setattr(html, "_FEWEST", 5)
    shutil.rmtree(settings.docs.parent)
    given = _made_anew(settings, monkeypatch)
    assert _build(replace(settings, workers=3)) == alone
    assert len(given) == 3
