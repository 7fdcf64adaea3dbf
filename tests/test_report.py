"""Problems, as a person and as GitHub read them."""

import json
from pathlib import Path

from generator.commands.report import FORMATS, within_repository
from generator.source.problem import Problem, Severity

MISTAKE = Problem("content/a,b.yml", 3, 7, Severity.GALAT, "isi", "100% salah:\nbaris dua, ya")
WARNING = Problem("content/c.yml", 0, 0, Severity.INGAT, "isi", "hati-hati")


def test_text() -> None:
    """File, line, column, severity, message; a whole file has no line."""
    assert FORMATS["teks"]([WARNING]) == "content/c.yml: ingat: hati-hati\n"
    assert FORMATS["teks"]([MISTAKE]) == ("content/a,b.yml:3:7: galat: 100% salah: baris dua, ya\n")


def test_github() -> None:
    """Escaped as GitHub asks, then the plain list for the log."""
    annotations = FORMATS["github"]([MISTAKE, WARNING]).splitlines()[:2]
    assert annotations == [
        "::error file=content/a%2Cb.yml,line=3,col=7::100%25 salah:%0Abaris dua, ya",
        "::warning file=content/c.yml::hati-hati",
    ]
    assert "content/c.yml: ingat: hati-hati\n" in FORMATS["github"]([MISTAKE, WARNING])


def test_json() -> None:
    """For programs."""
    assert json.loads(FORMATS["json"]([WARNING])) == [
        {
            "path": "content/c.yml",
            "line": 0,
            "column": 0,
            "severity": "ingat",
            "code": "isi",
            "message": "hati-hati",
        }
    ]


def test_a_name_cannot_give_orders_to_the_log() -> None:
    """A line break or a terminal code in the name of a file is shown as a code."""
    name = "content/x\n::error::palsu\x1b[31m\u202e\udc80.yml"
    problem = Problem(name, 0, 0, Severity.GALAT, "letak", "ganti \x1b[2J namanya")
    shown = "content/x\\u000a::error::palsu\\u001b[31m\\u202e\\udc80.yml: galat: "
    assert FORMATS["teks"]([problem]) == f"{shown}ganti \\u001b[2J namanya\n"
    annotation, *log = FORMATS["github"]([problem]).splitlines()
    assert annotation.startswith("::error file=content/x%0A%3A%3Aerror")
    assert log == [f"{shown}ganti \\u001b[2J namanya"]


def _many(path: str, mistakes: int, warnings: int) -> list[Problem]:
    return [
        *(
            Problem(path, 2 * n, 1, Severity.INGAT, "isi", "hati-hati")
            for n in range(1, warnings + 1)
        ),
        *(
            Problem(path, 2 * n + 1, 1, Severity.GALAT, "isi", "salah")
            for n in range(1, mistakes + 1)
        ),
    ]


def test_a_file_with_very_many_problems() -> None:
    """Fifty are told, mistakes first, and how many there are besides; each file has its own."""
    problems = sorted([*_many("a.yml", 48, 10), *_many("b.yml", 60, 0), *_many("c.yml", 1, 49)])
    lines = FORMATS["teks"](problems).splitlines()
    assert [sum(line.startswith(name) for line in lines) for name in "abc"] == [51, 51, 50]
    assert sum("a.yml" in line and "salah" in line for line in lines) == 48
    assert (
        "a.yml: ingat: 8 peringatan lagi di berkas ini; terlihat sesudah yang di atas diperbaiki."
    ) in lines
    assert (
        "b.yml: galat: 10 kesalahan lagi di berkas ini; terlihat sesudah yang di atas diperbaiki."
    ) in lines
    assert len(json.loads(FORMATS["json"](problems))) == len(problems)
    assert FORMATS["github"](problems).count("::error ") == 48 + 51 + 1


def test_both_kinds_are_counted() -> None:
    """Whatever is left out is named."""
    lines = FORMATS["teks"](sorted(_many("a.yml", 52, 3))).splitlines()
    assert lines[-1].startswith("a.yml: galat: 2 kesalahan dan 3 peringatan lagi")


def test_annotations_are_relative_to_the_repository(tmp_path: Path) -> None:
    """A project may lie in a folder of its repository."""
    (tmp_path / ".git").mkdir()
    project = tmp_path / "situs" / "iki"
    project.mkdir(parents=True)
    (moved,) = within_repository([WARNING], project)
    assert moved.path == "situs/iki/content/c.yml"
    assert within_repository([WARNING], tmp_path) == [WARNING]
