"""Open data: what the content says, in forms for programs and spreadsheets, without loss."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made import TEXT, documents
from pydantic import ValidationError
from python_calamine import CalamineWorkbook

from generator import exports
from generator.content import loading
from generator.content.content import Content
from generator.content.public import public
from generator.exports import separated, shape, tables, twins, workbook
from generator.exports.about import About
from generator.exports.columns import Column
from generator.exports.tables import Table
from generator.model.documents import Dokumen, EntriIstilah, Instansi, Jabatan, Pemda
from generator.settings import Settings
from generator.values.fields import Model

HERE = Path(__file__).parent
CONTENTS = {name: HERE / name / "content" for name in ("contoh", "bentuk")}
MODELS: dict[str, type[Model]] = {
    "pemda": Pemda,
    "instansi": Instansi,
    "dokumen": Dokumen,
    "jabatan": Jabatan,
    "istilah": EntriIstilah,
}
NOBODY = About("IKI", "Indikator", "", "", "", "")


def _loaded(name: str) -> Content:
    return loading.load(CONTENTS[name], "content").content


@pytest.fixture(params=CONTENTS)
def content(request: pytest.FixtureRequest) -> Content:
    """The good example, and the shapes of other decrees."""
    return _loaded(request.param)


def _files(content: Content, about: About = NOBODY) -> dict[str, bytes]:
    return {each.address: each.data for each in exports.files(content, about)}


# What a reader of the data must know to get back what stands in the files.
OURS = ("alamat", "isi", *shape.LEVELS)
FORMS = ("teks", "cara_membaca", "latex", "mathml", "pohon")


def _rebuilt(told: Any) -> Any:
    """What was written, without what was added to it."""
    if isinstance(told, list):
        return [_rebuilt(each) for each in told]
    if not isinstance(told, dict):
        return told
    is_formula = "cara_membaca" in told
    own = ("latex", "teks") if told.get("jenis") == "latex" else ()
    added = [each for each in FORMS if is_formula and each not in own]
    added += ["alamat"] if "id" in told else []
    return {name: _rebuilt(inner) for name, inner in told.items() if name not in added}


def _document(told: dict[str, Any], model: type[Model]) -> Model:
    rest = {name: inner for name, inner in told.items() if name not in OURS}
    if shape.OFFICE in rest:
        rest["alamat"] = rest.pop(shape.OFFICE)
    return model.model_validate(_rebuilt(rest))


def _from_json(data: bytes) -> Iterator[tuple[tuple[str, ...], Model]]:
    whole = json.loads(data)
    for name, model in MODELS.items():
        for told in whole[name]:
            key = tuple(told[each] for each in shape.LEVELS if each in told)
            yield key, _document(told, model)


@pytest.mark.long
def test_everything_can_be_rebuilt(content: Content, settings: Settings) -> None:
    """`iki.json` has every field of every document that is published, and nothing but those."""
    published = public(content, settings.iki)
    found = list(_from_json(_files(published)["data/iki.json"]))
    documents = {key: each.document for key, each in published.entries.items()}
    assert {key: each for key, each in found if key} == documents
    assert [each for key, each in found if not key] == published.terms


@pytest.mark.long
@given(
    st.sampled_from([Pemda, Instansi, Dokumen, Jabatan]).flatmap(
        lambda model: st.tuples(st.just(model), documents(model))
    )
)
def test_any_document_can_be_rebuilt(made: tuple[type[Model], dict[str, Any]]) -> None:
    """Whatever its fields hold."""
    model, written = made
    try:
        document = model.model_validate(written)
    except ValidationError:
        return
    told = json.loads(json.dumps(shape.plain(document, "a/")))
    if model is Instansi and "alamat_kantor" in told:
        told["alamat"] = told.pop("alamat_kantor")
    assert model.model_validate(_rebuilt(told)) == document


@pytest.mark.long
def test_each_page_has_a_twin(content: Content) -> None:
    """At its address; all of them make up the files with everything."""
    found = _files(content)
    beside = {address: data for address, data in found.items() if address.endswith("/index.json")}
    keys = ["/".join((*key, "index.json")) for key in content.entries]
    assert sorted(beside) == sorted(keys)
    lines = found["data/iki.ndjson"].splitlines(keepends=True)
    assert sorted(lines) == sorted(beside.values())
    whole = json.loads(found["data/iki.json"])
    assert list(whole) == ["versi", *MODELS]
    assert whole["versi"] == twins.VERSION
    assert [json.loads(each) for each in lines] == [
        each for name in ("pemda", "instansi", "dokumen", "jabatan") for each in whole[name]
    ]


@pytest.mark.long
def test_the_shape_is_told(content: Content) -> None:
    """By a schema that knows every field and allows no other."""
    found = _files(content)
    told = json.loads(found["data/schema/iki.schema.json"])
    validator = jsonschema.Draft7Validator(told)
    validator.check_schema(told)
    whole = json.loads(found["data/iki.json"])
    assert [each.json_path for each in validator.iter_errors(whole)] == []
    for name in MODELS:
        for way in ({"asing": 1}, {"alamat": 1}):
            strange = {**whole, name: [{**each, **way} for each in whole[name]]}
            assert not whole[name] or not validator.is_valid(strange), name


@pytest.mark.long
def test_the_twin_of_a_position() -> None:
    """Addresses count from the root of the site; a formula has every form that it can have."""
    told = json.loads(
        _files(_loaded("contoh"))["kab-contoh/dinas-contoh/2024/sekretaris/index.json"]
    )
    assert [told[each] for each in ("alamat", "pemda", "instansi", "edisi", "jabatan")] == [
        "kab-contoh/dinas-contoh/2024/sekretaris/",
        "kab-contoh",
        "dinas-contoh",
        "2024",
        "sekretaris",
    ]
    indikator = told["sasaran"][0]["indikator"][0]
    assert indikator["alamat"] == f"{told['alamat']}#surat-tepat-waktu"
    assert set(FORMS) < indikator["rumus"].keys()
    assert indikator["rumus"]["cara_membaca"].endswith("dikali 100 persen.")
    assert indikator["target"] == {"2024": "90", "2024-tw1": "85"}


@pytest.mark.long
def test_what_lies_below_is_named_in_the_order_of_the_page() -> None:
    found = _files(_loaded("contoh"))
    agency = json.loads(found["kab-contoh/rsud-contoh/index.json"])
    assert [each["alamat"].split("/")[2] for each in agency["isi"]] == ["2024-perubahan-1", "2024"]
    assert "alamat_kantor" not in agency
    decree = json.loads(found["kab-contoh/rsud-contoh/2024/index.json"])
    assert decree["isi"][0]["nama"] == "RSUD CONTOH"


def test_a_number_keeps_its_digits() -> None:
    """15 of them, as many as a number of content may have."""
    for text in ("0.013", "123456789012.345", "-0.1", "999999999999999"):
        assert Decimal(str(json.loads(json.dumps(shape.plain(Decimal(text), ""))))) == Decimal(text)


def _read(data: bytes) -> list[list[str]]:
    """A CSV as we read it: without the mark that keeps a text from being a formula."""
    assert data.startswith(b"\xef\xbb\xbf")
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [[each.removeprefix(separated.MARK) for each in row] for row in rows]


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def _as_texts(table: Table) -> list[list[str]]:
    head = [each.name for each in table.columns]
    return [head, *([_as_text(each) for each in row] for row in table.rows())]


@pytest.mark.long
def test_csv_loses_nothing(content: Content) -> None:
    """Cell by cell; those of decrees are laid together, those of positions are theirs."""
    found = _files(content)
    whole = _read(found["data/indikator.csv"])
    assert whole == _as_texts(tables.indikator(content))
    assert _read(found["data/jabatan.csv"]) == _as_texts(tables.jabatan(content))
    for depth in (3, 4):
        apart = [
            row
            for key in sorted(content.entries)
            if len(key) == depth
            for row in _read(found["/".join((*key, "indikator.csv"))])[1:]
        ]
        assert sorted(apart) == sorted(whole[1:])


@pytest.mark.long
def test_every_indicator_has_a_row(content: Content) -> None:
    """Its lines too, each with its address."""
    rows = _read(_files(content)["data/indikator.csv"])
    wanted = [
        f"{'/'.join(entry.key)}/#{id}"
        for entry in content.all_jabatan()
        for id in entry.document.anchors()
    ]
    assert sorted(row[0] for row in rows[1:]) == sorted(wanted)


@pytest.mark.long
def test_a_merged_cell_of_sources_counts_for_all() -> None:
    """As a reader of the page sees it."""
    head, *rows = _read(
        _files(_loaded("contoh"))["kab-contoh/rsud-contoh/2024/direktur/indikator.csv"]
    )
    place = head.index("sumber_data")
    assert [row[place] for row in rows] == ["Sertifikat akreditasi"] * 2


RISKY = ["=1+1", "+62 341", "-", "- butir", "@a", "'a", "＝1", "=cmd|' /C calc'!A0", "-1+1"]
PLAIN = ["-3", "-1.250,5", "+10 %", "a=b", "2,5", "", " =1"]


@pytest.mark.parametrize("text", RISKY)
def test_a_text_that_looks_like_a_formula(text: str) -> None:
    assert separated.guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert separated.guarded(text) == text


@given(TEXT | st.sampled_from(RISKY + PLAIN) | st.text("='+-@\"\n,;1a"))
@example("-1\n")
def test_any_text_comes_back_from_csv(text: str) -> None:
    """And no program takes it for a formula."""
    table = Table("a", [Column("b", "", str)], lambda: [text])
    data = separated.written(table)
    assert _read(data) == [["b"], [text]]
    ((_,), (cell,)) = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (
        cell[:1] not in "=+-@" or not cell or cell in PLAIN or cell.strip("+-%.,0123456789") == ""
    )


def _sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert all(each.freeze_panes == "A2" for each in book)
    return {each.title: [list(row) for row in each.iter_rows(values_only=True)] for each in book}


@pytest.mark.long
def test_xlsx_has_every_table(content: Content) -> None:
    """Texts as texts, whatever they look like; numbers, dates and truths as such."""
    sheets = _sheets(_files(content)["data/iki.xlsx"])
    made = tables.tables(content)
    assert list(sheets) == [*(each.name for each in made), "Isi"]
    for table in made:
        rows = sheets[table.name]
        assert rows[0] == [each.name for each in table.columns]
        for row, found in zip(table.rows(), rows[1:], strict=True):
            told = [each.date() if hasattr(each, "date") else each for each in found]
            assert told == row


@pytest.mark.long
def test_a_sheet_is_read_by_another_program(content: Content) -> None:
    """Which knows only texts, numbers and dates."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(_files(content)["data/iki.xlsx"]))
    rows = book.get_sheet_by_name("indikator").to_python()
    assert [row[0] for row in rows[1:]] == [row[0] for row in tables.indikator(content).rows()]


