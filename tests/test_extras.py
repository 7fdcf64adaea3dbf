"""The owner's own files: copied as they are, one address for one file."""

import os

import pytest

from generator import site
from generator.build import publishing
from generator.content import extras
from generator.settings import Settings
from generator.site.engine import NotBuiltError

TAKEN = "alamat ini sudah dipakai situs. Ganti nama berkas ini."
GOOD = ("CNAME", ".nojekyll", ".well-known/security.txt", "robots.txt", "kab-contoh/peta.pdf")


def _put(settings: Settings, *paths: str) -> None:
    for path in paths:
        (settings.extras / path).parent.mkdir(parents=True, exist_ok=True)
        (settings.extras / path).write_text(path, "utf-8")


def _found(settings: Settings) -> list[str]:
    return [f"{each.path}: {each.message}" for each in publishing.check(settings).problems]


@pytest.mark.long
def test_no_folder_and_good_files(settings: Settings) -> None:
    """Names with a dot at the front too, and files beside pages of ours."""
    assert _found(settings) == []
    _put(settings, *GOOD)
    assert _found(settings) == []


@pytest.mark.long
@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "INDEX.HTML",
        "index.html/x.txt",
        "kab-contoh",
        "Kab-Contoh/index.html",
        "kab-contoh/dinas-contoh/2024/index.html",
        "kab-contoh/dinas-contoh/2024/sekretaris/index.html",
        "kab-contoh/dinas-contoh/sekretaris/index.html",
    ],
)
def test_an_address_of_a_document(settings: Settings, path: str) -> None:
    """It is taken, in capitals too: some disks and hosts know no difference."""
    _put(settings, path)
    shown = f"{path.split('/index.html/', maxsplit=1)[0]}/x.txt" if path.endswith("x.txt") else path
    assert [each.split(": ")[1] for each in _found(settings)] == [TAKEN], shown


@pytest.mark.long
def test_links_and_special_files(settings: Settings) -> None:
    """They are refused, and the rest is still looked at."""
    _put(settings, "biasa.txt")
    (settings.extras / "berkas").symlink_to("/etc/passwd")
    (settings.extras / "folder").symlink_to(settings.root)
    (settings.extras / "putus").symlink_to("tidak-ada")
    os.mkfifo(settings.extras / "pipa")
    link = "tautan (symlink) tidak dipakai di sini. Salin berkasnya."
    assert _found(settings) == [
        f"situs_tambahan/berkas: {link}",
        f"situs_tambahan/folder: {link}",
        "situs_tambahan/pipa: hanya berkas biasa yang dapat disalin. Pindahkan dari sini.",
        f"situs_tambahan/putus: {link}",
    ]
    assert [path.as_posix() for path in extras.files(settings.extras)] == ["biasa.txt"]


@pytest.mark.parametrize("kind", ["link", "file"])
def test_the_folder_is_a_folder(settings: Settings, kind: str) -> None:
    """Not a link to one, and not a file."""
    if kind == "link":
        settings.extras.symlink_to(settings.content)
    else:
        settings.extras.write_text("", "utf-8")
    assert _found(settings) == [
        "situs_tambahan: ini harus folder biasa. Ganti dengan folder yang sebenarnya."
    ]


def _publish(settings: Settings) -> list[str]:
    with site.alone(settings, settings.site, lambda words: None):
        return publishing.publish(publishing.check(settings), settings, lambda words: None)


@pytest.mark.site
def test_they_are_published(settings: Settings) -> None:
    """As they are: the links of their pages are the owner's own."""
    _put(settings, *GOOD)
    (settings.extras / "lama.html").write_text('<a href="/iki/putus/">x</a>', "utf-8")
    assert _publish(settings) == []
    for path in GOOD:
        assert (settings.site / path).read_text("utf-8") == path
    (settings.extras / "CNAME").unlink()
    assert _publish(settings) == []
    assert not (settings.site / "CNAME").exists()


@pytest.mark.site
def test_an_address_of_the_engine(settings: Settings) -> None:
    """It is found by the check, as it would be by the build: all at once, nothing is published."""
    taken = (
        "404.html",
        "assets/images/favicon.png",
        "assets/situs.css",
        "cari/indeks/kata.json",
        "cari/index.html",
        "cari/kosakata.json",
        "indeks/jabatan/index.html",
        "manifes.json",
        "sitemap.xml",
    )
    _put(settings, *taken, "CNAME")
    assert [each.split(": ")[0] for each in _found(settings)] == [
        f"situs_tambahan/{path}" for path in taken
    ]
    with pytest.raises(NotBuiltError) as refused:
        _publish(settings)
    assert [(each.path, each.message) for each in refused.value.problems] == [
        (f"situs_tambahan/{path}", TAKEN) for path in taken
    ]
    assert sorted(os.listdir(settings.root / "build")) == ["docs", "docs-html", "docs-html.json"]
    assert not settings.site.exists()
