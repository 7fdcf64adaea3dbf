"""Every transcription says what its decree says: all its words, in order, and no others.

`sumber/<name>.txt` is a decree as the scan gives it; `sumber/<name>.yml` says what is done to it
before it is compared, entry by entry, each with its reason:

    skipped     lines that say nothing of their own
    corrections what the scan misread
    rearranged  rows and cells that the scan tore apart
    cuts        where cells meet inside a line, for a text without tabs
    begins      lines of such a text that begin a cell, and do not go on with one
    document    which lines hold the decree's own fields

The rest is split into positions, and each is compared with its file in `content/`, text by text:
capitals and punctuation count; blanks, markup, list markers and the drawn fraction line do not.
A fraction reads "numerator ×100% denominator".

Nothing here comes from the generator, so that no mistake can hide in both.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest
from pathlib import Path
from string import ascii_lowercase

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
        " gabung contoh catatan".split()
    ),
    "dokumen": set("jenis naskah nomor_lengkap mutu_sumber status catatan".split()),
    "instansi": {"jenis"},
    "pemda": {"jenis", "kode_wilayah"},
}
"""What the transcription adds of its own, and the decree does not print."""
UNREADABLE_NAME = "(nama indikator tidak terbaca)"
"""What a file says where the scan lost the name."""

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)


class SourceError(Exception):
    """The source does not look as its .yml says."""


# Files


def load(path):
    """A YAML file; every scalar stays text."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)


def editions():
    """The folder of every edition, under the name of its source."""
    folders = [path.parent for path in CONTENT.glob("*/*/*/dokumen.yml")]
    return {"-".join(folder.relative_to(CONTENT).parts): folder for folder in folders}


@cache
def positions(name):
    """The positions of an edition, in their order."""
    files = [path for path in editions()[name].glob("*.yml") if path.stem != "dokumen"]
    return sorted(map(load, files), key=lambda position: int(position["urutan"]))


@cache
def documents(name):
    """The files that tell of the decree and of its agency."""
    folder = editions()[name]
    return {
        "dokumen": load(folder / "dokumen.yml"),
        "instansi": load(folder.parent / "instansi.yml"),
        "pemda": load(folder.parents[1] / "pemda.yml"),
    }


@cache
def instructions(name):
    return load(SUMBER / f"{name}.yml")


# The lines of a source


def numbers(text):
    """ "3-5, 8" -> [3, 4, 5, 8], in the order written."""
    ends = [list(map(int, each.split("-"))) for each in text.split(",")]
    return [number for pair in ends for number in range(pair[0], pair[-1] + 1)]


@cache
def source_lines(name):
    """The lines that are not blank, by number."""
    text = (SUMBER / f"{name}.txt").read_text("utf-8")
    return {n: line for n, line in enumerate(text.split("\n"), 1) if line.strip()}


def lines_to_compare(name, told):
    """The source as its .yml wants it read."""
    lines = source_lines(name).copy()
    for entry in told["skipped"]:
        skip(lines, entry)
    for entry in told.get("corrections", []):
        correct(lines, entry)
    for entry in told.get("cuts", []):
        cut_into_cells(lines, entry)
    for entry in told.get("begins", []):
        begin_cells(lines, entry)
    for entry in told.get("rearranged", []):
        rearrange(lines, entry)
    return {number: text.replace("*", "") for number, text in lines.items()}


def skip(lines, entry):
    for each in entry["lines"].split(","):
        span = numbers(each)
        if span[0] not in lines or span[-1] not in lines:
            raise SourceError(f"nothing to skip in {each}")
        for number in span:
            lines.pop(number, None)


def correct(lines, entry):
    number = int(entry["line"])
    if entry["from"] not in lines[number]:
        raise SourceError(f"{entry['from']!r} is not in line {number}")
    lines[number] = lines[number].replace(entry["from"], entry["to"])


def cut_into_cells(lines, entry):
    for number in numbers(entry["lines"]):
        if tidy(entry["cells"].replace("|", " ")) != tidy(lines[number]):
            raise SourceError(f"line {number} is not {entry['cells']!r}")
        lines[number] = re.match(r"\s*", lines[number])[0] + entry["cells"]


def begin_cells(lines, entry):
    for number in numbers(entry["lines"]):
        lines[number] = f"|{lines[number]}"


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
    """A position of the source: its head by field; its table by cell, with the column if known."""

    head: dict
    table: list


