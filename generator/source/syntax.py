"""libyaml's faults in an officer's words."""

from collections.abc import Callable
from typing import Any

from generator.source.dialect import OPENING

_NOT_ALIGNED = (
    "baris ini tidak sejajar dengan baris di atasnya. Samakan jarak masuknya (spasi di awal "
    'baris), dan jangan campur "- isi" dengan "nama: isi".'
)


_DETACHED = (
    "tulisan ini tidak menyambung dengan yang di depannya. Apit seluruh teks dengan tanda kutip, "
    "dan periksa tanda kutip yang belum ditutup di atasnya."
)


TAB = "ada tabulasi (TAB) di sini. Ganti dengan spasi."


# A part of what libyaml says ("first": about what is first on its line), which of its marks to
# show, and what an officer should do. A text that began wrongly is shown from its beginning,
# whatever the letter at which libyaml gave up.
_FROM_START, _HERE = "context_mark", "problem_mark"


_SYNTAX = (
    ("a tab character", _HERE, TAB),
    (
        "scanning a simple key",
        _FROM_START,
        'baris ini belum lengkap. Tulis "nama: isi" (titik dua, lalu spasi), atau "- isi" untuk '
        "butir daftar.",
    ),
    ("scanning an anchor", _FROM_START, OPENING),
    ("scanning an alias", _FROM_START, OPENING),
    ("tag", _FROM_START, OPENING),
    ("scanning a directive", _FROM_START, OPENING),
    ("scanning a block scalar", _FROM_START, OPENING),
    ("cannot start any token", _HERE, OPENING),
    ("expected node content first", _HERE, _NOT_ALIGNED),
    ("expected node content", _HERE, OPENING),
    ("expected key first", _HERE, _NOT_ALIGNED),
    ("expected key", _HERE, _DETACHED),
    ("expected '-' indicator first", _HERE, _NOT_ALIGNED),
    ("expected '-' indicator", _HERE, _DETACHED),
    ("mapping keys are not allowed", _HERE, OPENING),
    ("scanning a quoted scalar", _FROM_START, "tanda kutip yang dibuka di sini belum ditutup."),
    (
        "parsing a quoted scalar",
        _HERE,
        r'tanda "\" di dalam kutip ganda punya arti khusus. Tulis "\\", atau pakai kutip tunggal.',
    ),
    (
        "mapping values are not allowed",
        _HERE,
        "ada titik dua di dalam teks, atau jarak masuk baris ini keliru. Bila titik dua itu bagian "
        'dari teks, apit seluruh teks dengan tanda kutip ("…").',
    ),
    (
        "block sequence entries are not allowed",
        _HERE,
        'teks tidak boleh diawali "- ". Tulis butir daftar di baris baru, atau apit seluruh teks '
        "dengan tanda kutip.",
    ),
    (
        "<document start>",
        _HERE,
        "baris ini tidak sejajar dengan baris pertama. Samakan jarak masuknya (spasi di awal "
        'baris), dan hapus baris "..." bila ada.',
    ),
)


_SYNTAX_ELSE = (
    "susunan tidak terbaca mulai di sini. Periksa jarak masuk, titik dua, dan tanda kutip."
)


def explained(error: Exception, before: Callable[[Any], str]) -> tuple[str, Any]:
    """What to say about an error of libyaml's, and the mark to show."""
    mark = getattr(error, "problem_mark", None)
    said = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    if mark and not before(mark).strip():
        said += " first"
    for part, which, message in _SYNTAX:
        if part in said:
            return message, getattr(error, which, mark)
    return _SYNTAX_ELSE, mark
