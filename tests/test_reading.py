"""Reading hostile files: what is refused, what it is told, and what is read as it was written.

Anyone can open a pull request, so the tables below are the promise of the reader: no file crashes
it, none is read in part without a word, and each refusal says where it is and what to type instead.
"""

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source import reading
from generator.source.dialect import Dialect
from generator.source.problem import Problem, Severity
from generator.source.reading import MAX_BYTES, MAX_LEVELS, MAX_NODES, parse, read
from generator.source.source import Source
from generator.values import letters

PARSERS = {"libyaml": yaml.CSafeLoader, "pure": yaml.SafeLoader}


def in_quotes(text: str = "") -> str:
    if not text:
        return 'Apit seluruh teks dengan tanda kutip ("…").'
    return f"Apit seluruh teks dengan tanda kutip: {text}."


def opening(sign: str, text: str = "") -> str:
    """A sign at the beginning, with the text as it is to be typed where there is one."""
    return f'teks tidak boleh diawali "{sign}". {in_quotes(text)}'


def colon(text: str = "") -> str:
    return f"ada titik dua di dalam teks. {in_quotes(text)}"


def detached(text: str) -> str:
    return f"tulisan ini tidak menyambung dengan yang di depannya. {in_quotes(text)}"


def unclosed(sign: str, text: str = "") -> str:
    said = f"tanda kutip yang dibuka di sini belum ditutup. Tulis {sign} di akhir teks itu"
    return f"{said}: {sign}{text}{sign}." if text else f"{said}."


def early(sign: str, text: str) -> str:
    return f"tanda kutip {sign} di sini menutup teksnya terlalu awal. Tulis: {text}."


def like(line: int, blanks: int, now: int) -> str:
    return (
        f"baris ini harus sejajar dengan baris {line}: beri {blanks} spasi di awalnya "
        f"(sekarang {now})."
    )


def out(blanks: int, line: int | None = None) -> str:
    to = "" if line is None else f", supaya sejajar dengan baris {line}"
    return f"hapus {blanks} spasi di awal baris ini{to}."


def nearly(text: str) -> str:
    return f'sesudah nama bagian tulis titik dua dan spasi: "{text}".'


def glued(text: str) -> str:
    return f'sesudah tanda "-" ketik spasi: "{text}".'


def twice(key: str, line: int) -> str:
    return f'bagian "{key}" sudah ditulis di baris {line}. Gabungkan atau hapus satu.'


def raw(kind: str) -> str:
    return (
        f"ada karakter tak terlihat ({kind}). Hapus huruf di kiri dan kanannya, lalu ketik ulang."
    )


def escaped(kind: str) -> str:
    return f'kode "\\" di sini menjadi karakter tak terlihat ({kind}). Hapus kode itu.'


def for_example(line: str) -> str:
    return f' (misalnya "{line}")' if line else ""


def flow(marks: str, first: str = "") -> str:
    return (
        f"tanda {marks} tidak dipakai di sini. Tulis tiap isi di baris sendiri"
        f"{for_example(first)}, atau apit teks dengan tanda kutip."
    )


def lost(comment: str) -> str:
    return (
        f'teks sejak "{comment}" dianggap komentar dan hilang. '
        "Apit seluruh teks dengan tanda kutip bila itu bagian dari isinya; bila memang komentar, "
        "pindahkan ke barisnya sendiri."
    )


EMPTY = "berkas masih kosong."
NO_MAPPING = 'isi berkas harus berupa baris-baris "nama: isi" (titik dua, lalu spasi).'
NO_NAME = 'nama bagian harus berupa teks: "nama: isi".'
SECOND_DOCUMENT = 'satu berkas satu dokumen: hapus baris "---" ini.'
MERGE = 'tanda "<<" tidak dipakai di sini. Hapus.'
TAB = "ada tabulasi (TAB) di sini. Ganti dengan spasi."
COLON = (
    "ada titik dua di dalam teks, atau jarak masuk baris ini keliru. Bila titik dua itu bagian "
    'dari teks, apit seluruh teks dengan tanda kutip ("…").'
)
UNCLOSED = "tanda kutip yang dibuka di sini belum ditutup."
DETACHED = (
    "tulisan ini tidak menyambung dengan yang di depannya. Apit seluruh teks dengan tanda kutip, "
    "dan periksa tanda kutip yang belum ditutup di atasnya."
)
BACKSLASH = (
    r'tanda "\" di dalam kutip ganda punya arti khusus. Tulis "\\", atau pakai kutip tunggal.'
)
GOES_ON = " Bila lanjutan teks di atasnya, sambungkan ke akhir baris itu."
INCOMPLETE = (
    'baris ini belum lengkap. Tulis "nama: isi" (titik dua, lalu spasi), atau "- isi" untuk '
    "butir daftar."
)
NOT_ALIGNED = (
    "baris ini tidak sejajar dengan baris di atasnya. Samakan jarak masuknya (spasi di awal "
    'baris), dan jangan campur "- isi" dengan "nama: isi".'
)
NOT_LIKE_THE_FIRST = (
    "baris ini tidak sejajar dengan baris pertama. Samakan jarak masuknya (spasi di awal "
    'baris), dan hapus baris "..." bila ada.'
)
DASH = (
    'teks tidak boleh diawali "- ". Tulis butir daftar di baris baru (misalnya "- a"), atau apit '
    "seluruh teks dengan tanda kutip."
)
TOO_DEEP = (
    "susunan terlalu dalam: paling banyak 16 tingkat. "
    "Tulis bagian ini sebagai teks biasa di tingkat atasnya."
)
TOO_MANY = "terlalu banyak isi: lebih dari 20 ribu bagian. Bagi berkas ini."
NOT_UTF8 = "huruf di sini bukan UTF-8. Simpan ulang berkas sebagai UTF-8."
UTF16 = "berkas bersandi UTF-16. Simpan ulang sebagai UTF-8."
TOO_LARGE = "terlalu besar: paling banyak 256 KB. Bagi berkas ini."
SPECIAL = "harus berkas biasa, bukan tautan (symlink) atau berkas khusus."
UNREADABLE = "tidak dapat dibaca. Periksa apakah berkas ada dan izin bacanya."
ELSE = "susunan tidak terbaca mulai di sini. Periksa jarak masuk, titik dua, dan tanda kutip."


def odd_name(name: str) -> str:
    return f'nama bagian "{name}" memuat spasi yang tidak biasa. Ketik ulang nama itu.'


def blank(code: str) -> str:
    return f"ada spasi khusus ({code}) di sini: hapus dan ketik spasi biasa."


def nothing(word: str) -> str:
    return (
        f'tulisan "{word}" berarti kosong: hapus baris ini, '
        "atau apit dengan tanda kutip bila memang tulisannya."
    )


