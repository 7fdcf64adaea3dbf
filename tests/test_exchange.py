"""All or nothing: the exchange of old and new, whatever happens in its midst."""

import errno
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.site import entries, exchange, foreign, lock, machine, manifest

OLD = {"index.html": "lama", "lama/index.html": "lama", "aset/gaya.css": "lama"}
NEW = {"index.html": "baru", "baru/index.html": "baru", "aset/gaya.css": "baru"}
ONE_BY_ONE = (
    "ingat: site/ tidak dapat diganti sekaligus (titik kait), jadi isinya diganti satu per satu;"
    " sesaat isi lama dan baru bercampur."
)


def _fill(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def _content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def _publish(target: Path, said: list[str] | None = None) -> None:
    with exchange.workplace(target) as fresh:
        exchange.put(_fill(fresh, NEW), target, [].append if said is None else said.append)


@pytest.fixture(params=[True, False], ids=["one step", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the exchange of the system, and without."""
    if not request.param:
        monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)


class _KilledError(BaseException):
    """What nobody catches: the process is no more."""


def _kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> Callable[[], bool]:
    """Let the process die at its n-th change of a name; a dead one cleans nothing up."""
    done = 0

    def dying(change: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            nonlocal done
            done += change is not shutil_remove
            if done > step:
                raise _KilledError
            return change(*arguments, **named)

        return run

    shutil_remove = entries.remove
    for owner, name in ((Path, "rename"), (shutil, "move"), (shutil, "copy2")):
        monkeypatch.setattr(owner, name, dying(getattr(owner, name)))
    for module in (entries, exchange):
        monkeypatch.setattr(module, "remove", dying(shutil_remove))
    return lambda: done > step


@pytest.mark.usefixtures("way")
def test_the_new_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """Whole, and nothing of ours is left beside it."""
    target = _fill(tmp_path / "site", OLD)
    _publish(target)
    assert _content(target) == NEW
    assert os.listdir(tmp_path) == ["site"]


def test_the_first_time(tmp_path: Path) -> None:
    """There is nothing to exchange yet."""
    _publish(tmp_path / "site")
    assert _content(tmp_path) == {f"site/{path}": text for path, text in NEW.items()}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(tmp_path: Path, there: bool) -> None:
    """The folder that it leads to gets the new content."""
    elsewhere, target = tmp_path / "www" / "iki", tmp_path / "proyek" / "site"
    elsewhere.parent.mkdir()
    target.parent.mkdir()
    if there:
        _fill(elsewhere, OLD)
    target.symlink_to(elsewhere)
    _publish(target)
    assert target.readlink() == elsewhere
    assert _content(elsewhere) == NEW
    assert (os.listdir(elsewhere.parent), os.listdir(target.parent)) == (["iki"], ["site"])


@pytest.mark.long
def test_a_whole_site_at_every_moment(tmp_path: Path) -> None:
    """Where the system exchanges in one step, no reader ever meets an empty place."""
    one, other = _fill(tmp_path / "satu", OLD), _fill(tmp_path / "dua", NEW)
    if not exchange._exchanged(one, other):
        pytest.skip("this file system has no exchange in one step")
    missed, stop = [], threading.Event()

    def look() -> None:
        while not stop.is_set():
            if not (one / "index.html").exists():
                missed.append(time.monotonic())

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(2000):
        exchange._trade(other, one)
    stop.set()
    reader.join()
    assert missed == []


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("step", range(4))
def test_killed_in_its_midst(tmp_path: Path, step: int) -> None:
    """The next run finds a whole site, old or new, and cleans up before anything else."""
    target = _fill(tmp_path / "site", OLD)
    with pytest.MonkeyPatch.context() as patch:
        _kill_at(patch, step)
        with suppress(_KilledError):
            _publish(target)
    exchange.mend(target)
    assert _content(target) in (OLD, NEW)
    assert os.listdir(tmp_path) == ["site"]
    _publish(target)
    assert _content(target) == NEW


def test_killed_between_the_two_renames(tmp_path: Path) -> None:
    """Then there is no site; the next run puts the old one back."""
    target = _fill(tmp_path / "site", OLD)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exchange, "_exchanged", lambda *_: False)
        _kill_at(patch, 1)
        with suppress(_KilledError):
            _publish(target)
    assert not target.exists()
    exchange.mend(target)
    assert _content(target) == OLD


def test_refused_at_the_second_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site is put back at once."""
    target = _fill(tmp_path / "site", OLD)
    monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == ".site.baru":
            raise PermissionError(errno.EACCES, "denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        _publish(target)
    assert _content(target) == OLD
    assert os.listdir(tmp_path) == ["site"]


def test_an_error_or_an_interruption_leaves_nothing(tmp_path: Path) -> None:
    """The work folder is gone however the run ends, also one that may not be written."""
    target = _fill(tmp_path / "site", OLD)

    def fail(error: type[BaseException]) -> None:
        with exchange.workplace(target) as fresh:
            (_fill(fresh, NEW) / "baru").chmod(0o500)
            raise error

    for error in (KeyboardInterrupt, ValueError):
        with pytest.raises(error):
            fail(error)
    assert _content(target) == OLD
    assert os.listdir(tmp_path) == ["site"]


def test_a_left_over_that_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of another user cannot be removed: that is told, by its name."""
    (tmp_path / ".site.baru").mkdir()
    monkeypatch.setattr(exchange, "remove", lambda path: None)
    with pytest.raises(PermissionError) as caught:
        exchange.mend(tmp_path / "site")
    assert str(machine.refusal(caught.value, tmp_path)).startswith('".site.baru" tidak dapat')


def _refuse_renames(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    """A target as a mount is: it cannot be renamed."""
    rename = Path.rename

    def refuse(self: Path, to: Path) -> Path:
        if target in (self, to):
            raise OSError(errno.EBUSY, "busy", str(self), None, str(to))
        return rename(self, to)

    monkeypatch.setattr(exchange, "_exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)


def test_a_folder_that_cannot_be_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its entries are exchanged one by one, and that is said."""
    target = _fill(tmp_path / "site", {**OLD, "aset/.x": "", ".titik/x": ""})
    (target / "lost+found").mkdir()
    _refuse_renames(monkeypatch, target)
    said: list[str] = []
    _publish(target, said)
    assert _content(target) == NEW
    assert said == [ONE_BY_ONE]
    assert os.listdir(tmp_path) == ["site"]
    assert sorted(os.listdir(target)) == ["aset", "baru", "index.html", "lost+found"]


@pytest.mark.parametrize("step", range(16))
def test_killed_among_the_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The next run goes on where this one was cut off: all old, or all new."""
    target = _fill(tmp_path / "site", OLD)
    with pytest.MonkeyPatch.context() as patch:
        _refuse_renames(patch, target)
        was_killed = _kill_at(patch, step)
        with suppress(_KilledError):
            _publish(target)
    exchange.mend(target)
    assert _content(target) in ((OLD, NEW) if was_killed() else (NEW,))
    assert os.listdir(tmp_path) == ["site"]


@pytest.fixture
def mounts(tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Mounts something, where that is permitted."""
    mounted: list[Path] = []

    def mount(folder: Path, *options: str) -> None:
        command = shutil.which("mount")
        arguments = [str(command), *options, str(folder)]
        if not command or subprocess.run(arguments, check=False, capture_output=True).returncode:
            pytest.skip("mounting is not permitted here")
        mounted.append(folder)

    yield mount
    for folder in reversed(mounted):
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("kind", ["tmpfs", "bind"])
def test_a_mount(tmp_path: Path, mounts: Callable[..., None], kind: str) -> None:
    """A real one, of another file system and of the same."""
    target, inside = tmp_path / "site", tmp_path / "isi"
    target.mkdir()
    inside.mkdir()
    mounts(target, *(["-t", "tmpfs", "none"] if kind == "tmpfs" else ["--bind", str(inside)]))
    _fill(target, OLD)
    said: list[str] = []
    _publish(target, said)
    assert _content(target) == NEW
    assert said == [ONE_BY_ONE]


def test_a_mount_that_is_full(tmp_path: Path, mounts: Callable[..., None]) -> None:
    """What is there stays, and nothing is left over."""
    target = tmp_path / "site"
    target.mkdir()
    mounts(target, "-t", "tmpfs", "-o", "size=64k", "none")
    _fill(target, OLD)
    with pytest.raises(OSError, match="No space left"), exchange.workplace(target) as fresh:
        exchange.put(_fill(fresh, {**NEW, "besar": "x" * 100_000}), target, lambda words: None)
    assert _content(target) == OLD
    assert os.listdir(tmp_path) == ["site"]


def test_a_web_server_may_read_it(tmp_path: Path) -> None:
    """Also when whoever builds keeps everything to himself."""
    before = os.umask(0o077)
    try:
        with exchange.workplace(tmp_path / "site") as fresh:
            exchange.make_readable(_fill(fresh, NEW))
            exchange.put(fresh, tmp_path / "site", lambda words: None)
    finally:
        os.umask(before)
    modes = {
        path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*") if path.is_file()
    }
    folders = {path.stat().st_mode & 0o777 for path in (tmp_path / "site", tmp_path / "site/baru")}
    assert (modes, folders) == ({0o644}, {0o755})


# One at a time

WAITING = "Perintah lain sedang membangun situs ini; menunggu sampai selesai …"


@pytest.mark.long
def test_the_second_waits(tmp_path: Path) -> None:
    """It says so, and begins when the first is done; no lock file is left."""
    order: list[str] = []

    def second() -> None:
        with lock.held(tmp_path / "site", order.append):
            order.append("kedua")

    thread = threading.Thread(target=second)
    with lock.held(tmp_path / "site", order.append):
        thread.start()
        time.sleep(0.3)
        order.append("pertama")
    thread.join()
    assert order == [WAITING, "pertama", "kedua"]
    assert os.listdir(tmp_path) == []


@pytest.mark.long
def test_many_take_turns(tmp_path: Path) -> None:
    """Never two at a time, though each removes the file of its lock."""
    inside, most = 0, 0

    def one() -> None:
        nonlocal inside, most
        for _ in range(5):
            with lock.held(tmp_path / "site", lambda words: None):
                inside += 1
                most = max(most, inside)
                time.sleep(0.002)
                inside -= 1

    threads = [threading.Thread(target=one) for _ in range(4)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lock, "_PAUSE", 0.001)
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert most == 1


@pytest.mark.long
def test_too_long_a_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After ten minutes it gives up and says why."""
    assert lock.PATIENCE == 600
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    target = tmp_path / "site"
    with (
        lock.held(target, lambda words: None),
        pytest.raises(TimeoutError) as caught,
        lock.held(target, lambda words: None),
    ):
        pass
    assert machine.refusal(caught.value, tmp_path) == (
        '"site" masih dibangun oleh perintah lain; tunggu sampai selesai atau hentikan perintah'
        " itu, lalu ulangi."
    )


@pytest.mark.long
def test_the_lock_of_a_dead_process(tmp_path: Path) -> None:
    """It keeps nobody out."""
    program = (
        "import sys, time; from pathlib import Path; from generator.site import lock\n"
        "with lock.held(Path(sys.argv[1]), print):\n"
        "    print('punya', flush=True); time.sleep(60)"
    )
    arguments = [sys.executable, "-c", program, str(tmp_path / "site")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "punya\n"
        process.kill()
    assert os.listdir(tmp_path) == [".site.kunci"]
    said: list[str] = []
    with lock.held(tmp_path / "site", said.append):
        pass
    assert said == []
    assert os.listdir(tmp_path) == []


# Files that somebody else put there


def _carry(target: Path, fresh: Path, extras: set[str]) -> list[str]:
    said: list[str] = []
    manifest.write(fresh)
    foreign.carry_over(target, fresh, extras, said.append)
    return said


def test_foreign_files_are_carried_over(tmp_path: Path) -> None:
    """Whatever they are called, and they are named once."""
    site, fresh = _fill(tmp_path / "site", OLD), _fill(tmp_path / "baru", NEW)
    manifest.write(site)
    _fill(site, {"CNAME": "x", ".well-known/a/b": "x", "aset/x.pdf": "x", "asing/y": "", "é": ""})
    (site / ".nojekyll").symlink_to("tidak-ada")
    (site / ".well-known").chmod(0o750)
    assert _carry(site, fresh, set()) == [
        "ingat: berkas di site/ yang bukan buatan `iki build` dibawa serta: .nojekyll,"
        " .well-known/, CNAME, aset/x.pdf, asing/, é."
        " Pindahkan ke situs_tambahan/ supaya menjadi bagian proyek."
    ]
    assert (fresh / ".well-known/a/b").read_text("utf-8") == "x"
    assert (fresh / ".well-known").stat().st_mode & 0o777 == 0o750
    assert (fresh / ".nojekyll").is_symlink()
    assert not (fresh / "lama").exists()
    assert "CNAME" not in (manifest.read(fresh) or set())


def test_foreign_files_that_give_way(tmp_path: Path) -> None:
    """To a page of ours, which is said; to the owner's own file, which is what was asked for."""
    site, fresh = _fill(tmp_path / "site", OLD), _fill(tmp_path / "baru", {**NEW, "CNAME": "y"})
    manifest.write(site)
    _fill(site, {"CNAME": "x", "baru/index.html": "x", "aset/gaya.css": "x"})
    assert _carry(site, fresh, {"CNAME"}) == [
        "ingat: berkas di site/ yang bukan buatan `iki build` diganti halaman situs:"
        " baru/index.html."
    ]
    assert (fresh / "CNAME").read_text("utf-8") == "y"


def test_many_foreign_files(tmp_path: Path) -> None:
    """Ten are named, the rest counted."""
    site, fresh = _fill(tmp_path / "site", OLD), _fill(tmp_path / "baru", NEW)
    manifest.write(site)
    _fill(site, {f"{number:02}.pdf": "" for number in range(13)})
    assert " 08.pdf, 09.pdf dan 3 lainnya." in _carry(site, fresh, set())[0]


@pytest.mark.parametrize(
    ("before", "carried"),
    [
        ({"pagefind/pagefind.js": "", "CNAME": "", ".htaccess": "", "google1.html": "",
          ".well-known/x": "", "kab-lama/index.html": "", "404.html": "", "sitemap.xml": ""},
         [".htaccess", ".well-known/x", "CNAME", "google1.html"]),
        ({"pagefind/pagefind.js": "", "manifes.json": "{", "robots.txt": ""}, ["robots.txt"]),
        ({"catatan.txt": "", "x.html": ""}, ["catatan.txt", "x.html"]),
        ({}, []),
    ],
    ids=["an older version's", "a spoiled list", "not a site of ours", "empty"],
)  # fmt: skip
def test_a_site_without_a_list(tmp_path: Path, before: dict[str, str], carried: list[str]) -> None:
    """Of a site of an older version the pages are ours, and what lies beside them is not."""
    site, fresh = _fill(tmp_path / "site", before), _fill(tmp_path / "baru", NEW)
    _carry(site, fresh, set())
    assert sorted(set(_content(fresh)) - set(NEW) - {"manifes.json"}) == carried


def test_the_list_of_files(tmp_path: Path) -> None:
    """Sorted, each with its SHA-256."""
    manifest.write(_fill(tmp_path, {"b": "", "a/c": "x"}))
    assert (tmp_path / "manifes.json").read_text("utf-8") == (
        '{\n"a/c": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",\n'
        '"b": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"\n}\n'
    )
