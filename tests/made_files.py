"""Files as agencies have them, made anew by the tests: no file of Office stands in the repository.

`Decree.of(folder)` is what an edition of `content/` would look like in print; `as_docx` and
`as_pdf` make such files, `as_lembar` the form for Excel with it typed in. What is smaller, a part
of a DOCX or a broken ZIP, has its own helper.
"""

import struct
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import openpyxl
from docx.oxml import parse_xml
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fpdf import FPDF

from generator.formula.kinds.kind import Kind
from generator.importing.lembar import making
from generator.model.columns import Kolom, columns
from generator.model.documents import Dokumen, Indikator, Jabatan, as_line
from generator.model.validation import validate
from generator.source.reading import parse

# What a decree prints


@dataclass(frozen=True)
class Over:
    """A fraction."""

    upper: str
    lower: str


Printed = list[str | Over]
"""A line as printed."""


@dataclass(frozen=True)
class Listed:
    """An item of a list, whose number the program writes by itself."""

    text: str
    kind: str
    depth: int = 0
    begins: bool = False


@dataclass(frozen=True)
class Title:
    text: str
    starts_page: bool = False


@dataclass(frozen=True)
class PrintedCell:
    lines: list[Printed]
    down: int = 1
    """How many rows it has; 0 of one that belongs to the cell above."""
    across: int = 1


@dataclass(frozen=True)
class PrintedTable:
    headings: list[str]
    rows: list[list[PrintedCell]]


Block = str | Listed | Title | PrintedTable


@dataclass(frozen=True)
class Decree:
    blocks: list[Block] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> "Decree":
        """An edition of content as its decree would be."""
        found = [path for path in folder.glob("*.yml") if path.stem != "dokumen"]
        positions = sorted(map(_position, found), key=lambda each: int(each.urutan))
        blocks = [*_head(folder / "dokumen.yml")]
        for each in positions:
            blocks += _sheet(each)
        return cls(blocks)


def _read(path: Path, model: Any) -> Any:
    source, _ = parse(path.read_text("utf-8"), path.name)
    assert source
    document, problems = validate(source, model)
    assert document, problems
    return document


def _position(path: Path) -> Jabatan:
    return _read(path, Jabatan)


def _head(path: Path) -> Iterator[Block]:
    decree: Dokumen = _read(path, Dokumen)
    yield Title(decree.judul)
    if decree.nomor:
        yield f"NOMOR : {decree.nomor}"
    yield Title("TENTANG")
    yield Title(decree.tentang)
    for name, kind in (("menimbang", "huruf"), ("mengingat", "angka")):
        if items := getattr(decree, name):
            yield f"{name.capitalize()} :"
            yield from _list(items, kind)
    if decree.diktum:
        yield Title("MEMUTUSKAN:")
        yield "Menetapkan :"
    for each in decree.diktum:
        yield f"{each.nama}\t: {each.isi}"
        yield from _list(each.butir, "huruf")
    if decree.penandatangan:
        yield f"Ditetapkan di {decree.tempat_ditetapkan or 'Malang'}"
        yield decree.penandatangan.jabatan
        yield decree.penandatangan.nama or ""
        yield "NIP. 19700101 199001 1 001"


def _sheet(position: Jabatan) -> Iterator[Block]:
    yield Title("INDIKATOR KINERJA INDIVIDU", starts_page=True)
    yield f"1. JABATAN\t: {position.nama}"
    yield "2. NAMA\t: BUDI CONTOH, S.Sos"
    numbers = position.penomoran
    for number, name in ((3, "tugas"), (4, "fungsi")):
        items = getattr(position, name)
        yield f"{number}. {name.upper()}\t:{'' if items else ' -'}"
        yield from _list(items, str(getattr(numbers, name, None) or "huruf"))
    headings: list[str] = []
    for sasaran in position.sasaran:
        headings = sasaran.judul_kolom or headings or position.judul_kolom
    groups: list[list[Any]] = []
    for sasaran in position.sasaran:
        if sasaran.judul_kolom or not groups:
            groups.append([])
        groups[-1].append(sasaran)
    for group in groups:
        yield _table(group[0].judul_kolom or position.judul_kolom, group)
        yield ""


