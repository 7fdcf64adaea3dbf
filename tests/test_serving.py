"""The preview: for whoever calls it by its name, with the policy of the pages, and it follows what
was away."""

import base64
import hashlib
import http.client
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_together import _free_port

from generator.settings import Settings
from generator.site import serving

PAGE = (
    "<!doctype html><html lang=id><head><meta charset=utf-8>"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self';"
    " connect-src 'self'\"><title>x</title></head><body><p>isi</p></body></html>"
)


class _Running:
    """A preview of a folder that holds one page, and how often it was built."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self.builds = 0
        self.port = _free_port()
        self.server: list[serving._Preview] = []
        self.said = threading.Event()
        settings.preview.mkdir(parents=True)
        (settings.preview / "index.html").write_text(PAGE, "utf-8")

    def build(self) -> bool:
        self.builds += 1
        return False

    def run(self) -> None:
        watched = [self.settings.content, self.settings.config]
        serving.serve(
            self.build, self.settings, watched, "127.0.0.1", self.port, lambda _: self.said.set()
        )

    def get(self, host: str, path: str = "/") -> tuple[int, str]:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        asked.request("GET", path, headers={"Host": host})
        answer = asked.getresponse()
        found = answer.status, answer.read().decode()
        asked.close()
        return found


@pytest.fixture
def preview(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Running]:
    running = _Running(settings)
    made = serving._Preview.__init__

    def remember(self: serving._Preview, *arguments: object) -> None:
        made(self, *arguments)  # type: ignore[arg-type]
        running.server.append(self)

    monkeypatch.setattr(serving._Preview, "__init__", remember)
    monkeypatch.setattr(serving, "_PAUSE", 0.05)
    thread = threading.Thread(target=running.run)
    thread.start()
    assert running.said.wait(10)
    yield running
    running.server[0].shutdown(wait=True)
    thread.join()


def _until(what: int, preview: _Running) -> None:
    deadline = time.monotonic() + 15
    while preview.builds < what and time.monotonic() < deadline:
        time.sleep(0.02)
    assert preview.builds >= what


@pytest.mark.long
def test_only_its_own_name(preview: _Running) -> None:
    """A page of somebody else whose name was made to lead here reads nothing: neither a page, nor
    whether something changed."""
    for name in ("127.0.0.1", "localhost"):
        status, page = preview.get(f"{name}:{preview.port}")
        assert (status, "<p>isi</p>" in page) == (200, True)
    for other in (
        "jahat.example",
        f"jahat.example:{preview.port}",
        f"127.0.0.1:{preview.port}.jahat.example",
        "127.0.0.1",
        "",
    ):
        for path in ("/", "/livereload/0/1"):
            assert preview.get(other, path) == (
                421,
                f"Pratinjau hanya menjawab di http://127.0.0.1:{preview.port}/.",
            )


@pytest.mark.long
def test_the_policy_stays(preview: _Running) -> None:
    """It lets just the script run that reloads the page."""
    _, page = preview.get(f"127.0.0.1:{preview.port}")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in page


@pytest.mark.long
def test_what_was_moved_away_and_back(preview: _Running, tmp_path: Path) -> None:
    """It is built without the content and when that is there again, and on changes after that."""
    content = preview.settings.content
    (content / "putar").symlink_to(content)
    (content / "hilang").symlink_to(tmp_path / "tidak-ada")
    away = tmp_path / "sementara"
    shutil.move(content, away)
    _until(2, preview)
    before = preview.builds
    shutil.move(away, content)
    _until(before + 1, preview)
    before = preview.builds
    (content / "istilah.yml").write_text("[]\n", "utf-8")
    _until(before + 1, preview)


@pytest.mark.browser
def test_it_reloads_itself(preview: _Running, browser: Browser) -> None:
    """Under that policy, in a real browser."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{preview.port}/")
    (preview.settings.preview / "index.html").write_text(PAGE.replace("isi", "baru"), "utf-8")
    (preview.settings.content / "istilah.yml").write_text("[]\n", "utf-8")
    page.get_by_text("baru").wait_for(timeout=15_000)
    assert [each for each in said if "Content Security Policy" in each] == []
    page.close()


def test_a_page_without_the_script() -> None:
    """It stays as it is."""
    assert serving.with_leave(PAGE.encode()) == PAGE.encode()
