"""What git knows: the files of a revision, and where a branch began."""

import io
import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.values.characters import shown


class NoRevisionError(Exception):
    """There is nothing to compare with; the message says what to do."""


@dataclass(frozen=True, order=True)
class Revision:
    """A state of the repository, and what to call it."""

    name: str
    commit: str

    @property
    def title(self) -> str:
        """As it was asked for, and what that is today."""
        short = self.commit[:10]
        return self.name if self.commit.startswith(self.name) else f"{self.name} ({short})"


def revision(root: Path, name: str) -> Revision:
    """The state that a name stands for."""
    if commit := _commit(root, name):
        return Revision(name, commit)
    _refuse_without_git(root)
    missing = f'"{shown(name)}" bukan folder dan bukan revisi git.'
    raise NoRevisionError(f"{missing} {_remedy(root)}")


def beginning(root: Path, branch: str) -> Revision:
    """Where the work here left the published branch: as it is known here, or where it was fetched
    from, whichever is nearer."""
    _refuse_without_git(root)
    found = list(_beginnings(root, branch))
    if found:
        return min(found)[1]
    missing = f'pangkal dari cabang "{shown(branch)}" tidak ditemukan.'
    raise NoRevisionError(f"{missing} {_remedy(root)}")


def _beginnings(root: Path, branch: str) -> Iterator[tuple[int, Revision]]:
    """Each with how many commits ago it was."""
    for name in (branch, f"origin/{branch}"):
        if _commit(root, name) and (found := _said(root, "merge-base", name, "HEAD")):
            since = _said(root, "rev-list", "--count", f"{found}..HEAD")
            yield int(since or 0), Revision(f"pangkal cabang {name}", found)


def files(root: Path, state: Revision, folder: str) -> dict[str, bytes]:
    """Every file below a folder of the project as it was, by its path in that folder."""
    prefix = _said(root, "rev-parse", "--show-prefix") or ""
    listed = _run(root, "ls-tree", "-r", "-z", "--full-tree", f"{state.commit}:{prefix}{folder}")
    if listed is None:
        return {}
    names = dict(_blobs(listed))
    return dict(zip(names, _contents(root, names.values()), strict=True))


def _blobs(listed: bytes) -> Iterator[tuple[str, bytes]]:
    """Each file and the name of its bytes; a module of another repository is no file."""
    for row in listed.split(b"\0"):
        about, _, path = row.partition(b"\t")
        if about and (kind := about.split())[1] == b"blob":
            yield os.fsdecode(path), kind[2]


def _contents(root: Path, blobs: Iterable[bytes]) -> Iterator[bytes]:
    asked = b"".join(each + b"\n" for each in blobs)
    told = io.BytesIO(_run(root, "cat-file", "--batch", given=asked) or b"")
    while head := told.readline():
        if head.endswith(b" missing\n"):
            raise NoRevisionError(f"sebagian berkas revisi itu tidak ada di sini. {_remedy(root)}")
        yield told.read(int(head.split()[2]))
        told.readline()


def _commit(root: Path, name: str) -> str | None:
    way = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return _said(root, *way)


def _refuse_without_git(root: Path) -> None:
    """Without git there are no revisions, nor where git does not trust the folder."""
    try:
        found = _git(root, "rev-parse", "--is-inside-work-tree")
    except OSError:
        raise NoRevisionError(_NO_GIT) from None
    if found.returncode == 0:
        return
    if b"dubious ownership" in found.stderr:
        raise NoRevisionError(_NOT_TRUSTED)
    raise NoRevisionError(_NO_REPOSITORY)


_FOLDERS = "atau bandingkan dua folder: `iki diff FOLDER-LAMA FOLDER-BARU`."
_NO_GIT = f"git belum terpasang. Pasang git, {_FOLDERS}"
_NOT_TRUSTED = (
    "git menolak folder ini karena pemiliknya orang lain. Ketik `git config --global --add "
    f"safe.directory '*'`, {_FOLDERS}"
)
_NO_REPOSITORY = f"folder ini bukan repositori git. Jalankan di dalam repositori, {_FOLDERS}"


def _remedy(root: Path) -> str:
    if _said(root, "rev-parse", "--is-shallow-repository") == "true":
        return (
            "Riwayat di sini hanya sebagian: ketik `git fetch --unshallow origin`, atau tulis "
            "`fetch-depth: 0` pada langkah checkout, lalu ulangi."
        )
    return "Ketik `git fetch origin`, lalu sebut cabang, tanda, atau nomor komit yang ada."


def _said(root: Path, *arguments: str) -> str | None:
    """One line of git's answer; nothing where it has none."""
    told = _run(root, *arguments)
    return None if told is None else os.fsdecode(told).strip()


def _run(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    try:
        done = _git(root, *arguments, given=given)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _git(root: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    settings = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    return subprocess.run(
        ["git", *arguments], cwd=root, input=given, env=settings, capture_output=True, check=False
    )
