"""What changes what, among editions."""

import pytest

from generator.build import publishing
from generator.rules.structure.circles import circles
from generator.settings import Settings
from generator.source.problem import Problem, Severity

INSTANSI = "kab-contoh/dinas-contoh"


@pytest.mark.parametrize(
    ("leads_to", "found"),
    [
        ("", ""),
        ("ab bc", ""),
        ("aa", ""),
        ("ab ba", "ab"),
        ("ba ab", "ab"),
        ("ab bc cb", "bc"),
        ("db bc ca ab ef fe", "abc ef"),
        ("cb ba", ""),
    ],
)
def test_circles(leads_to: str, found: str) -> None:
    """Each once from its first name, and what only leads into one is not in it."""
    steps = {each[0]: each[1] for each in leads_to.split()}
    assert ["".join(each) for each in circles(steps)] == found.split()


def test_a_long_row_is_gone_through_once() -> None:
    """As many questions as there are steps."""
    asked = 0

    class Counting(dict[str, str]):
        def __contains__(self, key: object) -> bool:
            nonlocal asked
            asked += 1
            return super().__contains__(key)

    assert list(circles(Counting({str(n): str(n + 1) for n in range(10_000)}))) == []
    assert asked < 50_000


def _change(settings: Settings, edition: str, text: str) -> None:
    file = settings.content / INSTANSI / edition / "dokumen.yml"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.long
def test_changes_that_circle(settings: Settings) -> None:
    """Only an earlier edition can be changed, so there is no circle."""
    _change(settings, "2023", "perubahan:\n  jenis: perubahan\n  atas: 2024\n")

    message = (
        'edisi "2024" yang diubah lebih baru daripada edisi ini. '
        "Periksa tahun dan tanggal_ditetapkan keduanya."
    )
    path = f"content/{INSTANSI}/2023/dokumen.yml"
    assert publishing.check(settings).problems == [
        Problem(path, 10, 9, Severity.GALAT, "rujukan", message)
    ]


@pytest.mark.long
def test_a_period_of_one_year(settings: Settings) -> None:
    """A period may begin and end in the same year."""
    file = settings.content / INSTANSI / "2024" / "dokumen.yml"
    text = file.read_text(encoding="utf-8")
    period = "periode:\n  mulai: 2024\n  akhir: 2024\n"
    file.write_text(text.replace("tahun: 2024\n", period), encoding="utf-8")

    assert publishing.check(settings).problems == []
