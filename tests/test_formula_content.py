"""Every distinct formula of the published decrees, in every form: golden, for people to read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.content import loading
from generator.formula.kinds.kind import Kind
from generator.settings import Settings

pytestmark = pytest.mark.long

GOLDEN = Path(__file__).parent / "rumus.jsonl"


def _formulas(settings: Settings) -> Iterator[Kind]:
    for entry in loading.load(settings.content, "content").content.all_jabatan():
        for sasaran in entry.document.sasaran:
            for each in sasaran.indikator:
                yield each.rumus


def _forms(rumus: Kind) -> dict[str, object]:
    forms = {
        "jenis": rumus.jenis,
        "teks": rumus.line(),
        "kalimat": rumus.sentence(),
        "gambar": rumus.drawing(),
        "latex": rumus.tex(),
        "mathml": rumus.mathml(),
        "mathjson": rumus.mathjson(),
    }
    return {name: form for name, form in forms.items() if form is not None}


def test_every_form_of_every_formula(
    real_settings: Settings, request: pytest.FixtureRequest
) -> None:
    """`--perbarui` writes the file anew; a reviewer reads the sentences."""
    lines = {json.dumps(_forms(each), ensure_ascii=False) for each in _formulas(real_settings)}
    text = "".join(f"{line}\n" for line in sorted(lines))
    if request.config.getoption("--perbarui"):
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_a_sentence_is_a_sentence(real_settings: Settings) -> None:
    """Spoken Indonesian: no sign that a voice stumbles over, a capital, a full stop."""
    for rumus in _formulas(real_settings):
        said = rumus.sentence()
        assert said.endswith("."), said
        assert said[0] == said[0].upper(), said
        assert not set("Σ×∑%") & set(said.replace("minimal 80%", "")), said


def test_at_least_ten_worked_examples(real_settings: Settings) -> None:
    """Real formulas show what they give; every check works them out again."""
    worked = [each for each in _formulas(real_settings) if each.contoh]
    assert len(worked) >= 10
    assert any(each.jenis == "ungkapan" for each in worked)


def test_no_formula_is_invented(real_settings: Settings) -> None:
    """The five pictures that nobody can read are said to be lost."""
    lost = [
        each
        for each in _formulas(real_settings)
        if each.jenis == "hilang" and "gambar" in each.line()
    ]
    assert len(lost) == 5
