"""Builds and previews at the same time, and on a disk that is full: as an officer starts them."""

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

pytestmark = pytest.mark.site

ROOT = Path(__file__).parent.parent
PARTS = ["build", "content", "site", "site_config.yml", "theme"]
"""What there is beside a site, after each build."""


@pytest.fixture
def iki(example: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts `iki` in the example. Tests in the background are deaf to Ctrl+C, and what they start
    would be too."""
    started = []
    hearing = signal.signal(signal.SIGINT, signal.default_int_handler)

    def start(*arguments: str, **named: object) -> subprocess.Popen[str]:
        process: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, "-m", "generator", *arguments],
            cwd=example,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            **named,  # type: ignore[call-overload]
        )
        started.append(process)
        return process

    yield start
    signal.signal(signal.SIGINT, hearing)
    for process in started:
        with process:
            process.kill()


BUILT = ("docs", "docs-html", "docs-html.json")
"""What a build leaves for the next one."""

Start = Callable[..., subprocess.Popen[str]]


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _rounds() -> int:
    """More of them in `make long`."""
    return 25 if hypothesis.settings().max_examples >= 2000 else 3


@pytest.mark.hypothesis
def test_two_builds_at_once(example: Path, iki: Start) -> None:
    """Each gives the whole site, however close they follow each other."""
    assert iki("build").wait() == 0
    good = _contents(example / "site")
    for pause in (0.25 * number for number in range(_rounds())):
        first = iki("build")
        time.sleep(pause)
        second = iki("build")
        for process in (first, second):
            said, _ = process.communicate()
            assert (process.returncode, said.splitlines()[-1]) == (0, "Selesai: site/")
        assert _contents(example / "site") == good
    assert sorted(os.listdir(example)) == PARTS
    assert sorted(os.listdir(example / "build")) == [*BUILT, "server"]


@pytest.mark.hypothesis
def test_killed_at_any_moment(example: Path, iki: Start) -> None:
    """What is at the site's place is a whole site, old or new, and the next build leaves nothing of
    the one that was killed."""
    pemda = example / "content/kab-contoh/pemda.yml"
    text = pemda.read_text("utf-8")
    begun = time.monotonic()
    assert iki("build").wait() == 0
    whole = time.monotonic() - begun
    wholes = [_contents(example / "site")]
    rounds = _rounds() - 1
    for number in range(rounds):
        pemda.write_text(text.replace("Contoh", f"Nomor {number}"), "utf-8")
        process = iki("build")
        time.sleep(whole * (number + 1) / (rounds + 0.5))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        kept = _contents(example / "site")
        assert iki("build").wait() == 0
        wholes.append(_contents(example / "site"))
        assert kept in wholes[-2:]
        assert sorted(os.listdir(example)) == PARTS


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


def test_a_limit_on_files(example: Path, iki: Start) -> None:
    """One sentence, and the old site untouched."""
    assert iki("build").wait() == 0
    good = _contents(example / "site")
    process = iki("build", preexec_fn=_limited)
    said, _ = process.communicate()
    assert process.returncode == 2
    assert said.startswith("galat: ")
    assert said.endswith(
        " tidak dapat ditulis karena ukuran berkas dibatasi; longgarkan batas itu (`ulimit -f`),"
        " lalu ulangi.\n"
    )
    assert "Traceback" not in said
    assert "Errno" not in said
    assert _contents(example / "site") == good
    assert sorted(os.listdir(example)) == PARTS


def test_a_full_and_a_locked_disk(example: Path, iki: Start) -> None:
    """The same on a small disk of its own, and on one that may only be read."""
    mount = shutil.which("mount")
    disk = example / "disk"
    disk.mkdir()
    command = [str(mount), "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    if not mount or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not permitted here")
    try:
        (disk / "iki").mkdir()
        (disk / "iki" / "index.html").write_text("lama", "utf-8")
        (example / "site").symlink_to(disk / "iki")
        for reason in ("disk penuh; kosongkan ruang disk", "disknya hanya boleh dibaca"):
            process = iki("build")
            said, _ = process.communicate()
            assert process.returncode == 2, said
            assert f"tidak dapat ditulis karena {reason}" in said.splitlines()[-1]
            assert _contents(disk) == {"iki/index.html": b"lama"}
            subprocess.run([mount, "-o", "remount,ro", str(disk)], check=True)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _get(address: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.url, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, address, error.read().decode()


def test_a_preview_below_a_path(example: Path, iki: Start) -> None:
    """Where the site will lie: its pages and its page for what is missing work there; a build
    beside it and a change of the content harm neither."""
    config = example / "site_config.yml"
    text = config.read_text("utf-8")
    assert "https://iki-terbuka.example/" in text
    config.write_text(text.replace("https://iki-terbuka.example/", "https://x.go.id/iki"), "utf-8")
    port = _free_port()
    base = f"http://127.0.0.1:{port}"
    preview = iki("serve", "--port", str(port))
    assert preview.stdout
    line = next(line for line in preview.stdout if line.startswith("Pratinjau"))
    assert line == f"Pratinjau ada di {base}/iki/ (Ctrl-C untuk berhenti).\n"
    for address in ("/", "/iki", "/iki/"):
        status, url, page = _get(base + address)
        assert (status, url) == (200, f"{base}/iki/")
        assert "Kabupaten Contoh" in page
    assert _get(f"{base}/iki/kab-contoh")[1] == f"{base}/iki/kab-contoh/"
    status, _, page = _get(f"{base}/iki/tidak/ada/")
    assert (status, 'href="/iki/cari/"' in page) == (404, True)
    second = iki("serve", "--port", str(port))
    assert f"port {port} sedang dipakai" in second.communicate()[0]
    assert second.returncode == 2
    pemda = example / "content" / "kab-contoh" / "pemda.yml"
    pemda.write_text(pemda.read_text("utf-8").replace("Contoh", "Baru"), "utf-8")
    assert iki("build").wait() == 0
    assert "Kabupaten Baru" in (example / "site" / "index.html").read_text("utf-8")
    deadline = time.monotonic() + 30
    while "Kabupaten Baru" not in _get(f"{base}/iki/")[2] and time.monotonic() < deadline:
        time.sleep(0.1)
    assert "Kabupaten Baru" in _get(f"{base}/iki/")[2]
    os.killpg(preview.pid, signal.SIGINT)
    rest, _ = preview.communicate(timeout=10)
    assert (preview.returncode, "Traceback" in rest) == (0, False)
    assert sorted(os.listdir(example / "build")) == [*BUILT, "pratinjau", "server"]
