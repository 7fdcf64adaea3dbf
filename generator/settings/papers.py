"""Copies of decrees as PDF: wanted by `extra: iki: pdf`, made by a package that is optional."""

from collections.abc import Iterator
from importlib.util import find_spec

from generator.settings.model import Iki
from generator.source.problem import Problem, Severity
from generator.source.source import Source


def can_be_made(iki: Iki) -> bool:
    """Whether they are wanted, and what prints them is installed."""
    return iki.pdf and find_spec("typst") is not None


def reminders(source: Source, iki: Iki) -> Iterator[Problem]:
    """That they are wanted and cannot be made; the site is built without them."""
    if iki.pdf and not can_be_made(iki):
        message = (
            "salinan PDF tidak dibuat: pembuat PDF belum terpasang. Jalankan "
            '`pip install "iki-terbuka[pdf]"`, atau tulis "pdf: false".'
        )
        yield source.problem(("extra", "iki", "pdf"), message, "pdf", Severity.INGAT)