ONE_TEXT = (
    "teks ini memuat beberapa alinea yang akan menyatu. Jadikan satu alinea tanpa baris kosong; "
    "atau, bila bagian ini boleh berupa daftar (misalnya definisi_operasional), tulis tiap alinea "
    'di baris baru yang diawali "- ".'
)
ONE_ITEM = (
    "butir ini memuat beberapa alinea yang akan menyatu. Jadikan tiap alinea butir sendiri: "
    'baris baru yang diawali "- ".'
)
ROWS_IN_TEXT = (
    "teks ini memuat baris-baris daftar yang akan menyatu. Bila bagian ini boleh berupa daftar, "
    'tulis tiap butir di baris baru yang diawali "- "; bila tidak, tulis sebagai satu kalimat.'
)
ROWS_IN_ITEM = (
    "baris-baris di bawah butir ini akan menyatu dengannya. Untuk butir tersendiri, mulai "
    'barisnya dengan "- " tepat di bawah "- " butir ini. Untuk butir di dalam butir, tulis '
    '"- teks: …", lalu "butir:" di bawah kata "teks", lalu daftarnya. Bila memang satu kalimat, '
    "tulis dalam satu baris."
)
BOX = (
    "ada karakter simbol yang hanya tampil sebagai kotak ({}). Hapus; "
    'untuk butir daftar tulis "- " di baris baru, untuk tanda lain ketik tandanya.'
)
APART = (
    'huruf "é" di sini tersimpan tidak baku (U+0065 U+0301). '
    'Hapus, lalu ketik "é" atau salin dari pesan ini.'
)
LOST = "ada huruf yang hilang di sini ({}). Lihat naskahnya, lalu ketik huruf yang benar."


def coded(said: str) -> str:
    return f'kode "\\" di sini menghasilkan huruf yang keliru: {said}'


def told(problems: list[Problem]) -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.message) for each in problems]


def nested(levels: int) -> str:
    """Mappings within mappings, the innermost holding a text: `levels` in all."""
    keys = "".join(f"{' ' * level}a:\n" for level in range(levels - 2))
    return f"{keys}{' ' * (levels - 2)}a: isi\n"


def rows(count: int) -> str:
    """A file of `count` nodes: the mapping, a key, a list, and its items."""
    return "a:\n" + "- b\n" * (count - 3)


