"""The code is one straight pipeline: a module imports only what stands before it."""

import ast
import functools
import re
from pathlib import Path

import pytest

import generator

PACKAGE = Path(generator.__file__).parent
ROOMS = sorted({PACKAGE, *(path.parent for path in PACKAGE.rglob("__init__.py"))})


def _line(room: Path) -> list[list[str]]:
    """The modules of `a, b -> c` in the docstring of a room: each rank may import those before."""
    said = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    sketch = next((each for each in said.split("\n\n") if "->" in each), "")
    return [re.findall(r"\w+", rank) for rank in sketch.split("->")]


def _modules(room: Path) -> set[str]:
    files = {path.stem for path in room.glob("*.py")} - {"__init__", "__main__"}
    return files | {path.parent.name for path in room.glob("*/__init__.py")}


def _files(room: Path, module: str) -> list[Path]:
    folder = room / module
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [room / f"{module}.py"]


@functools.cache
def _imports(path: Path) -> set[str]:
    """Whatever of the package a module imports, by dotted names; also by `import generator.x`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: no relative imports"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] == PACKAGE.name}


def _inside(room: Path, path: Path) -> set[str]:
    """The modules of a room that a file imports."""
    way = (PACKAGE.name, *room.relative_to(PACKAGE).parts)
    parts = [tuple(name.split(".")) for name in _imports(path)]
    return {each[len(way)] for each in parts if each[: len(way)] == way and len(each) > len(way)}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_module_imports_only_what_stands_before_it(room: Path) -> None:
    """In every room; its docstring names each of its modules once."""
    ranks = _line(room)
    named = [module for rank in ranks for module in rank]
    there = _modules(room)
    assert sorted(named) == sorted(there)
    before: set[str] = set()
    against = []
    for rank in ranks:
        for module in rank:
            for path in _files(room, module):
                others = (_inside(room, path) & there) - before - {module}
                against += [f"{module} imports {other}" for other in sorted(others)]
        before |= set(rank)
    assert against == []


def test_only_one_package_knows_the_engine() -> None:
    """MkDocs can be replaced in one place."""
    knowing = {
        path.relative_to(PACKAGE).parts[0]
        for path in sorted(PACKAGE.rglob("*.py"))
        if re.search(r"^\s*(from|import) (mkdocs|material)", path.read_text("utf-8"), re.M)
    }
    assert knowing == {"site"}


def test_only_one_module_decides_what_is_public() -> None:
    """What a page shows it may show: no view asks whether the holders of positions are hidden."""
    knowing = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if "tampilkan_nama_pejabat" in path.read_text("utf-8")
    ]
    assert [each for each in knowing if not each.startswith("settings")] == ["content/public.py"]


def test_no_template_marks_data_as_safe() -> None:
    """Our templates escape everything; MkDocs renders the frame without autoescape, so there every
    value of a page goes through `e`."""
    theme = PACKAGE.parent / "theme"
    for path in sorted(theme.rglob("*.jinja")):
        assert not re.search(r"\|\s*safe|autoescape\s+false", path.read_text("utf-8")), path.name
    ours = ("super()", "page.content", "| url", "| e", "page.is_homepage else")
    # A table of contents is made of headings, which are HTML by then.
    ours += ("section.", "loop(section.children)")
    # JSON in which the signs of HTML are escaped.
    ours += ("m.jsonld",)
    for path in sorted((theme / "overrides").rglob("*.html")):
        values = re.findall(r"{{(.+?)}}", path.read_text("utf-8"))
        assert [value for value in values if not any(way in value for way in ours)] == []
