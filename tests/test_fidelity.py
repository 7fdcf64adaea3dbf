"""Every transcription says what its decree says: all its words, in order, and no others.

`sumber/<name>.txt` is a decree as the scan gives it; `sumber/<name>.yml` says what is done to it
before it is compared, entry by entry, each with its reason:

    skipped     lines that say nothing of their own
    corrections what the scan misread
    rearranged  rows and cells that the scan tore apart
    cuts        where cells meet inside a line, for a text without tabs
    document    which lines hold the decree's own fields

The rest is split into positions, and each is compared with its file in `content/`, text by text:
capitals and punctuation count; blanks, markup, list markers and the drawn fraction line do not.
A fraction reads "numerator ×100% denominator".

Nothing here comes from the generator, so that no mistake can hide in both.
"""

import hashlib
import re
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from pathlib import Path

import pytest
import yaml

SUMBER = Path(__file__).parent / "sumber"
CONTENT = Path(__file__).parents[1] / "content"

POSITIONS = {
    "kab-malang-dispendukcapil-2021": 52,
    "kota-probolinggo-dispendukcapil-2021": 27,
    "kab-jombang-kecamatan-kesamben-2024": 15,
    "kab-malang-kecamatan-gedangan-2022": 18,
    "kab-malang-diskominfo-2018": 27,
}
SOURCES = sorted(POSITIONS)

HEAD = ["nama", "pejabat", "tugas", "fungsi", "tujuan", "unit_kerja"]
LABELS = {
    "INSTANSI": "nama",
    "JABATAN": "nama",
    "NAMA": "pejabat",
    "TUGAS POKOK": "tugas",
    "TUGAS": "tugas",
    "FUNGSI": "fungsi",
    "TUJUAN": "tujuan",
    "UNIT KERJA": "unit_kerja",
}
ADDED = {
    "jabatan": set(
        "id urutan jenis pembeda atasan kelompok penomoran status sumber_data_gabung sebab halaman"
        " gabung catatan".split()
    ),
    "dokumen": set("jenis naskah nomor_lengkap mutu_sumber status catatan".split()),
    "instansi": {"jenis"},
    "pemda": {"jenis", "kode_wilayah"},
}
"""What the transcription adds of its own, and the decree does not print."""
COMPARED = set(
    "nama pejabat tugas fungsi tujuan unit_kerja judul_kolom sasaran uraian indikator rumus"
    " sumber_data penanggung_jawab definisi_operasional teks butir asli hitung pembilang penyebut"
    " faktor bobot per nilai penilai ukur batas satuan hasil ungkapan variabel arti simbol".split()
)
READINGS = {"variabel", "penilai"}
"""What only repeats words that stand elsewhere in the position."""
UNREADABLE_NAME = "(nama indikator tidak terbaca)"

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)


class Unreadable(Exception):
    """The source does not look as its .yml says."""


# Files