REFUSED = {
    # What gives a value a name, repeats it, or gives it a type.
    "anchor": ("nama: &x Camat\n", [(1, 7, opening("&", '"&x Camat"'))]),
    "anchor without a value": ("nama: &x\n", [(1, 7, opening("&"))]),
    "anchor on a mapping": ("nama: &x\n  a: b\n", [(1, 7, opening("&"))]),
    "anchor on a key": ("&x nama: b\n", [(1, 1, opening("&"))]),
    "anchor on the whole file": ("&x\nnama: b\n", [(1, 1, opening("&"))]),
    "ampersand before a blank": ("nama: & Camat\n", [(1, 7, opening("&", '"& Camat"'))]),
    "alias": ("nama: *x\n", [(1, 7, opening("*"))]),
    "alias to an anchor": (
        "a: &x\n  b: c\nd: *x\n",
        [(1, 4, opening("&")), (3, 4, opening("*"))],
    ),
    "alias as a key": ("*x : b\n", [(1, 1, NO_NAME)]),
    "Markdown emphasis": ("nama: *tebal*\n", [(1, 7, opening("*", '"*tebal*"'))]),
    "Markdown strong": ("nama: **tebal**\n", [(1, 7, opening("*", '"**tebal**"'))]),
    "tag": ("nama: !x Camat\n", [(1, 7, opening("!", '"!x Camat"'))]),
    "tag of Python": (
        "nama: !!python/object:os.system ls\n",
        [(1, 7, opening("!", '"!!python/object:os.system ls"'))],
    ),
    "tag that includes a file": (
        "nama: !include /etc/passwd\n",
        [(1, 7, opening("!", '"!include /etc/passwd"'))],
    ),
    "tag with an unknown handle": ("nama: !e!x y\n", [(1, 7, opening("!", '"!e!x y"'))]),
    "tag that is not closed": ("nama: !<x y\n", [(1, 7, opening("!", '"!<x y"'))]),
    "tag on a mapping": ("nama: !!map\n  a: b\n", [(1, 7, opening("!"))]),
    "tag on a key": ("!x nama: b\n", [(1, 1, opening("!"))]),
    "tag after Windows line ends": (
        "a: b\r\nnama: !x Camat\r\n",
        [(2, 7, opening("!", '"!x Camat"'))],
    ),
    "billion laughs": (
        'a: &a ["x"]\nb: &b [*a, *a]\n',
        [(1, 4, flow("[ ]")), (1, 4, opening("&"))],
    ),
    "merge key": ("<<:\n  a: b\n", [(1, 1, MERGE)]),
    "merge key below": ("a:\n  <<: *x\n", [(2, 3, MERGE), (2, 7, opening("*"))]),
    "directive": ("%PDF 1.4\n---\na: b\n", [(1, 1, opening("%", '"%PDF 1.4"'))]),
    # A key twice: the message names the first, the place is the second.
    "key twice": ("nama: a\nurutan: 1\nnama: b\n", [(3, 1, twice("nama", 1))]),
    "key three times": (
        "nama: a\nnama: b\nnama: c\n",
        [(2, 1, twice("nama", 1)), (3, 1, twice("nama", 1))],
    ),
    "key twice, once quoted": ('nama: a\n"nama": b\n', [(2, 1, twice("nama", 1))]),
    "key twice in an item": ("a:\n  - b: 1\n    b: 2\n", [(3, 5, twice("b", 2))]),
    "list twice, its items not": (
        "a:\n  - b: 1\na:\n  - b: 2\n",
        [(3, 1, twice("a", 1))],
    ),
    "key twice within what is there twice": (
        "a:\n  b: 1\na:\n  b: 2\n  b: 3\n",
        [(3, 1, twice("a", 1)), (5, 3, twice("b", 4))],
    ),
    "long key twice": (f"{'k' * 40}: a\n{'k' * 40}: b\n", [(2, 1, twice("k" * 29 + "…", 1))]),
    # Flow style: `0,013` would split at its comma.
    "flow mapping": ("butir: {bobot: 0,013}\n", [(1, 8, flow("{ }"))]),
    "flow list": ("bobot: [0,013]\n", [(1, 8, flow("[ ]"))]),
    "flow list in an item": ("a:\n  - [b]\n", [(2, 5, flow("[ ]", "- b"))]),
    "flow list that is not closed": ("judul: [\n", [(1, 8, flow("[ ]"))]),
    "flow mapping that is not closed": ("judul: {a: b", [(1, 8, flow("{ }"))]),
    "flow list of nothing in particular": ("a: [[]]\n", [(1, 4, flow("[ ]"))]),
    "flow list of a no-break space": ("a: [\xa0]\n", [(1, 4, flow("[ ]"))]),
    "text in brackets": ("nama: [sic] Camat\n", [(1, 7, opening("[", '"[sic] Camat"'))]),
    "text after empty brackets": ("nama: [] Camat\n", [(1, 10, detached('"[] Camat"'))]),
    "flow mapping for a file": ("{nama: a}\n", [(1, 1, flow("{ }"))]),
    # The file as a whole.
    "second document": ("nama: a\n---\nnama: b\n", [(2, 1, SECOND_DOCUMENT)]),
    "empty second document": ("nama: a\n---\n", [(2, 1, SECOND_DOCUMENT)]),
    "second document without a mark": (
        "nama: a\n...\nb: c\n",
        [(2, 1, 'hapus baris "..." ini: yang di bawahnya tidak terbaca.')],
    ),
    "nothing": ("", [(1, 1, EMPTY)]),
    "only blank lines": ("\n  \n\n", [(1, 1, EMPTY)]),
    "only comments": ("# nama: Camat\n# urutan: 1\n", [(1, 1, EMPTY)]),
    "only a document mark": ("---\n", [(1, 1, EMPTY)]),
    "list at the top": ("- a\n- b\n", [(1, 1, NO_MAPPING)]),
    "bare word": ("# tugas\nCamat\n", [(2, 1, NO_MAPPING)]),
    "no blank after any colon": (
        "nama:Camat\nurutan:1\n",
        [(1, 1, nearly("nama: Camat")), (2, 1, nearly("urutan: 1"))],
    ),
    "quoted text": ('"nama: Camat"\n', [(1, 1, NO_MAPPING)]),
    "alias at the top": ("*x\n", [(1, 1, NO_MAPPING)]),
    "empty list at the top": ("[]\n", [(1, 1, NO_MAPPING)]),
    # Keys.
    "mapping as a key": ("? {a: 1}\n: b\n", [(1, 3, NO_NAME)]),
    "list as a key": ("? - a\n: b\n", [(1, 3, NO_NAME)]),
    "flow list as a key": ("[a]: b\n", [(1, 1, NO_NAME)]),
    "no-break space before a key": ("\xa0nama: a\n", [(1, 1, blank("U+00A0"))]),
    "no-break spaces for indentation": (
        "a:\n\xa0\xa0b: c\n",
        [(2, 1, "ada 2 spasi khusus (U+00A0) di sini: hapus dan ketik 2 spasi biasa.")],
    ),
    "no-break space among the indentation": ("a:\n \xa0- b\n", [(2, 2, blank("U+00A0"))]),
    "no-break space in a blank line": ("a: b\n\xa0\nc: d\n", [(2, 1, blank("U+00A0"))]),
    "no-break space before a comment": ("a: b\n\xa0# c\n", [(2, 1, blank("U+00A0"))]),
    "no-break space after a colon": ("nama:\xa0a\nb: c\n", [(1, 6, blank("U+00A0"))]),
    "no-break space after a colon and a blank": ("nama: \xa0a\n", [(1, 7, blank("U+00A0"))]),
    "no-break space after a quoted key": ('"nama":\xa0a\n', [(1, 8, blank("U+00A0"))]),
    "no-break space after a first key": ("a:\n  b:\xa0c\n  d: e\n", [(2, 5, blank("U+00A0"))]),
    "no-break space for a value": ("nama:\xa0\nb: c\n", [(1, 6, blank("U+00A0"))]),
    "no-break space after a dash": ("a:\n  -\xa0b\n  - c\n", [(2, 4, blank("U+00A0"))]),
    "no-break space after a dash and a blank": ("a:\n  - \xa0b\n", [(2, 5, blank("U+00A0"))]),
    "no-break space after the key of an item": (
        "a:\n  - b:\xa0c\n    d: e\n",
        [(2, 7, blank("U+00A0"))],
    ),
    "no-break space in the indentation of a block": (
        "a: |\n  b\n  \xa0c\n",
        [(3, 3, blank("U+00A0"))],
    ),
    "other blanks": (
        "a:\u3000b\nc:\n\u2003- d\n  -\u202fe\n",
        [(1, 3, blank("U+3000")), (3, 1, blank("U+2003")), (4, 4, blank("U+202F"))],
    ),
    "no-break space at the end of a key": ("nama\xa0: a\n", [(1, 1, odd_name("nama"))]),
    "line break in a key": ('"na\\nma": b\n', [(1, 1, odd_name("na ma"))]),
    "key longer than YAML allows": (
        f"a: b\n{'k' * 1100}: c\n",
        [
            (
                2,
                1,
                "nama bagian ini terlalu panjang. Tulis nama yang pendek, lalu titik dua dan "
                "spasi.",
            )
        ],
    ),
    "nothing before the colon": (": b\n", [(1, 1, INCOMPLETE)]),
    # Indentation.
    "TAB before a key": ("a:\n\tb: c\n", [(2, 1, TAB)]),
    "TAB before a later key": ("a:\n  b: c\n\td: e\n", [(3, 1, TAB)]),
    "TAB after blanks": ("a:\n  \tb: c\n", [(2, 3, TAB)]),
    "TAB before an item": ("a:\n\t- b\n", [(2, 1, TAB)]),
    "TAB after a dash": ("a:\n  -\tb: c\n", [(2, 4, TAB)]),
    "TAB in a block of text": ("a: |\n\tb\n", [(2, 1, TAB)]),
    "only a TAB": ("\n\t\n", [(1, 1, EMPTY)]),
    "a TAB is not blamed for a colon": ("a: b\tc: d\n", [(1, 7, colon('"b c: d"'))]),
    "key too far in": ("nama: a\n  urutan: 1\n", [(2, 3, out(2, 1))]),
    "key too far out": ("a:\n    b: c\n  d: e\n", [(3, 3, like(2, 4, 2))]),
    "first key too far in": ("  nama: a\nurutan: 1\n", [(1, 3, out(2))]),
    "item too far out": ("a:\n  - b\n - c\n", [(3, 2, like(2, 2, 1))]),
    "key below an empty item": ("a:\n  -\n  b: c\n", [(3, 3, out(2, 1))]),
    "key among items": ("a:\n  - b\n  c: d\n", [(3, 3, out(2, 1))]),
    "item among keys": ("a:\n  b: c\n  - d\n", [(3, 3, NOT_ALIGNED)]),
    # Punctuation.
    "two colons": ("a: b: c\n", [(1, 5, colon('"b: c"'))]),
    "colon at the end of a text": ("nama: tugas:\n", [(1, 12, colon('"tugas:"'))]),
    "colon in the second line of a text": ("nama: a\n  b: c\n", [(2, 3, out(2, 1))]),
    "colon missing": ("nama: a\nurutan\ntugas: b\n", [(2, 1, INCOMPLETE + GOES_ON)]),
    "colon missing in the last line": ("nama: a\nurutan", [(2, 1, INCOMPLETE + GOES_ON)]),
    "no blank after a colon": ("nama: a\nurutan:1\ntugas: b\n", [(2, 1, nearly("urutan: 1"))]),
    "no blank after a dash": ("a:\n  - b\n  -c\n  - d\n", [(3, 3, glued("- c"))]),
    "percent": ("faktor: %100\n", [(1, 9, opening("%", '"%100"'))]),
    "at": ("nama: @a\n", [(1, 7, opening("@", '"@a"'))]),
    "backtick": ("nama: `a`\n", [(1, 7, opening("`", '"`a`"'))]),
    "comma": ("nama: , a\n", [(1, 7, opening(",", '", a"'))]),
    "closing bracket": ("nama: ] a\n", [(1, 7, opening("]", '"] a"'))]),
    "question mark": ("nama: ? a\n", [(1, 7, opening("?", '"? a"'))]),
    "greater than": ("nama: > 10 menit\n", [(1, 7, opening(">", '"> 10 menit"'))]),
    "bar": ("nama: | a\n", [(1, 7, opening("|", '"| a"'))]),
    "dash": ("nama: - a\n", [(1, 7, DASH)]),
    # Quotes.
    "double quote not closed": ('nama: "Camat\nurutan: 1\n', [(1, 7, unclosed('"', "Camat"))]),
    "single quote not closed": ("nama: 'Camat\nurutan: 1\n", [(1, 7, unclosed("'", "Camat"))]),
    "quote not closed before a document mark": (
        'a: "b\n---\nc"\n',
        [(1, 4, unclosed('"', "b")), (2, 1, SECOND_DOCUMENT)],
    ),
    "quote closed by the next": ('nama: "Camat\nurutan: "1"\n', [(1, 7, unclosed('"', "Camat"))]),
    "apostrophe in single quotes": ("nama: 'Jum'at'\n", [(1, 11, early("'", '"Jum\'at"'))]),
    "text after a quote": ('nama: "Camat" Gedangan\n', [(1, 15, detached("'\"Camat\" Gedangan'"))]),
    "text after a quote, in an item": ("a:\n  - 'Jum'at'\n", [(2, 9, early("'", '"Jum\'at"'))]),
    "columns are characters, not bytes": ('a: "é😀" b\n', [(1, 9, detached("'\"é😀\" b'"))]),
    "backslash": ('nama: "C:\\data"\n', [(1, 10, BACKSLASH)]),
    "code that is no number": ('nama: "\\xZZ"\n', [(1, 8, BACKSLASH)]),
    "code of half a character": ('nama: "\\ud800"\n', [(1, 8, BACKSLASH)]),
    "code beyond all characters": ('nama: "\\UFFFFFFFF"\n', [(1, 8, BACKSLASH)]),
    "YAML of another kind": ("%YAML 3.1\n---\na: b\n", [(1, 1, opening("%", '"%YAML 3.1"'))]),
    # Characters that nobody sees: as such, and as codes that a scan of the raw text would miss.
    "NUL": ("nama: a\0b\n", [(1, 8, raw("karakter kendali, U+0000"))]),
    "terminal code": ("a: b\nnama: \x1b[31m\n", [(2, 7, raw("karakter kendali, U+001B"))]),
    "next line": ("nama: a\x85b\n", [(1, 8, raw("karakter kendali, U+0085"))]),
    "line separator": ("nama: a\u2028b\n", [(1, 8, raw("pemisah baris, U+2028"))]),
    "turned around": ("nama: \u202etamaC\n", [(1, 7, raw("pengatur arah tulisan, U+202E"))]),
    "isolated direction": ("a: \u2066b\n", [(1, 4, raw("pengatur arah tulisan, U+2066"))]),
    "zero-width space": ("na\u200bma: a\n", [(1, 3, raw("karakter tanpa lebar, U+200B"))]),
    "soft hyphen": ("a: pe\xadgawai\n", [(1, 6, raw("karakter tanpa lebar, U+00AD"))]),
    "byte order mark in the middle": (
        "a: \ufeffb\n",
        [(1, 4, raw("karakter tanpa lebar, U+FEFF"))],
    ),
    "half a character": ("a: \ud800\n", [(1, 4, raw("karakter rusak, U+D800"))]),
    "in a comment": ("a: b # \u202ec\n", [(1, 8, raw("pengatur arah tulisan, U+202E"))]),
    "code of NUL": ('a: "b\\0"\n', [(1, 4, escaped("karakter kendali, U+0000"))]),
    "code of a terminal code": ('a: "\\e[31m"\n', [(1, 4, escaped("karakter kendali, U+001B"))]),
    "code of a direction": (
        'a:\n  - "b\\u202ec"\n',
        [(2, 5, escaped("pengatur arah tulisan, U+202E"))],
    ),
    "code of a zero width": ('a: "\\u200b"\n', [(1, 4, escaped("karakter tanpa lebar, U+200B"))]),
    "code of a line separator": ('a: "\\L"\n', [(1, 4, escaped("pemisah baris, U+2028"))]),
    "code in a key": ('"a\\u202e": b\n', [(1, 1, escaped("pengatur arah tulisan, U+202E"))]),
    "a message repeats nothing invisible": (
        '"\\e[2J": a\n"\\e[2J": b\n',
        [
            (1, 1, escaped("karakter kendali, U+001B")),
            (2, 1, twice("\ufffd[2J", 1)),
            (2, 1, escaped("karakter kendali, U+001B")),
        ],
    ),
    # Letters that are not what they seem: all of a file.
    "private use": ('a: "\uf0b7 b"\n', [(1, 5, BOX.format("U+F0B7"))]),
    "code of private use": (
        'a: "\\uf0b7"\n',
        [(1, 4, coded(BOX.format("U+F0B7")))],
    ),
    "code of a mark": ('a: "Cafe\\u0301"\n', [(1, 4, coded(APART))]),
    "several in a file": (
        "a: \uf0d8 b\ufffd\ufffd\r\nc:\xa0d\n# \u202e\n",
        [
            (1, 4, BOX.format("U+F0D8")),
            (1, 7, LOST.format("U+FFFD U+FFFD")),
            (2, 3, blank("U+00A0")),
            (3, 3, raw("pengatur arah tulisan, U+202E")),
        ],
    ),
    # What other programs read as nothing.
    "null": ("a: null\nb: Null\n", [(1, 4, nothing("null")), (2, 4, nothing("Null"))]),
    "tilde": ("a:\n  - ~\n  - NULL\n", [(2, 5, nothing("~")), (3, 5, nothing("NULL"))]),
    # Lines that would be one.
    "paragraphs in a block": ("a: |\n  b.\n\n  c.\n", [(1, 4, ONE_TEXT)]),
    "paragraphs in a folded block": ("a: >-\n  b.\n\n  c.\n", [(1, 4, ONE_TEXT)]),
    "paragraphs after Windows line ends": ("a: |\r\n  b\r\n \r\n  c\r\n", [(1, 4, ONE_TEXT)]),
    "paragraphs in a bare text": ("a: b\n\n  c\nd: e\n", [(1, 4, ONE_TEXT)]),
    "paragraphs in quotes": ("a: 'b\n\n  c'\n", [(1, 4, ONE_TEXT)]),
    "code of a line end": ('a: "b\\nc"\n', [(1, 4, ONE_TEXT)]),
    "code of an old line end": ('a: "b\\rc"\n', [(1, 4, ONE_TEXT)]),
    "paragraphs in an item": ("a:\n  - b\n\n    c\n  - d\n", [(2, 5, ONE_ITEM)]),
    "items below an item": ("a:\n  - b\n    - c\n    - d\n", [(2, 5, ROWS_IN_ITEM)]),
    "items below a text": ("a: b\n  - c\n", [(1, 4, ROWS_IN_TEXT)]),
    "items in a block": ("a: |\n  - b\n  - c\n", [(1, 4, ROWS_IN_TEXT)]),
    "bullets in a folded block": ("a: >\n  b:\n  • c\n", [(1, 4, ROWS_IN_TEXT)]),
    "numbers in a block": ("a: |\n  1. b\n  2) c\n", [(1, 4, ROWS_IN_TEXT)]),
    "letters in quotes": ('a: "a. b\n  b. c"\n', [(1, 4, ROWS_IN_TEXT)]),
    "lines of a block that end as items do": ("a: |\n  b;\n  c.\n", [(1, 4, ROWS_IN_TEXT)]),
    # Sizes.
    "too deep": (nested(MAX_LEVELS + 1), [(MAX_LEVELS, MAX_LEVELS + 3, TOO_DEEP)]),
    "too many": (rows(MAX_NODES + 1), [(MAX_NODES - 1, 3, TOO_MANY)]),
}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_refused(
    text: str,
    expected: list[tuple[int, int, str]],
    parser: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is read of a file with a mistake; the officer is told where and what to type, the
    same whether libyaml is there or not."""
    monkeypatch.setattr(reading, "_Loader", PARSERS[parser])
    source, problems = parse(text, "jabatan.yml")

    assert told(problems) == expected
    assert source is None
    assert {(each.path, each.severity) for each in problems} == {("jabatan.yml", Severity.GALAT)}


ACCEPTED = {
    "empty list and mapping": (
        "a: []\nb: {}\nc: [ ]\nd: {\n}\n",
        {"a": [], "b": {}, "c": [], "d": {}},
    ),
    "an empty mapping for a file": ("{}\n", {}),
    "a leading document mark": ("---\nnama: a\n", {"nama": "a"}),
    "a closing document mark": ("nama: a\n...\n", {"nama": "a"}),
    "Windows line ends": ("nama: a\r\ntugas:\r\n  - b\r\n", {"nama": "a", "tugas": ["b"]}),
    "no line end": ("nama: a", {"nama": "a"}),
    "octal": ("a: 010\nb: 0o10\nc: 0x1F\n", {"a": "010", "b": "0o10", "c": "0x1F"}),
    "truth": ("a: NO\nb: off\nc: true\n", {"a": "NO", "b": "off", "c": "true"}),
    "nothing": ("a: '~'\nb: \"null\"\nc:\n", {"a": "~", "b": "null", "c": ""}),
    "words with nothing in them": (
        "a: null dan\nb: ~5\nc: nulL\n",
        {"a": "null dan", "b": "~5", "c": "nulL"},
    ),
    "odd blanks between words": (
        "a: b\xa0c\nd:\n  - e\u202ff\xa0-\xa0g:\xa0h\nh: |\n  i:\xa0j\nk: l\xa0\n",
        {"a": "b\xa0c", "d": ["e\u202ff\xa0-\xa0g:\xa0h"], "h": "i:\xa0j\n", "k": "l\xa0"},
    ),
    "an item whose block names a colon": (
        "a:\n  - |\n   b:\xa0c\n  - b: |\n      c:\xa0d\n",
        {"a": ["b:\xa0c\n", {"b": "c:\xa0d\n"}]},
    ),
    "code of a blank": ('a: "\\_b\\u00a0c"\n', {"a": "\xa0b\xa0c"}),
    "a dash within a line": ("a: b - c\n  d - e\n", {"a": "b - c d - e"}),
    "one number at a line's beginning": ("a: b\n  2. c\n", {"a": "b 2. c"}),
    "a formula over two lines": ("ungkapan: (a\n  - b) / 2\n", {"ungkapan": "(a - b) / 2"}),
    "thousands": ("a: 1.000\nb: 1_000\nc: 1e3\n", {"a": "1.000", "b": "1_000", "c": "1e3"}),
    "sexagesimal": ("a: 10:30\n", {"a": "10:30"}),
    "dates": ("a: 2021-13-45\nb: 2024-01-10\n", {"a": "2021-13-45", "b": "2024-01-10"}),
    "signs with a meaning of old": ("a: =\n", {"a": "="}),
    "a number of 5000 digits": (f"a: {'9' * 5000}\n", {"a": "9" * 5000}),
    "decimals with a comma": ("a: 0,013\n", {"a": "0,013"}),
    "a number as a key": ("2024: 5\n2024-tw1: 6\n", {"2024": "5", "2024-tw1": "6"}),
    "a truth as a key": ("yes: 5\n", {"yes": "5"}),
    "a long key": (f"{'k' * 1000}: b\n", {"k" * 1000: "b"}),
    "a key that only says so": ("? nama\n: b\n", {"nama": "b"}),
    "unicode": ("nämä: Σ ≥ ½ “é” 😀 कखग\n", {"nämä": "Σ ≥ ½ “é” 😀 कखग"}),
    "colons inside words": ("a: 10:30 http://b.id\n", {"a": "10:30 http://b.id"}),
    "quotes inside a text": ("a: b \"c\" 'd'\n", {"a": "b \"c\" 'd'"}),
    "signs inside a text": ("a: b & c * d ! e % f @ g\n", {"a": "b & c * d ! e % f @ g"}),
    "brackets inside a text": ("a: b [c] {d}\n", {"a": "b [c] {d}"}),
    "codes that can be seen": ('a: "\\u00e9\\t\\"\\\\"\n', {"a": 'é\t"\\'}),
    "a text over two lines": ("a: b\n  c\n", {"a": "b c"}),
    "a block of text": ("a: |\n  b\n   c\nd: >\n  e\n  f\n", {"a": "b\n c\n", "d": "e f\n"}),
    "a hash in a block of text": ("a: |\n  Dokumen #2\n", {"a": "Dokumen #2\n"}),
    "a hash within quotes": ("a: 'Dokumen #2'\n", {"a": "Dokumen #2"}),
    "a hash inside a word": ("a: sekretaris#1\n", {"a": "sekretaris#1"}),
    "a real comment": ("a: b\n# c\n#d\n  #e\nf: g #\n", {"a": "b", "f": "g"}),
    "a comment after a key": ("a: # b\n  - c\n", {"a": ["c"]}),
    "a comment below a block of text": ("a: |\n  b\n #c\nd: e\n", {"a": "b\n", "d": "e"}),
    "a comment below a folded text": ("a: >\n  b\n #c\nd: e\n", {"a": "b\n", "d": "e"}),
}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "expected"), ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(
    text: str, expected: object, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every text is kept as it was written: no type is guessed, and no problem is seen."""
    monkeypatch.setattr(reading, "_Loader", PARSERS[parser])
    source, problems = parse(text, "jabatan.yml")

    assert problems == []
    assert source is not None
    assert source.value == expected


def test_a_file_that_nobody_reads_as_prose() -> None:
    """Where a program is told something, nothing is nothing, and lines stay lines."""
    text = "a: null\nb: |\n  - c\n\n  - d\n"

    source, problems = parse(text, "site_config.yml", Dialect(is_prose=False))

    assert problems == []
    assert source is not None
    assert source.value == {"a": "null", "b": "- c\n\n- d\n"}


@pytest.mark.long
def test_the_limits_themselves_are_allowed() -> None:
    """16 levels and 20,000 nodes are read; only what goes beyond is refused."""
    for text in (nested(MAX_LEVELS), rows(MAX_NODES)):
        source, problems = parse(text, "jabatan.yml")
        assert problems == []
        assert source is not None


SWALLOWED = {
    "in a text": ("nama: Dokumen #2\n", [(1, 15, lost("#2"))]),
    "with more after it": ("nama: Dokumen #1 dan #2\n", [(1, 15, lost("#1 dan #2"))]),
    "the whole text": ("nama: #2\n", [(1, 7, lost("#2"))]),
    "with a blank after it": ("nama: Umum # dan Keuangan\n", [(1, 12, lost("# dan Keuangan"))]),
    "in an item": ("a:\n  - Dokumen #2\n", [(2, 13, lost("#2"))]),
    "a whole item": ("a:\n  - #2\n", [(2, 5, lost("#2"))]),
    "after a TAB": ("a: b\t#2\n", [(1, 6, lost("#2"))]),
    "after quotes": ('a: "Dokumen" #2\n', [(1, 14, lost("#2"))]),
    "in the last line of a text": ("a: b\n  c #2\n", [(2, 5, lost("#2"))]),
    "two hashes": ("a: b ## c\n", [(1, 6, lost("## c"))]),
    "in two lines": ("a: b #1\nc: d #2\n", [(1, 6, lost("#1")), (2, 6, lost("#2"))]),
    "after wide characters": ("a: é😀 #2\n", [(1, 7, lost("#2"))]),
    "long": (f"a: b #{'c' * 40}\n", [(1, 6, lost(f"#{'c' * 28}…"))]),
}


@pytest.mark.parametrize(("text", "expected"), SWALLOWED.values(), ids=SWALLOWED)
def test_a_hash_that_swallows_text_is_warned_about(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    """`Dokumen #2` loses its `#2` to YAML: the file is read, and the officer is warned."""
    source, problems = parse(text, "jabatan.yml")

    assert told(problems) == expected
    assert {each.severity for each in problems} == {Severity.INGAT}
    assert source is not None


def test_a_swallowed_text_is_named_beside_the_mistake_it_causes() -> None:
    """Where the lost part makes the next line unreadable, both are said."""
    _, problems = parse("nama: Dokumen #2\n  tahun ini\n", "jabatan.yml")

    assert sorted(told(problems)) == [(1, 15, lost("#2")), (2, 3, detached('"tahun ini"'))]


BYTES = {
    "Windows-1252": ("nama: Camat\ntugas: Jum’at\n".encode("cp1252"), [(2, 11, NOT_UTF8)]),
    "Latin 1 after wide characters": ("a: é😀".encode() + b"\xe9\n", [(1, 6, NOT_UTF8)]),
    "a mark, wide characters, Windows-1252": (
        b"\xef\xbb\xbf" + "a: néab".encode() + b"\x92\n",
        [(1, 8, NOT_UTF8)],
    ),
    "a bad byte after Windows line ends": (b"a: b\r\nc: \xff\r\n", [(2, 4, NOT_UTF8)]),
    "a character cut short": ("a: é".encode()[:-1], [(1, 4, NOT_UTF8)]),
    "half a character": (b"a: \xed\xa0\x80\n", [(1, 4, NOT_UTF8)]),
    "a character in too many bytes": (b"a: \xc0\xaf\n", [(1, 4, NOT_UTF8)]),
    "UTF-16, little end first": ("nama: a\n".encode("utf-16"), [(1, 1, UTF16)]),
    "UTF-16, big end first": (b"\xfe\xff" + "a: b\n".encode("utf-16-be"), [(1, 1, UTF16)]),
    "UTF-16 without a mark": (
        "a: b\n".encode("utf-16-le"),
        [(1, 2, raw("karakter kendali, U+0000"))],
    ),
    "two byte order marks": (
        b"\xef\xbb\xbf\xef\xbb\xbfa: b\n",
        [(1, 1, raw("karakter tanpa lebar, U+FEFF"))],
    ),
    "a byte order mark and nothing": (b"\xef\xbb\xbf", [(1, 1, EMPTY)]),
    "nothing": (b"", [(1, 1, EMPTY)]),
    "NUL": (b"a: b\0\n", [(1, 5, raw("karakter kendali, U+0000"))]),
    "one byte too many": (b"a: b\n" + b"#" * (MAX_BYTES - 4), [(0, 0, TOO_LARGE)]),
}


@pytest.mark.parametrize(("data", "expected"), BYTES.values(), ids=BYTES)
def test_refused_bytes(data: bytes, expected: list[tuple[int, int, str]], tmp_path: Path) -> None:
    """What is not UTF-8 is refused at its first wrong letter, counted in characters."""
    file = tmp_path / "jabatan.yml"
    file.write_bytes(data)

    source, problems = read(file, "content/jabatan.yml")

    assert told(problems) == expected
    assert source is None
    assert {each.path for each in problems} == {"content/jabatan.yml"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbfnama: Camat\r\n", id="byte order mark and Windows line ends"),
        pytest.param(b"nama: Camat\n" + b"#" * (MAX_BYTES - 12), id="256 KB"),
    ],
)
def test_accepted_bytes(data: bytes, tmp_path: Path) -> None:
    """What editors on Windows write is read; so is a file of just the largest size."""
    file = tmp_path / "jabatan.yml"
    file.write_bytes(data)

    source, problems = read(file, "jabatan.yml")

    assert problems == []
    assert source == Source(
        "jabatan.yml",
        {"nama": "Camat"},
        keys={("nama",): (1, 1)},
        values={(): (1, 1), ("nama",): (1, 7)},
    )


def _link(file: Path) -> None:
    (file.parent / "rahasia").write_text("nama: rahasia\n", encoding="utf-8")
    file.symlink_to(file.parent / "rahasia")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(_link, SPECIAL, id="symlink"),
        pytest.param(lambda file: file.symlink_to(file), SPECIAL, id="symlink to itself"),
        pytest.param(Path.mkdir, SPECIAL, id="folder"),
        pytest.param(os.mkfifo, SPECIAL, id="FIFO, which would wait for ever"),
        pytest.param(lambda file: None, UNREADABLE, id="missing"),
    ],
)
def test_what_is_no_plain_file(make, message: str, tmp_path: Path) -> None:
    """Only plain files are opened; a problem of the whole file has no line."""
    file = tmp_path / "jabatan.yml"
    make(file)

    assert read(file, "jabatan.yml") == (
        None,
        [Problem("jabatan.yml", 0, 0, Severity.GALAT, "berkas", message)],
    )


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing permission is a problem of the content, not a traceback."""

    def refuse(self: Path, mode: str) -> bytes:
        raise PermissionError

    file = tmp_path / "jabatan.yml"
    file.write_bytes(b"nama: Camat\n")
    monkeypatch.setattr(Path, "open", refuse)

    assert told(read(file, "jabatan.yml")[1]) == [(0, 0, UNREADABLE)]


BOMBS = {
    "100,000 lists": ("- " * 100_000, (1, 1, NO_MAPPING)),
    "100,000 lists below a key": ("a:\n  " + "- " * 100_000, (2, 2 * MAX_LEVELS + 1, TOO_DEEP)),
    "200,000 brackets": ("[" * 200_000, (1, 1, NO_MAPPING)),
    "200,000 brackets below a key": ("a: " + "[" * 200_000, (1, 4, flow("[ ]"))),
    "200,000 braces": ("{" * 200_000, (1, 1, flow("{ }"))),
    "200,000 braces below a key": ("a: " + "{" * 200_000, (1, 4, flow("{ }"))),
    "100,000 keys of keys": ("? " * 100_000, (1, 3, NO_NAME)),
    "100,000 colons": (": " * 100_000, (1, 1, INCOMPLETE)),
    "ever deeper lists": ("\n".join(" " * level + "-" for level in range(700)), (1, 1, NO_MAPPING)),
    "ever deeper keys": (
        "\n".join(" " * level + "a:" for level in range(700)),
        (MAX_LEVELS + 1, MAX_LEVELS + 1, TOO_DEEP),
    ),
    "200,000 quotes": ('a: "' + '\\"' * 100_000, (1, 4, unclosed('"'))),
    "200,000 exclamation marks": ("a: " + "!" * 200_000, (1, 4, opening("!", ""))),
    "250,000 lines": ("\n" * 250_000, (1, 1, EMPTY)),
    "250,000 blanks before a hash": (
        "a: b" + " " * 250_000 + "#c",
        (
            1,
            250005,
            lost("#c"),
        ),
    ),
    "250,000 blanks": ("a: b: c" + " " * 250_000, (1, 5, colon('"b: c"'))),
    "10,000 anchors": ("".join(f"a{n}: &a\n" for n in range(9_999)), (1, 5, opening("&"))),
    "a row of digits": ("a: b: " + "1 " * 120_000, (1, 5, colon())),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("text", "expected"), BOMBS.values(), ids=BOMBS)
def test_bombs(
    text: str, expected: tuple[int, int, str], parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What kills the ready-made loaders is dealt with in a moment."""
    monkeypatch.setattr(reading, "_Loader", PARSERS[parser])
    start = time.process_time()
    _, problems = parse(text, "jabatan.yml")
    taken = time.process_time() - start

    assert told(problems)[0] == expected
    if parser == "libyaml":
        assert taken < 2


