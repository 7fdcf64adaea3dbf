"""A sheet as the fields of a position."""

import re
from collections.abc import Sequence

from generator.importing.goals import goals
from generator.importing.lines import Fields, Leftover, Said, Value, doubt, left
from generator.importing.lists import listed
from generator.importing.sheets import BREAK, Sheet

RAW = "|"
"""A key that begins so holds lines of the source that its field is to be made of by hand."""
_OF_THE_DECREE = ("visi", "misi")
_PAGE = re.compile(r"halaman (\d+)")


def position(sheet: Sheet, number: int, year: str, leftovers: list[Leftover]) -> Fields:
    """What its file says, but for what only a person knows."""
    fields: Fields = {"nama": _text(sheet.name), "urutan": number}
    _name_doubts(sheet, fields)
    if sheet.is_agency:
        fields["jenis"] = "IKU"
    if page := _PAGE.search(sheet.lines[0].place.said):
        fields["halaman"] = int(page[1])
    for name in ("tujuan", "unit_kerja", "keterangan"):
        if text := _text(sheet.fields.get(name, [])):
            fields[name] = text
    _lists(sheet, fields)
    fields |= goals(sheet.tables, year, leftovers)
    if not fields.get("sasaran"):
        _raw(sheet, fields)
    leftovers += left(sheet.title, "judul lembar")
    leftovers += sheet.leftovers
    return fields


def _text(lines: Sequence[Said]) -> str:
    return " ".join(line.text for line in lines).strip()


def _name_doubts(sheet: Sheet, fields: Fields) -> None:
    if not fields["nama"]:
        doubt(fields, "nama", "nama jabatan tidak ditemukan")
    elif not sheet.has_label:
        doubt(fields, "nama", "nama ini tidak didahului kata Jabatan; lihat naskah")


def _lists(sheet: Sheet, fields: Fields) -> None:
    """Duties and functions; how they are numbered where not by letters."""
    numbering: Fields = {}
    for name in ("tugas", "fungsi"):
        if name not in sheet.fields:
            continue
        parts = [listed(lines) for lines in _parts(sheet.fields[name])]
        fields[name] = [item for part in parts for item in part.items]
        kinds = {part.numbering for part in parts if part.items}
        if kinds and kinds != {"huruf"}:
            numbering[name] = kinds.pop() if len(kinds) == 1 else "tanpa"
        for sentence in [each for part in parts for each in part.doubts]:
            doubt(fields, name, sentence)
    if numbering:
        fields["penomoran"] = numbering


def _parts(lines: Sequence[Said]) -> list[list[Said]]:
    """What each label of a field says."""
    parts: list[list[Said]] = [[]]
    for line in lines:
        if line is BREAK:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _raw(sheet: Sheet, fields: Fields) -> None:
    """The words of a table whose columns are gone, to be put in order by a person."""
    fields["sasaran"] = []
    if sheet.raw:
        doubt(fields, "sasaran", "kolom tabel tidak terbaca; susun dari kata-kata naskah ini:")
        lines: list[Value] = [line.text for line in sheet.raw]
        fields[f"{RAW}sasaran"] = lines
    else:
        doubt(fields, "sasaran", "tabel jabatan ini tidak ditemukan dalam naskah")


def of_the_decree(sheet: Sheet) -> Fields:
    """What a sheet of the agency says for the whole decree."""
    found = {name: _text(sheet.fields.get(name, [])) for name in _OF_THE_DECREE}
    return {name: text for name, text in found.items() if text}
