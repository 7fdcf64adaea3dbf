"""The owner's own pages: Markdown in our frame, checked like content, and never in the way."""

import re
import time
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator import site
from generator.build import publishing
from generator.content.own_pages import OwnPage
from generator.settings import Settings
from generator.source import markdown
from generator.theme import words

TAKEN = "alamat ini sudah dipakai situs. Ganti nama berkas ini."
KONTAK = """# Kontak & <alamat>

Datang ke [kantor kami](kab-contoh/), lihat [peta](gambar/peta.png) atau
[hak Anda](hak-anda.md#batas), lalu [cari](/cari/?q=surat).
Bagian lain: [jam](#jam-buka), [surel](mailto:dinas@kotaanda.go.id), [luar](https://kotaanda.go.id/a).

![Peta](gambar/peta.png)

## Jam buka

| Hari | Jam |
|---|---|
| Senin | 8–15 |
"""


def _put(settings: Settings, **files: str) -> None:
    (settings.extras / "gambar").mkdir(parents=True, exist_ok=True)
    (settings.extras / "gambar" / "peta.png").write_bytes(b"png")
    for name, text in files.items():
        (settings.extras / f"{name.replace('_', '-')}.md").write_text(text, "utf-8")


def _found(settings: Settings) -> list[str]:
    return [
        f"{each.path}:{each.line}:{each.column}: {each.severity}: {each.message}"
        for each in publishing.check(settings).problems
    ]


def _html(text: str) -> str:
    return str(OwnPage("x", "x", "x", f"# x\n{text}").html())


@pytest.mark.long
def test_good_pages(settings: Settings) -> None:
    """They are read, and named among what was."""
    _put(settings, kontak=KONTAK, hak_anda="# Hak Anda\n\n## Batas\n")
    assert _found(settings) == []
    files = publishing.check(settings).files
    assert files[-2:] == ["situs_tambahan/hak-anda.md", "situs_tambahan/kontak.md"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "kontak",
            "Kontak\n",
            '1:1: galat: baris pertama harus judul halaman: "#", spasi, lalu judul, '
            'misalnya "# Kontak".',
        ),
        (
            "kontak",
            "",
            '1:1: galat: baris pertama harus judul halaman: "#", spasi, lalu judul, '
            'misalnya "# Kontak".',
        ),
        (
            "kontak",
            "# A\n\n# B\n",
            '3:1: galat: satu halaman satu judul. Tulis judul bagian dengan dua tanda: "## …".',
        ),
        ("privasi", "# Privasi\n", f"0:0: galat: {TAKEN}"),
        ("cari", "# Cari\n", f"0:0: galat: {TAKEN}"),
        ("assets", "# Aset\n", f"0:0: galat: {TAKEN}"),
        ("kab_contoh", "# Kabupaten\n", f"0:0: galat: {TAKEN}"),
        (
            "Kontak Kami",
            "# Kontak\n",
            "0:0: galat: nama berkas ini menjadi alamat halaman: pakai huruf kecil, angka, dan "
            'tanda hubung, misalnya "kontak-kami.md".',
        ),
        (
            "198001012005011001",
            "# Kontak\n",
            "0:0: galat: nama ini memuat nomor pribadi (NIP). Ganti namanya.",
        ),
        (
            "kontak",
            "# Kontak\n\nNIP 19800101 200501 1 001\n",
            "3:1: galat: baris ini memuat nomor pribadi (NIP). Hapus: nomor pribadi tidak dimuat.",
        ),
        (
            "kontak",
            "# Kontak\n\na\u202eb\n",
            "3:2: galat: ada karakter tak terlihat (pengatur arah tulisan, U+202E). "
            "Hapus huruf di kiri dan kanannya, lalu ketik ulang.",
        ),
        (
            "kontak",
            "# K\n\nPeta: <iframe src='https://peta.example/'></iframe>\n",
            '3:7: ingat: HTML "<iframe>" tidak dimuat di situs. '
            "Hapus, atau tulis dengan cara lain.",
        ),
        (
            "kontak",
            "# K\n\nLihat [sini](tiada/).\n",
            '3:14: galat: tautan "tiada/" tidak ada di situs. Tulis alamat halaman dari akar '
            'situs, misalnya "cari/", atau nama berkas di situs_tambahan/.',
        ),
        (
            "kontak",
            "# K\n\n[cari](cari)\n",
            '3:8: galat: alamat halaman diakhiri "/". Tulis "cari/".',
        ),
        (
            "kontak",
            "# K\n\n[a](#jam) [b](#_atas) [c](kab-contoh/dinas-contoh/2024/sekretaris/#indeks)\n",
            '3:5: galat: halaman itu tidak punya bagian "#jam". Perbaiki, atau hapus sejak "#".',
        ),
        (
            "kontak",
            "# K\n\n[a](kab-contoh/dinas-contoh/2024/sekretaris/#tiada)\n",
            '3:5: galat: halaman itu tidak punya bagian "#tiada". Perbaiki, atau hapus sejak "#".',
        ),
        (
            "kontak",
            "# K\n\n![peta](https://peta.example/a.png)\n",
            "3:9: galat: gambar dari situs lain tidak dimuat. "
            "Simpan gambarnya di situs_tambahan/.",
        ),
        (
            "kontak",
            f"# K\n\n{'a' * 33_000}\n",
            "1:1: galat: terlalu besar: paling banyak 32 KB. Bagi halaman ini.",
        ),
        (
            "kontak",
            f"# K\n\n{'[' * 401}\n",
            '1:1: galat: terlalu banyak tanda "[" dan "<": paling banyak 400. Bagi halaman ini.',
        ),
        (
            "kontak",
            f"# K\n\n{'> ' * 9}a\n",
            "3:1: galat: susunan terlalu dalam. Tulis lebih ke kiri.",
        ),
    ],
)  # fmt: skip
def test_mistakes(name: str, text: str, said: str, settings: Settings) -> None:
    """Each at its place, and once."""
    _put(settings, **{name: text})
    path = f"situs_tambahan/{name.replace('_', '-')}.md"
    assert _found(settings) == [f"{path}:{said}"]


