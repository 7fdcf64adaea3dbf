"""Attacks of every kind on a project: each is refused at its line, in Indonesian, or does no harm.

`jahat/serangan.yml` has the attacks, by the numbers of their kinds, `jahat/hasil.txt` what becomes
of each: the messages with their places, or "tampil" where it is shown as it is written. Kinds that
have tests of their own: texts in every field (test_hostile), workflows (23, test_workflows), locked
packages (24, test_locks), the policy of the pages (27, test_hostile and test_headers).
"""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import publishing
from generator.content.public import public
from generator.pages import registry
from generator.pages.rendering import body
from generator.settings import Settings
from generator.source.problem import Problem
from generator.theme.templates import environment
from generator.values.characters import first_invisible, visible

FOLDER = Path(__file__).parent / "jahat"
ROWS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "serangan.yml").read_text("utf-8"))
EDITION = "kab-contoh/dinas-contoh/2024"
FILE = f"{EDITION}/sekretaris.yml"
MOST_SECONDS = 4
"""Of processor time, for a check of the whole example with an attack in it."""
Attack = Callable[[Settings], None]


def _edit(row: dict[str, Any], new: str) -> Attack:
    def attack(settings: Settings) -> None:
        path = settings.content / row.get("berkas", FILE)
        text = path.read_text("utf-8")
        assert text.count(row["semula"]) == 1, row
        path.write_text(text.replace(row["semula"], new), "utf-8")

    return attack


def _renamed(row: dict[str, Any], name: str) -> Attack:
    def attack(settings: Settings) -> None:
        if "tulis" in row:
            path = settings.content / row["tulis"].format(name)
            path.parent.mkdir()
            path.write_text(row["isi_tetap"], "utf-8")
        else:
            path = settings.content / row["berkas"]
            path.rename(path.with_name(name))

    return attack


def _bytes(row: dict[str, Any], text: str) -> Attack:
    data = text.encode("ascii").decode("unicode_escape").encode("latin-1")
    return lambda settings: (settings.content / FILE).write_bytes(data) and None


def _special(row: dict[str, Any], name: str) -> Attack:
    def attack(settings: Settings) -> None:
        folder = settings.content / EDITION
        new = folder / "x.yml"
        match name:
            case "tautan ke luar":
                new.symlink_to("/etc/passwd")
            case "tautan ke berkas":
                new.symlink_to("sekretaris.yml")
            case "tautan melingkar":
                new.symlink_to("x.yml")
            case "tautan putus":
                new.symlink_to("tidak-ada.yml")
            case "pipa":
                os.mkfifo(new)
            case "folder bernama berkas":
                new.mkdir()
            case "folder tersembunyi":
                (folder / ".git").mkdir()
                (folder / ".git" / "x.yml").write_text("nama: x\n", "utf-8")
            case "tautan folder edisi":
                (folder.parent / "2019").symlink_to(folder)

    return attack


MUCH = {
    "dalam": "".join(f"{' ' * n}- " + "\n" for n in range(400)),
    "dalam sebaris": "- " * 50_000 + "x",
    "besar": "nama: x\n" + "# x\n" * 80_000,
    "banyak": "tugas:\n" + "  - x\n" * 30_000,
    "kurung": "nama: " + "[" * 60_000,
    "kunci": "".join(f"k{n}: x\n" for n in range(20_000)),
    "alias": "a: &a [x]\n" + "".join(f"b{n}: *a\n" for n in range(9_000)),
    "baris panjang": "nama: " + "x" * 250_000,
    "nol": "nama: \0" * 9_000,
    "satu juta huruf": "nama: " + "é" * 1_000_000,
}


def _much(row: dict[str, Any], name: str) -> Attack:
    return lambda settings: (settings.content / FILE).write_text(MUCH[name], "utf-8") and None


def _repeated(row: dict[str, Any], part: str) -> Attack:
    """As long as a text may be, thirty times."""
    text = (part * 4_000)[:3_900]
    items = "\n".join(f'  - "{text}{number}"' for number in range(30))
    return _edit({"semula": "fungsi:\n  - Pengelolaan surat"}, f"fungsi:\n{items}")


