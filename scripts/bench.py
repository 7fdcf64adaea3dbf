"""The time of each stage with N positions made from the real content: `make bench N=1000`.

The real editions are copied, whole, into as many agencies as needed, so that sizes and formulas are
those of real decrees. CPU seconds of this process and its children, and wall seconds.
"""

import gzip
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import TypeVar

import rivals

from generator import exports, files, paper, rules, settings, site
from generator.build import publishing
from generator.content import ledger_lines, loading
from generator.content.content import Content
from generator.content.ledger import Ledger
from generator.pages.rendering import render
from generator.settings import Settings
from generator.site import html as renewed
from generator.site import leaks, links, manifest, proof, search, seen, sitemap
from generator.source.problem import Problem

ROOT = Path(__file__).parent.parent
LINES = 100_000
T = TypeVar("T")


def multiply(wanted: int, target: Path) -> int:
    """Copy real editions until there are `wanted` positions; how many files that makes."""
    editions = sorted(path.parent for path in (ROOT / "content").glob("*/*/*/dokumen.yml"))
    positions = 0
    for number, edition in enumerate(cycle(editions)):
        if positions >= wanted:
            break
        agency = target / "kab-ukur" / f"instansi-{number:05}"
        agency.mkdir(parents=True)
        shutil.copy(edition.parent / "instansi.yml", agency)
        (agency / edition.name).mkdir()
        shutil.copy(edition / "dokumen.yml", agency / edition.name)
        names = sorted(set(edition.glob("*.yml")) - {edition / "dokumen.yml"})
        for file in names[: wanted - positions]:
            text = file.read_text("utf-8").splitlines(keepends=True)
            kept = [line for line in text if not line.startswith("atasan:")]
            (agency / edition.name / file.name).write_text("".join(kept), "utf-8")
        positions += len(names[: wanted - positions])
    (target / "kab-ukur" / "pemda.yml").write_text("nama: Kabupaten Ukur\njenis: kabupaten\n")
    shutil.copy(ROOT / "content" / "istilah.yml", target)
    return sum(1 for _ in target.rglob("*.yml"))


spent: dict[str, float] = {}
"""The processor's seconds of each stage."""


def timed(name: str, work: Callable[[], T]) -> T:
    """Do it, and print how long it took."""
    before, wall = os.times(), time.perf_counter()
    result = work()
    after = os.times()
    spent[name] = sum(after[:4]) - sum(before[:4])
    wall = time.perf_counter() - wall
    print(f"{name:34}{spent[name]:9.2f} s CPU {wall:9.2f} s wall", flush=True)
    return result


APART = ("sheets", "copies as PDF")
"""What has a line of its own and is no part of the sum."""


def measure(project: Settings, wanted: int) -> None:
    """Each stage of a build, in the order of the pipeline."""
    reading = timed("read and validate", lambda: loading.load(project.content, "content"))
    mistakes = timed("rules", lambda: rules.check(reading.content))
    assert not [each for each in [*reading.problems, *mistakes] if each.is_mistake]
    kept = timed("what is promised", lambda: publishing.promises(reading.content, project).alive)
    lean = replace(project, sheets=False, papers=False)
    made = timed("views", lambda: list(render(reading.content, lean)))
    timed("pages and open data", lambda: files.write(made, project.docs))
    timed("MkDocs", lambda: renewed.renew(project))
    html = project.root / "build" / "bench"
    timed("put together", lambda: site.assemble(project, html))
    pages = timed("look at the pages", lambda: seen.all_of(html))
    timed("search", lambda: search.index(html, pages.values()))
    timed("sitemap", lambda: sitemap.write(html, pages, project))
    unmade = site.NOT_PREVIEWED
    broken = timed("links", lambda: list(links.broken(html, pages, project.url, (), unmade)))
    assert broken == [], broken[:5]
    assert timed("numbers of persons", lambda: list(leaks.found(html))) == []
    there = {*files.below(html)}
    assert timed("last look", lambda: [*proof.faults(html, pages, "/", there, kept)]) == []
    timed("list of hashes", lambda: manifest.write(html))
    sheets = [each for each in render(reading.content, project) if each.address.endswith(".xlsx")]
    timed("sheets", lambda: [each.data for each in sheets])
    timed("copies as PDF", lambda: [each.data for each in paper.files(reading.content, project)])
    total = sum(seconds for name, seconds in spent.items() if name not in APART)
    each = f"{1000 * total / wanted:9.2f} ms a position"
    print(f"{'all but sheets and PDF':34}{total:9.2f} s CPU {each}")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at the highest")
    sizes(html)
    print()
    ledger(reading.content, project)
    open_data(reading.content)


