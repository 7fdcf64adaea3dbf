"""The commit that is published: main with every address that it promises and every
correction that it tells, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from generator.delivery import git, request

TITLE = "Catat alamat dan perubahan yang terbit"
BRANCH = "iki/catatan-terbit"
"""Where what was recorded waits when main takes no commits but those of requests."""
_BODY = (
    "Alamat yang terbit untuk pertama kali, dan perubahan pada yang sudah terbit. Sesudah usul ini "
    "digabung, situs terbit. Bila pemeriksaannya tidak berjalan sendiri, tutup usul ini lalu buka "
    "lagi."
)
_REMOTE = "origin"


class Outcome(Enum):
    """What became of a publication."""

    ACCEPTED = auto()
    """The branch is what lies here, and may be published."""
    MOVED = auto()
    """Somebody was faster; what came then is published by its own run."""
    PROTECTED = auto()
    """The branch takes no commit of ours; it waits on another branch."""


@dataclass(frozen=True)
class Publication:
    outcome: Outcome
    commit: str
    """What may be published, or what waits."""
    is_requested: bool = False
    """Whether a request is open for what waits."""


class UncleanError(Exception):
    """Files differ from the commit that would be published; the message names one."""


def publish(root: Path, records: Sequence[str], branch: str) -> Publication:
    """Bring the files in which a publication is recorded, as they lie here, to the published
    branch."""
    before = git.said(root, "rev-parse", "HEAD")
    changed = _changed(root)
    prefix = git.said(root, "rev-parse", "--show-prefix")
    own = [name for name in records if prefix + name in changed]
    if others := [name for name in changed if name not in [prefix + each for each in own]]:
        raise UncleanError(others[0])
    if not changed:
        is_there = _published(root, branch) == before
        return Publication(Outcome.ACCEPTED if is_there else Outcome.MOVED, before)
    return _sent(root, _committed(root, own), before, branch)


def _changed(root: Path) -> list[str]:
    """Every file that is not as in the commit, also one that it does not know."""
    told = git.said(root, "status", "--porcelain", "--no-renames", "--untracked-files=all", "-z")
    return [entry[3:] for entry in told.split("\0") if entry]


def _committed(root: Path, names: Sequence[str]) -> str:
    nobody = ("-c", "user.name=IKI Terbuka", "-c", "user.email=iki@terbuka.invalid")
    who = () if git.tried(root, "config", "user.email").returncode == 0 else nobody
    git.said(root, "add", "--", *names)
    git.said(root, *who, "commit", "--quiet", "--message", TITLE)
    return git.said(root, "rev-parse", "HEAD")


def _sent(root: Path, commit: str, before: str, branch: str) -> Publication:
    if _pushed(root, f"{commit}:refs/heads/{branch}"):
        return Publication(Outcome.ACCEPTED, commit)
    if _published(root, branch) != before:
        return Publication(Outcome.MOVED, commit)
    options = request.push_options(TITLE, branch)
    git.said(root, "push", "--force", *options, _REMOTE, f"{commit}:refs/heads/{BRANCH}")
    is_open = bool(options) or request.opened(TITLE, _BODY, BRANCH, branch)
    return Publication(Outcome.PROTECTED, commit, is_open)


def _pushed(root: Path, what: str) -> bool:
    return git.tried(root, "push", _REMOTE, what).returncode == 0


def _published(root: Path, branch: str) -> str:
    """The commit that the branch is at now, as the service says."""
    return git.said(root, "ls-remote", "--exit-code", _REMOTE, f"refs/heads/{branch}").split()[0]