BEGINNING = re.compile(r"\s*(?:- )?\d+\. ?(?:JABATAN|NAMA|INSTANSI)\b", re.IGNORECASE)
LABEL = re.compile(
    rf"\s*(?:- )?(?:\d+\. ?)?({'|'.join(LABELS)})(?:\s*:\s*|\s+-$|$)(.*)", re.IGNORECASE
)
HEADING = re.compile(r".*\t|\|SASARAN\b|\|NO\.")


def parts(lines):
    """The lines of each position: every one that is left belongs to one."""
    found = []
    for line in lines:
        if BEGINNING.match(line):
            found.append([])
        if not found:
            raise SourceError(f"before the first position: {line!r}")
        found[-1].append(line)
    return found


def printed(part):
    at = next((n for n, line in enumerate(part) if HEADING.match(line)), len(part))
    rows = part[at:]
    by_tab = any("\t" in row for row in rows)
    return Printed(head_of(part[:at]), rows_by_tab(rows) if by_tab else rows_by_cuts(rows))


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
        raise SourceError(f"{len(cells)} cells under {len(heading)} headings: {cells}")
    if heading[0].upper().startswith("NO"):
        if not re.fullmatch(r"(\d+\.?)?", cells[0]):
            raise SourceError(f"not a number: {cells[0]!r}")
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


def rows_by_cuts(rows):
    """The texts of a table without tabs: a marker and an indented line begin one, too."""
    text = DRAWN_FRACTION.sub(r"×\1", "\n".join(rows))
    cells = re.split(r"\||\n(?=\s*\d+\. |\s+[^\s×])", text)
    texts = [re.sub(r"^\s*\d+\. |(?<=\d/) +", "", cell) for cell in cells]
    return [(None, tidy(text)) for text in texts if text.strip()]


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
        case {"hitung": text} | {"butir": text} | {"nilai": text} | {"uraian": text}:
            return text


def readings(rumus):
    """What a formula says in fields beside its printed text, in the words of the decree."""
    match rumus:
        case {"penilai": assessor}:
            return [f"penilaian {assessor}\n"]
        case {"jenis": "ambang", "ukur": measured, "batas": limit, "satuan": unit}:
            return [f"\n{measured}{limit.replace('kurang dari', '<')}{unit}\n"]
        case {"jenis": "ungkapan", "variabel": variables}:
            given = [each["arti"] for each in variables.values() if "ungkapan" not in each]
            return [expression(rumus), *[f"{meaning} adalah" for meaning in given]]
        case {"asli": _}:
            return ["nothing here can tell whether the fields say the same"]
    return []


def expression(rumus):
    """An expression in the decree's symbols, with its note on what is worked out before."""
    text, notes = rumus["ungkapan"], ""
    for name, variable in rumus["variabel"].items():
        text = text.replace(name, variable.get("simbol", name))
        if worked_out := variable.get("ungkapan", "").replace("/", "dibagi"):
            notes += f"{variable['arti']} diperoleh dari nilai {worked_out}"
    return f"{rumus['hasil']} = {text} {notes}\n"


# Places in a file


def paths(value, path=()):
    """Where the texts are in a value of lists and mappings."""
    match value:
        case str():
            yield path
        case dict():
            for key, below in value.items():
                yield from paths(below, (*path, key))
        case list():
            for number, below in enumerate(value):
                yield from paths(below, (*path, number))


def at_path(value, path):
    for key in path:
        value = value[key]
    return value


def rows(position):
    """The paths of the indicators."""
    goals = enumerate(position["sasaran"])
    return [
        ("sasaran", s, "indikator", n) for s, goal in goals for n in range(len(goal["indikator"]))
    ]


# Comparing


def squeezed(text):
    return text.replace(" ", "")


def position_faults(printed, position):
    """In what a file differs from its part of the source; empty when in nothing."""
    return differences(printed, *written(position))


def written(position):
    """The head and the table of a file, and in what it contradicts itself."""
    table = written_table(position)
    return written_head(position), table, reading_faults(position, table)


def differences(printed, head, table, faults):
    found = [(f, printed.head[f], head[f]) for f in HEAD if printed.head[f] != head[f]]
    return found + table_faults(printed.table, table) + faults


