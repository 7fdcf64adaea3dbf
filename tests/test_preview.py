"""What the preview watches, and that each build has a process of its own."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import generator
from generator import site
from generator.build import preview
from generator.build.edited import Edited
from generator.settings import Settings


def test_what_is_watched(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Content, theme, configuration, the generator itself, and the owner's files if there are."""
    served: list[tuple[Any, ...]] = []
    monkeypatch.setattr(site, "serve", lambda *arguments: served.append(arguments))
    listener = preview.Listener(print, print)

    preview.serve(settings, "127.0.0.1", 8123, listener)
    settings.extras.mkdir()
    preview.serve(settings, "127.0.0.1", 8123, listener)

    own = Path(generator.__file__).parent
    watched = [settings.content, settings.theme, settings.config, own]
    assert [each[2] for each in served] == [watched, [*watched, settings.extras]]
    for each in served:
        assert (each[1], *each[3:]) == (settings, "127.0.0.1", 8123, listener.say)
    assert all(callable(each[0]) for each in served)


def test_mistakes_keep_the_last_good_preview(settings: Settings) -> None:
    """They are told, and nothing is built; drafts are checked like all else."""
    file = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
    file.write_text(file.read_text("utf-8").replace("urutan: 1", "urutan: satu"), "utf-8")
    said: list[str] = []
    told: list[Any] = []

    preview.preview(settings.config, frozenset(), preview.Listener(said.append, told.extend))

    assert [each.line for each in told] == [2]
    assert said[0] == "Menyusun pratinjau …"
    assert said[1].startswith("Pratinjau tetap yang terakhir")
    assert not settings.preview.exists()


@pytest.mark.site
def test_what_is_edited_is_shown_first(settings: Settings) -> None:
    """The page is what the whole preview makes of it; what adds, moves or breaks a file takes the
    whole, and mending it does not."""
    said: list[str] = []
    shown = replace(settings, drafts=True, papers=False)
    preview.preview(settings.config, frozenset(), preview.Listener(said.append, said.extend))
    edited = Edited(shown)
    assert not edited.show()
    edited.remember()
    assert not edited.show()

    file = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
    page = settings.preview / "kab-contoh/dinas-contoh/2024/sekretaris/index.html"
    text = file.read_text("utf-8")
    file.write_text(text.replace("tugas:\n", "tugas:\n  - Merapikan ruang.\n", 1), "utf-8")
    allowed = replace(shown, allowed=frozenset({"kait.py"}))
    assert not Edited(allowed, edited.content, edited.stamps).show()
    assert edited.show()
    first = page.read_bytes()
    assert b"Merapikan ruang." in first
    assert not edited.show()
    preview.preview(settings.config, frozenset(), preview.Listener(said.append, said.extend))
    assert page.read_bytes() == first

    file.write_text(text.replace("urutan: 1", "urutan: satu"), "utf-8")
    assert not edited.show()
    edited.remember()
    file.write_text(text, "utf-8")
    assert edited.show()
    file.rename(file.with_name("lain.yml"))
    assert not edited.show()


@pytest.mark.site
def test_it_is_said_when_a_preview_is_made(settings: Settings) -> None:
    """At its beginning, and when it can be looked at."""
    said: list[str] = []
    listener = preview.Listener(said.append, said.extend)
    preview.preview(settings.config, frozenset(), listener)
    assert said == ["Menyusun pratinjau …", "Selesai: pratinjau sudah yang terbaru."]
    assert (settings.preview / "index.html").exists()


@pytest.mark.site
def test_a_preview_has_neither_papers_nor_workbooks(settings: Settings) -> None:
    """They take long; links to them, and an owner's own, are no fault."""
    settings.extras.mkdir()
    text = "# Unduhan\n\n[a](data/iki.xlsx) [b](kab-contoh/dinas-contoh/2024/salinan.pdf)\n"
    (settings.extras / "unduhan.md").write_text(text, "utf-8")
    said: list[str] = []
    preview.preview(settings.config, frozenset(), preview.Listener(said.append, said.extend))
    assert said == ["Menyusun pratinjau …", "Selesai: pratinjau sudah yang terbaru."]
    made = {path.suffix for path in settings.preview.rglob("*")}
    assert {".json", ".csv"} <= made
    assert made.isdisjoint({".xlsx", ".pdf"})
    page = (settings.preview / "data/index.html").read_text("utf-8")
    assert "iki.csv" not in page
    assert "indikator.csv" in page
    assert 'href="iki.xlsx"' not in page
