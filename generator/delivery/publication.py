"""The commit that is published: main with every address that it promises, or nothing."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from generator.delivery import git, request

TITLE = "Catat alamat yang baru terbit"
BRANCH = "iki/alamat-baru"
"""Where the addresses wait when main takes no commits but those of requests."""
_BODY = (
    "Alamat ini terbit untuk pertama kali. Sesudah usul ini digabung, situs terbit. Bila "
    "pemeriksaannya tidak berjalan sendiri, tutup usul ini lalu buka lagi."
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


def publish(root: Path, ledger: Path, branch: str) -> Publication:
    """Bring the ledger as it lies here to the published branch."""
    before = git.said(root, "rev-parse", "HEAD")
    changed = _changed(root)
    own = git.said(root, "rev-parse", "--show-prefix") + ledger.relative_to(root).as_posix()
    if others := [name for name in changed if name != own]:
        raise UncleanError(others[0])
    if not changed:
        is_there = _published(root, branch) == before
        return Publication(Outcome.ACCEPTED if is_there else Outcome.MOVED, before)
    return _sent(root, _committed(root, ledger), before, branch)


def _changed(root: Path) -> list[str]:
    """Every file that is not as in the commit, also one that it does not know."""
    told = git.said(root, "status", "--porcelain", "--no-renames", "--untracked-files=all", "-z")
    return [entry[3:] for entry in told.split("\0") if entry]


def _committed(root: Path, ledger: Path) -> str:
    nobody = ("-c", "user.name=IKI Terbuka", "-c", "user.email=iki@terbuka.invalid")
    who = () if git.tried(root, "config", "user.email").returncode == 0 else nobody
    git.said(root, "add", "--", str(ledger))
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
