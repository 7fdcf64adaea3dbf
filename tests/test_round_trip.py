"""The workbook of an edition from Data terbuka is imported as the same documents."""

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import EXAMPLE
from hypothesis import given
from hypothesis import strategies as st
from made import TEXT, documents
from pydantic import ValidationError

from generator.commands import cli
from generator.content import loading
from generator.content.content import Content, Entry
from generator.content.public import public
from generator.exports import editions, workbook
from generator.importing.lembar import exported
from generator.importing.lembar.form import is_exported, is_form
from generator.model.documents import Dokumen, Jabatan
from generator.settings import Settings, load
from generator.source.source import Source
from generator.source.ways import parsed, spelled
from generator.values.fields import Model

pytestmark = pytest.mark.long

DINAS = "content/kab-contoh/dinas-contoh/2024"
ROOT = Path(__file__).parent.parent
CONTENTS = {
    "contoh": EXAMPLE / "content",
    "bentuk": ROOT / "tests" / "bentuk" / "content",
    "asli": ROOT / "content",
}
STEPS = st.lists(TEXT | st.integers(0, 9), min_size=1, max_size=5).map(tuple)


@pytest.fixture(params=CONTENTS)
def published(request: pytest.FixtureRequest, real_settings: Settings) -> Content:
    """What leaves a site: the good example, other shapes of decrees, the real ones."""
    content = loading.load(CONTENTS[request.param], "content").content
    return public(content, real_settings.iki, with_drafts=True)


def _workbooks(content: Content) -> dict[str, bytes]:
    return {each.address: each.data for each in workbook.files(content)}


def _imported(editions: exported.Editions) -> Iterator[tuple[tuple[str, ...], Model]]:
    for address, found in editions.items():
        assert found.mistakes == ()
        for name, value in found.files.items():
            if name == "dokumen.yml":
                yield tuple(address.split("/")), Dokumen.model_validate(value)
            else:
                key = (*address.split("/"), name.removesuffix(".yml"))
                yield key, Jabatan.model_validate(value)


def _deep(content: Content) -> dict[tuple[str, ...], Model]:
    return {key: each.document for key, each in content.entries.items() if len(key) > 2}


def test_everything_comes_back(published: Content, tmp_path: Path) -> None:
    """From the workbook of the whole site, and from that of each decree."""
    made = _workbooks(published)
    path = tmp_path / "iki.xlsx"
    path.write_bytes(made["data/iki.xlsx"])
    assert is_exported(path)
    assert not is_form(path)
    assert dict(_imported(exported.typed_in(path))) == _deep(published)
    for dokumen in published.all_dokumen():
        path.write_bytes(made["/".join((*dokumen.key, "indikator.xlsx"))])
        found = dict(_imported(exported.typed_in(path)))
        assert found == {k: each for k, each in _deep(published).items() if k[:3] == dokumen.key}


@given(
    st.sampled_from([Dokumen, Jabatan]).flatmap(
        lambda model: st.tuples(st.just(model), documents(model))
    )
)
def test_any_document_comes_back(made: tuple[type[Model], dict[str, Any]]) -> None:
    """Whatever its fields hold."""
    model, written = made
    try:
        document = model.model_validate(written)
    except ValidationError:
        return
    file = exported._File()
    key = ("a", "b", "2024", "c")
    for number, row in enumerate(editions.rows(Entry(key, Source("a", {}, {}, {}), document))):
        file.take(exported._Typed(row.address, row.way, row.text, (number, 3), (1, 2, 3)))
    assert model.model_validate(file.value) == document


@given(STEPS)
def test_a_way_comes_back(way: tuple[str | int, ...]) -> None:
    assert parsed(spelled(way)) == way


def test_a_way_is_read_easily() -> None:
    assert spelled(("sasaran", 0, "lainnya", "#/~No.")) == "sasaran/#1/lainnya/~2~1~0No."


