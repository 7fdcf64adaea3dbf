"""Our own look at the lines of a file with mistakes: all of them at once, the same for every
parser, and the rest of the file still checked."""

import time
from dataclasses import replace

import pytest
import yaml
from conftest import EXAMPLE
from hypothesis import given
from hypothesis import strategies as st

from generator.content.loading import CONTENT
from generator.model.documents import Jabatan
from generator.model.validation import validate_rest
from generator.source import reading
from generator.source.problem import Problem
from generator.source.reading import MAX_BYTES, parse_all
from generator.source.scan import MOST, scan

TEXT = (EXAMPLE / "content/kab-contoh/dinas-contoh/2024/sekretaris.yml").read_text("utf-8")
PARSERS = {"libyaml": yaml.CSafeLoader, "pure": yaml.SafeLoader}


def _edited(*edits: tuple[str, str]) -> str:
    text = TEXT
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _all(text: str) -> list[Problem]:
    """Everything that is said of a position, in the order of its lines."""
    found = parse_all(text, "a.yml", CONTENT)
    assert found.source is None
    return sorted([*found.problems, *validate_rest(found, Jabatan)])


def test_faults_of_every_kind_in_one_round() -> None:
    """Signs, blanks, quotes, levels, letters, versions, and what is wrong with values beside them;
    each once, each on its line."""
    text = _edited(
        ("unit_kerja: Sekretariat", "unit_kerja: Bagian: Umum"),
        ("kelompok: administrator", "kelompok: adminstrator"),
        ("  nama: SITI CONTOH, SE", "  nama: SITI\u200b CONTOH, SE"),
        ("  - Mengurus surat\n", "  -Mengurus surat\n"),
        ("  - Pengelolaan surat", "\t- Pengelolaan surat"),
        ("  - KINERJA UTAMA", "   - KINERJA UTAMA"),
        ("      - id: surat-tepat-waktu", "        id: surat-tepat-waktu"),
        ("          penyebut: Jumlah surat\n", "        penyebut: Jumlah surat\n"),
        ("        satuan: persen", '        satuan: "persen'),
        ("        polarisasi: maksimum", "\u00a0       polarisasi: maksimum"),
        ("        bobot: 12,5", "        bobot: 12.5"),
        ("          nilai: 80", "          nilai = 80"),
        ("          2024: 91,5", "<<<<<<< a\n          2024: 91,5\n=======\n>>>>>>> b"),
        ("catatan: Nama jabatan", "catatan: *Nama jabatan"),
    )
    lines = text.split("\n")
    expected = (
        "unit_kerja: Bagian",
        "kelompok: admin",
        "nama: SITI",
        "-Mengurus",
        "\t- Peng",
        "   - KINERJA",
        "        id: surat-tepat",
        "        penyebut: Jumlah surat",
        'satuan: "persen',
        "\u00a0       pol",
        "bobot: 12.5",
        "nilai = 80",
        "<<<<<<<",
        "catatan: *",
    )
    found = _all(text)
    assert [each.line for each in found] == [
        next(number for number, line in enumerate(lines, 1) if part in line) for part in expected
    ]


@pytest.mark.parametrize("column", range(12))
def test_the_rest_is_checked_after_a_broken_indent(column: int) -> None:
    """However far in the line stands, one thing is said of it, and the word below is found."""
    if column == 8:
        return
    text = _edited(
        ("        satuan: persen", f"{' ' * column}satuan: persen"),
        ("kelompok: administrator", "kelompok: adminstrator"),
        ("        periode_pelaporan: triwulanan", "        periode_pelaporan: triwulan"),
    )
    lines = text.split("\n")
    assert [lines[each.line - 1].strip().partition(":")[0] for each in _all(text)] == [
        "kelompok",
        "satuan",
        "periode_pelaporan",
    ]


def test_a_run_of_lines_is_told_once() -> None:
    """Lines that were moved together are one mistake; a list with bullets is one."""
    block = "        polarisasi: maksimum\n        periode_pelaporan: triwulanan\n"
    moved = _edited((block, block.replace("        ", "          ")))
    assert len(_all(moved)) == 1
    bullets = _edited(("fungsi:\n  - Pengelolaan surat", "fungsi:\n  • Surat\n  • Arsip\n  • Cuti"))
    assert len(_all(bullets)) == 1


def test_there_is_an_end() -> None:
    """So many faults of one file and no more; who has mended them sees the next."""
    found = parse_all("a: b\n" + "c\n" * 5000, "a.yml", CONTENT)
    assert len(found.problems) == MOST


