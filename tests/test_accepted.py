"""What `iki check` passes, `iki build` builds: every page of random content that was accepted."""

import typing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, event, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.build import publishing
from generator.formula.kinds.latex import Latex
from generator.formula.kinds.ungkapan import Ungkapan
from generator.model.documents import Dokumen, HitunganCapaian, Instansi, Istilah, Jabatan, Pemda
from generator.pages import rendering as pages
from generator.settings import Settings
from generator.values import fields
from generator.values.letters import faults

SLUGS = ("a", "b", "kepala", "x-1")
WORDS = st.text(
    st.sampled_from(list("ab \\`*_{}[]()#+-.!|~^<>&\"';/=$@%?,0189Σé–ÀЖ漢")),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() and text.strip() not in ("~", "null") and not faults(text))
TEXT = WORDS | st.sampled_from(
    ["...", "-", "Plt.", "KEPALA", "\u6f22\u5b57", "I", "dan", "Kepala Seksi dan"]
)
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    fields.Teks: TEXT,
    fields.Slug: st.sampled_from(SLUGS),
    fields.Angka: st.sampled_from(["0", "12,5", "1.000", "-3"]),
    fields.Bobot: st.sampled_from(["20%", "12,5", "1.000 %"]),
    fields.JudulKolom: st.sampled_from(["TARGET", "Target (2)", "Perspektif", "sasaran", "NO"]),
    HitunganCapaian: st.sampled_from(["R / T × 100%", "(1 + (1 − R/T)) × 100 %", "T"]),
    fields.Nomor: st.integers(1, 99).map(str),
    fields.Tahun: st.just("2024"),
    fields.YaTidak: st.sampled_from(["true", "false"]),
    fields.Tanggal: st.dates(min_value=date(1900, 1, 1)).map(str),
    fields.Laman: st.just("https://contoh.go.id/a"),
    fields.Surel: st.just("dinas@contoh.go.id"),
    fields.KodeWilayah: st.just("35.07"),
    fields.Sha256: st.just("a" * 64),
    fields.Periode: st.sampled_from(["2024", "2024-tw1", "2025-s2"]),
    fields.RujukanSasaran: st.sampled_from(SLUGS).map(lambda slug: f"{slug}#1"),
}
EXPRESSIONS = (
    "A",
    "A + B",
    "rata(A; B) / (A - 2,5) × -B",
    "A" + "+A" * 150,
    "bulat(maks(A; 3))",
    "akar(A) × jumlah(P × Q)",
    "rata(P)",
)


def _value(annotation: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of this type may hold, as YAML."""
    if annotation in VALUES:
        return VALUES[annotation]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _value(arguments[0])
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin is list:
        return st.lists(_value(arguments[0]), min_size=1, max_size=3)
    if origin is dict:
        return st.dictionaries(_value(arguments[0]), _value(arguments[1]), min_size=1, max_size=2)
    if arguments:
        return st.one_of([_value(each) for each in arguments if each is not type(None)])
    return _document(annotation) if issubclass(annotation, BaseModel) else TEXT


def _is_wanted(name: str, field: Any) -> bool:
    """An example would have to be right, and a table of numbers adds nothing."""
    return name not in ("contoh", "sumber_data_gabung") and not field.is_required()


@st.composite
def _document(draw: st.DrawFn, model: type[BaseModel]) -> dict[str, Any]:
    """Any document of a model: what is required, and some of the rest."""
    if model is Ungkapan:
        return draw(_expressions())
    if model is Latex:
        return {"jenis": "latex", "latex": r"\frac{a}{b}", "teks": draw(TEXT)}
    hints = typing.get_type_hints(model, include_extras=True)
    found = {}
    for name, field in model.model_fields.items():
        wanted = _is_wanted(name, field) and draw(st.integers(0, 3)) == 0
        if name != "contoh" and (field.is_required() or wanted):
            found[name] = draw(_value(hints[name]))
    return found


@st.composite
def _expressions(draw: st.DrawFn) -> dict[str, Any]:
    derived = st.fixed_dictionaries({"ungkapan": st.sampled_from(("C", "C / 2")), "simbol": TEXT})
    return {
        "jenis": "ungkapan",
        "ungkapan": draw(st.sampled_from(EXPRESSIONS)),
        "variabel": {
            "A": draw(TEXT | derived),
            "B": draw(TEXT | derived),
            "C": draw(TEXT),
            "P": {"setiap": "kelas ke-i", "arti": draw(TEXT)},
            "Q": {"setiap": "kelas ke-i"},
        },
    }


@st.composite
def _positions(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """The positions of an edition, their order and ids made unlike."""
    slugs = draw(st.lists(st.sampled_from(SLUGS), unique=True, max_size=3))
    found = {}
    for number, slug in enumerate(slugs, 1):
        document = draw(_document(Jabatan))
        document |= {"urutan": str(number), "pembeda": f"ke-{number}"}
        document.pop("atasan", None)
        if number > 1 and draw(st.booleans()):
            document["atasan"] = slugs[number - 2]
        ids = iter(range(1, 99))
        if document.get("jenis") == "IKU":
            document.pop("atasan", None)
        for group in (*document.get("tujuan", []), *document["sasaran"]):
            group.pop("atas", None)
            for indikator in group.get("indikator", []):
                for each in (indikator, *indikator.get("rincian", [])):
                    each["id"] = f"i-{next(ids)}"
        found[slug] = document
    return found


@st.composite
def _content(draw: st.DrawFn) -> dict[str, Any]:
    """Every file of a small content, by its path."""
    files = {"istilah.yml": draw(_document(Istilah)), "kab-a/pemda.yml": draw(_document(Pemda))}
    for agency in draw(st.lists(st.sampled_from(("dinas-a", "dinas-b")), unique=True)):
        files[f"kab-a/{agency}/instansi.yml"] = draw(_document(Instansi))
        for edition in draw(st.lists(st.sampled_from(("2024", "2024-x")), unique=True)):
            folder = f"kab-a/{agency}/{edition}"
            dokumen = draw(_document(Dokumen)) | {"tahun": "2024"}
            for name in ("periode", "perubahan"):
                dokumen.pop(name, None)
            files[f"{folder}/dokumen.yml"] = dokumen
            positions = draw(_positions())
            files |= {f"{folder}/{slug}.yml": each for slug, each in positions.items()}
    return files


def _write(root: Path, files: dict[str, Any]) -> None:
    for name, value in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(
            value, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, sort_keys=False
        )
        (root / name).write_text(text, "utf-8")


@hypothesis_settings(
    max_examples=60,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
@given(files=_content())
def test_what_is_accepted_is_rendered(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory, files: dict[str, Any]
) -> None:
    """No page fails, and no two have one address."""
    root = tmp_path_factory.mktemp("sembarang")
    _write(root / "content", files)
    (root / "theme").symlink_to(settings.theme)
    project = Settings(root / "site_config.yml", settings.iki)
    checked = publishing.check(project)
    assert not any(each.is_fault for each in checked.problems), checked.problems
    event("ditolak" if checked.mistakes else "diterima")
    assume(not checked.mistakes)
    paths = [page.address for page in pages.render(checked.content, project)]
    assert len(paths) == len(set(paths))
