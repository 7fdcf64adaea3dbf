"""Problems, as a person and as GitHub read them."""

import json

from generator.problems import Problem, Severity
from generator.report import FORMATS

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