def test_a_long_text_goes_on_in_the_next_row() -> None:
    """A cell of Excel holds 32,767 characters at most."""
    text = "😀" * 20_000
    document = loading.load(EXAMPLE / "content", "content").content.all_jabatan()
    document = next(document).document.model_copy(update={"catatan": text})
    rows = list(editions.rows(Entry(("a", "b", "2024", "c"), Source("a", {}, {}, {}), document)))
    assert [len(each.text) for each in rows if each.way == "catatan"] == [16_000, 4_000]


@pytest.fixture
def book(example: Path, real_settings: Settings) -> Path:
    """The workbook of the site."""
    content = public(loading.load(example / "content", "content").content, real_settings.iki)
    path = example / "iki.xlsx"
    path.write_bytes(_workbooks(content)["data/iki.xlsx"])
    return path


def test_an_edition_is_imported(
    book: Path, example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It makes the same documents, and a check says of them what it said before."""
    monkeypatch.chdir(example)
    edition = example / DINAS
    before = loading.load(example / "content", "content").content
    settings, _ = load(example / "site_config.yml")
    assert settings
    shutil.rmtree(edition)
    assert cli.main(["import", "iki.xlsx", "--ke", DINAS]) == 0
    after = loading.load(example / "content", "content").content
    assert _deep(public(after, settings.iki)) == _deep(public(before, settings.iki))
    assert cli.main(["format", "--check", DINAS]) == 0
    capsys.readouterr()


def test_which_edition_is_meant(
    book: Path, example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several that which has the address."""
    monkeypatch.chdir(example)
    assert cli.main(["import", "iki.xlsx", "--ke", "content/kab-contoh/dinas-contoh/2030"]) == 2
    said = capsys.readouterr()
    assert 'memuat 5 edisi, dan "kab-contoh/dinas-contoh/2030" tidak ada' in said.out + said.err


CHANGES: dict[str, tuple[Callable[[Any], None], str]] = {
    "an address": (
        lambda sheet: sheet.cell(2, 1, "../../x/"),
        "Isi!A2: bukan alamat dokumen atau jabatan",
    ),
    "an item that does not follow": (
        lambda sheet: sheet.cell(3, 2, "menimbang/#7"),
        "Isi!B3: tidak cocok dengan baris di atasnya.",
    ),
    "a value twice": (
        lambda sheet: sheet.cell(4, 2, sheet.cell(2, 2).value),
        "Isi!B4: tidak cocok dengan baris di atasnya.",
    ),
    "too deep": (
        lambda sheet: sheet.cell(2, 2, "a/" * 5000 + "a"),
        "Isi!B2: tidak cocok dengan baris di atasnya.",
    ),
    "an unknown field": (lambda sheet: sheet.cell(2, 2, "jeniss"), 'Isi!C2: bagian "jeniss"'),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_mistake_is_told_by_its_cell(book: Path, name: str) -> None:
    change, message = CHANGES[name]
    opened = openpyxl.load_workbook(io.BytesIO(book.read_bytes()))
    change(opened["Isi"])
    opened.save(book)
    told = [each for found in exported.typed_in(book).values() for each in found.mistakes]
    assert any(each.startswith(message) for each in told), told


def test_a_changed_value_is_imported_as_it_was_typed(book: Path) -> None:
    """A number too."""
    opened = openpyxl.load_workbook(io.BytesIO(book.read_bytes()))
    sheet = opened["Isi"]
    ways = {(row[0].value, row[1].value): row[2] for row in sheet.iter_rows(min_row=2)}
    address = "kab-contoh/dinas-contoh/2024/sekretaris/"
    ways[address, "nama"].value = "SEKRETARIS BARU"
    ways[address, "urutan"].value = 7
    opened.save(book)
    found = exported.typed_in(book)["kab-contoh/dinas-contoh/2024"]
    assert found.mistakes == ()
    assert found.files["sekretaris.yml"]["nama"] == "SEKRETARIS BARU"
    assert found.files["sekretaris.yml"]["urutan"] == "7"
