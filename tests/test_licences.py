"""Whose work is in what is published and installed, and under which licence."""

import re
from importlib import metadata
from pathlib import Path

import material
import pytest
from conftest import ROOT

PAGE = ROOT / "docs" / "lisensi.md"
LOCKS = {
    "requirements.lock": "membangun situs",
    "requirements-impor.lock": "`iki import`",
    "requirements-pdf.lock": "salinan PDF",
    "requirements-build.lock": "mengemas program",
}
FREE = re.compile(r"MIT|BSD|Apache|MPL|PSF|ISC|HPND|Zlib|Unlicense|CC0|0BSD|Python")
RULE = "|---|---|---|\n"
"""Behind it stand the rows."""


def _names(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text("utf-8"), re.M))


def _licence(name: str) -> str:
    """What a package says of itself: its newest field first."""
    told = metadata.metadata(name)
    classes = told.get_all("Classifier") or []
    named = [each.rpartition(" :: ")[2] for each in classes if each.startswith("License ::")]
    short = (told.get("License") or "").partition("\n")[0]
    return told.get("License-Expression") or ", ".join(named) or short


def _table() -> str:
    rows: dict[str, str] = {}
    for lock, purpose in LOCKS.items():
        for name in sorted(_names(lock)):
            rows.setdefault(name, purpose)
    lines = []
    for name, purpose in sorted(rows.items()):
        try:
            lines.append(f"| {name} | {_licence(name)} | {purpose} |\n")
        except metadata.PackageNotFoundError:
            # Of another system: it is installed there alone.
            lines += re.findall(rf"^\| {name} \|.*\n", PAGE.read_text("utf-8"), re.M)
    return "".join(lines)


def test_every_package_is_listed(request: pytest.FixtureRequest) -> None:
    """With the licence that it names; all of them are free."""
    before, rule, rows = PAGE.read_text("utf-8").partition(RULE)
    if request.config.getoption("--perbarui"):
        rows = _table()
        PAGE.write_text(before + rule + rows, "utf-8")
    assert rows == _table()
    licences = re.findall(r"^\| [a-z0-9-]+ \| (.*) \| .* \|$", rows, re.M)
    assert len(licences) > 40
    assert [each for each in licences if not FREE.search(each)] == []


@pytest.mark.long
def test_what_is_published_says_whose_it_is() -> None:
    """The page about the site holds the licence of Material, word for word."""
    page = (ROOT / "theme/pages/tentang.md.jinja").read_text("utf-8")
    files = metadata.files("mkdocs-material") or ()
    (licence,) = (each for each in files if each.match("*.dist-info/licenses/LICENSE"))
    told = re.sub(r"<[^>]*>", " ", page).replace("&lt;", "<").replace("&gt;", ">")
    said = " ".join(told.split())
    for part in Path(licence.locate()).read_text("utf-8").split("\n\n"):
        assert " ".join(part.split()) in said


@pytest.mark.long
def test_only_two_pictures_are_of_others() -> None:
    """Those of the style sheet; all others are our own."""
    icons = Path(next(iter(material.__path__))) / "templates/.icons"
    theirs = {way for path in icons.rglob("*.svg") for way in _ways(path)}
    used = {way for path in (ROOT / "theme").rglob("*.*") for way in _ways(path) if way in theirs}
    assert len(used) == 2


def _ways(path: Path) -> list[str]:
    return re.findall(r"\bd=\\?[\"']([^\"']+)[\"']", path.read_text("utf-8", "replace"))
