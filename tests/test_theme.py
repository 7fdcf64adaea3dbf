"""The theme: every part of a component has a user, and what a page has need of is there."""

import re
from pathlib import Path

import pytest
import rcssmin

from generator.theme import assets

ROOT = Path(__file__).parent.parent
THEME = ROOT / "theme"
COMPONENTS = THEME / "components"
DRAWN = (ROOT / "generator" / "formula", COMPONENTS, THEME / "pages", THEME / "overrides")
"""Where the markup of a page comes from."""


def _texts(*suffixes: str) -> dict[Path, str]:
    files = (path for folder in DRAWN for path in sorted(folder.rglob("*")))
    return {path: path.read_text("utf-8") for path in files if path.suffix in suffixes}


MARKUP = _texts(".jinja", ".html", ".js", ".py")


CLASS = re.compile(r'class="((?:{%.*?%}|{{.*?}}|[^"])*)"|{#.*? \.([\w-]+)}')
OF_MATERIAL = {"no-js", "headerlink", "focus-visible"}
"""What its frame, the extension for headings and a script of long ago give."""
LITERAL = re.compile(r'"([^"\n]*)"')


def _drawn() -> set[str]:
    """The classes that markup, headings and scripts give; `butir-*` where an end is filled in."""
    found = []
    for path, text in MARKUP.items():
        if path.suffix == ".js":
            found += LITERAL.findall(text)
        else:
            found += map("".join, CLASS.findall(text))
    plain = (re.sub(r"{%.*?%}", " ", re.sub(r"{{.*?}}", "*", each)) for each in found)
    return {name for each in plain for name in each.split()}


@pytest.mark.parametrize("sheet", sorted(COMPONENTS.glob("*/*.css")), ids=lambda path: path.stem)
def test_every_class_of_a_style_sheet_is_drawn(sheet: Path) -> None:
    """By a template, a script or a formula; Material's own classes begin with `md-`."""
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    selectors = re.findall(r"([^{}]+){", rules)
    classes = {name for each in selectors for name in re.findall(r"\.([a-z][\w-]*)", each)}
    ours = {name for name in classes if not name.startswith("md-")} - OF_MATERIAL
    drawn = _drawn()
    assert ours or sheet.stem == "material"
    assert {
        each for each in ours if {each, f"{each.rpartition('-')[0]}-*"}.isdisjoint(drawn)
    } == set()


def test_every_macro_has_a_user() -> None:
    """In another template or in its own; a page imports what it uses and nothing else."""
    for path in sorted(COMPONENTS.glob("*/*.jinja")):
        address = path.relative_to(THEME).as_posix()
        named = dict.fromkeys(re.findall(r"{% macro (\w+)\(", path.read_text("utf-8")), 0)
        assert named, address
        for other, text in MARKUP.items():
            for macro in _called(text, address, path == other):
                named[macro] += 1
        assert [macro for macro, count in named.items() if not count] == [], address


def _called(text: str, address: str, is_own: bool) -> set[str]:
    """The macros of a file that a template calls."""
    if is_own:
        return set(re.findall(r"{{-? (\w+)\(", text)) & set(re.findall(r"macro (\w+)", text))
    if whole := re.search(rf'{{% import "{address}" as (\w+) %}}', text):
        called = set(re.findall(rf"\b{whole[1]}\.(\w+)\(", text))
        assert called, f"{address} is imported for nothing"
        return called
    found = re.search(rf'{{% from "{address}" import ([\w, ]+) %}}', text)
    names = found[1].split(", ") if found else []
    for name in names:
        assert re.search(rf"\b{name}\(", text), f"{name} of {address} is imported for nothing"
    return set(names)


@pytest.mark.parametrize("script", sorted(COMPONENTS.glob("*/*.js")), ids=lambda path: path.name)
def test_every_script_is_loaded(script: Path) -> None:
    """By a template, or by a script of its own component: there `./` is the same on disk and in the
    site."""
    scripts = {path: text for path, text in MARKUP.items() if path != script}
    loading = [path for path, text in scripts.items() if re.search(rf"[/}}]{script.name}", text)]
    assert loading
    assert {path.parent for path in loading if path.suffix == ".js"} <= {script.parent}


def test_style_sheets_in_a_fixed_order() -> None:
    """What is used of Material first, then the base, then by name; every component's once: in the
    sheet of every page, or in that of the pages which are no position's."""
    files = {file.address: file.text for file in assets.files(THEME)}
    assert [name for name in files if name.endswith(".css")] == [
        "assets/situs.css",
        "assets/daftar.css",
    ]
    parts: dict[bool, list[str]] = {False: [], True: []}
    names = sorted(path.stem for path in COMPONENTS.glob("*/*.css"))
    names.sort(key=lambda name: (name != "material", name != "dasar"))
    for name in names:
        sheet = rcssmin.cssmin((COMPONENTS / name / f"{name}.css").read_text("utf-8"))
        parts[sheet not in files["assets/situs.css"]].append(sheet)
    assert [files["assets/situs.css"], files["assets/daftar.css"]] == [
        *map("".join, parts.values())
    ]


def test_a_component_is_named_as_its_folder() -> None:
    """Its template and its style sheet; its scripts have names of their own."""
    for folder in sorted(COMPONENTS.iterdir()):
        files = [path for path in sorted(folder.iterdir()) if path.suffix != ".js"]
        assert {path.stem for path in files} <= {folder.name}
        assert list(folder.iterdir())
