"""Documents in which every field that holds a text has one of ours: found by walking the models,
so that a new field is attacked on the day it is added."""

import typing
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from generator.formula import Kinds
from generator.formula.kinds.latex import Latex
from generator.formula.kinds.persentase import Persentase
from generator.formula.kinds.ungkapan import Ungkapan
from generator.model.documents import (
    BerkasSumber,
    Dokumen,
    HitunganCapaian,
    Instansi,
    Jabatan,
    Pemda,
    Rincian,
    Sasaran,
)
from generator.values import fields

PAYLOADS: list[str] = yaml.safe_load(
    (Path(__file__).parent / "jahat/muatan.yml").read_text("utf-8")
)
_HALF = len(PAYLOADS) // 2
TEXTS_OF_FIELDS = [
    f"{one} {other}" for one, other in zip(PAYLOADS[:_HALF], PAYLOADS[_HALF:], strict=True)
]
"""Two at a time: half as many pages have them all."""
Way = tuple[str, ...]
Text = Callable[[Way], str]
"""From the way down to a field, by the names of fields, to the text that it is to hold."""
TEXTS = (fields.Teks, fields.Kode, fields.Penyebut, fields.TeksPanjang, fields.Pendek)
PLAIN: dict[Any, str] = {
    fields.Angka: "12,5",
    fields.Bobot: "20%",
    HitunganCapaian: "R / T × 100%",
    fields.Nomor: "1",
    fields.Tahun: "2024",
    fields.YaTidak: "false",
    fields.Tanggal: "2024-01-10",
    fields.Laman: "https://contoh.go.id/a",
    fields.Surel: "dinas@contoh.go.id",
    fields.KodeWilayah: "35.07",
    fields.Sha256: "a" * 64,
    fields.Periode: "2024",
    Decimal: "12,5",
    int: "1",
}
"""What is no text, as it may be."""
KINDS: tuple[type[BaseModel], ...] = typing.get_args(Kinds)
"""The kinds of formulas."""
APART = {
    (Dokumen, "periode"): "instead of `tahun`",
    (Dokumen, "bagian_dari"): "instead of all else",
    (Dokumen, "perubahan"): "names another edition; its text has a test of its own",
    (Jabatan, "judul_kolom"): "with `lainnya`, in a table of its own",
    (Jabatan, "atasan"): "names a file",
    (Jabatan, "jenis"): "is no text",
    (Jabatan, "sebagian"): "is no text",
    (Rincian, "butir"): "would hold itself",
    (BerkasSumber, "url"): "instead of a reason why there is none",
    (BerkasSumber, "sha256"): "likewise",
    (Sasaran, "atas"): "names another position",
    (Persentase, "faktor"): "is one of two",
}
"""What is not filled, and why."""


class Walk:
    """Fills documents, and notes where it puts a text."""

    def __init__(self, text: Text):
        self.text = text
        self.ways: set[Way] = set()
        self.count = 0

    def filled(self, model: type[BaseModel], way: Way = ()) -> Any:
        """A document with every field."""
        if model is Ungkapan:
            return self._expression(way)
        if model is Latex:
            return {"jenis": "latex", "latex": r"\frac{a}{b}", "teks": self._said((*way, "teks"))}
        hints = typing.get_type_hints(model, include_extras=True)
        found = {}
        for name in model.model_fields:
            if (model, name) not in APART and name not in ("contoh", "sumber_data_gabung"):
                found[name] = self._value(hints[name], (*way, name))
        if model is Rincian:
            found["butir"] = [self._said((*way, "butir"))]
        if model is Sasaran:
            found["indikator"] += [self._of_kind(kind, (*way, "indikator")) for kind in KINDS]
        return found

    def _of_kind(self, kind: type[BaseModel], way: Way) -> dict[str, Any]:
        (name,) = typing.get_args(kind.model_fields["jenis"].annotation)
        return {
            "id": f"rumus-{name}",
            "nama": self._said((*way, "nama")),
            "rumus": self.filled(kind, (*way, "rumus", name)),
        }

    def _said(self, way: Way) -> str:
        self.ways.add(way)
        return self.text(way)

    def _value(self, annotation: Any, way: Way) -> Any:
        if annotation is fields.Slug:
            self.count += 1
            return f"butir-{self.count}"
        if annotation in TEXTS or annotation is str:
            return self._said(way)
        if annotation in PLAIN:
            return PLAIN[annotation]
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            return self._value(arguments[0], way)
        if origin is typing.Literal:
            return str(arguments[0])
        if origin is list:
            return [self._value(each, way) for each in _branches(arguments[0])]
        if origin is dict:
            heading = arguments[0] is fields.JudulKolom
            key = self._said((*way, "[judul]")) if heading else self._value(arguments[0], way)
            return {key: self._value(arguments[1], way)}
        if arguments:
            return self._value(_branches(annotation)[-1], way)
        assert issubclass(annotation, BaseModel), annotation
        return self.filled(annotation, way)

    def _expression(self, way: Way) -> dict[str, Any]:
        derived = {
            "simbol": self._said((*way, "simbol")),
            "arti": self._said((*way, "arti")),
            "ungkapan": "B / 2",
        }
        return {
            "jenis": "ungkapan",
            "hasil": self._said((*way, "hasil")),
            "ungkapan": "A + rata(P)",
            "variabel": {
                "A": derived,
                "B": self._said((*way, "variabel")),
                "P": {
                    "setiap": f"{self._said((*way, 'setiap'))} ke-i",
                    "arti": self._said((*way, "arti")),
                },
            },
            "satuan": self._said((*way, "satuan")),
            "periode": self._said((*way, "periode")),
            "asli": self._said((*way, "asli")),
            "catatan": self._said((*way, "catatan")),
        }


def _branches(annotation: Any) -> list[Any]:
    """Everything that may stand in a place: a text, a mapping, a kind of formula."""
    while typing.get_origin(annotation) is typing.Annotated and annotation not in (*TEXTS, *PLAIN):
        annotation = typing.get_args(annotation)[0]
    arguments = typing.get_args(annotation)
    is_union = arguments and typing.get_origin(annotation) not in (list, dict, typing.Literal)
    if not is_union or annotation in (*TEXTS, *PLAIN):
        return [annotation]
    return [each for part in arguments if part is not type(None) for each in _branches(part)]


def content(text: Callable[[str, Way], str], number: int) -> tuple[dict[str, Any], set[Way]]:
    """One pemda with an agency, a decree and its positions, by their paths; `text` is told which
    document it writes for."""
    ways: set[Way] = set()

    def walk(name: str, model: type[BaseModel], **fixed: Any) -> Any:
        walker = Walk(lambda way: text(name, way))
        document = walker.filled(model) | fixed
        ways.update((name, *way) for way in walker.ways)
        return document

    pemda = f"kab-{number}"
    folder = f"{pemda}/dinas/2024"
    return {
        f"{pemda}/pemda.yml": walk("pemda", Pemda, kode_wilayah=f"35.{number:02}"),
        f"{pemda}/dinas/instansi.yml": walk("instansi", Instansi),
        f"{folder}/dokumen.yml": walk("dokumen", Dokumen, status="berlaku"),
        f"{folder}/kepala.yml": walk("jabatan", Jabatan),
    }, ways