def test_a_good_file_has_no_faults() -> None:
    """Also where nobody would look at its lines."""
    for path in sorted(EXAMPLE.glob("content/**/*.yml")):
        lines = path.read_text("utf-8").split("\n")
        found = scan(lines, CONTENT)
        assert found.faults == [], path
        assert found.lines == lines, path


PIECES = st.sampled_from(
    [
        *("- ", "  ", " ", ": ", "\t", '"', "'", "# ", "• ", "[", "{", "&x ", "*", "!", "|", ">"),
        *("\n", "\n\n", "\n---\n", "\n...\n", "=", "“", "%", "\n```\n", "\n<<<<<<< a\n", "-"),
        *("\n=======\n", "\n>>>>>>> b\n", "a: ", "? ", "\u00a0", "\u200b", "- - ", "\nurutan: 1\n"),
    ]
)
LINES = TEXT.split("\n")


@st.composite
def _broken(draw: st.DrawFn) -> str:
    """The example as a hurried officer leaves it."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        place = draw(st.integers(0, len(line)))
        piece = draw(PIECES)
        lines[number] = draw(
            st.sampled_from(
                [
                    f"{line[:place]}{piece}{line[place:]}",
                    line[:place] + line[place + 1 :],
                    line[place:],
                    f"{' ' * (place % 5)}{line}",
                    "",
                ]
            )
        )
    return "\n".join(lines)


@pytest.mark.long
@given(text=_broken())
def test_every_parser_says_the_same(text: str) -> None:
    """The same of the same places, and no place outside the file."""
    found = []
    for parser in PARSERS.values():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reading, "_Loader", parser)
            read = parse_all(text, "a.yml", CONTENT)
        found.append(read)
        lines = text.split("\n")
        for each in [*read.problems, *validate_rest(read, Jabatan)]:
            assert 1 <= each.line <= len(lines)
            assert 1 <= each.column <= len(lines[each.line - 1]) + 1
    assert found[0].problems == found[1].problems
    assert replace(found[0], problems=[]) == replace(found[1], problems=[])


BOMBS = {
    "colons": "a: b: c\n" * (MAX_BYTES // 8),
    "no colons": "a\n" * (MAX_BYTES // 2),
    "open quotes": 'a: "b\n' * (MAX_BYTES // 6),
    "an open quote and texts": 'a: "b\n' + "  c\n" * (MAX_BYTES // 4),
    "open quotes and texts": ('a: "b\n' + "  c\n" * 50) * (MAX_BYTES // 206),
    "keys further and further in": "".join(f"{' ' * n}a{n}: b\n" for n in range(700)),
    "keys further and further out": "".join(f"{' ' * (700 - n)}a{n}:\n" for n in range(700)),
    "in and out": "a:\n    b: c\n  d: e\n" * (MAX_BYTES // 20),
    "names further in": "a: b\n   c: d\n" * (MAX_BYTES // 12),
    "tabs": "\ta: b\n" * (MAX_BYTES // 6),
    "bullets": "a:\n" + "  • b\n" * (MAX_BYTES // 8),
    "conflicts": "<<<<<<< a\nb: c\n=======\n>>>>>>> d\n" * (MAX_BYTES // 34),
    "blanks": f"a: b\n{' ' * (MAX_BYTES - 100)}c: d: e\n",
    "dashes": "- " * (MAX_BYTES // 2),
    "one long line": "a b" * (MAX_BYTES // 3),
    "one long name": "a: b\n" + "c d" * (MAX_BYTES // 4) + ": e: f\n",
    "one long quote": 'a: "' + "b " * (MAX_BYTES // 3) + '" c',
    "codes": 'a: "' + "\\q" * (MAX_BYTES // 3) + '"',
    "moved lines": "a:\n  b: c\n" + "   d: e\n" * (MAX_BYTES // 8),
    "comments between": "a:\n    b:\n" + ("c: d\n" + "#\n" * 40 + "    e: f\n") * 2000,
}


@pytest.mark.no_cover
@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_whatever_is_written_it_takes_a_moment(text: str) -> None:
    """Seconds of the processor for the largest file; what is measured here is a part of it."""
    start = time.process_time()
    found = parse_all(text[:MAX_BYTES], "a.yml", CONTENT)
    validate_rest(found, Jabatan)
    assert time.process_time() - start < 4
    assert found.problems
