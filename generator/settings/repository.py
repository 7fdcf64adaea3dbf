"""Where a file is edited in the browser: the services that hold repositories differ in that."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from generator.settings.dialect import texts
from generator.settings.kinds import is_address
from generator.source.problem import Problem
from generator.source.source import Source
from generator.values.web import foreign_letters

_EDITORS = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit"}
"""By service, what stands between the address of a repository and a branch."""
_NAMES = {
    "github": "github",
    "gitlab": "gitlab",
    "gitea": "gitea",
    "forgejo": "gitea",
    "codeberg": "gitea",
}
"""The service that the name of a host tells."""


def editor(repository: str, service: str | None, branch: str, path: str) -> str:
    """The address at which a file is edited."""
    known = service or _service(repository)
    assert known is not None
    return f"{_whole(repository)}/{_EDITORS[known]}/{quote(branch)}/{quote(path)}"


def _whole(repository: str) -> str:
    """Also where it was copied from where a clone is offered."""
    return repository.rstrip("/").removesuffix(".git")


def _service(repository: str) -> str | None:
    host = urlsplit(repository).hostname or ""
    return next((service for name, service in _NAMES.items() if name in host), None)


def check(source: Source) -> Iterator[Problem]:
    """An address that is no repository's, or whose service nobody can tell from it."""
    is_told = bool(list(texts(source, "extra", "iki", "layanan")))
    for location, address in texts(source, "extra", "iki", "sumber"):
        if not is_address(address, "https") or foreign_letters(urlsplit(address).hostname or ""):
            continue  # is said of the address itself
        if not re.fullmatch(r"/.+/.+", urlsplit(_whole(address)).path):
            message = (
                '"sumber" harus alamat satu repositori, misalnya "https://github.com/kotaanda/iki".'
            )
            yield source.problem(location, message, "nilai")
        elif not is_told and not _service(address):
            message = (
                'layanan di alamat ini tidak dikenal. Tulis di baris bawahnya "layanan: gitlab" '
                "(atau github, gitea)."
            )
            yield source.problem(location, message, "nilai")
