"""A request that asks for a branch to be taken over, at the service that runs us."""

import json
import os
from collections.abc import Sequence
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

_PATIENCE = 60


def push_options(title: str, target: str) -> Sequence[str]:
    """What a push tells GitLab, which opens the request by itself."""
    if not os.environ.get("GITLAB_CI"):
        return ()
    told = ("create", f"target={target}", f"title={title}", "remove_source_branch")
    return [word for each in told for word in ("-o", f"merge_request.{each}")]


def opened(title: str, body: str, branch: str, target: str) -> bool:
    """Whether the request is open at GitHub or Gitea: now, or since an earlier run."""
    names = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")
    api, repository, token = (os.environ.get(name, "") for name in names)
    if not (api and repository and token):
        return False
    asked = {"title": title, "body": body, "head": branch, "base": target}
    return _posted(f"{api}/repos/{repository}/pulls", token, asked)


_ALREADY = (409, 422)
"""What Gitea and GitHub answer where there is one."""


def _posted(address: str, token: str, asked: dict[str, str]) -> bool:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    request = Request(address, json.dumps(asked).encode(), headers)  # noqa: S310  # of the service
    try:
        with urlopen(request, timeout=_PATIENCE):  # noqa: S310
            return True
    except HTTPError as refused:
        refused.close()
        return refused.code in _ALREADY
    except (URLError, TimeoutError):
        return False