def _list(items: Iterable[Any], kind: str, depth: int = 0) -> Iterator[Block]:
    begins = True
    for each in items:
        text = each if isinstance(each, str) else each.teks
        if text:
            yield text if kind == "tanpa" else Listed(text, kind, depth, begins)
            begins = False
        if not isinstance(each, str):
            yield from _list(each.butir, str(each.penomoran or "angka"), depth + 1)


def _table(headings: list[str], groups: list[Any]) -> PrintedTable:
    kinds = [each.kolom for each in columns(headings)]
    rows: list[list[PrintedCell]] = []
    for number, group in enumerate(groups, 1):
        lines = [each for indikator in group.indikator for each in _rows_of(indikator)]
        for place, (indikator, definition) in enumerate(lines):
            down = len(lines) if place == 0 else 0
            row = [_cell(kolom, number, group, indikator, down) for kolom in kinds]
            rows.append(_defined(kinds, row, definition) if definition else row)
    return PrintedTable(headings, _with_merged_sources(rows, groups, kinds))


def _rows_of(indikator: Indikator) -> Iterator[tuple[Indikator, list[str]]]:
    """An indicator, and its definition as a row below it."""
    yield indikator, []
    if indikator.definisi_operasional:
        items = [
            each.text if isinstance(each, Listed) else str(each)
            for each in _list(indikator.definisi_operasional, "tanpa")
        ]
        yield indikator, ["Definisi Operasional : " + items[0], *items[1:]]


def _defined(kinds: list[Any], row: list[PrintedCell], definition: list[str]) -> list[PrintedCell]:
    """Its text reaches over all columns behind that of the goal."""
    start = kinds.index(Kolom.INDIKATOR)
    merged = PrintedCell([[each] for each in definition], across=len(kinds) - start)
    return [*row[:start], merged]


def _cell(kolom: Any, number: int, group: Any, indikator: Indikator, down: int) -> PrintedCell:
    match kolom:
        case Kolom.NOMOR:
            return PrintedCell([[f"{number}."]], down)
        case Kolom.SASARAN:
            return PrintedCell([[group.uraian or ""]], down)
        case Kolom.INDIKATOR:
            return PrintedCell([[indikator.nama]])
        case Kolom.RUMUS:
            return PrintedCell(list(formula(indikator.rumus)))
        case Kolom.SUMBER_DATA:
            return PrintedCell([[str(each)] for each in indikator.sumber_data])
        case Kolom.PENANGGUNG_JAWAB:
            found = indikator.penanggung_jawab
            return PrintedCell([[each] for each in ([found] if isinstance(found, str) else found)])
    raise AssertionError(kolom)


def _with_merged_sources(
    rows: list[list[PrintedCell]], groups: list[Any], kinds: list[Any]
) -> list[list[PrintedCell]]:
    """A source that several indicators share is one cell."""
    column = kinds.index(Kolom.SUMBER_DATA) if Kolom.SUMBER_DATA in kinds else -1
    shared = [
        bool(each.sumber_data_gabung) and part == 0
        for group in groups
        for each in group.indikator
        for part in range(1 + bool(each.definisi_operasional))
    ]
    for place in reversed(range(1, len(rows))):
        if shared[place] and column < len(rows[place - 1]):
            below, above = rows[place][column], rows[place - 1][column]
            rows[place][column] = PrintedCell(below.lines, 0)
            rows[place - 1][column] = PrintedCell(above.lines, below.down + 1)
    return rows


PICTURE = "\ufffc"
"""Stands where a formula is a picture."""


def formula(rumus: Kind | None) -> Iterator[Printed]:
    """The printed lines of a formula."""
    found: Any = rumus
    if found is None:
        return
    if found.asli:
        yield [found.asli]
        return
    match found.jenis:
        case "jumlah":
            yield [found.hitung]
        case "persentase":
            yield [Over(found.pembilang, found.penyebut), f" x {found.faktor or '100%'}"]
        case "bobot":
            for number, each in enumerate(found.butir, 1):
                weight = str(each.bobot).replace(".", ",")
                yield [f"{number}. {each.hitung} ({weight}/ {each.per})"]
        case "daftar":
            for number, each in enumerate(found.butir, 1):
                yield [f"{number}. {each if isinstance(each, str) else each.hitung}"]
        case "hilang":
            yield [PICTURE]
        case _:
            yield [found.line()]


