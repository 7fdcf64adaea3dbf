"""Life after Material: the same Markdown, theme and configuration by the successors of MkDocs,
where they are installed beside it. docs/engines.md says what differs."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import HISTORY, LEDGER, own
from selectolax.lexbor import LexborHTMLParser

from generator.build import publishing
from generator.commands import cli
from generator.settings import Settings
from generator.site import engine, successors

PYTHON = sys.executable


def _words(page: Path) -> str:
    tree = LexborHTMLParser(page.read_bytes())
    found = tree.css_first("article") or tree.body
    return " ".join(found.text().split()) if found else ""


def _pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): _words(path) for path in site.rglob("*.html")}


@pytest.mark.site
@pytest.mark.parametrize("name", successors.NAMES)
def test_the_same_pages(settings: Settings, example_site: Path, name: str) -> None:
    """All of them, with the same words; and the site passes the last look."""
    if not (shutil.which(name) or Path(sys.executable).with_name(name).is_file()):
        pytest.skip(f"{name} is not installed: it has packages of its own")
    for past in (LEDGER, HISTORY):
        shutil.copy(past, settings.content)
    checked = publishing.check(settings)
    assert publishing.publish(checked, settings, lambda words: None, name) == []
    assert _pages(settings.site) == _pages(example_site)


def test_no_template_calls_what_only_python_knows(settings: Settings) -> None:
    """Templates of MiniJinja have filters, and no methods of lists and mappings."""
    frame = own(settings.theme / "overrides")
    for path in sorted(frame.rglob("*.html")):
        text = path.read_text("utf-8")
        for method in (".append(", ".extend(", ".items()", ".keys()", ".get(", ".split(", ".join("):
            assert method not in text, (path.name, method)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a program in the place of a successor."""

    def put(text: str) -> None:
        path = tmp_path / "bin" / "zensical"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!{PYTHON}\n{text}\n", "utf-8")
        path.chmod(0o755)

    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    return put


@pytest.mark.long
def test_what_it_says(settings: Settings, program: Callable[[str], None], tmp_path: Path) -> None:
    """A program that is missing, one that fails, and one that works."""
    settings.docs.mkdir(parents=True)

    def refused() -> str:
        with pytest.raises(engine.NotBuiltError) as caught:
            successors.render(settings, "zensical", tmp_path / "segar")
        return caught.value.problems[0].message

    assert refused() == 'program "zensical" tidak ada. Pasang dengan `pip install zensical`.'
    program("import sys; sys.exit('satu\\ndua')")
    assert refused() == 'zensical tidak dapat menyusun halaman: "dua".'
    program(
        "import pathlib, sys\n"
        "place = pathlib.Path(sys.argv[3]).parent / 'mesin'\n"
        "(place / 'assets/javascripts').mkdir(parents=True)\n"
        "(place / 'index.html').write_text('x')\n"
        "(place / 'search.json').write_text('x')\n"
    )
    successors.render(settings, "zensical", tmp_path / "segar")
    files = [path.name for path in (tmp_path / "segar").rglob("*") if path.is_file()]
    assert files == ["index.html"]
    assert sorted(path.name for path in settings.docs.parent.iterdir()) == ["docs"]


def test_no_other_engine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those that read what is written here."""
    monkeypatch.chdir(settings.root)
    assert cli.main(["build", "--engine", "hugo"]) == 2
