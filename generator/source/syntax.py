"""What a parser alone finds wrong, in an officer's words."""

from typing import Any

_TOO_LONG = "nama bagian ini terlalu panjang. Tulis nama yang pendek, lalu titik dua dan spasi."
_ELSE = "susunan tidak terbaca mulai di sini. Periksa jarak masuk, titik dua, dan tanda kutip."


def explained(error: Exception) -> tuple[str, Any]:
    """What to say about an error of a parser, and the mark to show."""
    if "simple key" in str(getattr(error, "context", "")):
        return _TOO_LONG, getattr(error, "context_mark", None)
    return _ELSE, getattr(error, "problem_mark", None)