def compare(project: Settings) -> None:
    """What others take for the HTML of the same Markdown."""
    pages = timed("floor: convert the Markdown", lambda: rivals.convert(project.docs))
    folder = project.root / "build" / "rivals"
    timed("floor: write the files", lambda: files.write(_as_files(pages, project.docs), folder))
    for rival in rivals.rivals(len(pages)):
        result = rivals.run(rival, project.docs, folder)
        told = f"{result.cpu:9.2f} s CPU {result.wall:9.2f} s wall" if result else "not installed"
        memory = f"{result.megabytes:9,.0f} MB" if result else ""
        print(f"{rival.name:34}{told}{memory}", flush=True)


def _as_files(pages: dict[Path, str], docs: Path) -> list[files.File]:
    there = {path.relative_to(docs).as_posix(): html for path, html in pages.items()}
    return [files.File(f"{name}.html", html.encode()) for name, html in there.items()]


def open_data(content: Content) -> None:
    """What each open-data format costs; sheets by themselves, for they take the most."""
    for export in exports.EXPORTS:
        name = export.__module__.rpartition(".")[2]
        timed(f"open data: {name}", lambda export=export: [each.data for each in export(content)])


def ledger(content: Content, project: Settings) -> None:
    """What a ledger costs a check: every address of the content, and others that moved."""
    promises = publishing.promises(content, project)
    lines = Ledger("content/alamat.yml").with_new(timed("what is promised", lambda: promises.alive))
    moved = {
        f"kab-lama/dinas-{number // 40:05}/2024/kepala-seksi-{number % 40:02}/": "kab-ukur/"
        for number in range(LINES - len(lines.entries))
    }
    text = lines.with_moves(moved).text()

    def checked() -> list[Problem]:
        read, problems = ledger_lines.parse(text, lines.path)
        return [*problems, *rules.check_ledger(read, promises)]

    assert timed(f"ledger of {text.count(': '):,} lines", checked) == []


KINDS = {
    "beranda": "index.html",
    "cari": "cari/index.html",
    "indeks": "indeks/**/index.html",
    "bandingkan": "bandingkan/**/index.html",
    "istilah": "istilah/index.html",
    "pemda": "kab-ukur/index.html",
    "instansi": "kab-ukur/instansi-*/index.html",
    "dokumen": "kab-ukur/instansi-*/2*/index.html",
    "jabatan": "kab-ukur/instansi-*/2*/*/index.html",
}
SCRIPTS = {
    "cari": ("cari.js",),
    "dokumen": ("bagikan.js",),
    "jabatan": ("jabatan.js", "bagikan.js"),
}


def sizes(html: Path) -> None:
    """What a reader downloads at a first visit, by kind of page, compressed bytes."""
    assets = html / "assets"
    frame = sum(weight(assets / name) for name in ("situs.css", "situs.js", "ikon.svg"))
    print(
        f"\n{'compressed bytes':14}{'pages':>8}{'HTML median':>13}{'largest':>9}{'first load':>12}"
    )
    for kind, pattern in KINDS.items():
        weights = sorted(map(weight, html.glob(pattern)))
        scripts = sum(weight(assets / name) for name in SCRIPTS.get(kind, ()))
        if weights:
            median = weights[len(weights) // 2]
            print(
                f"{kind:14}{len(weights):>10,}{median:13,}{weights[-1]:9,}"
                f"{frame + scripts + median:12,}"
            )
    print(f"{'vocabulary':14}{weight(html / 'cari' / 'kosakata.json'):>10,}")


def weight(path: Path) -> int:
    """A file as a host sends it."""
    return len(gzip.compress(path.read_bytes(), 9))


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        count = multiply(wanted, root / "content")
        print(f"{wanted} positions, {count} files")
        shutil.copytree(ROOT / "theme", root / "theme")
        shutil.copy(ROOT / "site_config.yml", root)
        project, problems = settings.load(root / "site_config.yml")
        assert project, problems
        measure(project, wanted)
        compare(project)


if __name__ == "__main__":
    main()
