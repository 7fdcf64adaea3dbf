"""The decree itself: number, title, considerations, decisions, date and signatory."""

import re
from collections.abc import Sequence

from generator.importing.labels import Label, decree_label, is_of_page, is_title
from generator.importing.lines import Fields, Leftover, Said, Value, doubt
from generator.importing.lists import Listed, listed
from generator.importing.signing import sign

_KINDS = re.compile(
    r"(?:(?:SALINAN|LAMPIRAN)\s*:?\s*)*(?P<naskah>SURAT KEPUTUSAN|KEPUTUSAN|PERATURAN|INSTRUKSI"
    r"|SURAT EDARAN|SK)\b(?! INI)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"NOMOR\s*[:：]?\s*(?P<number>\S.*\d.*)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:TAHUN|TH\.?)\s*(?P<year>20\d\d)\b", re.IGNORECASE)
_OF_AN_ANNEX = ("nomor", "lampiran", "tanggal", "tentang")
_CITING = ("menimbang", "mengingat", "memperhatikan", "menetapkan")
"""Parts in which other regulations are named."""
_LISTS = ("menimbang", "mengingat")
_NAMES = {"SURAT KEPUTUSAN": "Surat Keputusan", "SK": "Surat Keputusan"}


class Decree:
    """One walk over the lines of a decree."""

    def __init__(self, lines: Sequence[Said], below: Sequence[Said]):
        self.fields: Fields = {}
        self.leftovers: list[Leftover] = []
        self._parts: dict[str, list[Said]] = {}
        """The lines below each label, the decisions by their names."""
        self._decisions: list[tuple[str, list[Said]]] = []
        self._split(lines)
        self._read(below)

    def _split(self, lines: Sequence[Said]) -> None:
        now = self._parts.setdefault("head", [])
        for line in lines:
            found = decree_label(line.text)
            if is_of_page(line.text):
                self._leave([line], "nomor atau kaki halaman")
            elif found is None or self._goes_on(found, line.text):
                now.append(line)
            else:
                now = self._part(found, line)

    def _goes_on(self, found: Label, text: str) -> bool:
        """Whether a label is but the next line of a regulation: `Nomor 5587) sebagaimana …`."""
        is_among_lists = not self._parts.keys().isdisjoint(_CITING)
        is_head = text.isupper() or found.name == "lampiran"
        return found.name in _OF_AN_ANNEX and is_among_lists and not is_head

    def _part(self, found: Label, line: Said) -> list[Said]:
        """Where the lines below a label belong, with what stands behind it."""
        value = [Said(found.rest, line.place, line.indent)] if found.rest else []
        if found.name == "diktum":
            self._decisions.append((found.printed, value))
            return value
        if found.name in _OF_AN_ANNEX and ("annex" in self._parts or self._is_annex(found)):
            return self._with("annex", [line])
        if found.name in ("tempat", "tanggal"):
            return self._with("end", [line])
        if found.name in ("nomor", "lampiran"):
            return self._with("head", [line])
        if found.name == "memutuskan" or not found.rest:
            self._leave([line], "judul bagian")
        return self._with("menetapkan" if found.name == "memutuskan" else found.name, value)

    def _with(self, name: str, lines: list[Said]) -> list[Said]:
        part = self._parts.setdefault(name, [])
        part += lines
        return part

    def _is_annex(self, found: Label) -> bool:
        """Whether a line begins an annex below the decree itself."""
        return found.name in ("nomor", "lampiran") and bool(self._decisions)

    def _leave(self, lines: Sequence[Said], why: str) -> None:
        self.leftovers += [Leftover(line.text, line.place, why) for line in lines]

    def _read(self, below: Sequence[Said]) -> None:
        self._head()
        self._about()
        for name in _LISTS:
            if lines := self._parts.get(name):
                found = listed(lines)
                self._take(name, found.items, found)
        self._leave(self._parts.get("memperhatikan", []), "memperhatikan: tidak ada bagiannya")
        self._leave(self._parts.get("menetapkan", []), "di bawah MEMUTUSKAN")
        self._decide()
        self._sign(self._parts.get("end", []))
        self._annex(self._parts.get("annex", []))
        self._sign(below)

    def _take(self, name: str, value: Value, found: Listed) -> None:
        self.fields[name] = value
        for sentence in found.doubts:
            doubt(self.fields, name, sentence)

    def _head(self) -> None:
        """The title of the decree up to its number; what stands around them is a letterhead."""
        lines = self._parts.get("head", [])
        at = next((n for n, line in enumerate(lines) if self._is_kind(line)), None)
        if at is None:
            self._cover(lines)
            return
        end = at + 1
        while end < len(lines) and lines[end].text.isupper() and not _NUMBER.match(lines[end].text):
            end += 1
        text = " ".join(line.text for line in lines[at:end])
        if not lines[at].text.isupper():
            end = next((n for n in range(at, len(lines)) if _NUMBER.match(lines[n].text)), at + 1)
            text = " ".join(line.text for line in lines[at:end])
        self._title(text)
        rest = [*lines[:at], *lines[end:]]
        self._leave(self._numbered(rest), "kepala naskah")

    @staticmethod
    def _is_kind(line: Said) -> bool:
        return bool(_KINDS.match(line.text))

    def _title(self, text: str) -> None:
        found = _KINDS.match(text)
        assert found is not None
        kind = found["naskah"].upper()
        self.fields["judul"] = text[found.start("naskah") :].strip()
        self.fields["naskah"] = _NAMES.get(kind, kind.capitalize())

    def _numbered(self, lines: Sequence[Said]) -> list[Said]:
        rest = []
        for line in lines:
            found = _NUMBER.match(line.text)
            if found and "nomor" not in self.fields:
                self.fields["nomor"] = found["number"].strip()
                if re.search(r"/\s+/|\.{3}|…|_{2}", found["number"]):
                    self.fields["nomor_lengkap"] = False
            elif not (found and found["number"].strip() == self.fields.get("nomor")):
                rest.append(line)
            else:
                self._leave([line], "tercetak lagi")
        return rest

    def _cover(self, lines: Sequence[Said]) -> None:
        """A cover without a number: what it says of the indicators is its title."""
        lines = self._numbered(lines)
        at = next((n for n, line in enumerate(lines) if is_title(line.text)), None)
        if at is None:
            self._leave(lines, "kepala naskah")
            return
        start = at - 1 if at and lines[at - 1].text.upper() == "DOKUMEN" else at
        end = at + 1
        while end < len(lines) and _YEAR.match(lines[end].text):
            end += 1
        self.fields["judul"] = " ".join(line.text for line in lines[start:end])
        doubt(self.fields, "judul", "nama dan nomor naskah tidak ditemukan; judul dari sampul")
        self._leave([*lines[:start], *lines[end:]], "sampul")

    def _about(self) -> None:
        """What it is about, up to the office that speaks: `CAMAT ANDA,`."""
        lines = list(self._parts.get("tentang", []))
        text = " ".join(line.text for line in lines)
        office = re.sub(r"^(?:SURAT )?\w+\s+", "", str(self.fields.get("judul", "")))
        squeezed = text.rstrip(", ")
        if text.rstrip().endswith(",") and office and squeezed.upper().endswith(office.upper()):
            kept = squeezed[: len(squeezed) - len(office)].strip()
            self._leave([Said(squeezed[len(kept) :].strip(), lines[-1].place)], "tercetak lagi")
            text = kept
        if text:
            self.fields["tentang"] = text

    def _decide(self) -> None:
        decisions: list[Value] = []
        for name, lines in self._decisions:
            found = listed(lines)
            first = found.items[0] if found.items else ""
            fields: Fields = {"nama": name}
            if isinstance(first, dict):
                fields["isi"] = first.get("teks", "")
                fields["butir"] = first["butir"]
            else:
                fields["isi"] = " ".join(map(str, found.items))
            decisions.append(fields)
        if decisions:
            self.fields["diktum"] = decisions

    def _sign(self, lines: Sequence[Said]) -> None:
        rest = sign(self.fields, lines)
        self._leave(rest, "di luar jabatan")

    def _annex(self, lines: Sequence[Said]) -> None:
        """The head of the annex says again what the decree is."""
        self._leave(lines, "kepala lampiran")
