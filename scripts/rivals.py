"""The same Markdown built by others, for `make bench`: what it costs them to make its HTML.

Each runs in a process of its own, with its own defaults, without a search and without plugins; of
those that are not installed it is only said.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

MOST_IN_NAVIGATION = 1_000
"""With more pages in its navigation MkDocs takes hours."""
_MATERIAL = """\
site_name: Ukur
site_url: https://contoh.go.id/
docs_dir: docs
site_dir: site
theme: {name: material, language: id, font: false}
plugins: []
markdown_extensions: [attr_list, toc]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, unrecognized_links: ignore}}
"""
_OUT_OF_NAVIGATION = "nav: [index.md]\nnot_in_nav: '*'\n"
_HUGO = """\
baseURL = "https://contoh.go.id/"
contentDir = "docs"
publishDir = "site"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT"]
[markup.goldmark.renderer]
unsafe = true
"""
_PAGE = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n"
_ELEVENTY = (
    "module.exports = (config) => ({"
    ' dir: { input: "docs", output: "site" }, markdownTemplateEngine: false });\n'
)


# A process of its own between us and the tool: what we hold ourselves is not counted as its memory.
_METER = """
import json, os, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=sys.stderr)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "cpu": used.ru_utime + used.ru_stime,
    "wall": time.perf_counter() - start,
    "megabytes": used.ru_maxrss / 1024,
}))
"""


@dataclass(frozen=True)
class Rival:
    """A tool, the files that it needs beside the Markdown, and how it is called."""

    name: str
    files: dict[str, str]
    command: tuple[str, ...]
    index: str = "index.md"
    """What it calls the page of a folder."""


def rivals(pages: int) -> Iterator[Rival]:
    """All of them, installed or not."""
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml")
    plain = {"mkdocs.yml": _MATERIAL + _OUT_OF_NAVIGATION}
    yield Rival("MkDocs Material, out of nav", plain, mkdocs)
    if pages <= MOST_IN_NAVIGATION:
        yield Rival("MkDocs Material, all in nav", {"mkdocs.yml": _MATERIAL}, mkdocs)
    yield Rival("Zensical", plain, ("zensical", "build", "--config-file", "mkdocs.yml"))
    layouts = {"hugo.toml": _HUGO, "layouts/single.html": _PAGE, "layouts/list.html": _PAGE}
    yield Rival("Hugo", layouts, ("hugo", "--quiet"), "_index.md")
    yield Rival("Eleventy", {"eleventy.config.cjs": _ELEVENTY}, ("eleventy", "--quiet"))


@dataclass(frozen=True)
class Result:
    """What a build took: seconds of processors and of the clock, and memory at its highest."""

    cpu: float
    wall: float
    megabytes: float


def run(rival: Rival, docs: Path, folder: Path) -> Result | None:
    """Build the Markdown of `docs` in a fresh folder; nothing where the tool is not there."""
    program = shutil.which(rival.command[0])
    if program is None:
        return None
    _lay(rival, docs, folder)
    command = (sys.executable, "-S", "-c", _METER, program, *rival.command[1:])
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return Result(**json.loads(done.stdout))


def _lay(rival: Rival, docs: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    texts = {path.relative_to(docs): path.read_text("utf-8") for path in docs.rglob("*.md")}
    pages = {str(Path("docs", path.parent, rival.index)): text for path, text in texts.items()}
    for name, text in {**pages, **rival.files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def convert(docs: Path) -> dict[Path, str]:
    """The least that anybody must do who converts these pages with this Markdown."""
    markdown = Markdown(extensions=["attr_list", "toc"])
    texts = {path: path.read_text("utf-8") for path in sorted(docs.rglob("*.md"))}
    return {path: markdown.reset().convert(text) for path, text in texts.items()}