def _latex(row: dict[str, Any], latex: str) -> Attack:
    quoted = latex.replace("'", "''")
    new = (
        f"rumus:\n          jenis: latex\n          latex: '{quoted}'\n          teks: Jumlah cuti"
    )
    return _edit(row, new)


def _owners(row: dict[str, Any], name: str) -> Attack:
    def attack(settings: Settings) -> None:
        path = settings.extras / ("x" if name == "tautan" else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == "tautan":
            path.symlink_to("/etc/passwd")
        elif name == "../x":
            shutil.copytree(settings.content, settings.extras / "content", symlinks=True)
        else:
            path.write_text("# Judul\n\n<script>x</script> [x](javascript:y)\n", "utf-8")

    return attack


WAYS: dict[str, Callable[[dict[str, Any], str], Attack]] = {
    "isi": _edit,
    "nama_berkas": _renamed,
    "bita": _bytes,
    "khusus": _special,
    "buat": _much,
    "ulang": _repeated,
    "latex": _latex,
    "tambahan": _owners,
}


def _attacks(row: dict[str, Any]) -> Iterator[tuple[str, Attack]]:
    for way, make in WAYS.items():
        for each in row.get(way, ()):
            yield each, make(row, each)


def _outcome(settings: Settings) -> list[Problem]:
    """What is said of a project; what is accepted can be shown."""
    before = time.process_time()
    checked = publishing.check(settings)
    mistakes = [each for each in checked.problems if each.is_mistake]
    if not mistakes:
        content = public(checked.content, settings.iki)
        site, templates = registry.site_of(content, settings), environment(settings.theme)
        for entry in content.entries.values():
            if entry.key[:3] == tuple(EDITION.split("/")):
                body(templates, registry.OF_DOCUMENTS[len(entry.key)](site, entry))
    assert time.process_time() - before < MOST_SECONDS
    assert not any(each.is_fault for each in checked.problems), checked.problems
    for each in checked.problems:
        assert first_invisible(each.message) is None
        assert len(each.message) < 700
    return mistakes


def _fresh(settings: Settings, good: Path) -> None:
    """The project as it was."""
    shutil.rmtree(settings.content)
    shutil.rmtree(settings.extras, ignore_errors=True)
    shutil.copytree(good, settings.content)


def _told(mistakes: list[Problem], count: int = 3) -> list[str]:
    """The first messages, with their places."""
    first = mistakes[:count]
    lines = [f"{visible(e.path)}:{e.line}:{e.column}: {e.message}" for e in first]
    rest = [f"dan {len(mistakes) - count} lagi"] if len(mistakes) > count else []
    return [*lines, *rest] or ["tampil"]


RESULTS = FOLDER / "hasil.txt"


def _recorded() -> dict[str, str]:
    """The results by their rows."""
    parts = re.split(r"^== (.+) ==\n", RESULTS.read_text("utf-8"), flags=re.M)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_there_are_enough() -> None:
    """Over all kinds but those that have tests of their own."""
    assert sum(len([*_attacks(row)]) for row in ROWS) > 300
    assert {row["jenis"] for row in ROWS} == {*range(1, 28)} - {23, 24, 27}


@pytest.mark.long
@pytest.mark.no_cover
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['jenis']}-{row['nama']}")
def test_attack(
    row: dict[str, Any], settings: Settings, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Each ends as it is recorded."""
    good = tmp_path / "semula"
    shutil.copytree(settings.content, good)
    lines = []
    for name, attack in _attacks(row):
        _fresh(settings, good)
        attack(settings)
        lines.append(f"{name!a}\n")
        lines += [f"    {each}\n" for each in _told(_outcome(settings))]
    title, text = f"{row['jenis']}: {row['nama']}", "".join(lines) + "\n"
    if request.config.getoption("--perbarui"):
        recorded = (_recorded() if RESULTS.exists() else {}) | {title: text}
        order = [f"{each['jenis']}: {each['nama']}" for each in ROWS]
        whole = "".join(f"== {each} ==\n{recorded[each]}" for each in order if each in recorded)
        RESULTS.write_text(whole, "utf-8")
    assert _recorded()[title] == text
