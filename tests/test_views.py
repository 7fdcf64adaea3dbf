"""What pages show, beyond what their golden files say."""

import re

import pytest

from generator.build import publishing
from generator.pages import rendering as pages
from generator.settings import Settings


def _page(settings: Settings, path: str) -> str:
    content = publishing.check(settings).content
    return next(page.text for page in pages.render(content, settings) if page.address == path)


def test_two_editions_are_compared(settings: Settings) -> None:
    """Added and removed duties and indicators stand marked, with words for those who do not see."""
    text = _page(settings, "bandingkan/edisi/kab-contoh/dinas-contoh/sekretaris/2023/2024/index.md")
    assert '<ins><span class="tak-terlihat">ditambah: </span>Mengurus pegawai' in text
    assert "<li>Mengurus surat" in text
    assert text.count('<li class="utama">baru</li>') == 3
    assert text.count('<li class="utama">dihapus</li>') == 1


def test_the_old_edition_says_what_replaced_it(settings: Settings) -> None:
    """A banner on the old position leads to the same position of the new edition."""
    old = _page(settings, "kab-contoh/dinas-contoh/2023/sekretaris/index.md")
    assert 'dicabut oleh <a href="../../2024/sekretaris/">edisi 2024</a>' in old
    new = _page(settings, "kab-contoh/dinas-contoh/2024/sekretaris/index.md")
    assert "dicabut oleh" not in new
    assert "bandingkan/edisi/kab-contoh/dinas-contoh/sekretaris/2023/2024/" in new


def test_a_decree_shows_who_is_under_whom(settings: Settings) -> None:
    """One list of lists: a branch for each that leads others, with the number of indicators."""
    text = _page(settings, "kab-contoh/dinas-contoh/2024/index.md")
    branch = text.partition('<ul class="pohon cabang">')[2].partition("_tanpa-atasan")[0]
    above, _, below = branch.partition("<ul>")
    assert "Plt. Sekretaris Dinas" in above
    assert "pengelola-data-siak/" in below
    assert text.count("pengelola-data-siak/") == 1
    assert '<span class="tak-terlihat">Administrator, </span>' in above
    assert "<dt>Kalimat, bukan rumus <b>1</b></dt>" in text


def test_positions_without_a_named_superior_stand_under_these_words(settings: Settings) -> None:
    """Beside those who lead, and not level with them; the head of an agency leads also alone."""
    edition = settings.content / "kab-contoh/dinas-contoh/2024"
    secretary = (edition / "sekretaris.yml").read_text("utf-8")
    for slug, group in (("bendahara", "pelaksana"), ("kepala-dinas", "jpt")):
        text = re.sub("^nama: .*", f"nama: {slug.upper()}", secretary, flags=re.M)
        text = re.sub("^kelompok: .*", f"kelompok: {group}", text, flags=re.M)
        text = re.sub("^urutan: .*", f"urutan: {40 + len(slug)}", text, flags=re.M)
        (edition / f"{slug}.yml").write_text(text, "utf-8")
    text = _page(settings, "kab-contoh/dinas-contoh/2024/index.md")
    branches, _, alone = text.partition("Atasan tidak disebut dalam naskah (1)")
    assert "bendahara/" in alone
    assert "bendahara/" not in branches
    assert "kepala-dinas/" in branches
    assert '<li class="kelompok-pelaksana">Pelaksana 1</li>' in branches


def test_editions_on_a_line_of_time(settings: Settings) -> None:
    """With a text for who cannot see it."""
    text = _page(settings, "kab-contoh/dinas-contoh/index.md")
    assert 'aria-label="Garis waktu edisi: 2023, 2024"' in text


def test_abbreviations_are_explained_on_the_page(settings: Settings) -> None:
    """Those that stand on it, and no others."""
    text = _page(settings, "kab-contoh/dinas-contoh/2024/pengelola-data-siak/index.md")
    assert "<dt>SIAK</dt><dd>Sistem Informasi Administrasi Kependudukan</dd>" in text
    other = _page(settings, "kab-contoh/dinas-contoh/2024/sekretaris/index.md")
    assert "<dt>SIAK</dt>" not in other


def test_one_name_calculated_in_two_ways(settings: Settings) -> None:
    """The index of indicators shows both."""
    file = settings.content / "kab-contoh/dinas-contoh/2023/sekretaris.yml"
    text = file.read_text("utf-8").replace(
        "nama: Jumlah surat yang diurus", "nama: Persentase surat yang tepat waktu"
    )
    file.write_text(text, "utf-8")
    shown = _page(settings, "indeks/indikator/index.md")
    assert "Dihitung dengan 2 cara:" in shown
    assert "(Jumlah surat yang tepat waktu / Jumlah surat) × 100%" in shown


def test_the_colour_of_an_agency(settings: Settings) -> None:
    """It is used as it is on white, and lightened on dark."""
    iki = settings.iki.model_copy(update={"warna": "#7a1f1f"})
    css = _page(Settings(settings.config, iki), "assets/warna.css")
    assert "--aksen: #7a1f1f;" in css
    assert "light-dark(#7a1f1f, #" in css


@pytest.mark.long
def test_the_newest_decrees_come_first(real_settings: Settings) -> None:
    """By their day, or by their year where no day is printed."""
    text = _page(real_settings, "index.md").partition("Dokumen terbaru")[2]
    years = [int(year) for year in re.findall(r", (\d{4})</a>", text)]
    assert years == sorted(years, reverse=True)


def _edit(settings: Settings, file: str, old: str, new: str) -> None:
    path = settings.content / "kab-contoh/dinas-contoh" / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_names_of_one_subject_do_not_part_each_other(settings: Settings) -> None:
    """The index goes by the subject, but one name with its two formulas stays one entry."""
    name = "nama: Indeks pelayanan"
    _edit(settings, "2023/sekretaris.yml", "nama: Jumlah surat yang diurus", "nama: Jumlah Arsip")
    _edit(settings, "2024/pengelola-data-siak.yml", "nama: Server", "nama: Persentase Arsip")
    _edit(settings, "2024/sekretaris.yml", name, "nama: Jumlah Arsip")
    shown = _page(settings, "indeks/indikator/index.md")
    assert shown.lower().count(">jumlah arsip</a></p>") == 1
    assert "Dihitung dengan 2 cara:" in shown


@pytest.mark.long
def test_a_merged_source_is_that_of_the_cell_above(settings: Settings) -> None:
    """On the page, in the index of sources, and where two editions are compared."""
    index = _page(settings, "indeks/sumber-data/index.md")
    entry = index.partition("Buku agenda")[2].partition("indeks-nama")[0]
    assert "#surat-tepat-waktu" in entry
    assert "#indeks" in entry
    compared = _page(
        settings, "bandingkan/edisi/kab-contoh/dinas-contoh/sekretaris/2023/2024/index.md"
    )
    assert compared.count("Buku agenda; Laporan surat") == 2
