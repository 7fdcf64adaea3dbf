"""What may leave the building: the holders of positions only where an agency says so."""

import gzip
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import publishing
from generator.content.public import public
from generator.model.texts import texts
from generator.pages import rendering as pages
from generator.settings import Settings

KEY = ("kab-contoh", "dinas-contoh", "2024", "sekretaris")
NAME = re.compile(r"\bsiti\b")
PAGE = "kab-contoh/dinas-contoh/2024/sekretaris/index"


def _showing(settings: Settings) -> Settings:
    iki = settings.iki.model_copy(update={"tampilkan_nama_pejabat": True})
    return replace(settings, iki=iki)


def _pages(settings: Settings) -> dict[str, str]:
    content = publishing.check(settings).content
    return {page.address: page.text for page in pages.render(content, settings)}


def test_a_holder_is_taken_out_of_document_and_source(settings: Settings) -> None:
    """With the places in the file, and with its comments; nothing else is touched."""
    file = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
    file.write_text(f"# SITI CONTOH\n{file.read_text('utf-8')}", "utf-8")
    whole = publishing.check(settings).content
    entry = public(whole, settings.iki).entries[KEY]
    assert entry.document == whole.entries[KEY].document.model_copy(update={"pejabat": None})
    assert "SITI" not in repr(entry)
    assert "pejabat" not in repr(entry.source)
    others = {key: each for key, each in whole.entries.items() if key != KEY}
    assert {k: e for k, e in public(whole, settings.iki).entries.items() if k != KEY} == others
    assert public(whole, _showing(settings).iki) == whole


def test_the_texts_of_a_document(settings: Settings) -> None:
    """What is read, at any depth; no choice, no address, no number, no code."""
    entries = publishing.check(settings).content.entries
    found = list(texts(entries[KEY].document))
    assert {"SITI CONTOH, SE", "dalam tiga hari", "Nilai IKM non konversi"} <= set(found)
    assert not {"administrator", "surat-tepat-waktu", "Plt.", "persentase", "2024"} & set(found)
    other = list(texts(entries[*KEY[:3], "pengelola-data-siak"].document))
    assert "akar dari a dibagi b" in other
    assert not [each for each in other if "\\" in each]
    agency = list(texts(entries[KEY[:2]].document))
    assert "Jalan Contoh Nomor 1" in agency
    assert not [each for each in agency if "contohkab" in each]


@pytest.mark.long
@pytest.mark.parametrize("is_shown", [False, True])
def test_a_title_is_no_abbreviation(settings: Settings, is_shown: bool) -> None:
    """SE behind a name is no Surat Edaran; in a duty it is."""
    terms = settings.content / "istilah.yml"
    terms.write_text(
        terms.read_text("utf-8") + "  - istilah: SE\n    kepanjangan: Surat Edaran\n", "utf-8"
    )
    chosen = _showing(settings) if is_shown else settings
    assert "Surat Edaran" not in _pages(chosen)[f"{PAGE}.md"]
    file = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
    text = file.read_text("utf-8").replace("- Mengurus surat\n", "- Mengurus surat dan SE\n")
    file.write_text(text, "utf-8")
    assert "<dt>SE</dt><dd>Surat Edaran</dd>" in _pages(chosen)[f"{PAGE}.md"]


def _unpacked(book: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return b"".join(map(parts.read, parts.namelist()))


def _published(site: Path) -> dict[str, str]:
    """Every file as text, what is compressed in it too."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
            data = _unpacked(data) if path.suffix == ".xlsx" else data
            found[path.relative_to(site).as_posix()] = data.decode("utf-8", "replace").casefold()
    return found


@pytest.mark.site
def test_a_hidden_holder_is_nowhere(example_site: Path) -> None:
    """Not in a page, not in JSON, not in the search index: not even a word of the name."""
    published = _published(example_site)
    assert any(path.startswith("cari/indeks/h") for path in published)
    assert not [path for path, text in published.items() if NAME.search(text)]


@pytest.mark.site
def test_a_shown_holder_is_where_one_looks(settings: Settings) -> None:
    """On the page of the position, where its editions are compared, and for the search."""
    chosen = _showing(settings)
    assert publishing.publish(publishing.check(chosen), chosen, lambda words: None) == []
    published = _published(chosen.site)
    assert "pejabat: siti contoh, se" in published[f"{PAGE}.html"]
    found = [path for path, text in published.items() if NAME.search(text)]
    assert {path for path in found if not path.startswith("cari/indeks/")} == {
        f"{PAGE}.html",
        f"{PAGE}.json",
        "bandingkan/edisi/kab-contoh/dinas-contoh/sekretaris/2023/2024/index.html",
        "kab-contoh/dinas-contoh/2024/indikator.xlsx",
        "data/iki.json",
        "data/iki.ndjson",
        "data/iki.xlsx",
        "data/jabatan.csv",
    }
    assert len([path for path in found if path.startswith("cari/indeks/h")]) == 1