NESTED = """\
# yaml-language-server: $schema=x
nama: SEKRETARIS
tugas:
  - Menyusun rencana
  -   "Mengurus: surat"
sasaran:
- uraian: Surat
  indikator:
    - id: cuti
      target:
        2024: 5
        "2025":
          6
      nama: |
        Jumlah
fungsi: []
"""


def test_places() -> None:
    """Each key and each value has its line and column, from 1, where an officer finds it."""
    source, problems = parse(NESTED, "jabatan.yml")

    assert problems == []
    assert source is not None
    assert source.keys == {
        ("nama",): (2, 1),
        ("tugas",): (3, 1),
        ("sasaran",): (6, 1),
        ("sasaran", 0, "uraian"): (7, 3),
        ("sasaran", 0, "indikator"): (8, 3),
        ("sasaran", 0, "indikator", 0, "id"): (9, 7),
        ("sasaran", 0, "indikator", 0, "target"): (10, 7),
        ("sasaran", 0, "indikator", 0, "target", "2024"): (11, 9),
        ("sasaran", 0, "indikator", 0, "target", "2025"): (12, 9),
        ("sasaran", 0, "indikator", 0, "nama"): (14, 7),
        ("fungsi",): (16, 1),
    }
    assert source.values == {
        (): (2, 1),
        ("nama",): (2, 7),
        ("tugas",): (4, 3),
        ("tugas", 0): (4, 5),
        ("tugas", 1): (5, 7),
        ("sasaran",): (7, 1),
        ("sasaran", 0): (7, 3),
        ("sasaran", 0, "uraian"): (7, 11),
        ("sasaran", 0, "indikator"): (9, 5),
        ("sasaran", 0, "indikator", 0): (9, 7),
        ("sasaran", 0, "indikator", 0, "id"): (9, 11),
        ("sasaran", 0, "indikator", 0, "target"): (11, 9),
        ("sasaran", 0, "indikator", 0, "target", "2024"): (11, 15),
        ("sasaran", 0, "indikator", 0, "target", "2025"): (13, 11),
        ("sasaran", 0, "indikator", 0, "nama"): (14, 13),
        ("fungsi",): (16, 9),
    }