@pytest.mark.long
def test_an_address_has_one_page(settings: Settings) -> None:
    """Also beside a file that is copied."""
    _put(settings, kontak="# Kontak\n")
    (settings.extras / "kontak").mkdir()
    (settings.extras / "kontak" / "index.html").write_text("x", "utf-8")
    assert _found(settings) == [f"situs_tambahan/kontak/index.html:0:0: galat: {TAKEN}"]


def test_links_are_written_as_from_the_root() -> None:
    """And lead there from the page, below whatever path the site is published."""
    cases = {
        "cari/": "../cari/",
        "/cari/?q=a#b": "../cari/?q=a#b",
        "./cari/": "../cari/",
        "gambar/peta.png": "../gambar/peta.png",
        "hak-anda.md#batas": "../hak-anda/#batas",
        "/": "../",
        "#jam": "#jam",
        "https://kotaanda.go.id/a.md": "https://kotaanda.go.id/a.md",
        "mailto:a@b.go.id": "mailto:a@b.go.id",
    }
    for written, link in cases.items():
        assert _html(f"[a]({written})") == f'<p><a href="{link}">a</a></p>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a <script>alert(1)</script>b", "<p>a b</p>"),
        ("<b onclick='x()' style='y' class='z'>a</b>", "<p><b>a</b></p>"),
        ("[a](javascript:alert(1))", "<p><a>a</a></p>"),
        ("<a href='JavaScript:x'>a</a>", "<p><a>a</a></p>"),
        ("a <svg><script>x</script></svg>", "<p>a </p>"),
        ("<h2 id='_laci'>a</h2>", "<h2>a</h2>"),
        ("<div markdown='1'>*a*</div>", "<div>*a*</div>"),
        ("a <!-- b -->", "<p>a </p>"),
        ("    *a*\n    b", "<pre><code>*a*&#10;b&#10;</code></pre>"),
        ("<form action='x'><input></form>", ""),
    ],
)
def test_only_what_is_on_the_list(text: str, html: str) -> None:
    """No script, no style, no frame of others, no anchor of our frame."""
    assert _html(text).replace("&#10;</p>", "</p>") == html


