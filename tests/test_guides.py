"""The guides: the mistakes that happen, every field, and steps that can be followed."""

import html
import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from textwrap import dedent
from typing import Any

import openpyxl
import pytest
import yaml
from conftest import EXAMPLE, ROOT
from made_files import cell, docx_of, paragraph, row, run, table
from test_mistakes import DEFAULT

from generator.build import publishing
from generator.commands import cli, publish
from generator.content import loading
from generator.content.content import Content
from generator.delivery import publication, scope
from generator.delivery.publication import Outcome, Publication
from generator.exports import workbook
from generator.model.reference import reference
from generator.model.schema import MODELS
from generator.pages import panduan, registry
from generator.pages.panduan import MISTAKES_FILE, Mistake
from generator.settings import Settings
from generator.theme.templates import environment

SHOWN = (
    "nama bagian salah ketik",
    "bagian wajib kurang",
    "bagian kosong",
    "pilihan salah ketik",
    "jenis rumus salah ketik",
    "jenis rumus belum ditulis",
    "teks di tempat daftar",
    "daftar di tempat teks",
    "titik dua di dalam teks",
    "titik dua di dalam butir",
    "butir dengan titik dua dan butir-butir",
    "daftar di bawah satu butir",
    "beberapa alinea dalam satu teks",
    "teks yang hilang sebagai komentar",
    "kurung siku",
    "id dengan huruf besar",
    "id dipakai dua kali",
    "id yang sudah terbit diganti",
    "desimal dengan titik",
    "tanggal dengan kata",
    "ya dan tidak",
    "atasan yang tidak ada",
    "urutan dipakai dua kali",
    "isi kolom lain tanpa kolomnya",
    "kolom rumus tanpa rumus",
    "contoh yang salah hitung",
    "variabel tidak dikenal",
)
"""The mistakes of salah.yml that are worth showing, in the order of the page."""


def _rows() -> list[dict[str, Any]]:
    text = (Path(__file__).parent / "salah.yml").read_text("utf-8")
    rows = {row["nama"]: row for row in yaml.load(text, yaml.CSafeLoader)}
    return [rows[name] for name in SHOWN]


def _mistake(row: dict[str, Any]) -> Mistake:
    """The lines that a mistake is about, wrong and right."""
    said = row["pesan"]
    wrong, right = _lines(row, row["menjadi"]), _lines(row, row.get("betul", row["semula"]))
    return Mistake(row["nama"], wrong, said if isinstance(said, list) else [said], right)


def _lines(row: dict[str, Any], part: str) -> str:
    """The whole lines of the file that hold a part in the place of what was there; with the one
    above, where the mistake is that nothing is left."""
    before, _, after = _text(row).partition(row["semula"])
    start = before.rfind("\n", 0, len(before) if row["menjadi"] else -1) + 1
    rest = "" if part.endswith("\n") or not part else after.partition("\n")[0]
    return dedent(before[start:] + part + rest).strip("\n")


def _text(row: dict[str, Any]) -> str:
    return (EXAMPLE / "content" / row.get("berkas", DEFAULT)).read_text("utf-8")


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["nama"])
def test_what_is_said_to_be_right_is(row: dict[str, Any], settings: Settings) -> None:
    """In the place of what was there."""
    file = settings.content / row.get("berkas", DEFAULT)
    right = _text(row).replace(row["semula"], row.get("betul", row["semula"]))
    file.write_text(right, "utf-8")
    assert publishing.check(settings).problems == []


def test_the_mistakes_are_those_of_the_table(request: pytest.FixtureRequest) -> None:
    """What the page shows is what `iki check` is held to; `--perbarui` writes it anew."""
    text = (
        json.dumps([asdict(_mistake(row)) for row in _rows()], ensure_ascii=False, indent=2) + "\n"
    )
    if request.config.getoption("--perbarui"):
        MISTAKES_FILE.write_text(text, encoding="utf-8", newline="\n")
    assert MISTAKES_FILE.read_text("utf-8") == text


def test_the_reference_has_every_field() -> None:
    """Of every class that a file is made of; what holds another leads to it."""
    parts = {each.id: each for each in reference()}
    assert list(MODELS) == [each for each in parts if each in MODELS]
    for name, model in MODELS.items():
        assert [each.name for each in parts[name].fields] == model.written()
    for part in parts.values():
        assert part.description
        assert all(below in parts for each in part.fields for below in each.parts)
        assert all(each.description or each.name == "jenis" for each in part.fields)
    (polarisasi,) = (each for each in parts["indikator"].fields if each.name == "polarisasi")
    assert polarisasi.choices == ["maksimum", "minimum", "stabil"]
    (rumus,) = (each for each in parts["indikator"].fields if each.name == "rumus")
    assert "persentase" in rumus.parts
    assert parts["persentase"].name == "rumus jenis persentase"