def load(path):
    """A YAML file; every scalar stays text."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def editions():
    """The folder of every edition, under the name of its source."""
    folders = [path.parent for path in CONTENT.glob("*/*/*/dokumen.yml")]
    return {"-".join(folder.relative_to(CONTENT).parts): folder for folder in folders}


def positions(name):
    """The positions of an edition, in their order."""
    files = [path for path in editions()[name].glob("*.yml") if path.stem != "dokumen"]
    return sorted(map(load, files), key=lambda position: int(position["urutan"]))


def documents(name):
    """The files that tell of the decree and of its agency."""
    folder = editions()[name]
    return {
        "dokumen": load(folder / "dokumen.yml"),
        "instansi": load(folder.parent / "instansi.yml"),
        "pemda": load(folder.parents[1] / "pemda.yml"),
    }


def instructions(name):
    return load(SUMBER / f"{name}.yml")


# The lines of a source


def numbers(text):
    """ "3-5, 8" -> [3, 4, 5, 8], in the order written."""
    ends = [list(map(int, each.split("-"))) for each in text.split(",")]
    return [number for pair in ends for number in range(pair[0], pair[-1] + 1)]


def source_lines(name):
    """The lines that are not blank, by number."""
    text = (SUMBER / f"{name}.txt").read_text("utf-8")
    return {n: line for n, line in enumerate(text.split("\n"), 1) if line.strip()}


def lines_to_compare(name, told):
    """The source as its .yml wants it read."""
    lines = source_lines(name)
    for entry in told["skipped"]:
        skip(lines, entry)
    for entry in told.get("corrections", []):
        correct(lines, entry)
    for entry in told.get("cuts", []):
        cut_into_cells(lines, entry)
    for entry in told.get("rearranged", []):
        rearrange(lines, entry)
    return {number: text.replace("*", "") for number, text in lines.items()}


def skip(lines, entry):
    for each in entry["lines"].split(","):
        span = numbers(each)
        if span[0] not in lines or span[-1] not in lines:
            raise Unreadable(f"nothing to skip in {each}")
        for number in span:
            lines.pop(number, None)


def correct(lines, entry):
    number = int(entry["line"])
    if entry["from"] not in lines[number]:
        raise Unreadable(f"{entry['from']!r} is not in line {number}")
    lines[number] = lines[number].replace(entry["from"], entry["to"])


def cut_into_cells(lines, entry):
    for number in numbers(entry["lines"]):
        if tidy(entry["cells"].replace("|", " ")) != tidy(lines[number]):
            raise Unreadable(f"line {number} is not {entry['cells']!r}")
        lines[number] = re.match(r"\s*", lines[number])[0] + entry["cells"]


def rearrange(lines, entry):
    match entry:
        case {"join": rows}:
            join_rows(lines, *numbers(rows))
        case {"lines": rows, "columns": columns}:
            for row in numbers(rows):
                lines[row] = "\t".join(lines[row].split("\t")[n - 1] for n in numbers(columns))
        case {"cell": column, "of": row, "into": other}:
            move_cell(lines, int(column) - 1, int(row), int(other))
        case {"read": order}:
            read_in_order(lines, [number for number in numbers(order) if number in lines])


def join_rows(lines, row, rest):
    """The cells of a row that a page break tore in two; a word torn at its hyphen becomes one."""
    pairs = zip_longest(lines[row].split("\t"), lines.pop(rest).split("\t"), fillvalue="")
    lines[row] = "\t".join(re.sub(r"(?<=\w-) +$", "", f"{a} ") + b for a, b in pairs)


def move_cell(lines, column, row, other):
    cells, others = lines[row].split("\t"), lines[other].split("\t")
    others[column], cells[column] = cells[column], others[column]
    lines[row], lines[other] = "\t".join(cells), "\t".join(others)


def read_in_order(lines, order):
    texts = [lines[number] for number in order]
    lines.update(zip(sorted(order), texts, strict=True))


# The words of a text


def tidy(text):
    return " ".join(text.split())


TAG = r"</?(?:p|ul|ol|li)\b[^>]*>"
MARKER = re.compile(r"(?:- +)?(?:[a-z]\.? +|\d+\. +)|- +")
MARKER_IN_CELL = r"(?<!\S)(?:[-•]|\d+\.)(?!\S)"
FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}(?:\s*[×xX]\s*(100 ?%?))?")
DRAWN_FRACTION = re.compile(r"-{5,} *x *(100%?)")
SIGNS = {r"\Sigma": "Σ", r"\sum": "Σ", r"\times": "×", r"\%": "%", r"\&": "&", "$": " "}


def plain(text):
    """A text without LaTeX: `\\frac{A}{B} \\times 100\\%` reads `A ×100% B`."""
    text = re.sub(r"\\text *\{([^{}]*)\}", r"\1", text)
    for latex, sign in SIGNS.items():
        text = text.replace(latex, sign)
    text = DRAWN_FRACTION.sub(r" ×\1 ", FRACTION.sub(opened, text))
    return tidy(text)


def opened(fraction):
    top, bottom, factor = fraction.groups()
    return f"{top} ×{factor.replace(' ', '')} {bottom}" if factor else f"({top}) / {bottom}"


def texts_of(cell):
    """The texts of a cell: more than one where it holds a list."""
    is_list = re.search(TAG, cell) or re.match(r"\d+\. ", cell)
    texts = re.split(MARKER_IN_CELL, re.sub(TAG, " • ", cell)) if is_list else [cell]
    return [plain(text) for text in texts if text.strip()]


# A position as the decree prints it


@dataclass
class Printed:
    """A position of the source: its head by field, and its table."""

    head: dict
    table: "list | Layout"
    text: str


@dataclass
class Layout:
    """A table without tabs: its words, and the places between them where cells can or must meet."""

    words: list
    can_meet: set
    must_meet: set


BEGINNING = re.compile(r"\s*(?:- )?\d+\. ?(?:JABATAN|NAMA|INSTANSI)\b", re.IGNORECASE)
LABEL = re.compile(
    rf"\s*(?:- )?(?:\d+\. ?)?({'|'.join(LABELS)})(?:\s*:\s*|\s+-$|$)(.*)", re.IGNORECASE
)
HEADING = re.compile(r".*\t|SASARAN\b|NO\. \|")


def parts(lines):
    """The lines of each position: every one that is left belongs to one."""
    found = []
    for line in lines:
        if BEGINNING.match(line):
            found.append([])
        if not found:
            raise Unreadable(f"before the first position: {line!r}")
        found[-1].append(line)
    return found


def printed(part):
    at = next((n for n, line in enumerate(part) if HEADING.match(line)), len(part))
    rows = part[at:]
    table = rows_by_tab(rows) if any("\t" in row for row in rows) else layout(rows)
    return Printed(head_of(part[:at]), table, squeezed(" ".join(part)))


def head_of(lines):
    """The texts of each field, one or more."""
    fields = {field: [] for field in HEAD}
    for line in lines:
        if label := LABEL.match(line):
            field, line = LABELS[label[1].upper()], label[2]  # noqa: PLW2901
        add_line(fields[field], line.strip())
    return fields


def add_line(texts, line):
    """A line with a marker begins a text, any other goes on with it."""
    marker = MARKER.match(line)
    if marker or not texts:
        texts.append("")
    texts[-1] = tidy(f"{texts[-1]} {line[marker.end() :] if marker else line}")
    if texts[-1] in {"", "-"}:
        texts.pop()


def rows_by_tab(rows):
    """The texts of a table with tabs, in order, each with its column."""
    found, heading = [], []
    for row in rows:
        cells = [cell.strip() for cell in row.split("\t")]
        if cells[-1].upper() == "SUMBER DATA":
            heading = cells
            found += [("judul_kolom", cell) for cell in cells if cell]
        else:
            found += row_texts(cells_under(heading, cells))
    return found


def cells_under(heading, cells):
    """Goal, name, formula, source: without the numbers, what has no heading joined to its left."""
    if len(cells) != len(heading):
        raise Unreadable(f"{len(cells)} cells under {len(heading)} headings: {cells}")
    if heading[0].upper().startswith("NO"):
        if not re.fullmatch(r"(\d+\.?)?", cells[0]):
            raise Unreadable(f"not a number: {cells[0]!r}")
        heading, cells = heading[1:], cells[1:]
    starts = [n for n, text in enumerate(heading) if text]
    ends = [*starts[1:], len(cells)]
    return [" ".join(cells[a:b]) for a, b in zip(starts, ends, strict=True)]


def row_texts(cells):
    goal, name, formula, source = cells
    if "Definisi Operasional :" in name:
        texts = texts_of(name.replace("Definisi Operasional :", ""))
        return [("definisi_operasional", text) for text in texts]
    return [
        *[("uraian", text) for text in texts_of(goal)],
        ("nama", plain(name)),
        ("rumus", " ".join(texts_of(formula))),
        *[("sumber_data", text) for text in texts_of(source) or [""]],
    ]


def layout(rows):
    """A table without tabs: cells meet at a cut, before a marker and before an indented line."""
    found = Layout([], set(), set())
    for row in rows:
        for place, text in enumerate(DRAWN_FRACTION.sub(r"×\1", row).split("|")):
            begin_text(found, text, indented=place > 0 or re.match(r"\s+[^×\s]", text))
    return found


def begin_text(found, text, *, indented):
    marker = re.match(r"\s*\d+\. ", text)
    place = len(found.words)
    found.can_meet.add(place)
    if indented or marker:
        found.must_meet.add(place)
    text = text[marker.end() :] if marker else text
    found.words += re.sub(r"(\(\d+,\d+/) +", r"\1", text).split()


# A position as its file tells it


def written_head(position):
    """The same fields as `head_of`."""
    fields = {field: position.get(field, []) for field in HEAD}
    if isinstance(fields["pejabat"], dict):
        fields["pejabat"] = fields["pejabat"]["nama"]
    return {field: flat(value) for field, value in fields.items()}


def flat(value):
    """The texts of a text, a list, or a list with lists below it."""
    match value:
        case str():
            return [tidy(value)]
        case dict():
            return flat(value.get("teks", [])) + flat(value["butir"])
        case _:
            return [text for item in value for text in flat(item)]


def written_table(position):
    """The same texts as `rows_by_tab`."""
    found = [("judul_kolom", text) for text in flat(position["judul_kolom"])]
    for sasaran in position["sasaran"]:
        found += [("judul_kolom", text) for text in flat(sasaran.get("judul_kolom", []))]
        found += [("uraian", tidy(sasaran["uraian"]))]
        for indikator in sasaran["indikator"]:
            found += written_row(indikator)
    return found


def written_row(indikator):
    name = "" if indikator["nama"] == UNREADABLE_NAME else indikator["nama"]
    merged = [""] if indikator.get("sumber_data_gabung") == "true" else []
    columns = {
        "nama": name,
        "rumus": written_formula(indikator["rumus"]),
        "sumber_data": flat(indikator.get("sumber_data", [])) + merged,
        "penanggung_jawab": indikator.get("penanggung_jawab", []),
        "definisi_operasional": indikator.get("definisi_operasional", []),
    }
    return [(column, text) for column, value in columns.items() for text in flat(value)]


def written_formula(rumus):
    """A formula as printed: its `asli`, or its fields put together."""
    match rumus:
        case str() as text:
            return [text]
        case {"asli": asli}:
            return [asli.replace("•", " ")]
        case {"jenis": "persentase", "pembilang": top, "penyebut": bottom}:
            return [f"{top} ×{rumus.get('faktor', '100%')} {bottom}"]
        case {"jenis": "bobot", "butir": items}:
            return [f"{each['hitung']} ({each['bobot']}/{each['per']})" for each in items]
        case {"jenis": "hilang"}:
            return []
        case {"hitung": text} | {"butir": text} | {"nilai": text}:
            return text


def readings(rumus):
    """What a formula says in fields beside its printed text: each must stand in the position."""
    match rumus:
        case {"jenis": "nilai", "penilai": assessor}:
            return [assessor]
        case {"jenis": "ambang", "ukur": measured, "batas": limit, "satuan": unit}:
            return [measured + limit.replace("kurang dari", "<") + unit]
        case {"jenis": "ungkapan", "hasil": result, "variabel": variables}:
            return [f"{result} = {with_symbols(rumus)}", *map(meaning, variables.values())]
    return []


def with_symbols(rumus):
    """The expression with every variable as it is printed."""
    text = rumus["ungkapan"]
    for name, variable in rumus["variabel"].items():
        text = text.replace(name, variable.get("simbol", name))
    return text


def meaning(variable):
    """ "arti" alone, or "arti … ungkapan" in the words of the decree."""
    own = variable.get("ungkapan", "").replace("/", "dibagi")
    return f"{variable['arti']} diperoleh dari nilai {own}" if own else variable["arti"]


# Comparing


def squeezed(text):
    return "".join(plain(text).split())


def position_faults(printed, position):
    """In what a file differs from its part of the source; empty when in nothing."""
    head, table = written_head(position), written_table(position)
    faults = [(f, printed.head[f], head[f]) for f in HEAD if printed.head[f] != head[f]]
    by_tab = isinstance(printed.table, list)
    faults += cell_faults(printed.table, table) if by_tab else layout_faults(printed.table, table)
    return faults + reading_faults(printed, position)


def cell_faults(cells, table):
    return [pair for pair in zip_longest(cells, table) if pair[0] != pair[1]]


def layout_faults(layout, table):
    """Words in order, and every text of the file begins where a cell can, and wherever one must."""
    words = [text.split() for _, text in table]
    meet = set(accumulate(map(len, words), initial=0))
    pairs = zip_longest(layout.words, (word for text in words for word in text))
    return (
        [pair for pair in pairs if pair[0] != pair[1]]
        + [("no cell ends before", layout.words[n:]) for n in meet - layout.can_meet if n < len(layout.words)]
        + [("a cell ends before", layout.words[n:]) for n in layout.must_meet - meet]
    )


def reading_faults(printed, position):
    texts = [text for _, rumus in formulas(position) for text in readings(rumus)]
    faults = [text for text in texts if squeezed(text) not in printed.text]
    status = position.get("pejabat", {}).get("status", "definitif")
    if (status != "definitif") != position["nama"].startswith(f"{status} "):
        faults.append(status)
    return faults


def formulas(position):
    return [
        (("sasaran", s, "indikator", n, "rumus"), indikator["rumus"])
        for s, sasaran in enumerate(position["sasaran"])
        for n, indikator in enumerate(sasaran["indikator"])
    ]


# The decree itself

BLANK = re.compile(r"\{([\w.]+)(?: (items|words) ([^}]+))?\}")


def take_document(lines, told):
    """The lines of the decree's own fields, with what they read; only shared ones stay."""
    taken = []
    for entry in told["document"]:
        own = [number for number in numbers(entry["lines"]) if number in lines]
        text = " ".join(re.sub(r"^\s*- ", "", lines[number]) for number in own)
        taken.append((own, text, entry["reads"]))
    shared = [n for e in told["document"] if e.get("shared") for n in numbers(e["lines"])]
    for number in {n for own, _, _ in taken for n in own} - set(shared):
        del lines[number]
    return [(text, reads) for _, text, reads in taken]


