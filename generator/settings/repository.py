"""Where a file is edited in the browser, and where a mistake is reported: the services that hold
repositories differ in that."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode, urlsplit

from generator.settings.dialect import texts
from generator.settings.kinds import is_address
from generator.source.problem import Problem
from generator.source.source import Location, Source
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


_FORM = "laporan-isi.yml"
"""The form that takes reports, in the folder of forms that GitHub and Gitea share."""


def editor(repository: str, service: str | None, branch: str, path: str) -> str:
    """The address at which a file is edited."""
    known = service or _service(repository)
    assert known is not None
    return f"{_whole(repository)}/{_EDITORS[known]}/{quote(branch)}/{quote(path)}"


def report(repository: str, service: str | None, title: str, fields: Mapping[str, str]) -> str:
    """The address at which a mistake is reported, with the form half filled."""
    match service or _service(repository):
        case "gitlab":
            body = "\n".join(f"{name}: {value}" for name, value in fields.items())
            way, query = "-/issues/new", {"issue[title]": title, "issue[description]": body}
        case "gitea":
            form = f".github/ISSUE_TEMPLATE/{_FORM}"
            filled = {f"field:{name}": value for name, value in fields.items()}
            way, query = "issues/new", {"template": form, "title": title, **filled}
        case _:
            way, query = "issues/new", {"template": _FORM, "title": title, **fields}
    return f"{_whole(repository)}/{way}?{urlencode(query, safe='/:', quote_via=quote)}"


def _whole(repository: str) -> str:
    """Also where it was copied from where a clone is offered."""
    return repository.rstrip("/").removesuffix(".git")


def _service(repository: str) -> str | None:
    host = urlsplit(repository).hostname or ""
    return next((service for name, service in _NAMES.items() if name in host), None)


def check(source: Source) -> Iterator[Problem]:
    """An address that is no repository's, or whose service nobody can tell from it."""
    is_told = bool(list(texts(source, "extra", "iki", "layanan")))
    for location, address in _addresses(source):
        if not is_address(address, "https") or foreign_letters(urlsplit(address).hostname or ""):
            continue  # is said of the address itself
        if not re.fullmatch(r"/.+/.+", urlsplit(_whole(address)).path):
            message = (
                f'"{location[-1]}" harus alamat satu repositori, misalnya '
                '"https://github.com/kotaanda/iki".'
            )
            yield source.problem(location, message, "nilai")
        elif not is_told and not _service(address):
            message = (
                'layanan di alamat ini tidak dikenal. Tulis di baris bawahnya "layanan: gitlab" '
                "(atau github, gitea)."
            )
            yield source.problem(location, message, "nilai")


def _addresses(source: Source) -> Iterator[tuple[Location, str]]:
    for name in ("sumber", "laporan"):
        yield from texts(source, "extra", "iki", name)