def _screens(slug: str) -> list[str]:
    """What a guide says to type, or to write."""
    text = (ROOT / f"theme/pages/panduan-{slug}.md.jinja").read_text("utf-8")
    return [
        html.unescape(each) for each in re.findall(r'<pre class="layar">(.*?)</pre>', text, re.S)
    ]


def _typed(slug: str) -> Iterator[list[str]]:
    """The commands of a guide, but for those that build or wait."""
    for line in "\n".join(_screens(slug)).splitlines():
        words = shlex.split(line) if line.startswith(".venv/bin/iki ") else []
        if words and words[1] not in ("serve", "build"):
            yield words[1:]


@pytest.mark.long
def test_a_new_edition_step_by_step(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of the guide; the check in between finds only what is still empty."""
    monkeypatch.chdir(example)
    edition, position, *checks = _typed("menambah-edisi")
    assert cli.main(edition) == 0
    assert cli.main(position) == 0
    folder = example / "content/kab-contoh/dinas-contoh/2025"
    decree = folder / "dokumen.yml"
    text = re.sub(r"^(judul|nomor):$", r"\1: SK", decree.read_text("utf-8"), flags=re.M)
    text = text.replace("tanggal_ditetapkan:\n", "tanggal_ditetapkan: 2025-01-10\n")
    text = re.sub(r"^(perubahan|berkas_sumber):\n(  .*\n)+", "", text, flags=re.M)
    decree.write_text(text, "utf-8")
    new = folder / "arsiparis.yml"
    filled = re.sub(
        r" (uraian|nama|rumus):$", r" \1: Jumlah arsip", new.read_text("utf-8"), flags=re.M
    )
    new.write_text(filled.replace("          -\n", "          - Buku\n"), "utf-8")
    assert [cli.main(each) for each in checks] == [1, 0, 0]


@pytest.mark.long
def test_a_decree_is_imported_step_by_step(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of the guide: a draft that passes the check and a page beside it, of a decree
    and of the form for Excel; and an edition again out of the open data."""
    monkeypatch.chdir(example)
    lines = [
        *("KEPUTUSAN KEPALA DINAS CONTOH", "NOMOR : 1/2025", "TENTANG", "PENETAPAN KINERJA 2025"),
        *("Jabatan : Arsiparis", "Tugas : menata arsip"),
    ]
    heading = row(*(cell(paragraph(run(each))) for each in ("SASARAN", "INDIKATOR", "FORMULASI")))
    told = ("Tertata", "Jumlah arsip", "Jumlah arsip yang ditata")
    below = row(*(cell(paragraph(run(each))) for each in told))
    docx_of(
        example / "naskah.docx", *(paragraph(run(each)) for each in lines), table(heading, below)
    )
    decree, check, new, filled, again = _typed("impor")
    assert [cli.main(decree), cli.main(check), cli.main(new)] == [0, 0, 0]
    assert (example / "content/kab-contoh/dinas-contoh/2025/arsiparis.yml").is_file()
    assert (example / "tinjau.html").is_file()
    book = openpyxl.load_workbook(example / "isian.xlsx")
    for line, value in ((1, "IKI"), (2, "KEPUTUSAN"), (4, "IKI"), (5, 2026)):
        book["Dokumen"].cell(line, 2, value)
    book["Jabatan"]["A3"] = book["Indikator"]["A3"] = "ARSIPARIS"
    book["Indikator"]["B3"], book["Indikator"]["C3"] = told[:2]
    book["Indikator"]["E3"] = told[2]
    book.save(example / "isian.xlsx")
    assert [cli.main(filled), cli.main(check)] == [0, 0]
    assert (example / "content/kab-contoh/dinas-contoh/2026/arsiparis.yml").is_file()
    assert (example / "tinjau-isian.html").is_file()
    content = loading.load(example / "content", "content").content
    made = next(each for each in workbook.files(content) if each.address == "data/iki.xlsx")
    (example / "iki.xlsx").write_bytes(made.data)
    assert cli.main(again) == 0
    assert (example / "content/kab-contoh/dinas-contoh/2024-impor/sekretaris.yml").is_file()


def test_an_amendment_step_by_step(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command of the guide, and the decree that it says is there; a position is removed."""
    monkeypatch.chdir(example)
    (edition, check) = [*_typed("naskah-perubahan"), ["check"]]
    words = ("--jenis", "IKI", "--judul", "SK", "--tentang", "IKI")
    assert cli.main([*edition, *words]) == 0
    decree = example / "content/kab-contoh/dinas-contoh/2024-perubahan-1/dokumen.yml"
    bare = re.sub(r"^ *#.*\n", "", decree.read_text("utf-8"), flags=re.M)
    _, written, removed = _screens("naskah-perubahan")
    assert written in bare
    decree.write_text(bare.replace(written, removed), "utf-8")
    capsys.readouterr()
    assert cli.main(check) == 0
    assert "galat" not in capsys.readouterr().out


@pytest.mark.long
def test_formulas_are_written_as_the_guide_says(settings: Settings) -> None:
    """Each is taken, and together they are of many kinds."""
    screens = [each for each in _screens("menulis-rumus") if each.startswith("rumus:")]
    for screen in screens:
        file = settings.content / "kab-contoh/dinas-contoh/2024/sekretaris.yml"
        text = file.read_text("utf-8")
        indented = screen.replace("\n", "\n        ")
        new = text.replace("        rumus: Jumlah cuti yang diurus", f"        {indented}")
        assert new != text
        file.write_text(new, "utf-8")
        assert publishing.check(settings).problems == []
        file.write_text(text, "utf-8")
    assert len(screens) == 7


def test_the_message_of_the_guide_is_a_message(settings: Settings) -> None:
    """It is said just so, at that line and column."""
    row = next(each for each in _rows() if each["nama"] == SHOWN[0])
    file = settings.content / DEFAULT
    file.write_text(_text(row).replace(row["semula"], row["menjadi"]), "utf-8")
    problem = publishing.check(settings).problems[-1]
    said = f"{problem.path}:{problem.line}:{problem.column}: galat: {problem.message}"
    assert said == _screens("membaca-pesan")[0]


@pytest.mark.long
def test_an_address_step_by_step(
    example: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line of the guide is the one that the check asks for, its command moves a folder, and a
    page is withdrawn as it says."""
    monkeypatch.chdir(example)
    changed, _, withdrawn = _screens("mengganti-alamat")
    row = next(each for each in _rows() if each["nama"] == "id yang sudah terbit diganti")
    assert f"menjadi `{changed}`" in row["pesan"]
    text = ledger.read_text("utf-8")
    address = withdrawn.partition(":")[0]
    assert text.count(f"\n{address}: ") == 1
    ledger.write_text(re.sub(rf"(?m)^{re.escape(address)}: .*", withdrawn, text), "utf-8")
    contoh = example / "content" / "kab-contoh"
    (contoh / "dinas-contoh").rename(contoh / "badan-contoh")
    (move,) = _typed("mengganti-alamat")
    assert cli.main(move) == 0
    assert cli.main(["check"]) == 0


def test_what_is_published_is_told_as_it_is_done() -> None:
    """The commands in the order of the workflow, and what those who wait are told."""
    flow = (ROOT / ".github/workflows/terbitkan.yml").read_text("utf-8")
    assert _screens("menerbitkan-situs")[0].splitlines() == re.findall(r"run: (.*iki .*)", flow)
    text = (ROOT / "theme/pages/panduan-menerbitkan-situs.md.jinja").read_text("utf-8")
    told = "".join(
        publish._why(Publication(outcome, "a"), "main")
        for outcome in (Outcome.MOVED, Outcome.PROTECTED)
    )
    quoted = re.findall(r"<b>Merah, “(.*?)”</b>", text)
    assert len(quoted) == 2
    assert all(words in told for words in quoted)
    assert f"<b>{publication.BRANCH}</b>" in text
    assert f"<b>{publication.TITLE}</b>" in text
    review = (ROOT / "theme/pages/panduan-meninjau-usulan.md.jinja").read_text("utf-8")
    assert f"<b>{scope.LABEL}</b>" in review


def test_every_guide_leads_to_guides(settings: Settings) -> None:
    """From the list to each of them, and between them."""
    site = registry.site_of(Content(), settings)
    own = dict(panduan.pages(site))
    (_, first), *others = own.items()
    templates = environment(settings.theme)
    text = templates.get_template("pages/panduan.md.jinja").render(v=first)
    leads = re.findall(r'href="([^"]+)"', text)
    assert [f"panduan/{each}" for each in leads] == [address for address, _ in others]
