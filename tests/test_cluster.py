"""The same site, made by several machines: real ones of Dask on this machine, one of which dies."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from distributed import LocalCluster

from generator import site
from generator.build import cluster, publishing, shards
from generator.build.shards import Shard
from generator.commands import cli
from generator.settings import Settings

pytestmark = [pytest.mark.long, pytest.mark.site]


def _contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _built(settings: Settings, publish: Callable[[], list[str]]) -> dict[str, bytes]:
    with site.alone(settings, settings.site, print):
        assert publish() == []
    return _contents(settings.site)


def _alone(settings: Settings) -> dict[str, bytes]:
    checked = publishing.check(settings)
    return _built(settings, lambda: publishing.publish(checked, settings, print))


def test_the_parts_are_the_site(settings: Settings, tmp_path: Path) -> None:
    """However many they are; each file is in one of them."""
    alone = _alone(settings)
    project = shards.packed(settings)
    assert project == shards.packed(settings)
    parts = [shards.made(project, Shard(each, 3, papers=settings.papers)) for each in range(3)]

    def lay(fresh: Path) -> set[str]:
        for number, part in enumerate(parts):
            there = {*_contents(fresh)}
            shards.unpack(part, fresh)
            shards.unpack(part, tmp_path / str(number))
            assert not there & {*_contents(tmp_path / str(number))}
        return {*_contents(fresh)}

    built = _built(settings, lambda: site.build(settings, settings.site, print, (), lay))
    assert built == alone
    assert all(len([*(tmp_path / str(each)).rglob("*.html")]) > 1 for each in range(3))


def test_a_machine_is_lost(settings: Settings, tmp_path: Path) -> None:
    """Its parts are made again, and the site is whole and the same."""
    checked, alone = publishing.check(settings), _alone(settings)
    told: list[str] = []
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0"
    ) as machines:
        lost = next(each.pid for each in machines.workers.values())

        def say(words: str) -> None:
            if not told:
                os.kill(lost, signal.SIGKILL)
            told.append(words)

        place = cluster.Place(machines.scheduler_address, str(tmp_path / "hasil"))
        assert _built(settings, lambda: cluster.publish(checked, settings, place, say)) == alone
    assert told[:4] == [f"Bagian situs yang selesai: {each} dari 4 …" for each in range(1, 5)]
    assert len([*(tmp_path / "hasil").iterdir()]) == 4


def test_the_command(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an address it works with processes of this machine."""
    alone = _alone(settings)
    monkeypatch.chdir(settings.root)
    assert cli.main(["build", "--dask"]) == 0
    assert _contents(settings.site) == alone


def test_without_dask(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what to install, and nothing is lost."""
    monkeypatch.chdir(settings.root)
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert cli.main(["build", "--dask"]) == 2
    told = 'galat: Dask belum terpasang. Jalankan `pip install "iki-terbuka[dask]"`.'
    assert capsys.readouterr().err.splitlines()[-1] == told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--hasil", "x"), '"--hasil" perlu "--dask". Tulis keduanya.'),
        (
            ("--dask", "--engine", "zensical"),
            '"--engine" tidak dapat dipakai bersama "--dask". Hapus salah satunya.',
        ),
        (
            ("--dask", "--izinkan", "x"),
            '"--izinkan" tidak dapat dipakai bersama "--dask". Hapus salah satunya.',
        ),
    ],
)
def test_what_means_nothing_together(
    options: tuple[str, ...],
    said: str,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is said, and nothing is built."""
    monkeypatch.chdir(settings.root)
    assert cli.main(["build", *options]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"galat: {said}"
    assert not settings.site.exists()
