"""The words of a text: kata.json holds the vocabulary and the search page to one table."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator import content
from generator.settings import Settings
from generator.views.kosakata import kosakata
from generator.words import joined, words

TABLE = Path(__file__).parent / "kata.json"
CASES = json.loads(TABLE.read_text(encoding="utf-8"))
SCRIPT = Path(__file__).parent.parent / "theme" / "overrides" / "assets" / "pencari.js"
RUN = """
import { readFileSync } from "node:fs";
const { kataDari } = await import("data:text/javascript," +
  encodeURIComponent(readFileSync(process.argv[1], "utf8")));
const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(cases.map(({ teks }) => kataDari(teks))));
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["teks"])
def test_words(case: dict) -> None:
    """Apart, and what has hyphens also as one."""
    assert words(case["teks"]) == case["kata"]
    assert joined(case["teks"]) == case["rangkai"]


def test_the_vocabulary(settings: Settings) -> None:
    """A word stands once a page, a row of words as one beside the words that may be guessed."""
    file = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
    new = "  - Senam Jum'at dan pengajian Al-Qur’an, jumat juga, sub-bagian"
    text = file.read_text(encoding="utf-8").replace("  - Pengelolaan surat", new)
    file.write_text(text, encoding="utf-8")

    found = kosakata(content.load(settings.content, "content").content)

    assert {word: found.kata[word] for word in ("jumat", "quran", "bagian")} == {
        "jumat": 1,
        "quran": 1,
        "bagian": 1,
    }
    assert found.serangkai == ["alquran", "ktpel", "subbagian"]


@pytest.fixture
def node() -> str:
    """Where Node lies; a run without it says so, and under CI fails."""
    if found := shutil.which("node"):
        return found
    if os.environ.get("CI"):
        pytest.fail("Node is missing, and under CI no test of a script may be skipped")
    pytest.skip("Node is not installed")


def test_the_search_page_has_the_same_words(node: str) -> None:
    """A word that only one of both knows would never be found."""
    command = [node, "--input-type=module", "--eval", RUN, str(SCRIPT), str(TABLE)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    assert json.loads(found.stdout) == [case["kata"] for case in CASES]