def table_faults(cells, table):
    if not any(column for column, _ in cells):
        table = [(None, text) for _, text in table if text]
    return [pair for pair in zip_longest(cells, table) if pair[0] != pair[1]]


def reading_faults(position, table):
    """What a file says twice, it says as it is printed."""
    said = squeezed("\n".join(["", *[text for _, text in table], ""]))
    formulas = [at_path(position, row)["rumus"] for row in rows(position)]
    faults = [text for rumus in formulas for text in readings(rumus) if squeezed(text) not in said]
    status = position.get("pejabat", {}).get("status", "definitif")
    acting = position["nama"].startswith(("Plt.", "Plh."))
    return faults + ([status] if position["nama"].startswith(status) is not acting else [])


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
            return f"{day.lstrip('0')} {MONTHS[int(month) - 1]} {year}"
    return value


def decision(diktum):
    items = shaped(diktum.get("butir", []), "items", "a.")
    return f"{diktum['nama']} : {diktum['isi']} {items}"


def shaped(value, how, which):
    """ "items a.": a list with its letters or numbers; "words 2-5": some words of a text."""
    if how == "words":
        first, _, last = which.partition("-")
        return " ".join(value.split()[int(first) - 1 : int(last) if last else None])
    marks = ascii_lowercase if which == "a." else range(1, len(value) + 1)
    return " ".join(f"{mark}. {item}" for mark, item in zip(marks, value, strict=False))


def document_faults(pages, files):
    """In what the decree's own fields differ from the source, and which are printed nowhere."""
    faults = [(tidy(text), filled(reads, files)) for text, reads in pages]
    used = {blank[1].lower() for _, reads in pages for blank in BLANK.finditer(reads)}
    named = {
        ".".join(key for key in path if isinstance(key, str)) for path in document_paths(files)
    }
    unused = [name for name in named if not any(f"{name}.".startswith(f"{u}.") for u in used)]
    return [pair for pair in faults if pair[0] != pair[1]] + unused


def document_paths(files):
    """The paths of all that the decree prints of itself and its agency."""
    for path in paths(files):
        unsaid = path[-1] == "status" and at_path(files, path) == "definitif"
        if path[1] not in ADDED[path[0]] and not unsaid:
            yield path


# The whole source


def read(name, told):
    """What the decree says of itself, and its positions."""
    lines = lines_to_compare(name, told)
    pages = take_document(lines, told)
    return pages, [printed(part) for part in parts(lines.values())]


@cache
def decree(name):
    return read(name, instructions(name))


@cache
def transcribed(name):
    return [written(position) for position in positions(name)]


def faithful(name, told):
    """Whether the source, read like this, is what the files say."""
    try:
        pages, found = read(name, told)
    except SourceError:
        return False
    if document_faults(pages, documents(name)) or len(found) != POSITIONS[name]:
        return False
    pairs = zip(found, transcribed(name), strict=True)
    return not any(differences(printed, *file) for printed, file in pairs)


# Changing a file


def changed(value, path, change):
    """A copy with one place changed."""
    if not path:
        return change(value)
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], change)
    return copy


def without_each(items):
    return [items[:n] + items[n + 1 :] for n in range(len(items))]


def with_each_pair_swapped(items):
    return [[*items[:n], b, a, *items[n + 2 :]] for n, (a, b) in enumerate(pairwise(items))]


def put_each(value, path, others):
    """A copy for each of the others, which stands at this place."""
    return [changed(value, path, lambda _, other=other: other) for other in others]


def swapped(value, path, other):
    """A copy in which two places have changed their contents."""
    first, second = at_path(value, path), at_path(value, other)
    return changed(changed(value, path, lambda _: second), other, lambda _: first)


