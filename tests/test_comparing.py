"""Comparing: agencies with one another, and decrees with their predecessors."""

import re
import shutil
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from generator.build import publishing
from generator.content.topics import Subjects
from generator.pages import entri, indeks, parts, senama
from generator.pages import rendering as pages
from generator.settings import Settings

NAMES = [
    "Persentase PNS yang mendapat pelayanan administrasi Kepegawaian",
    "Persentase pemenuhan administrasi kepegawaian PD",
    "Persentase dokumen laporan keuangan yang selesai tepat waktu",
    "Persentase laporan keuangan yang tersusun sesuai aturan",
    "Jumlah gedung yang dipelihara tepat waktu",
]


def _rendered(settings: Settings) -> dict[str, str]:
    content = publishing.check(settings).content
    return {
        each.address.removesuffix("index.md"): each.text
        for each in pages.render(content, settings)
        if each.address.endswith("index.md")
    }


def _twin(settings: Settings, name: str) -> Path:
    """Another government with the same agencies."""
    there = settings.content / name
    shutil.copytree(settings.content / "kab-contoh", there)
    pemda = there / "pemda.yml"
    text = pemda.read_text("utf-8")
    pemda.write_text(re.sub("^nama: .*", f"nama: {name}", text, flags=re.M), "utf-8")
    return there


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_names_are_grouped_by_what_they_are_about() -> None:
    """Not by how it is measured, nor by what is said of everything."""
    subjects = Subjects(NAMES)
    assert subjects.groups(NAMES) == [[0, 1], [2, 3], [4]]
    assert subjects.title(NAMES[2:4]) == "Laporan keuangan"
    assert subjects.title(NAMES[:2]) == "Administrasi kepegawaian"


def test_a_name_without_a_telling_word_is_a_group_of_its_own() -> None:
    subjects = Subjects(["Jumlah", "Persentase", "???"])
    assert subjects.groups(["Jumlah", "Persentase"]) == [[0], [1]]
    assert subjects.title(["Jumlah"]) == "Jumlah"
    assert subjects.title(["???"]) == "???"


@pytest.mark.no_cover
def test_thousands_of_names_are_not_held_against_one_another() -> None:
    """Of so many only those with the same words are one; it is done at once."""
    names = [f"Jumlah berkas nomor {number // 2}" for number in range(20_000)]
    groups = Subjects(names).groups(names)
    assert groups == [[place, place + 1] for place in range(0, 20_000, 2)]


@pytest.mark.long
def test_one_kind_in_two_agencies(settings: Settings) -> None:
    """What is the same is said; another word is marked; another formula leads to all of them."""
    there = _twin(settings, "kota-contoh")
    secretary = there / "dinas-contoh/2024/sekretaris.yml"
    _edit(secretary, "nama: Persentase surat yang tepat waktu", "nama: Persentase surat yang cepat")
    written = _rendered(settings)
    page = written["bandingkan/jabatan/sekretaris/"]
    assert "perbandingan sekretaris dinas di 2 instansi" in page.lower()
    assert page.count("sama di 2 instansi") >= 2
    assert "<mark>cepat</mark>" in page
    assert '<th colspan="2" scope="rowgroup">Tugas</th>' in page
    assert '<th colspan="2" scope="rowgroup">Fungsi</th>' in page
    assert "<select" not in page


@pytest.mark.long
def test_one_name_with_two_formulas(settings: Settings) -> None:
    """Both stand side by side, with the words that differ marked; the matrix leads there."""
    there = _twin(settings, "kota-contoh")
    secretary = there / "dinas-contoh/2024/sekretaris.yml"
    _edit(secretary, "penyebut: Jumlah surat", "penyebut: Jumlah surat masuk")
    written = _rendered(settings)
    page = written["bandingkan/indikator/persentase-surat-yang-tepat-waktu/"]
    assert "2 instansi memakai indikator ini, dengan 2 cara menghitung." in page
    assert page.count('<section class="senama-rumus"') == 2
    assert "<mark>surat)</mark>" in page
    matrix = written["bandingkan/jabatan/sekretaris/"]
    link = 'href="../../indikator/persentase-surat-yang-tepat-waktu/">nama sama, rumus berbeda</a>'
    assert link in matrix
    assert "bandingkan/indikator/persentase-surat" in written["indeks/indikator/"]


@pytest.mark.long
def test_a_kind_of_many_positions_is_paged(settings: Settings) -> None:
    """At most six stand beside each other; each position once, and its page leads to its own."""
    for number in range(12):
        _twin(settings, f"kota-{number}")
    written = _rendered(settings)
    kind = {at: text for at, text in written.items() if at.startswith("bandingkan/jabatan/sekre")}
    assert len(kind) == 3
    shown = {
        at: re.findall(r'<th scope="col"><a href="([^"]*)"', text) for at, text in kind.items()
    }
    assert all(len(each) <= parts.BESIDE for each in shown.values())
    of = {normpath(join(at, href)): at for at, hrefs in shown.items() for href in hrefs}
    assert len(of) == 13
    for position, at in of.items():
        links = re.findall(r'href="([^"]*bandingkan/jabatan/[^"]*)"', written[f"{position}/"])
        assert {normpath(join(position, link)) for link in links} == {dirname(at)}


