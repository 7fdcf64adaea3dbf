"""The time of `iki diff` on made content of N positions, ten of them edited.

`scripts/bench_diff.py 1400`: processor and wall seconds of the whole command, in a process of its
own, for each form; then with every position edited, and with another pemda in its place.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import ROOT, multiply

EDITED = 10


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1400
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        multiply(wanted, root / "content")
        shutil.copytree(root / "content", root / "lama" / "content")
        shutil.copy(ROOT / "site_config.yml", root)
        (root / "theme").symlink_to(ROOT / "theme")
        files = sorted((root / "content").glob("*/*/*/*.yml"))
        edit(files[:: len(files) // EDITED][:EDITED])
        for more in ([], ["--format", "json"], ["--html", "beda.html"]):
            timed(root, "ten edited", more)
        edit(files)
        timed(root, "all edited", [])
        for path in (root / "content").glob("kab-*/*"):
            path.rename(path.with_name(f"lain-{path.name}"))
        timed(root, "agencies renamed", [])


def edit(files: list[Path]) -> None:
    for file in files:
        file.write_text(file.read_text("utf-8").replace("umlah", "umlah semua"), "utf-8")


def timed(root: Path, what: str, more: list[str]) -> None:
    command = [str(Path(sys.executable).parent / "iki"), "diff", "lama", *more]
    before, wall = os.times(), time.perf_counter()
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    after = os.times()
    cpu = sum(after[2:4]) - sum(before[2:4])
    name = f"{what}: diff {' '.join(more)}"
    print(f"{name:40}{cpu:9.2f} s CPU {time.perf_counter() - wall:9.2f} s wall")


if __name__ == "__main__":
    main()
