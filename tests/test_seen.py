"""What the search and the check of links see of a page."""

from generator.site.seen import look

PAGE = """<!doctype html><html lang="id"><head>
<meta data-saring="tahun" content="2024">
<meta data-saring="rumus" content="rasio">
<meta data-saring="rumus" content="jumlah">
</head><body><header id="_kepala"><a href="../">Semua</a> Menu</header>
<article data-dicari><h1 id="_atas">Kepala <b>Dinas</b></h1>
<p data-tertulis>Tertulis: KEPALA  DINAS</p>
<dl><div><dt>Alamat</dt><dd>Jl. Contoh 1</dd></div></dl>
<section id="kinerja"><h3 id="buku">Jumlah <abbr>buku</abbr>, majalah</h3>
<p class="label" data-tak-dicari>Bagaimana dihitung <a href="#_atas">?</a></p>
<p><span data-baris="A / B × 100%"><math><mi>A</mi><mi>B</mi></math></span></p>
<ul><li>satu;</li><li>dua</li></ul><p>Baris<br>kedua &amp; <img src="a.png"></p>
<form action="../cari/"><button>Cari</button></form></section>
</article></body></html>"""


def test_what_is_found() -> None:
    """Blocks are sentences, words within a line stay together, and what is drawn is one line."""
    page = look("a/b/index.html", PAGE.encode()).page
    assert page is not None
    assert (page.url, page.title, page.printed) == (
        "a/b/",
        "Kepala Dinas",
        "Tertulis: KEPALA DINAS",
    )
    assert page.content == (
        "Kepala Dinas. Tertulis: KEPALA DINAS. Alamat. Jl. Contoh 1. Jumlah buku, majalah. "
        "A / B × 100%. satu; dua. Baris. kedua &"
    )
    assert page.filters == {"tahun": ["2024"], "rumus": ["rasio", "jumlah"]}


def test_where_it_is_found() -> None:
    """An anchor of the page, its words, and how many stand before it; not the frame's."""
    page = look("a/b/index.html", PAGE.encode()).page
    assert page is not None
    assert page.headings == [
        ("kinerja", "Jumlah buku, majalah", 9),
        ("buku", "Jumlah buku, majalah", 9),
    ]
    before = " ".join(page.content.split()[:9])
    assert before.endswith("Contoh 1.")


def test_links_and_anchors() -> None:
    """Of the whole page, and as they are written."""
    found = look("a/b/index.html", PAGE.encode())
    assert found.links == ["../", "#_atas", "a.png", "../cari/"]
    assert found.anchors == {"_kepala", "_atas", "kinerja", "buku"}


def test_most_pages_are_not_to_be_found() -> None:
    """Only those that say so."""
    assert look("index.html", b"<main><h1>Indeks</h1></main>").page is None
