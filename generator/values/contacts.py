"""Mobile numbers and private mail addresses: those of persons, not of an office."""

import re

from generator.values.personal import HASH, plain

_GAP = r"[ .\-‐-―()]{0,2}"
# As people group it: four digits or more first, so that no date is taken for one.
_MOBILE = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:(?:\+|00)?62{_GAP}0?{_GAP}|0)8[1-9]\d(?:{_GAP}\d){{6,9}}(?!\d)",
    re.ASCII,
)
_PRIVATE_MAIL = re.compile(
    r"(?<=[\w.+-])\s?@\s?(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud"
    r"|aol|protonmail|proton)\.(?:com?\.)?[a-z]{2,3}(?![\w-]|\.\w)",
    re.IGNORECASE,
)


def private_contact(text: str) -> str | None:
    """What of a person stands in a text, in the words of an officer, or None."""
    folded = HASH.sub("x", plain(text))
    if _MOBILE.search(folded):
        return "nomor telepon seluler"
    return "alamat surel pribadi" if _PRIVATE_MAIL.search(folded) else None