def test_scalars() -> None:
    """Every text with its way, in the order of the file."""
    source, _ = parse(NESTED, "jabatan.yml")

    assert source is not None
    assert list(source.scalars()) == [
        (("nama",), "SEKRETARIS"),
        (("tugas", 0), "Menyusun rencana"),
        (("tugas", 1), "Mengurus: surat"),
        (("sasaran", 0, "uraian"), "Surat"),
        (("sasaran", 0, "indikator", 0, "id"), "cuti"),
        (("sasaran", 0, "indikator", 0, "target", "2024"), "5"),
        (("sasaran", 0, "indikator", 0, "target", "2025"), "6"),
        (("sasaran", 0, "indikator", 0, "nama"), "Jumlah\n"),
    ]


@pytest.mark.parametrize(
    ("location", "value_place", "key_place"),
    [
        pytest.param(("nama",), (2, 7), (2, 1), id="a text"),
        pytest.param(("tugas", 1), (5, 7), (5, 7), id="an item has no key"),
        pytest.param(("sasaran", 0, "kegiatan"), (7, 3), (7, 3), id="missing: what should hold it"),
        pytest.param(
            ("sasaran", 0, "indikator", 0, "target", "2030"),
            (10, 7),
            (10, 7),
            id="missing below a key: that key",
        ),
        pytest.param(("tujuan",), (1, 1), (1, 1), id="missing at the top: the file's beginning"),
        pytest.param(("tujuan", 3, "x"), (1, 1), (1, 1), id="a way that leads nowhere"),
    ],
)
def test_the_place_of_a_problem(
    location: tuple[str | int, ...], value_place: tuple[int, int], key_place: tuple[int, int]
) -> None:
    """A problem with a value or a key stands there, or at the nearest thing that would hold it."""
    source, _ = parse(NESTED, "jabatan.yml")

    assert source is not None
    assert source.problem(location, "salah.", "isi", Severity.INGAT) == Problem(
        "jabatan.yml", *value_place, Severity.INGAT, "isi", "salah."
    )
    assert source.key_problem(location, "salah.", "wajib") == Problem(
        "jabatan.yml", *key_place, Severity.GALAT, "wajib", "salah."
    )