def filled(template, files):
    """The template with the values of the files; a name in capitals gives its value in capitals."""

    def value(blank):
        path, how, which = blank.groups()
        found = look_up(files, path.lower())
        text = shaped(found, how, which) if how else spoken(path, found)
        return text.upper() if path.isupper() else text

    return tidy(BLANK.sub(value, template))


def look_up(value, path):
    for key in path.split("."):
        value = value.get(key, "")
    return value


def spoken(path, value):
    match path.rpartition(".")[-1]:
        case "diktum":
            return " ".join(map(decision, value))
        case "tanggal_ditetapkan":
            year, month, day = value.split("-")
            return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    return value


def decision(diktum):
    items = shaped(diktum.get("butir", []), "items", "a.")
    return f"{diktum['nama']} : {diktum['isi']} {items}"


def shaped(value, how, which):
    """ "items a.": a list with its letters or numbers; "words 2-5": some words of a text."""
    if how == "words":
        first, _, last = which.partition("-")
        return " ".join(value.split()[int(first) - 1 : int(last) if last else None])
    first = 1 if which == "1." else "a"
    marks = [f"{n + 1}." if first == 1 else f"{chr(ord('a') + n)}." for n in range(len(value))]
    return " ".join(f"{mark} {item}" for mark, item in zip(marks, value, strict=True))


