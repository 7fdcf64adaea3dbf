"""The report for programs: all of it, nothing shortened."""

import json
from typing import Any

from generator.content.changes import IndicatorChange, JabatanChange
from generator.content.content import Entry
from generator.content.differences import Differences, DocumentChange, FolderChange, Move
from generator.content.facts import Change
from generator.content.marking import Diff
from generator.formula.kinds.kind import Kind
from generator.review.outline import file
from generator.review.snapshots import Sides, TextChange
from generator.values.fields import Model


def as_json(sides: Sides, found: Differences, before: str, after: str) -> str:
    """One object."""
    told = {
        "dari": before,
        "ke": after,
        "alamat": list(map(_move, found.addresses)),
        "folder": list(map(_folder, found.folders)),
        "dokumen": list(map(_document, found.documents)),
        "istilah": list(map(_diff, found.istilah)),
        "berkas": list(map(_text, sides.texts)),
        "nama_pejabat": sides.hidden,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _move(move: Move) -> dict[str, Any]:
    return {"jenis": move.kind, "lama": move.old, "baru": move.new}


def _folder(change: FolderChange) -> dict[str, Any]:
    return {
        "jenis": "tambah" if change.is_added else "hapus",
        **_whole(change.entry),
        "memuat": list(map(_whole, change.below)),
        "dibandingkan": list(map(_document, change.compared)),
        "menghapus": change.removed,
    }


def _document(change: DocumentChange) -> dict[str, Any]:
    told: dict[str, Any] = {
        "jenis": change.kind,
        "lama": file(change.old.key) if change.old else None,
        "baru": file(change.new.key) if change.new else None,
        "bagian": list(map(_change, change.others)),
    }
    if change.old is None or change.new is None:
        return told | {"isi": _values(change.entry.document)}
    return told | (_jabatan(change.jabatan) if change.jabatan else {})


def _jabatan(change: JabatanChange) -> dict[str, Any]:
    return {
        "bagian": list(map(_change, change.others)),
        "tujuan": list(map(_diff, change.tujuan)),
        "tugas": list(map(_diff, change.tugas)),
        "fungsi": list(map(_diff, change.fungsi)),
        "sasaran": list(map(_diff, change.sasaran)),
        "indikator": list(map(_indicator, change.indikator)),
    }


def _indicator(change: IndicatorChange) -> dict[str, Any]:
    return {
        "jenis": change.kind,
        "id_lama": change.old.id if change.old else None,
        "id_baru": change.new.id if change.new else None,
        "nama": _diff(change.nama),
        "rumus": {
            "beda": _diff(change.rumus),
            "lama": _formula(change.old.rumus if change.old else None),
            "baru": _formula(change.new.rumus if change.new else None),
        },
        "sumber_data": _diff(change.sumber_data),
        "bagian": list(map(_change, change.others)),
    }


def _formula(kind: Kind | None) -> dict[str, Any] | None:
    if kind is None:
        return None
    return {
        "jenis": kind.label,
        "baris": kind.line(),
        "kalimat": kind.sentence(),
        "latex": kind.tex(),
        "mathml": kind.mathml(),
        "mathjson": kind.mathjson(),
    }


def _change(change: Change) -> dict[str, Any]:
    return {"bagian": ".".join(change.way), "isi": list(map(_diff, change.items))}


def _diff(diff: Diff) -> list[dict[str, str]]:
    return [{"jenis": piece.kind, "teks": piece.text} for piece in diff]


def _whole(entry: Entry[Model]) -> dict[str, Any]:
    return {"berkas": file(entry.key), "isi": _values(entry.document)}


def _values(document: Model) -> dict[str, Any]:
    return document.model_dump(mode="json", exclude_defaults=True)


def _text(change: TextChange) -> dict[str, Any]:
    return {
        "jenis": change.kind,
        "berkas": change.path,
        "sebab": change.reason,
        "baris": [{"tanda": sign, "teks": line} for sign, line in change.lines],
        "terlalu_panjang": change.is_cut,
    }
