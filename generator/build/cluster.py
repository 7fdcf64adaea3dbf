"""The parts of a site made by many machines, with Dask; a part whose machine is lost is made again.

Content is sent as data; what is made is written where all of them can write, a shared folder or an
object store (fsspec), and put together here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator import paper, site, workers
from generator.build import publishing, shards
from generator.build.publishing import Checked
from generator.build.shards import Shard
from generator.files import below
from generator.settings import Settings
from generator.site import Say

if TYPE_CHECKING:
    from distributed import Client

_SHARDS_EACH = 2
"""So that who is done early takes one more."""


class NoDaskError(Exception):
    """What works with other machines is not installed."""


@dataclass(frozen=True)
class Place:
    """Where the work is done, and where its results lie meanwhile."""

    scheduler: str
    """`tcp://host:8786`; empty for processes of this machine."""
    results: str
    """A folder or an address that every machine can write to."""


def publish(checked: Checked, settings: Settings, place: Place, say: Say) -> list[str]:
    """As `publishing.publish`."""
    with _client(place.scheduler) as client:
        results = list(_made(settings, place, client, say))
    say("Menyusun situs dan indeks pencarian …")

    def lay(fresh: Path) -> set[str]:
        for each in results:
            shards.unpack(_read(each), fresh)
        return {*below(fresh)}

    kept = publishing.promises(checked.content, settings).alive
    printed = paper.said(checked.content, settings)
    return site.build(settings, settings.site, say, kept, lay, printed)


@contextmanager
def _client(scheduler: str) -> Iterator["Client"]:
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 -- optional
    except ImportError as missing:
        raise NoDaskError from missing
    if scheduler:
        with Client(scheduler) as client:
            yield client
        return
    # Its page about itself takes any port that is free, and only this machine sees it.
    own = LocalCluster(
        n_workers=workers.available(), threads_per_worker=1, dashboard_address="127.0.0.1:0"
    )
    with own, Client(own) as client:
        yield client


def _made(settings: Settings, place: Place, client: "Client", say: Say) -> Iterator[str]:
    """Where each part lies, in order."""
    from distributed import as_completed  # noqa: PLC0415 -- optional

    count = _SHARDS_EACH * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
    project = client.scatter(shards.packed(settings), broadcast=True)
    parts = [Shard(each, count, settings.drafts, settings.papers) for each in range(count)]
    begun = [client.submit(_make, project, each, place.results, pure=False) for each in parts]
    for done, _ in enumerate(as_completed(begun), 1):
        say(f"Bagian situs yang selesai: {done} dari {count} …")
    yield from client.gather(begun)


def _make(project: bytes, shard: Shard, results: str) -> str:
    """Make a part and write it; returns where it lies. Made again, it is the same bytes."""
    import fsspec  # noqa: PLC0415 -- optional

    path = f"{results.rstrip('/')}/bagian-{shard.number}-{shard.count}.zip"
    with fsspec.open(path, "wb", auto_mkdir=True) as file:
        file.write(shards.made(project, shard))
    return path


def _read(path: str) -> bytes:
    import fsspec  # noqa: PLC0415 -- optional

    with fsspec.open(path, "rb") as file:
        data = file.read()
    assert isinstance(data, bytes)
    return data
