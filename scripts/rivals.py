"""The same Markdown built by others, for `make bench`: what it costs them to make its HTML.

Each runs in a process of its own, with its own defaults, without a search and without plugins; of
those that are not installed it is only said.
"""

import os
import shutil
import subprocess
import sys
import time
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
publicDir = "site"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT"]
[markup.goldmark.renderer]
unsafe = true
"""
_PAGE = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n"
_ELEVENTY = (
    "module.exports = (config) => ({"
    ' dir: { input: "docs", output: "site" }, markdownTemplateEngine: false });\n'
)


@dataclass(frozen=True)
class Rival:
    """A tool, the files that it needs beside the Markdown, and how it is called."""

    name: str
    files: dict[str, str]
    command: tuple[str, ...]


def rivals(pages: int) -> Iterator[Rival]:
    """All of them, installed or not."""
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml")
    plain = {"mkdocs.yml": _MATERIAL + _OUT_OF_NAVIGATION}
    yield Rival("MkDocs Material, out of nav", plain, mkdocs)
    if pages <= MOST_IN_NAVIGATION:
        yield Rival("MkDocs Material, all in nav", {"mkdocs.yml": _MATERIAL}, mkdocs)
    yield Rival("Zensical", plain, ("zensical", "build", "--config-file", "mkdocs.yml"))
    layouts = {"hugo.toml": _HUGO, "layouts/single.html": _PAGE, "layouts/list.html": _PAGE}
    yield Rival("Hugo", layouts, ("hugo", "--quiet"))
    yield Rival("Eleventy", {".eleventy.js": _ELEVENTY}, ("eleventy", "--quiet"))


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
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(docs, folder / "docs")
    for name, text in rival.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    start = time.perf_counter()
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            [program, *rival.command[1:]], cwd=folder, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{rival.name}: {(folder / 'said.txt').read_text('utf-8')[-2000:]}")
    return Result(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def convert(docs: Path) -> dict[Path, str]:
    """The least that anybody must do who converts these pages with this Markdown."""
    markdown = Markdown(extensions=["attr_list", "toc"])
    texts = {path: path.read_text("utf-8") for path in sorted(docs.rglob("*.md"))}
    return {path: markdown.reset().convert(text) for path, text in texts.items()}
