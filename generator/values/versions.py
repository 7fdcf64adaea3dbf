"""The version of the format in which content is written: MAJOR.MINOR."""

import re

CURRENT = "1.0"
"""The one that this package writes."""


def version(text: str) -> tuple[int, int]:
    """A version that can be compared with others."""
    major, minor = text.split(".")
    return int(major), int(minor)


def fault(text: str) -> str | None:
    """Why content of this version cannot be read, or None."""
    if not re.fullmatch(r"[1-9]\d{0,2}\.\d{1,3}", text, re.ASCII):
        return f'harus versi, misalnya "{CURRENT}".'
    if version(text) > version(CURRENT):
        return f"lebih baru daripada program ini ({CURRENT}). Perbarui program: `iki upgrade`."
    if version(text)[0] < version(CURRENT)[0]:
        return f"tidak dibaca lagi oleh program ini ({CURRENT}). CHANGELOG menyebut caranya."
    return None
