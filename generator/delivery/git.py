"""What git is asked, and with whose key."""

import base64
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path


class GitError(Exception):
    """Git refuses; the message says why."""


def said(root: Path, *arguments: str) -> str:
    """What git answers, without the line break at its end."""
    done = tried(root, *arguments)
    if done.returncode:
        raise GitError(_reason(done))
    return done.stdout.rstrip("\n")


def tried(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """What git does, also where it fails."""
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=root,
            env=_environment(),
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except FileNotFoundError:
        raise GitError("git belum terpasang") from None


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **dict(_key())}


def _key() -> Iterator[tuple[str, str]]:
    """The key of a run of GitHub or Gitea: for git alone, and nowhere on the disk."""
    token, server = (os.environ.get(name) for name in ("GITHUB_TOKEN", "GITHUB_SERVER_URL"))
    if token and server:
        basic = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        yield "GIT_CONFIG_COUNT", "1"
        yield "GIT_CONFIG_KEY_0", f"http.{server}/.extraheader"
        yield "GIT_CONFIG_VALUE_0", f"AUTHORIZATION: basic {basic}"


def _reason(done: "subprocess.CompletedProcess[str]") -> str:
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("fatal:", "error:", "remote:"))]
    return " ".join((told or lines or [f"git berakhir dengan {done.returncode}"])[0].split())
