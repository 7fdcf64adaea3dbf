"""MkDocs: tried on an empty page, then run over the written Markdown.

It is given the values that we have read and checked, never the file; what it still refuses is
said with the line of its key.
"""

import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

# Both are read when MkDocs and Material are imported: the day of the build must not reach the
# output, and Material's notice about MkDocs 2 is no news to an officer.
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import PluginCollection

from generator.content import addresses
from generator.content.own_pages import pages
from generator.settings import Settings
from generator.site import machine
from generator.source.problem import Problem, Severity

_PAGE = "# Coba {#_atas}\n\n## Bagian {#_bagian}\n\n<p id='_isi'>Isi</p>\n"
"""Headings and HTML with anchors, as on the pages that are written."""
_BLOCKS = "generator.site.blocks:Blocks"
_ANCHORS = re.compile("id=[\"']_(bagian|isi)[\"']")


class NotBuiltError(Exception):
    """Nothing is built with what an officer wrote; `problems` say why."""

    def __init__(self, problems: list[Problem]):
        super().__init__(problems)
        self.problems = problems


def rehearse(settings: Settings) -> list[Problem]:
    """What MkDocs refuses of a configuration: of its keys, then on a page made for that."""
    with tempfile.TemporaryDirectory() as folder:
        docs, target = Path(folder, "docs"), Path(folder, "html")
        docs.mkdir()
        (docs / "index.md").write_text(_PAGE, encoding="utf-8")
        try:
            config = _configuration(settings, docs, target)
            # A plugin that the owner allows may need pages that are not here.
            config.nav, config.not_in_nav, config.plugins = None, None, PluginCollection()
            _run(config, settings)
            page = (target / "index.html").read_text(encoding="utf-8")
        except NotBuiltError as refused:
            return refused.problems
        except OSError:
            raise
        except Exception as error:  # whatever a theme or an extension raises over its options
            return [_page_problem(f"{type(error).__name__}: {error}", settings)]
    return [] if set(_ANCHORS.findall(page)) == {"bagian", "isi"} else [_no_anchors(settings)]


def _no_anchors(settings: Settings) -> Problem:
    message = (
        'bagian halaman kehilangan alamatnya (#bagian). Tulis "- attr_list" di bawah '
        '"markdown_extensions:", dan hapus ekstensi yang membuang isi HTML.'
    )
    return settings.source.key_problem(("markdown_extensions",), message, "wajib")


def render(settings: Settings, docs: Path, folder: Path) -> None:
    """Run MkDocs over written Markdown."""
    shutil.rmtree(folder, ignore_errors=True)
    _run(_configuration(settings, docs, folder), settings)


def _configuration(settings: Settings, docs: Path, target: Path) -> MkDocsConfig:
    config = MkDocsConfig(str(settings.config))
    given = values(settings, function)
    given["markdown_extensions"] = [*given.get("markdown_extensions", ()), _BLOCKS]
    config.load_dict(given)
    config.load_dict({"docs_dir": str(docs), "site_dir": str(target), "strict": True})
    errors, warnings = config.validate()
    refused = [_key_problem(*each, settings) for each in [*errors, *warnings]]
    if refused:
        raise NotBuiltError(refused)
    # Every page is ours, and most stay out of the navigation on purpose.
    config.validation.nav.omitted_files = logging.DEBUG
    return config


def values(settings: Settings, function: Callable[[str], Any]) -> dict[str, Any]:
    """The configuration with what a build adds to it; `function` as for `for_mkdocs`."""
    found = settings.for_mkdocs(function)
    found["theme"]["custom_dir"] = str(settings.overrides)
    found["extra"] = {**found["extra"], "umpan": settings.has_feed}
    if own := _own_pages(settings):
        found["nav"] = [*(found.get("nav") or ["index.md"]), *own]
    return found


def _own_pages(settings: Settings) -> list[dict[str, str]]:
    """The owner's own pages, for the end of the navigation, where it does not name them itself."""
    named = {page for _, page in settings.nav()}
    files = {addresses.markdown_file(page.address): page for page in pages(settings.extras)}
    return [{page.title: file} for file, page in files.items() if file not in named]


def function(name: str) -> Any:
    """What a name stands for that the configuration may give as a function."""
    module, _, own = name.rpartition(".")
    return getattr(import_module(module), own)


def _run(config: MkDocsConfig, settings: Settings) -> None:
    with _heard() as said:
        try:
            mkdocs_build(config)
        except Exception as error:
            if isinstance(error, OSError) and machine.refusal(error, settings.root):
                raise
            # Without a program that the owner allows, any other exception is a fault of ours.
            if not (isinstance(error, MkDocsException | TemplateError) or settings.allowed):
                raise
            faults = said or [str(error)]
            raise NotBuiltError([_page_problem(each, settings) for each in faults]) from error


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What MkDocs says meanwhile, which would else be English lines without a place."""
    logger = logging.getLogger("mkdocs")
    said: list[str] = []
    ear = logging.Handler(logging.WARNING)
    ear.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    before = logger.level, logger.propagate
    logger.addHandler(ear)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(ear)
        logger.level, logger.propagate = before


def _key_problem(key: str, fault: object, settings: Settings) -> Problem:
    message = f"MkDocs menolak bagian ini: {_quoted(fault, settings)}. Perbaiki, atau hapus."
    return settings.source.key_problem((key,), message, "mkdocs")


def _page_problem(fault: object, settings: Settings) -> Problem:
    message = (
        f"MkDocs tidak dapat menyusun halaman dengan konfigurasi ini: {_quoted(fault, settings)}. "
        "Periksa theme, markdown_extensions, dan extra."
    )
    return Problem(settings.config.name, 0, 0, Severity.GALAT, "mkdocs", message)


def _quoted(fault: object, settings: Settings) -> str:
    """The first and the last line of an English message: between them may stand a traceback."""
    lines = [line.strip() for line in str(fault).splitlines() if line.strip()] or ["?"]
    text = " … ".join(dict.fromkeys((lines[0], lines[-1])))
    return f'"{text.replace(f"{settings.root}{os.sep}", "")[:300]}"'
