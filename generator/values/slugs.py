"""What a name must be to stand in an address."""

import re
import unicodedata

MAX_SLUG = 64

# Of what is taken for good, a group looks ahead first: before 3.11.5 Python does not give back what
# a group took that fails behind its first sign.
_SLUG = "[a-z0-9]++(?:(?=-[a-z0-9])-[a-z0-9]++)*+"
ADDRESS = rf"(?:(?:{_SLUG}/){{4}}(?:#{_SLUG})?|(?:{_SLUG}/){{1,3}})"
"""An address that can be promised: only what stands on the page of a position has an anchor."""


def is_slug(text: str) -> bool:
    """Whether a text can be part of an address."""
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text)) and len(text) <= MAX_SLUG


def slugged(text: str) -> str:
    """The nearest slug: `Séksi Statistik & TI` -> `seksi-statistik-ti`; empty where no letter and
    no digit is Latin."""
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    bare = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")
    return words[:MAX_SLUG].strip("-")


def as_slug(text: str) -> str:
    """A slug to propose to an officer."""
    return slugged(text) or "nama-pendek"