# DOCX

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_NAMES = (
    f'xmlns:w="{W}" xmlns:m="{M}" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_FORMS = {
    "huruf": ("lowerLetter", "%{}."),
    "angka": ("decimal", "%{}."),
    "romawi": ("lowerRoman", "%{}."),
    "strip": ("bullet", "-"),
    "titik": ("bullet", "\uf0b7"),
}


def run(text: str) -> str:
    """A text as runs of Word."""
    inner = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(t)}</w:t>' for t in text.split("\t")
    )
    return f"<w:r>{inner}</w:r>"


def math_run(text: str) -> str:
    return f'<m:r><m:t xml:space="preserve">{escape(text)}</m:t></m:r>'


def fraction(upper: str, lower: str) -> str:
    return f"<m:f><m:num>{math_run(upper)}</m:num><m:den>{math_run(lower)}</m:den></m:f>"


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


OLD_EQUATION = (
    '<w:r><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape>'
    '<o:OLEObject Type="Embed" ProgID="Equation.3"/></w:object></w:r>'
)


class Docx:
    """A file of Word, element by element."""

    def __init__(self) -> None:
        self.document = docx.Document()
        self._numbers = count(100)
        self._last: dict[tuple[str, int], int] = {}

    def add(self, xml: str) -> None:
        """An element at the end of the body."""
        element = parse_xml(_named(xml))
        self.document.element.body.insert_element_before(element, "w:sectPr")

    def listed(self, item: Listed) -> None:
        key = (item.kind, item.depth)
        if item.begins or key not in self._last:
            self._last[key] = self.numbered(_FORMS[item.kind])
        number = self._last[key]
        level = f'<w:numPr><w:ilvl w:val="{item.depth}"/><w:numId w:val="{number}"/></w:numPr>'
        self.add(paragraph(run(item.text), properties=level))

    def numbered(self, form: tuple[str, str]) -> int:
        """A new list of Word, whose levels all have one form; its number."""
        number = next(self._numbers)
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form[0]}"/>'
            f'<w:lvlText w:val="{form[1].format(depth + 1)}"/>'
            f'<w:pPr><w:ind w:left="{720 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            for depth in range(9)
        )
        self.number_with(number, levels)
        return number

    def number_with(self, number: int, levels: str, num: str = "") -> None:
        """A list with levels as Word writes them."""
        numbering = self.document.part.numbering_part.element
        abstract = f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        numbering.insert(0, parse_xml(_named(abstract)))
        self.use_list(number, number, num)

    def use_list(self, number: int, of: int, num: str = "") -> None:
        numbering = self.document.part.numbering_part.element
        numbering.append(
            parse_xml(
                _named(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{num}</w:num>')
            )
        )

    def save(self, path: Path) -> Path:
        self.document.save(str(path))
        return path


def _named(xml: str) -> str:
    """An element with the names of its parts declared."""
    end = min(place for sign in (" ", ">", "/") if (place := xml.find(sign, 1)) > 0)
    return f"{xml[:end]} {_NAMES}{xml[end:]}"


def docx_of(path: Path, *elements: str) -> Path:
    """The smallest DOCX with these elements."""
    body = f"<w:body>{''.join(elements)}</w:body>"
    return zipped(path, {"word/document.xml": _named(f"<w:document>{body}</w:document>")})


def as_docx(decree: Decree, path: Path) -> Path:
    """A decree as an officer typed it: automatic numbers, merged cells, equations of Word."""
    file = Docx()
    for block in decree.blocks:
        match block:
            case Listed():
                file.listed(block)
            case Title(text, starts_page):
                before = '<w:r><w:br w:type="page"/></w:r>' if starts_page else ""
                file.add(paragraph(before, run(text), properties='<w:jc w:val="center"/>'))
            case PrintedTable():
                file.add(_word_table(block))
            case str():
                file.add(paragraph(run(block)))
    return file.save(path)


def _word_table(block: PrintedTable) -> str:
    heading = row(
        *(cell(paragraph(run(each))) for each in block.headings), properties="<w:tblHeader/>"
    )
    return table(heading, *(row(*map(_word_cell, each)) for each in block.rows))


def _word_cell(each: PrintedCell) -> str:
    merged = {0: "<w:vMerge/>", 1: ""}.get(each.down, '<w:vMerge w:val="restart"/>')
    span = f'<w:gridSpan w:val="{each.across}"/>' if each.across > 1 else ""
    lines = [] if each.down == 0 else each.lines
    return cell(*map(_word_line, lines), properties=span + merged)


def _word_line(line: Printed) -> str:
    if any(isinstance(each, Over) for each in line):
        inner = "".join(
            fraction(each.upper, each.lower) if isinstance(each, Over) else math_run(each)
            for each in line
        )
        return paragraph(f"<m:oMathPara><m:oMath>{inner}</m:oMath></m:oMathPara>")
    return paragraph(*(OLD_EQUATION if each == PICTURE else run(str(each)) for each in line))


# PDF

_SIZE = 9.0
_LEAD = 11.0
_PAD = 3.0
_BOTTOM = 60.0


_SIGMA = "¤"
"""A sign as wide as Σ that the fonts of every PDF have; it is drawn as one from a font of ours."""


def _sigma(path: Path) -> Path:
    """A font with one letter."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((300, 350), (0, 700), (500, 700), (500, 640), (120, 640), (370, 350)):
        pen.lineTo(corner)
    pen.closePath()
    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef", "Sigma"])
    font.setupCharacterMap({ord("Σ"): "Sigma"})
    font.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "Sigma": pen.glyph()})
    font.setupHorizontalMetrics({".notdef": (556, 0), "Sigma": (556, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Sigma", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    font.save(path)
    return path


class _Pdf(FPDF):
    """Text and ruled tables; a row that has no room goes on upon the next page."""

    def __init__(self, folder: Path) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(False)
        self.add_font("Sigma", fname=_sigma(folder / "sigma.ttf"))
        self.set_font("Helvetica", size=_SIZE)
        self.c_margin = 0
        self.add_page()

    def footer(self) -> None:
        self.text(self.w / 2, self.h - 25, f"- {self.page_no()} -")

    def text(self, x: float, y: float, text: str = "") -> None:
        for number, part in enumerate(text.split(_SIGMA)):
            if number:
                self.set_font("Sigma", size=_SIZE)
                super().text(x, y, "Σ")
                x += self.get_string_width("Σ")
                self.set_font("Helvetica", size=_SIZE)
            if part:
                super().text(x, y, part)
                x += self.get_string_width(part)

    @property
    def room(self) -> float:
        return self.h - _BOTTOM - self.y

    def wrapped(self, text: str, width: float) -> list[str]:
        plain = text.replace("Σ", _SIGMA).replace("•", "-").replace("…", "...").replace("≥", ">=")
        if not plain.strip():
            return []
        return self.multi_cell(width, _LEAD, plain, dry_run=True, output="LINES", align="L")

    def paragraph(self, text: str, left: float = 60.0, mark: str = "") -> None:
        for number, line in enumerate(self.wrapped(text, self.w - 60 - left)):
            if self.room < _LEAD:
                self.add_page()
                self.set_y(60)
            if number == 0 and mark:
                self.text(left - 18, self.y + _SIZE, mark)
            self.text(left, self.y + _SIZE, line)
            self.set_y(self.y + _LEAD)
        self.set_y(self.y + 5)

    # A line of a cell is its height and what draws it.

    def lines(self, each: PrintedCell, width: float) -> list[tuple[float, list[Any]]]:
        found = []
        for line in each.lines:
            over = next((part for part in line if isinstance(part, Over)), None)
            if over:
                found.append(self._fraction(over, str(line[-1]), width))
            else:
                text = "".join("" if part == PICTURE else str(part) for part in line)
                found += [(_LEAD, [("text", 0.0, _SIZE, t)]) for t in self.wrapped(text, width)]
        return found

    def _fraction(self, over: Over, factor: str, width: float) -> tuple[float, list[Any]]:
        inner = width - self.get_string_width(factor) - 6
        upper, lower = self.wrapped(over.upper, inner), self.wrapped(over.lower, inner)
        bar = max(map(self.get_string_width, (*upper, *lower)))
        drawn: list[Any] = []
        y = 0.0
        for place, text in enumerate((*upper, *lower)):
            y = place * _LEAD + (4 if place >= len(upper) else 0)
            drawn.append(("text", (bar - self.get_string_width(text)) / 2, y + _SIZE, text))
        middle = len(upper) * _LEAD + 2
        drawn += [("line", 0.0, middle, bar), ("text", bar + 3, middle + 3, factor.strip())]
        return y + _LEAD + 4, drawn

    def table(self, block: PrintedTable) -> None:
        widths = _widths(
            [self._longest(block, n) for n in range(len(block.headings))], self.w - 120
        )
        heading = [PrintedCell([[each]]) for each in block.headings]
        self.ruled([heading], widths, heading)
        for rows in _blocks_of(block.rows):
            self.ruled(rows, widths, heading)

    def _longest(self, block: PrintedTable, column: int) -> float:
        """How wide the longest word of a column is; addresses of the web may be broken."""
        cells = [row[column] for row in block.rows if column < len(row) and row[column].across == 1]
        parts = [part for each in cells for line in each.lines for part in line]
        texts = [f"{each.upper} {each.lower}" if isinstance(each, Over) else each for each in parts]
        words = " ".join([block.headings[column], *texts]).replace(PICTURE, "").split()
        plain = [each for each in words if each.isascii() and "//" not in each]
        return max(map(self.get_string_width, plain))

    def ruled(self, rows: list[list[PrintedCell]], widths: list[float], head: Any) -> None:
        """Rows that vertical merges hold together, cut where a page ends."""
        pending: dict[int, list[Any]] = {}
        for each in rows:
            column = 0
            spans: list[tuple[int, int]] = []
            for part in each:
                spans.append((column, part.across))
                width = sum(widths[column : column + part.across]) - 2 * _PAD
                if part.down:
                    pending[column] = self.lines(part, width)
                column += part.across
            merged = {c for (c, _), part in zip(spans, each, strict=True) if part.down != 1}
            is_last = each is rows[-1]
            self._row(spans, merged, pending, widths, is_last, head)

    def _row(
        self,
        spans: list[tuple[int, int]],
        merged: set[int],
        pending: dict[int, list[Any]],
        widths: list[float],
        is_last: bool,
        head: Any,
    ) -> None:
        while True:
            own = [c for c, _ in spans if c not in merged or is_last]
            need = max((sum(h for h, _ in pending.get(c, ())) for c in own), default=0) + 2 * _PAD
            height = min(max(need, _LEAD + 2 * _PAD), self.room)
            if self.room < 3 * _LEAD and need > self.room:
                self._next_page(head, widths)
                continue
            for column, across in spans:
                left = 60 + sum(widths[:column])
                right = left + sum(widths[column : column + across])
                self._drawn(pending.get(column, []), left, height)
                self.line(left, self.y, left, self.y + height)
                self.line(right, self.y, right, self.y + height)
                ends = is_last or column not in merged or need > height
                if ends:
                    self.line(left, self.y + height, right, self.y + height)
            self.set_y(self.y + height)
            if need <= height:
                return
            self._next_page(head, widths)

    def _drawn(self, lines: list[Any], left: float, height: float) -> None:
        """As many lines of a cell as there is room for; they are taken from the rest."""
        y = self.y + _PAD
        while lines and y + lines[0][0] <= self.y + height + 0.1:
            high, drawn = lines.pop(0)
            for kind, x, down, what in drawn:
                if kind == "text":
                    self.text(left + _PAD + x, y + down, what)
                else:
                    self.line(left + _PAD + x, y + down, left + _PAD + x + what, y + down)
            y += high

    def _next_page(self, head: Any, widths: list[float]) -> None:
        # Word closes the cells at the foot of a page.
        self.line(60, self.y, 60 + sum(widths), self.y)
        self.add_page()
        self.set_y(60)
        self.line(60, self.y, 60 + sum(widths), self.y)
        self.ruled([head], widths, head)


def _widths(longest: list[float], whole: float) -> list[float]:
    """As Word makes them: no word is broken, what is left is shared."""
    least = [each + 2 * _PAD + 1 for each in longest]
    rest = whole - sum(least)
    shares = [0.0 if each < 30 else 1.0 for each in least]
    return [each + rest * share / sum(shares) for each, share in zip(least, shares, strict=True)]


def _blocks_of(rows: Sequence[list[PrintedCell]]) -> Iterator[list[list[PrintedCell]]]:
    """Rows that no merge crosses."""
    group: list[list[PrintedCell]] = []
    for each in rows:
        if group and not any(part.down == 0 for part in each):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def as_pdf(decree: Decree, path: Path) -> Path:
    """A decree as a PDF with ruled tables."""
    file = _Pdf(path.parent)
    file.set_y(60)
    numbers: dict[tuple[str, int], int] = {}
    for block in decree.blocks:
        match block:
            case Listed(text, kind, depth, begins):
                key = (kind, depth)
                numbers[key] = 1 if begins else numbers.get(key, 0) + 1
                file.paragraph(text, 80 + 20 * depth, _mark(kind, numbers[key]))
            case Title(text, starts_page):
                if starts_page:
                    file.add_page()
                    file.set_y(60)
                file.paragraph(text)
            case PrintedTable():
                if file.room < 100:
                    file.add_page()
                    file.set_y(60)
                file.line(60, file.y, file.w - 60, file.y)
                file.table(block)
                file.set_y(file.y + 12)
            case str():
                file.paragraph(block.replace("\t", "      "))
    file.output(str(path))
    return path


def _mark(kind: str, number: int) -> str:
    match kind:
        case "huruf":
            return f"{chr(ord('a') + (number - 1) % 26)}."
        case "angka":
            return f"{number}."
    return "-"


def pdf_of(path: Path, *texts: str) -> Path:
    """A small PDF with these paragraphs."""
    file = _Pdf(path.parent)
    file.set_y(60)
    for each in texts:
        file.paragraph(each)
    file.output(str(path))
    return path


# Excel


def as_xlsx(decree: Decree, path: Path) -> Path:
    """A decree as a sheet: a line a row, a table with its merged cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for block in decree.blocks:
        line = sheet.max_row + 2
        if isinstance(block, PrintedTable):
            _typed_table(sheet, block, line)
        else:
            sheet.cell(line, 1, block if isinstance(block, str) else block.text)
    book.save(path)
    return path


def _typed_table(sheet: Any, block: PrintedTable, line: int) -> None:
    for column, heading in enumerate(block.headings, 1):
        sheet.cell(line, column, heading)
    for below, row_ in enumerate(block.rows, line + 1):
        column = 1
        for each in row_:
            if each.down:
                sheet.cell(below, column, "\n".join(map(_typed_line, each.lines)))
            if each.down > 1 or each.across > 1:
                end = (below + max(each.down, 1) - 1, column + each.across - 1)
                sheet.merge_cells(None, below, column, *end)
            column += each.across


def _typed_line(line: Printed) -> str:
    parts = [f"({p.upper}) / ({p.lower})" if isinstance(p, Over) else p for p in line]
    return "".join(parts).replace(PICTURE, "")


# The form for Excel


def as_lembar(folder: Path, path: Path) -> Path:
    """The form in which an officer typed the positions of an edition."""
    book = openpyxl.load_workbook(BytesIO(making.made()))
    found = [each for each in folder.glob("*.yml") if each.stem != "dokumen"]
    positions = sorted(map(_position, found), key=lambda each: each.urutan)
    for name, value in (("Jenis", "IKI"), ("Judul", "IKI"), ("Tentang", "IKI"), ("Tahun", 2024)):
        line = next(each for each in book["Dokumen"].iter_rows() if each[0].value == name)
        line[1].value = value
    _type(book["Jabatan"], ({"Nama": e.nama, "Pembeda": e.pembeda} for e in positions))
    for name in ("Tugas", "Fungsi"):
        items = ((e, as_line(item)) for e in positions for item in getattr(e, name.lower()))
        _type(book[name], ({"Jabatan": named(e), name: text} for e, text in items))
    _type(book["Indikator"], (row for each in positions for row in typed(each)))
    book.save(path)
    return path


def _type(sheet: Any, rows: Iterable[dict[str, object]]) -> None:
    """Below the headings and the example."""
    headings = {each.value: each.column for each in sheet[1]}
    for line, each in enumerate(rows, 3):
        for heading, value in each.items():
            sheet.cell(line, headings[heading], value)


def named(position: Jabatan) -> str:
    """How the form names a position."""
    return f"{position.nama} ({position.pembeda})" if position.pembeda else position.nama


def typed(position: Jabatan) -> Iterator[dict[str, object]]:
    """The rows of its indicators; a formula that the form has no columns for is typed in words."""
    for sasaran in position.groups():
        for each in sasaran.indikator:
            yield {
                "Jabatan": named(position),
                "Sasaran": sasaran.uraian,
                "Indikator": each.nama,
                **_typed_formula(each.rumus),
                "Sumber data": "\n".join(map(as_line, each.sumber_data)) or None,
            }


def _typed_formula(rumus: Kind | None) -> dict[str, object]:
    found: Any = rumus
    if found is None or found.jenis == "hilang":
        return {}
    if found.jenis == "persentase":
        parts = ("pembilang", "penyebut", "faktor")
        typed_ = {name.capitalize(): getattr(found, name) for name in parts}
        return {"Jenis rumus": "persentase", **typed_}
    return {"Jenis rumus": "uraian", "Rumus": found.asli or found.line()}


# Open Document

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_NAMES = " ".join(
    [
        *(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "style")),
        f'xmlns:draw="{_ODF}drawing:1.0"',
        f'xmlns:fo="{_ODF}xsl-fo-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)


def odf(
    path: Path, kind: str, body: str, styles: str = "", others: dict[str, str] | None = None
) -> Path:
    """An ODT (`text`) or ODS (`spreadsheet`)."""
    content = (
        f"<office:document-content {_ODF_NAMES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content}
    return zipped(path, parts | (others or {}))


def zipped(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


# XLS, DOC and what has a password: files in the container of the older Office.

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(path: Path, name: str, data: bytes) -> Path:
    """A container with one stream."""
    data = data.ljust(4096, b"\0")
    size = len(data)
    data += b"\0" * (-size % _SECTOR)
    sectors = len(data) // _SECTOR
    # Sector 0 is the directory, then the stream, then the table of sectors.
    tables = 1
    while (sectors + 1 + tables) * 4 > tables * _SECTOR:
        tables += 1
    chain = [_END, *range(2, sectors + 1), _END, *[_TABLE] * tables]
    chain += [_FREE] * (tables * _SECTOR // 4 - len(chain))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E, 3, 0xFFFE, 9, 6,
        0, tables, 0, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    places = [sectors + 1 + each for each in range(tables)]
    header += struct.pack("<109I", *places, *[_FREE] * (109 - tables))
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 1, size)
    directory = directory.ljust(_SECTOR, b"\0")
    path.write_bytes(header + directory + data + struct.pack(f"<{len(chain)}I", *chain))
    return path


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xI8x8xIII",
        letters, len(letters), kind, 1, _FREE, _FREE, child, 0, start, size, 0,
    )  # fmt: skip


def xls(
    path: Path,
    rows: Sequence[Sequence[str | float]],
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> Path:
    """An XLS with one sheet, in the fewest records that Excel accepts."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    sheet += record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for r, line in enumerate(rows):
        for c, value in enumerate(line):
            if isinstance(value, str) and value:
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                sheet += record(0x204, struct.pack("<HHH", r, c, 0) + text)
            elif not isinstance(value, str):
                sheet += record(0x203, struct.pack("<HHHd", r, c, 0, value))
    if merged:
        areas = b"".join(struct.pack("<HHHH", *each) for each in merged)
        sheet += record(0xE5, struct.pack("<H", len(merged)) + areas)
    sheet += record(0x0A, b"")
    name = "Indikator"

    def book(place: int) -> bytes:
        head = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
        head += record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name.encode())
        return head + record(0x0A, b"")

    return compound(path, "Workbook", book(len(book(0))) + sheet)
