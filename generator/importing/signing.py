"""Who signed a decree, and where and when: the block at its end."""

import re
from collections.abc import Sequence

from generator.importing.labels import decree_label
from generator.importing.lines import Fields, Said, doubt
from generator.values.dates import MONTHS, as_iso

_ACTING = r"(?P<acting>PLT|PIT|PLH|PJ|PJS)\b\.?"
_OFFICE = re.compile(
    rf"(?:(?:a\.?\s?n\.?|{_ACTING})\s*)*(?:KEPALA|CAMAT|LURAH|BUPATI|WALI ?KOTA|GUBERNUR|DIREKTUR"
    r"|SEKRETARIS|INSPEKTUR|KETUA|REKTOR|DEKAN|MENTERI|PIMPINAN)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?:PEMBINA|PENATA|PENGATUR|JURU)\b(?: (?:UTAMA|TINGKAT|TK|MUDA|MADYA|[IVX1]+)\b\.?)*"
    r"(?: ?[,/(].*)?$",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?P<place>[A-Z][\w ]{{2,30}}?)\s*,\s*"
    rf"(?P<date>(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+\d{{4}})$",
    re.IGNORECASE,
)
_STATUS = {"PLT": "Plt.", "PIT": "Plt.", "PLH": "Plh.", "PJ": "Pj.", "PJS": "Pjs."}
_FIELDS = {"tempat": "tempat_ditetapkan", "tanggal": "tanggal_ditetapkan"}
_NAME = re.compile(r"(?:(?:Drs|Dra|Dr|Ir|Prof|H|Hj|R)\b\.? ?)*[A-Z][\w.' -]+(?:,.*)?$")


def sign(fields: Fields, lines: Sequence[Said]) -> list[Said]:
    """Put what a block says into the fields of a decree that lacks it; the lines that are left."""
    rest = _dated(fields, lines)
    at = next((n for n, line in enumerate(rest) if _is_office(line.text)), None)
    if at is None or "penandatangan" in fields:
        return rest
    end, taken = _signatory(rest, at)
    if end > at:
        fields["penandatangan"] = taken
    return [*rest[:at], *rest[end:]]


def ends_notes(text: str) -> bool:
    """Whether a line is no note below a table any more, but the beginning of a block."""
    found = decree_label(text)
    is_dated = bool(_DATED.match(text)) or (found is not None and found.name == "tempat")
    return is_dated or _is_office(text)


def _is_office(text: str) -> bool:
    """Whether a line begins with an office in capitals."""
    found = _OFFICE.match(text)
    return found is not None and found[0].rpartition(" ")[2].isupper()


def _dated(fields: Fields, lines: Sequence[Said]) -> list[Said]:
    rest = []
    for line in lines:
        found = decree_label(line.text)
        if found and _FIELDS.get(found.name, "") in fields:
            rest.append(line)
        elif found and found.name == "tempat" and found.rest:
            fields["tempat_ditetapkan"] = found.rest
        elif found and found.name == "tanggal" and (date := as_iso(found.rest)):
            fields["tanggal_ditetapkan"] = date
        elif (dated := _DATED.match(line.text)) and not fields.keys() & _FIELDS.values():
            fields["tempat_ditetapkan"] = dated["place"]
            if date := as_iso(dated["date"]):
                fields["tanggal_ditetapkan"] = date
            else:
                doubt(fields, "tempat_ditetapkan", f'tertulis "{line.text}", tanpa tanggal')
        else:
            rest.append(line)
    return rest


def _signatory(lines: Sequence[Said], at: int) -> tuple[int, Fields]:
    """The office in capitals, the name, and perhaps the rank below it."""
    end = at + 1
    while end < len(lines) and lines[end].text.isupper() and not _ends_office(lines, end):
        end += 1
    office = " ".join(line.text.rstrip(",") for line in lines[at:end])
    if end == len(lines) or not _NAME.match(lines[end].text):
        return at, {}
    fields: Fields = {}
    found = _OFFICE.match(office)
    acting = found["acting"] if found else None
    fields["jabatan"] = office[found.end("acting") :].lstrip(". ") if found and acting else office
    fields["status"] = _STATUS[acting.upper()] if acting else "definitif"
    if acting and acting.upper() == "PIT":
        doubt(fields, "status", 'tertulis "Pit.", dibaca "Plt."')
    fields["nama"] = lines[end].text
    end += 1
    if end < len(lines) and _RANK.match(lines[end].text):
        fields["pangkat"] = lines[end].text
        end += 1
    return end, fields


def _ends_office(lines: Sequence[Said], at: int) -> bool:
    """Whether the next line in capitals is the name: behind it stands the rank, or nothing."""
    is_last = at + 1 == len(lines)
    return is_last or bool(_RANK.match(lines[at + 1].text)) or bool(re.search(r",", lines[at].text))