@pytest.mark.long
@given(TEXT | st.sampled_from(RISKY) | st.text("='{}\\<&>_x0041\n", min_size=1))
def test_any_text_comes_back_from_xlsx(text: str) -> None:
    """No formula, no link, no error."""
    table = Table("a", [Column("b", "", str)], tuple)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.written([(table, [[text]])]))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == text


def test_a_cell_that_is_too_long_says_so() -> None:
    """Excel takes no more; the twin has all of it."""
    table = Table("a", [Column("b", "", str)], tuple)
    longest, more = "a" * workbook.MOST_CHARACTERS, "\U0001f600" * workbook.MOST_CHARACTERS
    sheet = openpyxl.load_workbook(
        io.BytesIO(workbook.written([(table, [[longest], [more]])]))
    ).active
    assert sheet["A2"].value == longest
    assert sheet["A3"].value.endswith(workbook.CUT)


def test_more_rows_than_a_sheet_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """They go on in another."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    table = Table("a", [Column("b", "", str)], tuple)
    sheets = _sheets(workbook.written([(table, [[each] for each in range(4)])]))
    assert sheets == {"a": [["b"], [0], [1]], "a 2": [["b"], [2], [3]]}


@pytest.mark.long
def test_a_sheet_of_a_position_has_no_empty_column() -> None:
    found = _files(_loaded("contoh"))
    sheets = _sheets(found["kab-contoh/dinas-contoh/2023/sekretaris/indikator.xlsx"])
    (rows,) = sheets.values()
    assert all(any(cells) for cells in zip(*rows[1:], strict=True))


@pytest.mark.long
def test_a_decree_without_its_attachment(settings: Settings) -> None:
    """Has its tables, with headings alone, and what the decree itself says."""
    for file in (settings.content / "kab-contoh/dinas-contoh/2023").glob("s*.yml"):
        file.unlink()
    found = _files(loading.load(settings.content, "content").content)
    decree = "kab-contoh/dinas-contoh/2023/indikator"
    assert len(_read(found[f"{decree}.csv"])) == 1
    sheets = _sheets(found[f"{decree}.xlsx"])
    assert [len(rows) for name, rows in sheets.items() if name != "Isi"] == [1, 1, 1]
    assert {row[0] for row in sheets["Isi"][1:]} == {decree.removesuffix("indikator")}
    assert sheets["indikator"][0] == _read(found[f"{decree}.csv"])[0]


@pytest.mark.long
def test_the_metadata_of_bps() -> None:
    """What the decree says, from its formula too; the rest is counted, never made up."""
    sheets = _sheets(_files(_loaded("contoh"))["kab-contoh/dinas-contoh/2024/indikator.xlsx"])
    assert list(sheets) == ["indikator", "MS-Ind", "MS-Var", "Isi"]
    for rows in (sheets["MS-Ind"], sheets["MS-Var"]):
        head, *others = rows
        assert head[-1] == "Belum diisi"
        assert all(row[-1] == row[1:-1].count(None) for row in others)
    first = dict(zip(sheets["MS-Ind"][0], sheets["MS-Ind"][1], strict=True))
    assert first["Nama Indikator"] == "Persentase surat yang tepat waktu"
    assert first["Ukuran"] == "Persentase"
    assert first["Nama Variabel Pembangun"] == "Jumlah surat yang tepat waktu\nJumlah surat"
    assert first["Konsep"] is None
    names = [row[1] for row in sheets["MS-Var"][1:3]]
    assert names == ["Jumlah surat yang tepat waktu", "Jumlah surat"]


@pytest.mark.long
def test_the_same_bytes_every_time(content: Content) -> None:
    assert _files(content) == _files(content)


@pytest.mark.long
def test_a_holder_leaves_in_no_format(settings: Settings) -> None:
    """Unless it is wanted."""
    whole = _loaded("contoh")
    shown = settings.iki.model_copy(update={"tampilkan_nama_pejabat": True})

    def with_name(content: Content) -> set[str]:
        return {
            address
            for address, data in _files(content).items()
            if b"SITI" in data or (address.endswith(".xlsx") and "SITI" in str(_sheets(data)))
        }

    assert with_name(public(whole, settings.iki)) == set()
    assert with_name(public(whole, shown)) == {
        "data/iki.json",
        "data/iki.ndjson",
        "data/iki.xlsx",
        "data/jabatan.csv",
        "kab-contoh/dinas-contoh/2024/indikator.xlsx",
        "kab-contoh/dinas-contoh/2024/sekretaris/index.json",
    }


@pytest.mark.long
def test_content_that_is_empty() -> None:
    """Tables have their headings, and everything can be read."""
    found = _files(Content())
    assert json.loads(found["data/iki.json"]) == {"versi": twins.VERSION, **{n: [] for n in MODELS}}
    assert found["data/iki.ndjson"] == b""
    assert len(_read(found["data/indikator.csv"])) == 1
    assert all(len(rows) == 1 for rows in _sheets(found["data/iki.xlsx"]).values())


def _moved(content: Content, slug: str) -> dict[tuple[str, ...], Any]:
    """The documents of a content, in another pemda."""
    keys = {key: (slug, *key[1:]) for key in content.entries}
    return {keys[key]: replace(each, key=keys[key]) for key, each in content.entries.items()}


@pytest.mark.long
def test_each_pemda_has_the_same_files_for_itself() -> None:
    """Just those that a site of its own would have; a site of one pemda has none twice."""
    content = _loaded("contoh")
    other = replace(content, entries=_moved(content, "kota-lain"))
    both = replace(content, entries={**content.entries, **other.entries})
    found = _files(both)
    names = ("iki.json", "iki.ndjson", "indikator.csv", "jabatan.csv", "iki.xlsx", "dip.csv")
    for slug, alone in (("kab-contoh", _files(content)), ("kota-lain", _files(other))):
        assert [each for each in alone if each.startswith(f"data/{slug}/")] == []
        for name in (*names, "dip.xlsx", "jdihn.json"):
            assert found[f"data/{slug}/{name}"] == alone[f"data/{name}"], name
    whole = [json.loads(each) for each in found["data/iki.ndjson"].splitlines()]
    assert {each["pemda"] for each in whole} == {"kab-contoh", "kota-lain"}
    assert (
        len(_read(found["data/indikator.csv"]))
        == 2 * len(_read(found["data/kota-lain/indikator.csv"])) - 1
    )
