"""A hundredth of `make fuzz`, and the inputs that once failed."""

from pathlib import Path

import fuzz
import pytest


@pytest.mark.long
@pytest.mark.no_cover
def test_a_thousand_inputs(capsys: pytest.CaptureFixture[str]) -> None:
    """Each is refused with its reason, or accepted and not changed."""
    assert fuzz.main(1000) == 0, capsys.readouterr().out


@pytest.mark.parametrize("number", [1270, 1484, 2189, 3379])
def test_what_once_failed(number: int, tmp_path: Path) -> None:
    """A text of blanks alone, and a wrong name in a file that has but one."""
    fuzz.run(number, tmp_path / "berkas.yml")
