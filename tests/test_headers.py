"""What servers are told of the site: the same headers in the form of each."""

import re
from pathlib import Path

import pytest

from generator.build import publishing
from generator.settings import Settings
from generator.site import headers


def _for(base: str) -> dict[str, str]:
    return {file.address: file.text for file in headers.for_servers(base)}


def test_the_same_headers_for_every_host() -> None:
    """Each name with its value, in each file."""
    found = {
        "_headers": re.findall(r"^  ([\w-]+): (.+)$", headers.for_hosts(), re.M),
        "nginx.conf": re.findall(r'add_header ([\w-]+) "(.+)" always;', _for("/")["nginx.conf"]),
    }
    for name in ("apache.conf", "htaccess"):
        found[name] = re.findall(r'Header always set ([\w-]+) "(.+)"', _for("/")[name])
    assert {name: dict(each) for name, each in found.items()} == dict.fromkeys(
        found, headers.HEADERS
    )
    assert headers.for_hosts().startswith("/*\n")


@pytest.mark.parametrize(
    ("base", "path"), [("/", "/"), ("/iki", "/iki/"), ("/a;}b\n{ c/", "/a%3B%7Db%0A%7B%20c/")]
)
def test_the_path_of_the_site(base: str, path: str) -> None:
    """What is not found leads to the site's own page; no sign of an address ends a line."""
    files = _for(base)
    assert f"    error_page 404 {path}404.html;\n" in files["nginx.conf"]
    assert f"location {path} {{\n" in files["nginx.conf"]
    for name in ("apache.conf", "htaccess"):
        assert re.search(rf"^ *ErrorDocument 404 {re.escape(path)}404\.html$", files[name], re.M)
    assert ("return 301" in files["nginx.conf"]) == (path != "/")


@pytest.mark.site
def test_they_lie_in_the_site_and_beside_it(example_site: Path) -> None:
    """For hosts that look for them, and for servers of one's own."""
    assert (example_site / "_headers").read_text("utf-8") == headers.for_hosts()
    beside = example_site.parent / "build" / "server"
    assert {path.name: path.read_text("utf-8") for path in beside.iterdir()} == _for("/")


@pytest.mark.site
def test_the_owners_own_stay(settings: Settings) -> None:
    """Whoever brings a `_headers` has decided."""
    settings.extras.mkdir()
    (settings.extras / "_headers").write_text("/*\n  X: y\n", "utf-8")
    checked = publishing.check(settings)
    assert checked.mistakes == 0
    assert publishing.publish(checked, settings, lambda words: None) == []
    assert (settings.site / "_headers").read_text("utf-8") == "/*\n  X: y\n"
