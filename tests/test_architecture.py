"""The code is one straight pipeline: a module imports only what stands before it."""

import ast
import re
from pathlib import Path

import generator
import generator.formula
import generator.settings
import generator.site
import generator.views

PACKAGE = Path(generator.__file__).parent


def _order(docstring: str | None) -> list[str]:
    """The modules of `a -> b, c -> d` in a docstring."""
    sketch = next(each for each in (docstring or "").split("\n\n") if "->" in each)
    return re.findall(r"\w+", re.sub(r"the \w+", "", sketch))


def _imports(path: Path) -> set[str]:
    """The dotted names below the package that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "generator":
            if node.module == "generator":
                found |= {alias.name for alias in node.names}
            else:
                found.add((node.module or "").removeprefix("generator."))
    return found


def _files(module: str) -> list[Path]:
    folder = PACKAGE / module
    return sorted(folder.glob("*.py")) if folder.is_dir() else [PACKAGE / f"{module}.py"]


def test_the_docstring_names_every_module() -> None:
    """The map of the package is whole."""
    there = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    there |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert set(_order(generator.__doc__)) == there


def test_a_module_imports_only_what_stands_before_it() -> None:
    """No import goes against the stream."""
    order = _order(generator.__doc__)
    against = [
        f"{module} imports {other}"
        for place, module in enumerate(order)
        for path in _files(module)
        for other in sorted({name.split(".")[0] for name in _imports(path)})
        if other != module and other not in order[:place]
    ]
    assert against == []


def test_the_packages_are_lines_too() -> None:
    """Inside a package, siblings of one rank do not know each other."""
    against = []
    for package in (generator.formula, generator.settings, generator.site, generator.views):
        order = _order(package.__doc__)
        name = package.__name__.removeprefix("generator.")
        for path in (PACKAGE / name).glob("*.py"):
            place = order.index(path.stem) if path.stem in order else len(order)
            siblings = {
                each.removeprefix(f"{name}.")
                for each in _imports(path)
                if each.startswith(f"{name}.")
            }
            if path.stem != "__init__":
                against += [
                    f"{name}.{path.stem} imports {each}" for each in siblings - set(order[:place])
                ]
    assert against == []


def test_only_one_package_knows_the_engine() -> None:
    """MkDocs and Pagefind can be replaced in one place."""
    knowing = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if re.search(
            r"^\s*(from|import) (mkdocs|material)|pagefind\"", path.read_text("utf-8"), re.M
        )
    ]
    assert knowing == ["site/__init__.py", "site/engine.py", "site/search.py"]


def test_only_one_module_decides_what_is_public() -> None:
    """What a page shows it may show: no view asks whether the holders of positions are hidden."""
    knowing = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if "tampilkan_nama_pejabat" in path.read_text("utf-8")
    ]
    assert [each for each in knowing if not each.startswith("settings")] == ["public.py"]


def test_no_template_marks_data_as_safe() -> None:
    """Our templates escape everything; MkDocs renders the frame without autoescape, so there every
    value of a page goes through `e`."""
    theme = PACKAGE.parent / "theme"
    for path in sorted((theme / "pages").iterdir()):
        assert not re.search(r"\|\s*safe|autoescape\s+false", path.read_text("utf-8")), path.name
    frame = (theme / "overrides" / "main.html").read_text("utf-8")
    values = re.findall(r"{{(.+?)}}", frame)
    ours = ("super()", "page.content", "| url", "| e", "page.is_homepage else")
    assert [value for value in values if not any(way in value for way in ours)] == []