# --- Properties ------------------------------------------------------------------------------

ANY_TEXT = st.text(st.characters())
"""Halves of characters too."""
YAML_LIKE = st.lists(
    st.sampled_from(
        [
            *"\n\n\n   \t\r:-?*&!|>%@`#,[]{}'\"\\~=.<\0",
            *("\r\n", "a", "nama", "1", "é😀", "a: ", "- ", "? ", "<<: ", "---\n", "...\n"),
            *("%YAML 1.1\n", "&x ", "*x ", "!!x ", " #", '"\\u202e"', '"\\U', "\\x", "|2\n"),
            *("\n  a: b", "\n  - ", "\u202e", "\ufeff", "\x85", "\u2028"),
        ]
    ),
    max_size=40,
).map("".join)


def _is_good(text: str) -> bool:
    return not letters.faults(text)


KEYS = st.text(st.characters(categories=["L", "N"]) | st.just("_"), min_size=1).filter(_is_good)
TREES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")).filter(_is_good),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner),
    max_leaves=20,
)


def lines_of(text: str) -> list[str]:
    """The lines as an editor numbers them; the end of the last line is not one more."""
    return re.split(r"\r\n|\r|\n", text.rstrip("\r\n"))


def places_in(source: Source | None, problems: list[Problem]) -> Iterator[tuple[int, int]]:
    yield from ((each.line, each.column) for each in problems)
    if source:
        yield from source.keys.values()
        yield from source.values.values()