def in_middle(change):
    """A change of the word in the middle of a text."""

    def in_text(text):
        words = text.split()
        words[len(words) // 2] = change(words[len(words) // 2])
        return " ".join(words)

    return in_text


WORDS = {
    "a word is changed": in_middle(lambda word: f"{word}nya"),
    "a capital is changed": in_middle(str.swapcase),
    "a word is added": lambda text: f"{text} sekali",
    "a word is dropped": lambda text: " ".join(text.split()[:-1]) or text,
}


# What a transcription can get wrong: every way to get it wrong in one position


def texts_changed(change):
    def everywhere(position):
        places = [path for path in paths(position) if not ADDED["jabatan"].intersection(path)]
        return [changed(position, path, change) for path in places]

    return everywhere


def duties(change):
    def in_lists(position):
        lists = [field for field in ("tugas", "fungsi") if field in position]
        return [p for f in lists for p in put_each(position, (f,), change(position[f]))]

    return in_lists


def indicators_dropped(position):
    lists = [("sasaran", n, "indikator") for n in range(len(position["sasaran"]))]
    return [p for at in lists for p in put_each(position, at, without_each(at_path(position, at)))]


def goals_swapped(position):
    return put_each(position, ("sasaran",), with_each_pair_swapped(position["sasaran"]))


def rows_swapped(*field):
    """Neighbours change places: whole, or in one field."""

    def in_table(position):
        pairs = pairwise(rows(position))
        return [swapped(position, (*a, *field), (*b, *field)) for a, b in pairs]

    return in_table


def fractions_changed(change):
    def everywhere(position):
        places = [(*row, "rumus") for row in rows(position)]
        fractions = [path for path in places if "penyebut" in at_path(position, path)]
        return [changed(position, path, change) for path in fractions]

    return everywhere


def turned_over(rumus):
    return rumus | {"pembilang": rumus["penyebut"], "penyebut": rumus["pembilang"]}


def with_other_factor(rumus):
    return rumus | {"faktor": "100" if rumus.get("faktor", "100%") == "100%" else "100%"}


def sources_moved(position):
    """The sources of a row stand in the next row, or in the one before."""
    there_and_back = [pair for a, b in pairwise(rows(position)) for pair in [(a, b), (b, a)]]
    pairs = [(a, b) for a, b in there_and_back if "sumber_data" in at_path(position, a)]
    return [source_moved(position, a, b) for a, b in pairs]


def source_moved(position, here, there):
    moved = at_path(position, here)["sumber_data"]
    without = changed(position, here, lambda row: {k: row[k] for k in row if k != "sumber_data"})
    return changed(
        without, there, lambda row: row | {"sumber_data": moved + row.get("sumber_data", [])}
    )


def cells_merged_or_not(position):
    def other(row):
        return row | {"sumber_data_gabung": str("sumber_data_gabung" not in row).lower()}

    return [changed(position, row, other) for row in rows(position)]


def words_over_the_border(position):
    """The last word of a name begins the formula."""

    def shifted(row):
        *words, last = row["nama"].split()
        return row | {"nama": " ".join(words), "rumus": f"{last} {row['rumus']}"}

    plain_rows = [row for row in rows(position) if isinstance(at_path(position, row)["rumus"], str)]
    return [changed(position, row, shifted) for row in plain_rows]


MISTAKES = {
    **{what: texts_changed(change) for what, change in WORDS.items()},
    "a duty is dropped": duties(without_each),
    "two duties change places": duties(with_each_pair_swapped),
    "numerator and denominator change places": fractions_changed(turned_over),
    "the factor is another": fractions_changed(with_other_factor),
    "an indicator is dropped": indicators_dropped,
    "two indicators change places": rows_swapped(),
    "two names change places": rows_swapped("nama"),
    "two formulas change places": rows_swapped("rumus"),
    "two goals change places": goals_swapped,
    "a data source moves to another row": sources_moved,
    "a word moves over the border of its cell": words_over_the_border,
}


def decree_mistakes(what, files):
    """Every way to get one thing wrong in the decree's own fields."""
    if what in WORDS:
        places = [path for path in document_paths(files) if (path, what) not in NOT_COMPARED]
        return [changed(files, path, WORDS[what]) for path in places]
    lists = decree_lists(files["dokumen"])
    return [new for at in lists for new in put_each(files, at, LISTS[what](at_path(files, at)))]


def decree_lists(dokumen):
    """The paths of its lists."""
    lists = [("dokumen", name) for name in ("menimbang", "mengingat", "diktum") if name in dokumen]
    decisions = enumerate(dokumen.get("diktum", []))
    return lists + [("dokumen", "diktum", n, "butir") for n, each in decisions if "butir" in each]


LISTS = {"an item is dropped": without_each, "two items change places": with_each_pair_swapped}
NOT_COMPARED = {
    (("instansi", "nama"), "a capital is changed"),
    (("pemda", "nama"), "a capital is changed"),
}
"""Names that the decrees print in capitals are written as names are."""


# What the .yml of a source can say too much


def with_less(told):
    """Every way to leave out an entry, or some lines of one that stands for many."""
    for kind, entries in told.items():
        yield from zip(entries, put_each(told, (kind,), without_each(entries)), strict=True)
        if kind in {"skipped", "cuts", "begins"}:
            for n, entry in enumerate(entries):
                yield from with_fewer_lines(told, (kind, n, "lines"), entry["lines"].split(","))


def with_fewer_lines(told, path, spans):
    fewer = [",".join(others) for others in without_each(spans) if others]
    yield from zip(spans, put_each(told, path, fewer), strict=False)


# The tests

EACH_POSITION = [(name, n) for name in SOURCES for n in range(POSITIONS[name])]
BY_TAB = [name for name in SOURCES if "begins" not in instructions(name)]
"""Sources with tabs, in which an empty cell can be told."""
NOT_PRINTED = {
    ("kab-malang-kecamatan-gedangan-2022", "numerator and denominator change places"),
    ("kab-malang-kecamatan-gedangan-2022", "the factor is another"),
    ("kab-malang-diskominfo-2018", "two goals change places"),
}
"""The one has no fraction, the other no position with two goals."""


def test_every_source_has_its_edition():
    """Each that is here is compared, and none is passed over; other editions have no source."""
    assert sorted(path.stem for path in SUMBER.glob("*.txt")) == SOURCES
    assert sorted(path.stem for path in SUMBER.glob("*.yml")) == SOURCES
    assert set(SOURCES) <= editions().keys()


@pytest.mark.parametrize("name", SOURCES)
def test_an_edition_has_all_positions_of_its_source(name):
    assert len(decree(name)[1]) == POSITIONS[name]
    assert [int(p["urutan"]) for p in positions(name)] == [*range(1, POSITIONS[name] + 1)]


@pytest.mark.parametrize(("name", "n"), EACH_POSITION)
def test_a_position_says_what_its_source_says(name, n):
    assert position_faults(decree(name)[1][n], positions(name)[n]) == []


@pytest.mark.parametrize("name", SOURCES)
def test_a_decree_says_what_its_source_says(name):
    assert document_faults(decree(name)[0], documents(name)) == []


@pytest.mark.parametrize("name", SOURCES)
def test_every_deviation_has_its_reason(name):
    told = instructions(name)
    entries = [e for kind in ("skipped", "corrections", "rearranged") for e in told.get(kind, [])]
    assert [entry for entry in entries if not entry.get("reason")] == []


@pytest.mark.long
@pytest.mark.parametrize("name", SOURCES)
def test_every_deviation_is_needed(name):
    unneeded = [what for what, less in with_less(instructions(name)) if faithful(name, less)]
    assert unneeded == []


def unnoticed(name, mistakes):
    """How many mistakes the comparison is shown, and which it overlooks."""
    pairs = zip(decree(name)[1], positions(name), strict=True)
    shown = [(source, m) for source, p in pairs for m in mistakes(p) if bare(m) != bare(p)]
    return len(shown), [m["nama"] for source, m in shown if not position_faults(source, m)]


def bare(value):
    """A value without what tells apart rows that print the same."""
    match value:
        case dict():
            return {k: bare(v) for k, v in value.items() if k not in {"id", "catatan"}}
        case list():
            return [bare(item) for item in value]
    return value


@pytest.mark.long
@pytest.mark.parametrize("what", MISTAKES)
@pytest.mark.parametrize("name", SOURCES)
def test_a_mistake_in_a_position_is_noticed(name, what):
    number, overlooked = unnoticed(name, MISTAKES[what])
    assert overlooked == []
    assert (number > 0) is ((name, what) not in NOT_PRINTED)


@pytest.mark.parametrize("name", BY_TAB)
def test_a_cell_merged_or_not_is_noticed(name):
    number, overlooked = unnoticed(name, cells_merged_or_not)
    assert overlooked == []
    assert number > 0


@pytest.mark.parametrize("what", [*WORDS, *LISTS])
@pytest.mark.parametrize("name", SOURCES)
def test_a_mistake_in_a_decree_is_noticed(name, what):
    files = documents(name)
    shown = [other for other in decree_mistakes(what, files) if other != files]
    overlooked = [other for other in shown if not document_faults(decree(name)[0], other)]
    assert overlooked == []