def document_faults(pages, whole, files):
    """In what the decree's own fields differ from the source, and which are printed nowhere."""
    faults = [(text, filled(reads, files)) for text, reads in pages]
    faults = [pair for pair in faults if tidy(pair[0]) != pair[1]]
    used = {blank[1].lower() for _, reads in pages for blank in BLANK.finditer(reads)}
    return faults + [
        path for path, text in document_texts(files) if not is_printed(path, text, used, whole, files)
    ]


def document_texts(files):
    """Every text that the decree prints, with its path without the numbers of lists."""
    for file, path in paths_of_texts(files):
        names = [file, *(key for key in path if isinstance(key, str))]
        if names[1] not in ADDED[file] and names[1:] != ["penandatangan", "status"]:
            yield ".".join(names), at_path(files[file], path)


def is_printed(path, text, used, whole, files):
    """A name stands anywhere, the year in the number or the title, all else where .yml says."""
    match path.split(".")[-1]:
        case "singkatan":
            return squeezed(text) in squeezed(whole)
        case "tahun":
            return text in files["dokumen"].get("nomor", "") + files["dokumen"]["judul"]
    if path in {"instansi.nama", "pemda.nama"}:
        return squeezed(text).upper() in squeezed(whole).upper()
    return any(path == name or path.startswith(f"{name}.") for name in used)
