"""What is released is the same for everybody who packs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.long


def _packed(place: Path, zone: str) -> dict[str, bytes]:
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, place / name)
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "TZ": zone}
    command = [sys.executable, "-m", "hatchling", "build"]
    subprocess.run(command, cwd=place, env=env, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in (place / "dist").iterdir()}


def test_wheel_and_source_are_the_same_bytes(tmp_path: Path) -> None:
    """In another folder and time zone, and for files that were written at another time."""
    first = _packed(tmp_path / "a", "UTC")
    second = _packed(tmp_path / "tempat lain", "Asia/Jakarta")
    assert sorted(Path(name).suffix for name in first) == [".gz", ".whl"]
    assert first == second
