"""Build a project twice under all that must not matter, and compare the sites byte for byte:
another path, time zone, locale, seed of hashes, umask, order of files, and number of processes.

    python scripts/verify.py [FOLDER]    a project: content/, site_config.yml, theme/
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = ("content", "theme", "situs_tambahan", "site_config.yml")
WORLDS: tuple[tuple[str, dict[str, str]], ...] = (
    ("a", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}),
    (
        "tempat lain/é b",
        {
            "TZ": "Asia/Jakarta",
            "LC_ALL": "C.UTF-8",
            "PYTHONHASHSEED": "4242",
            "LANG": "id_ID.UTF-8",
        },
    ),
)
_WIDE, _NARROW = 0o022, 0o077


def main(project: Path) -> int:
    """Say what differs; 0 where nothing does."""
    with tempfile.TemporaryDirectory() as folder:
        sites = [
            _built(project, Path(folder, name), values, is_other=bool(number))
            for number, (name, values) in enumerate(WORLDS)
        ]
    first, second = sites
    differing = sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )
    print("\n".join(f"berbeda: {name}" for name in differing) or f"sama: {len(first)} berkas")
    return bool(differing)


def _built(project: Path, place: Path, values: dict[str, str], is_other: bool) -> dict[str, str]:
    """The digests of a site that is built there."""
    place.mkdir(parents=True)
    before = os.umask(_NARROW if is_other else _WIDE)
    for part in PARTS:
        if (project / part).exists():
            _copied(project / part, place / part, is_other)
    environment = {**os.environ, **values, "PYTHONPATH": str(ROOT)}
    workers = "3" if is_other else "1"
    command = [sys.executable, "-m", "generator", "build", "--workers", workers]
    done = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    os.umask(before)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}")
    site = place / "site"
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def _copied(source: Path, target: Path, is_reversed: bool) -> None:
    """Files come into being one by one, in one order or the other: so a folder lists them."""
    if source.is_file():
        shutil.copyfile(source, target)
        return
    target.mkdir()
    for path in sorted(source.iterdir(), reverse=is_reversed):
        _copied(path, target / path.name, is_reversed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT))
