"""The HTML of every page, made anew only where its Markdown or the frame around it changed.

MkDocs knows no page's content on another page of ours, so it is run over the changed pages alone,
in as many runs as there are processors; those that the navigation names are in each run. Without
the frame's own hash nothing is kept: template, configuration and program change every page.
"""

import hashlib
import json
import shutil
from functools import partial
from importlib.metadata import version
from pathlib import Path

import generator
from generator.content import addresses
from generator.content.own_pages import pages
from generator.files import File, below, write
from generator.settings import Settings
from generator.site import engine
from generator.workers import spread

_FEWEST = 100
"""Pages for which a run of its own pays: each reads configuration and templates anew."""
_PROGRAMS = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions")
_UNUSED = ("assets/javascripts", "sitemap.xml", "sitemap.xml.gz", "assets/stylesheets/*.map")
"""What MkDocs and Material bring and our pages do not load, or which we make ourselves."""
Hashes = dict[str, str]
"""The hash of the Markdown of each page, by its file."""


def renew(settings: Settings) -> None:
    """Bring the folder of HTML up to date with the written Markdown."""
    wanted = _hashes(settings.docs)
    frame = _frame(settings)
    known = _known(settings, frame)
    kept = {name: each for name, each in wanted.items() if known.get(name) == each}
    # What is about to change is not known until it has.
    _remember(settings, frame, kept)
    _remove_others(settings.html, {*map(addresses.built, kept)})
    if changed := [name for name in wanted if name not in kept]:
        _make(settings, changed, wanted)
    _remember(settings, frame, wanted)


def show(settings: Settings, files: list[File]) -> None:
    """Put the HTML of some pages into the preview, before all others."""
    work = _beside(settings, "-sunting")
    try:
        names = [each.address for each in files]
        write(files, work / "docs")
        _bring(settings, everywhere(settings) - {*names}, work / "docs")
        engine.render(settings, work / "docs", work / "html")
        for name in names:
            _move(work / "html", addresses.built(name), settings.preview)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _hashes(docs: Path) -> Hashes:
    names = sorted(name for name in below(docs) if name.endswith(".md"))
    return {name: _hash(docs / name) for name in names}


def _remove_others(folder: Path, kept: set[str]) -> None:
    """Pages that are gone, or are about to be made anew; also those of a run that was cut off."""
    for name in list(below(folder)):
        if name.endswith("index.html") and name not in kept:
            (folder / name).unlink()


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _frame(settings: Settings) -> str:
    """Whatever reaches every page: configuration, theme, navigation, and the programs."""
    own = Path(generator.__file__).parent
    found = hashlib.sha256()
    for folder, pattern in ((settings.overrides, "*"), (own, "*.py")):
        for path in sorted(each for each in folder.rglob(pattern) if each.is_file()):
            found.update(f"{path.relative_to(folder).as_posix()}:{_hash(path)}\n".encode())
    titles = [(each.address, each.title) for each in pages(settings.extras)]
    told = (settings.source.value, sorted(settings.allowed), settings.has_feed, titles)
    versions = [version(each) for each in _PROGRAMS]
    found.update(json.dumps([*told, *versions], default=str).encode())
    return found.hexdigest()


def _known(settings: Settings, frame: str) -> Hashes:
    """The pages whose HTML is there. A program that the owner allows may look at other pages, so
    then nothing is kept."""
    try:
        told = json.loads(_beside(settings, ".json").read_text(encoding="utf-8"))
        is_of_now = told["bingkai"] == frame and (settings.html / addresses.MISSING).is_file()
        known = told["halaman"] if is_of_now and not settings.allowed else {}
    except (OSError, ValueError, LookupError, TypeError):
        known = {}
    if not known:
        shutil.rmtree(settings.html, ignore_errors=True)
    return {name: each for name, each in known.items() if _html(settings.html, name).is_file()}


def _remember(settings: Settings, frame: str, known: Hashes) -> None:
    settings.html.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"bingkai": frame, "halaman": known}, indent=0, sort_keys=True)
    fresh = _beside(settings, ".baru")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(_beside(settings, ".json"))


def _beside(settings: Settings, ending: str) -> Path:
    return settings.html.with_name(f"{settings.html.name}{ending}")


def _html(folder: Path, name: str) -> Path:
    return folder / addresses.built(name)


def _make(settings: Settings, changed: list[str], wanted: Hashes) -> None:
    shares = _shares(changed, 1 if settings.allowed else settings.workers)
    works = [_beside(settings, f"-{number}") for number in range(len(shares))]
    try:
        runs = list(zip(works, shares, strict=True))
        spread(
            partial(_run, settings, everywhere(settings) & wanted.keys()), runs, settings.workers
        )
        _move_frame(works[0] / "html", settings.html)
    finally:
        for work in works:
            shutil.rmtree(work, ignore_errors=True)


def everywhere(settings: Settings) -> set[str]:
    """The pages that the navigation names, without which MkDocs makes no other."""
    named = {page for _, page in settings.nav()}
    return named | {addresses.markdown_file(each) for each in ("", *_owners(settings))}


def _owners(settings: Settings) -> list[str]:
    return [each.address for each in pages(settings.extras)]


def _shares(names: list[str], most: int) -> list[list[str]]:
    """The same pages in as many shares as pay."""
    count = max(1, min(most, len(names) // _FEWEST))
    return [names[number::count] for number in range(count)]


def _run(settings: Settings, everywhere: set[str], task: tuple[Path, list[str]]) -> None:
    """Make some pages in a folder of their own."""
    work, names = task
    docs, made = work / "docs", work / "html"
    shutil.rmtree(work, ignore_errors=True)
    _bring(settings, {*everywhere, *names}, docs)
    engine.render(settings, docs, made)
    for name in names:
        _move(made, addresses.built(name), settings.html)
    for name in everywhere.difference(names):
        _html(made, name).unlink()


def _bring(settings: Settings, names: set[str], docs: Path) -> None:
    for name in sorted(names):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(settings.docs / name, docs / name)


def _move_frame(made: Path, target: Path) -> None:
    """What MkDocs lays beside the pages."""
    for pattern in _UNUSED:
        for path in made.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in sorted(below(made)):
        _move(made, name, target)


def _move(made: Path, name: str, target: Path) -> None:
    (target / name).parent.mkdir(parents=True, exist_ok=True)
    (made / name).replace(target / name)
