"""A draft of an edition out of a source: what each of its files says, and what it does not take."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.content.loading import fault_of_name
from generator.importing.blocks import Source
from generator.importing.decree import Decree
from generator.importing.flat import texts_of
from generator.importing.lines import REMARK, Fields, Leftover, Said, Value, doubt, left
from generator.importing.position import of_the_decree, position
from generator.importing.sheets import Cut, Sheet, cut
from generator.importing.twins import is_second_reading, words
from generator.model.formatting import free_id
from generator.values.slugs import MAX_SLUG, slugged

_DECREE = "dokumen.yml"
MOST_POSITIONS = 5_000
"""With more it is no decree: a whole kabupaten has some 1,400."""
_TOO_MANY = "ada lebih dari 5.000 jabatan di dalamnya. Bagi menjadi beberapa berkas."
_YEAR = re.compile(r"\b20\d\d\b")
_OF_YEAR = re.compile(r"TAHUN\s+(20\d\d)", re.IGNORECASE)
_PAGE = re.compile(r"halaman (\d+)")


@dataclass
class Draft:
    """The files of an edition as fields, by name, and what is left."""

    files: dict[str, Fields] = field(default_factory=dict)
    leftovers: list[Leftover] = field(default_factory=list)
    sources: list[tuple[str, list[Leftover]]] = field(default_factory=list)
    """The lines that each file is made of, in the order of the decree; those of none, too."""
    dropped: int = 0
    """Lines with names or numbers of persons."""
    notes: tuple[str, ...] = ()
    """What of the file was not read."""
    refused: str = ""
    """Why there is none."""


def drafted(source: Source, year: str, sha256: str) -> Draft:
    """The draft of an edition of that year."""
    parts = cut(source)
    if len(parts.sheets) > MOST_POSITIONS:
        return Draft(refused=_TOO_MANY)
    again = _read_again(parts.sheets)
    below = [line for sheet in parts.sheets if id(sheet) not in again for line in sheet.after]
    decree = Decree(parts.decree, below)
    document = _document(decree.fields, parts, year, sha256, source)
    draft = Draft({_DECREE: document}, decree.leftovers, dropped=source.dropped, notes=source.notes)
    draft.sources.append((_DECREE, list(left(parts.decree, ""))))
    for sheet in parts.sheets:
        if id(sheet) in again:
            why = "pembacaan kedua dari jabatan sebelumnya"
            draft.leftovers += [replace(line, why=why) for line in sheet.lines]
            draft.sources.append(("", sheet.lines))
        else:
            _add(draft, sheet)
    document["jenis"] = _kind(draft.files)
    return draft


def _add(draft: Draft, sheet: Sheet) -> None:
    """The file of a position, and what its sheet says of the whole decree."""
    document = draft.files[_DECREE]
    for name, said in of_the_decree(sheet).items():
        if name in document:
            draft.leftovers += left(sheet.fields[name], "sudah ada dari jabatan di atas")
        document.setdefault(name, said)
    number, year = len(draft.files), str(document["tahun"])
    fields = position(sheet, number, year, draft.leftovers)
    name = f"{_slug(fields, set(draft.files))}.yml"
    draft.files[name] = with_ids(fields)
    draft.sources.append((name, sheet.lines))


def _read_again(sheets: Sequence[Sheet]) -> set[int]:
    """Which sheets say again what the one before them says."""
    vocabulary = Counter(word for sheet in sheets for word in words(sheet))
    again: set[int] = set()
    before: Sheet | None = None
    for sheet in sheets:
        if before and is_second_reading(sheet, before, vocabulary):
            again.add(id(sheet))
        else:
            before = sheet
    return again


def _document(fields: Fields, parts: Cut, year: str, sha256: str, source: Source) -> Fields:
    said = " ".join(str(fields.get(name, "")) for name in ("judul", "tentang"))
    if "tentang" not in fields and parts.sheets:
        _about_from_title(fields, parts.sheets[0].title)
    found = _OF_YEAR.findall(f"{said} {fields.get('tentang', '')}")
    dated = _YEAR.findall(f"{fields.get('tanggal_ditetapkan', '')} {fields.get('nomor', '')}")
    fields["tahun"] = int((found or dated[:1] or [year])[-1])
    for name in ("judul", "tentang"):
        if name not in fields:
            fields[name] = ""
            doubt(fields, name, "tidak ditemukan dalam naskah")
    known: Fields = {"sha256": sha256}
    if pages := _pages(source):
        known["halaman"] = pages
    return {**fields, "status": "draf", "berkas_sumber": known}


def _about_from_title(fields: Fields, title: list[Said]) -> None:
    """The head of an annex may stand over the first sheet: what it is about is in that title."""
    if len(title) > 1 and title[0].text == title[-1].text:
        fields["tentang"] = " ".join(line.text for line in title[:-1])
        del title[:-1]
    elif title:
        fields["tentang"] = " ".join(line.text for line in title)
        title.clear()
    if "tentang" in fields:
        doubt(fields, "tentang", "diambil dari judul lembar pertama")


def _pages(source: Source) -> int:
    """How many pages its places name."""
    found = [_PAGE.search(block.place.said) for block in source.blocks]
    return max((int(each[1]) for each in found if each), default=0)


def _kind(files: dict[str, Fields]) -> str:
    kinds = {each.get("jenis", "IKI") for name, each in files.items() if name != _DECREE}
    return "gabungan" if len(kinds) > 1 else str(kinds.pop()) if kinds else "IKI"


def _slug(fields: Fields, taken: set[str]) -> str:
    """A name for the file, out of that of the position."""
    words = re.sub(r"^[^a-z]+", "", slugged(str(fields["nama"])))
    if len(words) == MAX_SLUG:
        words = words.rpartition("-")[0] or words
    if not words or fault_of_name(words, 3):
        words = f"jabatan-{words}".rstrip("-")[:MAX_SLUG]
    slug, number = words, 1
    while f"{slug}.yml" in taken:
        number += 1
        slug = f"{words[: MAX_SLUG - 4].rstrip('-')}-{number}"
    if number > 1:
        doubt(fields, "nama", "nama jabatan ini sudah dipakai di atas; tambahkan pembeda")
    return slug


def with_ids(fields: Fields) -> Fields:
    """With an `id` for each indicator."""
    taken: set[str] = set()
    goals = fields.get("sasaran")
    for goal in goals if isinstance(goals, list) else []:
        assert isinstance(goal, dict)
        rows = goal["indikator"]
        assert isinstance(rows, list)
        for row in rows:
            assert isinstance(row, dict)
            row["id"] = free_id(str(row["nama"]), taken)
            taken.add(str(row["id"]))
    return fields


def source_texts(source: Source) -> Iterator[str]:
    """Every line of a source, as plain text."""
    for block in source.blocks:
        yield from texts_of(block)


def doubts(value: Value) -> Iterator[str]:
    """Every doubt in what a file says."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key.startswith(REMARK):
                assert isinstance(each, list)
                yield from map(str, each)
            else:
                yield from doubts(each)
    elif isinstance(value, list):
        for each in value:
            yield from doubts(each)
