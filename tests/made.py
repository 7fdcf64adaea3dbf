"""Random documents: whatever a field may hold, and texts with every sign that means something."""

import typing
from datetime import date
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from generator.formula.kinds.latex import Latex
from generator.formula.kinds.ungkapan import Ungkapan
from generator.model.documents import HitunganCapaian
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
    return documents(annotation) if issubclass(annotation, BaseModel) else TEXT


def _is_wanted(name: str, field: Any) -> bool:
    """An example would have to be right, and a table of numbers adds nothing."""
    return name not in ("contoh", "sumber_data_gabung") and not field.is_required()


@st.composite
def documents(draw: st.DrawFn, model: type[BaseModel]) -> dict[str, Any]:
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