def check_promise(text: str) -> None:
    source, problems = parse(text, "jabatan.yml")

    assert (source is None) == any(each.is_mistake for each in problems)
    lines = lines_of(text)
    for line, column in places_in(source, problems):
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


@pytest.mark.parametrize("parser", PARSERS)
@given(text=ANY_TEXT | YAML_LIKE | YAML_LIKE.map("nama: a\n{}".format))
def test_any_text_gives_a_source_or_a_mistake_in_it(parser: str, text: str) -> None:
    """Never an exception, never nothing without a reason, never a place outside the file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_Loader", PARSERS[parser])
        check_promise(text)


@given(text=YAML_LIKE)
def test_no_message_speaks_of_the_parser(text: str) -> None:
    """What libyaml says in English never reaches an officer, and each message is a sentence."""
    for problem in parse(text, "jabatan.yml")[1]:
        assert not re.search(
            r'\b(expected|found|while|token|mapping|block|scalar|None)\b|diawali "(\{\})?"',
            problem.message,
        )
        assert problem.message[0].islower()
        assert problem.message[-1] == "."


@given(data=st.binary() | YAML_LIKE.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_source_or_a_mistake_in_them(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same through a file, whatever its bytes are."""
    file = tmp_path_factory.getbasetemp() / "sembarang.yml"
    file.write_bytes(data)

    source, problems = read(file, "jabatan.yml")

    assert (source is None) == any(each.is_mistake for each in problems)
    lines = re.split(rb"\r\n|\r|\n", data.rstrip(b"\r\n"))
    for line, column in places_in(source, problems):
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


@pytest.mark.long
@settings(deadline=None)
@given(tree=st.dictionaries(KEYS, TREES, max_size=4))
def test_what_was_written_is_what_is_read(tree: dict[str, object]) -> None:
    """Any text survives, and every key and value has a place."""
    text = yaml.safe_dump(tree, default_style='"', default_flow_style=False, allow_unicode=True)

    source, problems = parse(text, "jabatan.yml")

    if told(problems) and problems[0].message == TOO_DEEP:
        return
    assert problems == []
    assert source is not None
    assert source.value == tree
    assert set(source.keys) == {way for way in source.values if way and isinstance(way[-1], str)}
    assert {way for way, _ in source.scalars()} <= set(source.values)


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more of it is read than a file may have."""
    path = tmp_path / "berkas.yml"
    path.write_text("a: x\n", "utf-8")
    small = path.lstat()
    path.write_text("# x\n" * 100_000, "utf-8")
    monkeypatch.setattr(Path, "lstat", lambda self: small)
    _, (problem,) = reading.read(path, "berkas.yml")
    assert problem.message == "terlalu besar: paling banyak 256 KB. Bagi berkas ini."
