"""Which edition is the newest, and where the address without an edition leads."""

import pytest
from conftest import dokumen, jabatan, put

from generator.build import publishing
from generator.pages import rendering as pages
from generator.settings import Settings

KEY = ("kab-contoh", "dinas-contoh")


EMPTY = "belum ada jabatan dalam edisi ini: halamannya mengatakan lampiran belum dimuat."


def _leads(settings: Settings) -> dict[str, str]:
    """Where the address without an edition of each position leads."""
    checked = publishing.check(settings)
    assert {each.message for each in checked.problems} <= {EMPTY}
    found = {}
    for page in pages.render(checked.content, settings):
        if page.address.endswith(".html"):
            slug = page.address.split("/")[-2]
            found[slug] = page.text.partition('<link rel="canonical" href="')[2].partition('"')[0]
    return found


@pytest.mark.parametrize(
    ("editions", "order"),
    [
        ({"2023": [], "2024": []}, ["2024", "2023"]),
        # The day of the decree decides, not the name of the folder.
        (
            {
                "2023-perubahan": ["tanggal_ditetapkan: 2023-12-29"],
                "2024": ["tanggal_ditetapkan: 2023-12-20"],
            },
            ["2023-perubahan", "2024"],
        ),
        # Of one day, by the number and not by its first digit.
        (
            {f"2024-perubahan-{n}": ["tanggal_ditetapkan: 2024-05-01"] for n in (2, 9, 10, 1)},
            ["2024-perubahan-10", "2024-perubahan-9", "2024-perubahan-2", "2024-perubahan-1"],
        ),
        # Without a date a decree follows the one before it in its year.
        (
            {"2024": ["tanggal_ditetapkan: 2024-03-01"], "2024-perubahan": [], "2025": []},
            ["2025", "2024-perubahan", "2024"],
        ),
        (
            {
                "2024": [],
                "2024-perubahan-1": ["tanggal_ditetapkan: 2024-06-01"],
                "2024-perubahan-2": [],
                "2024-perubahan-11": [],
            },
            ["2024-perubahan-11", "2024-perubahan-2", "2024-perubahan-1", "2024"],
        ),
    ],
)
def test_the_order_of_editions(
    bare: Settings, editions: dict[str, list[str]], order: list[str]
) -> None:
    """The newest first: by the day of the decree, then as people count."""
    for name, more in editions.items():
        put(bare, {f"{name}/dokumen.yml": dokumen(int(name[:4]), *more)})
    content = publishing.check(bare).content
    assert [each.slug for each in content.dokumen(KEY)] == order


def test_a_position_that_the_newest_edition_no_longer_has(bare: Settings) -> None:
    """Its address lives on, and leads to the newest edition that has it."""
    put(
        bare,
        {
            "2022/dokumen.yml": dokumen(2022, "status: diubah"),
            "2022/arsiparis.yml": jabatan("ARSIPARIS", 1),
            "2022/sekretaris.yml": jabatan("SEKRETARIS", 2),
            "2023/dokumen.yml": dokumen(2023, "status: diubah"),
            "2023/arsiparis.yml": jabatan("ARSIPARIS", 1),
            "2024/dokumen.yml": dokumen(2024),
            "2024/sekretaris.yml": jabatan("SEKRETARIS", 1),
        },
    )
    assert _leads(bare) == {"arsiparis": "../2023/arsiparis/", "sekretaris": "../2024/sekretaris/"}


@pytest.mark.parametrize(
    ("newer", "leads"),
    [("berlaku", "2024"), ("diubah", "2024"), ("dicabut", "2023"), ("draf", "2023")],
)
def test_by_status(bare: Settings, newer: str, leads: str) -> None:
    """A draft is no address's aim, and what was revoked only where there is nothing else."""
    put(
        bare,
        {
            "2023/dokumen.yml": dokumen(2023),
            "2023/sekretaris.yml": jabatan("SEKRETARIS", 1),
            "2024/dokumen.yml": dokumen(2024, f"status: {newer}"),
            "2024/sekretaris.yml": jabatan("SEKRETARIS", 1),
        },
    )
    assert _leads(bare) == {"sekretaris": f"../{leads}/sekretaris/"}
    lists = publishing.check(bare).content.lists_in_force(KEY)
    assert [edition.slug for edition, _ in lists] == [leads]


@pytest.mark.parametrize(("status", "leads"), [("draf", {}), ("dicabut", {"a": "../2024/a/"})])
def test_the_only_edition(bare: Settings, status: str, leads: dict[str, str]) -> None:
    """A draft alone has no address without its edition."""
    put(
        bare,
        {"2024/dokumen.yml": dokumen(2024, f"status: {status}"), "2024/a.yml": jabatan("A", 1)},
    )
    assert _leads(bare) == leads


@pytest.mark.long
def test_an_edition_without_positions(bare: Settings) -> None:
    """It has its page, and hides no other's positions."""
    put(
        bare,
        {
            "2023/dokumen.yml": dokumen(2023),
            "2023/sekretaris.yml": jabatan("SEKRETARIS", 1),
            "2024/dokumen.yml": dokumen(2024),
        },
    )
    assert _leads(bare) == {"sekretaris": "../2023/sekretaris/"}
    checked = publishing.check(bare)
    assert [each.message for each in checked.problems] == [EMPTY]
    files = {page.address: page.text for page in pages.render(checked.content, bare)}
    assert "belum dimuat" in files["kab-contoh/dinas-contoh/2024/index.md"]
    assert "belum dimuat" not in files["kab-contoh/dinas-contoh/2023/index.md"]


@pytest.mark.parametrize("name", ["1899", "0000", "2100-x", "20245", "2024x"])
def test_a_folder_that_is_no_edition(bare: Settings, name: str) -> None:
    """A year of our time, alone or with a word behind it."""
    put(bare, {f"{name}/dokumen.yml": dokumen(2024)})
    assert [each.message for each in publishing.check(bare).problems] == [
        'nama folder edisi diawali tahun: "2021" atau "2022-perubahan-1".'
    ]
