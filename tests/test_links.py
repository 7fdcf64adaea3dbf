"""Where the links of a built site lead."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from generator.site import links
from generator.site.seen import look

PAGES = {
    "index.html": '<a href="a/b/#ada">1</a> <a href="a/">2</a> <a href="a/b/#tiada">3</a>',
    "a/b/index.html": '<h1 id="ada">B</h1> <a href="../../">1</a> <a href="#ada">2</a> '
    '<a href="#hilang">3</a> <a href="../../b.css?versi=1">4</a> <a href="../../c.css">5</a> '
    '<a href="https://contoh.go.id/x">6</a> <a href="mailto:a@contoh.go.id">7</a> '
    '<form action="../../cari/"></form> <img src="x%20y.png">',
    "404.html": '<a href="/situs/apa-saja/">1</a>',
}


def test_what_leads_nowhere(tmp_path: Path) -> None:
    """A page, a file or an anchor that is not there; others' sites are not looked at."""
    for name in (*PAGES, "b.css", "a/b/x y.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGES.get(name, ""), "utf-8")
    pages = {name: look(name, PAGES[name].encode()) for name in PAGES}
    assert list(links.broken(tmp_path, pages)) == [
        "index.html: a/: halaman tidak ada",
        "index.html: a/b/#tiada: jangkar tidak ada",
        "a/b/index.html: #hilang: jangkar tidak ada",
        "a/b/index.html: ../../c.css: halaman tidak ada",
        "a/b/index.html: ../../cari/: halaman tidak ada",
    ]


@given(
    st.lists(st.sampled_from(["a", "b-c", "2024"]), max_size=4),
    st.text(st.sampled_from("../ab#-_%?:1"), min_size=1, max_size=12),
)
def test_a_link_is_read_as_browsers_do(folders: list[str], link: str) -> None:
    """The short way for plain links gives what the library gives."""
    address = "/".join([*folders, "index.html"])
    try:
        target = urlsplit(urljoin(f"/{address}", link))
    except ValueError:
        return
    found = links._target(address, link)
    if target.scheme or target.netloc:
        assert found is None
        return
    path = unquote(target.path).lstrip("/")
    expected = f"{path}index.html" if path.endswith("/") or not path else path
    assert found == (expected, unquote(target.fragment))
