"""Where a reader proposes a correction: the editor of the service that holds the repository."""

import pytest

from generator.content import loading
from generator.pages.rendering import render
from generator.settings import Settings, load

FILE = "content/kab-contoh/dinas-contoh/2024/sekretaris.yml"
PAGE = "kab-contoh/dinas-contoh/2024/sekretaris/index.md"
OWN = "https://kode.kotaanda.go.id/kominfo/iki"


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        ("sumber: https://github.com/x/y", f"https://github.com/x/y/edit/main/{FILE}"),
        ("sumber: https://github.com/x/y.git", f"https://github.com/x/y/edit/main/{FILE}"),
        ("sumber: https://gitlab.com/a/b/c/", f"https://gitlab.com/a/b/c/-/edit/main/{FILE}"),
        ("sumber: https://codeberg.org/x/y", f"https://codeberg.org/x/y/_edit/main/{FILE}"),
        (
            "sumber: https://gitea.kotaanda.go.id:3000/x/y\n    cabang: rilis/2024",
            f"https://gitea.kotaanda.go.id:3000/x/y/_edit/rilis/2024/{FILE}",
        ),
        (f"sumber: {OWN}\n    layanan: gitlab", f"{OWN}/-/edit/main/{FILE}"),
        (f"sumber: {OWN}\n    layanan: gitea\n    cabang: 'a#b'", f"{OWN}/_edit/a%23b/{FILE}"),
        ("layanan: github", None),
    ],
)
def test_the_link_of_a_position(lines: str, address: str | None, settings: Settings) -> None:
    """It leads to the file of the position on the branch that is published."""
    config = settings.config.read_text("utf-8")
    settings.config.write_text(
        config.replace("    semboyan:", f"    {lines}\n    semboyan:"), "utf-8"
    )
    loaded, problems = load(settings.config)
    assert loaded, problems
    found = loading.load(settings.content, "content").content
    (page,) = (each for each in render(found, loaded) if each.address == PAGE)
    assert ("Usulkan perbaikan" in page.text) == bool(address)
    assert address is None or f'href="{address}"' in page.text
