"""What a change touches beside the content: who reads a decree need not see that a program changes
with it."""

from pathlib import Path

from generator.delivery import git

CONTENT = "content/"
LABEL = "lintas-isi"
"""What a request is marked with by one who has looked at all of it; a stranger cannot."""

_DECIDES = {
    (".github/", ".gitlab", ".gitea/", ".forgejo/", ".ci/", ".pre-commit"): (
        "menentukan apa yang dijalankan dan diterbitkan"
    ),
    ("vendor/", "requirements"): "adalah program yang membangun situs",
    ("site_config.yml",): "adalah pengaturan situs",
    ("situs_tambahan/",): "disalin apa adanya ke situs",
}


def repository(root: Path) -> Path:
    """The folder that the names of files begin at."""
    return Path(git.said(root, "rev-parse", "--show-toplevel"))


def beyond_content(root: Path, old: str, new: str) -> list[str]:
    """The files of the repository outside the content that differ between two commits, if the
    content differs too."""
    # Nothing that a repository says of itself may leave a file out.
    how = ("--name-only", "--no-renames", "--ignore-submodules=none", "-z", "--end-of-options")
    told = git.said(root, "diff", *how, old, new, "--")
    prefix = git.said(root, "rev-parse", "--show-prefix") + CONTENT
    changed = [name for name in told.split("\0") if name]
    others = [name for name in changed if not name.startswith(prefix)]
    return others if len(others) < len(changed) else []


def decides(root: Path, name: str) -> str:
    """What a file that is no content is there for, as the end of a sentence."""
    own = name.removeprefix(git.said(root, "rev-parse", "--show-prefix"))
    return next((what for starts, what in _DECIDES.items() if own.startswith(starts)), "bukan isi")