@given(st.text())
def test_no_text_is_more_than_markup_on_the_list(text: str) -> None:
    """Whatever is written: one line, whose elements are known."""
    html = _html(text)
    assert "\n" not in html
    assert set(re.findall(r"<(\w+)", html)) <= markdown._ELEMENTS


@pytest.mark.long
@pytest.mark.no_cover
@pytest.mark.parametrize(
    "sign", ["[", "<a ", "![a](", "<![CDATA[", "1. ", "> ", "    - a\n", "*a "]
)
def test_a_page_is_bounded_work(sign: str) -> None:
    """As many brackets and levels as are allowed cost seconds at most."""
    body = sign * (32_000 // len(sign))
    while markdown.excess(f"# K\n\n{body}"):
        body = body[: len(body) * 9 // 10]
    start = time.process_time()
    _html(f"\n{body}{'a' * (32_000 - len(body))}")
    assert time.process_time() - start < 10


WORDS = words.load(ROOT / "theme")


def _publish(settings: Settings) -> list[str]:
    with site.alone(settings, settings.site, lambda words: None):
        return publishing.publish(publishing.check(settings), settings, lambda words: None)


def _menu(page: Path) -> list[tuple[str, str]]:
    foot = page.read_text("utf-8").partition('class="kaki"')[2]
    return re.findall(r'<li><a href="([^"]*)"[^>]*>([^<]*)</a></li>', foot.partition("</ul>")[0])


@pytest.mark.site
def test_they_are_pages_of_the_site(settings: Settings) -> None:
    """In our frame, named at the end of the menu, and in the map of the site; their
    Markdown is not copied."""
    _put(
        settings,
        kontak=KONTAK.replace("kab-contoh/#dinas", "kab-contoh/"),
        hak_anda="# Hak Anda\n\n## Batas\n",
    )
    assert _publish(settings) == []
    page = (settings.site / "kontak/index.html").read_text("utf-8")
    assert "<title>Kontak &amp; &lt;alamat&gt; · " in page
    assert re.search(r'<h1 id="_atas">Kontak &#38; &#60;alamat&#62;</h1>', page)
    assert '<h2 id="jam-buka">Jam buka</h2>' in page
    assert "<td>Senin</td>" in page
    assert 'href="../hak-anda/#batas"' in page
    assert _menu(settings.site / "index.html")[-2:] == [
        ("hak-anda/", "Hak Anda"),
        ("kontak/", "Kontak &amp; &lt;alamat&gt;"),
    ]
    assert "/kontak/</loc>" in (settings.site / "sitemap.xml").read_text("utf-8")
    assert not (settings.site / "kontak.md").exists()


@pytest.mark.site
def test_the_navigation_may_name_them(settings: Settings) -> None:
    """Where and under the name it says, and then once."""
    _put(settings, kontak="# Kontak\n", hak_anda="# Hak Anda\n")
    text = settings.config.read_text("utf-8")
    home = "  - Beranda: index.md\n"
    named = text.replace(home, f"{home}  - Hubungi kami: kontak/index.md\n")
    settings.config.write_text(named, "utf-8")
    loaded, problems = publishing.configured(settings.config)
    assert loaded, problems
    assert _publish(loaded) == []
    assert _menu(loaded.site / "index.html")[-2:] == [
        ("kontak/", "Hubungi kami"),
        ("hak-anda/", "Hak Anda"),
    ]