@pytest.mark.long
def test_the_head_of_a_comparison_counts(settings: Settings) -> None:
    """Of a position its indicators, of a decree its positions."""
    written = _rendered(settings)
    position = written["bandingkan/edisi/kab-contoh/dinas-contoh/sekretaris/2023/2024/"]
    assert "<strong>Indikator: 3 baru, 1 dihapus.</strong>" in position
    decree = written["bandingkan/edisi/kab-contoh/dinas-contoh/2023/2024/"]
    assert "<strong>Jabatan: 1 baru, 1 berubah.</strong>" in decree
    assert "../../sekretaris/2023/2024/" in decree
    page = written["kab-contoh/dinas-contoh/2024/"]
    assert "bandingkan/edisi/kab-contoh/dinas-contoh/2023/2024/" in page


@pytest.mark.long
def test_a_whole_decree_knows_what_was_renamed_and_what_it_inherits(settings: Settings) -> None:
    """A position whose address is another now is no new one; what an amendment leaves is kept."""
    agency = settings.content / "kab-contoh/rsud-contoh"
    written = _rendered(settings)
    decree = written["bandingkan/edisi/kab-contoh/rsud-contoh/2024/2024-perubahan-1/"]
    assert "Jabatan tetap" in decree
    (agency / "2024/direktur.yml").read_text("utf-8")
    old = settings.content / "kab-contoh/dinas-contoh/2023/sekretaris.yml"
    new = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
    text = new.read_text("utf-8")
    old.rename(old.with_name("sekretariat.yml"))
    old.with_name("sekretariat.yml").write_text(
        re.sub("^atasan: .*\n", "", text, flags=re.M), "utf-8"
    )
    ledger = settings.content / "alamat.yml"
    ledger.unlink(missing_ok=True)
    decree = _rendered(settings)["bandingkan/edisi/kab-contoh/dinas-contoh/2023/2024/"]
    assert (
        'dahulu: <a href="../../../../../../kab-contoh/dinas-contoh/2023/sekretariat/">' in decree
    )


@pytest.mark.long
@pytest.mark.parametrize("small", [0, 10**6])
def test_every_entry_of_an_index_stands_once_and_leads_to_a_page(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    """On one page or on many, whatever is cut where."""
    _twin(settings, "kota-contoh")
    monkeypatch.setattr(entri, "SMALL", small)
    whole = _entries(_rendered(settings))
    monkeypatch.setattr(indeks, "PAGE", 4)
    monkeypatch.setattr(senama, "PAGE", 1)
    written = _rendered(settings)
    assert _entries(written) == whole
    assert len(whole["sumber-data"]) > 5
    lost = {
        (at, href)
        for at, text in written.items()
        if at.startswith(("indeks/", "bandingkan/"))
        for href in re.findall(r'href="([^"#]*)[^"]*"', text)
        if href and f"{normpath(join(at, href))}/".removeprefix("./") not in {*written, "./", "/"}
    }
    assert lost == set()
    if not small:
        assert [at for at in written if re.fullmatch("indeks/sumber-data/./2/", at)]
        assert max(map(_lines, _of_letters(written))) <= 4


def _entries(written: dict[str, str]) -> dict[str, set[tuple[str, str]]]:
    """Each place by the name that it stands under, by index."""
    found: dict[str, set[tuple[str, str]]] = {}
    for at, text in written.items():
        if at.startswith("indeks/"):
            for item in re.split(r'<li id="', text)[1:]:
                name = re.sub("<.*?>", "", item.partition("</p>")[0].partition(">")[2])
                for href in re.findall(r'<li><a href="([^"]*)"', item):
                    place = (name, normpath(join(at, href)))
                    found.setdefault(at.split("/")[1], set()).add(place)
    return found


def _of_letters(written: dict[str, str]) -> list[str]:
    return [text for at, text in written.items() if re.match("indeks/sumber-data/.", at)]


def _lines(text: str) -> int:
    return text.partition('<ul class="indeks">')[2].count("<li")


@pytest.mark.long
def test_sources_that_differ_in_case_and_signs_are_one(settings: Settings) -> None:
    """Called as most call it, with an anchor."""
    there = _twin(settings, "kota-contoh")
    _edit(there / "dinas-contoh/2024/sekretaris.yml", "- Buku agenda", "- BUKU  AGENDA;")
    page = _rendered(settings)["indeks/sumber-data/"]
    assert page.lower().count('id="buku-agenda"') == 1
    assert "BUKU" not in page


@pytest.mark.long
def test_kinds_of_formula_are_explained(settings: Settings) -> None:
    """In words, with an example that leads to its indicator."""
    page = _rendered(settings)["indeks/rumus/"]
    share = page.partition("## Persentase")[2].partition("## ")[0]
    assert "Bagian dari keseluruhan, dalam persen." in share
    assert re.search(r'Contoh: <a href="[^"]*kab-contoh/[^"]*#', share)
